//! How the clocks of a session stand at a moment.

use serde::Serialize;

use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::clock::{Clock, ClockOf, Pause};

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The clock.
    pub clock: Clock,
    /// Its length with all that was added, in seconds.
    pub limit: i64,
    /// The time that is used up.
    pub used: i64,
    /// Whether it runs at this moment.
    pub runs: bool,
    /// Whether it was put on the record that it has run out.
    pub told: bool,
}

impl Reading {
    /// The time that is left; below 0 once it has run out.
    pub const fn left(&self) -> i64 {
        self.limit - self.used
    }

    /// Whether it has run out.
    pub const fn is_out(&self) -> bool {
        self.left() <= 0
    }
}

/// A pause, and how long it has been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Paused {
    /// The pause.
    pub pause: Pause,
    /// Its seconds so far.
    pub seconds: i64,
    /// The seconds that it is to last, where that was said.
    pub lasts: Option<i64>,
}

impl Paused {
    /// Seconds that are left of it, where it was said how long it lasts; 0 once it is over.
    pub fn left(&self) -> Option<i64> {
        Some((self.lasts? - self.seconds).max(0))
    }
}

/// Where play is against its plan: the session's clock shared out evenly among the planned moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum AgainstPlan {
    /// The move has not used up its share.
    OnPace,
    /// Seconds that play is ahead.
    Ahead(i64),
    /// Seconds that play is behind.
    Behind(i64),
}

/// How long a phase of a move was played, pauses left out. What was undone took its time, too; turn zero is not
/// counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spent {
    /// The move, from 1.
    pub move_number: u32,
    /// The phase.
    pub phase: Phase,
    /// In seconds.
    pub seconds: i64,
}

/// How a session stands with its time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// The clocks that are set.
    pub clocks: Vec<Reading>,
    /// The pause, where there is one.
    pub paused: Option<Paused>,
    /// Seconds that this phase has been played, without pauses.
    pub phase: i64,
    /// Where play is against its plan, where the session has a clock.
    pub plan: Option<AgainstPlan>,
    /// What the phases of the moves have taken so far, in the order in which they were played.
    pub spent: Vec<Spent>,
    /// Moves closed, and moves planned; both 0 in turn zero.
    pub moves: (u32, u32),
}

impl Pace {
    /// A clock, where it is set.
    pub fn clock(&self, of: ClockOf) -> Option<&Reading> {
        self.clocks.iter().find(|reading| reading.clock.of == of)
    }

    /// The clock that presses most: of those that run, the one with the least time left; the
    /// session's own only where there is no other.
    pub fn pressing(&self) -> Option<&Reading> {
        let short = |reading: &&Reading| reading.clock.of != ClockOf::Session;
        let runs = || self.clocks.iter().filter(|reading| reading.runs);
        runs()
            .filter(short)
            .min_by_key(|reading| reading.left())
            .or_else(|| runs().next())
    }

    /// Whether any clock runs, so that what is shown of it changes by itself.
    pub fn is_running(&self) -> bool {
        self.clocks.iter().any(|reading| reading.runs) || self.paused.is_some()
    }
}
