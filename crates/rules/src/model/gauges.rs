//! What the rules read and move: the whole position, or as much of it as one demand can touch; and what is
//! worked out from it and never stored (rules 2.6).
//!
//! The rules of a demand are written once, over this trait. A table plays them on a position; bots,
//! which look at thousands of outcomes for each decision, play them on something smaller.

#![expect(
    clippy::inline_always,
    reason = "what bots weigh stays in registers only where no call takes its address"
)]

use crate::model::arithmetic::{level, rounded};
use crate::model::gauge::Gauge;
use crate::model::place::DomainAt;
use crate::model::scenario::Scenario;

/// A set of gauges.
pub trait Gauges {
    /// The value of a gauge.
    fn get(&self, gauge: Gauge) -> i64;

    /// Sets a gauge to a value within its range; changes that have a reason go through the books.
    fn set(&mut self, scenario: &Scenario, gauge: Gauge, value: i64);

    /// Adds to a gauge, and limits it to its range.
    #[inline]
    fn shift(&mut self, scenario: &Scenario, gauge: Gauge, delta: i64) {
        let sum = self.get(gauge) + delta;
        let to = if gauge.is_level() { level(sum) } else { sum };
        self.set(scenario, gauge, to);
    }

    /// The patron's leverage in a domain: dependence shifted by outside conditions.
    fn leverage(&self, domain: DomainAt) -> i64;

    /// The leverage of all domains together.
    fn total_leverage(&self) -> i64;

    /// The dependence of all domains together.
    fn total_dependence(&self) -> i64;

    /// The capacity of all domains together.
    fn total_capacity(&self) -> i64;

    /// The largest strain of any domain.
    fn largest_strain(&self) -> i64;

    /// Moves that a signal of Europe's still stands in a domain; 0 where there is none.
    fn signal(&self, domain: DomainAt) -> u8;

    /// Lets the patron know where a red line lies.
    fn learn_line(&mut self, domain: DomainAt);

    /// The client's outside option.
    #[inline]
    fn outside_option(&self, scenario: &Scenario) -> i64 {
        self.get(Gauge::Condition(scenario.outside_option))
    }

    /// The patron's leverage, the mean of all domains.
    #[inline(always)]
    fn mean_leverage(&self, scenario: &Scenario) -> i64 {
        rounded(self.total_leverage(), scenario.domain_count())
    }

    /// The client's dependence, the mean of all domains.
    #[inline(always)]
    fn mean_dependence(&self, scenario: &Scenario) -> i64 {
        rounded(self.total_dependence(), scenario.domain_count())
    }

    /// What the client can still give, the mean of all domains.
    #[inline(always)]
    fn mean_capacity(&self, scenario: &Scenario) -> i64 {
        rounded(self.total_capacity(), scenario.domain_count())
    }

    /// Where resentment comes to rest.
    #[inline]
    fn grievance(&self, scenario: &Scenario) -> i64 {
        grievance(
            scenario,
            self.unfreedom(scenario),
            self.get(Gauge::Endurance),
        )
    }

    /// What lack of autonomy and imbalance add to the grievance, in hundredths.
    #[inline(always)]
    fn unfreedom(&self, scenario: &Scenario) -> i64 {
        let rules = &scenario.grievance;
        let autonomy = self.get(Gauge::Autonomy);
        let imbalance = self.mean_leverage(scenario) - autonomy;
        rules.autonomy * (100 - autonomy) + rules.imbalance * imbalance.max(0)
    }

    /// The stability that trust, front, calm and room support at this moment (S* of the rules).
    #[inline]
    fn supported_stability(&self, scenario: &Scenario) -> i64 {
        supported_stability(
            scenario,
            self.footing(scenario),
            self.get(Gauge::Resentment),
        )
    }

    /// What trust, front and room add to the support of stability, in hundredths.
    #[inline(always)]
    fn footing(&self, scenario: &Scenario) -> i64 {
        let weights = &scenario.stability;
        weights.trust * self.get(Gauge::Trust)
            + weights.shared_front * self.get(Gauge::SharedFront)
            + weights.room * (100 - self.largest_strain())
    }

    /// Stability and what supports it, weighted 1 : 2.
    #[inline]
    fn outlook(&self, scenario: &Scenario) -> i64 {
        outlook(
            self.get(Gauge::Stability),
            self.supported_stability(scenario),
        )
    }

    /// How well the client could do without the patron: an exhausted one cannot leave.
    #[inline]
    fn exit(&self, scenario: &Scenario) -> i64 {
        let free = self.get(Gauge::Autonomy) + self.get(Gauge::Endurance);
        rounded(free, 2) + rounded(self.outside_option(scenario), 3)
    }

    /// Whether the client could afford to leave.
    #[inline]
    fn can_leave(&self, scenario: &Scenario) -> bool {
        self.exit(scenario) >= scenario.crisis.exit_at
    }
}

/// Where resentment comes to rest, of what a lack of freedom adds and of endurance.
#[inline]
pub const fn grievance(scenario: &Scenario, unfreedom: i64, endurance: i64) -> i64 {
    let rules = &scenario.grievance;
    let lacking = rules.exhausted_below - endurance;
    let exhaustion = if lacking > 0 {
        rules.exhaustion * lacking
    } else {
        0
    };
    level(rounded(unfreedom + exhaustion, 100))
}

/// The stability that a footing and calm support.
#[inline]
pub const fn supported_stability(scenario: &Scenario, footing: i64, resentment: i64) -> i64 {
    let weights = &scenario.stability;
    let sum = footing + weights.calm * (100 - resentment) - 5000;
    level(weights.base + rounded(sum * weights.stretch, 10_000))
}

/// Stability and what supports it, weighted 1 : 2.
#[inline]
pub const fn outlook(stability: i64, supported: i64) -> i64 {
    rounded(stability + 2 * supported, 3)
}
