//! The seats at the table.

use serde::{Deserialize, Serialize};

use crate::engine::side::Side;

macro_rules! seats {
    ($($(#[$meta:meta])+ $seat:ident = $word:literal, $side:expr;)+) => {
        /// A place at the table, held by people or by a bot.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Seat { $($(#[$meta])+ #[serde(rename = $word)] $seat),+ }

        impl Seat {
            /// All seats.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$seat),+];

            /// The side that plays from this seat; none where nobody plays.
            pub const fn side(self) -> Option<Side> {
                match self { $(Self::$seat => $side),+ }
            }

            /// The word used in saves, scripts and on the command line.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$seat => $word),+ }
            }
        }
    };
}

seats! {
    /// Tables the demands.
    Patron = "patron", Some(Side::Patron);
    /// Answers them.
    Client = "client", Some(Side::Client);
    /// Runs and rules the session and alone sees the whole truth.
    WhiteCell = "white-cell", None;
    /// Watches, and sees only what is public.
    Observer = "observer", None;
}

impl Seat {
    /// Those from which a side plays.
    pub fn played() -> impl Iterator<Item = Self> {
        Side::ALL.iter().map(|side| Self::from(*side))
    }

    /// Those that read a briefing: all but the one that runs the session.
    pub fn briefed() -> impl Iterator<Item = Self> {
        let all = Self::ALL.into_iter();
        all.filter(|seat| *seat != Self::WhiteCell)
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
