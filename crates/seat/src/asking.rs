//! What a seat is told when it is to act, and when nothing more is asked of it.

use std::collections::BTreeMap;

use crate::hello::written;
use crate::message::{CardNow, ClockRuns, End, News, ToSeal, Turn};
use crate::now::{StateAfter, changes};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::Place;
use unequal_session::sight::Seen;

/// Which question it is.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Its number.
    pub turn: u64,
    /// Which try it is, from 1.
    pub try_number: u32,
    /// The last entry of which the seat was told.
    pub told: EntryNumber,
    /// Seconds until the answer is too late.
    pub seconds: f64,
}

/// A question to the seat of a place, as things stand there.
pub fn turn(place: &Place, question: Question) -> Turn {
    let (scenario, view) = (place.scenario(), place.view());
    Turn {
        turn: question.turn,
        try_number: question.try_number,
        entry: place.last_number(),
        seconds: question.seconds,
        clocks: (place.turn().deadlines.iter())
            .map(|clock| ClockRuns {
                of: clock.of,
                at: clock.at,
                hard: clock.hard,
            })
            .collect(),
        state: StateAfter::new(scenario, view),
        cards: cards(place),
        written: written(place.deck()),
        news: news(place, question.told),
        acts: view.acts.clone(),
        seal: to_seal(view.phase, place.seat()),
    }
}

/// What a seat seals in a phase.
pub(crate) const fn to_seal(phase: Phase, seat: Seat) -> Option<ToSeal> {
    match (phase, seat) {
        (Phase::Sealing, Seat::Patron) => Some(ToSeal::Demand),
        (Phase::Sealing, Seat::Client) => Some(ToSeal::Response),
        _ => None,
    }
}

/// The last line to a seat: the session has ended, or somebody else sits there from now on.
pub fn end(place: &Place, why: &str) -> End {
    let over = place.has_ended();
    End {
        why: why.to_owned(),
        state: over.then(|| StateAfter::new(place.scenario(), place.view())),
        told: place.ending_told(),
    }
}

fn cards(place: &Place) -> BTreeMap<String, CardNow> {
    let progress = &place.view().progress;
    let cards = place.scenario().cards.placed();
    cards
        .filter(|(_, card)| !card.id.is_empty())
        .map(|(at, card)| {
            let now = CardNow {
                given: progress.given(at),
                demanded: progress.tabled(at),
            };
            (card.id.clone(), now)
        })
        .filter(|(_, now)| now.given != 0 || now.demanded != 0)
        .collect()
}

/// What has happened after an entry.
fn news(place: &Place, told: EntryNumber) -> Vec<News> {
    let known = place.entries();
    let since = place.place_of(told.next());
    let seen = place.seen(since..known);
    seen.into_iter().map(|seen| item(place, seen)).collect()
}

fn item(place: &Place, seen: Seen) -> News {
    News {
        entry: seen.number,
        move_number: seen.move_number,
        phase: seen.phase,
        seat: seen.seat,
        sentence: seen.sentence,
        // An act of the white cell's says more than may be told of it.
        act: seen.act.filter(|_| seen.seat.plays()),
        text: place.news_text(seen.number),
        changes: changes(place.scenario(), &seen.changes),
        by: seen.by,
        undone: seen.undone,
    }
}
