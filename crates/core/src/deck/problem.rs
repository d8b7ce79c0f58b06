//! What is wrong with a deck.

use std::ops::Range;

/// One thing that is wrong with a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Stable name of the kind of problem, such as `unknown-key`.
    pub code: &'static str,
    /// Where it is, in the words of the deck: `card[gas-discount].gain`.
    pub path: String,
    /// The bytes of the text that are at fault; empty for the file as a whole.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: String,
}

/// Everything that is wrong with a deck, in the order of the text, with the text itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {}", count(problems.len()))]
pub struct Problems {
    /// The file's name, as it was given.
    pub name: String,
    /// The text that was checked; empty if it could not be read.
    pub text: String,
    /// At least one.
    pub problems: Vec<Problem>,
}

fn count(problems: usize) -> String {
    if problems == 1 {
        "1 problem".to_owned()
    } else {
        format!("{problems} problems")
    }
}
