//! Crisis, vassalage and the endings, and what they are worth to each side (rules 11 to 13).

use serde::Serialize;

use crate::engine::choice::Ending;
use crate::engine::gauge::Gauge;
use crate::engine::gauges::Gauges as _;
use crate::engine::position::Position;
use crate::engine::scenario::Scenario;
use crate::model::arithmetic::{level, rounded};
use crate::model::side::BySide;

/// The crisis regime and the two clocks that can end a session early.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Clocks {
    /// Whether the partnership is in crisis.
    pub in_crisis: bool,
    /// Moves spent in crisis below its threshold.
    pub crisis: i64,
    /// Moves spent on the way into vassalage.
    pub vassalage: i64,
}

impl Clocks {
    /// Enters or leaves the crisis and advances its clock (rules 11).
    pub fn advance_crisis(&mut self, scenario: &Scenario, stability: i64) {
        let rules = &scenario.crisis;
        if !self.in_crisis && stability < rules.enter {
            self.in_crisis = true;
        } else if self.in_crisis && stability >= rules.leave {
            self.in_crisis = false;
            self.crisis = 0;
        }
        if self.in_crisis && stability < rules.enter {
            self.crisis += 1;
        }
    }

    /// Tests the endings in their order; `last` says whether this was the last move (rules 12).
    pub fn ending(
        &mut self,
        scenario: &Scenario,
        position: &Position,
        last: bool,
    ) -> Option<Ending> {
        let stability = position.get(Gauge::Stability);
        let autonomy = position.get(Gauge::Autonomy);
        let rules = &scenario.crisis;
        if stability <= rules.rupture_at || self.crisis >= rules.rupture_moves {
            let exit = autonomy + rounded(position.outside_option(scenario), 3);
            let free = exit >= rules.exit_at;
            return Some(if free {
                Ending::Rupture
            } else {
                Ending::Vassalage
            });
        }
        let rules = &scenario.vassalage;
        if autonomy <= rules.enter {
            self.vassalage += 1;
        } else if autonomy >= rules.leave {
            self.vassalage = 0;
        } else if self.vassalage > 0 {
            self.vassalage += 1;
        }
        if self.vassalage >= rules.moves {
            return Some(Ending::Vassalage);
        }
        last.then(|| quiet_ending(scenario, position))
    }
}

/// The ending of a session that runs its course, or that the white cell ends.
pub fn quiet_ending(scenario: &Scenario, position: &Position) -> Ending {
    let rules = &scenario.endings;
    let outlook = position.outlook(scenario);
    if outlook >= rules.entente_stability
        && position.get(Gauge::Trust) >= rules.entente_trust
        && position.get(Gauge::Autonomy) >= rules.entente_autonomy
    {
        Ending::Entente
    } else if outlook >= rules.managed_stability {
        Ending::Managed
    } else {
        Ending::Drift
    }
}

/// How a session ended and how far each side met its aims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The ending.
    pub ending: Ending,
    /// How far each side met its aims.
    pub aims: BySide<i64>,
    /// The observer's ease, 0..=100.
    pub observer: i64,
}

/// What an ending at this position is worth; `path` is stability from STARTEX on (rules 13).
pub fn outcome(scenario: &Scenario, position: &Position, ending: Ending, path: &[i64]) -> Outcome {
    let outlook = position.outlook(scenario);
    let score = &scenario.score;
    let worth = scenario.endings.worth[ending.index()];
    let patron = rounded(
        position.get(Gauge::Gains) + score.patron_stability * outlook,
        10,
    ) + worth.patron;
    let weighed = score.client_autonomy * position.get(Gauge::Autonomy)
        + score.client_endurance * position.get(Gauge::Endurance)
        + score.client_stability * outlook;
    let client = rounded(weighed, 100) + worth.client;
    let front = rounded(position.get(Gauge::SharedFront) * outlook, 100);
    let observer = level(100 - front - rounded(steepest_fall(path), 2));
    Outcome {
        ending,
        aims: BySide::new(patron, client),
        observer,
    }
}

/// The steepest fall of stability within two moves.
fn steepest_fall(path: &[i64]) -> i64 {
    let mut fall = 0;
    for (a, from) in path.iter().enumerate() {
        for to in path.iter().skip(a + 1).take(2) {
            fall = fall.max(from - to);
        }
    }
    fall
}
