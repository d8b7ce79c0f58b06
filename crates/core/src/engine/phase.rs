//! The phases of a move.

use serde::{Deserialize, Serialize};

use crate::engine::seat::Seat;

/// The part of a move in which certain acts are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The white cell opens the move.
    Inject,
    /// The patron tables a demand or holds.
    Demand,
    /// Sealed mode: both sides commit.
    Sealing,
    /// Sealed mode: both sides open what they committed.
    Reveal,
    /// The client answers.
    Response,
    /// The white cell adjudicates.
    Ruling,
    /// The patron follows up.
    FollowUp,
    /// The white cell closes the move: everything drifts.
    Drift,
    /// The session has ended.
    Ended,
}

impl Phase {
    /// The word in the record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inject => "inject",
            Self::Demand => "demand",
            Self::Sealing => "sealing",
            Self::Reveal => "reveal",
            Self::Response => "response",
            Self::Ruling => "ruling",
            Self::FollowUp => "follow-up",
            Self::Drift => "drift",
            Self::Ended => "ended",
        }
    }

    /// The seat whose act the phase waits for; in sealed phases it may be either side.
    pub const fn waits_for(self) -> &'static [Seat] {
        match self {
            Self::Inject | Self::Ruling | Self::Drift => &[Seat::WhiteCell],
            Self::Demand | Self::FollowUp => &[Seat::Patron],
            Self::Response => &[Seat::Client],
            Self::Sealing | Self::Reveal => &[Seat::Patron, Seat::Client],
            Self::Ended => &[],
        }
    }
}

impl std::fmt::Display for Phase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}
