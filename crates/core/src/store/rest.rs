//! What of a file is no part of the record that is read from it.

use std::path::Path;

use super::chain::TornTail;
use super::error::StoreError;
use super::text::on_one_line;

/// What stands behind the whole part of a record.
#[derive(Debug)]
pub enum Rest {
    /// An entry cut off, or what editors and people add.
    Tail(TornTail),
    /// Damage: what comes after it cannot be read, whatever it was.
    Damage(StoreError),
}

impl Rest {
    /// What is left behind the whole part, if anything is.
    pub fn of(tail: Option<TornTail>, damage: Option<StoreError>) -> Option<Self> {
        tail.map(Self::Tail).or(damage.map(Self::Damage))
    }

    /// What is to be said to who reads the record in this file.
    pub fn told(&self, path: &Path) -> String {
        match self {
            Self::Tail(tail) => format!("{}: {tail}", on_one_line(&path.to_string_lossy())),
            Self::Damage(damage) => format!("{damage}; what comes before it is whole and is shown"),
        }
    }

    /// What to do next, where something may be lost.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Tail(_) => None,
            Self::Damage(damage) => Some(damage.hint()),
        }
    }
}
