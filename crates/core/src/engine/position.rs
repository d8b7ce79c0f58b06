//! A position: all gauges, red lines and what is known of them. Copied freely, changed only by `add`.

use serde::Serialize;

use crate::engine::arithmetic::{level, rounded};
use crate::engine::digest::sum::{ContentHash, Sum, Trimmed};
use crate::engine::gauge::{Gauge, LEVELS, MAX_CONDITIONS, MAX_DOMAINS};
use crate::engine::gauges::Gauges;
use crate::engine::ledger::{Change, Ledger, Reason};
use crate::engine::luck::{Stream, below};
use crate::engine::scenario::Scenario;

/// The value of every gauge at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    #[serde(serialize_with = "in_a_row")]
    levels: [i64; LEVELS],
    gains: i64,
    /// Whether a domain's red line stands crossed.
    pub breached: [bool; MAX_DOMAINS],
    /// Hidden offset of each red line: −10, 0 or +10.
    pub hidden: [i64; MAX_DOMAINS],
    /// Whether the patron knows the offset.
    pub known: [bool; MAX_DOMAINS],
}

/// Serde writes no arrays of this length by itself.
fn in_a_row<S: serde::Serializer>(levels: &[i64; LEVELS], to: S) -> Result<S::Ok, S::Error> {
    levels.as_slice().serialize(to)
}

impl ContentHash for Position {
    fn add_to(&self, sum: &mut Sum) {
        let Self {
            levels: _,
            gains: _,
            breached,
            hidden,
            known,
        } = self;
        for gauge in Gauge::GLOBALS.into_iter().chain([Gauge::Gains]) {
            let word = gauge.global_word().unwrap_or_default();
            sum.field(word, &self.get(gauge));
        }
        sum.field("conditions", &self.places(MAX_CONDITIONS, Gauge::Condition));
        sum.field("dependence", &self.places(MAX_DOMAINS, Gauge::Dependence));
        sum.field("capacity", &self.places(MAX_DOMAINS, Gauge::Capacity));
        sum.field("strain", &self.places(MAX_DOMAINS, Gauge::Strain));
        sum.field("breached", &Trimmed(breached.as_slice()));
        sum.field("hidden", &Trimmed(hidden.as_slice()));
        sum.field("known", &Trimmed(known.as_slice()));
        sum.end();
    }
}

impl Position {
    /// The position at STARTEX, hidden offsets drawn from the seed (rules 9).
    pub fn at_start(scenario: &Scenario, seed: u64) -> Self {
        let mut position = Self {
            levels: [0; LEVELS],
            gains: 0,
            breached: [false; MAX_DOMAINS],
            hidden: [0; MAX_DOMAINS],
            known: [false; MAX_DOMAINS],
        };
        for (gauge, value) in Gauge::GLOBALS.into_iter().zip(scenario.start) {
            position.set(gauge, value);
        }
        for (c, condition) in (0u8..).zip(&scenario.conditions) {
            position.set(Gauge::Condition(c), condition.start);
        }
        for (d, domain) in (0u8..).zip(&scenario.domains) {
            position.set(Gauge::Dependence(d), domain.dependence);
            position.set(Gauge::Capacity(d), domain.capacity);
            position.set(Gauge::Strain(d), domain.strain);
            position.hidden[usize::from(d)] = hidden_offset(seed, d);
        }
        position
    }

    /// The value of a gauge.
    #[inline]
    pub const fn get(&self, gauge: Gauge) -> i64 {
        match gauge.slot() {
            Some(slot) => self.levels[slot],
            None => self.gains,
        }
    }

    /// The levels of one gauge in all its places, for the digest.
    fn places(&self, most: usize, of: fn(u8) -> Gauge) -> Trimmed<Vec<i64>> {
        let places = (0u8..).take(most);
        Trimmed(places.map(|place| self.get(of(place))).collect())
    }

    const fn set(&mut self, gauge: Gauge, value: i64) {
        match gauge.slot() {
            Some(slot) => self.levels[slot] = level(value),
            None => self.gains = value,
        }
    }

