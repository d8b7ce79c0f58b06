//! What a position is worth under a policy's weights (rules 21.1).

use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::scenario::{Scenario, Weights};

/// Outlook above the crisis threshold from which a bot feels danger (fixed by the rules).
const DANGER_MARGIN: i64 = 8;
/// Autonomy above the capture threshold from which a bot fears it (fixed by the rules).
const CAPTURE_MARGIN: i64 = 10;

/// The worth of a position, in hundredths of a point.
#[inline]
pub fn worth(scenario: &Scenario, position: &impl Gauges, weights: &Weights) -> i64 {
    let get = |gauge| position.get(gauge);
    let mut worth = weights.gain * get(Gauge::Gains)
        + weights.trust * get(Gauge::Trust)
        + weights.credibility * get(Gauge::Credibility)
        + weights.resentment * get(Gauge::Resentment)
        + weights.autonomy * get(Gauge::Autonomy)
        + weights.endurance * get(Gauge::Endurance)
        + weights.shared_front * get(Gauge::SharedFront)
        + weights.outside * position.outside_option(scenario);
    if weights.outlook != 0 || weights.danger != 0 {
        let outlook = position.outlook(scenario);
        let danger = scenario.crisis.enter + DANGER_MARGIN - outlook;
        worth += weights.outlook * outlook + weights.danger * danger.max(0);
    }
    if weights.capture != 0 {
        let near = scenario.capture.enter + CAPTURE_MARGIN - get(Gauge::Autonomy);
        worth += weights.capture * near.max(0);
    }
    if weights.strain != 0 {
        worth += weights.strain * position.largest_strain();
    }
    if weights.dependence != 0 {
        worth += weights.dependence * position.mean_dependence(scenario);
    }
    if weights.grievance != 0 {
        worth += weights.grievance * position.grievance(scenario);
    }
    if weights.capacity != 0 {
        worth += weights.capacity * position.mean_capacity(scenario);
    }
    worth
}
