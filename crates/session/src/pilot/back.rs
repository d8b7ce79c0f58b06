//! A seat that was handed over for some moves: the program gives it back to people when they are over.

use crate::history::History;
use crate::pilot::Pilot;
use crate::setup::Holder;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;

/// The first seat whose moves are over, before the next move is opened.
fn seat(state: &State) -> Option<Seat> {
    let next = state.game.move_index + 1;
    let mut due = state.room.back.iter().filter(|(_, back)| next >= **back);
    due.next()
        .map(|(seat, _)| *seat)
        .filter(|_| state.phase == Phase::Inject)
}

/// Whether a seat is to be given back now.
pub(crate) fn is_due_back(state: &State) -> bool {
    seat(state).is_some()
}

/// The act that gives it back.
pub(super) fn hand_back(table: &History) -> Option<Pilot> {
    let of = seat(table.state())?;
    Some(Pilot {
        seat: Seat::WhiteCell,
        by: Player::Program,
        action: Action::HandOver {
            of,
            to: Holder::Human,
            moves: None,
            reason: Some("as it was said when the seat was handed over".to_owned()),
        },
    })
}
