//! What a value bot expects of each option (rules 8.1 to 8.3), always as integers, never divided.

use crate::analysis::bot::roomiest;
use crate::engine::choice::{Band, FollowUp, Response};
use crate::engine::game::Game;
use crate::engine::gauge::Gauge;
use crate::engine::ledger::Silent;
use crate::engine::position::Position;
use crate::engine::resolve::contest::{Demand, MET, Reply, band, factors, odds};
use crate::engine::resolve::delivery::{may_deflect, resolve};
use crate::engine::resolve::follow_up::{follow_up, hold, legal_follow_ups};
use crate::engine::resolve::red_line::cross;
use crate::engine::scenario::{PolicyKind, Scenario, Weights};

/// The client's value of each legal reply.
pub fn replies(
    scenario: &Scenario,
    weights: &Weights,
    position: &Position,
    demand: Demand,
    replies: &[Reply],
) -> Vec<i64> {
    let odds = odds(scenario, factors(scenario, position, demand).modifier);
    replies
        .iter()
        .map(|&reply| {
            Band::ALL
                .iter()
                .zip(odds)
                .filter(|(_, ways)| *ways > 0)
                .map(|(&band, ways)| {
                    ways * reply_in_band(scenario, weights, position, demand, reply, band)
                })
                .sum()
        })
        .collect()
}

/// A hundred times the client's value of a reply if the contest comes out in `band`.
fn reply_in_band(
    scenario: &Scenario,
    weights: &Weights,
    position: &Position,
    demand: Demand,
    reply: Reply,
    band: Band,
) -> i64 {
    let mut after = *position;
    let offer = resolve(scenario, &mut after, demand, reply, band, 0, &mut Silent);
    let then = |choice: FollowUp| {
        let mut next = after;
        follow_up(
            scenario,
            &mut next,
            demand,
            reply.response,
            offer,
            choice,
            &mut Silent,
        );
        cross(scenario, &mut next, &mut Silent);
        next.value(scenario, weights)
    };
    let chance = |percent: i64, likely: FollowUp, otherwise: FollowUp| {
        percent * then(likely) + (100 - percent) * then(otherwise)
    };
    if offer >= MET && reply.response == Response::Conditions {
        return chance(after.get(Gauge::Trust), FollowUp::Reward, FollowUp::Pocket);
    }
    if offer < MET && demand.intensity.threatens() {
        let belief = after.get(Gauge::Credibility);
        return if reply.response == Response::Stall {
            chance(belief >> 1, FollowUp::Punish, FollowUp::Pocket)
        } else {
            chance(belief, FollowUp::Punish, FollowUp::BackDown)
        };
    }
    cross(scenario, &mut after, &mut Silent);
    100 * after.value(scenario, weights)
}

/// The patron's value of each option, `None` being to hold.
pub fn demands(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    options: &[Option<Demand>],
) -> Vec<i64> {
    let position = game.position.as_patron_knows();
    options
        .iter()
        .map(|option| match *option {
            None => {
                let mut after = position;
                hold(scenario, &mut after, &mut Silent);
                36 * after.value(scenario, weights)
            }
            Some(demand) => expected_demand(scenario, weights, &position, demand),
        })
        .collect()
}

fn expected_demand(
    scenario: &Scenario,
    weights: &Weights,
    position: &Position,
    demand: Demand,
) -> i64 {
    let modifier = factors(scenario, position, demand).modifier;
    let reply = predicted_reply(scenario, position, demand, modifier);
    Band::ALL
        .iter()
        .zip(odds(scenario, modifier))
        .filter(|(_, ways)| *ways > 0)
        .map(|(&band, ways)| {
            let mut after = *position;
            let offer = resolve(scenario, &mut after, demand, reply, band, 0, &mut Silent);
            let legal = legal_follow_ups(demand.intensity, reply.response, offer);
            let values = valued_follow_ups(scenario, weights, &after, demand, reply, offer, legal);
            ways * values.max().unwrap_or(0)
        })
        .sum()
}

/// The reply that the patron expects: the client model's best in the band of a roll of seven.
pub fn predicted_reply(
    scenario: &Scenario,
    position: &Position,
    demand: Demand,
    modifier: i64,
) -> Reply {
    let weights = client_model(scenario);
    let band = band(scenario, 7, modifier);
    let mut best = (Reply::plain(Response::Refuse), i64::MIN);
    for &response in Response::ALL {
        let reply = if response == Response::Deflect {
            match roomiest(scenario, position, demand.card) {
                Some(to) if may_deflect(scenario, position, demand.card, to) => Reply {
                    response,
                    to: Some(to),
                },
                _ => continue,
            }
        } else {
            Reply::plain(response)
        };
        let value = reply_in_band(scenario, weights, position, demand, reply, band);
        if value > best.1 {
            best = (reply, value);
        }
    }
    best.0
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
        PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => &policy.client,
        PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => INDIFFERENT,
    }
}

/// The patron's value of each legal follow-up to the open exchange.
pub fn follow_ups(
    scenario: &Scenario,
    weights: &Weights,
    game: &Game,
    legal: &[FollowUp],
) -> Vec<i64> {
    let Some(exchange) = game.open_exchange() else {
        return vec![0; legal.len()];
    };
    let position = game.position.as_patron_knows();
    let (demand, reply, offer) = (exchange.demand, exchange.reply, exchange.offer);
    valued_follow_ups(scenario, weights, &position, demand, reply, offer, legal).collect()
}

fn valued_follow_ups<'a>(
    scenario: &'a Scenario,
    weights: &'a Weights,
    position: &'a Position,
    demand: Demand,
    reply: Reply,
    offer: i64,
    legal: &'a [FollowUp],
) -> impl Iterator<Item = i64> + 'a {
    legal.iter().map(move |&choice| {
        let mut next = *position;
        follow_up(
            scenario,
            &mut next,
            demand,
            reply.response,
            offer,
            choice,
            &mut Silent,
        );
        cross(scenario, &mut next, &mut Silent);
        next.value(scenario, weights)
    })
}
