//! The one clock that the room sees.

use crate::clock;
use crate::glance::Glance;
use unequal_core::engine::room::clock::ClockOf;
use unequal_session::Pace;

/// A clock as the room sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// What it is of; empty for the phase.
    pub of: String,
    /// Seconds that are left, below 0 once it is over; in a pause, how long that has been.
    pub seconds: i64,
    /// Whether it counts up: a pause.
    pub up: bool,
}

impl Countdown {
    /// The one that presses most; in a pause, how long that has been.
    pub fn pressing(glance: &Glance<'_>, pace: &Pace) -> Option<Self> {
        if let Some(paused) = pace.paused {
            return Some(Self {
                of: "for".to_owned(),
                seconds: paused.seconds,
                up: true,
            });
        }
        let reading = pace.pressing()?;
        let of = match (reading.clock.of.seat(), reading.clock.of) {
            (Some(seat), _) => glance.name(seat).to_owned(),
            (None, ClockOf::Session) => "session".to_owned(),
            (None, _) => String::new(),
        };
        Some(Self {
            of,
            seconds: reading.left(),
            up: false,
        })
    }

    /// Whether the time is over.
    pub const fn is_over(&self) -> bool {
        !self.up && self.seconds < 0
    }

    /// The time in digits.
    pub fn time(&self) -> String {
        clock::countdown(self.seconds)
    }
}
