//! Checks the labels of precedents.

use crate::deck::check::Path;
use crate::deck::check::document::at;
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;
use crate::deck::raw::card::{Label, Precedent};

/// Checks that each precedent says what its label promises.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, card) in raw.card.iter().enumerate() {
        precedent(
            findings,
            &at!["card", place, "precedent"],
            card.precedent.as_ref(),
        );
    }
    for (place, event) in raw.event.iter().enumerate() {
        precedent(
            findings,
            &at!["event", place, "precedent"],
            event.precedent.as_ref(),
        );
    }
}

fn precedent(findings: &mut Findings<'_>, at: &Path, precedent: Option<&Precedent>) {
    let Some(precedent) = precedent else { return };
    if !findings.sound(&[at.to("label")]) {
        return;
    }
    if precedent.label == Label::None {
        let given = [("source", &precedent.source), ("date", &precedent.date)];
        for (key, _) in given.into_iter().filter(|(_, value)| value.is_some()) {
            findings.key(
                "precedent-none",
                &at.to(key),
                format!("nothing of the kind is known, yet it has a {key}"),
                format!("take out `{key}`, or label it fact, claim or leak"),
            );
        }
    } else if precedent
        .text
        .as_ref()
        .is_none_or(|text| text.trim().is_empty())
    {
        findings.value(
            "precedent-text",
            at,
            "this precedent does not say what happened".to_owned(),
            "add `text = \"…\"`, or label it none".to_owned(),
        );
    }
}
