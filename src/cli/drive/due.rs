//! Says whether the moment for a line of a script has come.

use super::plans::Plans;
use crate::cli::script::{Deed, Line};
use crate::engine::action::Action;
use crate::engine::phase::Phase;
use crate::engine::seat::Seat;
use crate::session::Table;

/// Whether a line is to be taken now. Acts that can never come in this session are, to be refused.
pub(super) fn is_due(table: &Table, line: &Line, plans: &Plans) -> bool {
    let view = table.view(Seat::Observer);
    let (phase, sealed) = match &line.deed {
        Deed::Seal(_) => (Phase::Sealing, true),
        Deed::Act(action) => match action {
            Action::Inject { .. } => (Phase::Inject, view.options.sealed),
            Action::Demand { .. } | Action::Hold => (Phase::Demand, false),
            Action::Respond { .. } => (Phase::Response, false),
            Action::Commit { .. } => (Phase::Sealing, true),
            Action::RevealDemand { .. } | Action::RevealResponse { .. } => (Phase::Reveal, true),
            Action::Rule { .. } => (Phase::Ruling, view.options.sealed),
            Action::FollowUp { .. } => (Phase::FollowUp, view.options.sealed),
            Action::CloseMove => (Phase::Drift, view.options.sealed),
            // What is not a step of play is done as soon as its line comes.
            _ => return true,
        },
    };
    if sealed != view.options.sealed || view.phase == phase {
        return true;
    }
    // A side whose plan was lost commits again before anything is revealed.
    phase == Phase::Sealing
        && view.phase == Phase::Reveal
        && view.waits_for.len() == 2
        && !plans.has(table, line.seat)
}
