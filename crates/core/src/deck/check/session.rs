//! Checks the length of a session, the hand, the event pile and effort.

use crate::deck::check::Path;
use crate::deck::check::document::{at, cut};
use crate::deck::check::finding::Findings;
use crate::deck::raw::RawDeck;

/// Checks that a session of this deck can be set up and played to its end.
pub(super) fn check(raw: &RawDeck, findings: &mut Findings<'_>) {
    length(raw, findings);
    piles(raw, findings);
    effort(raw, findings);
}

fn length(raw: &RawDeck, findings: &mut Findings<'_>) {
    let (moves, spread) = (at!["session", "moves"], at!["session", "moves_spread"]);
    let session = &raw.session;
    if findings.sound(&[moves, spread.clone()]) && session.moves_spread >= session.moves {
        findings.value(
            "spread-too-large",
            &spread,
            format!(
                "with a spread of {} around {} moves a session could end before it begins",
                session.moves_spread, session.moves
            ),
            format!("at most {}; 0 for a fixed length", session.moves - 1),
        );
    }
}

fn piles(raw: &RawDeck, findings: &mut Findings<'_>) {
    let session = &raw.session;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let hand = at!["session", "hand"];
    let cards = count(raw.card.len());
    if findings.sound(std::slice::from_ref(&hand))
        && findings.given(&at!["card"])
        && session.hand > cards
    {
        findings.value(
            "hand-too-large",
            &hand,
            format!("a hand of {} from {cards} cards", session.hand),
            format!("at most {cards}: then every card is open in every move"),
        );
    }
    let quiet = at!["session", "quiet_events"];
    let entries = count(raw.event.len()).saturating_add(session.quiet_events);
    let longest = session.moves.saturating_add(session.moves_spread);
    let compared = [
        quiet.clone(),
        at!["session", "moves"],
        at!["session", "moves_spread"],
    ];
    let sound = findings.sound(&compared) && findings.given(&at!["event"]);
    if sound && entries < longest {
        findings.value(
            "too-few-events",
            &quiet,
            format!(
                "{} events and {} quiet entries do not last for {longest} moves",
                raw.event.len(),
                session.quiet_events
            ),
            format!(
                "at least {} quiet entries, or more events",
                longest - count(raw.event.len())
            ),
        );
    }
}

fn effort(raw: &RawDeck, findings: &mut Findings<'_>) {
    let effort = &raw.session.effort;
    let start = at!["session", "effort", "start"];
    let max = at!["session", "effort", "max"];
    if findings.sound(&[start.clone(), max.clone()]) && effort.start > effort.max {
        findings.value(
            "effort-too-large",
            &start,
            format!(
                "effort starts at {}, above its maximum of {}",
                effort.start, effort.max
            ),
            format!("at most {}", effort.max),
        );
    }
    let cheapest = raw.intensity.iter().map(|intensity| intensity.effort).min();
    let cheapest = cheapest.unwrap_or(0);
    let mut compared: Vec<Path> = (0..raw.intensity.len())
        .map(|place| at!["intensity", place, "effort"])
        .collect();
    compared.push(max.clone());
    if findings.sound(&compared) && cheapest > effort.max {
        findings.value(
            "effort-too-small",
            &max,
            format!("the cheapest demand costs {cheapest} effort, so none could ever be tabled"),
            format!("at least {cheapest}, or a cheaper intensity"),
        );
    }
    for (place, pair) in raw.intensity.windows(2).enumerate() {
        let [softer, harder] = pair else { continue };
        let at = at!["intensity", place + 1, "effort"];
        let other = at!["intensity", place, "effort"];
        if findings.sound(&[at.clone(), other]) && harder.effort < softer.effort {
            findings.value(
                "effort-order",
                &at,
                format!(
                    "`{}` costs less effort than the softer `{}`",
                    cut(&harder.id),
                    cut(&softer.id)
                ),
                format!("at least {}", softer.effort),
            );
        }
    }
}
