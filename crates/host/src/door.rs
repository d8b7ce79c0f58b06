//! The socket beside a record: where it lies, and that no two hosts listen at it.
//!
//! It lies in a folder that nobody but its owner may enter, so that who may run the session's host may sit at it and
//! nobody else. A locked file beside it is the host's as long as it listens, so that of two that begin at the same moment
//! one gets the door.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the locked file beside the socket.
#[cfg(all(unix, not(feature = "portable")))]
const LOCK: &str = "lock";

/// Bytes of the path of a socket that every Unix takes.
#[cfg(all(unix, not(feature = "portable")))]
const LONGEST: usize = 103;

/// Why nobody listens, or nobody can be reached.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// Another host listens for this record.
    #[error("{} is hosted already", .0.display())]
    Hosted(PathBuf),
    /// Nobody listens for this record.
    #[error("nobody hosts {}", .0.display())]
    NotHosted(PathBuf),
    /// The path is longer than the system takes for a socket.
    #[error(
        "the path of the socket would be {length} bytes long, and systems take {longest} at most: {}",
        .path.display()
    )]
    TooLong {
        /// The path of the socket.
        path: PathBuf,
        /// Its bytes.
        length: usize,
        /// What systems take.
        longest: usize,
    },
    /// What is in the way is no socket of a host.
    #[error("{} is in the way: it is no folder that a host made", .0.display())]
    InTheWay(PathBuf),
    /// The system says no.
    #[error("{}: {error}", .path.display())]
    Failed {
        /// The socket.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There are no such sockets here.
    #[error("sessions are hosted on Unix alone so far: this system has no such sockets")]
    NotHere,
}

impl DoorError {
    /// What to do next; may be empty.
    pub fn hint(&self, save: &str) -> String {
        match self {
            Self::Hosted(_) => format!("sit down at it: unequal seat {save} --seat patron"),
            Self::NotHosted(_) => format!("host it first: unequal host {save}"),
            Self::TooLong { .. } => {
                "go to the record's folder and name the record alone, or move it to a shorter path"
                    .to_owned()
            }
            Self::InTheWay(path) => format!("look at {} and move it away", path.display()),
            Self::Failed { .. } => {
                "a socket needs a folder that you may write to, on a disk of this machine"
                    .to_owned()
            }
            Self::NotHere => format!("play it at one screen: unequal resume {save}"),
        }
    }
}

/// The folder of the socket of a record, and the socket.
pub fn paths(save: &Path) -> (PathBuf, PathBuf) {
    let mut name = OsString::from(save.as_os_str());
    name.push(".host");
    let folder = PathBuf::from(name);
    let socket = folder.join("s");
    (folder, socket)
}

#[cfg(all(unix, not(feature = "portable")))]
mod unix {
    use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
    use std::io::ErrorKind;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
    use std::os::unix::net::{UnixListener, UnixStream};

    use super::{DoorError, LOCK, LONGEST, Path, PathBuf, io, paths};

    /// A socket that is listened at; it goes when this is dropped.
    #[derive(Debug)]
    pub struct Door {
        listener: UnixListener,
        folder: PathBuf,
        socket: PathBuf,
        /// Locked until this is dropped.
        _lock: File,
    }

    impl Door {
        /// Begins to listen beside a record. What a host has left that is dead is taken away.
        ///
        /// # Errors
        ///
        /// Says what stands against it.
        pub fn open(save: &Path) -> Result<Self, DoorError> {
            let (folder, socket) = fitting(save)?;
            let failed = |error| DoorError::Failed {
                path: socket.clone(),
                error,
            };
            let lock = loop {
                match DirBuilder::new().mode(0o700).create(&folder) {
                    Ok(()) => {}
                    Err(error) if error.kind() == ErrorKind::AlreadyExists => own(&folder)?,
                    Err(error) => return Err(failed(error)),
                }
                match locked(&folder) {
                    Ok(Some(lock)) => break lock,
                    Ok(None) => return Err(DoorError::Hosted(save.to_owned())),
                    // Whoever had it has just left and taken its folder along.
                    Err(error) if error.kind() == ErrorKind::NotFound => {}
                    Err(error) => return Err(failed(error)),
                }
            };
            if UnixStream::connect(&socket).is_ok() {
                return Err(DoorError::Hosted(save.to_owned()));
            }
            match fs::remove_file(&socket) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
                Ok(()) | Err(_) => {}
            }
            let listener = UnixListener::bind(&socket).map_err(failed)?;
            fs::set_permissions(&socket, fs::Permissions::from_mode(0o600)).map_err(failed)?;
            Ok(Self {
                listener,
                folder,
                socket,
                _lock: lock,
            })
        }

        /// The socket.
        pub fn path(&self) -> &Path {
            &self.socket
        }

