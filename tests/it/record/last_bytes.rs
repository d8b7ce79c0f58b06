//! What editors, mail programs and people do to the last bytes of a record costs no entry.

use std::fs;

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{Journal, Tail, read};

use super::sample::{self, place, write};

/// What was done to the end of a record, how, and what it is told as.
type End = (&'static str, fn(&[u8]) -> Vec<u8>, Tail);

const ENDS: [End; 9] = [
    (
        "no last line break",
        |whole| whole[..whole.len() - 1].to_vec(),
        Tail::LineEnd,
    ),
    (
        "a last line that ends in CR LF",
        |whole| with_end(whole, b"\r\n"),
        Tail::LineEnd,
    ),
    (
        "a last line that ends in CR",
        |whole| with_end(whole, b"\r"),
        Tail::LineEnd,
    ),
    (
        "blanks instead of the last line break",
        |whole| with_end(whole, b"  "),
        Tail::LineEnd,
    ),
    (
        "one line break more",
        |whole| [whole, b"\n"].concat(),
        Tail::Blank,
    ),
    (
        "two blank lines more",
        |whole| [whole, b"\n\n"].concat(),
        Tail::Blank,
    ),
    (
        "blanks and a line of another system",
        |whole| [whole, b" \t\r\n"].concat(),
        Tail::Blank,
    ),
    (
        "a comment",
        |whole| [whole, b"# a note to myself\n"].concat(),
        Tail::Comment,
    ),
    (
        "blank lines and comments",
        |whole| [whole, b"\n\n# one\n\n  # two"].concat(),
        Tail::Comment,
    ),
];

fn with_end(whole: &[u8], end: &[u8]) -> Vec<u8> {
    [&whole[..whole.len() - 1], end].concat()
}

#[test]
fn an_entry_is_whole_whatever_stands_after_its_last_letter() {
    for (what, done, kind) in ENDS {
        let (folder, path) = place();
        drop(write(&path, 4));
        let whole = fs::read(&path).unwrap();
        let changed = done(&whole);
        fs::write(&path, &changed).unwrap();

        let record = read(&path).unwrap();
        assert_eq!(record.entries.len(), 4, "{what}");
        assert_eq!(record.torn.map(|tail| tail.kind), Some(kind), "{what}");
        assert_eq!(
            fs::read(&path).unwrap(),
            changed,
            "{what}: reading changes nothing"
        );

        let mut opened = Journal::open(&path).unwrap();
        let tail = opened.torn.unwrap();
        assert_eq!((opened.entries.len(), tail.kind), (4, kind), "{what}");
        assert_eq!(fs::read(&path).unwrap(), whole, "{what}: the end is mended");
        let beside = fs::read_dir(folder.path()).unwrap().count() - 1;
        assert_eq!(beside, usize::from(kind == Tail::Comment), "{what}: {tail}");
        if let Some(kept) = &tail.kept {
            assert_eq!(fs::read(kept).unwrap(), changed[whole.len()..], "{what}");
        }
        opened.journal.append(sample::entry(4)).unwrap();
        let record = read(&path).unwrap();
        assert_eq!((record.entries.len(), record.torn), (5, None), "{what}");
    }
}

#[test]
fn what_was_added_and_is_no_comment_is_damage() {
    for added in ["# one\nnumber = 5\n", "x", "\n[[entry]]  # 6, 10 bytes\n"] {
        let (_folder, path) = place();
        drop(write(&path, 4));
        let whole = fs::read(&path).unwrap();
        fs::write(&path, [whole.as_slice(), added.as_bytes()].concat()).unwrap();
        assert_eq!(
            read(&path).unwrap_err().entry(),
            Some(EntryNumber::new(5)),
            "{added}"
        );
    }
}
