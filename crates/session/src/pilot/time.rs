//! What time brings by itself: a hard clock that has run out, and a pause that is over.

use crate::clock::seconds;
use crate::error::SubmitError;
use crate::history::History;
use crate::moment::Remarks;
use crate::overtime::{runs_out_at, untold};
use crate::pace::Pace;
use crate::pilot::Pilot;
use crate::table::Table;
use crate::turn::Turn;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;

/// What the program puts on the record because its time has come, given as RFC 3339 text; none while nothing has.
pub fn by_the_clock(table: &History, turn: &Turn, now: &str) -> Option<Pilot> {
    let out = untold(turn, now).map(|of| Action::ClockOut { of });
    let action =
        out.or_else(|| (ends_at(table, turn, now)? <= seconds(now)?).then_some(Action::GoOn));
    action.map(|action| Pilot {
        seat: Seat::WhiteCell,
        by: Player::Program,
        action,
    })
}

/// When [`by_the_clock`] has something next, in seconds since 1970; none where time alone brings nothing.
pub fn next_by_the_clock(table: &History, turn: &Turn, now: &str) -> Option<i64> {
    let times = [runs_out_at(turn), ends_at(table, turn, now)];
    times.into_iter().flatten().min()
}

/// When a pause ends for which it was said how long it lasts.
fn ends_at(table: &History, turn: &Turn, now: &str) -> Option<i64> {
    if !turn.paused {
        return None;
    }
    let left = Pace::of(table, now).paused?.left()?;
    seconds(now).map(|now| now.saturating_add(left))
}

impl Table {
    /// Says on the record that the table has come together again, so that the time since the last entry does not count:
    /// where clocks are set.
    ///
    /// # Errors
    ///
    /// Says why the record cannot be written.
    pub fn reconvene(&mut self, at: &str) -> Result<(), SubmitError> {
        if !self.has_clocks() || self.has_ended() {
            return Ok(());
        }
        let (seen, again) = (self.last_number(), Action::Reconvene);
        let none = Remarks::default();
        self.submit(seen, Seat::WhiteCell, Player::Program, &again, none, at)?;
        Ok(())
    }
}
