//! The file of a record: made whole, locked, told from others; and what lies beside it.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::whole::{self, Readers, Unnamed, folder_of, sync_folder};
use crate::engine::entry_number::EntryNumber;

/// How long a writer waits for its lock: a reader that looks whether there is a writer holds it for
/// an instant, and must never keep one out.
const LOCK_PATIENCE: Duration = Duration::from_millis(250);
/// How long a writer waits before it tries again.
const LOCK_PAUSE: Duration = Duration::from_millis(2);
/// The longest name of a record, in bytes: most systems take 255, and what lies beside it has a longer one.
pub(crate) const LONGEST_NAME: usize = 215;

/// The path of a file that belongs to a record and lies beside it.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// What one of our small files says; none where there is none that can be read.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let text = fs::read_to_string(path).ok()?;
    toml::from_str(&text).ok()
}

/// Whether two looks at a file were looks at the same one.
#[cfg(unix)]
pub(crate) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.dev() == other.dev() && one.ino() == other.ino()
}

/// Whether two looks at a file were looks at the same one, as far as can be told here.
#[cfg(not(unix))]
pub(crate) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    are_of_one_time(one, other)
}

/// Where a system gives files no numbers, the moment when one was made stands for it.
#[cfg(any(not(unix), test))]
fn are_of_one_time(one: &Metadata, other: &Metadata) -> bool {
    one.created().ok() == other.created().ok()
}

/// Takes the lock that keeps a second writer of a record out. It is given back when the files are closed.
pub(crate) fn lock(path: &Path, file: &File) -> Result<Option<File>, StoreError> {
    lock_within(path, file, LOCK_PATIENCE).map_err(|error| match error.kind() {
        ErrorKind::WouldBlock => StoreError::Busy {
            path: path.to_owned(),
        },
        _ if knows_no_locks(&error) => StoreError::NoLocks {
            path: path.to_owned(),
        },
        _ => StoreError::from_io(path, "lock the record against a second writer", error),
    })
}

/// Whether a folder cannot lock files at all, as some shares and folders of the cloud.
fn knows_no_locks(error: &io::Error) -> bool {
    /// The system's `ENOLCK`, for which the library has no kind.
    const NO_LOCKS: i32 = if cfg!(target_os = "macos") { 77 } else { 37 };
    error.kind() == ErrorKind::Unsupported || (cfg!(unix) && error.raw_os_error() == Some(NO_LOCKS))
}

/// Takes the lock on a file; fails with [`ErrorKind::WouldBlock`] if somebody holds it for too long.
pub(crate) fn lock_within(
    path: &Path,
    file: &File,
    patience: Duration,
) -> io::Result<Option<File>> {
    // There a locked file cannot be read by others, so that nobody could watch the session.
    let lock = if cfg!(windows) {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        Some(options.open(beside(path, "lock"))?)
    } else {
        None
    };
    let begun = Instant::now();
    loop {
        match lock.as_ref().unwrap_or(file).try_lock() {
            Ok(()) => return Ok(lock),
            Err(TryLockError::WouldBlock) if begun.elapsed() < patience => {
                thread::sleep(LOCK_PAUSE);
            }
            Err(TryLockError::WouldBlock) => return Err(ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

/// Whether somebody has a record open for writing; nothing where that cannot be told.
///
/// The look holds a shared lock between two calls to the system. A writer that comes just then
/// tries again, see [`lock`]; other readers are not hindered at all.
pub(crate) fn is_locked(path: &Path, file: &File) -> Option<bool> {
    let beside = if cfg!(windows) {
        match File::open(beside(path, "lock")) {
            Ok(lock) => Some(lock),
            Err(error) => return (error.kind() == ErrorKind::NotFound).then_some(false),
        }
    } else {
        None
    };
    let lock = beside.as_ref().unwrap_or(file);
    match lock.try_lock_shared() {
        Ok(()) => lock.unlock().is_ok().then_some(false),
        Err(TryLockError::WouldBlock) => Some(true),
        Err(TryLockError::Error(_)) => None,
    }
}

/// Makes a new file with its content, whole, synced and locked, and never over another.
pub(crate) fn create_whole(
    path: &Path,
    content: &[u8],
) -> Result<(File, Option<File>), StoreError> {
    let folder = folder_of(path);
    let at = |error| match StoreError::from_io(path, "make the record", error) {
        StoreError::NotFound { .. } => StoreError::NotFound {
            path: folder.to_owned(),
        },
        error => error,
    };
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists {
            path: path.to_owned(),
        });
    }
    let bytes = path.file_name().map_or(0, OsStr::len);
    if bytes > LONGEST_NAME {
        let why =
            format!("a name of {bytes} bytes leaves no room for those of what lies beside it");
        return Err(at(io::Error::new(ErrorKind::InvalidFilename, why)));
    }
    whole::sweep(folder);
    let not_synced = |source| StoreError::SyncFailed {
        path: path.to_owned(),
        entry: EntryNumber::STARTEX,
        source,
    };
    // A record is an ordinary document: who may read it is for the user's umask to say.
    let unnamed = Unnamed::write(path, content, Readers::AsUsual).map_err(at)?;
    unnamed.sync().map_err(not_synced)?;
    // The lock is on the file, not on its name: nobody can open it first.
    let lock = lock(path, unnamed.file())?;
    let file = unnamed.place_new().map_err(at)?;
    sync_folder(folder).map_err(not_synced)?;
    Ok((file, lock))
}

/// Puts bytes into a new file beside a record, under the first free number. Gives its path.
pub(crate) fn set_aside(path: &Path, ending: &str, content: &[u8]) -> Result<PathBuf, StoreError> {
    for number in 1_u32.. {
        let aside = beside(path, &format!("{ending}-{number}"));
        let at = |error| StoreError::from_io(&aside, "set aside what cannot be used", error);
        match OpenOptions::new().write(true).create_new(true).open(&aside) {
            Ok(mut file) => {
                file.write_all(content)
                    .and_then(|()| file.sync_all())
                    .map_err(at)?;
                sync_folder(folder_of(path)).map_err(at)?;
                return Ok(aside);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(at(error)),
        }
    }
    unreachable!("a folder has fewer than four thousand million files")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_numbers_a_file_is_told_from_one_made_later() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
        let made = |path: &Path| {
            std::fs::write(path, "").unwrap();
            std::fs::metadata(path).unwrap()
        };
        let one = made(&first);
        std::fs::write(&first, "longer").unwrap();
        assert!(are_of_one_time(&one, &std::fs::metadata(&first).unwrap()));
        // Where a system does not say when a file was made, all are taken for one.
        let (Ok(then), deadline) = (one.created(), Instant::now() + Duration::from_secs(10)) else {
            return;
        };
        let mut other = made(&second);
        while other.created().unwrap() == then && Instant::now() < deadline {
            std::fs::remove_file(&second).unwrap();
            other = made(&second);
        }
        assert!(!are_of_one_time(&one, &other));
    }
}
