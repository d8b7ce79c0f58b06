//! Says whether the moment for a line of a script has come.

use super::plans::Plans;
use crate::cli::script::{Deed, Line};
use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::{Table, Turn};

/// Whether a line is no step of play, and is taken as soon as it comes; an argument needs a demand to be about.
pub(super) fn is_due_at_once(table: &Table, line: &Line) -> bool {
    match &line.deed {
        Deed::Act(Action::Argue { .. }) => {
            let view = table.view(Seat::Observer);
            !view.tabled.is_empty() || view.phase == Phase::Ended
        }
        Deed::Act(action) => step(action).is_none(),
        Deed::Seal(_) => false,
    }
}

/// Whether a line is to be taken now. Acts that can never come in this session are, to be refused.
pub(super) fn is_due(table: &Table, turn: &Turn, line: &Line, plans: &Plans) -> bool {
    let own = table.options().sealed;
    let (phase, sealed) = match &line.deed {
        Deed::Seal(_) => (Phase::Sealing, true),
        Deed::Act(action) => match step(action) {
            Some((phase, sealed)) => (phase, sealed.unwrap_or(own)),
            None => return is_due_at_once(table, line),
        },
    };
    if sealed != own || turn.phase == phase {
        return true;
    }
    // A side whose plan was lost commits again before anything is revealed.
    phase == Phase::Sealing
        && turn.phase == Phase::Reveal
        && turn.waits_for.len() == 2
        && !plans.has(table, line.seat)
}

/// The phase that a step of play belongs to, and whether only to sealed or only to open sessions.
const fn step(action: &Action) -> Option<(Phase, Option<bool>)> {
    Some(match action {
        Action::Inject { .. } => (Phase::Inject, None),
        Action::Demand { .. } | Action::Hold => (Phase::Demand, Some(false)),
        Action::Respond { .. } => (Phase::Response, Some(false)),
        Action::Commit { .. } => (Phase::Sealing, Some(true)),
        Action::RevealDemand { .. } | Action::RevealResponse { .. } => (Phase::Reveal, Some(true)),
        Action::Rule { .. } => (Phase::Ruling, None),
        Action::FollowUp { .. } => (Phase::FollowUp, None),
        Action::CloseMove => (Phase::Drift, None),
        // They may come in any phase.
        Action::Adjust { .. }
        | Action::End { .. }
        | Action::FireInject { .. }
        | Action::AdHocInject { .. }
        | Action::Undo { .. }
        | acts_of!(Action: room) => return None,
    })
}
