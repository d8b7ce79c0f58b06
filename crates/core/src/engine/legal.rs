//! What a seat may do now. The list and the checks in `apply` rest on the same few functions.

use crate::engine::action::{Action, NamedDemand};
use crate::engine::options::AdjudicationMode;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused};
use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::choice::{
    Band, Decision, Demand, FollowUp, Intensity, Offer, Reply, Response, Side, Step, is_met,
};
use crate::model::europe::cost;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::legal as rules;
use crate::model::scenario::Scenario;

/// The acts that advance play and are open to a seat now, in canonical order.
///
/// Acts with free content (commitments, adjustments, notes) are not listed one by one.
pub fn legal(scenario: &Scenario, state: &State, seat: Seat) -> Vec<Action> {
    if state.room.pause.is_some() && seat != Seat::WhiteCell {
        return Vec::new();
    }
    match (state.phase, seat) {
        (Phase::Inject, Seat::WhiteCell) => vec![Action::Inject { instead: None }],
        (Phase::Europe, Seat::Europe) => measures(scenario, state),
        (Phase::Crisis, Seat::Patron) => crisis_acts(scenario, state, Side::Patron),
        (Phase::Crisis, Seat::Client) => crisis_acts(scenario, state, Side::Client),
        (Phase::Offer, Seat::Client) => offers(scenario, state),
        (Phase::Demand, Seat::Patron) => decisions(scenario, state),
        (Phase::Response, Seat::Client) => responses(scenario, state),
        (Phase::Ruling, Seat::WhiteCell) => rulings(state),
        (Phase::FollowUp, Seat::Patron) => follow_ups(state),
        (Phase::Drift, Seat::WhiteCell) => vec![Action::CloseMove],
        (
            Phase::Inject
            | Phase::Europe
            | Phase::Crisis
            | Phase::Offer
            | Phase::Demand
            | Phase::Sealing
            | Phase::Reveal
            | Phase::Response
            | Phase::Ruling
            | Phase::FollowUp
            | Phase::Drift
            | Phase::Ended,
            Seat::Patron | Seat::Client | Seat::Europe | Seat::WhiteCell | Seat::Audience,
        ) => Vec::new(),
    }
}

fn measures(scenario: &Scenario, state: &State) -> Vec<Action> {
    let taken =
        rules::measures(scenario, &state.game).map(|step| act_of_step(scenario, Some(step)));
    std::iter::once(Action::Abstain).chain(taken).collect()
}

fn crisis_acts(scenario: &Scenario, state: &State, side: Side) -> Vec<Action> {
    let may = rules::may_de_escalate(scenario, &state.game, side);
    [false, true]
        .into_iter()
        .filter(|climb_down| may || !climb_down)
        .map(|climb_down| Action::CrisisAct { climb_down })
        .collect()
}

fn offers(scenario: &Scenario, state: &State) -> Vec<Action> {
    let made =
        rules::offers(scenario, &state.game).map(|offer| act_of_offer(scenario, Some(offer)));
    std::iter::once(Action::NoOffer).chain(made).collect()
}

fn decisions(scenario: &Scenario, state: &State) -> Vec<Action> {
    rules::decisions(scenario, &state.game)
        .filter(|decision| match decision {
            Decision::Hold => true,
            Decision::TakeUp => open_offer(state).is_some(),
            Decision::Demand(demand) => !is_tabled(state, demand),
        })
        .map(|decision| act_of_decision(scenario, decision))
        .collect()
}

fn is_tabled(state: &State, demand: &Demand) -> bool {
    let mut cards = state.tabled.iter().map(|tabled| tabled.demand.card);
    cards.any(|card| card == demand.card)
}

