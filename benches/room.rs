//! What an act and a report cost by the number of people in the room, each with an estimate, its reason, and an inject
//! of the plan: processor time, and its ratio to the smallest room. What grows with the square of the people fails.
//!
//! `cargo bench --bench room`; the records are in memory only.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::fs;
use std::time::{Duration, Instant};

use unequal_partners::session::Table;

#[path = "../tests/it/full_room/filled.rs"]
mod filled;

use filled::{a_report, an_act, room};

const PEOPLE: [usize; 3] = [125, 250, 500];
/// The ratio that the largest room may have to the smallest: it has four times the people.
const MOST: f64 = 8.0;
const ROUNDS: usize = 7;

fn main() {
    let mut tables = PEOPLE.map(room);
    let mut wrong = false;
    for (name, work) in [
        ("an act, seen by all seats", an_act as fn(&mut Table)),
        ("a report", a_report),
    ] {
        let mut times = [const { Vec::new() }; PEOPLE.len()];
        // In turns, so that whatever else the machine does falls on all of them.
        for _ in 0..ROUNDS {
            for (table, times) in tables.iter_mut().zip(&mut times) {
                let begun = spent();
                work(table);
                times.push(spent().saturating_sub(begun));
            }
        }
        let medians = times.map(|mut times| {
            times.sort();
            times[ROUNDS / 2].as_secs_f64() * 1000.0
        });
        for (people, median) in PEOPLE.iter().zip(medians) {
            let ratio = median / medians[0];
            wrong |= ratio > MOST;
            println!("{name:26} {people:>4} people: {median:8.2} ms; ratio {ratio:.2}");
        }
    }
    assert!(
        !wrong,
        "four times the people may cost {MOST} times as much"
    );
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
