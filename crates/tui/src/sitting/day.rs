//! By when the open session must end, and how far it comes by then.
//!
//! It belongs to this day in this room and not to the play: it is kept with the drafts, and a session that is
//! resumed on another day has none.

use crate::sitting::Sitting;
use unequal_core::engine::seat::Seat;
use unequal_session::clock::{seconds, stamp};
use unequal_session::pace::day::Day;

/// Its name among what is kept.
const NAME: &str = "sitting/must-end";
/// Seconds after which a time that has passed is another day's.
const PAST: i64 = 6 * 3600;

/// By when the open session must end, in seconds since 1970; none where nobody has said so.
pub fn end(sitting: &Sitting) -> Option<i64> {
    let place = sitting.place.as_ref()?;
    if !place.is_writable() || place.has_ended() {
        return None;
    }
    let end = seconds(sitting.noted(NAME)?)?;
    (seconds(&sitting.clock.of_day())? - end < PAST).then_some(end)
}

/// Says by when it must end, or that it need not.
pub(crate) fn set(sitting: &mut Sitting, end: Option<i64>) {
    let text = end.map_or_else(String::new, stamp);
    sitting.note(NAME, &text);
}

/// How far the session comes by then; none where no end is set, or nothing is known of how long a move takes.
pub fn foretold(sitting: &Sitting) -> Option<Day> {
    let end = end(sitting)?;
    let place = sitting.place.as_ref()?;
    let order = &place.deck().text.about.running_order;
    let now = seconds(&sitting.clock.of_day())?;
    Day::of(&place.pace(&sitting.clock.now()), order, now, end)
}

/// The same in a few words, for the white cell: `by 16:30 move 7 of 8`.
pub(crate) fn short(sitting: &Sitting) -> Option<String> {
    let end = end(sitting).filter(|_| sitting.seat == Some(Seat::WhiteCell))?;
    let by = format!("by {}", sitting.clock.minute(end));
    Some(match foretold(sitting) {
        Some(day) if day.fits() => format!("{by} all {}", day.planned),
        Some(day) => format!("{by} move {} of {}", day.reach, day.planned),
        None => by,
    })
}
