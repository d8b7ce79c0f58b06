//! Decks: from a file that may be wrong to rules data that cannot be, with every problem shown at once.

mod check;
mod convert;
pub mod diff;
pub mod lint;
pub mod load;
mod plain;
pub mod problem;
pub mod raw;
pub mod report;
mod schema;
mod template;
pub mod text;

use crate::engine::scenario::Scenario;

pub use diff::diff;
pub use lint::lint;
pub use load::{LARGEST, LoadError, Shipped, shipped};
pub use plain::{paragraphs, plain, plain_json};
pub use problem::{Problem, Problems};
pub use report::report;
pub use schema::schema;
pub use template::template;
pub use text::DeckText;

/// A deck that passed all checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deck {
    /// The rules data.
    pub scenario: Scenario,
    /// What people read.
    pub text: DeckText,
    /// The file as it was read.
    pub source: String,
    /// BLAKE3 of the source, in hexadecimal.
    pub hash: String,
}

/// Finds a deck: a file if there is one of this name, else a shipped deck of this id.
pub fn find(name_or_path: &str) -> Result<Deck, LoadError> {
    Deck::find(name_or_path)
}
