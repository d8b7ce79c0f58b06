//! What an act and a report cost by the number of people in the room, each with an estimate, its reason, and an inject
//! of the plan: processor time, and its ratio to the smallest room. What grows with the square of the people fails.
//!
//! `cargo bench --bench room`; the records are in memory only.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::fs;
use std::time::{Duration, Instant};

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::room::inject::{Due, News, WrittenNews};
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras, html};
use unequal_partners::session::{Remarks, Setup, Table};

const PEOPLE: [usize; 3] = [125, 250, 500];
/// The ratio that the largest room may have to the smallest: it has four times the people.
const MOST: f64 = 8.0;
const ROUNDS: usize = 7;
const NOW: &str = "2026-11-24T08:00:00Z";

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

fn room(people: usize) -> Table {
    let deck = Deck::from_text("deck", include_str!("../tests/golden/deck.toml"));
    let deck = deck.expect("the reference deck is sound");
    let setup = Setup::of_people("A full room", 7);
    let mut table = Table::unrecorded(deck, &setup, NOW).expect("the deck serves it");
    let name = |number: usize| format!("Person {number}");
    for number in 0..people {
        let at = [Seat::Patron, Seat::Client, Seat::Audience][number % 3];
        let name = name(number);
        put(&mut table, &Action::Join { name, at }, None);
    }
    let id = || "holds".to_owned();
    let ask = Action::AskEstimate {
        id: id(),
        question: "Will it hold?".to_owned(),
        resolution: "no crisis by move 4".to_owned(),
    };
    put(&mut table, &ask, None);
    for number in 0..people {
        let estimate = Action::Estimate {
            id: id(),
            name: name(number),
            percent: u8::try_from(number % 101).expect("at most 100"),
        };
        let reason = format!("{} said so", name(number * 7 % people));
        put(&mut table, &estimate, Some(reason));
    }
    for number in 0..people {
        let news = WrittenNews {
            title: format!("News {number}"),
            text: String::new(),
            changes: vec![("trust".to_owned(), -1)],
        };
        let plan = Action::PlanInject {
            id: format!("inject {number}"),
            news: News::Written(news),
            due: Due::Called,
            expects: Some("both ask for time".to_owned()),
        };
        put(&mut table, &plan, None);
    }
    put(&mut table, &Action::RevealEstimates { id: id() }, None);
    table
}

fn put(table: &mut Table, act: &Action, rationale: Option<String>) {
    let remarks = Remarks {
        rationale,
        ..Remarks::default()
    };
    table
        .submit(
            table.last_number(),
            Seat::WhiteCell,
            "person",
            act,
            remarks,
            NOW,
        )
        .expect("it is by the rules");
}

fn an_act(table: &mut Table) {
    let note = Action::Note {
        text: "A note of the length that people write at a table.".to_owned(),
        private: false,
    };
    put(table, &note, None);
    for seat in Seat::ALL {
        std::hint::black_box(table.view(seat));
    }
}

fn a_report(table: &mut Table) {
    let report = Aar::new(table, Seat::WhiteCell, Extras::default());
    std::hint::black_box(html(&report));
}
