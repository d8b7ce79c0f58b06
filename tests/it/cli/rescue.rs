//! A record that is damaged late is not lost: what is whole can be read, told of and played on.

use super::program::Folder;

/// A session of five entries, of which the fourth has been changed by one digit.
fn damaged() -> Folder {
    let folder = Folder::new();
    let line =
        "run --deck deck.toml --seed 7 --patron human --client human --save s.toml --script -";
    let note = "{\"seat\":\"audience\",\"kind\":\"note\",\"text\":\"x\"}\n";
    assert_eq!(folder.feed(line, note.repeat(4).as_bytes()).status, 1);
    let text = String::from_utf8(folder.read("s.toml")).unwrap();
    let (before, fourth) = text.split_once("[[entry]]  # 4").unwrap();
    let fourth = fourth.replacen("number = 4", "number = 5", 1);
    folder.write("s.toml", format!("{before}[[entry]]  # 4{fourth}"));
    folder
}

#[test]
fn a_branch_is_made_after_every_whole_entry_of_a_damaged_record() {
    let folder = damaged();
    let bytes = folder.read("s.toml");
    for at in 0..4 {
        let branch = format!("b{at}.toml");
        let done = folder.run(&format!("branch s.toml --at {at} --save {branch}"));
        assert_eq!(done.status, 0, "{}", done.err);
        assert!(done.err.contains("damaged entry 4"), "{}", done.err);
        let verified = folder.run(&format!("verify {branch}")).fine();
        assert!(
            verified.contains(&format!("verified, {at} entr")),
            "{verified}"
        );
    }
    let done = folder.run("branch s.toml --at 4 --save b4.toml");
    assert_eq!(done.status, 2);
    assert!(
        done.err.contains("there is no entry 4; the last is 3"),
        "{}",
        done.err
    );
    assert_eq!(
        folder.read("s.toml"),
        bytes,
        "what is damaged stays as it is"
    );
}

#[test]
fn what_is_whole_of_a_damaged_record_is_read_with_a_note() {
    let folder = damaged();
    for line in [
        "replay s.toml --text",
        "replay s.toml --json",
        "replay s.toml --cast -",
        "report s.toml --no-expectations --format md --out -",
        "compare s.toml@3 s.toml@1",
        "simulate --from s.toml@3 --patron logit --client logit --runs 1 --seed 1",
    ] {
        let done = folder.run(line);
        assert_eq!(done.status, 0, "{line}: {}", done.err);
        assert!(!done.out.is_empty(), "{line}");
        let note = "note: s.toml: damaged entry 4";
        assert!(done.err.starts_with(note), "{line}: {}", done.err);
        let hint = "`unequal branch s.toml --at 3`";
        assert!(done.err.contains(hint), "{line}: {}", done.err);
    }
    assert_eq!(folder.run("resume s.toml --script -").status, 1);
    assert_eq!(folder.run("verify s.toml").status, 1);
}
