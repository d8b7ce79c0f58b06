//! Cards that were written in the room get their place among the deck's texts.

use super::{CardText, DeckText, severity};
use crate::deck::{Deck, plain};
use crate::engine::room::written::WrittenCard;
use crate::model::card_set::CardSet;
use crate::model::place::{CardAt, DomainAt};
use crate::model::scenario::{BroughtUpBy, Card};

impl DeckText {
    /// Adds the texts of a card written in the room, as the last one.
    pub fn add_written(&mut self, card: &WrittenCard, domain: Option<DomainAt>) {
        let prefix = domain.map_or("", |domain| self.domains[domain].code.as_str());
        let number = 1 + self
            .cards
            .iter()
            .filter(|other| other.code.ends_with('+'))
            .count();
        let text = CardText {
            title: plain(&card.title),
            code: format!("{prefix}{number}+"),
            severity: severity(card.red_line_weight),
            text: plain(&card.text),
            ..CardText::face_down()
        };
        self.cards.push(text);
    }

    /// Whether the texts at a place are those of this card.
    pub fn is_written(&self, place: CardAt, card: &WrittenCard) -> bool {
        self.cards
            .get(place)
            .is_some_and(|own| own.title == plain(&card.title) && own.text == plain(&card.text))
    }
}

/// A card of which nothing is known.
fn face_down() -> Card {
    Card {
        id: String::new(),
        domain: DomainAt::default(),
        gain: 0,
        autonomy_cost: 0,
        capacity_need: 1,
        endurance_cost: 0,
        red_line_weight: 0,
        lock_in: 0,
        shared_front: 0,
        indivisible: false,
        repeat: false,
        brought_up_by: BroughtUpBy::Patron,
        not_before: 0,
        requires: CardSet::default(),
        excludes: CardSet::default(),
    }
}

impl Deck {
    /// Lays a card face down: it keeps its place, and nothing of it can be read.
    pub fn lay_face_down(&mut self, place: CardAt) {
        if let Some(card) = self.scenario.cards.get_mut(place) {
            *card = face_down();
        }
        if let Some(text) = self.text.cards.get_mut(place) {
            *text = CardText::face_down();
        }
    }

    /// Leaves the deck's own cards, and no card that was written in a room.
    pub fn forget_written(&mut self) {
        let rules = &mut self.scenario;
        let own = rules.cards.len().saturating_sub(rules.written);
        rules.cards.truncate(own);
        rules.written = 0;
        self.text.cards.truncate(own);
    }
}
