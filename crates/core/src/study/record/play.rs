//! What was asked, answered and offered in many sessions.

use crate::model::choice::{Intensity, is_met};
use crate::model::game::Game;
use crate::model::place::{At as _, CardAt, MAX_DOMAINS};
use crate::model::scenario::Scenario;

/// Counts of acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Played {
    /// Moves.
    pub moves: u64,
    /// Demands by domain, then by intensity.
    pub demands: [[u64; 4]; MAX_DOMAINS],
    /// Demands by domain that were met.
    pub met: [u64; MAX_DOMAINS],
    /// Replies in canonical order.
    pub replies: [u64; 7],
    /// Offers that were taken up, by domain.
    pub taken_up: [u64; MAX_DOMAINS],
    /// Offers that were tabled.
    pub offers: u64,
    /// Demands and taken offers of cards that open after others, or late.
    pub gated: u64,
    /// Measures that Europe took.
    pub measures: u64,
    /// Measures that backfired, or came out.
    pub backfired: u64,
}

impl Played {
    /// Demands in a domain.
    pub fn demands_in(&self, domain: usize) -> u64 {
        self.demands[domain].iter().sum()
    }

    /// Demands in a domain that were pressed, or an ultimatum.
    pub const fn pressed_in(&self, domain: usize) -> u64 {
        let row = &self.demands[domain];
        row[Intensity::Press.index()] + row[Intensity::Ultimatum.index()]
    }

    /// Demands altogether.
    pub fn all_demands(&self) -> u64 {
        self.demands.iter().flatten().sum()
    }

    /// Offers that were taken up altogether.
    pub fn all_taken_up(&self) -> u64 {
        self.taken_up.iter().sum()
    }

    pub(super) fn after_move(&mut self, scenario: &Scenario, game: &Game) {
        let current = &game.current;
        let is_gated = |card: CardAt| {
            let rules = scenario.card(card);
            rules.not_before > 0 || !rules.requires.is_empty()
        };
        self.moves += 1;
        for exchange in &current.exchanges {
            let card = exchange.demand.card;
            let domain = scenario.card(card).domain.index();
            self.demands[domain][exchange.demand.intensity.index()] += 1;
            self.met[domain] += u64::from(is_met(exchange.reply.response));
            self.replies[exchange.reply.response.index()] += 1;
            self.gated += u64::from(is_gated(card));
        }
        if let Some(offer) = current.offer {
            self.offers += 1;
            if current.taken_up {
                self.taken_up[scenario.card(offer.card).domain.index()] += 1;
                self.gated += u64::from(is_gated(offer.card));
            }
        }
        if let Some(taken) = current.measure {
            self.measures += 1;
            self.backfired += u64::from(taken.band < 0);
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.moves += other.moves;
        for (mine, theirs) in self.demands.iter_mut().zip(&other.demands) {
            add(mine, theirs);
        }
        add(&mut self.met, &other.met);
        add(&mut self.replies, &other.replies);
        add(&mut self.taken_up, &other.taken_up);
        self.offers += other.offers;
        self.gated += other.gated;
        self.measures += other.measures;
        self.backfired += other.backfired;
    }
}

/// Adds up counts place by place.
pub(super) fn add(mine: &mut [u64], theirs: &[u64]) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        *mine += theirs;
    }
}
