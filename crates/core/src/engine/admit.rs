//! Who may act when: whether phase and seat fit what the charter says of the act.

use crate::engine::action::Action;
use crate::engine::action::charter::{Charter, When};
use crate::engine::phase::Phase;
use crate::engine::refused::Refused;
use crate::engine::seat::Seat;
use crate::engine::state::State;

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
    let Charter { when, seats, .. } = action.kind().charter();
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
    if state.room.pause.is_some() && matches!(when, When::In(_)) && seat.side().is_some() {
        return Err(Refused::Paused);
    }
    Ok(())
}

/// A side that lost what it committed may commit again as long as nothing is revealed.
fn commits_again(state: &State, action: &Action) -> bool {
    matches!(action, Action::Commit { .. })
        && state.phase == Phase::Reveal
        && state.sealed.demand.is_none()
        && state.sealed.response.is_none()
}
