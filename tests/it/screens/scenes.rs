//! The screens that are looked at, each reached as people reach it.

use std::path::Path;

use tempfile::TempDir;
use unequal_partners::engine::holder::Holders;
use unequal_partners::engine::options::{AdjudicationMode, Options};
use unequal_partners::session::{Holder, Setup};
use unequal_partners::tui::harness::Play;

/// The interface over an empty folder of saves.
pub(crate) fn home() -> (Play, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Play::home(folder.path()), folder)
}

/// The interface over a folder with two sessions and a file that is none.
pub(crate) fn home_with_saves() -> (Play, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::home(folder.path());
    play.keys("n<c-u>Stockholm table 2<enter>q").keys("<c-c>");
    let mut play = Play::home(folder.path());
    play.keys("n<c-u>北京 – Москва, second table with a long name<down><right><enter>");
    std::fs::write(folder.path().join("notes.toml"), "not = \"a session\"\n").unwrap();
    drop(play);
    (Play::home(folder.path()), folder)
}

/// A setup form with a known seed.
pub(crate) fn setup() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys("n<down><end><c-u>42<pgup>");
    (play, folder)
}

pub(crate) fn two_teams(adjudication: AdjudicationMode) -> Setup {
    Setup {
        options: Options {
            adjudication,
            ..Options::default()
        },
        ..Setup::of_people("Stockholm table 2", 42)
    }
}

/// A hot seat without a facilitator, when the room has read the news: the curtain is down for the client,
/// whose briefing comes first.
pub(crate) fn curtain() -> (Play, TempDir) {
    let mut play = Play::new(&two_teams(AdjudicationMode::Rigid)).unwrap();
    play.keys("<enter>");
    (play, tempfile::tempdir().unwrap())
}

pub(crate) fn briefing() -> (Play, TempDir) {
    let (mut play, folder) = curtain();
    play.keys("<enter>");
    (play, folder)
}

pub(crate) fn palette() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys(":se");
    (play, folder)
}

pub(crate) fn help() -> (Play, TempDir) {
    let (mut play, folder) = setup();
    play.keys("<f1>");
    (play, folder)
}

pub(crate) fn question() -> (Play, TempDir) {
    let (mut play, folder) = curtain();
    play.keys("<c-c>");
    (play, folder)
}

pub(crate) fn decks() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys("d<enter><right><down>");
    (play, folder)
}

pub(crate) fn search() -> (Play, TempDir) {
    let (mut play, folder) = home();
    play.keys("d<right><right>/gas");
    (play, folder)
}

/// A session of two bots, played to its end and read.
pub(crate) fn replay() -> (Play, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bots.toml");
    play_bots(&path);
    let mut play = Play::home(folder.path());
    play.keys("r<enter><down><down>");
    (play, folder)
}

pub(crate) fn play_bots(path: &Path) {
    use unequal_partners::deck::{Deck, shipped};
    use unequal_partners::session::{Remarks, Table, pilot};
    let deck = Deck::from_text(shipped()[0].id, shipped()[0].text).unwrap();
    let setup = Setup {
        seats: Holders {
            patron: Holder::Bot("greedy".to_owned()),
            client: Holder::Bot("cautious".to_owned()),
            ..Holders::default()
        },
        ..two_teams(AdjudicationMode::Rigid)
    };
    let at = unequal_partners::tui::harness::NOW;
    let mut table = Table::create(deck, &setup, path, at).unwrap();
    while let Some(next) = pilot::unattended(&table) {
        table
            .submit(
                table.last_number(),
                next.seat,
                &next.by,
                &next.action,
                Remarks::default(),
                at,
            )
            .unwrap();
    }
}

pub(crate) type Scene = (&'static str, fn() -> (Play, TempDir));

pub(crate) const SCENES: [Scene; 11] = [
    ("home", home),
    ("home-with-saves", home_with_saves),
    ("setup", setup),
    ("curtain", curtain),
    ("briefing", briefing),
    ("palette", palette),
    ("help", help),
    ("question", question),
    ("decks", decks),
    ("search", search),
    ("replay", replay),
];
