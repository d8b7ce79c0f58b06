//! Clocks and pauses. The engine knows their settings only: time stands in the record's entries.

use serde::{Deserialize, Serialize};

use crate::engine::side::Side;

/// What a clock measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockOf {
    /// The phase that is being played.
    Phase,
    /// A phase that waits for the patron.
    Patron,
    /// A phase that waits for the client.
    Client,
    /// The whole session.
    Session,
}

impl ClockOf {
    /// All clocks.
    pub const ALL: [Self; 4] = [Self::Phase, Self::Patron, Self::Client, Self::Session];

    /// The side that is waited for while it runs; none where it does not matter who is to act.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Patron => Some(Side::Patron),
            Self::Client => Some(Side::Client),
            Self::Phase | Self::Session => None,
        }
    }

    /// The word in the record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Patron => "patron",
            Self::Client => "client",
            Self::Session => "session",
        }
    }
}

/// A clock that is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
    use super::{ClockOf, Side};

    #[test]
    fn every_side_has_a_clock_that_is_listed_in_its_place() {
        for side in Side::ALL {
            assert!(
                ClockOf::ALL.iter().any(|of| of.side() == Some(*side)),
                "{side}"
            );
        }
        for (place, of) in ClockOf::ALL.into_iter().enumerate() {
            assert_eq!(of as usize, place);
        }
    }
}
