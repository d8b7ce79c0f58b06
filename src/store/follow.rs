//! Watches a record grow that another program writes.

use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::chain::{Cursor, End, TornTail};
use super::entry::Entry;
use super::error::StoreError;
use super::file::is_same;
use super::record::{self, Record};

/// A reader that remembers how far it has read.
#[derive(Debug)]
pub struct Follow {
    path: PathBuf,
    file: File,
    seen: Metadata,
    cursor: Cursor,
    /// The length at which damage was seen that may be a write in progress.
    doubted_at: Option<u64>,
}

/// What is new in a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The entries that were not there before.
    pub entries: Vec<Entry>,
    /// An entry that is being written, or that was never finished: wait and look again.
    pub unfinished: Option<TornTail>,
}

impl Follow {
    /// Reads what a record holds so far, and begins to follow it.
    pub fn open(path: impl AsRef<Path>) -> Result<(Record, Self), StoreError> {
        let path = path.as_ref();
        let mut file = record::open(path)?;
        let io = |error| StoreError::from_io(path, "read the record", error);
        let seen = file.metadata().map_err(io)?;
        let bytes = record::load(path, &mut file)?;
        // Nothing is shown before it is on disk. The writer syncs as well, but may be at it yet;
        // where a reader may not sync, the writer's word must do.
        let _writers_word = file.sync_data();
        let record = match record::parse(path, &bytes)? {
            (_, Some(damage)) => return Err(damage),
            (record, None) => record,
        };
        let cursor = Cursor {
            number: record.entries.len() as u64 + 1,
            offset: record.size,
            previous: record.digest().to_owned(),
        };
        Ok((
            record,
            Self {
                path: path.to_owned(),
                file,
                seen,
                cursor,
                doubted_at: None,
            },
        ))
    }

    /// Reads what is new. Errors: damage, or the file was moved or cut shorter than what was read.
    /// After [`StoreError::Moved`] or [`StoreError::Changed`], open it again.
    pub fn poll(&mut self) -> Result<News, StoreError> {
        let io = |error| StoreError::from_io(&self.path, "read the record", error);
        match fs::metadata(&self.path) {
            Ok(now) if is_same(&now, &self.seen) => {}
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(io(error)),
            Ok(_) | Err(_) => {
                return Err(StoreError::Moved {
                    path: self.path.clone(),
                    entry: self.cursor.number,
                });
            }
        }
        let found = self.file.metadata().map_err(io)?.len();
        if found < self.cursor.offset {
            return Err(StoreError::Changed {
                path: self.path.clone(),
                entry: self.cursor.number,
                expected: self.cursor.offset,
                found,
            });
        }
        if found == self.cursor.offset {
            return Ok(News::default());
        }
        let mut bytes = Vec::new();
        self.file
            .seek(SeekFrom::Start(self.cursor.offset))
            .map_err(io)?;
        self.file.read_to_end(&mut bytes).map_err(io)?;
        let _writers_word = self.file.sync_data();
        let before = self.cursor.offset;
        let first = self.cursor.number;
        let (bodies, end) = self.cursor.advance(&self.path, &bytes);
        let (entries, unreadable) = record::decode(&self.path, first, &bodies);
        if let Some(unreadable) = unreadable {
            return Err(unreadable);
        }
        let remaining = before + bytes.len() as u64 - self.cursor.offset;
        match end {
            End::Boundary => Ok(News {
                entries,
                unfinished: None,
            }),
            End::Torn(torn) => Ok(News {
                entries,
                unfinished: Some(torn),
            }),
            End::Damaged(damage) => {
                // On a network disk a write in progress can look like damage for a moment, so
                // damage is believed when it is seen twice. What is whole is shown at once.
                let length = self.cursor.offset + remaining;
                if entries.is_empty() && self.doubted_at == Some(length) {
                    return Err(damage);
                }
                self.doubted_at = Some(length);
                let unfinished = TornTail {
                    entry: self.cursor.number,
                    offset: self.cursor.offset,
                    bytes: remaining,
                    needs: None,
                    kept: None,
                };
                Ok(News {
                    entries,
                    unfinished: Some(unfinished),
                })
            }
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of the last entry read; 0 if there is none.
    pub const fn last_number(&self) -> u64 {
        self.cursor.number - 1
    }

    /// The digest of the record as far as it was read.
    pub fn digest(&self) -> &str {
        &self.cursor.previous
    }
}
