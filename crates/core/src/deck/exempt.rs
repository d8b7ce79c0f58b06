//! Claims that decks are held against, and what a deck need not keep to.

use crate::deck::plain::paragraphs;
use crate::deck::raw::exempt as raw;

/// By what the claims are cited, in their order. A test of a claim has its place behind a dot: `T3.2`.
pub const CLAIMS: [&str; 17] = [
    "T1", "T2", "T3", "T4", "C3", "T5", "T7", "T9", "C4", "C5", "T6", "C7", "C8", "C9", "T8",
    "T11", "T12",
];

/// A claim, or a test of one, that the deck need not keep to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exemption {
    /// By what it is cited.
    pub test: String,
    /// Why.
    pub reason: String,
}

impl Exemption {
    pub(in crate::deck) fn new(raw: &raw::Exempt) -> Self {
        Self {
            test: raw.test.clone(),
            reason: paragraphs(&raw.reason),
        }
    }
}
