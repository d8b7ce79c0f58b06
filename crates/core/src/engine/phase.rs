//! The phases of a move.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::seat::Seat;

/// The part of a move in which certain acts are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The white cell opens the move.
    Inject,
    /// Europe takes a measure, or none; left out where nobody sits there.
    Europe,
    /// Both sides decide whether they climb down; only while a crisis lasts.
    Crisis,
    /// The client offers something of its own accord, or nothing; left out where it may not offer.
    Offer,
    /// The patron tables a demand, takes up the offer, or holds.
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
    /// All phases, in the order of a move.
    pub const ALL: [Self; 12] = [
        Self::Inject,
        Self::Europe,
        Self::Crisis,
        Self::Offer,
        Self::Demand,
        Self::Sealing,
        Self::Reveal,
        Self::Response,
        Self::Ruling,
        Self::FollowUp,
        Self::Drift,
        Self::Ended,
    ];

    /// The word in the record.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inject => "inject",
            Self::Europe => "europe",
            Self::Crisis => "crisis",
            Self::Offer => "offer",
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

    /// The seats whose act the phase waits for; where there are two, in any order.
    pub const fn waits_for(self) -> &'static [Seat] {
        match self {
            Self::Inject | Self::Ruling | Self::Drift => &[Seat::WhiteCell],
            Self::Europe => &[Seat::Europe],
            Self::Demand | Self::FollowUp => &[Seat::Patron],
            Self::Offer | Self::Response => &[Seat::Client],
            Self::Crisis | Self::Sealing | Self::Reveal => &[Seat::Patron, Seat::Client],
            Self::Ended => &[],
        }
    }
}

impl std::fmt::Display for Phase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}
