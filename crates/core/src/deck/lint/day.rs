//! Finds a running order that does not fit the session.

use crate::deck::check::{Findings, at};
use crate::deck::raw::RawDeck;

/// Looks through the running order.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    let order = &raw.deck.running_order;
    if order.is_empty() {
        return;
    }
    let here = at!["deck", "running_order"];
    let played: i64 = order.iter().filter_map(|stretch| stretch.moves).sum();
    if played != raw.session.moves {
        findings.value(
            "moves-disagree",
            &here,
            format!(
                "{played} moves stand in the running order, and a session has {}",
                raw.session.moves
            ),
            "people plan their day by one of the two: give every move its minutes".to_owned(),
        );
    }
    for (place, stretch) in order.iter().enumerate() {
        if stretch.moves.is_none() && stretch.what.is_none() {
            findings.value(
                "missing-text",
                &here.to(place),
                "nothing says what is done in these minutes".to_owned(),
                "add `what = \"…\"`, or `moves`".to_owned(),
            );
        }
    }
}