        /// Waits for the next client.
        ///
        /// # Errors
        ///
        /// As the system has them: one that went before it was let in, or no more files for now.
        pub(crate) fn next(&self) -> io::Result<UnixStream> {
            self.listener.accept().map(|(stream, _)| stream)
        }
    }

    impl Drop for Door {
        fn drop(&mut self) {
            // Where they are gone already nobody misses them.
            let _gone = fs::remove_file(&self.socket);
            let _gone = fs::remove_file(self.folder.join(LOCK));
            let _gone = fs::remove_dir(&self.folder);
        }
    }

    /// Connects to the host of a record.
    ///
    /// # Errors
    ///
    /// Says that nobody listens there, or what stands against it.
    pub fn connect(save: &Path) -> Result<UnixStream, DoorError> {
        let (_, socket) = fitting(save)?;
        UnixStream::connect(&socket).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::ConnectionRefused => {
                DoorError::NotHosted(save.to_owned())
            }
            _ => DoorError::Failed {
                path: socket,
                error,
            },
        })
    }

    fn fitting(save: &Path) -> Result<(PathBuf, PathBuf), DoorError> {
        let (folder, path) = paths(save);
        let length = path.as_os_str().as_bytes().len();
        if length > LONGEST {
            return Err(DoorError::TooLong {
                path,
                length,
                longest: LONGEST,
            });
        }
        Ok((folder, path))
    }

    /// The file that is locked by whoever listens; none where somebody else does.
    fn locked(folder: &Path) -> io::Result<Option<File>> {
        let path = folder.join(LOCK);
        let mut options = OpenOptions::new();
        let file = options
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // A host that left between both has taken it away: what is locked then is nobody's any more.
        let (held, there) = (file.metadata()?, fs::metadata(&path)?);
        if (held.dev(), held.ino()) == (there.dev(), there.ino()) {
            Ok(Some(file))
        } else {
            Err(ErrorKind::NotFound.into())
        }
    }

    /// A folder that was there already is a host's, and nobody else may enter it.
    fn own(folder: &Path) -> Result<(), DoorError> {
        let in_the_way = || DoorError::InTheWay(folder.to_owned());
        let there = fs::symlink_metadata(folder).map_err(|_| in_the_way())?;
        if !there.is_dir() {
            return Err(in_the_way());
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(|_| in_the_way())
    }
}

#[cfg(all(unix, not(feature = "portable")))]
pub use unix::{Door, connect};

#[cfg(all(test, unix, not(feature = "portable")))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::net::UnixListener;

    fn save(folder: &tempfile::TempDir) -> PathBuf {
        folder.path().join("s.toml")
    }

    #[test]
    fn nobody_but_the_owner_may_enter_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::open(&save(&folder)).unwrap();
        let (within, socket) = paths(&save(&folder));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&within), mode(&socket)), (0o700, 0o600));
        assert!(connect(&save(&folder)).is_ok());
        drop(door);
        assert!(!within.exists());
        let gone = connect(&save(&folder));
        assert!(matches!(gone, Err(DoorError::NotHosted(_))), "{gone:?}");
    }

    #[test]
    fn a_live_host_is_left_alone_and_a_dead_ones_socket_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::open(&save(&folder)).unwrap();
        let second = Door::open(&save(&folder));
        assert!(matches!(second, Err(DoorError::Hosted(_))), "{second:?}");
        assert!(connect(&save(&folder)).is_ok());
        drop(door);
        // A killed host takes nothing away.
        let (within, socket) = paths(&save(&folder));
        fs::create_dir(&within).unwrap();
        drop(UnixListener::bind(&socket).unwrap());
        let gone = connect(&save(&folder));
        assert!(matches!(gone, Err(DoorError::NotHosted(_))), "{gone:?}");
        let door = Door::open(&save(&folder)).unwrap();
        assert_eq!(door.path(), socket);
        assert!(connect(&save(&folder)).is_ok());
    }

    #[test]
    fn of_many_hosts_that_begin_at_the_same_moment_one_gets_the_door() {
        let folder = tempfile::tempdir().unwrap();
        let save = save(&folder);
        for _ in 0..50 {
            let together = std::sync::Barrier::new(8);
            let doors: Vec<_> = std::thread::scope(|scope| {
                let open = || {
                    together.wait();
                    Door::open(&save)
                };
                let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
                let doors = threads.into_iter().map(|thread| thread.join().unwrap());
                doors.collect()
            });
            let got = doors.iter().filter(|door| door.is_ok()).count();
            assert_eq!(got, 1, "{doors:?}");
            assert!(connect(&save).is_ok(), "it is listened at");
            drop(doors);
            assert!(!paths(&save).0.exists());
        }
    }

    #[test]
    fn a_path_that_no_system_takes_and_what_is_in_the_way_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let long = folder.path().join("x".repeat(120));
        let told = Door::open(&long).unwrap_err();
        assert!(matches!(told, DoorError::TooLong { .. }), "{told}");
        assert!(told.hint("s.toml").contains("go to the record's folder"));
        assert!(matches!(connect(&long), Err(DoorError::TooLong { .. })));
        fs::write(paths(&save(&folder)).0, "mine").unwrap();
        let told = Door::open(&save(&folder)).unwrap_err();
        assert!(told.to_string().contains("in the way"), "{told}");
    }
}
