//! The one writer of a record: appends entries, each on disk before anybody may act on it.

mod elsewhere;

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use super::chain::{Tail, TornTail};
use super::codec::{encode_entry, encode_header};
use super::entry::{Entry, NewEntry};
use super::error::StoreError;
use super::file;
use super::header::Header;
use super::record::{self, Record};
use super::storage::{FileStorage, Storage};
use super::version::PROGRAM;
use super::whole;
use crate::engine::entry_number::EntryNumber;

/// A record open for writing, and locked against any second writer while it lives.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    storage: Box<dyn Storage>,
    /// The number of the next entry.
    number: EntryNumber,
    /// How many bytes the header and the acknowledged entries have.
    length: u64,
    /// The digest of the last acknowledged entry.
    digest: String,
    /// The version of the program that wrote it.
    program: String,
    /// The entry at which the disk failed; nothing is written after that.
    stopped_at: Option<EntryNumber>,
}

/// A record as it was found when it was opened for writing.
#[derive(Debug)]
pub struct Opened {
    /// What was fixed at STARTEX.
    pub header: Header,
    /// The entries so far, from number 1.
    pub entries: Vec<Entry>,
    /// The journal that goes on after them.
    pub journal: Journal,
    /// What was cut from the end and set aside, if the last entry had not been finished.
    pub torn: Option<TornTail>,
}

impl Opened {
    fn of((record, journal, torn): (Record, Journal, Option<TornTail>)) -> Self {
        Self {
            header: record.header,
            entries: record.entries,
            journal,
            torn,
        }
    }
}

/// Makes the end of a file what it was when its last whole entry was written. What is cut off and holds
/// more than blanks is copied aside first.
fn mend(
    storage: &mut dyn Storage,
    path: &Path,
    bytes: &[u8],
    tail: &mut TornTail,
    size: u64,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::from_io(path, "mend the end of the record", error);
    let start = usize::try_from(tail.offset).unwrap_or(usize::MAX);
    let found = bytes.get(start..).unwrap_or_default();
    match tail.kind {
        Tail::Cut => tail.kept = Some(file::set_aside(path, "torn", found)?),
        Tail::Comment => tail.kept = Some(file::set_aside(path, "added", found)?),
        Tail::Blank => {}
        Tail::LineEnd => {
            storage.truncate(size - 1).map_err(failed)?;
            return match storage.append(b"\n").map_err(failed)? {
                1 => Ok(()),
                _ => Err(failed(std::io::ErrorKind::StorageFull.into())),
            };
        }
    }
    storage.truncate(size).map_err(failed)
}

impl Journal {
    /// Begins a record. The file appears with its whole header, synced, or not at all, and never
    /// in place of another.
    pub fn create(path: impl AsRef<Path>, header: &Header) -> Result<Self, StoreError> {
        let path = path.as_ref();
        let (text, digest) = encode_header(header);
        let (created, lock) = file::create_whole(path, text.as_bytes())?;
        let storage = FileStorage::new(path.to_owned(), created, lock);
        Ok(Self::on(
            Box::new(storage),
            path,
            EntryNumber::FIRST,
            text.len() as u64,
            digest,
            header.program.clone(),
        ))
    }

    /// Opens a record to go on with it. A torn tail is first copied to `FILE.torn-N` beside the
    /// record, then cut off, and reported; so is a comment that was added, and the end of the last line is
    /// mended. Damage is an error and nothing is changed.
    pub fn open(path: impl AsRef<Path>) -> Result<Opened, StoreError> {
        Ok(Opened::of(Self::open_if(path, Ok::<_, StoreError>)?))
    }

    /// Opens a record to go on with it if `accept` makes something of what it holds. The record is
    /// locked while it is looked at, and where it is not accepted nothing is changed.
    ///
    /// # Errors
    ///
    /// As [`Journal::open`], or what `accept` says.
    pub fn open_if<T, E: From<StoreError>>(
        path: impl AsRef<Path>,
        accept: impl FnOnce(Record) -> Result<T, E>,
    ) -> Result<(T, Self, Option<TornTail>), E> {
        let path = path.as_ref();
        drop(record::open(path)?);
        whole::sweep(whole::folder_of(path));
        let io = |error| StoreError::from_io(path, "open the record for writing", error);
        let mut opened = OpenOptions::new()
            .read(true)
            .write(true)
            .open(path)
            .map_err(io)?;
        let lock = file::lock(path, &opened)?;
        let bytes = record::load(path, &mut opened)?;
        let storage = Box::new(FileStorage::new(path.to_owned(), opened, lock));
        Self::resume_if(storage, path, &bytes, accept)
    }

    /// Goes on with a record in a storage that holds `bytes`. The path is for messages and for
    /// what is set aside; this serves tests with storages that fail.
    pub fn resume(
        storage: Box<dyn Storage>,
        path: impl AsRef<Path>,
        bytes: &[u8],
    ) -> Result<Opened, StoreError> {
        let resumed = Self::resume_if(storage, path.as_ref(), bytes, Ok::<_, StoreError>)?;
        Ok(Opened::of(resumed))
    }

