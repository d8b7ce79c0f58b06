//! Time on the clocks: worked out from the times in the record and from now, and from nothing else.
//!
//! Clocks stand still in a pause, and between the last entry of one sitting and the *reconvene* that
//! begins the next. The clock of the phase and those of the seats begin anew with each phase;
//! an undo gives them back as they stood at the entry it goes back to. The session's clock goes on
//! through an undo, because the room's time does. Rules never ask for any of this.

mod beat;
pub mod day;
mod run;
mod stand;
#[cfg(test)]
mod tests;

use crate::history::History;
use unequal_core::engine::seat::Seat;

use beat::Beat;

pub use run::Run;
pub use stand::{AgainstPlan, Pace, Paused, Reading, Spent};

impl History {
    /// Whether any clock is set now.
    pub fn has_clocks(&self) -> bool {
        !self.state().room.clocks.is_empty()
    }

    /// Whether a clock is set that ends a turn when it has run out.
    pub fn has_hard_clock(&self) -> bool {
        self.state().room.clocks.iter().any(|clock| clock.hard)
    }
}

impl Run {
    /// What the clocks of a session have counted up to its last entry.
    pub fn of(table: &History) -> Self {
        Self::known_to(table, Seat::WhiteCell)
    }

    /// The same as a seat may know it: which side has decided in a crisis does not show in it.
    pub(crate) fn known_to(table: &History, seat: Seat) -> Self {
        Self::through(Beat::all(table, seat))
    }
}

impl Pace {
    /// How the clocks of a session stand at a moment, given as RFC 3339 text.
    pub fn of(table: &History, now: &str) -> Self {
        Run::of(table).at(now)
    }

    /// How they stood at the last entry: for a record that nobody adds to at present.
    pub fn at_last(table: &History) -> Self {
        Run::of(table).at_last()
    }
}
