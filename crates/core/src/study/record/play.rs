//! What was asked, answered and offered in many sessions.

use crate::model::choice::{Intensity, Response, is_met};
use crate::model::game::Game;
use crate::model::place::{ByDomain, CardAt, DomainAt};
use crate::model::scenario::Scenario;

/// Counts of acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Played {
    /// Moves.
    pub moves: u64,
    /// Demands by domain, then by intensity.
    pub demands: ByDomain<[u64; 4]>,
    /// Demands by domain that were met.
    pub met: ByDomain<u64>,
    /// Replies in canonical order.
    pub replies: [u64; 7],
    /// Offers that were taken up, by domain.
    pub taken_up: ByDomain<u64>,
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
    pub fn demands_in(&self, domain: DomainAt) -> u64 {
        self.demands[domain].iter().sum()
    }

    /// Demands in a domain that were pressed, or an ultimatum.
    pub fn pressed_in(&self, domain: DomainAt) -> u64 {
        let row = &self.demands[domain];
        row[Intensity::Press.index()] + row[Intensity::Ultimatum.index()]
    }

    /// Replies that were this one.
    pub const fn replied(&self, response: Response) -> u64 {
        self.replies[response.index()]
    }

    /// Demands altogether.
    pub fn all_demands(&self) -> u64 {
        self.demands.as_slice().iter().flatten().sum()
    }

    /// Offers that were taken up altogether.
    pub fn all_taken_up(&self) -> u64 {
        self.taken_up.as_slice().iter().sum()
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
            let domain = scenario.card(card).domain;
            self.demands[domain][exchange.demand.intensity.index()] += 1;
            self.met[domain] += u64::from(is_met(exchange.reply.response));
            self.replies[exchange.reply.response.index()] += 1;
            self.gated += u64::from(is_gated(card));
        }
        if let Some(offer) = current.offer {
            self.offers += 1;
            if current.taken_up {
                self.taken_up[scenario.card(offer.card).domain] += 1;
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
        let demands = self.demands.as_mut_slice().iter_mut();
        for (mine, theirs) in demands.zip(other.demands.as_slice()) {
            add(mine, theirs);
        }
        add(self.met.as_mut_slice(), other.met.as_slice());
        add(&mut self.replies, &other.replies);
        add(self.taken_up.as_mut_slice(), other.taken_up.as_slice());
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
