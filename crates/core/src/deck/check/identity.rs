//! Checks that names are unique and that the fixed lists stand in their fixed order.

use crate::deck::check::Path;
use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::check::nearest::instead;
use crate::deck::raw::RawDeck;
use crate::model::choice::{Inducement, Intensity};
use crate::model::gauge::Gauge;

/// Checks all names of a deck.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (list, noun, names) in [
        (
            "condition",
            "condition",
            each(&raw.condition, |one| &one.id),
        ),
        ("domain", "domain", each(&raw.domain, |one| &one.id)),
        ("card", "card", each(&raw.card, |one| &one.id)),
        ("ask", "ask", each(&raw.ask, |one| &one.id)),
        ("event", "event", each(&raw.event, |one| &one.id)),
        ("measure", "measure", each(&raw.measure, |one| &one.id)),
        ("piece", "piece", each(&raw.piece, |one| &one.id)),
        ("question", "question", each(&raw.question, |one| &one.id)),
        (
            "research",
            "research question",
            each(&raw.research, |one| &one.id),
        ),
        ("source", "source", each(&raw.source, |one| &one.id)),
    ] {
        ids(findings, list, noun, names.into_iter());
    }
    codes(findings, "card", raw.card.iter().map(|c| c.code.as_ref()));
    codes(
        findings,
        "domain",
        raw.domain.iter().map(|d| d.code.as_ref()),
    );
    gauge_words(raw, findings);
    let given: Vec<&str> = raw.intensity.iter().map(|i| i.id.as_str()).collect();
    let fixed: Vec<&str> = Intensity::ALL.iter().map(|i| i.word()).collect();
    order(findings, "intensity", &given, &fixed);
    let given: Vec<&str> = raw.inducement.iter().map(|i| i.id.as_str()).collect();
    let fixed: Vec<&str> = Inducement::ALL.iter().map(|i| i.word()).collect();
    order(findings, "inducement", &given, &fixed);
}

fn each<'a, T>(list: &'a [T], id: impl Fn(&'a T) -> &'a String) -> Vec<&'a String> {
    list.iter().map(id).collect()
}

fn ids<'a>(
    findings: &mut Findings<'_>,
    list: &'static str,
    noun: &str,
    ids: impl Iterator<Item = &'a String>,
) {
    let found = ids
        .enumerate()
        .map(|(place, id)| (at![list, place, "id"], id.as_str()));
    unique(
        findings,
        "duplicate-id",
        &format!("{noun} of the name"),
        found,
    );
}

fn codes<'a>(
    findings: &mut Findings<'_>,
    list: &'static str,
    codes: impl Iterator<Item = Option<&'a String>>,
) {
    let found = codes.enumerate().filter_map(|(place, code)| {
        let code = code?.as_str();
        Some((at![list, place, "code"], code))
    });
    unique(
        findings,
        "duplicate-code",
        &format!("{list} with the code"),
        found,
    );
}

fn unique<'a>(
    findings: &mut Findings<'_>,
    code: &'static str,
    noun: &str,
    found: impl Iterator<Item = (Path, &'a str)>,
) {
    let mut seen: Vec<&str> = Vec::new();
    for (at, name) in found {
        if seen.contains(&name) {
            findings.value(
                code,
                &at,
                format!("there is an earlier {noun} `{}`", cut(name)),
                "each needs its own".to_owned(),
            );
        } else if findings.sound(std::slice::from_ref(&at)) {
            seen.push(name);
        }
    }
}

/// A condition is a gauge, so it must not be called like another gauge.
fn gauge_words(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, condition) in raw.condition.iter().enumerate() {
        if Gauge::from_global_word(&condition.id).is_some() {
            findings.value(
                "gauge-name",
                &at!["condition", place, "id"],
                format!("`{}` is the name of a gauge of the rules", condition.id),
                "call the condition something else".to_owned(),
            );
        }
    }
}

fn order(findings: &mut Findings<'_>, list: &'static str, given: &[&str], fixed: &[&str]) {
    let whole = at![list];
    let ids: Vec<Path> = (0..given.len())
        .map(|place| whole.to(place).to("id"))
        .collect();
    if given == fixed || !findings.sound(&ids) {
        return;
    }
    for (place, (given, fixed_word)) in given.iter().zip(fixed).enumerate() {
        if given == fixed_word {
            continue;
        }
        let at = at![list, place, "id"];
        if fixed.contains(given) {
            findings.value(
                "wrong-order",
                &at,
                format!("`{given}` stands where `{fixed_word}` belongs"),
                format!("the order is {}", fixed.join(", ")),
            );
        } else {
            findings.value(
                "wrong-order",
                &at,
                format!("`{}` is no {list}", cut(given)),
                instead(given, "in this order", fixed),
            );
        }
    }
}
