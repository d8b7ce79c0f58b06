//! What a value bot expects of each option (rules 17.1 to 17.3), always as integers, never divided.

use crate::analysis::bot::prospect::{Prospect, Surroundings};
use crate::engine::choice::{Band, FollowUp, Response};
use crate::engine::game::Game;
use crate::engine::gauge::Gauge;
use crate::engine::gauges::Gauges as _;
use crate::engine::ledger::Silent;
use crate::engine::position::Position;
use crate::engine::resolve::contest::{Demand, Factors, MET, Reply, band, factors, odds};
use crate::engine::resolve::delivery::{deliver, may_deflect, table};
use crate::engine::resolve::follow_up::{follow_up, hold, legal_follow_ups};
use crate::engine::scenario::{PolicyKind, Scenario, Weights};
use crate::model::place::{DomainAt, Listed};

/// A demand on the table, before the response: what all its outcomes have in common.
#[derive(Clone, Copy)]
struct Opening<'a> {
    scenario: &'a Scenario,
    demand: Demand,
    /// Leverage before the demand was tabled.
    leverage: i64,
    /// The contest's modifier, before any effect of the demand.
    modifier: i64,
    /// What there is after the friction of asking.
    tabled: Prospect<'a>,
}

impl<'a> Opening<'a> {
    fn new(scenario: &'a Scenario, around: &'a Surroundings<'a>, demand: Demand) -> Self {
        let mut tabled = Prospect::new(around);
        let Factors {
            leverage, modifier, ..
        } = factors(scenario, &tabled, demand);
        table(scenario, &mut tabled, demand, 0, &mut Silent);
        Self {
            scenario,
            demand,
            leverage,
            modifier,
            tabled,
        }
    }

    /// What a reply leads to if the contest comes out in `band`, and the offer that is made then.
    #[inline]
    fn answered(&self, reply: Reply, band: Band) -> (Prospect<'a>, i64) {
        let mut after = self.tabled;
        let offer = deliver(
            self.scenario,
            &mut after,
            self.demand,
            reply,
            band,
            self.leverage,
            &mut Silent,
        );
        (after, offer)
    }

    /// A hundred times the client's value of a reply if the contest comes out in `band`.
    fn client_value(&self, weights: &Weights, reply: Reply, band: Band) -> i64 {
        let (after, offer) = self.answered(reply, band);
        let then = |choice: FollowUp| {
            followed(
                self.scenario,
                weights,
                after,
                self.demand,
                reply.response,
                offer,
                choice,
            )
        };
        let chance = |percent: i64, likely: FollowUp, otherwise: FollowUp| match percent {
            0 => 100 * then(otherwise),
            100 => 100 * then(likely),
            _ => percent * then(likely) + (100 - percent) * then(otherwise),
        };
        if offer >= MET && reply.response == Response::Conditions {
            return chance(after.get(Gauge::Trust), FollowUp::Reward, FollowUp::Pocket);
        }
        if offer < MET && self.demand.intensity.threatens() {
            let belief = after.get(Gauge::Credibility);
            return if reply.response == Response::Stall {
                chance(belief >> 1, FollowUp::Punish, FollowUp::Pocket)
            } else {
                chance(belief, FollowUp::Punish, FollowUp::BackDown)
            };
        }
        100 * closed(self.scenario, weights, after)
    }

    /// The reply that the patron expects: the client model's best in the band of a roll of seven.
    fn predicted_reply(&self, client: &Weights, deflected: Option<DomainAt>) -> Reply {
        let band = band(self.scenario, 7, self.modifier);
        let mut best = (Reply::plain(Response::Refuse), i64::MIN);
        for &response in Response::ALL {
            let to = if response == Response::Deflect {
                deflected
            } else {
                None
            };
            if response == Response::Deflect && to.is_none() {
                continue;
            }
            let reply = Reply { response, to };
            let value = self.client_value(client, reply, band);
            if value > best.1 {
                best = (reply, value);
            }
        }
        best.0
    }