    /// Adds to a gauge, limits it, and notes the change.
    #[inline]
    pub fn add(&mut self, gauge: Gauge, delta: i64, reason: Reason, ledger: &mut impl Ledger) {
        if delta == 0 {
            return;
        }
        let from = self.get(gauge);
        self.set(gauge, from.saturating_add(delta));
        let to = self.get(gauge);
        if to != from {
            ledger.note(Change {
                gauge,
                from,
                to,
                reason,
            });
        }
    }

    /// Replaces the hidden offset by what the patron knows: 0 where it has not probed (rules 17.3).
    #[must_use]
    pub fn as_patron_knows(mut self) -> Self {
        for d in 0..MAX_DOMAINS {
            if !self.known[d] {
                self.hidden[d] = 0;
            }
        }
        self
    }

    /// The patron's leverage in a domain: dependence shifted by outside conditions. Derived, never stored.
    pub fn leverage(&self, scenario: &Scenario, domain: usize) -> i64 {
        level(self.get(dependence(domain)) + self.leverage_shift(scenario, domain))
    }

    /// What outside conditions add to dependence in a domain.
    pub fn leverage_shift(&self, scenario: &Scenario, domain: usize) -> i64 {
        let shift: i64 = (0u8..)
            .zip(&scenario.domains[domain].leverage)
            .map(|(c, percent)| percent * (self.get(Gauge::Condition(c)) - 50))
            .sum();
        rounded(shift, 100)
    }

    /// The stability that trust, front, grievance and strain support at this moment (S* of the rules).
    pub fn supported_stability(&self, scenario: &Scenario) -> i64 {
        Gauges::supported_stability(self, scenario)
    }

    /// Stability and what supports it, weighted 1 : 2.
    pub fn outlook(&self, scenario: &Scenario) -> i64 {
        Gauges::outlook(self, scenario)
    }

    /// The strain at which a domain's red line is crossed, hidden offset included.
    pub fn crossing(&self, scenario: &Scenario, domain: usize) -> i64 {
        scenario.domains[domain].red_line + self.hidden[domain]
    }
}

impl Gauges for Position {
    #[inline]
    fn get(&self, gauge: Gauge) -> i64 {
        Self::get(self, gauge)
    }

    #[inline]
    fn add(&mut self, gauge: Gauge, delta: i64, reason: Reason, ledger: &mut impl Ledger) {
        Self::add(self, gauge, delta, reason, ledger);
    }

    fn leverage(&self, scenario: &Scenario, domain: usize) -> i64 {
        Self::leverage(self, scenario, domain)
    }

    fn largest_strain(&self, scenario: &Scenario) -> i64 {
        (0..scenario.domains.len())
            .map(|d| self.get(strain(d)))
            .max()
            .unwrap_or(0)
    }

    fn total_dependence(&self, scenario: &Scenario) -> i64 {
        (0..scenario.domains.len())
            .map(|d| self.get(dependence(d)))
            .sum()
    }

    fn is_breached(&self, domain: usize) -> bool {
        self.breached[domain]
    }

    fn learn_red_line(&mut self, domain: usize) {
        self.known[domain] = true;
    }
}

/// The hidden offset of a domain's red line under a seed: −10, 0 or +10.
pub fn hidden_offset(seed: u64, domain: u8) -> i64 {
    10 * (below(seed, Stream::Hidden, u64::from(domain), 3).cast_signed() - 1)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a deck has at most eight domains"
)]
const fn small(domain: usize) -> u8 {
    domain as u8
}

/// The dependence gauge of a domain by its place.
pub const fn dependence(domain: usize) -> Gauge {
    Gauge::Dependence(small(domain))
}

/// The capacity gauge of a domain by its place.
pub const fn capacity(domain: usize) -> Gauge {
    Gauge::Capacity(small(domain))
}

/// The strain gauge of a domain by its place.
pub const fn strain(domain: usize) -> Gauge {
    Gauge::Strain(small(domain))
}
