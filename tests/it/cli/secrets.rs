//! What nobody chose holds nothing hidden: with the seed, menus, dice, red lines and the last move could be
//! worked out, so no default name, head, title or file name gives it away while the session is on.

use std::fs;
use std::path::Path;

use super::program::Folder;
use crate::pins;

/// A number that stands nowhere by chance.
const SEED: &str = "541037";
/// Seats that may not know what is hidden.
const SEATS: [&str; 4] = ["patron", "client", "europe", "audience"];

/// Two sessions of people that wait for an offer; nothing is chosen that need not be.
fn two_sessions() -> Folder {
    let folder = Folder::new();
    for save in ["s.toml", "other.toml"] {
        let line = format!(
            "run --deck deck.toml --seed {SEED} --patron human --client human --save {save}"
        );
        assert_eq!(folder.run(&line).status, 1, "it waits for the client");
    }
    folder
}

#[track_caller]
fn holds_no_seed(what: &str, text: &str) {
    let lines: Vec<&str> = text.lines().filter(|line| line.contains(SEED)).collect();
    assert!(lines.is_empty(), "{what}: {lines:#?}");
}

#[test]
fn no_seat_reads_the_seed_in_any_output_while_the_session_is_on() {
    let folder = two_sessions();
    let lines = [
        "replay s.toml --text",
        "replay s.toml --json",
        "replay s.toml --cast -",
        "report s.toml --format md --out -",
        "report s.toml --format html --out -",
        "report s.toml --format json --out -",
        "compare s.toml other.toml",
        "compare s.toml other.toml --json",
    ];
    for seat in SEATS {
        for line in lines {
            let done = folder.run(&format!("{line} --seat {seat}"));
            assert_eq!(done.status, 0, "{line}: {}", done.err);
            // The name, which nobody chose, stands wherever it has a place; entries have none.
            let named = ["Unequal Partners", "“s”", "\"s\""]
                .iter()
                .any(|name| done.out.contains(name));
            let has_place = !line.contains("replay s.toml --json");
            assert!(named || !has_place, "{line}: no name\n{}", done.out);
            holds_no_seed(&format!("{line} --seat {seat}"), &done.out);
        }
        let line =
            format!("report s.toml other.toml --format csv --out tables-{seat} --seat {seat}");
        folder.run(&line).fine();
        for table in fs::read_dir(folder.path(&format!("tables-{seat}"))).unwrap() {
            let path = table.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            holds_no_seed(&path.display().to_string(), &text);
        }
    }
    let whole = folder.run("replay s.toml --text").fine();
    assert!(whole.contains(SEED), "the white cell knows the seed");
}

#[test]
fn the_room_cannot_tell_two_seeds_apart_by_what_nobody_chose() {
    let seen = [SEED, "541038"].map(|seed| {
        let folder = Folder::new();
        let acts = r#"{"seat":"white-cell","act":{"kind":"inject","instead":"quiet"}}"#;
        let line = format!(
            "run --deck deck.toml --seed {seed} --patron human --client human --save s.toml \
             --now 2026-11-23T20:00:00Z --script -"
        );
        assert_eq!(folder.feed(&line, acts.as_bytes()).status, 1);
        let outputs = [
            "replay s.toml --text --seat audience",
            "replay s.toml --json --seat audience",
            "replay s.toml --cast - --seat audience",
            "report s.toml --format json --out - --seat audience",
            "report s.toml --format html --out - --seat audience",
        ];
        outputs.map(|line| folder.run(line).fine())
    });
    for (one, other) in seen[0].iter().zip(&seen[1]) {
        assert_eq!(one, other);
    }
}

#[test]
fn a_branch_is_not_named_after_anything_hidden() {
    let folder = two_sessions();
    let told = folder.run("branch s.toml --at 1").fine();
    holds_no_seed("what a branch is called", &told);
    let names = fs::read_dir(folder.path(".")).unwrap();
    for name in names {
        let name = name.unwrap().file_name();
        holds_no_seed("a file's name", &name.to_string_lossy());
    }
}

/// All files of a folder and of those in it but drafts, as one text, with their names.
fn files(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        into.extend(["\n", &path.to_string_lossy(), "\n"]);
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_none_or(|ending| ending != "drafts") {
            into.push_str(&String::from_utf8_lossy(&fs::read(&path).unwrap()));
        }
    }
}

#[test]
fn a_pin_and_its_digest_are_in_nothing_that_is_told_printed_copied_or_closed() {
    let (session, play) = pins::with_a_pin();
    drop(play);
    let drafts = fs::read_to_string(session.path().join("table.toml.drafts")).unwrap();
    let line = drafts.lines().find(|line| line.contains("pin/patron"));
    let is_secret = |word: &&str| word.len() > 12 && word.chars().all(char::is_alphanumeric);
    let words = line.unwrap().split(|c: char| !c.is_alphanumeric());
    let mut secrets: Vec<&str> = words.filter(is_secret).collect();
    assert!(secrets.len() >= 2, "salt and digest: {drafts}");
    secrets.push("pin/");
    secrets.push(pins::PIN);
    let folder = Folder::new();
    let save = session.path().join("table.toml").display().to_string();
    let end = r#"{"seat":"white-cell","act":{"kind":"end","reason":"over"}}"#;
    folder.write("end.jsonl", end);
    let run = |line: &str| {
        let words: Vec<&str> = line
            .split(' ')
            .map(|word| if word == "SAVE" { &save } else { word })
            .collect();
        let done = folder.run_each(&words);
        assert_eq!(done.status, 0, "{line}: {}{}", done.out, done.err);
        done.out + &done.err
    };
    let mut all = String::new();
    for line in [
        "copy SAVE --seat client --out client.toml",
        "resume SAVE --script end.jsonl",
        "verify SAVE",
        "replay SAVE --text",
        "replay SAVE --json",
        "report SAVE --format html --no-expectations --out r.html",
        "report SAVE --interactive --out i.html",
        "report SAVE --roles --format md --no-expectations --out r.md",
        "report SAVE --format json --no-expectations --out r.json",
        "report SAVE --format csv --no-expectations --out data",
        "print SAVE --out paper",
        "branch SAVE --at 1 --save branch.toml",
        "close SAVE",
    ] {
        all.push_str(&run(line));
    }
    files(&folder.path("."), &mut all);
    files(session.path(), &mut all);
    for part in ["codebook", "table.bundle", "client.toml", "branch.toml"] {
        assert!(all.contains(part), "{part} was written");
    }
    for secret in secrets {
        let at = all.find(secret);
        let around = at.and_then(|at| all.get(at.saturating_sub(80)..at + 40));
        assert_eq!(around, None, "{secret}");
    }
}