    /// The patron's value of a reply in `band`: that of its best follow-up.
    fn patron_value(&self, weights: &Weights, reply: Reply, band: Band) -> i64 {
        let (after, offer) = self.answered(reply, band);
        legal_follow_ups(self.demand.intensity, reply.response, offer)
            .iter()
            .map(|&choice| {
                followed(
                    self.scenario,
                    weights,
                    after,
                    self.demand,
                    reply.response,
                    offer,
                    choice,
                )
            })
            .max()
            .unwrap_or(0)
    }
}

/// The value after a follow-up and the check of the red lines.
#[inline]
fn followed(
    scenario: &Scenario,
    weights: &Weights,
    mut after: Prospect<'_>,
    demand: Demand,
    response: Response,
    offer: i64,
    choice: FollowUp,
) -> i64 {
    follow_up(
        scenario,
        &mut after,
        demand,
        response,
        offer,
        choice,
        &mut Silent,
    );
    closed(scenario, weights, after)
}

/// The value after the check of the red lines, without any follow-up.
#[inline]
fn closed(scenario: &Scenario, weights: &Weights, mut after: Prospect<'_>) -> i64 {
    after.cross(scenario);
    after.value(scenario, weights)
}

/// The sum over the bands of their ways of 36 times the value in each.
fn expected(odds: [i64; 3], value: impl Fn(Band) -> i64) -> i64 {
    Band::ALL
        .iter()
        .zip(odds)
        .filter(|(_, ways)| *ways > 0)
        .map(|(&band, ways)| ways * value(band))
        .sum()
}

/// The client's value of each legal reply.
pub(super) fn replies(
    scenario: &Scenario,
    weights: &Weights,
    position: &Position,
    demand: Demand,
    replies: &[Reply],
) -> Vec<i64> {
    let around = Surroundings::new(scenario, position, scenario.cards[demand.card].domain);
    let opening = Opening::new(scenario, &around, demand);
    let odds = odds(scenario, opening.modifier);
    replies
        .iter()
        .map(|&reply| expected(odds, |band| opening.client_value(weights, reply, band)))
        .collect()
}

/// The patron's value of each option, `None` being to hold.
pub(super) fn demands(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    options: &[Option<Demand>],
) -> Vec<i64> {
    let position = game.position.as_patron_knows();
    let around: Listed<DomainAt, Surroundings<'_>> = scenario
        .domains
        .places()
        .map(|domain| Surroundings::new(scenario, &position, domain))
        .collect();
    let client = client_model(scenario);
    options
        .iter()
        .map(|option| {
            let Some(demand) = *option else {
                let mut after = position;
                hold(scenario, &mut after, &mut Silent);
                return 36 * after.value(scenario, weights);
            };
            let around = &around[scenario.cards[demand.card].domain];
            let opening = Opening::new(scenario, around, demand);
            let deflected = around
                .roomiest
                .filter(|&to| may_deflect(scenario, &position, demand.card, to));
            let reply = opening.predicted_reply(client, deflected);
            expected(odds(scenario, opening.modifier), |band| {
                opening.patron_value(weights, reply, band)
            })
        })
        .collect()
}

/// The client weights that a patron expects to face.
fn client_model(scenario: &Scenario) -> &Weights {
    const INDIFFERENT: &Weights = &Weights {
        gain: 0,
        trust: 0,
        credibility: 0,
        resentment: 0,
        autonomy: 0,
        endurance: 0,
        shared_front: 0,
        outlook: 0,
        strain: 0,
        dependence: 0,
        danger: 0,
        vassalage: 0,
    };
    match &scenario.policies[scenario.session.client_model].kind {
        PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => &policy.weights.client,
        PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => INDIFFERENT,
    }
}

/// The patron's value of each legal follow-up to the open exchange.
pub(super) fn follow_ups(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    legal: &[FollowUp],
) -> Vec<i64> {
    let Some(exchange) = game.open_exchange() else {
        return vec![0; legal.len()];
    };
    let position = game.position.as_patron_knows();
    let demand = exchange.demand;
    let around = Surroundings::new(scenario, &position, scenario.cards[demand.card].domain);
    let delivered = Prospect::new(&around);
    legal
        .iter()
        .map(|&choice| {
            followed(
                scenario,
                weights,
                delivered,
                demand,
                exchange.reply.response,
                exchange.offer,
                choice,
            )
        })
        .collect()
}
