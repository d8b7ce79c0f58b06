//! How long moves, phases and pauses took, from the times of the entries.
//!
//! The time between two entries belongs to the phase in which the later one was made. Pauses count apart,
//! and so does the time before the table has come together again. What was undone took its time, too.

use jiff::Timestamp;
use serde::Serialize;

use crate::engine::phase::Phase;
use crate::session::reading::Reading;

/// Seconds that a session must have taken for its lengths to tell anything: bots need less.
const WORTH_TELLING: i64 = 60;

/// How long a move took, pauses and breaks left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MoveLength {
    /// The move, from 1; 0 is turn zero.
    pub move_number: u32,
    /// In seconds.
    pub seconds: i64,
    /// Its phases in the order in which they began, in seconds.
    pub phases: Vec<(Phase, i64)>,
}

/// How long each move took; nothing where times are not known or the whole took less than a minute.
pub fn lengths(reading: &Reading<'_>) -> Vec<MoveLength> {
    let mut lengths: Vec<MoveLength> = Vec::new();
    let mut before = moment(&reading.table.header().started);
    for (place, seen) in reading.seen.iter().enumerate() {
        let now = moment(&seen.at);
        let taken = seconds(before, now).unwrap_or(0);
        before = now.or(before);
        let last = place.checked_sub(1).map(|last| &reading.seen[last]);
        let paused = last.is_some_and(|last| {
            let state = reading.table.state_at(last.number);
            state.room.pause.is_some()
        });
        if paused || seen.kind == "reconvene" || seen.phase == Phase::Ended {
            continue;
        }
        let one = match lengths
            .iter_mut()
            .position(|one| one.move_number == seen.move_number)
        {
            Some(place) => &mut lengths[place],
            None => lengths.push_mut(MoveLength {
                move_number: seen.move_number,
                seconds: 0,
                phases: Vec::new(),
            }),
        };
        one.seconds += taken;
        match one
            .phases
            .iter_mut()
            .find(|(phase, _)| *phase == seen.phase)
        {
            Some((_, sum)) => *sum += taken,
            None => one.phases.push((seen.phase, taken)),
        }
    }
    let whole: i64 = lengths.iter().map(|one| one.seconds).sum();
    if whole < WORTH_TELLING {
        lengths.clear();
    }
    lengths
}

/// A stamp as a moment; none where it is no time.
pub(in crate::session) fn moment(stamp: &str) -> Option<Timestamp> {
    stamp.parse().ok()
}

/// The seconds from one moment to another; none where one is unknown or a clock was set back.
pub(in crate::session) fn seconds(from: Option<Timestamp>, to: Option<Timestamp>) -> Option<i64> {
    let passed = to?.as_second().checked_sub(from?.as_second())?;
    (passed >= 0).then_some(passed)
}
