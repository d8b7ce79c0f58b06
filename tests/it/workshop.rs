//! A workshop of eight moves through the keyboard, and the same workshop as a script: they give the same entries.
//!
//! With the two shorter sessions below it, every kind of act is typed once and compared.

#[path = "../common/workshop.rs"]
mod script;

use std::path::PathBuf;
use std::process::Command;

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Kind;
use unequal_partners::engine::holder::{Holder, Holders};
use unequal_partners::engine::options::Options;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Moment, Setup, Table};
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;

use crate::by_keys::play_to_the_end;
use crate::made::{self, Script};
use crate::pace::{at, patron_types, stamp};

/// The workshop, played on a terminal of memory.
fn played() -> Play {
    let setup = Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Workshop", script::SEED)
    };
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
            "console-workshop.keys:{}: {:?} is not shown\n{screen}",
            step.line,
            step.words
        );
    }
    play
}

#[test]
fn the_workshop_is_run_from_the_console_alone() {
    let play = played();
    let table = play.table();
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

/// The script of the workshop, and where what it gives is kept.
fn scripts() -> (Vec<Script>, PathBuf) {
    (
        made::scripts(&made::at("tests/sessions")),
        made::at("saves/examples"),
    )
}

#[test]
#[ignore = "writes: makes the workshop's script and its record anew"]
fn the_workshop_is_made_anew() {
    let kept = std::fs::read_to_string(script::SCRIPT).unwrap();
    let command = kept.lines().next().unwrap();
    let lines = script::typed(played().table().moments());
    std::fs::write(script::SCRIPT, format!("{command}\n{lines}")).unwrap();
    let (scripts, folder) = scripts();
    made::make_anew(&scripts, &folder);
}

#[test]
fn keyboard_and_script_give_the_same_entries() {
    let play = played();
    let table = play.table();
    assert_eq!(script::scripted(), script::typed(table.moments()));
    let (scripts, shipped) = scripts();
    let folder = tempfile::tempdir().unwrap();
    made::play(&scripts, folder.path());
    for folder in [folder.path(), &shipped] {
        let (scripted, _) = Table::read(&folder.join("console-workshop.toml")).unwrap();
        assert_eq!(scripted.moments().len(), table.moments().len());
        for (typed, read) in table.moments().iter().zip(scripted.moments()) {
            assert_eq!(told(typed), told(read), "entry {}", typed.entry.number);
        }
    }
}

/// The acts that only sealed sessions have.
const SEALED: [&str; 3] = ["commit", "reveal-demand", "reveal-response"];

/// Plays what was typed as a script, and holds entry against entry; all of `words` must have been typed.
fn is_given_by_its_script(table: &Table, deck: &str, options: &[&str], words: &[&str]) {
    // What follows from the rules alone the program does in a script as it does at the table.
    let by_itself = |moment: &&Moment| {
        moment.entry.by == Player::Program && moment.entry.act.word() == "follow-up"
    };
    let lines: String = table
        .moments()
        .iter()
        .filter(|moment| !by_itself(moment))
        .map(script::line)
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("typed.jsonl");
    let save = folder.path().join("scripted.toml");
    std::fs::write(&file, lines).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_unequal"))
        .args(["run", "--deck", deck, "--seed", "7"])
        .args(["--patron", "human", "--client", "human"])
        .args(options)
        .arg("--script")
        .arg(&file)
        .arg("--save")
        .arg(&save)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    let (scripted, _) = Table::read(&save).unwrap_or_else(|error| panic!("{error}: {said}"));
    assert!(scripted.moments().len() >= table.moments().len(), "{said}");
    for (typed, read) in table.moments().iter().zip(scripted.moments()) {
        assert_eq!(told(typed), told(read), "entry {}", typed.entry.number);
    }
    for word in words {
        let typed = |moment: &Moment| moment.entry.act.word() == *word;
        assert!(table.moments().iter().any(typed), "{word} was not typed");
    }
}

#[test]
fn a_sealed_session_that_was_typed_is_given_by_its_script() {
    let setup = Setup {
        options: Options {
            sealed: true,
            ..Options::default()
        },
        moves: Some(2),
        ..Setup::of_people("Sealed", 7)
    };
    let mut play = Play::new(&setup).unwrap();
    play_to_the_end(&mut play, "sealed");
    let table = play.table();
    let options = ["--sealed", "--moves", "2"];
    is_given_by_its_script(&table, "unequal-partners", &options, &SEALED);
}

#[test]
fn clocks_that_were_typed_and_what_time_brought_are_given_by_their_script() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    let deck = Deck::from_text("golden", include_str!("../golden/deck.toml")).unwrap();
    let setup = Setup::of_people("Clocks", 7);
    drop(Table::create(deck, &setup, &path, &stamp(0, 0)).unwrap());
    let resumed = |minute| {
        let mut play = Play::home(folder.path());
        play.stack.sitting.clock = Clock::held_at(&stamp(minute, 0));
        outside::perform(
            &mut play.stack,
            &mut play.console,
            Effect::Resume(path.clone()),
        );
        play
    };
    let mut play = resumed(1);
    play.keys("t<right><right><right><tab><enter>2<esc>");
    drop(play);
    let play = resumed(60);
    let table = play.table();
    let deck = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/deck.toml");
    is_given_by_its_script(
        &table,
        deck,
        &[],
        &["set-clock", "extend-clock", "reconvene"],
    );
    // A minute for the patron, which runs out while it types; then the white cell gives more.
    let (_folder, mut play) = patron_types(60);
    at(&mut play, 1, 5);
    play.keys("<enter>1");
    let table = play.table();
    let words = ["clock-out", "extend-clock"];
    is_given_by_its_script(&table, "unequal-partners", &[], &words);
}

#[test]
fn the_workshop_uses_every_kind_of_act_of_the_white_cell_and_of_open_play() {
    let play = played();
    let used: Vec<&str> = play
        .table()
        .moments()
        .iter()
        .map(|moment| moment.entry.act.word())
        .collect();
    // What only time brings is left to the test of the clocks, and who comes from elsewhere to a host.
    let elsewhere = [&SEALED[..], &["clock-out", "reconvene", "admit"]].concat();
    let missing: Vec<&str> = Kind::WORDS
        .iter()
        .copied()
        .filter(|word| !used.contains(word) && !elsewhere.contains(word))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
