//! Cards that were written in the room get their place among the deck's texts.

use super::{CardText, DeckText, severity};
use crate::deck::{Deck, plain};
use crate::engine::at::{CardAt, DomainAt};
use crate::engine::room::written::WrittenCard;
use crate::engine::scenario::Card;

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
            patron_gain: String::new(),
            client_cost: String::new(),
            horizon: None,
            precedent: None,
            tags: Vec::new(),
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

impl Deck {
    /// Lays a card face down: it keeps its place, and nothing of it can be read.
    pub fn lay_face_down(&mut self, place: CardAt) {
        if let Some(card) = self.scenario.cards.get_mut(place) {
            *card = Card::default();
        }
        if let Some(text) = self.text.cards.get_mut(place) {
            *text = CardText {
                title: String::new(),
                code: String::new(),
                severity: severity(0),
                text: String::new(),
                patron_gain: String::new(),
                client_cost: String::new(),
                horizon: None,
                precedent: None,
                tags: Vec::new(),
            };
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
