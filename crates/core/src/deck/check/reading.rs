//! Checks that precedents, the timeline and the signposts say what they promise.

use crate::deck::check::Path;
use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::check::nearest::instead;
use crate::deck::raw::RawDeck;
use crate::deck::raw::cited::{Label, Precedent};
use crate::deck::text::Sign;

/// Every precedent of a deck, with its place.
pub(in crate::deck) fn precedents(raw: &RawDeck) -> impl Iterator<Item = (Path, &Precedent)> {
    let of = |list: &'static str, place: usize| at![list, place, "precedent"];
    let cards = raw.card.iter().map(|card| &card.precedent).enumerate();
    let events = raw.event.iter().map(|event| &event.precedent).enumerate();
    let measures = raw.measure.iter().map(|one| &one.precedent).enumerate();
    let cards = cards.map(move |(place, precedent)| (of("card", place), precedent));
    let events = events.map(move |(place, precedent)| (of("event", place), precedent));
    let measures = measures.map(move |(place, precedent)| (of("measure", place), precedent));
    cards
        .chain(events)
        .chain(measures)
        .filter_map(|(at, precedent)| Some((at, precedent.as_ref()?)))
}

/// Checks what is read.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (at, one) in precedents(raw) {
        precedent(findings, &at, one);
    }
    for (place, entry) in raw.timeline.iter().enumerate() {
        if entry.label == Label::None {
            findings.value(
                "timeline-none",
                &at!["timeline", place, "label"],
                "the timeline tells what happened, and this is labelled none".to_owned(),
                "label it fact, claim or leak, or take it out".to_owned(),
            );
        }
    }
    for sign in Sign::ALL {
        if let Some(words) = raw.signpost.of(*sign) {
            blanks(findings, *sign, words);
        }
    }
}

fn precedent(findings: &mut Findings<'_>, at: &Path, precedent: &Precedent) {
    if !findings.sound(&[at.to("label")]) {
        return;
    }
    if precedent.label == Label::None {
        let given = [
            ("source", precedent.source.is_some()),
            ("date", precedent.date.is_some()),
        ];
        for (key, _) in given.into_iter().filter(|(_, given)| *given) {
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

/// Checks that the words of a sign have only blanks that are filled in.
fn blanks(findings: &mut Findings<'_>, sign: Sign, words: &str) {
    let (_, known) = sign.fallback();
    let known: Vec<String> = known.iter().map(|blank| format!("{{{blank}}}")).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let at = at!["signpost", sign.word()];
    for rest in words.split('{').skip(1) {
        let blank = match rest.split_once('}') {
            Some((name, _)) => format!("{{{name}}}"),
            None => format!("{{{rest}"),
        };
        let blank = blank.as_str();
        if !known.contains(&blank) {
            findings.value(
                "unknown-blank",
                &at,
                format!("nothing is filled in for `{}` here", cut(blank)),
                instead(blank, "blanks that are filled in", &known),
            );
        }
    }
}