fn responses(scenario: &Scenario, state: &State) -> Vec<Action> {
    let Some(open) = open_demand(state) else {
        return Vec::new();
    };
    rules::replies(scenario, &state.game, open)
        .map(|reply| act_of_reply(scenario, reply))
        .collect()
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

/// The act by which Europe takes a step, or none.
pub fn act_of_step(scenario: &Scenario, step: Option<Step>) -> Action {
    step.map_or(Action::Abstain, |step| Action::Measure {
        measure: scenario.measure(step.measure).id.clone(),
        secret: step.in_secret,
    })
}

/// The act by which the client makes an offer, or none.
pub fn act_of_offer(scenario: &Scenario, offer: Option<Offer>) -> Action {
    offer.map_or(Action::NoOffer, |offer| Action::Offer {
        card: scenario.card(offer.card).id.clone(),
        ask: scenario.asks[offer.ask].id.clone(),
    })
}

/// The act by which the patron does what it has decided.
pub fn act_of_decision(scenario: &Scenario, decision: Decision) -> Action {
    match decision {
        Decision::Hold => Action::Hold,
        Decision::TakeUp => Action::TakeUp,
        Decision::Demand(demand) => {
            let NamedDemand {
                card,
                intensity,
                inducement,
            } = NamedDemand::of(scenario, demand);
            Action::Demand {
                card,
                intensity,
                inducement,
            }
        }
    }
}

/// The act by which the client gives a reply, without words of its own.
pub fn act_of_reply(scenario: &Scenario, reply: Reply) -> Action {
    Action::Respond {
        response: reply.response,
        instead: reply.instead.map(|card| scenario.card(card).id.clone()),
        ask: None,
        words: None,
    }
}

/// The follow-up that a sealed plan fixed for the open exchange; where illegal: pocket, else back down.
pub fn sealed_follow_up(state: &State) -> Option<FollowUp> {
    let plan = state.sealed.demand.as_ref()?;
    let exchange = state.game.open_exchange()?;
    let wanted = if is_met(exchange.reply.response) {
        plan.if_met
    } else {
        plan.if_defied
    };
    Some(rules::opened_follow_up(&state.game, wanted))
}

/// The first demand on the table without an answer.
pub fn open_demand(state: &State) -> Option<Demand> {
    state
        .tabled
        .iter()
        .find(|tabled| tabled.reply.is_none())
        .map(|tabled| tabled.demand)
}

/// The offer that waits for the patron's answer: none once it holds or has tabled a demand.
pub fn open_offer(state: &State) -> Option<Offer> {
    let undecided = matches!(state.phase, Phase::Demand | Phase::Sealing | Phase::Reveal);
    let offer = state.game.open_offer()?;
    (undecided && state.tabled.is_empty()).then_some(offer)
}

/// The measure that words name, if Europe may take it now.
///
/// # Errors
///
/// Says which rule it would break.
pub fn measure(
    scenario: &Scenario,
    state: &State,
    id: &str,
    in_secret: bool,
) -> Result<Step, Refused> {
    let measure = scenario
        .measure_at(id)
        .ok_or_else(|| unknown(Part::Measure, id))?;
    let cost = cost(scenario.measure(measure), in_secret)
        .ok_or_else(|| Refused::NotSecret(id.to_owned()))?;
    let left = state.game.position.get(Gauge::Unity);
    if cost > left {
        return Err(Refused::NoUnity { cost, left });
    }
    let step = Step { measure, in_secret };
    if rules::measures(scenario, &state.game).any(|other| other == step) {
        Ok(step)
    } else {
        Err(Refused::MeasureNow(id.to_owned()))
    }
}

/// The offer that words name, if the client may table it now.
///
/// # Errors
///
/// Says which rule it would break.
pub fn offer(scenario: &Scenario, state: &State, card: &str, ask: &str) -> Result<Offer, Refused> {
    let offer = Offer {
        card: scenario
            .card_at(card)
            .ok_or_else(|| unknown(Part::Card, card))?,
        ask: scenario
            .ask_at(ask)
            .ok_or_else(|| unknown(Part::Ask, ask))?,
    };
    if rules::offers(scenario, &state.game).any(|other| other == offer) {
        Ok(offer)
    } else {
        Err(Refused::OfferCard(card.to_owned()))
    }
}

/// The demand that words name, if it may be tabled now.
///
/// # Errors
///
/// Says which rule it would break.
pub fn demand(scenario: &Scenario, state: &State, named: &NamedDemand) -> Result<Demand, Refused> {
    let card = scenario
        .card_at(&named.card)
        .ok_or_else(|| unknown(Part::Card, &named.card))?;
    let demand = Demand {
        card,
        intensity: named.intensity,
        inducement: named.inducement,
    };
    let game = &state.game;
    if !game.menu.cards().contains(&card) {
        return Err(Refused::NotOnMenu(named.card.clone()));
    }
    if is_tabled(state, &demand) || game.playable().all(|other| other != card) {
        return Err(Refused::TabledAlready(named.card.clone()));
    }
    if named.intensity > game.limit {
        return Err(Refused::TimeOut(game.limit.word()));
    }
    within_effort(scenario, state, named.intensity)?;
    Ok(demand)
}

fn within_effort(scenario: &Scenario, state: &State, intensity: Intensity) -> Result<(), Refused> {
    let (cost, left) = (scenario.intensity(intensity).effort, state.game.effort);
    if cost > left {
        return Err(Refused::NoEffort { cost, left });
    }
    Ok(())
}

/// The reply that words name, if it may be given to a demand.
///
/// # Errors
///
/// Says which rule it would break.
pub fn reply(
    scenario: &Scenario,
    state: &State,
    demand: Demand,
    response: Response,
    instead: Option<&str>,
    ask: Option<&str>,
) -> Result<Reply, Refused> {
    let reply = named_reply(scenario, response, instead, ask)?;
    if rules::replies(scenario, &state.game, demand).any(|other| other == reply) {
        Ok(reply)
    } else {
        Err(instead.map_or_else(
            || Refused::CannotPay(response.word()),
            |id| Refused::DeflectCard(id.to_owned()),
        ))
    }
}

/// The reply that words name, whether or not it may be given.
///
/// # Errors
///
/// Names the card that the deck has not, or the words that do not fit together.
pub(in crate::engine) fn named_reply(
    scenario: &Scenario,
    response: Response,
    instead: Option<&str>,
    ask: Option<&str>,
) -> Result<Reply, Refused> {
    if ask.is_some() && response != Response::Conditions {
        return Err(Refused::AskWithoutConditions);
    }
    match (response == Response::Deflect, instead) {
        (true, Some(id)) => {
            let card = scenario
                .card_at(id)
                .ok_or_else(|| unknown(Part::Card, id))?;
            Ok(Reply::deflect(card))
        }
        (false, None) => Ok(Reply::plain(response)),
        (true, None) | (false, Some(_)) => Err(Refused::Deflect),
    }
}

fn unknown(what: Part, id: &str) -> Refused {
    Refused::Unknown {
        what,
        id: id.to_owned(),
    }
}
