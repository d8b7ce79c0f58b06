//! A position: all gauges, red lines and what is known of them. Copied freely, changed only by `add`.

use serde::Serialize;

use crate::engine::digest::sum::{ContentHash, Sum, Trimmed};
use crate::engine::gauge::{Gauge, LEVELS};
use crate::engine::gauges::Gauges;
use crate::engine::ledger::{Change, Ledger, Reason};
use crate::engine::limits::{MAX_CONDITIONS, MAX_DOMAINS};
use crate::engine::scenario::Scenario;
use crate::model::arithmetic::{level, rounded};
use crate::model::luck::{Stream, below};
use crate::model::place::{At as _, ByDomain, DomainAt};

/// The value of every gauge at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    #[serde(serialize_with = "in_a_row")]
    levels: [i64; LEVELS],
    gains: i64,
    /// Whether a domain's red line stands crossed.
    pub breached: ByDomain<bool>,
    /// Hidden offset of each red line: −10, 0 or +10.
    pub hidden: ByDomain<i64>,
    /// Whether the patron knows the offset.
    pub known: ByDomain<bool>,
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
        for gauge in Gauge::globals_and_gains() {
            let word = gauge.global_word().unwrap_or_default();
            sum.field(word, &self.get(gauge));
        }
        let conditions = (0u8..).take(MAX_CONDITIONS).map(Gauge::Condition);
        sum.field("conditions", &self.levels_of(conditions));
        let domains = || (0..MAX_DOMAINS).map(DomainAt::new);
        sum.field(
            "dependence",
            &self.levels_of(domains().map(Gauge::Dependence)),
        );
        sum.field("capacity", &self.levels_of(domains().map(Gauge::Capacity)));
        sum.field("strain", &self.levels_of(domains().map(Gauge::Strain)));
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
            breached: ByDomain::default(),
            hidden: ByDomain::default(),
            known: ByDomain::default(),
        };
        for (gauge, value) in Gauge::GLOBALS.into_iter().zip(scenario.start) {
            position.set(gauge, value);
        }
        for (c, condition) in (0u8..).zip(&scenario.conditions) {
            position.set(Gauge::Condition(c), condition.start);
        }
        for (d, domain) in scenario.domains.placed() {
            position.set(Gauge::Dependence(d), domain.dependence);
            position.set(Gauge::Capacity(d), domain.capacity);
            position.set(Gauge::Strain(d), domain.strain);
            position.hidden[d] = hidden_offset(seed, d);
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
    fn levels_of(&self, gauges: impl Iterator<Item = Gauge>) -> Trimmed<Vec<i64>> {
        Trimmed(gauges.map(|gauge| self.get(gauge)).collect())
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
        for d in (0..MAX_DOMAINS).map(DomainAt::new) {
            if !self.known[d] {
                self.hidden[d] = 0;
            }
        }
        self
    }

    /// The patron's leverage in a domain: dependence shifted by outside conditions. Derived, never stored.
    pub fn leverage(&self, scenario: &Scenario, domain: DomainAt) -> i64 {
        level(self.get(Gauge::Dependence(domain)) + self.leverage_shift(scenario, domain))
    }

    /// What outside conditions add to dependence in a domain.
    pub fn leverage_shift(&self, scenario: &Scenario, domain: DomainAt) -> i64 {
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
    pub fn crossing(&self, scenario: &Scenario, domain: DomainAt) -> i64 {
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

    fn leverage(&self, scenario: &Scenario, domain: DomainAt) -> i64 {
        Self::leverage(self, scenario, domain)
    }

    fn largest_strain(&self, scenario: &Scenario) -> i64 {
        scenario
            .domains
            .places()
            .map(|d| self.get(Gauge::Strain(d)))
            .max()
            .unwrap_or(0)
    }

    fn total_dependence(&self, scenario: &Scenario) -> i64 {
        scenario
            .domains
            .places()
            .map(|d| self.get(Gauge::Dependence(d)))
            .sum()
    }

    fn is_breached(&self, domain: DomainAt) -> bool {
        self.breached[domain]
    }

    fn learn_red_line(&mut self, domain: DomainAt) {
        self.known[domain] = true;
    }
}

/// The hidden offset of a domain's red line under a seed: −10, 0 or +10.
pub fn hidden_offset(seed: u64, domain: DomainAt) -> i64 {
    10 * (below(seed, Stream::Hidden, domain.index() as u64, 3).cast_signed() - 1)
}
