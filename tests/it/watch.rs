//! A session watched from outside while it is played: the file in all its conditions, and what the room sees.

mod calls;
mod file;
mod leaks;
mod newest;
mod scenes;
pub(crate) mod screen;
mod unsaid;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Condition, Remarks, Setup, Table, Watch, pilot};

use crate::eventful::{bots, stamp, submit};

/// How long anything may take before a test fails.
const DEADLINE: Duration = Duration::from_secs(20);

/// A folder of its own, and a path in it where no file is yet.
fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    (folder, path)
}

fn deck() -> Deck {
    Deck::from_text("deck.toml", include_str!("../golden/deck.toml")).unwrap()
}

/// A session that is written to a file.
fn begin(path: &Path) -> Table {
    begin_with(path, &bots("logit", "logit", 7))
}

fn begin_with(path: &Path, setup: &Setup) -> Table {
    Table::create(deck(), setup, path, &stamp(0)).unwrap()
}

/// Lets the program and the bots make some acts.
fn play(table: &mut Table, acts: u64) {
    let until = table.last_number().get() + acts;
    while table.last_number().get() < until {
        let next = pilot::unattended(table).expect("the session goes on");
        let by = next.by.clone();
        submit(table, next.seat, &by, &next.action, Remarks::default());
    }
}

fn note(text: &str, private: bool) -> Action {
    Action::Note {
        text: text.to_owned(),
        private,
    }
}

/// The number of the last entry that was read.
fn read(watch: &Watch) -> u64 {
    watch.whole().map_or(0, |table| table.last_number().get())
}

/// Looks until a condition holds.
#[track_caller]
fn look_until(watch: &mut Watch, what: &str, holds: impl Fn(&Watch) -> bool) {
    let begun = Instant::now();
    while !holds(watch) {
        assert!(
            begun.elapsed() < DEADLINE,
            "{what} does not come: {:?}, {} entries",
            watch.condition(),
            read(watch)
        );
        watch.look();
        thread::sleep(Duration::from_millis(1));
    }
}

#[track_caller]
fn look_until_it_is(watch: &mut Watch, condition: &Condition) {
    look_until(watch, &format!("{condition:?}"), |watch| {
        watch.condition() == condition
    });
}

/// The whole bytes of a session, and where its last entry begins.
fn whole(path: &Path, acts: u64) -> (Vec<u8>, usize) {
    let mut table = begin(path);
    play(&mut table, acts - 1);
    let before = usize::try_from(fs::metadata(path).unwrap().len()).unwrap();
    play(&mut table, 1);
    (fs::read(path).unwrap(), before)
}

/// Submits a private note of a side.
fn whisper(table: &mut Table, text: &str) {
    submit(
        table,
        Seat::Client,
        "Team B",
        &note(text, true),
        Remarks::default(),
    );
}
