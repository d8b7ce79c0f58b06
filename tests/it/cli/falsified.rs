//! A record with a whole chain and results that the rules do not give: every command says so, none shows it.

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{self, Journal, NewEntry};

use super::program::Folder;

/// A folder with `true.toml`, and `false.toml` of the same acts in which one number of entry 7 was changed
/// and everything chained anew.
fn falsified() -> Folder {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron hardliner --client tit-for-tat --moves 3 \
                --spread 0 --save true.toml --now 2026-06-01T10:00:00Z";
    folder.run(line).fine();
    let record = store::read(folder.path("true.toml")).unwrap();
    let mut journal = Journal::create(folder.path("false.toml"), &record.header).unwrap();
    for entry in record.entries {
        let mut entry = NewEntry::from(entry);
        if entry.after == EntryNumber::new(6) {
            let change = entry
                .changes
                .last_mut()
                .expect("a closed move changes gauges");
            change.to += 1;
        }
        journal.append(entry).unwrap();
    }
    folder
}

#[test]
fn a_record_recomputed_differently_is_reported_and_never_shown() {
    let folder = falsified();
    let bytes = folder.read("false.toml");
    for command in [
        "verify false.toml",
        "replay false.toml --text",
        "replay false.toml --json",
        "report false.toml --no-expectations",
        "report true.toml false.toml --format csv --out tables",
        "compare true.toml false.toml",
        "compare false.toml@2 true.toml",
        "branch false.toml --at 2",
        "resume false.toml --script -",
    ] {
        let done = folder.run(command);
        assert_eq!(done.status, 1, "{command}: {}", done.out);
        assert!(
            done.err.contains("entry 7 says a change"),
            "{command}: {}",
            done.err
        );
        let shown = done
            .out
            .lines()
            .all(|line| line.contains("differs, 6 entries verified"));
        assert!(shown, "{command} shows something: {}", done.out);
    }
    insta::assert_snapshot!(folder.run("report false.toml").whole());
    assert_eq!(folder.read("false.toml"), bytes);
    let left: Vec<_> = std::fs::read_dir(folder.path("")).unwrap().collect();
    assert_eq!(left.len(), 3, "nothing was made of it");
}
