//! The canonical logs that every implementation of the rules must reproduce.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::bot::{Bot, EuropeBot, Players, canonical_log};
use unequal_partners::deck::Deck;
use unequal_partners::model::scenario::Scenario;

use crate::made;

/// The reference deck of the rules, its numbers alone.
pub(crate) fn second() -> Scenario {
    let text = include_str!("../golden/deck.toml");
    let deck = Deck::from_text("reference", text).expect("the deck is right");
    deck.scenario
}

/// The logs of a folder, by name.
fn logs(folder: &Path) -> Vec<PathBuf> {
    let mut logs: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "log"))
        .collect();
    logs.sort();
    logs
}

/// Compares every log of a folder with what its name comes to; returns how many there were.
fn compare(folder: &Path, log: impl Fn(&[&str]) -> String) -> usize {
    let logs = logs(folder);
    let mut wrong = String::new();
    for path in &logs {
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a name");
        let expected = fs::read_to_string(path).expect("a readable log");
        let got = log(&name.split('_').collect::<Vec<_>>());
        if got != expected {
            let at = expected.lines().zip(got.lines()).position(|(a, b)| a != b);
            let at = at.unwrap_or_else(|| expected.lines().count().min(got.lines().count()));
            let line = |text: &str| text.lines().nth(at).unwrap_or("(nothing)").to_owned();
            let (expected, got) = (line(&expected), line(&got));
            let _ = writeln!(
                wrong,
                "{name}, line {}:\n  expected {expected}\n  got      {got}",
                at + 1
            );
        }
    }
    assert!(wrong.is_empty(), "logs differ:\n{wrong}");
    logs.len()
}

/// What the name of a log comes to: `PATRON_CLIENT_EUROPE_SEED`.
fn played(scenario: &Scenario, name: &[&str]) -> String {
    let [patron, client, europe, seed] = *name else {
        panic!("a log's name is PATRON_CLIENT_EUROPE_SEED: {name:?}");
    };
    let europe = EuropeBot::from_word(europe).expect("a bot of Europe's");
    let named = |name| Bot::named(scenario, name).expect("a shipped policy");
    let (patron, client) = (named(patron), named(client));
    let (patron, client) = (patron.expecting(europe), client.expecting(europe));
    let players = Players {
        patron: &patron,
        client: &client,
        europe,
    };
    canonical_log(scenario, seed.parse().expect("a seed"), players)
}

fn folder() -> PathBuf {
    made::at("tests/golden")
}

#[test]
fn the_reference_deck_gives_the_golden_logs() {
    let scenario = second();
    let compared = compare(&folder(), |name| played(&scenario, name));
    assert!(compared >= 30);
}

#[test]
#[ignore = "writes the golden logs of rules that have changed"]
fn the_golden_logs_are_made_anew() {
    let scenario = second();
    for path in logs(&folder()) {
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a name");
        let log = played(&scenario, &name.split('_').collect::<Vec<_>>());
        fs::write(&path, log).expect("the log is written");
    }
}
