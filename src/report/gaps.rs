//! What is missing: reasons, domains that were silent, questions without material.

use crate::engine::resolve::contest::Demand;
use crate::report::Sight;
use crate::report::chronology::resolved;
use crate::report::cues::cite;
use crate::report::model::{Gaps, Material, ResearchLine};
use crate::session::sight::Seen;

/// What is missing.
pub(super) fn gaps(sight: &Sight<'_>, research: &[ResearchLine]) -> Gaps {
    let decisions: Vec<&Seen> = sight
        .standing()
        .filter(|seen| is_decision(seen) && is_by_people(seen))
        .filter(|seen| sight.open || seen.seat == sight.seat)
        .collect();
    let of = |has: fn(&Seen) -> bool| decisions.iter().filter(|seen| has(seen)).count();
    Gaps {
        without_reason: decisions
            .iter()
            .filter(|seen| seen.rationale.is_none())
            .map(|seen| cite(seen))
            .collect(),
        decisions: decisions.len(),
        with_confidence: of(|seen| seen.confidence.is_some()),
        with_dissent: of(|seen| seen.dissent.is_some()),
        silent_domains: silent_domains(sight),
        open_questions: research
            .iter()
            .filter(|line| matches!(line.material, Material::None | Material::Thin))
            .map(|line| line.id.clone())
            .collect(),
        unsettled: sight.table.view(sight.seat).room.provisional.len(),
    }
}

fn is_decision(seen: &Seen) -> bool {
    matches!(
        seen.kind,
        "demand" | "hold" | "respond" | "commit" | "follow-up"
    )
}

/// Whether people acted: bots and the program give no reasons, and none is missed.
pub(super) fn is_by_people(seen: &Seen) -> bool {
    !seen.by.starts_with("bot:") && seen.by != crate::session::pilot::PROGRAM
}

fn silent_domains(sight: &Sight<'_>) -> Vec<String> {
    let scenario = sight.table.scenario();
    let asked: Vec<usize> = sight
        .standing()
        .filter_map(resolved)
        .map(|exchange| exchange.demand)
        .chain(open(sight))
        .map(|demand| scenario.cards[demand.card].domain)
        .collect();
    let domains = sight.table.deck().text.domains.iter().enumerate();
    domains
        .filter(|(place, _)| !asked.contains(place))
        .map(|(_, domain)| domain.name.clone())
        .collect()
}

/// Demands on the table, not resolved yet.
fn open(sight: &Sight<'_>) -> Vec<Demand> {
    let tabled = sight.table.view(sight.seat).tabled;
    tabled.into_iter().map(|tabled| tabled.demand).collect()
}
