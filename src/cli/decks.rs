//! Finds the deck that a command line names: a file, a shipped deck, or standard input.

use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::Path;

use crate::cli::error::Error;
use unequal_core::deck::{Deck, LARGEST, LoadError, Problems, report, shipped};
use unequal_core::store::typed;

/// What messages call the deck from standard input.
pub const STDIN: &str = "standard input";

/// Loads a deck.
///
/// # Errors
///
/// Says why there is no such deck, or everything that is wrong with it.
pub fn load(name: &OsStr) -> Result<Deck, Error> {
    find(name).map_err(|error| match error {
        LoadError::Wrong(problems) if name != "-" => wrong(&problems).hint(format!(
            "`unequal deck check {deck}` shows them again after each change",
            deck = typed(Path::new(name))
        )),
        error => told(error),
    })
}

/// Loads a deck, with the deck layer's own error.
///
/// # Errors
///
/// As the deck layer.
pub fn find(name: &OsStr) -> Result<Deck, LoadError> {
    if name == "-" {
        let mut bytes = Vec::new();
        io::stdin()
            .take(LARGEST as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|cause| LoadError::Unreadable {
                name: STDIN.to_owned(),
                cause,
            })?;
        return Ok(Deck::from_bytes(STDIN, &bytes)?);
    }
    match name.to_str() {
        Some(name) => unequal_core::deck::find(name),
        None => Deck::from_path(Path::new(name)),
    }
}

/// The error for a deck that cannot be had.
pub fn told(error: LoadError) -> Error {
    match error {
        LoadError::Unreadable { name, cause } => {
            Error::from_io(Path::new(&name), "read the deck", &cause)
        }
        LoadError::Unknown { name, nearest } => {
            let ids: Vec<&str> = shipped().iter().map(|deck| deck.id).collect();
            let meant = nearest.map_or_else(String::new, |id| format!("did you mean `{id}`?"));
            let message = format!("there is no deck `{name}`, nor a file of this name");
            let shipped = format!("name a deck file, or a shipped deck: {}", ids.join(", "));
            Error::wrong_use(message).hint(meant).hint(shipped)
        }
        LoadError::Wrong(problems) => wrong(&problems),
    }
}

fn wrong(problems: &Problems) -> Error {
    Error::data(problems.to_string()).after(report(problems, false))
}
