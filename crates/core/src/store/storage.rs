//! What a journal asks of the place where it writes, so that tests can give it a faulty one.

use std::fmt::Debug;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::time::SystemTime;

/// Where a journal appends. A synced byte survives the loss of power; others may not.
pub trait Storage: Debug + Send {
    /// Writes at the end with one call to the system, and tells how many bytes it took.
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Returns when all that was appended would survive the loss of power.
    fn sync(&mut self) -> io::Result<()>;

    /// How many bytes there are.
    fn length(&mut self) -> io::Result<u64>;

    /// Cuts everything after so many bytes.
    fn truncate(&mut self, length: u64) -> io::Result<()>;

    /// Whether whoever opens the record by its name still gets what is written here.
    fn is_in_place(&mut self) -> io::Result<bool> {
        Ok(true)
    }

    /// All bytes, where somebody else may have written since this storage did or was last asked; nothing
    /// where nobody has.
    fn if_touched(&mut self) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }
}

/// A file. It is locked as long as this value lives.
#[derive(Debug)]
pub struct FileStorage {
    path: PathBuf,
    file: File,
    /// When it was last written here, as the system notes it; nothing where the system does not.
    written_at: Option<SystemTime>,
    /// Keeps a lock that lies beside the file, where the file's own would keep readers out.
    _lock: Option<File>,
}

impl FileStorage {
    pub(crate) fn new(path: PathBuf, file: File, lock: Option<File>) -> Self {
        let mut storage = Self {
            path,
            file,
            written_at: None,
            _lock: lock,
        };
        storage.note_time();
        storage
    }

    fn modified(&self) -> Option<SystemTime> {
        self.file.metadata().and_then(|found| found.modified()).ok()
    }

    fn note_time(&mut self) {
        self.written_at = self.modified();
    }
}

impl Storage for FileStorage {
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.seek(SeekFrom::End(0))?;
        loop {
            match self.file.write(bytes) {
                // Interrupted before the first byte: nothing was written, so this is no second try.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                written => {
                    self.note_time();
                    return written;
                }
            }
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn length(&mut self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        self.note_time();
        Ok(())
    }

    fn is_in_place(&mut self) -> io::Result<bool> {
        match fs::metadata(&self.path) {
            Ok(at_path) => Ok(super::file::is_same(&at_path, &self.file.metadata()?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn if_touched(&mut self) -> io::Result<Option<Vec<u8>>> {
        let found = self.modified();
        if found == self.written_at {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut bytes)?;
        self.written_at = found;
        Ok(Some(bytes))
    }
}
