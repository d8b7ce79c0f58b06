//! Finds numbers that cannot do what they seem to be there for.

use crate::deck::check::{Findings, at};
use crate::deck::raw::RawDeck;
use crate::deck::raw::card::Severity;
use crate::deck::raw::place::Domain;
use crate::deck::text::severity;

use super::answers;

/// Looks through the numbers of a deck.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, domain) in raw.domain.iter().enumerate() {
        demands(raw, place, domain, findings);
        red_line(raw, place, domain, findings);
    }
    cards(raw, findings);
    events(raw, findings);
    conditions(raw, findings);
    answers::lint(raw, findings);
    let weights = &raw.stability;
    let sum = weights.trust + weights.shared_front + weights.calm + weights.room;
    if sum != 100 {
        findings.value(
            "weights",
            &at!["stability"],
            format!("the weights of stability add up to {sum}"),
            "with 100 in all, everything at 50 supports a stability of 50".to_owned(),
        );
    }
}

fn demands(raw: &RawDeck, place: usize, domain: &Domain, findings: &mut Findings<'_>) {
    let demanded = raw.card.iter().filter(|c| c.domain == domain.id && !c.own);
    let mut cards = demanded.peekable();
    if cards.peek().is_none() {
        findings.value(
            "no-demand",
            &at!["domain", place],
            format!("no demand belongs to `{}`", domain.id),
            "a domain without demands only adds to leverage".to_owned(),
        );
    } else if !cards
        .any(|c| c.severity.unwrap_or_else(|| severity(c.red_line_weight)) == Severity::Mild)
    {
        findings.value(
            "no-mild-demand",
            &at!["domain", place],
            format!("`{}` has no mild demand", domain.id),
            "add one that is easy to grant: without it the patron can only press or hold"
                .to_owned(),
        );
    }
    if domain.capacity > domain.capacity_max {
        findings.value(
            "capacity-above-max",
            &at!["domain", place, "capacity"],
            format!(
                "capacity starts above the {} that it grows back to",
                domain.capacity_max
            ),
            "once spent, it never comes back to where it started".to_owned(),
        );
    }
}

fn red_line(raw: &RawDeck, place: usize, domain: &Domain, findings: &mut Findings<'_>) {
    let here = at!["domain", place, "red_line"];
    let strained = raw
        .card
        .iter()
        .any(|c| c.domain == domain.id && c.red_line_weight > 0);
    if !strained && raw.follow_up.punish.strain == 0 {
        findings.value(
            "red-line-unreachable",
            &here,
            format!("nothing strains the red line of `{}`", domain.id),
            "give one of its demands a red_line_weight".to_owned(),
        );
    } else if domain.red_line > 90 {
        findings.value(
            "red-line-unreachable",
            &here,
            format!(
                "with its hidden offset the line can lie at {}",
                domain.red_line + 10
            ),
            "strain ends at 100: at most 90 can always be reached".to_owned(),
        );
    }
    if domain.strain >= domain.red_line - 10 {
        findings.value(
            "red-line-at-start",
            &at!["domain", place, "strain"],
            "with its hidden offset the line can be crossed at STARTEX".to_owned(),
            format!("less than {}", domain.red_line - 10),
        );
    }
}

fn cards(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, card) in raw.card.iter().enumerate() {
        let domain = raw.domain.iter().find(|d| d.id == card.domain);
        let most = domain.map_or(100, |d| d.capacity.max(d.capacity_max));
        // What only the client brings up is held against its own share by the lint of offers.
        if !card.own && card.capacity_need > most {
            let (code, help) = if card.indivisible {
                (
                    "unreachable-card",
                    "given whole or not at all, it can never be given",
                )
            } else {
                (
                    "unpayable-card",
                    "pressed for all of it, the client can never accept",
                )
            };
            findings.value(
                code,
                &at!["card", place, "capacity_need"],
                format!(
                    "it needs {}, and its domain never has more than {most}",
                    card.capacity_need
                ),
                help.to_owned(),
            );
        }
        let same = |other: &&crate::deck::raw::card::Card| other.title == card.title;
        if raw.card.iter().take(place).any(|other| same(&other)) {
            findings.value(
                "same-title",
                &at!["card", place, "title"],
                "an earlier demand has the same title".to_owned(),
                "people must be able to tell them apart".to_owned(),
            );
        }
    }
}

fn events(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, event) in raw.event.iter().enumerate() {
        if event.change.0.iter().all(|change| change.value == 0) {
            findings.value(
                "idle-event",
                &at!["event", place, "change"],
                "this event moves nothing".to_owned(),
                "for a quiet move there is session.quiet_events".to_owned(),
            );
        }
    }
    let entries = i64::try_from(raw.event.len()).unwrap_or(i64::MAX);
    let entries = entries.saturating_add(raw.session.quiet_events);
    let longest = raw.session.moves + raw.session.moves_spread;
    if entries < longest {
        findings.value(
            "few-events",
            &at!["session", "quiet_events"],
            format!(
                "{} events and {} quiet entries do not last for {longest} moves",
                raw.event.len(),
                raw.session.quiet_events
            ),
            "then nothing happens in the last moves: more events, or more quiet entries".to_owned(),
        );
    }
}

fn conditions(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, condition) in raw.condition.iter().enumerate() {
        let levers = |d: &Domain| d.leverage.get(&condition.id).is_some_and(|n| *n != 0);
        let felt = condition.endurance != 0
            || condition.shared_front != 0
            || condition.europe != 0
            || condition.role.is_some()
            || raw.domain.iter().any(levers);
        if !felt {
            findings.value(
                "idle-condition",
                &at!["condition", place],
                format!("nothing depends on `{}`", condition.id),
                "give it an effect on endurance, the shared front or a leverage".to_owned(),
            );
        }
    }
}
