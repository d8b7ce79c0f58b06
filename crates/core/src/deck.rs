//! Decks: from a file that may be wrong to rules data that cannot be, with every problem shown at once.

mod check;
pub mod claims;
mod convert;
pub mod diff;
pub mod exempt;
pub mod lint;
pub mod load;
mod migrate;
#[cfg(test)]
mod pages;
mod plain;
pub mod problem;
pub mod raw;
pub mod report;
mod schema;
mod sources;
mod template;
pub mod text;

pub use check::{LARGEST, nearest};
pub use diff::diff;
pub use lint::lint;
pub use load::{Deck, LoadError, Shipped, find, shipped};
pub use plain::{paragraphs, plain, plain_json};
pub use problem::{Problem, Problems};
pub use report::report;
pub use schema::schema;
pub use template::template;
pub use text::DeckText;
