//! What of a deck a session between bots has read: where a number is changed that it has not, it comes out the same.
//!
//! Bots that do not look ahead weigh what lies before them: the cards of the menu, and those that the client
//! may offer. Of all other cards only that is read which opens them. Of the events those are read that come, and
//! those before them in the pile, whose conditions did not hold.

use crate::model::card_set::CardSet;
use crate::model::game::Game;
use crate::model::place::{CardAt, EventAt};
use crate::model::scenario::{BroughtUpBy, Scenario};

/// The cards and events that a session has read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    cards: CardSet,
    events: Vec<EventAt>,
    /// The pile before the move at hand.
    pile: Vec<EventAt>,
}

impl Reading {
    /// Of a session that stands at its start.
    pub(super) fn begin(scenario: &Scenario, game: &Game) -> Self {
        let mut new = Self::default();
        new.look_ahead(scenario, game);
        new
    }

    /// What was read in the move that was just closed, and will be before the next menu is laid.
    pub(super) fn after_move(&mut self, scenario: &Scenario, game: &Game) {
        for &card in game.menu.cards() {
            self.cards.insert(card);
        }
        let entry = game.current.entry;
        let came = self.pile.iter().position(|other| Some(*other) == entry);
        let tried = came.map_or(self.pile.len(), |place| place + 1);
        self.events.extend(self.pile.drain(..tried));
        self.look_ahead(scenario, game);
    }

    /// Nothing comes after the last move.
    pub(super) fn end(&mut self) {
        self.pile = Vec::new();
    }

    fn look_ahead(&mut self, scenario: &Scenario, game: &Game) {
        let open = game.progress.open_cards(scenario, game.move_index);
        for card in open.iter() {
            if scenario.card(card).brought_up_by != BroughtUpBy::Patron {
                self.cards.insert(card);
            }
        }
        self.pile.clone_from(&game.events.entries);
    }

    /// Whether more was read of a card than what opens it.
    pub(super) fn has_card(&self, card: CardAt) -> bool {
        self.cards.contains(card)
    }

    /// Whether an event was read.
    pub(super) fn has_event(&self, event: EventAt) -> bool {
        self.events.contains(&event)
    }
}
