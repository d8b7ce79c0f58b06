//! What other programs do to a record is told by name, and costs nothing where nothing is lost.

use super::program::Folder;

/// A session of people that waits after a few entries.
fn session() -> Folder {
    let folder = Folder::new();
    let line =
        "run --deck deck.toml --seed 7 --patron human --client human --save s.toml --script -";
    let note = "{\"seat\":\"audience\",\"kind\":\"note\",\"text\":\"x\"}\n";
    assert_eq!(folder.feed(line, note.repeat(3).as_bytes()).status, 1);
    folder
}

#[test]
fn a_record_that_was_touched_at_its_end_verifies_with_a_note_and_goes_on() {
    let whole = session().read("s.toml");
    let but_last = &whole[..whole.len() - 1];
    let ends: [(Vec<u8>, &str); 5] = [
        (
            but_last.to_vec(),
            "the last line of entry 4 does not end as it was written",
        ),
        (
            [but_last, b"\r\n"].concat(),
            "the last line of entry 4 does not end as it was written",
        ),
        (
            [whole.as_slice(), b"\n"].concat(),
            "blank space was added after entry 4",
        ),
        (
            [whole.as_slice(), b"\n\n"].concat(),
            "blank space was added after entry 4",
        ),
        (
            [whole.as_slice(), b"# seen by Anna\n"].concat(),
            "a comment was added after entry 4",
        ),
    ];
    for (bytes, note) in ends {
        let folder = session();
        folder.write("s.toml", &bytes);
        let verified = folder.run("verify s.toml");
        assert_eq!(verified.status, 0, "{note}: {}", verified.err);
        assert!(
            verified.out.contains("verified, 4 entries"),
            "{}",
            verified.out
        );
        assert!(verified.err.contains(note), "{}", verified.err);
        let json = folder.run("verify --json s.toml").fine();
        assert!(
            json.contains(note) && json.contains("\"verified\": true"),
            "{json}"
        );
        let resumed = folder.feed("resume s.toml --script -", b"");
        assert!(resumed.err.contains(note), "{}", resumed.err);
        assert!(!resumed.err.contains("acknowledged"), "{}", resumed.err);
        let mended = folder.read("s.toml");
        assert_eq!(mended, whole, "{note}");
        folder.run("verify s.toml").fine();
    }
}

#[test]
fn a_cut_is_told_as_what_it_may_be() {
    let folder = session();
    let whole = folder.read("s.toml");
    folder.write("s.toml", &whole[..whole.len() - 10]);
    let done = folder.run("verify s.toml");
    assert_eq!(done.status, 1);
    assert!(
        done.err.contains("if it is a copy, the copy is not whole"),
        "{}",
        done.err
    );
    assert!(
        !done.err.contains("no acknowledged act is lost"),
        "{}",
        done.err
    );
}

#[test]
fn a_file_that_is_no_session_is_told_for_what_it_is() {
    let folder = session();
    let whole = folder.read("s.toml");
    folder.write(
        "bom.toml",
        [&b"\xef\xbb\xbf"[..], whole.as_slice()].concat(),
    );
    let text = String::from_utf8(whole).unwrap();
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    folder.write(
        "utf16.toml",
        [0xff, 0xfe].into_iter().chain(units).collect::<Vec<u8>>(),
    );
    folder.write("packed.toml", b"\x1f\x8b\x08\0\0\0\0\0");
    folder
        .run("report s.toml --no-expectations --out s.html")
        .fine();
    folder
        .run("report s.toml --no-expectations --format md --out s.md")
        .fine();
    let told = [
        ("bom.toml", "byte order mark", "copied as it is"),
        ("utf16.toml", "UTF-16", "copied as it is"),
        ("packed.toml", "a packed file", "unpack it first"),
        (
            "deck.toml",
            "a deck, not a session",
            "`unequal play --deck deck.toml`",
        ),
        (
            "s.html",
            "a page for browsers",
            "name the session that it was made from",
        ),
        (
            "s.md",
            "a document, not a session",
            "name the session that it was made from",
        ),
    ];
    for (file, what, hint) in told {
        for command in ["verify", "replay --text", "resume --script -"] {
            let done = folder.run(&format!("{command} {file}"));
            assert_ne!(done.status, 0, "{command} {file}");
            let said = format!("{}{}", done.out, done.err);
            assert!(said.contains(what), "{command} {file}: {said}");
            assert!(said.contains(hint), "{command} {file}: {said}");
        }
    }
}