    fn resume_if<T, E: From<StoreError>>(
        mut storage: Box<dyn Storage>,
        path: &Path,
        bytes: &[u8],
        accept: impl FnOnce(Record) -> Result<T, E>,
    ) -> Result<(T, Self, Option<TornTail>), E> {
        let (mut record, damage) = record::parse(path, bytes)?;
        if let Some(damage) = damage {
            return Err(damage.into());
        }
        let digest = record.digest().to_owned();
        let program = record.program().to_owned();
        let number = record.last_number().next();
        let size = record.size;
        let mut torn = record.torn.take();
        let accepted = accept(record)?;
        if let Some(torn) = &mut torn {
            mend(storage.as_mut(), path, bytes, torn, size)?;
        }
        // The last entry may be whole and yet unsynced, if the program died in between. What is
        // shown must be on disk, so it is synced now.
        storage.sync().map_err(|source| StoreError::SyncFailed {
            path: path.to_owned(),
            entry: number.before(),
            source,
        })?;
        let journal = Self::on(storage, path, number, size, digest, program);
        Ok((accepted, journal, torn))
    }

    fn on(
        storage: Box<dyn Storage>,
        path: &Path,
        number: EntryNumber,
        length: u64,
        digest: String,
        program: String,
    ) -> Self {
        Self {
            path: path.to_owned(),
            storage,
            number,
            length,
            digest,
            program,
            stopped_at: None,
        }
    }

    /// Records an act. When this returns an entry, it is on disk; when it returns an error, the
    /// act is not to be acted upon, and its bytes are taken back.
    ///
    /// After a full disk the journal can be used again. After a failed sync it stops for good: a
    /// system that once failed to write may report success for a second try and have lost the
    /// bytes. It stops as well where bytes could not be taken back. Then open the record again to
    /// see what it holds.
    pub fn append(&mut self, new: NewEntry) -> Result<Entry, StoreError> {
        let number = self.number;
        if let Some(stopped_at) = self.stopped_at {
            return Err(StoreError::Stopped {
                path: self.path.clone(),
                stopped_at,
                entry: number,
            });
        }
        let program = (self.program != PROGRAM).then_some(PROGRAM);
        let (text, digest) =
            encode_entry(&new, number, &self.digest, program).map_err(|problem| {
                StoreError::Unrecordable {
                    path: self.path.clone(),
                    entry: number,
                    problem: problem.0,
                }
            })?;
        self.expect_unchanged(number)?;
        let written = self.storage.append(text.as_bytes());
        if !matches!(written, Ok(count) if count == text.len()) {
            let source = match written {
                Err(source) => source,
                Ok(_) => std::io::ErrorKind::StorageFull.into(),
            };
            self.roll_back(number);
            let doing = "write to the record";
            return Err(StoreError::from_append(
                &self.path,
                doing,
                Some(number),
                source,
            ));
        }
        if let Err(source) = self.storage.sync() {
            self.roll_back(number);
            self.stopped_at = Some(number);
            return Err(StoreError::SyncFailed {
                path: self.path.clone(),
                entry: number,
                source,
            });
        }
        self.number = self.number.next();
        self.length += text.len() as u64;
        self.digest.clone_from(&digest);
        PROGRAM.clone_into(&mut self.program);
        Ok(Entry {
            program: program.map(str::to_owned),
            ..new.recorded(number, digest)
        })
    }

    /// Looks whether the file is still the one that this journal has written, and holds that and no more.
    fn expect_unchanged(&mut self, number: EntryNumber) -> Result<(), StoreError> {
        let path = self.path.clone();
        let io = |error| StoreError::from_append(&path, "look at the record", Some(number), error);
        if !self.storage.is_in_place().map_err(io)? {
            return Err(StoreError::Moved {
                path,
                entry: number,
            });
        }
        let found = self.storage.length().map_err(io)?;
        if found != self.length {
            return Err(StoreError::Changed {
                path,
                entry: number,
                expected: self.length,
                found,
            });
        }
        // As long as before says nothing where another program has written meanwhile.
        if let Some(bytes) = self.storage.if_touched().map_err(io)?
            && !self.is_as_acknowledged(&bytes)
        {
            self.stopped_at = Some(number);
            return Err(StoreError::Overwritten {
                path,
                entry: number,
            });
        }
        Ok(())
    }

    /// Whether these are the bytes that were acknowledged here, to the last digest of their chain.
    fn is_as_acknowledged(&self, bytes: &[u8]) -> bool {
        record::parse(&self.path, bytes).is_ok_and(|(record, damage)| {
            damage.is_none() && record.torn.is_none() && record.digest() == self.digest
        })
    }

    /// Takes an entry back that was not acknowledged. If even that fails, the journal stops, and
    /// opening the record again will find the torn tail.
    fn roll_back(&mut self, number: EntryNumber) {
        if self.storage.truncate(self.length).is_err() {
            self.stopped_at = Some(number);
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of the last entry; 0 if there is none.
    pub const fn last_number(&self) -> EntryNumber {
        self.number.before()
    }

    /// The digest of the whole record so far.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// How many bytes the record has.
    pub const fn size(&self) -> u64 {
        self.length
    }
}
