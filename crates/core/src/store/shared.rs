//! Files beside a record that several programs may change: held, read again, changed, written whole.
//!
//! Nobody writes what it read long ago: a change is made to what the file holds at that moment, while
//! all others wait. So what anybody kept stays, whatever the order.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;
use std::time::Duration;

use super::error::StoreError;
use super::file::{self, is_same};
use super::whole::{self, Readers, folder_of, sync_folder};

/// How long to wait for others: each holds the file for the time of one write.
const PATIENCE: Duration = Duration::from_secs(5);

/// Changes a file that is the user's alone. `change` gets what it holds now, nothing where it is not there,
/// and gives what it shall hold; without that it goes.
pub(crate) fn change<T, B: AsRef<[u8]>>(
    path: &Path,
    doing: &'static str,
    change: impl FnOnce(&[u8]) -> Result<(Option<B>, T), StoreError>,
) -> Result<T, StoreError> {
    let failed = |error| StoreError::from_io(path, doing, error);
    let mut held = Held::take(path).map_err(failed)?;
    let mut bytes = Vec::new();
    held.file.read_to_end(&mut bytes).map_err(failed)?;
    let (next, told) = change(&bytes)?;
    if let Some(bytes) = next {
        whole::replace(path, bytes.as_ref(), Readers::UserAlone).map_err(failed)?;
        held.made = false;
    } else {
        fs::remove_file(path).map_err(failed)?;
        held.made = false;
        sync_folder(folder_of(path)).map_err(failed)?;
    }
    Ok(told)
}

/// A file that all others who would change it wait for.
struct Held<'a> {
    path: &'a Path,
    file: File,
    /// Whether it was made here, empty, to be held: it goes again unless something is written.
    made: bool,
    _lock: Option<File>,
}

impl<'a> Held<'a> {
    fn take(path: &'a Path) -> io::Result<Self> {
        loop {
            let (file, made) = open(path)?;
            let lock = match file::lock_within(path, &file, PATIENCE) {
                Ok(lock) => lock,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Err(error),
                // Where there are no locks, the moment between reading and writing is all that is at risk.
                Err(_) => None,
            };
            // Whoever held it before may have put another in its place, or removed it.
            match fs::metadata(path) {
                Ok(now) if is_same(&now, &file.metadata()?) => {
                    return Ok(Self {
                        path,
                        file,
                        made,
                        _lock: lock,
                    });
                }
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                Ok(_) | Err(_) => {}
            }
        }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if self.made {
            let _stays_empty = fs::remove_file(self.path);
        }
    }
}

/// Opens a file, and makes it where it is not there; says whether it was made.
fn open(path: &Path) -> io::Result<(File, bool)> {
    match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        opened => return Ok((opened?, false)),
    }
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok((options.open(path)?, true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    fn add(path: &Path, line: &str) {
        change(path, "write", |bytes| {
            let mut text = String::from_utf8(bytes.to_vec()).unwrap();
            text.push_str(line);
            text.push('\n');
            Ok((Some(text), ()))
        })
        .unwrap();
    }

    #[test]
    fn nothing_that_anybody_wrote_is_lost_whatever_the_order() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shared");
        thread::scope(|scope| {
            for writer in 0..4 {
                let path = &path;
                scope.spawn(move || {
                    for line in 0..8 {
                        add(path, &format!("{writer} {line}"));
                    }
                });
            }
        });
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 4 * 8, "{text}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no rests");
    }

    #[test]
    fn a_file_is_not_made_for_nothing_and_goes_when_it_is_needed_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shared");
        let next = |next: Option<String>| change(&path, "write", |_| Ok((next, ())));
        next(None).unwrap();
        assert!(!path.exists());
        let refused = change::<(), String>(&path, "write", |_| {
            Err(StoreError::NotFound { path: path.clone() })
        });
        assert!(refused.is_err() && !path.exists());
        next(Some("x".to_owned())).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "x");
        next(None).unwrap();
        assert!(!path.exists());
    }
}
