//! The deck as a seat may read it: a card written in the room is the white cell's and the patron's until it is tabled.

use std::sync::Arc;

use crate::history::History;
use unequal_core::acts_of;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::at::CardAt;
use unequal_core::engine::seat::Seat;

/// The deck with the written cards that a seat may not know laid face down: nothing of theirs can be
/// read, and every card keeps its place.
pub(super) fn deck_for(history: &History, seat: Seat) -> Arc<Deck> {
    let scenario = history.scenario();
    let knows_all = matches!(seat, Seat::WhiteCell | Seat::Patron) || history.has_ended();
    let hidden: Vec<CardAt> = scenario
        .written_cards()
        .filter(|place| !knows_all && !is_tabled(history, &scenario.cards[*place].id))
        .collect();
    if hidden.is_empty() {
        return history.shared_deck();
    }
    let mut deck = Deck::clone(history.deck());
    for place in hidden {
        deck.lay_face_down(place);
    }
    Arc::new(deck)
}

/// Whether everybody has seen a card on the table.
fn is_tabled(history: &History, id: &str) -> bool {
    history
        .moments()
        .iter()
        .any(|moment| match &moment.entry.act {
            Action::Demand { card, .. } => card == id,
            Action::RevealDemand { plan, .. } => {
                plan.demand.as_ref().is_some_and(|demand| demand.card == id)
            }
            Action::Hold
            | Action::Respond { .. }
            | Action::Commit { .. }
            | Action::RevealResponse { .. }
            | Action::FollowUp { .. }
            | acts_of!(Action: conduct, room) => false,
        })
}
