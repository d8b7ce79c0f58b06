//! A table that several share in one program: whoever is to have it waits here, and whoever sits elsewhere is told of
//! what comes in.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::bell::Bell;
use crate::phones::Phones;
use crate::presence::Presence;
use crate::table::Table;
use unequal_core::engine::entry_number::EntryNumber;

/// A table with who sits at it from elsewhere.
#[derive(Debug)]
pub(crate) struct Owned {
    table: Mutex<Table>,
    pub(crate) presence: Presence,
    pub(crate) phones: Phones,
    pub(crate) bell: Arc<Bell>,
}

/// The table, for as long as nobody else is to have it. Whoever listens is told of new entries when it is given back.
#[derive(Debug)]
pub struct Held<'a> {
    table: MutexGuard<'a, Table>,
    /// Dropped after the table has been given back: whoever is told may look at once.
    told: Told<'a>,
}

#[derive(Debug)]
struct Told<'a> {
    before: EntryNumber,
    came: bool,
    bell: &'a Bell,
}

impl Owned {
    pub(crate) fn new(table: Table) -> Self {
        let bell = Arc::<Bell>::default();
        Self {
            table: Mutex::new(table),
            presence: Presence::new(Arc::clone(&bell)),
            phones: Phones::new(Arc::clone(&bell)),
            bell,
        }
    }

    /// A thread that panicked while it had it has left it as it was, or has written an entry that the
    /// table does not know of; then the journal refuses whatever comes next.
    pub(crate) fn table(&self) -> Held<'_> {
        let table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        Held {
            told: Told {
                before: table.last_number(),
                came: false,
                bell: &self.bell,
            },
            table,
        }
    }
}

impl Deref for Held<'_> {
    type Target = Table;

    fn deref(&self) -> &Table {
        &self.table
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut Table {
        &mut self.table
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.told.came = self.table.last_number() != self.told.before;
    }
}

impl Drop for Told<'_> {
    fn drop(&mut self) {
        if self.came {
            self.bell.ring();
        }
    }
}
