//! Clocks and pauses. The engine knows their settings only: time stands in the record's entries.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::seat::Seat;

/// What a clock measures.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ClockOf {
    /// The phase that is being played.
    Phase,
    /// A phase that waits for the patron.
    Patron,
    /// A phase that waits for the client.
    Client,
    /// A phase that waits for Europe.
    Europe,
    /// The whole session.
    Session,
}

impl ClockOf {
    /// All clocks.
    pub const ALL: [Self; 5] = [
        Self::Phase,
        Self::Patron,
        Self::Client,
        Self::Europe,
        Self::Session,
    ];

    /// The seat whose turns it measures; none where it measures those of all.
    pub const fn seat(self) -> Option<Seat> {
        match self {
            Self::Patron => Some(Seat::Patron),
            Self::Client => Some(Seat::Client),
            Self::Europe => Some(Seat::Europe),
            Self::Phase | Self::Session => None,
        }
    }

    /// The word in the record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Patron => "patron",
            Self::Client => "client",
            Self::Europe => "europe",
            Self::Session => "session",
        }
    }
}

/// A clock that is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Clock {
    /// What it measures.
    pub of: ClockOf,
    /// Its length, in seconds.
    pub seconds: u32,
    /// Whether the white cell decides what happens when it has run out.
    pub hard: bool,
}

/// A pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pause {
    /// The time is for reflection, and does not count against the pace.
    pub reflection: bool,
}

#[cfg(test)]
mod tests {
    use super::{ClockOf, Seat};

    #[test]
    fn every_seat_that_plays_has_a_clock_that_is_listed_in_its_place() {
        for seat in Seat::PLAYING {
            assert!(
                ClockOf::ALL.iter().any(|of| of.seat() == Some(seat)),
                "{seat}"
            );
        }
        for (place, of) in ClockOf::ALL.into_iter().enumerate() {
            assert_eq!(of as usize, place);
        }
    }
}
