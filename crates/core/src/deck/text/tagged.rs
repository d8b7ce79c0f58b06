//! What of a deck carries a tag, and where it stands.

use super::DeckText;
use crate::model::choice::{Ending, FollowUp, Inducement, Intensity, Response};
use crate::model::place::{AskAt, CardAt, ConditionAt, DomainAt, EventAt, MeasureAt};

/// Something in a deck that carries tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// A condition.
    Condition(ConditionAt),
    /// A domain.
    Domain(DomainAt),
    /// A card.
    Card(CardAt),
    /// An ask.
    Ask(AskAt),
    /// An event.
    Event(EventAt),
    /// A measure.
    Measure(MeasureAt),
    /// An ending.
    Ending(Ending),
    /// Something of the rules, by the name of its table or its word: `market`, `press`, `briefing.observer`.
    Rule(&'static str),
}

/// Something in a deck, with its tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged<'a> {
    /// What it is.
    pub whereabouts: Whereabouts,
    /// Its tags.
    pub tags: &'a [String],
}

impl DeckText {
    /// Everything that carries tags, kind by kind, within each in the deck's order.
    pub fn tagged(&self) -> impl Iterator<Item = Tagged<'_>> {
        let conditions = self.conditions.placed();
        let domains = self.domains.placed();
        let cards = self.cards.placed();
        let asks = self.asks.placed();
        let events = self.events.placed();
        let measures = self.measures.placed();
        let endings = Ending::ALL.iter().zip(&self.endings);
        conditions
            .map(|(at, text)| (Whereabouts::Condition(at), &text.tags))
            .chain(domains.map(|(at, text)| (Whereabouts::Domain(at), &text.tags)))
            .chain(cards.map(|(at, text)| (Whereabouts::Card(at), &text.tags)))
            .chain(asks.map(|(at, text)| (Whereabouts::Ask(at), &text.tags)))
            .chain(events.map(|(at, text)| (Whereabouts::Event(at), &text.tags)))
            .chain(measures.map(|(at, text)| (Whereabouts::Measure(at), &text.tags)))
            .chain(endings.map(|(ending, text)| (Whereabouts::Ending(*ending), &text.tags)))
            .chain(self.rules_tagged())
            .filter(|(_, tags)| !tags.is_empty())
            .map(|(whereabouts, tags)| Tagged { whereabouts, tags })
    }

    fn rules_tagged(&self) -> impl Iterator<Item = (Whereabouts, &Vec<String>)> {
        let intensities = Intensity::ALL.iter().zip(&self.intensities);
        let inducements = Inducement::ALL.iter().zip(&self.inducements);
        let responses = Response::ALL.iter().zip(&self.responses);
        let follow_ups = FollowUp::ALL.iter().zip(&self.follow_ups);
        let tables = [
            ("hold", &self.hold.tags),
            ("offer", &self.offer.tags),
            ("crisis", &self.crisis.tags),
            ("breach", &self.breach.tags),
            ("europe", &self.europe.tags),
            ("briefing.patron", &self.patron_briefing.tags),
            ("briefing.client", &self.client_briefing.tags),
            ("briefing.observer", &self.europe_briefing.tags),
        ];
        intensities
            .map(|(word, text)| (word.word(), &text.tags))
            .chain(inducements.map(|(word, text)| (word.word(), &text.tags)))
            .chain(responses.map(|(word, text)| (word.word(), &text.tags)))
            .chain(follow_ups.map(|(word, text)| (word.word(), &text.tags)))
            .chain(tables)
            .chain(self.rule_tags.iter().map(|(table, tags)| (*table, tags)))
            .map(|(name, tags)| (Whereabouts::Rule(name), tags))
    }
}
