//! Until when the table was together, in a file beside the record.
//!
//! It is no part of the record, and a session goes on without it: it says how much time was used after the last entry, by a
//! table that was left or torn away. It holds a time and the entry after which it was kept, with the digest there, so that
//! what was left beside another record says nothing.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::StoreError;
use super::file;
use super::text::{push_plain_line, push_text_line};
use super::whole::{self, Readers};
use crate::engine::entry_number::EntryNumber;

/// A moment at which the table was together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// The moment, as RFC 3339 text.
    pub at: String,
    /// The last entry then.
    pub after: EntryNumber,
    /// The digest of the record there.
    pub digest: String,
}

impl Together {
    /// Where it lies beside a record.
    pub fn path_for(save: impl AsRef<Path>) -> PathBuf {
        file::beside(save.as_ref(), "together")
    }

    /// What lies beside a record; none where there is nothing that can be read.
    pub fn beside(save: impl AsRef<Path>) -> Option<Self> {
        file::read(&Self::path_for(save))
    }

    /// Keeps it beside a record, in the place of the one before.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be written.
    pub fn keep(&self, save: impl AsRef<Path>) -> Result<(), StoreError> {
        let path = Self::path_for(save);
        let mut out = String::from(
            "# Until when the table of a session of unequal was together. The record does not need it.\n",
        );
        push_text_line(&mut out, "at", &self.at);
        push_plain_line(&mut out, "after", self.after);
        push_text_line(&mut out, "digest", &self.digest);
        whole::replace(&path, out.as_bytes(), Readers::AsUsual)
            .map_err(|error| StoreError::from_io(&path, "keep the time that was used", error))
    }

    /// Takes it away: what it said is on the record.
    ///
    /// # Errors
    ///
    /// Says why the file cannot be removed.
    pub fn forget(save: impl AsRef<Path>) -> Result<(), StoreError> {
        let path = Self::path_for(save);
        let gone = fs::remove_file(&path).or_else(|error| match error.kind() {
            ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        });
        gone.map_err(|error| StoreError::from_io(&path, "remove", error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_it_was_kept_and_forgotten_once_it_is_on_the_record() {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("table.toml");
        assert_eq!(Together::beside(&save), None);
        let moment = Together {
            at: "2026-11-23T20:42:07Z".to_owned(),
            after: EntryNumber::new(41),
            digest: "0f".to_owned(),
        };
        moment.keep(&save).unwrap();
        assert_eq!(Together::beside(&save), Some(moment));
        for _ in 0..2 {
            Together::forget(&save).unwrap();
            assert_eq!(Together::beside(&save), None);
        }
        fs::write(Together::path_for(&save), "at = 7").unwrap();
        assert_eq!(Together::beside(&save), None);
    }
}
