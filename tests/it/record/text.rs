//! What a record says to people and to other programs.

use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{DeckCopy, Journal, NewEntry, parse, read};

use super::sample::{self, header, place, write};

/// Text that a terminal, a reader of TOML or a careless program could stumble over.
const HOSTILE: &[&str] = &[
    "\u{1b}[2J\u{1b}]0;title\u{7}\u{1b}P+q\u{1b}\\",
    "\u{9b}31m\u{90}\u{7f}\0\u{8}\u{c}",
    "\u{202e}gnp.exe\u{2066}\u{200f}\u{61c}\u{feff}\u{2028}\u{e0041}",
    "line one\nline two\r\nline three\r\ttab",
    "''' \"\"\" \\ \" ' \\u0041 # not a comment",
    "\n[[entry]]  # 3, 12 bytes, check 00000000\ndigest = \"\"\n",
    "中方要求俄方降低天然气价格。 скидка на газ 👩\u{200d}💻 e\u{301}",
    "",
];

fn hostile_entry(last: u64, text: &str) -> NewEntry {
    NewEntry {
        by: text.into(),
        at: text.into(),
        state: text.into(),
        act: Action::Note {
            text: text.into(),
            private: false,
        },
        rationale: Some(text.into()),
        dissent: Some(text.into()),
        ..sample::entry(last)
    }
}

/// Whether the bytes could be shown by `cat` without doing anything but show letters.
fn is_harmless(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap();
    !text.chars().any(|c| {
        (c.is_control() && c != '\n')
            || matches!(
                c,
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'
                | '\u{61c}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}'
            )
    })
}

#[test]
fn hostile_text_is_kept_to_the_letter_and_stored_harmlessly() {
    let (_folder, path) = place();
    let all = HOSTILE.concat();
    let mut header = header();
    header.name.clone_from(&all);
    header.program.clone_from(&all);
    header.deck = DeckCopy::new(1, &*all, &*all, &*all);
    let mut journal = Journal::create(&path, &header).unwrap();
    for (last, text) in (0..).zip(HOSTILE) {
        journal.append(hostile_entry(last, text)).unwrap();
    }
    assert!(is_harmless(&fs::read(&path).unwrap()));
    let record = read(&path).unwrap();
    assert_eq!(record.header, header);
    for ((last, text), entry) in (0..).zip(HOSTILE).zip(record.entries) {
        assert_eq!(NewEntry::from(entry), hostile_entry(last, text));
    }
}

#[test]
fn a_text_of_a_megabyte_is_kept() {
    let (_folder, path) = place();
    let text = "要求\u{1b}[2J \"quoted\" and \\ more\n".repeat(40_000);
    assert!(text.len() > 1_000_000);
    let mut journal = write(&path, 1);
    journal.append(hostile_entry(1, &text)).unwrap();
    journal.append(sample::entry(2)).unwrap();
    drop(journal);
    let opened = Journal::open(&path).unwrap();
    assert_eq!(opened.entries.len(), 3);
    assert_eq!(opened.entries[1].rationale.as_deref(), Some(&*text));
}

#[test]
fn a_deck_stands_in_the_record_as_its_author_wrote_it() {
    let (_folder, path) = place();
    drop(write(&path, 0));
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains(&format!("source = '''\n{}'''\n", sample::DECK)),
        "{text}"
    );
}

