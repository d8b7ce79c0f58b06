//! Checks that what is referred to exists.

use crate::deck::check::Path;
use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::check::nearest::instead;
use crate::deck::raw::RawDeck;
use crate::deck::raw::card::Precedent;
use crate::engine::gauge::{Gauge, Part};

/// Checks every reference of a deck, but those to policies.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    leverage(raw, findings);
    cards(raw, findings);
    changes(raw, findings);
    sources(raw, findings);
}

fn leverage(raw: &RawDeck, findings: &mut Findings<'_>) {
    let known: Vec<&str> = raw.condition.iter().map(|c| c.id.as_str()).collect();
    if !findings.ids_sound("condition", raw.condition.len()) {
        return;
    }
    for (place, domain) in raw.domain.iter().enumerate() {
        for (key, _) in domain
            .leverage
            .iter()
            .filter(|(key, _)| !known.contains(key))
        {
            findings.key(
                "unknown-condition",
                &at!["domain", place, "leverage", key.to_owned()],
                format!("there is no condition `{}`", cut(key)),
                instead(key, "conditions", &known),
            );
        }
    }
}

fn cards(raw: &RawDeck, findings: &mut Findings<'_>) {
    let known: Vec<&str> = raw.domain.iter().map(|d| d.id.as_str()).collect();
    if !findings.ids_sound("domain", raw.domain.len()) {
        return;
    }
    for (place, card) in raw.card.iter().enumerate() {
        if !known.contains(&card.domain.as_str()) {
            findings.value(
                "unknown-domain",
                &at!["card", place, "domain"],
                format!("there is no domain `{}`", cut(&card.domain)),
                instead(&card.domain, "domains", &known),
            );
        }
    }
}

fn changes(raw: &RawDeck, findings: &mut Findings<'_>) {
    let domains = findings.ids_sound("domain", raw.domain.len());
    if !domains || !findings.ids_sound("condition", raw.condition.len()) {
        return;
    }
    let mut known: Vec<String> = raw.condition.iter().map(|c| c.id.clone()).collect();
    let globals = Gauge::globals_and_gains();
    known.extend(globals.filter_map(Gauge::global_word).map(str::to_owned));
    for domain in &raw.domain {
        known.extend(Part::ALL.iter().map(|part| format!("{}.{part}", domain.id)));
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    for (place, event) in raw.event.iter().enumerate() {
        for (key, _) in event.change.iter().filter(|(key, _)| !known.contains(key)) {
            findings.key(
                "unknown-gauge",
                &at!["event", place, "change", key.to_owned()],
                format!("there is no condition or gauge `{}`", cut(key)),
                instead(key, "known", &known),
            );
        }
    }
}

fn sources(raw: &RawDeck, findings: &mut Findings<'_>) {
    let known: Vec<&str> = raw.source.iter().map(|s| s.id.as_str()).collect();
    if !findings.ids_sound("source", raw.source.len()) {
        return;
    }
    let mut cite = |at: Path, id: Option<&String>| {
        let Some(id) = id.filter(|id| !known.contains(&id.as_str())) else {
            return;
        };
        findings.value(
            "unknown-source",
            &at,
            format!("there is no source `{}`", cut(id)),
            instead(id, "sources", &known),
        );
    };
    for (place, domain) in raw.domain.iter().enumerate() {
        for (figure, row) in domain.baseline.iter().enumerate() {
            let at = at!["domain", place, "baseline", figure, "source"];
            cite(at, row.source.as_ref());
        }
    }
    let source = |precedent: &Option<Precedent>| precedent.as_ref().and_then(|p| p.source.clone());
    for (place, card) in raw.card.iter().enumerate() {
        let at = at!["card", place, "precedent", "source"];
        cite(at, source(&card.precedent).as_ref());
    }
    for (place, event) in raw.event.iter().enumerate() {
        let at = at!["event", place, "precedent", "source"];
        cite(at, source(&event.precedent).as_ref());
    }
}
