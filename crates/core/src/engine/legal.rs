//! What a seat may do now. The list and the check in `apply` rest on the same few functions.

use crate::engine::action::{Action, NamedDemand};
use crate::engine::at::CardAt;
use crate::engine::choice::{Band, Inducement, Intensity, Response};
use crate::engine::options::AdjudicationMode;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused};
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::resolve::delivery::{legal_replies, may_deflect};
use crate::engine::scenario::Scenario;
use crate::engine::seat::Seat;
use crate::engine::state::State;

/// The acts that advance play and are open to a seat now, in canonical order.
///
/// Acts with free content (commitments, adjustments, notes) are not listed one by one.
pub fn legal(scenario: &Scenario, state: &State, seat: Seat) -> Vec<Action> {
    if state.room.pause.is_some() && seat != Seat::WhiteCell {
        return Vec::new();
    }
    if !state.phase.waits_for().contains(&seat) {
        return Vec::new();
    }
    match state.phase {
        Phase::Inject => vec![Action::Inject { instead: None }],
        Phase::Demand => demands(scenario, state),
        Phase::Response => responses(scenario, state),
        Phase::Ruling => rulings(state),
        Phase::FollowUp => follow_ups(state),
        Phase::Drift => vec![Action::CloseMove],
        Phase::Sealing | Phase::Reveal | Phase::Ended => Vec::new(),
    }
}

fn rulings(state: &State) -> Vec<Action> {
    match state.options.adjudication {
        AdjudicationMode::Rigid | AdjudicationMode::SemiRigid => vec![Action::rule_as_computed()],
        AdjudicationMode::Free => Band::ALL
            .iter()
            .map(|&band| Action::Rule {
                roll: None,
                arguments: 0,
                band: Some(band),
                reason: Some("ruled by the white cell".to_owned()),
                provisional: false,
            })
            .collect(),
    }
}

fn demands(scenario: &Scenario, state: &State) -> Vec<Action> {
    let mut acts = vec![Action::Hold];
    for card in state.game.playable() {
        for &intensity in Intensity::ALL {
            for &inducement in Inducement::ALL {
                let named = NamedDemand {
                    card: scenario.cards[card].id.clone(),
                    intensity,
                    inducement,
                };
                if demand(scenario, state, &named).is_ok() {
                    let NamedDemand {
                        card,
                        intensity,
                        inducement,
                    } = named;
                    acts.push(Action::Demand {
                        card,
                        intensity,
                        inducement,
                    });
                }
            }
        }
    }
    acts
}

fn responses(scenario: &Scenario, state: &State) -> Vec<Action> {
    let Some(open) = open_demand(state) else {
        return Vec::new();
    };
    legal_replies(scenario, &state.game.position, open.card)
        .map(|reply| Action::Respond {
            response: reply.response,
            to: reply.to.map(|domain| scenario.domains[domain].id.clone()),
            ask: None,
        })
        .collect()
}

fn follow_ups(state: &State) -> Vec<Action> {
    if let Some(choice) = sealed_follow_up(state) {
        return vec![Action::FollowUp { choice }];
    }
    state
        .game
        .legal_follow_ups()
        .iter()
        .map(|&choice| Action::FollowUp { choice })
        .collect()
}

/// The follow-up that a sealed plan fixed for the open exchange; where illegal: pocket, else back down.
pub fn sealed_follow_up(state: &State) -> Option<crate::engine::choice::FollowUp> {
    use crate::engine::choice::FollowUp::{BackDown, Pocket};
    let plan = state.sealed.demand.as_ref()?;
    let exchange = state.game.open_exchange()?;
    let wanted = if exchange.offer >= crate::engine::resolve::contest::MET {
        plan.if_met
    } else {
        plan.if_defied
    };
    let legal = state.game.legal_follow_ups();
    [wanted, Pocket, BackDown]
        .into_iter()
        .find(|choice| legal.contains(choice))
}

/// The first demand on the table without an answer.
pub fn open_demand(state: &State) -> Option<Demand> {
    state
        .tabled
        .iter()
        .find(|tabled| tabled.reply.is_none())
        .map(|tabled| tabled.demand)
}

/// The demand that words name, if it may be tabled now.
///
/// # Errors
///
/// Says which rule it would break.
pub fn demand(scenario: &Scenario, state: &State, named: &NamedDemand) -> Result<Demand, Refused> {
    let card = scenario
        .card_index(&named.card)
        .ok_or_else(|| Refused::Unknown {
            what: Part::Card,
            id: named.card.clone(),
        })?;
    if state.game.tabled.contains(&card) {
        return Err(Refused::TabledAlready(named.card.clone()));
    }
    if !state.game.hand.contains(&card) {
        return Err(Refused::NotInHand(named.card.clone()));
    }
    let cost = scenario.intensity(named.intensity).effort;
    if cost > state.game.effort {
        return Err(Refused::NoEffort {
            cost,
            left: state.game.effort,
        });
    }
    Ok(Demand {
        card,
        intensity: named.intensity,
        inducement: named.inducement,
    })
}

/// The reply that words name, if it may be given to a demand on `card`.
///
/// # Errors
///
/// Says which rule it would break.
pub fn reply(
    scenario: &Scenario,
    state: &State,
    card: CardAt,
    response: Response,
    to: Option<&str>,
    ask: Option<&str>,
) -> Result<Reply, Refused> {
    if ask.is_some() && response != Response::Conditions {
        return Err(Refused::AskWithoutConditions);
    }
    match (response, to) {
        (Response::Deflect, Some(id)) => {
            let to = scenario.domain_index(id).ok_or_else(|| Refused::Unknown {
                what: Part::Domain,
                id: id.to_owned(),
            })?;
            if to == scenario.cards[card].domain {
                return Err(Refused::DeflectDomain);
            }
            if !may_deflect(scenario, &state.game.position, card, to) {
                return Err(Refused::DeflectCapacity(id.to_owned()));
            }
            Ok(Reply {
                response,
                to: Some(to),
            })
        }
        (Response::Deflect, None)
        | (
            Response::Accept
            | Response::Conditions
            | Response::Partial
            | Response::Stall
            | Response::Hedge
            | Response::Refuse,
            Some(_),
        ) => Err(Refused::DeflectDomain),
        (
            Response::Accept
            | Response::Conditions
            | Response::Partial
            | Response::Stall
            | Response::Hedge
            | Response::Refuse,
            None,
        ) => Ok(Reply::plain(response)),
    }
}
