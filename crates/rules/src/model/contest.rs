//! The contest of wills: what presses, what resists, and the band that the dice give (rules 11).

use crate::model::arithmetic::rounded;
use crate::model::choice::{Band, Demand, Inducement};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::luck::ways_up_to;
use crate::model::scenario::Scenario;

/// What goes into the contest, term by term: what a ruling desk shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factors {
    /// Leverage in the demand's domain.
    pub leverage: i64,
    /// Leverage at work at this intensity.
    pub pressed_leverage: i64,
    /// Belief in the patron's threats.
    pub credibility: i64,
    /// The pull of the promise.
    pub promise: i64,
    /// The card's weight on the red line.
    pub red_line: i64,
    /// The client's grievance.
    pub resentment: i64,
    /// The client's freedom of action.
    pub autonomy: i64,
    /// The client's ability to wait.
    pub endurance: i64,
    /// Resistance minus press, scaled and limited: what is added to the roll.
    pub modifier: i64,
}

impl Factors {
    /// The same demand with a promise.
    #[inline]
    #[must_use]
    pub const fn promising(self, scenario: &Scenario, inducement: Inducement) -> Self {
        let rules = &scenario.contest;
        let promise = scenario.inducement(inducement).push;
        let press = self.pressed_leverage + self.credibility + promise;
        let resist = self.red_line + self.resentment + self.autonomy + self.endurance;
        let modifier = rounded(resist - press, rules.scale);
        Self {
            promise,
            modifier: within(modifier, rules.limit),
            ..self
        }
    }
}

/// A modifier, limited either way.
#[inline]
const fn within(modifier: i64, limit: i64) -> i64 {
    if modifier > limit {
        limit
    } else if modifier < -limit {
        -limit
    } else {
        modifier
    }
}

/// The factors of a demand, before any of its effects.
#[inline]
pub fn factors(scenario: &Scenario, position: &impl Gauges, demand: Demand) -> Factors {
    let rules = &scenario.contest;
    let card = scenario.card(demand.card);
    let leverage = position.leverage(card.domain);
    let credibility = position.get(Gauge::Credibility) * demand.intensity.steps();
    let unpromised = Factors {
        leverage,
        pressed_leverage: rounded(leverage * scenario.intensity(demand.intensity).push, 100),
        credibility: rounded(credibility, rules.credibility),
        promise: 0,
        red_line: rules.red_line_weight * card.red_line_weight,
        resentment: rounded(position.get(Gauge::Resentment), rules.resentment),
        autonomy: rounded(position.get(Gauge::Autonomy), rules.autonomy),
        endurance: rounded(position.get(Gauge::Endurance), rules.endurance),
        modifier: 0,
    };
    unpromised.promising(scenario, demand.inducement)
}

/// The band that a roll gives, with its modifier and net arguments.
pub const fn band(scenario: &Scenario, roll: i64, modifier: i64) -> Band {
    let margin = roll - 7 + modifier;
    if margin >= scenario.contest.hold {
        Band::Hold
    } else if margin <= -scenario.contest.slip {
        Band::Slip
    } else {
        Band::AsOffered
    }
}

/// How many of the 36 rolls give each band, in the order slip, as offered, hold.
pub fn odds(scenario: &Scenario, modifier: i64) -> [i64; 3] {
    let rules = &scenario.contest;
    let hold = 36 - ways_up_to(6 + rules.hold - modifier);
    let slip = ways_up_to(7 - rules.slip - modifier).min(36 - hold);
    [slip, 36 - slip - hold, hold]
}
