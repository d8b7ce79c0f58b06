//! Loads decks from text, from files, and from those shipped with the program.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::deck::check::{LARGEST, check, nearest, not_utf8, too_large};
use crate::deck::problem::{Problem, Problems};
use crate::deck::text::DeckText;
use crate::deck::{convert, migrate, plain};
use crate::engine::DECK_FORMAT;
use crate::model::scenario::Scenario;

/// A deck that passed all checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deck {
    /// The rules data.
    pub scenario: Scenario,
    /// What people read.
    pub text: DeckText,
    /// The file as it was read.
    pub source: String,
    /// The version of the format in which it is written.
    pub format: u32,
    /// BLAKE3 of the source, in hexadecimal.
    pub hash: String,
}

/// A deck that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its id, for command lines.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The decks that are part of the program.
pub const fn shipped() -> &'static [Shipped] {
    &[
        Shipped {
            id: "unequal-partners",
            title: "Unequal Partners",
            text: include_str!("../../../../decks/unequal-partners.toml"),
        },
        Shipped {
            id: "unequal-partners-short",
            title: "Unequal Partners, short",
            text: include_str!("../../../../decks/unequal-partners-short.toml"),
        },
        Shipped {
            id: "unequal-partners-long",
            title: "Unequal Partners, long",
            text: include_str!("../../../../decks/unequal-partners-long.toml"),
        },
        Shipped {
            id: "practice",
            title: "Turn zero: Veldara and Sorrin",
            text: include_str!("../../../../decks/practice.toml"),
        },
        Shipped {
            id: "sino-soviet",
            title: "An Older Partnership",
            text: include_str!("../../../../decks/sino-soviet.toml"),
        },
    ]
}

/// Why no deck could be had.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file cannot be read.
    #[error("{name}: {cause}")]
    Unreadable {
        /// The file's name.
        name: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The deck is wrong.
    #[error(transparent)]
    Wrong(#[from] Problems),
    /// Neither a file nor a shipped deck has this name.
    #[error("there is no deck `{name}`: {}", instead(*nearest))]
    Unknown {
        /// What was asked for.
        name: String,
        /// The shipped deck that was probably meant.
        nearest: Option<&'static str>,
    },
}

fn instead(nearest: Option<&str>) -> String {
    let ids: Vec<&str> = shipped().iter().map(|deck| deck.id).collect();
    let list = format!(
        "no file has this name, and the shipped decks are {}",
        ids.join(", ")
    );
    match nearest {
        Some(nearest) => format!("{list}; did you mean `{nearest}`?"),
        None => list,
    }
}

impl Deck {
    /// Checks the text of a deck; `name` is what problems call it.
    pub fn from_text(name: &str, text: &str) -> Result<Self, Problems> {
        let raw = check(text).map_err(|problems| Problems {
            name: plain(name),
            text: text.to_owned(),
            problems,
        })?;
        Ok(Self {
            scenario: convert::scenario(&raw),
            text: DeckText::new(&raw),
            source: text.to_owned(),
            format: DECK_FORMAT,
            hash: hash_of(text),
        })
    }

    /// Checks the deck of a record, whose source is written in the format that it names.
    pub fn of_record(name: &str, format: u32, source: &str) -> Result<Self, Problems> {
        let lifted = migrate::lifted(source, format);
        Ok(Self {
            source: source.to_owned(),
            format,
            hash: hash_of(source),
            ..Self::from_text(name, &lifted)?
        })
    }

    /// Checks the bytes of a deck, which may not even be text; `name` is what problems call it.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let refused = |text: String, problem: Problem| Problems {
            name: plain(name),
            text,
            problems: vec![problem],
        };
        if bytes.len() > LARGEST {
            return Err(refused(String::new(), too_large()));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::from_text(name, text),
            Err(error) => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                Err(refused(text, not_utf8(bytes, error.valid_up_to())))
            }
        }
    }

    /// Reads and checks a deck file.
    pub fn from_path(path: &Path) -> Result<Self, LoadError> {
        let name = path.display().to_string();
        let unreadable = |cause| LoadError::Unreadable {
            name: plain(&name),
            cause,
        };
        let file = File::open(path).map_err(unreadable)?;
        let mut bytes = Vec::new();
        file.take(LARGEST as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        Ok(Self::from_bytes(&name, &bytes)?)
    }

    /// Finds a deck: a file if there is one of this name, else a shipped deck of this id.
    pub fn find(name_or_path: &str) -> Result<Self, LoadError> {
        let path = Path::new(name_or_path);
        let deck = shipped().iter().find(|deck| deck.id == name_or_path);
        if path.exists() && !(path.is_dir() && deck.is_some()) {
            return Self::from_path(path);
        }
        let Some(deck) = deck else {
            return Err(LoadError::Unknown {
                name: plain(name_or_path),
                nearest: nearest(name_or_path, shipped().iter().map(|deck| deck.id)),
            });
        };
        Ok(Self::from_text(deck.id, deck.text)?)
    }
}

/// Finds a deck: a file if there is one of this name, else a shipped deck of this id.
pub fn find(name_or_path: &str) -> Result<Deck, LoadError> {
    Deck::find(name_or_path)
}

fn hash_of(source: &str) -> String {
    blake3::hash(source.as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests;