#[test]
fn an_act_that_toml_cannot_hold_is_refused_before_anything_is_written() {
    let (_folder, path) = place();
    let mut journal = write(&path, 1);
    let before = fs::read(&path).unwrap();
    let far = Action::Undo {
        to: EntryNumber::new(u64::MAX),
        reason: String::new(),
    };
    let ahead = NewEntry {
        after: EntryNumber::new(2),
        ..sample::entry(1)
    };
    let sure = NewEntry {
        confidence: Some(101),
        ..sample::entry(1)
    };
    for new in [
        NewEntry {
            act: far,
            ..sample::entry(1)
        },
        ahead,
        sure,
    ] {
        let error = journal.append(new).unwrap_err();
        assert_eq!(error.entry(), Some(EntryNumber::new(2)));
        assert!(
            error.to_string().contains("entry 2 cannot be recorded"),
            "{error}"
        );
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(
        journal.append(sample::entry(1)).unwrap().number,
        EntryNumber::new(2)
    );
}

#[test]
fn the_format_is_as_the_handbook_shows_it() {
    let (_folder, path) = place();
    drop(write(&path, 4));
    let text = fs::read_to_string(&path).unwrap();
    insta::assert_snapshot!("the_format", text);
}

/// What another reader of TOML finds in a record, printed as JSON.
const READER: &str = r#"
import json, sys, tomllib
with open(sys.argv[1], "rb") as f:
    record = tomllib.load(f)
print(json.dumps(record))
"#;

fn read_elsewhere(path: &Path) -> Option<serde_json::Value> {
    let output = Command::new("python3")
        .args(["-c", READER])
        .arg(path)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("No module named") {
        return None;
    }
    assert!(output.status.success(), "{said}");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn another_reader_of_toml_finds_the_same() {
    let (_folder, path) = place();
    let mut journal = write(&path, 60);
    for (last, text) in (60..).zip(HOSTILE) {
        journal.append(hostile_entry(last, text)).unwrap();
    }
    let Some(found) = read_elsewhere(&path) else {
        println!("not tried: no python3 with tomllib here");
        return;
    };
    let record = read(&path).unwrap();
    assert_eq!(found["session"]["seed"], header().seed.to_string());
    assert_eq!(found["session"]["seats"]["client"], "bot:greedy");
    assert_eq!(found["deck"]["source"], sample::DECK);
    assert_eq!(found["chain"]["digest"], record.header_digest);
    let entries = serde_json::to_value(&record.entries).unwrap();
    assert_eq!(found["entry"], entries);
}

/// An act with any text in it.
fn any_act() -> impl Strategy<Value = Action> {
    let text = any::<String>;
    prop_oneof![
        (text(), any::<bool>()).prop_map(|(text, private)| Action::Note { text, private }),
        (text(), any::<i64>(), text()).prop_map(|(gauge, by, reason)| Action::Adjust {
            gauge,
            by,
            reason
        }),
        proptest::option::of(text()).prop_map(|instead| Action::Inject { instead }),
        (
            proptest::option::of(any::<i64>()),
            any::<i64>(),
            proptest::option::of(text())
        )
            .prop_map(|(roll, arguments, reason)| Action::Rule {
                roll,
                arguments,
                band: None,
                reason,
                provisional: false
            }),
        (0..u64::MAX / 2, text()).prop_map(|(to, reason)| Action::Undo {
            to: EntryNumber::new(to),
            reason
        }),
        (0..15_u64).prop_map(|kind| sample::entry(45 + kind).act),
    ]
}

prop_compose! {
    fn any_entry()(
        act in any_act(), at in any::<String>(), by in any::<String>(), kind in 0..20_u64,
        rationale in any::<Option<String>>(), dissent in any::<Option<String>>(),
        confidence in proptest::option::of(0..=100_u8), move_number in any::<u32>(),
        event in any::<Option<String>>(), roll in any::<Option<i64>>(), state in any::<String>(),
        changes in proptest::collection::vec(any::<(String, i64, i64, String)>(), 0..4),
    ) -> NewEntry {
        NewEntry {
            after: EntryNumber::new(0), at, by: by.into(), act, rationale, confidence, dissent, move_number, state,
            drawn: unequal_partners::store::Drawn { event, roll, computed: roll.map(|_| unequal_partners::model::choice::Band::Slip) },
            changes: changes.into_iter().map(Into::into).collect(),
            ..sample::entry(kind)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_act_is_read_back_the_same_and_written_again_to_the_same_bytes(
        entries in proptest::collection::vec(any_entry(), 1..4),
        name in any::<String>(), source in any::<String>(), seed in any::<u64>(),
        moves in any::<Option<u32>>(),
    ) {
        let (folder, path) = place();
        let mut header = header();
        header.name = name;
        header.seed = seed;
        header.options.moves = moves;
        header.deck = DeckCopy::new(1, "d", "D", source);
        let mut journal = Journal::create(&path, &header).unwrap();
        for new in &entries {
            journal.append(new.clone()).unwrap();
        }
        let bytes = fs::read(&path).unwrap();
        prop_assert!(is_harmless(&bytes));
        let (record, damage) = parse(&path, &bytes).unwrap();
        prop_assert!(damage.is_none());
        prop_assert_eq!(&record.header, &header);
        let again = folder.path().join("again.toml");
        let mut journal = Journal::create(&again, &record.header).unwrap();
        for (entry, new) in record.entries.into_iter().zip(entries) {
            let entry = NewEntry::from(entry);
            prop_assert_eq!(&entry, &new);
            journal.append(entry).unwrap();
        }
        prop_assert_eq!(fs::read(&again).unwrap(), bytes);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in any::<Vec<u8>>(), at in any::<usize>(), cut in any::<usize>()) {
        let _any_answer = parse("x.toml", &bytes);
        let mut record = sample_bytes();
        let at = at % record.len();
        record.splice(at..at, bytes);
        record.truncate(record.len() - cut % record.len());
        let _any_answer = parse("x.toml", &record);
    }
}

fn sample_bytes() -> Vec<u8> {
    let (_folder, path) = place();
    drop(write(&path, 5));
    fs::read(&path).unwrap()
}
