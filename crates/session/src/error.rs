//! What can go wrong at a table, each with what to do next.

use thiserror::Error;

use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::refused::Refused;
use unequal_core::store::StoreError;

/// A session that cannot be started, resumed or read.
#[derive(Debug, Error)]
pub enum SessionError {
    /// A choice of the setup that the deck cannot serve.
    #[error("{what}: {given} is not possible with this deck; choose {allowed}")]
    Setup {
        /// The choice.
        what: &'static str,
        /// What was given.
        given: String,
        /// What is possible.
        allowed: String,
    },
    /// A bot that the deck does not have.
    #[error("this deck has no bot `{name}`; it has: {}", known.join(", "))]
    NoSuchBot {
        /// The name.
        name: String,
        /// The bots that there are.
        known: Vec<String>,
    },
    /// The record itself.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The deck in the record does not load.
    #[error("{path}: the deck in this record does not load with this version: {first}")]
    Deck {
        /// The save.
        path: String,
        /// The first problem.
        first: String,
    },
    /// A header whose settings the deck in it cannot serve.
    #[error("{path}: its header begins no session: {why}")]
    Header {
        /// The save.
        path: String,
        /// What cannot be, and what could.
        why: String,
    },
    /// An entry that the rules refuse.
    #[error("{path}: entry {number} cannot be replayed: {refused}")]
    Replay {
        /// The save.
        path: String,
        /// The entry.
        number: EntryNumber,
        /// Why.
        refused: Refused,
    },
    /// An entry whose stored result is not what the rules give.
    #[error(
        "{path}: entry {number} says {what} `{stored}`, the rules give `{computed}`; the record was made by other rules or changed by hand"
    )]
    Differs {
        /// The save.
        path: String,
        /// The entry.
        number: EntryNumber,
        /// What differs.
        what: &'static str,
        /// What the record says.
        stored: String,
        /// What the rules give.
        computed: String,
    },
}

/// An act that was not taken. Nothing has changed.
#[derive(Debug, Error)]
pub enum SubmitError {
    /// The rules refuse it.
    #[error("{0}")]
    Refused(#[from] Refused),
    /// An undo to an entry that is not behind this moment.
    #[error("entry {0} is not on this line of play; undo goes back to an entry before this one")]
    NotBehind(EntryNumber),
    /// A correction of an entry that there is not.
    #[error("there is no entry {0} to put right")]
    NoEntry(EntryNumber),
    /// A correction of an answer's own words where there is no answer.
    #[error("entry {0} is no answer: it has no words of its own to put right")]
    NoAnswer(EntryNumber),
    /// A correction of what nobody else may know yet.
    #[error("what was said with entry {0} is told to nobody yet; put it right once it is revealed")]
    Unseen(EntryNumber),
    /// Something has come in since it was decided that changes what it means.
    #[error("meanwhile entry {entry} has come in: {told}; look at it, and decide again")]
    Stale {
        /// The last entry that was seen when it was decided.
        seen: EntryNumber,
        /// The first entry that changes what it means.
        entry: EntryNumber,
        /// That entry in a sentence, as the seat may see it.
        told: String,
    },
    /// Undo is the white cell's.
    #[error("only the white cell takes acts back")]
    UndoSeat,
    /// Whoever is not the white cell acts from their own seat.
    #[error("only the white cell enters acts for another seat")]
    OtherSeat,
    /// Whoever looks on does nothing.
    #[error("you look on at this seat: somebody else acts from it")]
    LooksOn,
    /// Confidence out of range.
    #[error("confidence runs from 0 to 100, not {0}")]
    Confidence(u8),
    /// A text too long for the record.
    #[error("this text has {given} characters; the record takes {limit}")]
    TooLong {
        /// Characters given.
        given: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// The record could not be written; the act was not taken.
    #[error(transparent)]
    Store(#[from] StoreError),
}
