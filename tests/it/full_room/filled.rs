//! A room of many people, each with an estimate, its reason and an inject of the plan.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::room::inject::{Due, News, WrittenNews};
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras, html};
use unequal_partners::session::{Remarks, Setup, Table};

const NOW: &str = "2026-11-24T08:00:00Z";

/// A room in which so many people have estimated, and what they thought is shown.
pub(crate) fn room(people: usize) -> Table {
    let deck = Deck::from_text("deck", include_str!("../../golden/deck.toml"));
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

/// One act, and what every seat sees of it.
pub(crate) fn an_act(table: &mut Table) {
    let note = Action::Note {
        text: "A note of the length that people write at a table.".to_owned(),
        private: false,
    };
    put(table, &note, None);
    for seat in Seat::ALL {
        std::hint::black_box(table.view(seat));
    }
}

/// The whole report, as a page.
pub(crate) fn a_report(table: &mut Table) {
    let report = Aar::new(table, Seat::WhiteCell, Extras::default());
    std::hint::black_box(html(&report));
}
