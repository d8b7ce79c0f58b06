//! Who may act when: phase and seat of every kind of act.

use crate::engine::action::Action;
use crate::engine::phase::Phase;
use crate::engine::refused::Refused;
use crate::engine::seat::Seat;
use crate::engine::state::State;

/// When an act may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// In one phase.
    In(Phase),
    /// As long as the session runs.
    Running,
    /// At any time, after the end, too.
    Always,
}

const WHITE_CELL: &[Seat] = &[Seat::WhiteCell];
const PATRON: &[Seat] = &[Seat::Patron];
const CLIENT: &[Seat] = &[Seat::Client];
const SIDES: &[Seat] = &[Seat::Patron, Seat::Client];
const WATCHERS: &[Seat] = &[Seat::WhiteCell, Seat::Observer];

/// Checks that phase and seat fit the act.
///
/// # Errors
///
/// Names the phase, the seat or the pause that stands against it.
pub(in crate::engine) fn admit(state: &State, seat: Seat, action: &Action) -> Result<(), Refused> {
    let act = action.word();
    if matches!(action, Action::Undo { .. }) {
        return Err(Refused::UndoElsewhere);
    }
    let (when, seats) = allowed(action);
    if state.phase == Phase::Ended && when != When::Always {
        return Err(Refused::Over);
    }
    if !seats.contains(&seat) {
        return Err(Refused::WrongSeat { act, seat });
    }
    if let When::In(phase) = when
        && phase != state.phase
        && !commits_again(state, action)
    {
        return Err(Refused::WrongPhase {
            act,
            phase: state.phase,
        });
    }
    if state.room.pause.is_some() && matches!(when, When::In(_)) && SIDES.contains(&seat) {
        return Err(Refused::Paused);
    }
    Ok(())
}

impl Action {
    /// Whether the act may still be done when the session has ended.
    pub fn is_open_after_the_end(&self) -> bool {
        allowed(self).0 == When::Always
    }
}

/// A side that lost what it committed may commit again as long as nothing is revealed.
fn commits_again(state: &State, action: &Action) -> bool {
    matches!(action, Action::Commit { .. })
        && state.phase == Phase::Reveal
        && state.sealed.demand.is_none()
        && state.sealed.response.is_none()
}

const fn allowed(action: &Action) -> (When, &'static [Seat]) {
    match action {
        Action::Inject { .. } => (When::In(Phase::Inject), WHITE_CELL),
        Action::Demand { .. } | Action::Hold => (When::In(Phase::Demand), PATRON),
        Action::Respond { .. } => (When::In(Phase::Response), CLIENT),
        Action::Commit { .. } => (When::In(Phase::Sealing), SIDES),
        Action::RevealDemand { .. } => (When::In(Phase::Reveal), PATRON),
        Action::RevealResponse { .. } => (When::In(Phase::Reveal), CLIENT),
        Action::Rule { .. } => (When::In(Phase::Ruling), WHITE_CELL),
        Action::FollowUp { .. } => (When::In(Phase::FollowUp), PATRON),
        Action::CloseMove => (When::In(Phase::Drift), WHITE_CELL),
        Action::Adjust { .. }
        | Action::End { .. }
        | Action::PlanInject { .. }
        | Action::HoldInject { .. }
        | Action::ReleaseInject { .. }
        | Action::SkipInject { .. }
        | Action::RescheduleInject { .. }
        | Action::FireInject { .. }
        | Action::AdHocInject { .. }
        | Action::WriteDemand { .. }
        | Action::SetAdjudication { .. }
        | Action::SetClock { .. }
        | Action::ExtendClock { .. }
        | Action::ClockOut { .. }
        | Action::Pause { .. }
        | Action::GoOn
        | Action::Reconvene
        | Action::Rehearse
        | Action::StartEx
        | Action::HandOver { .. }
        | Action::SetLength { .. } => (When::Running, WHITE_CELL),
        Action::Argue { .. } => (When::Running, &Seat::ALL),
        Action::Settle { .. }
        | Action::AskEstimate { .. }
        | Action::RevealEstimates { .. }
        | Action::ResolveEstimate { .. }
        | Action::Announce { .. } => (When::Always, WHITE_CELL),
        Action::Reaction { .. } => (When::Always, WATCHERS),
        Action::Join { .. }
        | Action::Leave { .. }
        | Action::Estimate { .. }
        | Action::Note { .. }
        | Action::Bookmark { .. }
        | Action::Undo { .. } => (When::Always, &Seat::ALL),
    }
}
