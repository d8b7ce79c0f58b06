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
use unequal_core::store::StoreError;
use unequal_core::store::together::Together;

/// Seconds after which it is kept anew, while a clock runs, that the table is together: no more is given back where a
/// session is torn away.
pub const KEPT_EVERY: i64 = 10;

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
    /// Says on the record that the table has come together again, so that the time since it was together last does not
    /// count: where clocks are set. What was used after the last entry, as far as it was kept, goes on the record first.
    ///
    /// # Errors
    ///
    /// Says why the record cannot be written.
    pub fn reconvene(&mut self, at: &str) -> Result<(), SubmitError> {
        if !self.has_clocks() || self.has_ended() {
            return Ok(());
        }
        if let Some(until) = self.was_together_until(at) {
            let text =
                "The table was together until here; the break after it does not count".to_owned();
            let private = true;
            self.by_program(&Action::Note { text, private }, &until)?;
        }
        self.by_program(&Action::Reconvene, at)?;
        if let Some(path) = self.path() {
            Together::forget(path)?;
        }
        Ok(())
    }

    fn by_program(&mut self, act: &Action, at: &str) -> Result<(), SubmitError> {
        let (seen, none) = (self.last_number(), Remarks::default());
        let made = self.submit(seen, Seat::WhiteCell, Player::Program, act, none, at);
        made.map(|_| ())
    }

    /// Keeps beside the record that the table is together at a moment, given as RFC 3339 text: whoever goes on with the
    /// session, after it was left or torn away, knows by it what was used of the clocks. Nothing is kept where none is set.
    ///
    /// # Errors
    ///
    /// Says why the file beside the record cannot be written.
    pub fn is_together(&self, at: &str) -> Result<(), StoreError> {
        let Some(path) = self.path().filter(|_| self.is_writable()) else {
            return Ok(());
        };
        if !self.has_clocks() || self.has_ended() {
            return Ok(());
        }
        let after = self.last_number();
        let together = Together {
            at: at.to_owned(),
            after,
            digest: self.digest_at(after).to_owned(),
        };
        together.keep(path)
    }

    /// Until when the table was together after the last entry, as it was kept beside the record; none where nothing was,
    /// or nothing that can be true at a moment.
    fn was_together_until(&self, now: &str) -> Option<String> {
        let kept = Together::beside(self.path()?)?;
        let last = self.last_number();
        if kept.after != last || kept.digest != self.digest_at(last) {
            return None;
        }
        let entry = self.moment(last).map(|moment| moment.entry.at.as_str());
        let began = seconds(entry.unwrap_or(&self.header().started))?;
        let until = seconds(&kept.at)?;
        (began < until && until <= seconds(now)?).then_some(kept.at)
    }
}
