//! A workshop of eight moves through the keyboard, and the same workshop as a script: they give the same entries.

#[path = "../common/workshop.rs"]
mod script;

use std::path::Path;
use std::process::Command;

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Moment, Setup, Table};
use unequal_partners::tui::harness::Play;

/// The workshop, played on a terminal of memory.
fn played() -> Play {
    let setup = Setup::of_people("Workshop", script::SEED);
    let (columns, rows) = script::SIZE;
    let deck = Deck::from_text("golden", include_str!("../golden/deck.toml")).unwrap();
    let mut play = Play::with_deck(deck, &setup).unwrap().sized(columns, rows);
    for step in script::steps() {
        for key in &step.keys {
            play.keys(key);
        }
        let screen = play.screen();
        assert!(
            screen.contains(&step.words),
            "workshop.keys:{}: {:?} is not shown\n{screen}",
            step.line,
            step.words
        );
    }
    play
}

#[test]
fn the_workshop_is_run_from_the_console_alone() {
    let play = played();
    let table = play.app.table.as_ref().unwrap();
    assert!(table.has_ended());
    let view = table.view(Seat::WhiteCell);
    assert_eq!(view.path.len(), 9, "{:?}", view.path);
}

/// What an entry is but for its time and what follows from that.
fn told(moment: &Moment) -> impl PartialEq + std::fmt::Debug {
    let entry = &moment.entry;
    let said = (
        entry.rationale.clone(),
        entry.confidence,
        entry.dissent.clone(),
    );
    let at = (entry.number, entry.move_number, entry.phase);
    (
        at,
        entry.seat,
        entry.by.clone(),
        entry.act.clone(),
        said,
        entry.changes.clone(),
        entry.state.clone(),
    )
}

#[test]
fn keyboard_and_script_give_the_same_entries() {
    let play = played();
    let table = play.app.table.as_ref().unwrap();
    let lines: String = table
        .moments()
        .iter()
        .filter(|moment| !moment.entry.by.starts_with("bot:"))
        .map(script::line)
        .collect();
    if std::env::var_os("INSTA_UPDATE").is_some_and(|word| word == "always") {
        std::fs::write(script::SCRIPT, &lines).unwrap();
    }
    assert_eq!(std::fs::read_to_string(script::SCRIPT).unwrap(), lines);
    let folder = tempfile::tempdir().unwrap();
    let save = folder.path().join("workshop.toml");
    let deck = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/deck.toml");
    let run = Command::new(env!("CARGO_BIN_EXE_unequal"))
        .args(["run", "--deck", deck, "--seed", "42"])
        .args(["--patron", "human", "--client", "human"])
        .args(["--name", "Eight moves from the console"])
        .args(["--now", "2026-10-20T09:00:00Z"])
        .args(["--script", script::SCRIPT, "--save"])
        .arg(&save)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let shipped =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/examples/console-workshop.toml");
    if std::env::var_os("INSTA_UPDATE").is_some_and(|word| word == "always") {
        std::fs::copy(&save, &shipped).unwrap();
    }
    for path in [&save, &shipped] {
        let (scripted, _) = Table::read(path).unwrap();
        assert_eq!(scripted.moments().len(), table.moments().len());
        for (typed, read) in table.moments().iter().zip(scripted.moments()) {
            assert_eq!(told(typed), told(read), "entry {}", typed.entry.number);
        }
    }
}

#[test]
fn the_workshop_uses_every_kind_of_act_of_the_white_cell_and_of_open_play() {
    let play = played();
    let used: Vec<&str> = play
        .app
        .table
        .as_ref()
        .unwrap()
        .moments()
        .iter()
        .map(|moment| moment.entry.act.word())
        .collect();
    // Sealed sessions have acts of their own, and clocks have a test of theirs.
    let elsewhere = [
        "commit",
        "reveal-demand",
        "reveal-response",
        "set-clock",
        "extend-clock",
        "clock-out",
        "reconvene",
    ];
    let missing: Vec<&str> = Action::WORDS
        .into_iter()
        .filter(|word| !used.contains(word) && !elsewhere.contains(word))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
