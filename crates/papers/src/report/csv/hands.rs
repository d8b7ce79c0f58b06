//! The tables of who held the seats, and of where the white cell departed from what was computed.

use crate::report::csv::sheet::sheet;
use crate::report::csv::words;
use crate::report::model::{Aar, SeatLine};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::history::Held;

sheet! {
    /// One row a span in which somebody held a seat.
    HOLDERS "holders" "A span of entries in which one and the same held a seat, on the line that stands"
    |aar| aar.session.seats.iter().flat_map(|seat| spans(aar, seat));
    |span|
    "seat" Text (words::seats) "The seat" = span.seat.seat.word();
    "seat_name" Text "What the deck calls it" = &span.seat.name;
    "held_by" Text "Who held it: human, bot:NAME, outside:NAME for a program of somebody’s own, or nobody" = span.held.by.to_string();
    "from_entry" Integer "The entry from which on; 0 is STARTEX" = span.held.from;
    "to_entry" Integer "The last entry of the span; empty where it goes on to the end" = span.next.map(|next| next.from.before());
    "from_move" Integer "The move in which it begins, from 1" = span.held.move_number;
    "to_move" Integer "The move in which it ends; of the last span the last move that there was" = span.to_move;
}

sheet! {
    /// One row an override.
    OVERRIDES "overrides" "Where the white cell departed from what rules and piles gave, on the line that stands"
    |aar| aar.overrides.lines.iter();
    |line|
    "entry" Integer "The entry: acts.entry, which has card and bands of a ruling" = line.entry;
    "move" Integer "The move, from 1" = line.move_number;
    "kind" Text (words::overrides) "What it departs from" = line.kind;
    "about" Text "What it is about, in words" = &line.about;
    "computed" Text "What was computed or drawn, in words" = &line.computed;
    "ruled" Text "What stands, in words" = &line.ruled;
    "reason" Text "Why" = &line.reason;
    "by" Text "Whose hand" = &line.by;
    "effect" Integer "How far it alone moved the final stability, in points; empty where the seat may not know it" = line.effect;
}

/// Who held a seat, up to where another took it.
struct Span<'a> {
    seat: &'a SeatLine,
    held: &'a Held,
    next: Option<&'a Held>,
    to_move: u32,
}

fn spans<'a>(aar: &'a Aar, seat: &'a SeatLine) -> impl Iterator<Item = Span<'a>> {
    let move_of = |number: EntryNumber| {
        let before = aar.chronology.iter().rev();
        let mut before = before.filter(move |line| line.entry <= number && line.move_number > 0);
        before.next().map(|line| line.move_number)
    };
    let last = aar
        .chronology
        .last()
        .map_or(EntryNumber::STARTEX, |line| line.entry);
    seat.held.iter().enumerate().map(move |(place, held)| {
        let next = seat.held.get(place + 1);
        let end = next.map_or(last, |next| next.from.before());
        Span {
            seat,
            held,
            next,
            to_move: move_of(end)
                .unwrap_or(held.move_number)
                .max(held.move_number),
        }
    })
}
