//! The seats at the table.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::side::Side;

macro_rules! seats {
    ($($(#[$meta:meta])+ $seat:ident = $word:literal, $side:expr, $plays:literal;)+) => {
        /// A place at the table, held by people, by a bot or, Europe's only, by nobody.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Seat { $($(#[$meta])+ #[serde(rename = $word)] $seat),+ }

        impl Seat {
            /// All seats.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$seat),+];

            /// The side that plays from this seat; none where neither side does.
            pub const fn side(self) -> Option<Side> {
                match self { $(Self::$seat => $side),+ }
            }

            /// Whether the seat plays, and does not only run or watch.
            pub const fn plays(self) -> bool {
                match self { $(Self::$seat => $plays),+ }
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
    Patron = "patron", Some(Side::Patron), true;
    /// Answers them, and may offer of its own accord.
    Client = "client", Some(Side::Client), true;
    /// Is hit by what becomes of the two, and can act a little.
    Europe = "europe", None, true;
    /// Runs and rules the session and alone sees the whole truth.
    WhiteCell = "white-cell", None, false;
    /// Watches, and sees only what is public.
    Audience = "audience", None, false;
}

impl Seat {
    /// The seats that play, and do not only run or watch.
    pub const PLAYING: [Self; 3] = [Self::Patron, Self::Client, Self::Europe];

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

#[cfg(test)]
mod tests {
    use super::Seat;

    #[test]
    fn the_seats_that_play_are_listed_in_their_order() {
        let playing = Seat::ALL.into_iter().filter(|seat| seat.plays());
        assert!(playing.eq(Seat::PLAYING));
    }
}
