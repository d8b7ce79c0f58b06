//! The contest of wills: what presses, what resists, and the band that the dice give (rules 6).

use serde::Serialize;

use crate::engine::choice::{Band, Inducement, Intensity, Response};
use crate::engine::gauge::Gauge;
use crate::engine::gauges::Gauges;
use crate::engine::scenario::Scenario;
use crate::model::arithmetic::rounded;
use crate::model::luck::ways_up_to;
use crate::model::place::{CardAt, DomainAt};

/// A demand on the table: which card, how hard, and with what promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Demand {
    /// The card, by its place in the deck.
    pub card: CardAt,
    /// How hard it is pressed.
    pub intensity: Intensity,
    /// What is promised.
    pub inducement: Inducement,
}

/// A response, with the domain that pays when it deflects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// The response.
    pub response: Response,
    /// The other domain, by its place; set exactly when the response is to deflect.
    pub to: Option<DomainAt>,
}

impl Reply {
    /// A response other than to deflect.
    pub const fn plain(response: Response) -> Self {
        Self { response, to: None }
    }
}

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
    /// The client's outside option.
    pub outside_option: i64,
    /// A red line already crossed in the domain.
    pub breach: i64,
    /// Resistance minus press, scaled and limited: what is added to the roll.
    pub modifier: i64,
}

/// The factors of a demand, before any of its effects.
pub fn factors(scenario: &Scenario, position: &impl Gauges, demand: Demand) -> Factors {
    let rules = &scenario.contest;
    let card = &scenario.cards[demand.card];
    let leverage = position.leverage(scenario, card.domain);
    let pressed_leverage = rounded(leverage * scenario.intensity(demand.intensity).push, 100);
    let credibility = rounded(
        position.get(Gauge::Credibility) * demand.intensity.steps(),
        rules.credibility,
    );
    let promise = scenario.inducement(demand.inducement).push;
    let red_line = rules.red_line_weight * card.red_line_weight;
    let resentment = rounded(position.get(Gauge::Resentment), rules.resentment);
    let autonomy = rounded(position.get(Gauge::Autonomy), rules.autonomy);
    let outside_option = rounded(position.outside_option(scenario), rules.outside_option);
    let breach = if position.is_breached(card.domain) {
        rules.breach
    } else {
        0
    };
    let press = pressed_leverage + credibility + promise;
    let resist = red_line + resentment + autonomy + outside_option + breach;
    let modifier = rounded(resist - press, rules.scale).clamp(-rules.limit, rules.limit);
    Factors {
        leverage,
        pressed_leverage,
        credibility,
        promise,
        red_line,
        resentment,
        autonomy,
        outside_option,
        breach,
        modifier,
    }
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

/// Percent of what is asked that a response offers once the band is known.
pub fn offer(scenario: &Scenario, response: Response, band: Band) -> i64 {
    let offer = scenario.response(response).offer;
    match band {
        Band::Hold => (offer + scenario.contest.hold_offer).max(0),
        Band::Slip => (offer + scenario.contest.slip_offer).min(100),
        Band::AsOffered => offer,
    }
}

/// An offer from which the demand counts as met.
pub const MET: i64 = 50;
