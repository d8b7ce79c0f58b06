//! The plan of injects with what became of it, and rulings that were to be looked at again.

use crate::report::Sight;
use crate::report::model::{Cite, InjectLine, ProvisionalLine};
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::room::argument::Provisional;
use unequal_core::engine::room::inject::{InjectStatus, PlannedInject};
use unequal_session::gaps::{brought, ruled};
use unequal_session::sight::Seen;
use unequal_session::telling::{due_words, news_title};

/// The plan of injects; none where the seat may not know it or nothing was planned.
pub(super) fn injects(sight: &Sight<'_>) -> Option<Vec<InjectLine>> {
    let plan = sight.table.view(sight.seat).room.plan?;
    let lines: Vec<InjectLine> = plan.iter().map(|planned| inject(sight, planned)).collect();
    (!lines.is_empty()).then_some(lines)
}

fn inject(sight: &Sight<'_>, planned: &PlannedInject) -> InjectLine {
    let (table, deck) = (sight.table, sight.table.deck());
    let of_it = |seen: &&Seen| match sight.act(seen) {
        Some(
            Action::PlanInject { id, .. }
            | Action::HoldInject { id, .. }
            | Action::ReleaseInject { id }
            | Action::SkipInject { id, .. }
            | Action::RescheduleInject { id, .. },
        ) => *id == planned.id,
        _ => false,
    };
    let fired = matches!(planned.status, InjectStatus::Fired(_));
    let entries = sight.standing_with_turn_zero();
    let entry = if fired {
        sight
            .standing()
            .filter(|seen| brought(sight, seen, planned))
            .last()
    } else {
        entries.filter(of_it).last()
    };
    let reactions = sight.standing().filter(|seen| {
        matches!(sight.act(seen), Some(Action::Reaction { inject, .. }) if *inject == planned.id)
    });
    InjectLine {
        id: plain(&planned.id),
        title: plain(&news_title(deck, table, &planned.news)),
        due: plain(&due_words(deck, table, &planned.due)),
        status: match planned.status {
            InjectStatus::Waiting => "waiting",
            InjectStatus::Held => "held",
            InjectStatus::Fired(_) => "fired",
            InjectStatus::Skipped => "skipped",
        },
        entry: entry.map_or(0, |seen| seen.number),
        expects: planned.expects.as_deref().map(plain),
        reactions: reactions.map(Cite::to).collect(),
    }
}

/// Rulings that were to be looked at again, with where that was done.
pub(super) fn provisional(sight: &Sight<'_>) -> Vec<ProvisionalLine> {
    let put_off = sight.standing().filter(
        |seen| matches!(sight.act(seen), Some(Action::Rule { provisional, .. }) if *provisional),
    );
    put_off
        .map(|seen| {
            let exchange = ruled(sight, seen);
            let settled = sight.standing().find(|later| {
                later.number > seen.number
                    && matches!(sight.act(later), Some(Action::Settle { move_number, slot, .. })
                        if exchange == Some(Provisional { move_number: *move_number, slot: *slot }))
            });
            ProvisionalLine {
                ruling: Cite::to(seen),
                settled: settled.map(Cite::to),
            }
        })
        .collect()
}
