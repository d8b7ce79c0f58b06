//! Finds facts without a source, and sources without a fact.

use crate::deck::check::{Findings, Path, at};
use crate::deck::raw::RawDeck;
use crate::deck::raw::card::{Label, Precedent};

/// Looks through the sources of a deck.
pub(super) fn lint(raw: &RawDeck, text: &str, findings: &mut Findings<'_>) {
    let mut cited: Vec<&str> = Vec::new();
    for (place, card) in raw.card.iter().enumerate() {
        let at = at!["card", place, "precedent"];
        cited.extend(precedent(findings, &at, card.precedent.as_ref()));
    }
    for (place, event) in raw.event.iter().enumerate() {
        let at = at!["event", place, "precedent"];
        cited.extend(precedent(findings, &at, event.precedent.as_ref()));
    }
    for (place, domain) in raw.domain.iter().enumerate() {
        for (row, figure) in domain.baseline.iter().enumerate() {
            match &figure.source {
                Some(id) => cited.push(id),
                None => findings.value(
                    "unsourced-figure",
                    &at!["domain", place, "baseline", row],
                    "this figure has no source".to_owned(),
                    "add `source = \"…\"`, the id of a `[[source]]`".to_owned(),
                ),
            }
        }
    }
    for (place, source) in raw.source.iter().enumerate() {
        let in_text = text.contains(&format!("[{}]", source.id));
        if !in_text && !cited.contains(&source.id.as_str()) {
            findings.value(
                "uncited-source",
                &at!["source", place],
                format!("nothing cites `{}`", source.id),
                "cite it where it is used, or take it out".to_owned(),
            );
        }
    }
}

/// Looks at a precedent; returns the source that it cites.
fn precedent<'a>(
    findings: &mut Findings<'_>,
    at: &Path,
    precedent: Option<&'a Precedent>,
) -> Option<&'a str> {
    let precedent = precedent.filter(|precedent| precedent.label != Label::None)?;
    let given = [("source", &precedent.source), ("date", &precedent.date)];
    for (key, _) in given.into_iter().filter(|(_, value)| value.is_none()) {
        findings.value(
            "unsourced-precedent",
            at,
            format!("this precedent has no {key}"),
            format!("add `{key} = \"…\"`, or label it none"),
        );
    }
    precedent.source.as_deref()
}
