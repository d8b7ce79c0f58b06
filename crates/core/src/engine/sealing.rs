//! Sealed mode: plans committed by hash, then revealed and held to (rules 15).
//!
//! A commitment is BLAKE3 over the nonce, a line feed, and the plan as compact JSON in the field
//! order of the act. Anybody can check it from the record alone.

use serde::Serialize;

use crate::engine::action::{NamedDemand, SealedDemand, SealedReply, SealedResponse};
use crate::engine::legal;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused};
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::scenario::Scenario;
use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::place::At as _;

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
    for reply in plan
        .replies
        .iter()
        .flat_map(|line| [&line.gentle, &line.hard])
    {
        let deflects = reply.response == crate::engine::choice::Response::Deflect;
        if deflects != reply.to.is_some() {
            return Err(Refused::DeflectDomain);
        }
        if let Some(id) = &reply.to
            && scenario.domain_index(id).is_none()
        {
            return Err(Refused::Unknown {
                what: Part::Domain,
                id: id.clone(),
            });
        }
        if reply.ask.is_some() && reply.response != crate::engine::choice::Response::Conditions {
            return Err(Refused::AskWithoutConditions);
        }
    }
    Ok(())
}

/// Both plans, once both are open.
pub fn opened(state: &State) -> Option<(Option<NamedDemand>, SealedResponse)> {
    let demand = state.sealed.demand.as_ref()?;
    let response = state.sealed.response.as_ref()?;
    Some((demand.demand.clone(), response.clone()))
}

/// What the client's plan answers to a demand; a deflection that is not legal becomes *partial*.
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
    let domain = scenario.cards[demand.card].domain;
    let line = plan
        .replies
        .get(domain.index())
        .ok_or(Refused::SealedDomains)?;
    let SealedReply { response, to, ask } = if demand.intensity.threatens() {
        &line.hard
    } else {
        &line.gentle
    };
    match legal::reply(
        scenario,
        state,
        demand.card,
        *response,
        to.as_deref(),
        ask.as_deref(),
    ) {
        Ok(reply) => Ok((reply, ask.clone())),
        Err(Refused::DeflectDomain | Refused::DeflectCapacity(_)) => {
            Ok((Reply::plain(crate::engine::choice::Response::Partial), None))
        }
        Err(refused) => Err(refused),
    }
}
