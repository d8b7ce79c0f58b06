//! What happens to the file: made once, locked, cut short, moved, changed, refused.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::version::PROGRAM;
use unequal_partners::store::{Age, FORMAT, Journal, StoreError, read, read_header};

use super::sample::{self, header, place, write};

/// The names of the files in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_record_is_never_made_over_another_file() {
    let (folder, path) = place();
    fs::write(&path, "a shopping list").unwrap();
    let error = Journal::create(&path, &header()).unwrap_err();
    assert!(matches!(error, StoreError::Exists { .. }), "{error:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "a shopping list");
    assert_eq!(
        names(folder.path()),
        ["table.toml"],
        "nothing is left lying about"
    );
}

#[test]
fn a_second_writer_is_kept_out_while_the_first_lives() {
    let (_folder, path) = place();
    let journal = write(&path, 3);
    let error = Journal::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
    assert!(error.to_string().contains("another program"));
    assert_eq!(read(&path).unwrap().entries.len(), 3, "reading is free");
    drop(journal);
    assert_eq!(Journal::open(&path).unwrap().entries.len(), 3);
}

#[test]
fn a_torn_tail_is_set_aside_and_the_session_goes_on_from_there() {
    let (folder, path) = place();
    drop(write(&path, 5));
    let whole = fs::read(&path).unwrap();
    for round in 1..=2 {
        let torn = &whole[..whole.len() - 30];
        fs::write(&path, torn).unwrap();
        assert_eq!(
            read(&path).unwrap().torn.unwrap().entry,
            EntryNumber::new(5),
            "reading changes nothing"
        );
        assert_eq!(fs::read(&path).unwrap(), torn);

        let opened = Journal::open(&path).unwrap();
        let tail = opened.torn.unwrap();
        assert_eq!(opened.entries.len(), 4);
        assert_eq!(tail.entry, EntryNumber::new(5));
        let kept = tail.kept.clone().unwrap();
        assert_eq!(kept, folder.path().join(format!("table.toml.torn-{round}")));
        let start = usize::try_from(tail.offset).unwrap();
        assert_eq!(fs::read(&kept).unwrap(), torn[start..]);
        assert_eq!(fs::read(&path).unwrap(), torn[..start]);
        assert!(
            tail.to_string().contains("entry 5 was cut off after"),
            "{tail}"
        );

        let mut journal = opened.journal;
        journal.append(sample::entry(4)).unwrap();
        assert_eq!(
            fs::read(&path).unwrap(),
            whole,
            "the act done again is the same entry"
        );
    }
}

#[test]
fn zeros_left_by_a_power_cut_are_a_torn_tail() {
    let (_folder, path) = place();
    let mut journal = write(&path, 5);
    let start = usize::try_from(journal.size()).unwrap();
    journal.append(sample::entry(5)).unwrap();
    drop(journal);
    let whole = fs::read(&path).unwrap();
    for written in [0, 1, 20, 100, whole.len() - start - 2] {
        let mut bytes = whole.clone();
        bytes[start + written..].fill(0);
        fs::write(&path, &bytes).unwrap();
        let torn = read(&path).unwrap().torn.unwrap();
        assert_eq!((torn.entry.get(), torn.offset), (6, start as u64));
    }
    // One byte that has become zero is damage.
    for at in [start, start + 50, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] = 0;
        fs::write(&path, &bytes).unwrap();
        assert_eq!(read(&path).unwrap_err().entry(), Some(EntryNumber::new(6)));
    }
}

#[test]
fn damage_is_refused_and_nothing_is_touched() {
    let (folder, path) = place();
    drop(write(&path, 5));
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() - 100;
    bytes[at] ^= 4;
    fs::write(&path, &bytes).unwrap();
    let error = Journal::open(&path).unwrap_err();
    assert!(
        matches!(error, StoreError::DamagedEntry { entry, .. } if entry.get() == 5),
        "{error:?}"
    );
    let said = error.to_string();
    assert!(
        said.contains("damaged entry 5") && said.contains("expected digest"),
        "{said}"
    );
    assert!(error.hint().contains("--at 4"), "{}", error.hint());
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(names(folder.path()), ["table.toml"]);
}

#[test]
fn entries_cannot_be_removed_reordered_repeated_or_brought_from_elsewhere() {
    let (_folder, path) = place();
    let mut journal = write(&path, 0);
    let mut ends = vec![usize::try_from(journal.size()).unwrap()];
    for last in 0..8 {
        journal.append(sample::entry(last)).unwrap();
        ends.push(usize::try_from(journal.size()).unwrap());
    }
    drop(journal);
    let bytes = fs::read(&path).unwrap();
    let entry = |number: usize| &bytes[ends[number - 1]..ends[number]];
    let (_elsewhere, other) = place();
    let mut stranger = Journal::create(&other, &header()).unwrap();
    let mut begins = 0;
    for last in 0..5 {
        begins = usize::try_from(stranger.size()).unwrap();
        let mut new = sample::entry(last);
        new.by = "somebody else".into();
        stranger.append(new).unwrap();
    }
    let other = fs::read(&other).unwrap();
    let other_fifth = &other[begins..];
    assert!(other_fifth.starts_with(b"\n[[entry]]  # 5, "));

    let forged = [
        (
            "removed",
            [&bytes[..ends[4]], &bytes[ends[5]..]].concat(),
            5,
        ),
        (
            "reordered",
            [&bytes[..ends[4]], entry(6), entry(5), &bytes[ends[6]..]].concat(),
            5,
        ),
        (
            "repeated",
            [&bytes[..ends[5]], entry(5), &bytes[ends[5]..]].concat(),
            6,
        ),
        (
            "brought",
            [&bytes[..ends[4]], other_fifth, &bytes[ends[5]..]].concat(),
            5,
        ),
    ];
    for (how, bytes, expected) in forged {
        fs::write(&path, bytes).unwrap();
        let error = read(&path).unwrap_err();
        assert!(
            matches!(error, StoreError::DamagedEntry { .. }),
            "{how}: {error:?}"
        );
        assert_eq!(
            error.entry(),
            Some(EntryNumber::new(expected)),
            "{how}: {error}"
        );
    }
}

