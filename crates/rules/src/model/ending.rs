//! How a session ends, and what that is worth to each seat (rules 17 and 18).

use serde::Serialize;

use crate::model::arithmetic::{level, rounded};
use crate::model::choice::Ending;
use crate::model::crisis::Clocks;
use crate::model::europe::Europe;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::position::Position;
use crate::model::scenario::Scenario;

/// How a session ended and how far each seat met its aims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The ending.
    pub ending: Ending,
    /// The patron's aims met.
    pub patron: i64,
    /// The client's aims met.
    pub client: i64,
    /// Europe's, from 0 to 100 and the unity that is left.
    pub europe: i64,
}

/// Advances the clocks at the end of a move and tests the endings in their order; `last` says whether
/// this was the last move.
pub fn ending(
    scenario: &Scenario,
    position: &Position,
    clocks: &mut Clocks,
    last: bool,
) -> Option<Ending> {
    let stability = position.get(Gauge::Stability);
    clocks.advance_crisis(scenario, stability);
    let rules = &scenario.crisis;
    if stability <= rules.break_at || clocks.crisis >= rules.break_moves {
        return Some(break_now(scenario, position));
    }
    if clocks.advance_capture(scenario, position.get(Gauge::Autonomy)) {
        return Some(Ending::Capture);
    }
    last.then(|| quiet_ending(scenario, position))
}

/// What a break at this position would be: rupture where the client could afford to leave.
pub fn break_now(scenario: &Scenario, position: &Position) -> Ending {
    if position.can_leave(scenario) {
        Ending::Rupture
    } else {
        Ending::Collapse
    }
}

/// The ending of a session that runs its course, or that the white cell ends.
pub fn quiet_ending(scenario: &Scenario, position: &Position) -> Ending {
    let rules = &scenario.thresholds;
    let outlook = position.outlook(scenario);
    let [stable, trusting, free] = rules.entente;
    if outlook >= stable
        && position.get(Gauge::Trust) >= trusting
        && position.get(Gauge::Autonomy) >= free
    {
        Ending::Entente
    } else if outlook >= rules.managed {
        Ending::Managed
    } else {
        Ending::Drift
    }
}

/// What an ending at this position is worth.
pub fn outcome(
    scenario: &Scenario,
    position: &Position,
    europe: &Europe,
    ending: Ending,
) -> Outcome {
    let score = &scenario.score;
    let worth = scenario.ending(ending);
    let weighed = score.client_autonomy * position.get(Gauge::Autonomy)
        + score.client_endurance * position.get(Gauge::Endurance)
        + score.client_stability * position.outlook(scenario);
    Outcome {
        ending,
        patron: rounded(position.get(Gauge::Gains), 10) + worth.patron,
        client: rounded(weighed, 100) + worth.client,
        europe: ease(scenario, position, ending, europe.has_plan(ending)),
    }
}

/// How hard an ending hits Europe without a plan for it, at an exposure.
pub fn shock(scenario: &Scenario, ending: Ending, exposure: i64) -> i64 {
    rounded(scenario.ending(ending).shock * (50 + exposure), 100)
}

/// How easy an ending is to live with for Europe, with a plan for it or without.
pub fn ease(scenario: &Scenario, position: &Position, ending: Ending, planned: bool) -> i64 {
    let rules = &scenario.europe;
    let exposure = position.get(Gauge::Exposure);
    let mut shock = shock(scenario, ending, exposure);
    if planned {
        shock -= rounded(shock * rules.plan_relief, 100);
    }
    let strife: i64 = (scenario.conditions.placed())
        .map(|(at, condition)| condition.europe * position.get(Gauge::Condition(at)))
        .sum();
    let presence = rules.presence * position.get(Gauge::Dependence(scenario.presence_domain));
    let front = position.get(Gauge::SharedFront) * position.outlook(scenario);
    let weight = strife + presence + rounded(rules.joint_front * front, 100);
    let left = rules.unity_left * position.get(Gauge::Unity);
    level(100 - shock - rounded(weight, 100)) + left
}
