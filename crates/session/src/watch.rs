//! Watches a session that another program plays: reads its record as it grows, and never writes.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::SessionError;
use crate::history::History;
use crate::owned::Held;
use crate::place::{Owner, Place};
use crate::table::Table;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::stage::Call;
use unequal_core::store::{Entry, Follow, Look, Record, StoreError};

/// How long to wait between two looks while acts come.
const LIVELY: Duration = Duration::from_millis(50);
/// How long to wait between two looks while nothing happens.
const QUIET: Duration = Duration::from_millis(200);
/// Looks without news after which nothing happens.
const PATIENCE: u32 = 60;
/// Looks without news after which the writer is asked after, each time.
const ASKED_EACH: u32 = 4;

/// How it stands with the file that is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// There is no session of that name yet.
    NotThereYet,
    /// The record is read as it grows.
    Live,
    /// The record is there and no program has it open: the session was left, or its program died.
    Left {
        /// Whether the program died while it wrote an entry; that act was never acknowledged.
        unfinished: bool,
    },
    /// The file has gone from its place; what was read is still shown.
    Away,
    /// The file cannot be used, and why; what was read before is still shown.
    Unusable(String),
}

/// A session that another program plays.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    follow: Option<Follow>,
    owner: Option<Owner>,
    condition: Condition,
    /// How many records have been read from their beginning: another one after the file was replaced.
    laid: u32,
    /// Looks without news.
    quiet: u32,
    /// What an unusable file looked like.
    refused: Option<Look>,
    /// What was called onto the projector last.
    call: Option<Call>,
}

impl Watch {
    /// Begins to watch a file, be it there or not.
    ///
    /// # Errors
    ///
    /// Fails where the file is there and cannot be watched: it is no session, damaged, or newer.
    pub fn begin(path: &Path) -> Result<Self, SessionError> {
        let mut watch = Self {
            path: path.to_owned(),
            follow: None,
            owner: None,
            condition: Condition::NotThereYet,
            laid: 0,
            quiet: 0,
            refused: None,
            call: None,
        };
        watch.condition = watch.open()?;
        watch.look_at_call();
        Ok(watch)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The session as far as it was read; none before there is a file.
    pub fn whole(&self) -> Option<Held<'_>> {
        self.owner.as_ref().map(Owner::table)
    }

    /// What may be seen from a seat, as far as the session was read; none before there is a file.
    pub fn place(&self, seat: Seat) -> Option<Place> {
        Some(self.owner.as_ref()?.place(seat))
    }

    /// What was called onto the projector after an entry that has been read; none where it was called for
    /// another record, or after an entry that is yet to come.
    pub fn call(&self) -> Option<&Call> {
        let call = self.call.as_ref()?;
        let table = self.whole()?;
        table.knows(call).then_some(call)
    }

    /// Looks at the file of the call; gives whether it is another one.
    fn look_at_call(&mut self) -> bool {
        let call = Call::beside(&self.path);
        let changed = call != self.call;
        self.call = call;
        changed
    }

    /// How it stands with the file.
    pub const fn condition(&self) -> &Condition {
        &self.condition
    }

    /// How many records have been read from the beginning so far. It changes where the file turns out to
    /// be another record than before, so that what was told of the old one does not hold.
    pub const fn laid(&self) -> u32 {
        self.laid
    }

    /// How long to wait before the next look, so that an act is seen well within half a second.
    pub const fn pause(&self) -> Duration {
        if self.quiet < PATIENCE { LIVELY } else { QUIET }
    }

    /// Looks at the file; gives whether anything is different now.
    pub fn look(&mut self) -> bool {
        let before = (self.condition.clone(), self.laid, self.last_number());
        self.condition = match self.follow.take() {
            Some(follow) => self.read_on(follow),
            None => self.open().unwrap_or_else(|error| self.refuse(&error)),
        };
        let called = self.look_at_call();
        let changed = called || before != (self.condition.clone(), self.laid, self.last_number());
        self.quiet = if changed {
            0
        } else {
            self.quiet.saturating_add(1)
        };
        changed
    }

    fn last_number(&self) -> EntryNumber {
        self.whole()
            .map_or(EntryNumber::STARTEX, |table| table.last_number())
    }

    /// Reads what is new in the file that is open.
    fn read_on(&mut self, mut follow: Follow) -> Condition {
        let Ok(read) = follow.poll() else {
            // Moved, replaced, cut or damaged: a look at the whole file tells which.
            return self.open().unwrap_or_else(|error| self.refuse(&error));
        };
        let quiet = read.entries.is_empty();
        if let Err(error) = self.take(read.entries) {
            return self.refuse(&error);
        }
        let asks = quiet && self.quiet % ASKED_EACH == ASKED_EACH - 1;
        let condition = if asks {
            standing(&follow, read.unfinished.is_some())
        } else if quiet {
            self.condition.clone()
        } else {
            Condition::Live
        };
        self.follow = Some(follow);
        condition
    }

    /// Opens the file and reads it from its beginning.
    fn open(&mut self) -> Result<Condition, SessionError> {
        let look = Look::at(&self.path);
        if look.is_some() && look == self.refused {
            return Ok(self.condition.clone());
        }
        let (record, follow) = match Follow::open(&self.path) {
            Ok(opened) => opened,
            Err(StoreError::NotFound { .. }) if self.owner.is_some() => {
                return Ok(Condition::Away);
            }
            // Some disks show a new file before its header is in it.
            Err(StoreError::NotFound { .. } | StoreError::CutHeader { has: 0, .. }) => {
                return Ok(Condition::NotThereYet);
            }
            Err(error) => return Err(error.into()),
        };
        let unfinished = record.torn.is_some();
        self.lay(record)?;
        self.refused = None;
        let condition = standing(&follow, unfinished);
        self.follow = Some(follow);
        Ok(condition)
    }

    /// Takes what a record tells: only what is new where it goes on with the one that is known.
    fn lay(&mut self, record: Record) -> Result<(), SessionError> {
        let goes_on = self.whole().is_some_and(|known| {
            [EntryNumber::STARTEX, known.last_number()]
                .into_iter()
                .all(|number| record.digest_at(number) == Some(known.digest_at(number)))
        });
        if goes_on {
            let known = self.last_number().count();
            return self.take(record.entries.into_iter().skip(known));
        }
        let history = History::of_record(&self.path, record)?;
        self.owner = Some(Owner::of(Table::looking_on(history)));
        self.laid += 1;
        Ok(())
    }

    fn take(&mut self, entries: impl IntoIterator<Item = Entry>) -> Result<(), SessionError> {
        let Some(mut table) = self.whole() else {
            return Ok(());
        };
        entries
            .into_iter()
            .try_for_each(|entry| table.follow(entry))
    }

    /// Gives up on the file as it is, until it looks different.
    fn refuse(&mut self, error: &SessionError) -> Condition {
        self.refused = Look::at(&self.path);
        Condition::Unusable(error.to_string())
    }
}

impl History {
    /// Whether a scene was called for this record, after an entry that it has.
    pub(crate) fn knows(&self, call: &Call) -> bool {
        call.after <= self.last_number() && self.digest_at(call.after) == call.digest
    }
}

/// How it stands with a file that is read.
fn standing(follow: &Follow, unfinished: bool) -> Condition {
    match follow.is_being_written() {
        Some(false) => Condition::Left { unfinished },
        // Where it cannot be told, nothing is claimed.
        Some(true) | None => Condition::Live,
    }
}
