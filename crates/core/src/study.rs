//! What can be found out about a deck by playing it often.
//!
//! [`number`] lists every number of a deck and makes decks with others; [`session`] plays many sessions
//! of many pairings, and [`record`] counts what came of them. On these stand [`sensitivity`] (which
//! numbers decide), [`tipping`] (how far a number may be moved before a result changes), [`theory`]
//! (whether the deck says what it claims), [`best_response`] (how well each bot answers each other) and
//! [`warning`] (which [`sign`]s come before an ending).
//!
//! Session `i` of a study is played under the seed `first + i`, whatever is studied: decks and pairings
//! are compared under the same dice, piles and red lines. What is counted are whole numbers, and what is
//! worked out from them is worked out in a fixed order, so that one thread and many give the same bytes.

pub mod best_response;
pub mod number;
mod reading;
pub mod record;
pub mod sensitivity;
pub mod session;
pub mod sign;
pub mod theory;
pub mod tipping;
pub mod warning;

#[cfg(test)]
mod tests;

use crate::bot::NoSuchBot;
use crate::model::playable::Unplayable;

/// Why a study gave no result.
#[derive(Debug, thiserror::Error)]
pub enum StudyError {
    /// A bot that is not there.
    #[error(transparent)]
    UnknownBot(#[from] NoSuchBot),
    /// A pairing that is not written as `PATRON:CLIENT` or `PATRON:CLIENT:EUROPE`.
    #[error("`{0}` is no pairing: write PATRON:CLIENT, or PATRON:CLIENT:EUROPE")]
    NoPairing(String),
    /// A number that the deck does not have.
    #[error("the deck has no number `{0}` that may be varied")]
    UnknownNumber(String),
    /// Numbers that the rules cannot be played with.
    #[error(transparent)]
    Unplayable(#[from] Unplayable),
    /// Nothing to play.
    #[error("a study needs at least one pairing, one number and one session")]
    Nothing,
    /// Whoever watched asked to stop. What was played until then depends on timing, so it is not shown.
    #[error("stopped before all sessions were played")]
    Stopped,
    /// The operating system gave no threads.
    #[error("cannot start {threads} threads: {source}; ask for fewer")]
    Threads {
        /// How many were asked for.
        threads: usize,
        /// What the thread pool says.
        source: rayon::ThreadPoolBuildError,
    },
}
