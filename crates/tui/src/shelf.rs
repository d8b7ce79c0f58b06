//! The saved sessions as the home screen lists them, read one file at a time; examples come last.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use unequal_session::history::Decks;
use unequal_session::shelf::{self, Shelved};

/// A file in the folder of saves.
#[derive(Clone, Debug)]
pub enum Save {
    /// A session.
    Session(Shelved),
    /// A file that cannot be read as one, and why.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl Save {
    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Session(session) => &session.path,
            Self::Unreadable { path, .. } => path,
        }
    }
}

/// The saved sessions, newest first.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The folder of saves.
    pub folder: PathBuf,
    /// Why it cannot be listed, if it cannot.
    pub trouble: Option<String>,
    /// What has been read so far.
    pub saves: Vec<Save>,
    /// A session that was opened from elsewhere: it stands first, so that the way back to it is not lost.
    pub opened: Option<PathBuf>,
    unread: VecDeque<PathBuf>,
    /// Decks of the sessions that were read.
    decks: Decks,
}

impl Shelf {
    /// The shelf of a folder, not looked at yet.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder,
            ..Self::default()
        }
    }

    /// Lists the files of the folder; reading them is left to [`Shelf::read_one`].
    pub fn list(&mut self) {
        self.saves.clear();
        self.unread.clear();
        match shelf::records(&self.folder) {
            Ok(paths) => {
                self.trouble = None;
                self.unread = paths.into();
            }
            Err(error) => self.trouble = Some(error.to_string()),
        }
        let elsewhere = self
            .opened
            .iter()
            .filter(|path| !self.unread.contains(path));
        let elsewhere: Vec<PathBuf> = elsewhere.filter(|path| path.is_file()).cloned().collect();
        for path in elsewhere {
            self.unread.push_front(path);
        }
        // Examples come after what people have played, in the order of their names.
        let mut examples = shelf::records(self.examples()).unwrap_or_default();
        examples.sort();
        self.unread.extend(examples);
    }

    /// The folder of sessions that came with the program.
    fn examples(&self) -> PathBuf {
        self.folder.join("examples")
    }

    /// Whether a save came with the program, for reading only.
    pub fn is_example(&self, path: &Path) -> bool {
        path.parent() == Some(&self.examples())
    }

    /// Whether files wait to be read.
    pub fn is_reading(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Reads the next file.
    pub fn read_one(&mut self) {
        let Some(path) = self.unread.pop_front() else {
            return;
        };
        match shelf::look(&path, &mut self.decks) {
            Ok(session) => {
                // Sessions come first, newest first; what cannot be read follows them.
                let readable = self
                    .saves
                    .iter()
                    .take_while(|save| matches!(save, Save::Session(_)))
                    .count();
                self.saves.insert(readable, Save::Session(session));
            }
            Err(error) => self.saves.push(Save::Unreadable {
                reason: error.to_string(),
                path,
            }),
        }
    }
}
