//! Tells a deck of another format from one that is only wrong: of its keys nothing else is said.

use toml::Spanned;
use toml::de::DeValue;

use crate::deck::check::Document;
use crate::deck::check::document::at;
use crate::deck::problem::Problem;
use crate::engine::DECK_FORMAT;

/// What is to be said of a deck that is written in an older or a newer format.
pub(super) fn foreign(document: &Document<'_>) -> Option<Problem> {
    let head = document.root().get("deck").map(Spanned::get_ref)?;
    let DeValue::Integer(number) = head.get("format")?.get_ref() else {
        return None;
    };
    let format = i64::from_str_radix(number.as_str(), number.radix()).ok()?;
    let own = i64::from(DECK_FORMAT);
    let (code, message, help) = if format == own || format < 1 {
        return None;
    } else if format < own {
        (
            "older-format",
            format!(
                "this deck is written in format {format}, which is older than this program reads"
            ),
            format!(
                "`unequal deck new my-deck.toml` shows a deck of format {own}; docs/deck-authoring.md lists its keys"
            ),
        )
    } else {
        (
            "newer-format",
            format!(
                "this deck is written in format {format}, which a later version of unequal reads"
            ),
            format!(
                "this version reads format {own}: take a later one, or an earlier edition of the deck"
            ),
        )
    };
    Some(document.problem(code, &at!["deck", "format"], message, help))
}
