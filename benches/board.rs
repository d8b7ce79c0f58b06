//! What a key costs on the board, by the length of the record: processor time a key, drawn, and its ratio to the
//! shortest record, for a table of bots that was taken back again and again and for one of people who take notes.
//!
//! `cargo bench --bench board`; the records are in memory only.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::fs;
use std::time::{Duration, Instant};

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::Holders;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holder, Remarks, Setup, Table, pilot};
use unequal_partners::tui::goal::Goal;
use unequal_partners::tui::harness::Play;

const ENTRIES: [u64; 3] = [50, 500, 5_000];
/// The ratio that a key on the longest record may have to one on the shortest.
const MOST: f64 = 1.3;
const ROUNDS: usize = 9;
/// A round of the panels, with moves of the eye in each.
const KEYS: &str = "<down><up><tab><down><up><tab><down><right><tab><down><tab><down><up><tab>";
const NOW: &str = "2026-11-24T08:00:00Z";
/// Entries of play at the end of the record of bots, the same at every length.
const PLAYED: u64 = 40;

fn main() {
    let mut wrong = false;
    for (name, made) in [
        ("bots, taken back", bots as fn(u64) -> Play),
        ("people, taking notes", people),
    ] {
        let mut plays = ENTRIES.map(made);
        let mut times = [const { Vec::new() }; ENTRIES.len()];
        // In turns, so that whatever else the machine does falls on all of them.
        for _ in 0..ROUNDS {
            for (play, times) in plays.iter_mut().zip(&mut times) {
                times.push(a_round(play));
            }
        }
        let medians = times.map(|mut times| {
            times.sort();
            times[ROUNDS / 2].as_secs_f64() * 1000.0
        });
        for (entries, median) in ENTRIES.iter().zip(medians) {
            let ratio = median / medians[0];
            wrong |= ratio > MOST;
            println!("{name:22} {entries:>5} entries: {median:6.3} ms a key; ratio {ratio:.2}");
        }
    }
    assert!(!wrong, "a key may cost no more than {MOST} times as much");
}

/// Presses a round of keys and draws after each; gives the processor time a key.
fn a_round(play: &mut Play) -> Duration {
    let keys: Vec<&str> = KEYS.split_inclusive('>').collect();
    let begun = spent();
    for key in &keys {
        play.keys(key);
        std::hint::black_box(play.buffer());
    }
    spent().saturating_sub(begun) / u32::try_from(keys.len()).expect("few keys")
}

/// Processor time of this thread, where the system tells; else the time on the wall.
fn spent() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(
        || {
            static BEGUN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
            BEGUN.get_or_init(Instant::now).elapsed()
        },
        Duration::from_nanos,
    )
}

/// The board over a table of two bots; where their session ends, or the record is long enough, it is taken back.
fn bots(entries: u64) -> Play {
    let bot = || Holder::Bot("random".to_owned());
    let setup = Setup {
        seats: Holders {
            patron: bot(),
            client: bot(),
            ..Holders::default()
        },
        ..Setup::of_people("A long record", 7)
    };
    let play = Play::new(&setup).expect("the shipped deck serves it");
    let mut held = play.table();
    let table = &mut *held;
    while table.last_number().get() + PLAYED + 1 < entries {
        match pilot::unattended(table) {
            Some(next) => put(table, next.seat, &next.by, &next.action),
            None => take_back(table),
        }
    }
    take_back(table);
    for _ in 0..PLAYED {
        let next = pilot::unattended(table).expect("a session is longer than that");
        put(table, next.seat, &next.by, &next.action);
    }
    drop(held);
    shown(play)
}

/// The board over a table of people who do nothing but take notes.
fn people(entries: u64) -> Play {
    let play =
        Play::new(&Setup::of_people("A long record", 7)).expect("the shipped deck serves it");
    let mut held = play.table();
    let table = &mut *held;
    while table.last_number().get() < entries {
        let note = Action::Note {
            text: "A note of the length that people write at a table.".to_owned(),
            private: false,
        };
        put(table, Seat::WhiteCell, "person", &note);
    }
    drop(held);
    shown(play)
}

fn take_back(table: &mut Table) {
    let again = Action::Undo {
        to: EntryNumber::new(0),
        reason: "again".to_owned(),
    };
    put(table, Seat::WhiteCell, "program", &again);
}

fn put(table: &mut Table, seat: Seat, by: impl Into<Player>, act: &Action) {
    table
        .submit(table.last_number(), seat, by, act, Remarks::default(), NOW)
        .expect("they act by the rules");
}

/// The board as it is before the first of the keys that are measured.
fn shown(play: Play) -> Play {
    let mut play = play.sized(120, 36);
    let place = &mut play.stack.sitting.place;
    place.as_mut().expect("a session is open").look();
    if play.stack.screen() != Some(Goal::Board) {
        play.keys("<enter>");
    }
    assert_eq!(play.stack.bare_screen(), Some(Goal::Board));
    a_round(&mut play);
    play
}
