//! A hard clock that has run out: whose turn that ends, and what the white cell has to deal with.

use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_session::clock::seconds;
use unequal_session::{Place, Turn};

/// A clock that has run out, and the side whose turn that ends, if it is one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtime {
    /// The clock.
    pub of: ClockOf,
    /// The side that was to act.
    pub side: Option<Seat>,
}

/// The hard clock that has run out and is still to be put on the record, at a time given as RFC 3339 text.
pub(crate) fn untold(place: &Place, now: &str) -> Option<ClockOf> {
    hard(place, now, false).map(|overtime| overtime.of)
}

/// The hard clock that the white cell has to deal with.
pub fn overtime(place: &Place, now: &str) -> Option<Overtime> {
    hard(place, now, true)
}

/// Clocks end turns where a white cell is at the table.
fn hard(place: &Place, now: &str, told: bool) -> Option<Overtime> {
    let turn = place.turn();
    if !place.is_writable() || !turn.is_of_people(Seat::WhiteCell) {
        return None;
    }
    let side = waited_side(turn);
    let now = seconds(now)?;
    let mut out = turn.deadlines.iter();
    let out = out.find(|clock| {
        clock.hard
            && clock.at <= now
            && clock.told == told
            && (side.is_some() || clock.of == ClockOf::Session)
    })?;
    Some(Overtime {
        of: out.of,
        side: if out.of == ClockOf::Phase {
            side
        } else {
            out.of.side().map(Seat::from)
        },
    })
}

/// The side of people that is to act.
fn waited_side(turn: &Turn) -> Option<Seat> {
    let by_people = |seat: &&Seat| **seat != Seat::WhiteCell && turn.is_of_people(**seat);
    turn.waits_for.iter().find(by_people).copied()
}
