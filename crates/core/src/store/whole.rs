//! Files that appear whole or not at all: written without a name, synced, named, their folder synced.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

/// How the names of files begin and end that are being written.
const PREFIX: &str = ".unequal-";
const SUFFIX: &str = ".tmp";
/// A file that is being written is named after moments. One that is older, and held by nobody, was left
/// behind by a writer that was killed.
const LEFT_BEHIND: Duration = Duration::from_mins(1);

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Whom the user's umask allows: the file is an ordinary document.
    AsUsual,
    /// Its user alone.
    UserAlone,
}

/// The folder in which a file lies.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes the names in a folder survive the loss of power.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(()); // A folder cannot be opened there; its names are kept by the system.
    }
    match File::open(folder)?.sync_all() {
        // Some network and FUSE file systems have nothing to sync here.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        synced => synced,
    }
}

/// A file with its content and without its name. It goes when it is dropped.
#[derive(Debug)]
pub(crate) struct Unnamed {
    path: PathBuf,
    temporary: NamedTempFile,
}

impl Unnamed {
    /// Writes content in the folder where it shall be found as `path`.
    pub(crate) fn write(path: &Path, content: &[u8], readers: Readers) -> io::Result<Self> {
        let mut options = tempfile::Builder::new();
        options.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        if readers == Readers::AsUsual {
            options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        }
        #[cfg(not(unix))]
        let _as_the_folder_has_it = readers;
        let mut temporary = options.tempfile_in(folder_of(path))?;
        if !cfg!(windows) {
            // So that nobody takes it for left behind; where there are no locks its age must do.
            let _held = temporary.as_file().try_lock();
        }
        temporary.write_all(content)?;
        Ok(Self {
            path: path.to_owned(),
            temporary,
        })
    }

    /// The file.
    pub(crate) fn file(&self) -> &File {
        self.temporary.as_file()
    }

    /// Returns when the content would survive the loss of power.
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.temporary.as_file().sync_all()
    }

    /// Gives the content its name, and never in the place of another file.
    pub(crate) fn place_new(self) -> io::Result<File> {
        let path = self.path;
        match self.temporary.persist_noclobber(&path) {
            Ok(file) => Ok(file),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => Err(refused.error),
            // Memory sticks know neither hard links nor renaming without replacing. There the name is
            // taken first, which only one can do, and then given to the content.
            Err(refused) => {
                File::create_new(&path)?;
                refused.file.persist(&path).map_err(|refused| {
                    // Nothing but the name was made, and it is ours.
                    let _unneeded = fs::remove_file(&path);
                    refused.error
                })
            }
        }
    }

    /// Gives the content its name, in the place of what had it.
    pub(crate) fn place_over(self) -> io::Result<File> {
        let placed = self.temporary.persist(&self.path);
        placed.map_err(|refused| refused.error)
    }
}

/// Writes a file anew, so that at any time either the old or the new one is there, whole. When this
/// returns, the new one would survive the loss of power.
pub(crate) fn replace(path: &Path, content: &[u8], readers: Readers) -> io::Result<()> {
    let unnamed = Unnamed::write(path, content, readers)?;
    unnamed.sync()?;
    unnamed.place_over()?;
    sync_folder(folder_of(path))
}

/// Writes a file that must not be there yet, as [`replace`] does one that may.
pub(crate) fn create(path: &Path, content: &[u8], readers: Readers) -> io::Result<()> {
    let unnamed = Unnamed::write(path, content, readers)?;
    unnamed.sync()?;
    unnamed.place_new()?;
    sync_folder(folder_of(path))
}

/// Removes from a folder what killed writers left behind: nothing of it was ever said to be kept.
///
/// What cannot be looked at or removed stays; it harms nothing.
pub(crate) fn sweep(folder: &Path) {
    let Ok(listed) = fs::read_dir(folder) else {
        return;
    };
    for entry in listed.flatten() {
        let name = entry.file_name();
        let named = name
            .to_str()
            .is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if named && is_left_behind(&entry.path()) {
            let _stays = fs::remove_file(entry.path());
        }
    }
}

fn is_left_behind(path: &Path) -> bool {
    let Ok(seen) = path.symlink_metadata() else {
        return false;
    };
    let old = seen
        .modified()
        .ok()
        .and_then(|modified| modified.elapsed().ok())
        .is_some_and(|age| age > LEFT_BEHIND);
    let held = || File::open(path).is_ok_and(|file| file.try_lock().is_err());
    seen.is_file() && old && (cfg!(windows) || !held())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn what_a_killed_writer_left_is_removed_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        let old = SystemTime::now() - 2 * LEFT_BEHIND;
        let aged = |file: &File| file.set_modified(old).unwrap();
        for name in [".unequal-dead.tmp", "kept.toml", ".other.tmp"] {
            fs::write(place(name), "x").unwrap();
            aged(&File::options().write(true).open(place(name)).unwrap());
        }
        fs::write(place(".unequal-young.tmp"), "x").unwrap();
        let slow = Unnamed::write(&place("slow.toml"), b"x", Readers::UserAlone).unwrap();
        aged(slow.file());
        sweep(folder.path());
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left.len(), 4, "{left:?}");
        assert!(!left.contains(&".unequal-dead.tmp".to_owned()));
        slow.place_new().unwrap();
        assert!(place("slow.toml").is_file());
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        create(&path, b"one", Readers::AsUsual).unwrap();
        let refused = create(&path, b"two", Readers::AsUsual).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        replace(&path, b"two", Readers::AsUsual).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
