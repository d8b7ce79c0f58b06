//! Cards written in the room: how a session comes to have one, and never has two under one id.

use std::sync::Arc;

use crate::error::SubmitError;
use crate::history::History;
use unequal_core::engine::action::Action;
use unequal_core::engine::room::written::WrittenCard;
use unequal_core::model::scenario::Scenario;

impl History {
    /// The rules with the card that an act writes, if it writes one that the session does not have.
    pub(crate) fn with_written(&self, action: &Action) -> Result<Option<Scenario>, SubmitError> {
        match action {
            // A card that was taken back can be given again: it is the same card.
            Action::WriteDemand { card } if self.has_written(card) => Ok(None),
            Action::WriteDemand { card } => Ok(Some(card.added_to(self.scenario())?)),
            _ => Ok(None),
        }
    }

    /// From now on the session has the card that an act wrote; undo takes it off the menu, not from the rules.
    pub(super) fn take_written(&mut self, scenario: Scenario, action: &Action) {
        if let Action::WriteDemand { card } = action {
            let deck = Arc::make_mut(&mut self.deck);
            let domain = scenario.cards.last().map(|card| card.domain);
            deck.text.add_written(card, domain);
            deck.scenario = scenario;
        }
    }

    /// Whether this card was written in this session before, and taken back or thrown away since.
    fn has_written(&self, card: &WrittenCard) -> bool {
        let scenario = self.scenario();
        scenario.card_at(&card.id).is_some_and(|place| {
            scenario.written_cards().any(|written| written == place)
                && card.card(scenario).as_ref() == Ok(&scenario.cards[place])
                && self.deck().text.is_written(place, card)
        })
    }
}
