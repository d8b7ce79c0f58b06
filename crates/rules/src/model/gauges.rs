//! What the rules read and move: the whole position, or as much of it as one demand can touch; and what is
//! worked out from it and never stored (rules 2.6).
//!
//! The rules of a demand are written once, over this trait. A table plays them on a position; bots,
//! which look at thousands of outcomes for each decision, play them on something smaller.

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
    #[inline]
    fn mean_leverage(&self, scenario: &Scenario) -> i64 {
        rounded(self.total_leverage(), scenario.domain_count())
    }

    /// The client's dependence, the mean of all domains.
    #[inline]
    fn mean_dependence(&self, scenario: &Scenario) -> i64 {
        rounded(self.total_dependence(), scenario.domain_count())
    }

    /// What the client can still give, the mean of all domains.
    #[inline]
    fn mean_capacity(&self, scenario: &Scenario) -> i64 {
        rounded(self.total_capacity(), scenario.domain_count())
    }

    /// Where resentment comes to rest.
    #[inline]
    fn grievance(&self, scenario: &Scenario) -> i64 {
        let rules = &scenario.grievance;
        let autonomy = self.get(Gauge::Autonomy);
        let imbalance = self.mean_leverage(scenario) - autonomy;
        let exhaustion = rules.exhausted_below - self.get(Gauge::Endurance);
        let sum = rules.autonomy * (100 - autonomy)
            + rules.imbalance * imbalance.max(0)
            + rules.exhaustion * exhaustion.max(0);
        level(rounded(sum, 100))
    }

    /// The stability that trust, front, calm and room support at this moment (S* of the rules).
    #[inline]
    fn supported_stability(&self, scenario: &Scenario) -> i64 {
        let weights = &scenario.stability;
        let sum = weights.trust * self.get(Gauge::Trust)
            + weights.shared_front * self.get(Gauge::SharedFront)
            + weights.calm * (100 - self.get(Gauge::Resentment))
            + weights.room * (100 - self.largest_strain())
            - 5000;
        level(weights.base + rounded(sum * weights.stretch, 10_000))
    }

    /// Stability and what supports it, weighted 1 : 2.
    #[inline]
    fn outlook(&self, scenario: &Scenario) -> i64 {
        let supported = self.supported_stability(scenario);
        rounded(self.get(Gauge::Stability) + 2 * supported, 3)
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
