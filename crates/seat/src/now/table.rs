//! What lies on a table and what has come of it, as JSON objects.

use schemars::JsonSchema;
use serde::Serialize;

use unequal_core::engine::state::Tabled;
use unequal_core::engine::view::View;
use unequal_core::model::choice::{FollowUp, Offer, Reply};
use unequal_core::model::current::Exchange;
use unequal_core::model::ending::Outcome;
use unequal_core::model::europe::Taken;
use unequal_core::model::scenario::Scenario;

/// A demand on the table.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TabledNow {
    card: String,
    intensity: &'static str,
    inducement: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<String>,
}

impl TabledNow {
    pub(super) fn new(scenario: &Scenario, tabled: &Tabled) -> Self {
        Self {
            card: scenario.card(tabled.demand.card).id.clone(),
            intensity: tabled.demand.intensity.word(),
            inducement: tabled.demand.inducement.word(),
            response: tabled.reply.map(|reply| reply.response.word()),
            instead: tabled.reply.and_then(|reply| instead(scenario, reply)),
            ask: tabled.ask.clone(),
        }
    }
}

fn instead(scenario: &Scenario, reply: Reply) -> Option<String> {
    reply.instead.map(|card| scenario.card(card).id.clone())
}

/// An exchange of this move that was resolved.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ExchangeNow {
    card: String,
    intensity: &'static str,
    inducement: &'static str,
    response: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
    modifier: i64,
    roll: i64,
    arguments: i64,
    band: &'static str,
    delivered: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    follow_up: Option<&'static str>,
    red_lines_crossed: usize,
}

impl ExchangeNow {
    pub(super) fn new(scenario: &Scenario, exchange: &Exchange) -> Self {
        Self {
            card: scenario.card(exchange.demand.card).id.clone(),
            intensity: exchange.demand.intensity.word(),
            inducement: exchange.demand.inducement.word(),
            response: exchange.reply.response.word(),
            instead: instead(scenario, exchange.reply),
            modifier: exchange.modifier,
            roll: exchange.roll,
            arguments: exchange.arguments,
            band: exchange.band.word(),
            delivered: exchange.delivered,
            follow_up: exchange.follow_up.map(FollowUp::word),
            red_lines_crossed: exchange.crossed,
        }
    }
}

/// The client's offer of this move.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OfferNow {
    card: String,
    ask: String,
    waits: bool,
    taken_up: bool,
}

impl OfferNow {
    pub(super) fn new(scenario: &Scenario, view: &View, offer: Offer) -> Self {
        Self {
            card: scenario.card(offer.card).id.clone(),
            ask: scenario.asks[offer.ask].id.clone(),
            waits: view.offer_waits,
            taken_up: view.taken_up,
        }
    }
}

/// Europe's measure of this move.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MeasureNow {
    measure: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    secret: bool,
    roll: i64,
    band: i64,
}

impl MeasureNow {
    pub(super) fn new(scenario: &Scenario, taken: Taken) -> Self {
        Self {
            measure: scenario.measure(taken.step.measure).id.clone(),
            secret: taken.step.in_secret,
            roll: taken.roll,
            band: taken.band,
        }
    }
}

/// What is Europe's own; its gauges stand among the others.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EuropeNow {
    plans: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compliance: Option<i64>,
}

impl EuropeNow {
    /// None for those who may not know it, and where nobody sits there.
    pub(super) fn new(view: &View) -> Option<Self> {
        let own = view.europe.as_ref().filter(|_| view.has_europe)?;
        Some(Self {
            plans: own.plans.iter().map(|ending| ending.word()).collect(),
            compliance: own.compliance,
        })
    }
}

/// How far each ending is; what is below 0 was passed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SignpostsNow {
    above_break: i64,
    crisis_moves_left: i64,
    exit_margin: i64,
    above_capture: i64,
    capture_moves_left: i64,
    entente_margin: i64,
    managed_margin: i64,
    anger_ahead: i64,
}

impl SignpostsNow {
    pub(super) const fn new(view: &View) -> Self {
        let far = &view.signposts;
        Self {
            above_break: far.above_break,
            crisis_moves_left: far.crisis_moves_left,
            exit_margin: far.exit_margin,
            above_capture: far.above_capture,
            capture_moves_left: far.capture_moves_left,
            entente_margin: far.entente_margin,
            managed_margin: far.managed_margin,
            anger_ahead: far.anger_ahead,
        }
    }
}

/// How a session ended.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OutcomeNow {
    ending: &'static str,
    patron: i64,
    client: i64,
    europe: i64,
}

impl From<Outcome> for OutcomeNow {
    fn from(outcome: Outcome) -> Self {
        Self {
            ending: outcome.ending.word(),
            patron: outcome.patron,
            client: outcome.client,
            europe: outcome.europe,
        }
    }
}
