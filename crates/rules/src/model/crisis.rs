//! The crisis regime with its clocks, and the acts by which the sides may climb down (rules 7 and 16).

use serde::Serialize;

use crate::model::choice::{BySide, Intensity};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::position::Position;
use crate::model::scenario::Scenario;

/// The crisis regime and the two clocks that can end a session early.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Clocks {
    /// Whether the partnership is in crisis.
    pub in_crisis: bool,
    /// Moves spent in crisis below its threshold.
    pub crisis: i64,
    /// Moves spent on the way into capture.
    pub capture: i64,
}

impl Clocks {
    /// Enters or leaves the crisis and advances its clock.
    pub const fn advance_crisis(&mut self, scenario: &Scenario, stability: i64) {
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

    /// Starts, advances or sets back the clock of capture; says whether it has run out.
    pub const fn advance_capture(&mut self, scenario: &Scenario, autonomy: i64) -> bool {
        let rules = &scenario.capture;
        if autonomy >= rules.leave || self.in_crisis {
            self.capture = 0;
        } else if autonomy <= rules.enter || self.capture > 0 {
            self.capture += 1;
        }
        self.capture >= rules.moves
    }
}

/// The highest intensity that acts of de-escalation leave the patron in this move: a time-out.
///
/// The patron's own act binds it; the client's does if the client could afford to leave, which is read
/// before any price is paid.
pub fn time_out(scenario: &Scenario, position: &Position, acts: BySide<bool>) -> Intensity {
    let listens = acts.client && position.can_leave(scenario);
    if acts.patron || listens {
        let place = scenario.crisis.act.intensity_limit;
        Intensity::ALL[place.min(Intensity::ALL.len() - 1)]
    } else {
        Intensity::Ultimatum
    }
}

/// What acts of de-escalation cost and bring; effort is for the caller to spend.
pub fn de_escalate(
    books: &mut Books<'_, Position, impl Ledger>,
    acts: BySide<bool>,
    mediated: bool,
) {
    let rules = &books.scenario.crisis;
    if acts.patron {
        books.add(Gauge::Gains, -rules.act.price, Reason::CrisisAct);
    }
    if acts.client {
        books.add(Gauge::Autonomy, -rules.act.autonomy, Reason::CrisisAct);
    }
    let brings = match (acts.patron, acts.client) {
        (true, true) => rules.both,
        (false, false) => 0,
        (true, false) | (false, true) if mediated => rules.mediated,
        (true, false) | (false, true) => rules.alone,
    };
    books.add(Gauge::Stability, brings, Reason::DeEscalation);
}
