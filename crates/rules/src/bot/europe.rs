//! Bots for Europe's seat (rules 21.8).

use crate::model::choice::{Ending, MeasureKind, Step};
use crate::model::ending::{break_now, quiet_ending};
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::legal;
use crate::model::luck::{Stream, draw};
use crate::model::scenario::{Measure, Scenario};
use crate::model::vocabulary::vocabulary;

use super::choose::pick;

vocabulary!(
    /// Who sits in Europe's seat when no people do.
    EuropeBot {
        /// Nobody.
        Absent = "absent",
        /// Takes any measure, or none.
        Random = "random",
        /// Sanctions.
        Hawk = "hawk",
        /// Talks.
        Engager = "engager",
        /// Plans for the ending that is nearest, then lessens exposure.
        Planner = "planner",
        /// Signals.
        Signaller = "signaller",
        /// Mediates in a crisis.
        Mediator = "mediator",
    }
);

/// Stability below which the planner sees a break coming.
const BREAK_NEAR: i64 = 45;
/// Autonomy below which the planner sees a capture coming.
const CAPTURE_NEAR: i64 = 34;

impl EuropeBot {
    /// The measure that it takes in this move.
    pub fn step(self, scenario: &Scenario, game: &Game) -> Option<Step> {
        let x = draw(game.seed, Stream::EuropeBot, u64::from(game.move_index));
        let any = |kind: MeasureKind| {
            let mut steps = legal::measures(scenario, game)
                .filter(move |step| measure(scenario, *step).kind == kind);
            let count = steps.clone().count();
            steps.nth(pick(x, count))
        };
        match self {
            Self::Absent => None,
            Self::Random => {
                let mut steps = legal::measures(scenario, game);
                let count = steps.clone().count();
                steps.nth(pick(x, count + 1))
            }
            Self::Hawk => any(MeasureKind::Sanction),
            Self::Engager => any(MeasureKind::Engage),
            Self::Signaller => any(MeasureKind::Signal),
            Self::Mediator => any(MeasureKind::Mediate),
            Self::Planner => {
                let near = nearest_ending(scenario, game);
                if game.europe.has_plan(near) {
                    return any(MeasureKind::Hedge);
                }
                legal::measures(scenario, game).find(|step| {
                    let measure = measure(scenario, *step);
                    measure.kind == MeasureKind::Prepare && measure.ending == Some(near)
                })
            }
        }
    }
}

fn measure(scenario: &Scenario, step: Step) -> &Measure {
    &scenario.measures[step.measure]
}

/// The ending that the planner holds to be nearest.
fn nearest_ending(scenario: &Scenario, game: &Game) -> Ending {
    let position = &game.position;
    if position.get(Gauge::Stability) < BREAK_NEAR {
        break_now(scenario, position)
    } else if position.get(Gauge::Autonomy) < CAPTURE_NEAR {
        Ending::Capture
    } else {
        quiet_ending(scenario, position)
    }
}
