//! The seats at the table.

use serde::{Deserialize, Serialize};

use crate::model::side::Side;

/// A place at the table, held by people or by a bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seat {
    /// Tables the demands.
    Patron,
    /// Answers them.
    Client,
    /// Runs and rules the session and alone sees the whole truth.
    WhiteCell,
    /// Watches, and sees only what is public.
    Observer,
}

impl Seat {
    /// All seats.
    pub const ALL: [Self; 4] = [Self::Patron, Self::Client, Self::WhiteCell, Self::Observer];

    /// The side that plays from this seat; none where nobody plays.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Patron => Some(Side::Patron),
            Self::Client => Some(Side::Client),
            Self::WhiteCell | Self::Observer => None,
        }
    }

    /// The word used in saves, scripts and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Patron => "patron",
            Self::Client => "client",
            Self::WhiteCell => "white-cell",
            Self::Observer => "observer",
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