#[test]
fn a_record_that_another_program_changed_or_moved_is_not_written_to() {
    let (folder, path) = place();
    let mut journal = write(&path, 2);
    OpenOptions::new()
        .append(true)
        .open(&path)
        .unwrap()
        .write_all(b"\n")
        .unwrap();
    let error = journal.append(sample::entry(2)).unwrap_err();
    assert!(
        matches!(error, StoreError::Changed { entry, .. } if entry.get() == 3),
        "{error:?}"
    );

    let moved = folder.path().join("moved.toml");
    let mut journal = write(&moved, 2);
    let away = folder.path().join("away.toml");
    fs::rename(&moved, &away).unwrap();
    let error = journal.append(sample::entry(2)).unwrap_err();
    assert!(
        matches!(error, StoreError::Moved { entry, .. } if entry.get() == 3),
        "{error:?}"
    );
    // An editor saves a copy over it: what is written here would be seen by nobody.
    fs::copy(&away, &moved).unwrap();
    let error = journal.append(sample::entry(2)).unwrap_err();
    assert!(
        matches!(error, StoreError::Moved { entry, .. } if entry.get() == 3),
        "{error:?}"
    );
    fs::rename(&away, &moved).unwrap();
    assert_eq!(
        journal.append(sample::entry(2)).unwrap().number,
        EntryNumber::new(3),
        "put back, it goes on"
    );
}

#[test]
fn what_is_no_record_is_named_for_what_it_is() {
    let (folder, path) = place();
    assert!(matches!(
        read(&path).unwrap_err(),
        StoreError::NotFound { .. }
    ));
    assert!(matches!(
        Journal::open(&path).unwrap_err(),
        StoreError::NotFound { .. }
    ));
    assert!(matches!(
        read(folder.path()).unwrap_err(),
        StoreError::NotAFile { .. }
    ));
    for other in [
        "[deck]\nid = \"small\"\n",
        "\u{feff}x",
        "# unequal to the task\n",
        "\0\0\0",
    ] {
        fs::write(&path, other).unwrap();
        let error = read(&path).unwrap_err();
        assert!(
            matches!(error, StoreError::NotASession { .. }),
            "{other:?}: {error:?}"
        );
        assert!(matches!(
            read_header(&path).unwrap_err(),
            StoreError::NotASession { .. }
        ));
    }
    let nowhere = folder.path().join("no/such/folder/x.toml");
    let error = Journal::create(&nowhere, &header()).unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
}

#[test]
fn a_newer_format_asks_for_a_newer_program() {
    let (_folder, path) = place();
    // The first line keeps its shape in all formats; the check is that of these words.
    let line = format!("# unequal session, format {}, header 900 bytes", FORMAT + 1);
    let check: String = blake3::hash(line.as_bytes())
        .to_hex()
        .chars()
        .take(8)
        .collect();
    fs::write(&path, format!("{line}, check {check}\nnew = true\n")).unwrap();
    let error = read(&path).unwrap_err();
    let StoreError::OtherVersion { version, .. } = &error else {
        panic!("{error:?}");
    };
    assert_eq!(version.age, Age::Newer);
    assert!(
        error.to_string().ends_with(&format!(
            "written in format {}; this program, {PROGRAM}, reads format {FORMAT}",
            FORMAT + 1
        )),
        "{error}"
    );
    assert!(
        error
            .hint()
            .ends_with("open it with a later version of the program")
    );
}

#[test]
fn changed_line_ends_are_recognised() {
    let (_folder, path) = place();
    drop(write(&path, 2));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    let error = read(&path).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::DamagedHeader {
                line_ends: true,
                ..
            }
        ),
        "{error:?}"
    );
    assert!(error.hint().contains("ends of its lines"));
}

#[test]
fn the_header_is_read_without_the_entries() {
    let (_folder, path) = place();
    drop(write(&path, 2));
    assert_eq!(read_header(&path).unwrap(), header());
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..300]).unwrap();
    assert!(matches!(
        read_header(&path).unwrap_err(),
        StoreError::CutHeader { has: 300, .. }
    ));
}

#[test]
fn a_name_full_of_escape_sequences_is_shown_harmlessly() {
    let (folder, _) = place();
    let path = folder.path().join("\u{1b}[2Jx\n\u{202e}.toml");
    let said = read(&path).unwrap_err().to_string();
    assert!(!said.contains(['\u{1b}', '\n', '\u{202e}']), "{said:?}");
    assert!(said.contains("\\u001B[2Jx\\n\\u202E.toml"), "{said}");
}
