//! What a journal asks of the place where it writes, so that tests can give it a faulty one.

use std::fmt::Debug;
use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::PathBuf;

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
}

/// A file. It is locked as long as this value lives.
#[derive(Debug)]
pub struct FileStorage {
    path: PathBuf,
    file: File,
    /// Keeps a lock that lies beside the file, where the file's own would keep readers out.
    _lock: Option<File>,
}

impl FileStorage {
    pub(crate) const fn new(path: PathBuf, file: File, lock: Option<File>) -> Self {
        Self {
            path,
            file,
            _lock: lock,
        }
    }
}

impl Storage for FileStorage {
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.seek(SeekFrom::End(0))?;
        loop {
            match self.file.write(bytes) {
                // Interrupted before the first byte: nothing was written, so this is no second try.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                written => return written,
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
        self.file.set_len(length)
    }

    fn is_in_place(&mut self) -> io::Result<bool> {
        match fs::metadata(&self.path) {
            Ok(at_path) => Ok(super::file::is_same(&at_path, &self.file.metadata()?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}
