//! Watches a record grow that another program writes.

use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::chain::{self, Cursor, End, Tail, TornTail};
use super::entry::Entry;
use super::error::StoreError;
use super::file::{is_locked, is_same};
use super::record::{self, Record};
use crate::engine::entry_number::EntryNumber;

/// A reader that remembers how far it has read.
#[derive(Debug)]
pub struct Follow {
    path: PathBuf,
    file: File,
    seen: Metadata,
    cursor: Cursor,
    /// The version of the program that wrote what was read last.
    program: String,
    /// The length at which damage was seen that may be a write in progress.
    doubted_at: Option<u64>,
    /// What the file looked like when it was last read, and the entry that was unfinished then.
    looked: (Look, Option<TornTail>),
}

/// What a file looks like from outside: as long as that stays, there is nothing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    length: u64,
    modified: Option<SystemTime>,
}

impl Look {
    /// Looks at a file; nothing where there is none.
    pub fn at(path: impl AsRef<Path>) -> Option<Self> {
        fs::metadata(path).ok().as_ref().map(Self::of)
    }

    fn of(seen: &Metadata) -> Self {
        Self {
            length: seen.len(),
            modified: seen.modified().ok(),
        }
    }
}

/// What is new in a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The entries that were not there before.
    pub entries: Vec<Entry>,
    /// An entry that is being written, or that was never finished: wait and look again.
    pub unfinished: Option<TornTail>,
}

/// Whether some program has the record at a path open for writing; not where that cannot be told.
pub fn is_open(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| is_locked(path, &file) == Some(true))
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
            number: record.last_number().next(),
            offset: record.size,
            previous: record.digest().to_owned(),
        };
        let looked = (Look::of(&seen), record.torn.clone());
        let follow = Self {
            path: path.to_owned(),
            file,
            seen,
            cursor,
            program: record.program().to_owned(),
            doubted_at: None,
            looked,
        };
        Ok((record, follow))
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
        let look = Look::of(&self.file.metadata().map_err(io)?);
        if look == self.looked.0 && self.doubted_at.is_none() {
            return Ok(News {
                entries: Vec::new(),
                unfinished: self.looked.1.clone(),
            });
        }
        if look.length <= self.cursor.offset {
            self.expect_unchanged(look.length)?;
            self.looked = (look, None);
            return Ok(News::default());
        }
        let news = self.read_on()?;
        self.looked = (look, news.unfinished.clone());
        Ok(news)
    }

    /// Looks whether a file that was written to without growing still begins with what was read.
    fn expect_unchanged(&mut self, found: u64) -> Result<(), StoreError> {
        let bytes = record::load(&self.path, &mut self.file)?;
        let known = usize::try_from(self.cursor.offset).unwrap_or(usize::MAX);
        let same = bytes.get(..known).is_some_and(|known| {
            chain::check(&self.path, known).is_ok_and(|chain| chain.digest == self.cursor.previous)
        });
        if same {
            return Ok(());
        }
        Err(StoreError::Changed {
            path: self.path.clone(),
            entry: self.cursor.number,
            expected: self.cursor.offset,
            found,
        })
    }

    /// Reads what stands behind the last entry.
    fn read_on(&mut self) -> Result<News, StoreError> {
        let io = |error| StoreError::from_io(&self.path, "read the record", error);
        let mut bytes = Vec::new();
        self.file
            .seek(SeekFrom::Start(self.cursor.offset))
            .map_err(io)?;
        self.file.read_to_end(&mut bytes).map_err(io)?;
        let _writers_word = self.file.sync_data();
        let before = self.cursor.offset;
        let first = self.cursor.number;
        let (bodies, end) = self.cursor.advance(&self.path, &bytes);
        let (entries, unreadable) = record::decode(&self.path, first, &bodies, &self.program);
        if let Some(unreadable) = unreadable {
            return Err(unreadable);
        }
        let mut writers = entries.iter().rev();
        if let Some(writer) = writers.find_map(|entry| entry.program.as_ref()) {
            self.program.clone_from(writer);
        }
        let remaining = before + bytes.len() as u64 - self.cursor.offset;
        if !matches!(end, End::Damaged(_)) {
            self.doubted_at = None;
        }
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
                    kind: Tail::Cut,
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

    /// Whether some program has the record open for writing; nothing where that cannot be told.
    /// No writer is hindered by the question.
    pub fn is_being_written(&self) -> Option<bool> {
        is_locked(&self.path, &self.file)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of the last entry read; 0 if there is none.
    pub const fn last_number(&self) -> EntryNumber {
        self.cursor.number.before()
    }

    /// The digest of the record as far as it was read.
    pub fn digest(&self) -> &str {
        &self.cursor.previous
    }
}
