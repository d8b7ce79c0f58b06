//! What the rules read and move: the whole position, or as much of it as one demand can touch.
//!
//! The rules of a demand are written once, over this trait. A table plays them on a position; bots,
//! which look at thousands of outcomes for each decision, play them on something smaller.

use crate::engine::gauge::Gauge;
use crate::engine::ledger::{Ledger, Reason};
use crate::engine::scenario::{Scenario, Weights};
use crate::model::arithmetic::{level, rounded};
use crate::model::place::DomainAt;

/// Outlook above the crisis threshold from which a bot feels danger (fixed by rules 17.1).
const DANGER_MARGIN: i64 = 8;
/// Autonomy above the vassalage threshold from which a bot fears it (fixed by rules 17.1).
const VASSALAGE_MARGIN: i64 = 10;

/// A set of gauges, and what is derived from them.
pub trait Gauges {
    /// The value of a gauge.
    fn get(&self, gauge: Gauge) -> i64;

    /// Adds to a gauge, limits it, and notes the change.
    fn add(&mut self, gauge: Gauge, delta: i64, reason: Reason, ledger: &mut impl Ledger);

    /// The patron's leverage in a domain: dependence shifted by outside conditions.
    fn leverage(&self, scenario: &Scenario, domain: DomainAt) -> i64;

    /// The largest strain of any domain.
    fn largest_strain(&self, scenario: &Scenario) -> i64;

    /// The sum of dependence over all domains.
    fn total_dependence(&self, scenario: &Scenario) -> i64;

    /// Whether a domain's red line stands crossed.
    fn is_breached(&self, domain: DomainAt) -> bool;

    /// Lets the patron know where a red line lies.
    fn learn_red_line(&mut self, domain: DomainAt);

    /// The client's outside option.
    #[inline]
    fn outside_option(&self, scenario: &Scenario) -> i64 {
        self.get(Gauge::Condition(scenario.outside_option))
    }

    /// The stability that trust, front, grievance and strain support at this moment (S* of the rules).
    #[inline]
    fn supported_stability(&self, scenario: &Scenario) -> i64 {
        let weights = &scenario.stability;
        let sum = weights.trust * self.get(Gauge::Trust)
            + weights.shared_front * self.get(Gauge::SharedFront)
            + weights.calm * (100 - self.get(Gauge::Resentment))
            + weights.room * (100 - self.largest_strain(scenario))
            - 5000;
        level(50 + rounded(sum * weights.stretch, 10_000))
    }

    /// Stability and what supports it, weighted 1 : 2.
    #[inline]
    fn outlook(&self, scenario: &Scenario) -> i64 {
        rounded(
            self.get(Gauge::Stability) + 2 * self.supported_stability(scenario),
            3,
        )
    }

    /// The value under a policy's weights, in hundredths of a point (rules 17.1).
    #[inline]
    fn value(&self, scenario: &Scenario, weights: &Weights) -> i64 {
        let mut value = weights.gain * self.get(Gauge::Gains)
            + weights.trust * self.get(Gauge::Trust)
            + weights.credibility * self.get(Gauge::Credibility)
            + weights.resentment * self.get(Gauge::Resentment)
            + weights.autonomy * self.get(Gauge::Autonomy)
            + weights.endurance * self.get(Gauge::Endurance)
            + weights.shared_front * self.get(Gauge::SharedFront);
        if weights.outlook != 0 || weights.danger != 0 {
            let outlook = self.outlook(scenario);
            value += weights.outlook * outlook
                + weights.danger * (scenario.crisis.enter + DANGER_MARGIN - outlook).max(0);
        }
        if weights.strain != 0 {
            value += weights.strain * self.largest_strain(scenario);
        }
        if weights.dependence != 0 {
            let domains = i64::try_from(scenario.domains.len()).unwrap_or(1).max(1);
            value += weights.dependence * rounded(self.total_dependence(scenario), domains);
        }
        let near = scenario.vassalage.enter + VASSALAGE_MARGIN - self.get(Gauge::Autonomy);
        value + weights.vassalage * near.max(0)
    }
}
