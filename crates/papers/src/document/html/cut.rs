//! Where texts are cut on a page, and where they must not be.

use crate::document::{Inline, Span};

/// A text that may hold blank lines, cut at them.
pub(super) fn paragraphs(text: &Inline) -> Vec<Inline> {
    match text.0.as_slice() {
        [Span::Text(whole) | Span::Said(whole)] if whole.contains("\n\n") => whole
            .split("\n\n")
            .filter(|part| !part.trim().is_empty())
            .map(|part| Inline(vec![Span::Said(part.to_owned())]))
            .collect(),
        _ => vec![text.clone()],
    }
}

/// A text whose numbers stay with what they count, and its dots with what they part.
pub(super) fn held(text: &str) -> String {
    let parts = [" ·", " +", " −", " ±", " of 10"];
    parts.iter().fold(text.to_owned(), |text, part| {
        text.replace(part, &part.replace(' ', "\u{a0}"))
    })
}
