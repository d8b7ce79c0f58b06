//! The seats at the table.

use serde::{Deserialize, Serialize};

use crate::model::side::Side;

/// A place at the table, held by people, by a bot or, Europe's only, by nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seat {
    /// Tables the demands.
    Patron,
    /// Answers them, and may offer of its own accord.
    Client,
    /// Is hit by what becomes of the two, and can act a little.
    Europe,
    /// Runs and rules the session and alone sees the whole truth.
    WhiteCell,
    /// Watches, and sees only what is public.
    Audience,
}

impl Seat {
    /// All seats.
    pub const ALL: [Self; 5] = [
        Self::Patron,
        Self::Client,
        Self::Europe,
        Self::WhiteCell,
        Self::Audience,
    ];

    /// The seats that play, and do not only run or watch.
    pub const PLAYING: [Self; 3] = [Self::Patron, Self::Client, Self::Europe];

    /// The side that plays from this seat; none where neither side does.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Patron => Some(Side::Patron),
            Self::Client => Some(Side::Client),
            Self::Europe | Self::WhiteCell | Self::Audience => None,
        }
    }

    /// Whether the seat plays, and does not only run or watch.
    pub const fn plays(self) -> bool {
        matches!(self, Self::Patron | Self::Client | Self::Europe)
    }

    /// The word used in saves, scripts and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Patron => "patron",
            Self::Client => "client",
            Self::Europe => "europe",
            Self::WhiteCell => "white-cell",
            Self::Audience => "audience",
        }
    }

    /// Finds the seat that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|seat| seat.word() == word)
    }
}

impl From<Side> for Seat {
    fn from(side: Side) -> Self {
        match side {
            Side::Patron => Self::Patron,
            Side::Client => Self::Client,
        }
    }
}

impl std::fmt::Display for Seat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}
