//! Turns a checked raw deck into the rules data that the engine plays.
//!
//! Every reference was resolved and every number ranged by the checks before; what is expected here
//! is what they promise.

mod course;
mod number;
mod policy;

use crate::deck::raw::{RawDeck, act, place};
use crate::engine::at::{At as _, DomainAt, EventAt, Listed};
use crate::engine::choice::Response;
use crate::engine::scenario as to;

use number::{array, count, small};

/// The rules data of a raw deck that passed all checks.
pub(in crate::deck) fn scenario(raw: &RawDeck) -> to::Scenario {
    let conditions: Vec<to::Condition> = raw.condition.iter().map(condition).collect();
    let with_role = |role| {
        let place = raw.condition.iter().position(|c| c.role == Some(role));
        u8::try_from(place.expect("checked: each role is given once")).expect("at most eight")
    };
    let mut scenario = to::Scenario {
        id: raw.deck.id.clone(),
        session: session(raw),
        start: raw.start.levels(),
        base_trust: raw.base.trust,
        base_credibility: raw.base.credibility,
        written: 0,
        outside_option: with_role(place::Role::OutsideOption),
        isolation: with_role(place::Role::Isolation),
        domains: raw.domain.iter().map(|d| domain(raw, d)).collect(),
        cards: raw.card.iter().map(|c| card(raw, c)).collect(),
        conditions,
        events: Vec::new().into(),
        intensities: array(raw.intensity.iter().map(intensity)),
        over_norm: to::OverNorm {
            trust: raw.over_norm.trust,
            resentment: raw.over_norm.resentment,
        },
        inducements: array(raw.inducement.iter().map(inducement)),
        contest: course::contest(&raw.contest),
        responses: array(
            Response::ALL
                .iter()
                .map(|r| course::response(&raw.response, *r)),
        ),
        deflect_swap: raw.response.deflect.swap,
        hedge_wean: raw.response.hedge.wean,
        hedge_wean_outside_option: raw.response.hedge.wean_outside_option,
        reward: course::reward(&raw.follow_up.reward),
        pocket: course::pocket(&raw.follow_up.pocket),
        punish: course::punish(&raw.follow_up.punish),
        back_down: course::back_down(&raw.follow_up.back_down),
        hold: course::hold(&raw.follow_up.hold),
        drift: course::drift(&raw.drift),
        stability: course::stability(&raw.stability),
        crisis: course::crisis(&raw.crisis),
        breach: course::breach(&raw.breach),
        vassalage: course::vassalage(&raw.vassalage),
        endings: course::endings(&raw.ending),
        score: course::score(&raw.score),
        policies: raw
            .policy
            .iter()
            .map(|(n, p)| policy::bot(raw, n, p))
            .collect(),
    };
    scenario.events = events(raw, &scenario);
    scenario
}

fn session(raw: &RawDeck) -> to::SessionRules {
    let session = &raw.session;
    let model = raw
        .policy
        .iter()
        .position(|(name, _)| name == session.client_model);
    to::SessionRules {
        moves: small(session.moves),
        moves_spread: small(session.moves_spread),
        hand: count(session.hand),
        demands: small(session.demands),
        effort_start: session.effort.start,
        effort_gain: session.effort.gain,
        effort_max: session.effort.max,
        quiet_events: count(session.quiet_events),
        client_model: model.expect("checked: a policy of that name"),
    }
}

fn condition(raw: &place::Condition) -> to::Condition {
    to::Condition {
        id: raw.id.clone(),
        name: crate::deck::plain(&raw.name),
        start: raw.start,
        endurance: raw.endurance,
        shared_front: raw.shared_front,
    }
}

fn domain(raw: &RawDeck, domain: &place::Domain) -> to::Domain {
    let percent = |id: &str| domain.leverage.get(id).copied().unwrap_or(0);
    to::Domain {
        id: domain.id.clone(),
        name: crate::deck::plain(&domain.name),
        dependence: domain.dependence,
        capacity: domain.capacity,
        capacity_max: domain.capacity_max,
        capacity_regrowth: domain.capacity_regrowth,
        restraint_norm: domain.restraint_norm,
        red_line: domain.red_line,
        strain: domain.strain,
        dependence_trend: domain.dependence_trend,
        endurance_support: domain.endurance_support,
        leverage: raw.condition.iter().map(|c| percent(&c.id)).collect(),
    }
}

fn card(raw: &RawDeck, card: &crate::deck::raw::card::Card) -> to::Card {
    let domain = raw.domain.iter().position(|d| d.id == card.domain);
    to::Card {
        id: card.id.clone(),
        title: crate::deck::plain(&card.title),
        domain: DomainAt::new(domain.expect("checked: the domain exists")),
        gain: card.gain,
        autonomy_cost: card.autonomy_cost,
        capacity_need: card.capacity_need,
        red_line_weight: card.red_line_weight,
        lock_in: card.lock_in,
        shared_front: card.shared_front,
    }
}

fn events(raw: &RawDeck, scenario: &to::Scenario) -> Listed<EventAt, to::Event> {
    let gauge = |word| scenario.gauge_from_word(word);
    raw.event
        .iter()
        .map(|event| to::Event {
            id: event.id.clone(),
            title: crate::deck::plain(&event.title),
            change: event
                .change
                .iter()
                .map(|(word, delta)| (gauge(word).expect("checked: a gauge"), *delta))
                .collect(),
        })
        .collect()
}

const fn intensity(raw: &act::Intensity) -> to::IntensityRules {
    to::IntensityRules {
        effort: raw.effort,
        scope: raw.scope,
        push: raw.push,
        trust: raw.trust,
        resentment: raw.resentment,
        strain: raw.strain,
    }
}

const fn inducement(raw: &act::Inducement) -> to::InducementRules {
    to::InducementRules {
        price: raw.price,
        relief: raw.relief,
        softening: raw.softening,
        push: raw.push,
    }
}
