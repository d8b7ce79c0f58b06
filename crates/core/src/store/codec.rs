//! Turns headers and entries into the text of the record, and back.
//!
//! There is one way to write a value, so that text read and written again is the same to the byte.

mod entry;
mod header;
mod scan;

use std::path::Path;

use crate::engine::entry_number::EntryNumber;
use crate::store::error::StoreError;
use crate::store::version::OtherVersion;

pub(crate) use entry::{decode_entry, encode_entry};
pub(crate) use header::{decode_header, encode_header};

/// Why a block that proves itself could not be read, or an act not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Problem(pub(crate) String);

/// Why a block that proves itself was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It means nothing.
    Problem(Problem),
    /// It is of another version.
    Other(OtherVersion),
}

impl From<Problem> for Unread {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Unread {
    /// What the program that is named as the writer of a block makes of what cannot be understood in it.
    fn of(problem: Problem, entry: EntryNumber, program: &str) -> Self {
        match OtherVersion::of_words(entry, program, problem.0.clone()) {
            Some(other) => Self::Other(other),
            None => Self::Problem(problem),
        }
    }

    /// The error that this is in a file.
    pub(crate) fn in_file(self, path: &Path, entry: EntryNumber) -> StoreError {
        let path = path.to_owned();
        match self {
            Self::Problem(Problem(problem)) => StoreError::Unreadable {
                path,
                entry,
                problem,
            },
            Self::Other(version) => StoreError::OtherVersion { path, version },
        }
    }
}

impl Problem {
    /// A problem that the TOML reader found, without the excerpt that its full text shows, and
    /// without the list of all that would be known.
    fn of_toml(error: &toml::de::Error) -> Self {
        let told = error.message();
        let told = match told.split_once(", expected one of") {
            Some((what, _)) if told.starts_with("unknown ") => what,
            _ => told,
        };
        Self(super::text::on_one_line(told))
    }
}

/// Reads what a frame encloses as text.
fn as_text(body: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(body).map_err(|error| Problem(format!("not UTF-8: {error}")))
}
