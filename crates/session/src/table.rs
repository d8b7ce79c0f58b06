//! The table: the one writer of a session's record.
//!
//! Order is the promise: check, work out on a copy, write and sync, then show. What a seat has seen is
//! on disk.

mod elsewhere;
mod meanwhile;

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use crate::error::{SessionError, SubmitError};
use crate::history::History;
use crate::moment::{Moment, Remarks};
use crate::setup::Setup;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::limits::LONGEST_TEXT;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;
use unequal_core::store::{Entry, Header, Journal, NewEntry, Rest, TornTail};

/// A history with the pen to go on with it. It reads as the history that it is.
#[derive(Debug)]
pub struct Table {
    history: History,
    journal: Option<Journal>,
}

impl Deref for Table {
    type Target = History;

    fn deref(&self) -> &History {
        &self.history
    }
}

impl Table {
    /// Starts a session and writes its header to a new file.
    ///
    /// # Errors
    ///
    /// Fails where the deck cannot serve the setup, or the file cannot be written or exists already.
    pub fn create(deck: Deck, setup: &Setup, path: &Path, at: &str) -> Result<Self, SessionError> {
        let header = setup.header(&deck, at);
        Self::create_with(deck, setup.clone(), header, path)
    }

    /// The same, with a header that is made already.
    pub(crate) fn create_with(
        deck: Deck,
        setup: Setup,
        header: Header,
        path: &Path,
    ) -> Result<Self, SessionError> {
        let deck = setup.deck_in_play(deck)?;
        let journal = Journal::create(path, &header)?;
        let digest = journal.digest().to_owned();
        Ok(Self {
            history: History::begin(deck, setup, header, Some(path.to_owned()), digest).go_on(),
            journal: Some(journal),
        })
    }

    /// Starts a session that is kept in memory only: for headless runs and rehearsals.
    ///
    /// # Errors
    ///
    /// Fails where the deck cannot serve the setup.
    pub fn unrecorded(deck: Deck, setup: &Setup, at: &str) -> Result<Self, SessionError> {
        let header = setup.header(&deck, at);
        let deck = setup.deck_in_play(deck)?;
        Ok(Self {
            history: History::begin(deck, setup.clone(), header, None, String::new()).go_on(),
            journal: None,
        })
    }

    /// A table in memory that goes on from a state, without the entries that led to it.
    pub(crate) fn aside(deck: Arc<Deck>, setup: Setup, header: Arc<Header>, state: State) -> Self {
        Self {
            history: History::aside(deck, setup, header, state).go_on(),
            journal: None,
        }
    }

    /// Opens a record to go on with it. The file is locked; a torn tail is set aside and reported.
    ///
    /// # Errors
    ///
    /// Says which entry is damaged or differs from what the rules give; nothing is changed then.
    pub fn resume(path: &Path) -> Result<(Self, Option<TornTail>), SessionError> {
        let (history, journal, torn) =
            Journal::open_if(path, |record| History::of_record(path, record))?;
        let table = Self {
            history: history.go_on(),
            journal: Some(journal),
        };
        Ok((table, torn))
    }

    /// Opens a record for reading only: its whole part, whatever stands behind it.
    ///
    /// # Errors
    ///
    /// As [`History::read`].
    pub fn read(path: &Path) -> Result<(Self, Option<Rest>), SessionError> {
        let (history, rest) = History::read(path)?;
        Ok((Self::looking_on(history), rest))
    }

    /// A table at which nobody writes: its entries come from a record.
    pub const fn looking_on(history: History) -> Self {
        Self {
            history,
            journal: None,
        }
    }

    /// Takes an entry that somebody else has written.
    pub(crate) fn follow(&mut self, entry: Entry) -> Result<(), SessionError> {
        self.history.replay(entry)
    }

    /// Takes an act of a seat: checks it, writes it, and makes it the state of the table.
    ///
    /// `seen` is the last entry that whoever decided it had seen: an act that would mean something else
    /// by now is refused. `by` is who acted; `at` is the time as RFC 3339 text.
    ///
    /// # Errors
    ///
    /// Says which rule the act would break, or why it could not be written; the table is as before.
    ///
    /// # Panics
    ///
    /// Never: a moment has just been added when the last one is taken.
    pub fn submit(
        &mut self,
        seen: EntryNumber,
        seat: Seat,
        by: impl Into<Player>,
        action: &Action,
        remarks: Remarks,
        at: &str,
    ) -> Result<&Moment, SubmitError> {
        check_texts(action, &remarks)?;
        self.history.expect_seen(seen, seat, action)?;
        let outcome = self.history.work_out(seat, action)?;
        let before = self.history.state();
        let draft = NewEntry {
            after: self.last_number(),
            at: at.to_owned(),
            seat,
            by: by.into(),
            move_number: before.move_number(),
            phase: before.phase,
            act: action.clone(),
            rationale: remarks.rationale,
            confidence: remarks.confidence,
            dissent: remarks.dissent,
            drawn: outcome.drawn.clone(),
            changes: outcome.changes.clone(),
            state: outcome.state.clone(),
        };
        let entry = match &mut self.journal {
            Some(journal) => journal.append(draft)?,
            None => draft.recorded(self.history.last_number().next(), String::new()),
        };
        self.history.take(entry, outcome);
        let moment = self.history.moments().last();
        Ok(moment.expect("a moment was just added"))
    }
}

fn check_texts(action: &Action, remarks: &Remarks) -> Result<(), SubmitError> {
    if let Some(confidence) = remarks.confidence.filter(|confidence| *confidence > 100) {
        return Err(SubmitError::Confidence(confidence));
    }
    let said = action.texts();
    let remarks = [remarks.rationale.as_deref(), remarks.dissent.as_deref()];
    for text in said.into_iter().chain(remarks.into_iter().flatten()) {
        let given = text.chars().count();
        if given > LONGEST_TEXT {
            return Err(SubmitError::TooLong {
                given,
                limit: LONGEST_TEXT,
            });
        }
    }
    Ok(())
}
