//! Checks the conditions' roles.

use crate::deck::check::Path;
use crate::deck::check::document::at;
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;
use crate::deck::raw::place::Role;

/// Checks that each role is given to exactly one condition.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    let paths: Vec<Path> = (0..raw.condition.len())
        .map(|place| at!["condition", place, "role"])
        .collect();
    if !findings.sound(&paths) {
        return;
    }
    for (role, word) in [
        (Role::Isolation, "isolation"),
        (Role::OutsideOption, "outside-option"),
    ] {
        let mut holders = (0..raw.condition.len()).filter(|n| raw.condition[*n].role == Some(role));
        if holders.next().is_none() {
            findings.value(
                "missing-role",
                &at!["condition"],
                format!("no condition has the role `{word}`"),
                format!("add `role = \"{word}\"` to one of them"),
            );
        }
        for place in holders {
            findings.value(
                "duplicate-role",
                &at!["condition", place, "role"],
                format!("an earlier condition already has the role `{word}`"),
                "each role belongs to one condition".to_owned(),
            );
        }
    }
}
