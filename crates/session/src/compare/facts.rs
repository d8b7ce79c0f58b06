//! What one line came to.

use std::path::Path;

use crate::compare::model::{LineEnding, LineFacts, SeatHeld, WhatIf};
use crate::compare::steps::Side;
use crate::telling::seat_name;
use unequal_core::analysis::attribution;
use unequal_core::analysis::open_loop::OverrideKind;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

pub(super) fn facts(line: &Side<'_>) -> LineFacts {
    let table = line.table;
    let view = table.view_at(line.end, line.seat);
    let decisions = || {
        line.steps
            .iter()
            .filter(|step| step.moment.entry.act.is_decision())
            .filter(|step| step.moment.entry.by.is_person())
    };
    let closed = line.steps.iter();
    let closed = closed.filter(|step| step.moment.entry.act == Action::CloseMove);
    let recorded = table.open_loop_to(line.end);
    // Only those who know the pile may know that an event was not drawn from it, and who decided for a side in
    // a crisis stays with the white cell.
    let overrides = recorded.overrides();
    let overrides = overrides.iter().filter(|found| {
        line.open || !matches!(found.kind, OverrideKind::Event | OverrideKind::CrisisAct)
    });
    let stability = line.stability(line.end);
    // Replays rest on where the red lines truly lie.
    let without = line
        .open
        .then(|| attribution::overrides(table.scenario(), &recorded).with_none);
    LineFacts {
        name: line.name.to_owned(),
        file: table
            .path()
            .and_then(Path::file_name)
            .map(|name| plain(&name.to_string_lossy())),
        end: line.end,
        what_if: what_if(line),
        holders: Seat::PLAYING
            .map(|seat| SeatHeld {
                seat,
                name: seat_name(table.deck(), seat).to_owned(),
                held: table.held_to(seat, line.end),
            })
            .into(),
        steps: line.steps.len(),
        moves: u32::try_from(closed.count()).unwrap_or(u32::MAX),
        curve: view.path.clone(),
        stability,
        ending: view.outcome.map(|outcome| LineEnding {
            ending: outcome.ending.word().to_owned(),
            title: plain(&table.deck().text.ending(outcome.ending).title),
            patron: outcome.patron,
            client: outcome.client,
            europe: outcome.europe,
        }),
        decisions: decisions().count(),
        with_reasons: decisions().filter(|step| step.has_reason()).count(),
        overrides: overrides.count(),
        overrides_moved: without.map(|without| stability - without),
    }
}

/// Where a branch leaves its trunk; none of a line that ends before that.
fn what_if(line: &Side<'_>) -> Option<WhatIf> {
    let parent = line.table.header().parent.as_ref()?;
    let after = parent.last_copied();
    let first = line.table.moment(after.next())?;
    (line.end > after).then(|| WhatIf {
        trunk: plain(&parent.file),
        after: parent.entry,
        move_number: first.entry.move_number,
    })
}
