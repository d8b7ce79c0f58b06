//! How far each card has come: how much of it was given, and how often it was demanded.

use serde::Serialize;

use crate::model::card_set::CardSet;
use crate::model::place::{At as _, CardAt, MAX_CARDS};
use crate::model::scenario::Scenario;

/// What has become of each card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// How much of each card was given, in percent.
    #[serde(serialize_with = "in_a_row")]
    pub given: [u8; MAX_CARDS],
    /// How often each card was demanded.
    #[serde(serialize_with = "in_a_row")]
    pub tabled: [u8; MAX_CARDS],
    /// Cards of which so much was given that they open others.
    pub delivered: CardSet,
    /// Cards of which so much was given that they are not demanded again.
    pub closed: CardSet,
    /// Cards written in the room that have come into play.
    pub dealt: CardSet,
}

/// Serde writes no arrays of this length by itself.
fn in_a_row<S: serde::Serializer>(row: &[u8; MAX_CARDS], to: S) -> Result<S::Ok, S::Error> {
    row.as_slice().serialize(to)
}

impl Progress {
    /// Nothing was demanded and nothing given.
    pub fn new(scenario: &Scenario) -> Self {
        let mut new = Self {
            given: [0; MAX_CARDS],
            tabled: [0; MAX_CARDS],
            delivered: CardSet::default(),
            closed: CardSet::default(),
            dealt: CardSet::default(),
        };
        for card in scenario.cards.places() {
            new.sort_in(scenario, card);
        }
        new
    }

    /// How much of a card was given so far, in percent.
    #[inline]
    pub fn given(&self, card: CardAt) -> i64 {
        i64::from(self.given[card.index()])
    }

    /// How often a card was demanded.
    #[inline]
    pub fn tabled(&self, card: CardAt) -> i64 {
        i64::from(self.tabled[card.index()])
    }

    /// Cards of which so much was given that they open others.
    pub const fn delivered(&self) -> &CardSet {
        &self.delivered
    }

    /// Lets a card be brought up that was written in the room.
    pub(in crate::model) fn deal(&mut self, card: CardAt) {
        self.dealt.insert(card);
    }

    /// Notes a demand.
    pub fn table(&mut self, card: CardAt) {
        let times = &mut self.tabled[card.index()];
        *times = times.saturating_add(1);
    }

    /// Notes what was given, in percent.
    pub fn give(&mut self, scenario: &Scenario, card: CardAt, percent: i64) {
        let sum = (self.given(card) + percent).clamp(0, 100);
        self.given[card.index()] = u8::try_from(sum).unwrap_or(100);
        self.sort_in(scenario, card);
    }

    fn sort_in(&mut self, scenario: &Scenario, card: CardAt) {
        let rules = &scenario.session.given;
        let given = self.given(card);
        if given >= rules.open {
            self.delivered.insert(card);
        }
        if given >= rules.closed && !scenario.card(card).repeat {
            self.closed.insert(card);
        }
    }

    /// Whether a card may be brought up in a move, counted from 0 (rules 2.4).
    #[inline]
    pub fn is_open(&self, scenario: &Scenario, card: CardAt, move_index: u32) -> bool {
        let rules = scenario.card(card);
        move_index >= rules.not_before
            && (scenario.written == 0 || self.is_in_play(scenario, card))
            && !self.closed.contains(card)
            && self.delivered.contains_all(&rules.requires)
            && self.delivered.contains_none(&rules.excludes)
    }

    /// Whether a card is the deck's own, or was written in the room and dealt.
    fn is_in_play(&self, scenario: &Scenario, card: CardAt) -> bool {
        card.index() < scenario.cards.len() - scenario.written || self.dealt.contains(card)
    }

    /// The cards that may be brought up in a move, counted from 0.
    pub fn open_cards(&self, scenario: &Scenario, move_index: u32) -> CardSet {
        scenario
            .cards
            .places()
            .filter(|&card| self.is_open(scenario, card, move_index))
            .collect()
    }
}
