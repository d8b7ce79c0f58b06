//! What must hold of a deck's numbers so that the rules cannot break on them.

use thiserror::Error;

use crate::model::choice::{Band, MeasureKind, Response};
use crate::model::place::{CardAt, First as _, MAX_EVENTS};
use crate::model::scenario::{self, Scenario};

/// What the rules would break on: which number, and what must hold of it.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct Unplayable(String);

/// Moves a session may last; the addresses of luck leave room for no more than this.
const LONGEST_SESSION: u32 = 64;
/// Demands a move may hold: the addresses of the dice have eight places a move.
const MOST_DEMANDS: u32 = 8;

fn must(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), Unplayable> {
    if holds {
        Ok(())
    } else {
        Err(Unplayable(otherwise()))
    }
}

/// Whether the rules can be played with these numbers, as where one was changed after a deck was checked.
///
/// # Errors
///
/// Says what is wrong first.
pub fn playable(scenario: &Scenario) -> Result<(), Unplayable> {
    session(scenario)?;
    divisors(scenario)?;
    cards(scenario)?;
    for &response in Response::ALL {
        let row = scenario.response(response);
        let [floor, offer, ceiling] =
            [Band::Hold, Band::AsOffered, Band::Slip].map(|band| row.offered(band));
        must(0 <= floor && floor <= offer && offer <= ceiling, || {
            format!("response.{response}: floor, offer and ceiling must rise")
        })?;
    }
    for measure in &scenario.measures {
        let complete = match measure.kind {
            MeasureKind::Signal => measure.domain.is_some(),
            MeasureKind::Prepare => measure.ending.is_some(),
            MeasureKind::Sanction
            | MeasureKind::Engage
            | MeasureKind::Hedge
            | MeasureKind::Watch
            | MeasureKind::Mediate => true,
        };
        must(complete && measure.unity >= 0, || {
            format!(
                "measure `{}`: a signal needs a domain, a plan an ending",
                measure.id
            )
        })?;
    }
    let europe = &scenario.europe;
    must(europe.works_at > europe.backfires_at, || {
        "europe.works_at must lie above backfires_at".to_owned()
    })
}

fn session(scenario: &Scenario) -> Result<(), Unplayable> {
    let rules = &scenario.session;
    must(
        rules.moves > rules.moves_spread && rules.longest() <= LONGEST_SESSION,
        || format!("session.moves: a session lasts 1 to {LONGEST_SESSION} moves"),
    )?;
    must((1..=MOST_DEMANDS).contains(&rules.demands), || {
        format!("session.demands: 1 to {MOST_DEMANDS} a move")
    })?;
    must(rules.quiet_events <= MAX_EVENTS, || {
        "session.quiet_events: too many".to_owned()
    })?;
    let bases = scenario.policies.iter().all(|policy| match policy.kind {
        scenario::PolicyKind::Rollout { base, .. } => scenario.policy(base).kind.weighs().is_some(),
        scenario::PolicyKind::Random
        | scenario::PolicyKind::Value(_)
        | scenario::PolicyKind::TitForTat(_)
        | scenario::PolicyKind::Fixed(_) => true,
    });
    must(bases, || {
        "a rollout policy must build on one with weights".to_owned()
    })
}

fn divisors(scenario: &Scenario) -> Result<(), Unplayable> {
    let (contest, drift) = (&scenario.contest, &scenario.drift);
    for (name, divisor) in [
        ("contest.credibility", contest.credibility),
        ("contest.resentment", contest.resentment),
        ("contest.autonomy", contest.autonomy),
        ("contest.endurance", contest.endurance),
        ("contest.scale", contest.scale),
        ("contest.duress", contest.duress),
        ("contest.concede_strain", contest.concede_strain),
        ("follow_up.punish.hit_divisor", scenario.punish.hit_divisor),
        ("market.divisor", scenario.market.divisor),
        ("drift.resentment_divisor", drift.resentment_divisor),
        ("drift.trust_divisor", drift.trust_divisor),
        ("drift.credibility_divisor", drift.credibility_divisor),
        ("drift.autonomy_divisor", drift.autonomy_divisor),
        ("drift.endurance_divisor", drift.endurance_divisor),
        ("drift.shared_front_divisor", drift.shared_front_divisor),
        ("drift.stability_divisor", drift.stability_divisor),
        ("drift.capacity_divisor", drift.capacity_divisor),
        ("drift.dividend_divisor", drift.dividend_divisor),
    ] {
        must(divisor > 0, || {
            format!("{name} divides, and must be above 0")
        })?;
    }
    let lean = scenario.response(Response::Hedge).wean_outside_option;
    must(lean >= 0 && contest.limit >= 0, || {
        "response.hedge.wean_outside_option and contest.limit must not be below 0".to_owned()
    })
}

fn cards(scenario: &Scenario) -> Result<(), Unplayable> {
    for card in &scenario.cards {
        must(card.capacity_need > 0 && card.red_line_weight >= 0, || {
            let id = &card.id;
            format!("card `{id}`: capacity_need must be above 0, red_line_weight not below")
        })?;
        must(
            card.brought_up_by != scenario::BroughtUpBy::Client || !card.indivisible,
            || {
                format!(
                    "card `{}`: what the client brings up itself is divisible",
                    card.id
                )
            },
        )?;
    }
    for domain in scenario.domains() {
        let free = |card: &&scenario::Card| card.domain == domain && card.requires.is_empty();
        must(scenario.cards.iter().any(|card| free(&card)), || {
            let id = &scenario.domain(domain).id;
            format!("domain `{id}`: at least one card must require no other")
        })?;
    }
    let largest = scenario.cards.iter().map(|card| card.gain).max();
    for ask in &scenario.asks {
        must(10 * ask.price < 90 * largest.unwrap_or(0), || {
            format!("ask `{}`: its price exceeds what any card brings", ask.id)
        })?;
    }
    must(is_acyclic(scenario), || {
        "cards require each other in a circle".to_owned()
    })
}

/// Whether every card could be opened in some order.
fn is_acyclic(scenario: &Scenario) -> bool {
    let mut opened = crate::model::card_set::CardSet::default();
    for _ in &scenario.cards {
        for (place, card) in CardAt::first(scenario.cards.len()).zip(&scenario.cards) {
            if opened.contains_all(&card.requires) {
                opened.insert(place);
            }
        }
    }
    opened.len() == scenario.cards.len()
}
