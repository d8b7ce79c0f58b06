//! Sealed mode: plans committed by hash, then revealed and held to.
//!
//! A commitment is BLAKE3 over the nonce, a line feed, and the plan as compact JSON in the field
//! order of the act. Anybody can check it from the record alone.

use serde::Serialize;

use crate::engine::action::{SealedDemand, SealedReply, SealedResponse};
use crate::engine::legal::{self, named_reply};
use crate::engine::phase::Phase;
use crate::engine::refused::{Refused, said};
use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::choice::{Demand, Reply, Response};
use crate::model::legal::opened_reply;
use crate::model::place::At as _;
use crate::model::scenario::Scenario;

/// The hash that commits a side to a plan.
pub fn commitment(nonce: &str, plan: &impl Serialize) -> String {
    let json = serde_json::to_string(plan).unwrap_or_default();
    blake3::hash(format!("{nonce}\n{json}").as_bytes())
        .to_hex()
        .to_string()
}

/// Lays a commitment on the table; the phase turns to revealing once both sides have committed.
///
/// # Errors
///
/// Refuses what is no hash.
pub fn commit(state: &mut State, seat: Seat, hash: &str) -> Result<(), Refused> {
    if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Refused::NoHash);
    }
    let side = seat.side().ok_or(Refused::WrongSeat {
        act: "commit",
        seat,
    })?;
    let hashes = &mut state.sealed.hashes;
    hashes[side] = Some(hash.to_owned());
    if hashes.iter().all(|(_, hash)| hash.is_some()) {
        state.phase = Phase::Reveal;
    }
    Ok(())
}

fn check(state: &State, seat: Seat, nonce: &str, plan: &impl Serialize) -> Result<(), Refused> {
    let held = state.sealed.commitment(seat);
    if held == Some(commitment(nonce, plan).as_str()) {
        Ok(())
    } else {
        Err(Refused::NotCommitted(seat))
    }
}

/// Opens the patron's plan.
///
/// # Errors
///
/// Refuses a plan that was not committed, or that may not be tabled.
pub fn reveal_demand(
    scenario: &Scenario,
    state: &mut State,
    nonce: &str,
    plan: &SealedDemand,
) -> Result<(), Refused> {
    check(state, Seat::Patron, nonce, plan)?;
    check_demand(scenario, state, plan)?;
    state.sealed.demand = Some(plan.clone());
    Ok(())
}

/// Checks that a patron's plan may be tabled as things stand.
///
/// # Errors
///
/// Names what is wrong with it.
pub fn check_demand(
    scenario: &Scenario,
    state: &State,
    plan: &SealedDemand,
) -> Result<(), Refused> {
    if plan.take_up && plan.demand.is_some() {
        return Err(Refused::SealedTwice);
    }
    match &plan.demand {
        Some(named) => legal::demand(scenario, state, named).map(drop),
        None => Ok(()),
    }
}

/// Opens the client's plan.
///
/// # Errors
///
/// Refuses a plan that was not committed, or that does not answer for every domain.
pub fn reveal_response(
    scenario: &Scenario,
    state: &mut State,
    nonce: &str,
    plan: &SealedResponse,
) -> Result<(), Refused> {
    check(state, Seat::Client, nonce, plan)?;
    check_response(scenario, plan)?;
    state.sealed.response = Some(plan.clone());
    Ok(())
}

/// Checks that a client's plan answers for every domain, in words that the deck has.
///
/// # Errors
///
/// Names what is wrong with it.
pub fn check_response(scenario: &Scenario, plan: &SealedResponse) -> Result<(), Refused> {
    let ids = plan.replies.iter().map(|line| line.domain.as_str());
    if !ids.eq(scenario.domains.iter().map(|domain| domain.id.as_str())) {
        return Err(Refused::SealedDomains);
    }
    for line in &plan.replies {
        words_of(scenario, &line.gentle)?;
        words_of(scenario, &line.hard)?;
    }
    Ok(())
}

/// Both plans, once both are open.
pub fn opened(state: &State) -> Option<(SealedDemand, SealedResponse)> {
    let plan = state.sealed.demand.clone()?;
    Some((plan, state.sealed.response.clone()?))
}

/// What the client's plan answers to a demand, as it comes out when it is opened, and the counter-ask.
///
/// # Errors
///
/// Never for a plan that passed [`check_response`].
pub fn reply_to(
    scenario: &Scenario,
    state: &State,
    demand: Demand,
    plan: &SealedResponse,
) -> Result<(Reply, Option<String>), Refused> {
    let sealed = sealed_reply(scenario, demand, plan).ok_or(Refused::SealedDomains)?;
    let meant = words_of(scenario, sealed)?;
    let reply = opened_reply(scenario, &state.game, demand, meant);
    let ask = sealed.ask.clone();
    Ok((
        reply,
        ask.filter(|_| reply.response == Response::Conditions),
    ))
}

/// The reply that a client's plan has for a demand; none where the plan leaves out its domain.
pub fn sealed_reply<'a>(
    scenario: &Scenario,
    demand: Demand,
    plan: &'a SealedResponse,
) -> Option<&'a SealedReply> {
    let domain = scenario.card(demand.card).domain;
    let line = plan.replies.get(domain.index())?;
    Some(if demand.intensity.threatens() {
        &line.hard
    } else {
        &line.gentle
    })
}

fn words_of(scenario: &Scenario, reply: &SealedReply) -> Result<Reply, Refused> {
    let SealedReply {
        response,
        instead,
        ask,
        words,
    } = reply;
    said(words.as_deref())?;
    named_reply(scenario, *response, instead.as_deref(), ask.as_deref())
}
