//! What goes wrong on the command line: what, where, what to do next, and the exit status it gives.

use std::fmt;
use std::io;
use std::path::Path;

use unequal_core::deck::plain;
use unequal_core::store::StoreError;
use unequal_core::store::typed;
use unequal_session::{SessionError, SubmitError};

/// Whose fault it is, which gives the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The data says no: a deck with problems, a save that does not verify, a full disk.
    Data,
    /// Wrong use: an unknown flag, a file that is not there, no terminal.
    Use,
    /// A fault of this program.
    Fault,
}

impl Kind {
    /// The exit status of the program.
    pub const fn status(self) -> u8 {
        match self {
            Self::Data => 1,
            Self::Use => 2,
            Self::Fault => 70,
        }
    }
}

/// An error as it is shown: `error: …`, lines that show the place, and `hint: …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Whose fault it is.
    pub kind: Kind,
    /// What is shown before the message, as it is: a deck's problems one by one.
    pub detail: String,
    /// What is wrong and where; empty where everything has been said already.
    pub message: String,
    /// The place at fault, line by line.
    pub place: Vec<String>,
    /// What to do next.
    pub hints: Vec<String>,
}

impl Error {
    fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            detail: String::new(),
            message: message.into(),
            place: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// The data says no.
    pub fn data(message: impl Into<String>) -> Self {
        Self::new(Kind::Data, message)
    }

    /// Wrong use.
    pub fn wrong_use(message: impl Into<String>) -> Self {
        Self::new(Kind::Use, message)
    }

    /// A fault of this program.
    pub fn fault(message: impl Into<String>) -> Self {
        Self::new(Kind::Fault, message)
    }

    /// What is wrong was printed already.
    pub fn said(kind: Kind) -> Self {
        Self::new(kind, "")
    }

    /// The same with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        let hint = hint.into();
        if !hint.is_empty() {
            self.hints.push(hint);
        }
        self
    }

    /// The same with lines that show the place.
    #[must_use]
    pub fn at(mut self, place: Vec<String>) -> Self {
        self.place = place;
        self
    }

    /// The same with what is shown before the message.
    #[must_use]
    pub fn after(mut self, detail: String) -> Self {
        self.detail = detail;
        self
    }

    /// A file that the system does not give, or that cannot be written.
    pub fn from_io(path: &Path, doing: &str, cause: &io::Error) -> Self {
        let shown = path.display();
        match cause.kind() {
            io::ErrorKind::NotFound => {
                Self::wrong_use(format!("{shown}: no such file or folder")).hint("check the name")
            }
            io::ErrorKind::IsADirectory => {
                Self::wrong_use(format!("{shown}: a folder, not a file"))
            }
            io::ErrorKind::AlreadyExists => {
                Self::wrong_use(format!("{shown}: a file of this name exists"))
                    .hint("give the new file another name; nothing is ever overwritten")
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::wrong_use(format!("{shown}: no permission to {doing}"))
            }
            _ => Self::data(format!("{shown}: cannot {doing}: {cause}")),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)?;
        if self.message.is_empty() {
            return Ok(());
        }
        writeln!(f, "error: {}", plain(&self.message))?;
        for line in &self.place {
            writeln!(f, "{}", plain(line).trim_end())?;
        }
        for hint in &self.hints {
            writeln!(f, "hint: {}", plain(hint))?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let kind = match &error {
            StoreError::NotFound { .. }
            | StoreError::NotAFile { .. }
            | StoreError::Exists { .. }
            | StoreError::NotMadeHere { .. }
            | StoreError::Permission { .. }
            | StoreError::ReadOnly { .. } => Kind::Use,
            _ => Kind::Data,
        };
        let hint = match &error {
            StoreError::Busy { path } => {
                let shown = typed(path);
                format!(
                    "close the other program; `unequal replay {shown} --text` reads it meanwhile"
                )
            }
            _ => error.hint(),
        };
        Self::new(kind, error.to_string()).hint(hint)
    }
}

impl From<SessionError> for Error {
    fn from(error: SessionError) -> Self {
        match error {
            SessionError::Store(error) => error.into(),
            SessionError::Setup { .. } => Self::wrong_use(error.to_string()),
            SessionError::NoSuchBot { .. } => {
                Self::wrong_use(error.to_string()).hint("name one of these, or `people`")
            }
            SessionError::Header { ref path, .. }
            | SessionError::Deck { ref path, .. }
            | SessionError::Replay { ref path, .. }
            | SessionError::Differs { ref path, .. } => {
                let shown = typed(Path::new(path));
                Self::data(error.to_string()).hint(format!(
                    "nothing was changed; `unequal verify {shown}` says how far the record holds"
                ))
            }
        }
    }
}

impl From<SubmitError> for Error {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::Store(error) => error.into(),
            other => Self::data(other.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_where_and_what_next() {
        let error = Error::data("saves/x.toml: damaged entry 3")
            .at(vec!["  3 | nonsense".to_owned()])
            .hint("restore the file from a copy");
        assert_eq!(
            error.to_string(),
            "error: saves/x.toml: damaged entry 3\n  3 | nonsense\nhint: restore the file from a copy\n"
        );
    }

    #[test]
    fn escape_sequences_in_names_lose_their_power() {
        let error = Error::wrong_use("\x1b[31mred\x07: no such file");
        assert!(!error.to_string().contains('\x1b'));
        assert!(!error.to_string().contains('\x07'));
    }

    #[test]
    fn each_kind_has_its_status() {
        let status = [Kind::Data, Kind::Use, Kind::Fault].map(Kind::status);
        assert_eq!(status, [1, 2, 70]);
    }
}
