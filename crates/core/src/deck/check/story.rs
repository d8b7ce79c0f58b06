//! Checks that the story of an ending holds together.

use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;

/// Checks the parts of the story and their pieces.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    let Some(story) = &raw.story else {
        if !raw.piece.is_empty() {
            findings.value(
                "no-story",
                &at!["piece", 0],
                "there are pieces, and no `[story]` that says in which order they are told"
                    .to_owned(),
                "add `[story]` with `given` and `parts`".to_owned(),
            );
        }
        return;
    };
    for (place, part) in story.parts.iter().enumerate() {
        if story.parts.iter().take(place).any(|other| other == part) {
            findings.value(
                "duplicate-part",
                &at!["story", "parts", place],
                format!("the part `{}` stands here twice", cut(part)),
                "each is told once".to_owned(),
            );
        }
    }
}
