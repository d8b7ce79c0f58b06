//! A hard clock that has run out: whose turn that ends, and what the white cell has to deal with.

use crate::sitting::{Sitting, turn};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_session::pace::Reading;
use unequal_session::{History, Holder, Pace};

/// A clock that has run out, and the side whose turn that ends, if it is one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtime {
    /// The clock.
    pub of: ClockOf,
    /// The side that was to act.
    pub side: Option<Seat>,
}

/// The hard clock that has run out and is still to be put on the record.
pub(crate) fn untold(table: &History, pace: &Pace) -> Option<ClockOf> {
    hard(table, pace, false).map(|overtime| overtime.of)
}

/// The hard clock that the white cell has to deal with.
pub fn overtime(sitting: &Sitting) -> Option<Overtime> {
    let table = sitting.table.as_ref().filter(|table| is_ours(table))?;
    hard(table, &Pace::of(table, &sitting.clock.now()), true)
}

/// Whether clocks end turns here: a white cell is at the table, and some clock is hard.
pub(crate) fn is_ours(table: &History) -> bool {
    table.is_writable()
        && table.has_hard_clock()
        && turn::people(table).contains(&Seat::WhiteCell)
        && table.view(Seat::Observer).phase != Phase::Ended
}

fn hard(table: &History, pace: &Pace, told: bool) -> Option<Overtime> {
    let waits = table.view(Seat::Observer).waits_for;
    let by_people =
        |seat: &&Seat| **seat != Seat::WhiteCell && table.holder(**seat) == Holder::Human;
    let side = waits.iter().find(by_people).copied();
    let ends = |reading: &&Reading| {
        let Reading { clock, runs, .. } = reading;
        clock.hard
            && *runs
            && reading.is_out()
            && reading.told == told
            && (side.is_some() || clock.of == ClockOf::Session)
    };
    pace.clocks.iter().find(ends).map(|reading| Overtime {
        of: reading.clock.of,
        side: match reading.clock.of {
            ClockOf::Patron => Some(Seat::Patron),
            ClockOf::Client => Some(Seat::Client),
            ClockOf::Phase => side,
            ClockOf::Session => None,
        },
    })
}
