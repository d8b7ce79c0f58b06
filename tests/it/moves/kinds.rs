//! Every kind of act: script, record and direct submit give the same entry; the record keeps any text of it.
//!
//! Both sessions together hold every word of `Kind::WORDS`, so that a new kind of act fails here
//! until it is played. What the keyboard gives is compared with the same two lists.

pub(crate) mod sessions;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use proptest::prelude::*;
use unequal_partners::engine::action::{Action, Kind};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::options::Options;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holders, Setup, Table};
use unequal_partners::store::{Journal, NewEntry, read};

use super::*;
use crate::record::sample;
use sessions::{in_the_open, sealed};

/// The time of every act, and of the run.
const NOW: &str = "2026-06-01T10:00:00Z";

fn setup(is_sealed: bool) -> Setup {
    Setup {
        options: Options {
            sealed: is_sealed,
            ..Options::default()
        },
        seats: Holders {
            europe: if is_sealed {
                Holder::Nobody
            } else {
                Holder::Human
            },
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", 7)
    }
}

#[test]
fn both_sessions_together_hold_every_kind_of_act() {
    let played: BTreeSet<&str> = in_the_open("")
        .iter()
        .chain(&sealed(""))
        .map(|(_, act)| act.word())
        .collect();
    assert_eq!(played, Kind::WORDS.iter().copied().collect());
}

/// The acts as a script, in both ways of writing a line.
fn script(acts: &[(Seat, Action)]) -> String {
    let mut lines = String::new();
    for (place, (seat, act)) in acts.iter().enumerate() {
        let mut line = serde_json::to_value(act).unwrap();
        let has_by = line.get("by").is_some();
        let head = serde_json::json!({"seat": seat.word(), "by": "Anna", "rationale": "as agreed"});
        let mut head = head.as_object().unwrap().clone();
        if place % 2 == 0 || has_by || line.get("at").is_some() {
            head.insert("act".to_owned(), line);
        } else {
            head.append(line.as_object_mut().unwrap());
        }
        lines += &serde_json::to_string(&head).unwrap();
        lines.push('\n');
    }
    lines
}

/// Runs the script and gives back the record.
fn recorded(acts: &[(Seat, Action)], is_sealed: bool) -> Vec<NewEntry> {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    fs::write(place("deck.toml"), include_bytes!("../../golden/deck.toml")).unwrap();
    fs::write(place("acts.jsonl"), script(acts)).unwrap();
    let line = "run --deck deck.toml --seed 7 --patron human --client human --europe EUROPE --script acts.jsonl \
                --save s.toml --json --now";
    let mut command = Command::new(env!("CARGO_BIN_EXE_unequal"));
    let europe = if is_sealed { "nobody" } else { "people" };
    let line = line.replace("EUROPE", europe);
    command.args(line.split_whitespace()).arg(NOW);
    if is_sealed {
        command.arg("--sealed");
    }
    let done = command
        .current_dir(folder.path())
        .env("HOME", folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    let waits = said.contains("waits for") || done.status.success();
    assert!(waits, "{said}");
    // What is printed is what is recorded.
    let printed = String::from_utf8(done.stdout).unwrap();
    let record = read(place("s.toml")).unwrap();
    for (line, entry) in printed.lines().zip(&record.entries) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(line["act"]["kind"], entry.act.word());
        if !matches!(entry.act, Action::Estimate { .. }) {
            assert_eq!(line["act"], serde_json::to_value(&entry.act).unwrap());
        }
    }
    Table::read(&place("s.toml")).unwrap();
    record.entries.into_iter().map(NewEntry::from).collect()
}

#[test]
fn script_record_and_direct_submit_give_the_same_entry_of_every_kind() {
    for (acts, is_sealed) in [
        (in_the_open("long ago"), false),
        (sealed("long ago"), true),
        (in_the_open("\"\u{1b}[2J\\ \u{202e}\n'''"), false),
        (sealed("\"\u{1b}[2J\\ \u{202e}\n'''"), true),
    ] {
        let record = recorded(&acts, is_sealed);
        let mut table = Table::unrecorded(deck(), &setup(is_sealed), NOW).unwrap();
        for ((seat, act), entry) in acts.iter().zip(&record) {
            let said = Remarks {
                rationale: Some("as agreed".to_owned()),
                ..Remarks::default()
            };
            let moment = table.submit(table.last_number(), *seat, "Anna", act, said, NOW);
            let moment = moment.unwrap_or_else(|error| panic!("{act:?}: {error}"));
            assert_eq!(&NewEntry::from(moment.entry.clone()), entry);
        }
        assert!(record.len() >= acts.len(), "every line was taken");
    }
}

#[test]
fn every_kind_of_act_tells_itself_in_a_sentence() {
    for (acts, is_sealed) in [(in_the_open("long ago"), false), (sealed("long ago"), true)] {
        let mut table = Table::unrecorded(deck(), &setup(is_sealed), NOW).unwrap();
        for (seat, one) in &acts {
            act(&mut table, *seat, one);
        }
        for seen in table.seen(WHITE) {
            assert!(!seen.sentence.trim().is_empty(), "{} is silent", seen.kind);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever people type, the record gives it back, and so does the line of a script.
    #[test]
    fn any_text_of_any_kind_of_act_is_read_back_the_same(words in any::<String>()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.toml");
        let acts: Vec<Action> = in_the_open(&words)
            .into_iter()
            .chain(sealed(&words))
            .map(|(_, act)| act)
            .collect();
        let mut journal = Journal::create(&path, &sample::header()).unwrap();
        for (place, act) in acts.iter().enumerate() {
            let entry = NewEntry {
                after: EntryNumber::last_of(place),
                act: act.clone(),
                ..sample::entry(place as u64)
            };
            journal.append(entry).unwrap();
            let json = serde_json::to_string(act).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Action>(&json).unwrap(), act);
        }
        drop(journal);
        let back = read(&path).unwrap().entries.into_iter().map(|entry| entry.act);
        prop_assert_eq!(back.collect::<Vec<_>>(), acts);
    }
}

#[test]
fn the_charter_names_every_act_as_the_record_does() {
    let wrong = serde_json::from_str::<Action>(r#"{"kind":"?"}"#).unwrap_err();
    let wrong = wrong.to_string();
    let known: Vec<&str> = wrong.split('`').skip(3).step_by(2).collect();
    assert_eq!(known, Kind::WORDS);
}
