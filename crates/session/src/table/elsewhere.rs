//! A table whose file is gone: it is told, and the record goes on in another file.

use std::path::Path;

use super::Table;
use unequal_core::store::seals::Key;
use unequal_core::store::{Entry, Journal, StoreError};

impl Table {
    /// Looks whether the file of the record still holds what was acknowledged, under the name by which it
    /// is opened.
    ///
    /// # Errors
    ///
    /// Says what became of it. It may come back: a memory stick is put in again.
    pub fn look(&mut self) -> Result<(), StoreError> {
        self.journal.as_mut().map_or(Ok(()), Journal::look)
    }

    /// Writes the whole record into a new file, and goes on there.
    ///
    /// # Errors
    ///
    /// Says why it cannot be written; the table is as before.
    pub fn go_on_in(&mut self, path: &Path) -> Result<(), StoreError> {
        let moments = self.history.moments().iter();
        let entries: Vec<Entry> = moments.map(|moment| moment.entry.clone()).collect();
        let journal = Journal::elsewhere(path, self.history.header(), &entries)?;
        self.journal = Some(journal);
        if let Some(before) = self.history.path() {
            // Where the old folder is gone, so is the key, and copies that were handed out stay sealed.
            let _gone = Key::go_along(before, path);
        }
        self.history.lies_in(path);
        Ok(())
    }
}
