//! A hard clock that has run out: whose turn that ends, and what the white cell has to deal with.

use crate::clock::seconds;
use crate::turn::{Deadline, Turn};
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;

/// A clock that has run out, and the seat whose turn that ends, if it is one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtime {
    /// The clock.
    pub of: ClockOf,
    /// The seat that was to act.
    pub side: Option<Seat>,
    /// Seconds since it ran out.
    pub late: u32,
}

impl Overtime {
    /// Whether it ends the turn of a seat: the clock is the seat's own, or one for all.
    pub fn ends(&self, seat: Seat) -> bool {
        seat != Seat::WhiteCell && self.of.seat().is_none_or(|of| of == seat)
    }

    /// Seconds to add so that so many minutes are left from now on, however long ago the time was over.
    pub const fn more(&self, minutes: u32) -> u32 {
        minutes.saturating_mul(60).saturating_add(self.late)
    }
}

/// The hard clock that has run out and is still to be put on the record, at a time given as RFC 3339 text.
pub fn untold(turn: &Turn, now: &str) -> Option<ClockOf> {
    hard(turn, now, false).map(|overtime| overtime.of)
}

/// The hard clock that the white cell has to deal with.
pub fn overtime(turn: &Turn, now: &str) -> Option<Overtime> {
    hard(turn, now, true)
}

/// When the next hard clock runs out that is not on the record yet, in seconds since 1970.
pub fn runs_out_at(turn: &Turn) -> Option<i64> {
    let hard = ends_turns(turn).filter(|clock| !clock.told);
    hard.map(|clock| clock.at).min()
}

fn hard(turn: &Turn, now: &str, told: bool) -> Option<Overtime> {
    let side = waited_side(turn);
    let now = seconds(now)?;
    let out = ends_turns(turn).find(|clock| clock.at <= now && clock.told == told)?;
    Some(Overtime {
        of: out.of,
        side: out
            .of
            .seat()
            .or_else(|| side.filter(|_| out.of == ClockOf::Phase)),
        late: u32::try_from(now - out.at).unwrap_or(u32::MAX),
    })
}

/// The clocks that end a turn now: they do where a white cell is at the table, and somebody is to act.
fn ends_turns(turn: &Turn) -> impl Iterator<Item = &Deadline> {
    let white_cell = turn.is_of_people(Seat::WhiteCell);
    let waited = waited_side(turn).is_some();
    let deadlines = turn.deadlines.iter().filter(move |_| white_cell);
    deadlines.filter(move |clock| clock.hard && (waited || clock.of == ClockOf::Session))
}

/// The seat of people that is to act.
fn waited_side(turn: &Turn) -> Option<Seat> {
    let by_people = |seat: &&Seat| **seat != Seat::WhiteCell && turn.is_of_people(**seat);
    turn.waits_for.iter().find(by_people).copied()
}
