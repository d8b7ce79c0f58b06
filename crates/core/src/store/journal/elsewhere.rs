//! What becomes of a record whose file is gone while it is open: it is told, and goes on in another file.

use std::path::Path;

use super::Journal;
use crate::engine::entry_number::EntryNumber;
use crate::store::codec::{encode_entry, encode_header};
use crate::store::entry::{Entry, NewEntry};
use crate::store::error::StoreError;
use crate::store::file;
use crate::store::header::Header;
use crate::store::storage::FileStorage;

impl Journal {
    /// Looks whether whoever opens the record by its name finds what was acknowledged here, and nothing else.
    ///
    /// # Errors
    ///
    /// Says what became of the file. It may come back: a memory stick is put in again.
    pub fn look(&mut self) -> Result<(), StoreError> {
        if let Some(stopped_at) = self.stopped_at {
            return Err(StoreError::Stopped {
                path: self.path.clone(),
                stopped_at,
                entry: self.number,
            });
        }
        self.expect_unchanged(self.number)
    }

    /// Writes a whole record into a new file, byte for byte as it was acknowledged, to go on there.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be made, or which entry would not come out as it was; no file is left then.
    pub fn elsewhere(
        path: impl AsRef<Path>,
        header: &Header,
        entries: &[Entry],
    ) -> Result<Self, StoreError> {
        let path = path.as_ref();
        let (mut text, mut digest) = encode_header(header);
        let mut program = header.program.clone();
        for entry in entries {
            let number = entry.number;
            let unlike = |problem: String| StoreError::Unrecordable {
                path: path.to_owned(),
                entry: number,
                problem,
            };
            let new = NewEntry::from(entry.clone());
            let (block, chained) = encode_entry(&new, number, &digest, entry.program.as_deref())
                .map_err(|problem| unlike(problem.0))?;
            if chained != entry.digest {
                return Err(unlike("its digest would be another".to_owned()));
            }
            text.push_str(&block);
            digest = chained;
            program = entry.program.clone().unwrap_or(program);
        }
        let (created, lock) = file::create_whole(path, text.as_bytes())?;
        let storage = FileStorage::new(path.to_owned(), created, lock);
        let number = EntryNumber::last_of(entries.len()).next();
        Ok(Self::on(
            Box::new(storage),
            path,
            number,
            text.len() as u64,
            digest,
            program,
        ))
    }
}
