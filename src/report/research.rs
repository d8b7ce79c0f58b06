//! The deck's research questions, and which acts of the session bear on them.

use std::collections::BTreeSet;

use crate::report::Sight;
use crate::report::cues::{Asked, cite, cues};
use crate::report::model::{Material, ResearchLine};
use crate::session::sight::Seen;

/// Acts from which a session is said to hold some material on a question, and reasons with them.
const ENOUGH: (usize, usize) = (3, 2);

/// Every research question with the acts that bear on it.
pub(super) fn research(sight: &Sight<'_>) -> Vec<ResearchLine> {
    let acts: Vec<(&Seen, BTreeSet<String>)> = sight
        .standing()
        .map(|seen| (seen, cues(sight, seen)))
        .filter(|(_, cues)| !cues.is_empty())
        .collect();
    let known = every_cue(sight);
    sight
        .table
        .deck()
        .text
        .research
        .iter()
        .map(|question| {
            let asked = Asked::new(&[&question.issue, &question.question]);
            let tied_by: Vec<String> = known
                .iter()
                .filter(|cue| asked.speaks_of(cue))
                .cloned()
                .collect();
            let bearing: Vec<&Seen> = acts
                .iter()
                .filter(|(_, cues)| tied_by.iter().any(|cue| cues.contains(cue)))
                .map(|(seen, _)| *seen)
                .collect();
            let with_reasons = bearing
                .iter()
                .filter(|seen| seen.rationale.is_some())
                .count();
            ResearchLine {
                id: question.id.clone(),
                issue: question.issue.clone(),
                question: question.question.clone(),
                evidence: question.evidence.clone(),
                material: material(tied_by.is_empty(), bearing.len(), with_reasons),
                tied_by,
                acts: bearing.into_iter().map(cite).collect(),
                with_reasons,
            }
        })
        .collect()
}

const fn material(untied: bool, acts: usize, with_reasons: usize) -> Material {
    if untied {
        Material::Untied
    } else if acts == 0 {
        Material::None
    } else if acts >= ENOUGH.0 && with_reasons >= ENOUGH.1 {
        Material::Some
    } else {
        Material::Thin
    }
}

/// Whether a tag only names one of the sides: every question does that.
fn is_a_side(sight: &Sight<'_>, cue: &str) -> bool {
    let text = &sight.table.deck().text;
    [&text.patron, &text.client, &text.observer]
        .into_iter()
        .any(|name| name.eq_ignore_ascii_case(cue))
}

/// Every name and tag that an act of this deck could carry.
fn every_cue(sight: &Sight<'_>) -> BTreeSet<String> {
    let text = &sight.table.deck().text;
    let domains = text.domains.iter().map(|domain| domain.name.clone());
    let cards = text.cards.iter().flat_map(|card| &card.tags);
    let events = text
        .events
        .iter()
        .flat_map(|event| event.tags.iter().cloned());
    let acts = [
        "restraint",
        "not asking",
        "acceptance",
        "conditions",
        "half-hearted",
        "stalling",
        "deflection",
        "hedging",
        "refusal",
        "pocketed",
        "reward",
        "punishing",
        "credibility",
        "drop",
        "red lines",
        "breaking points",
        "crisis",
    ];
    domains
        .chain(cards.map(|tag| tag.trim_start_matches("report:").to_owned()))
        .chain(events)
        .chain(acts.map(str::to_owned))
        .filter(|cue| !is_a_side(sight, cue))
        .collect()
}
