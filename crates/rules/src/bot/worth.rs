//! What a position is worth under a policy's weights (rules 21.1).

#![expect(
    clippy::inline_always,
    reason = "what bots weigh stays in registers only where no call takes its address"
)]

use crate::model::gauge::Gauge;
use crate::model::gauges::{Gauges, grievance, outlook, supported_stability};
use crate::model::scenario::{Scenario, Weights};

/// Outlook above the crisis threshold from which a bot feels danger (fixed by the rules).
const DANGER_MARGIN: i64 = 8;
/// Autonomy above the capture threshold from which a bot fears it (fixed by the rules).
const CAPTURE_MARGIN: i64 = 10;

/// The worth of a position, in hundredths of a point.
#[inline]
pub fn worth(scenario: &Scenario, position: &impl Gauges, weights: &Weights) -> i64 {
    Basis::of(scenario, position, weights).with(
        position.get(Gauge::Gains),
        position.get(Gauge::Resentment),
        position.get(Gauge::Endurance),
    )
}

/// What there is to the worth of a position whatever a promise moves: gains, resentment and endurance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Basis<'a> {
    scenario: &'a Scenario,
    weights: &'a Weights,
    /// What all other gauges are worth.
    rest: i64,
    stability: i64,
    footing: i64,
    unfreedom: i64,
}

impl<'a> Basis<'a> {
    #[inline(always)]
    pub(super) fn of(scenario: &'a Scenario, position: &impl Gauges, weights: &'a Weights) -> Self {
        let get = |gauge| position.get(gauge);
        let mut rest = weights.trust * get(Gauge::Trust)
            + weights.credibility * get(Gauge::Credibility)
            + weights.autonomy * get(Gauge::Autonomy)
            + weights.shared_front * get(Gauge::SharedFront)
            + weights.outside * position.outside_option(scenario);
        if weights.capture != 0 {
            let near = scenario.capture.enter + CAPTURE_MARGIN - get(Gauge::Autonomy);
            rest += weights.capture * near.max(0);
        }
        if weights.strain != 0 {
            rest += weights.strain * position.largest_strain();
        }
        if weights.dependence != 0 {
            rest += weights.dependence * position.mean_dependence(scenario);
        }
        if weights.capacity != 0 {
            rest += weights.capacity * position.mean_capacity(scenario);
        }
        Self {
            scenario,
            weights,
            rest,
            stability: get(Gauge::Stability),
            footing: position.footing(scenario),
            unfreedom: if weights.grievance == 0 {
                0
            } else {
                position.unfreedom(scenario)
            },
        }
    }

    /// The worth with these gains, resentment and endurance.
    #[inline(always)]
    pub(super) fn with(&self, gains: i64, resentment: i64, endurance: i64) -> i64 {
        let Self {
            scenario, weights, ..
        } = self;
        let mut worth = self.rest
            + weights.gain * gains
            + weights.resentment * resentment
            + weights.endurance * endurance;
        if weights.outlook != 0 || weights.danger != 0 {
            let supported = supported_stability(scenario, self.footing, resentment);
            let outlook = outlook(self.stability, supported);
            let danger = scenario.crisis.enter + DANGER_MARGIN - outlook;
            worth += weights.outlook * outlook + weights.danger * danger.max(0);
        }
        if weights.grievance != 0 {
            worth += weights.grievance * grievance(scenario, self.unfreedom, endurance);
        }
        worth
    }
}
