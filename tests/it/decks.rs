//! Decks that are right load; decks that are wrong say everything that is wrong with them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use unequal_partners::deck::{self, Deck, LoadError};

fn decks() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decks")
}

#[test]
fn every_wrong_deck_gives_its_full_diagnostic() {
    let mut names: Vec<String> = fs::read_dir(decks().join("bad"))
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() >= 60, "only {} wrong decks", names.len());
    for name in names {
        let bytes = fs::read(decks().join("bad").join(format!("{name}.toml"))).unwrap();
        let shown = format!("tests/decks/bad/{name}.toml");
        let Err(problems) = Deck::from_bytes(&shown, &bytes) else {
            panic!("{shown} is accepted");
        };
        let report = format!("{}{problems}\n", deck::report(&problems, false));
        assert!(
            report.chars().all(|c| c == '\n' || !c.is_control()),
            "{shown}: the report has control characters"
        );
        insta::with_settings!({
            snapshot_path => "../decks/bad",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(name, report) });
    }
}

#[test]
fn the_base_of_the_wrong_decks_is_right() {
    let deck = Deck::from_path(&decks().join("base.toml")).unwrap();
    assert_eq!(deck.scenario.cards.len(), 3);
}

#[test]
fn a_megabyte_of_open_brackets_is_refused_at_once() {
    for run in [
        "[", "{", "[[", "a.", "x=[", "[a.", "'", "\"\"\"", "=\n", "[\n", "a=1\n",
    ] {
        for size in [1_000_000, 4_000_000] {
            let text = run.repeat(size / run.len());
            let start = Instant::now();
            let problems = Deck::from_text("brackets.toml", &text).unwrap_err();
            let report = deck::report(&problems, true);
            assert!(report.len() < 200_000, "{run:?}: {} bytes", report.len());
            let took = start.elapsed();
            assert!(
                took < Duration::from_secs(20),
                "{run:?} × {size} took {took:?}"
            );
        }
    }
}

#[test]
fn ten_megabytes_of_brackets_are_refused_by_their_size() {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), "[".repeat(10_000_000)).unwrap();
    let Err(LoadError::Wrong(problems)) = Deck::from_path(file.path()) else {
        panic!("accepted");
    };
    assert_eq!(problems.problems[0].code, "too-large");
    assert!(problems.text.is_empty());
}
