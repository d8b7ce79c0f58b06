//! What is wrong with a line of a script.

use std::ops::Range;

use unequal_core::deck::nearest;

/// What is wrong with a line, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The bytes at fault.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

pub(super) fn wrong(span: Range<usize>, message: impl Into<String>, hint: Option<String>) -> Wrong {
    Wrong {
        span,
        message: message.into(),
        hint,
    }
}

pub(super) fn meant(word: &str, words: &[&str]) -> Option<String> {
    nearest(word, words.iter().copied()).map(|word| format!("did you mean `{word}`?"))
}
