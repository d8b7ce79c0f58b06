//! Turns a checked raw deck into the rules data that the engine plays.
//!
//! Every reference was resolved and every number ranged by the checks before; what is expected here
//! is what they promise.

mod names;
mod number;
mod policy;

use crate::deck::raw::{RawDeck, act, card, course, europe, head, place};
use crate::model::choice::{BySide, Ending, Response};
use crate::model::place::{At as _, DomainAt, First as _, MAX_CONDITIONS, MAX_DOMAINS};
use crate::model::scenario as to;

pub(in crate::deck) use names::Names;
use number::{array, count, small};

/// The rules data of a raw deck that passed all checks.
pub(in crate::deck) fn scenario(raw: &RawDeck) -> to::Scenario {
    let names = Names::new(raw);
    let policies: Vec<to::Policy> = (raw.policy.iter())
        .map(|(name, policy)| policy::bot(raw, name, policy))
        .collect();
    let weights = |name: &str| {
        let bot = policies.iter().find(|policy| policy.name == name);
        bot.and_then(|policy| policy.kind.weighs())
    };
    let patron = weights(&raw.session.patron_model).map(|weighs| weighs.patron);
    let client = weights(&raw.session.client_model).map(|weighs| weighs.client);
    let (entente, managed) = (&raw.ending.entente, &raw.ending.managed);
    to::Scenario {
        id: raw.deck.id.clone(),
        session: session(&raw.session),
        start: raw.start.levels(),
        base: raw.base.rules(),
        conditions: raw.condition.iter().map(condition).collect(),
        outside_option: names.role(place::Role::OutsideOption),
        isolation: names.role(place::Role::Isolation),
        domains: raw.domain.iter().map(domain).collect(),
        leverage: leverage(raw, &names),
        cards: raw.card.iter().map(|c| self::card(c, &names)).collect(),
        written: 0,
        asks: raw.ask.iter().map(|a| ask(a, &names)).collect(),
        events: raw.event.iter().map(|e| event(e, &names)).collect(),
        measures: raw.measure.iter().map(|m| measure(m, &names)).collect(),
        intensities: array(raw.intensity.iter().map(act::Intensity::rules)),
        over_norm: raw.over_norm.rules(),
        inducements: array(raw.inducement.iter().map(act::Inducement::rules)),
        contest: raw.contest.rules(),
        responses: array(Response::ALL.iter().map(|r| raw.response.rules(*r))),
        offer: raw.offer.rules(),
        reward: raw.follow_up.reward.rules(),
        pocket: raw.follow_up.pocket.rules(),
        punish: raw.follow_up.punish.rules(),
        back_down: raw.follow_up.back_down.rules(),
        hold: raw.follow_up.hold.rules(),
        drift: raw.drift.rules(),
        grievance: raw.grievance.rules(),
        market: raw.market.rules(),
        market_domain: names.domain(&raw.market.domain),
        stability: raw.stability.rules(),
        crisis: crisis(&raw.crisis),
        breach: raw.breach.rules(),
        capture: raw.capture.rules(),
        thresholds: to::Thresholds {
            entente: [entente.stability, entente.trust, entente.autonomy],
            managed: managed.stability,
        },
        endings: array(Ending::ALL.iter().map(|e| raw.ending.of(*e).worth)),
        score: raw.score.rules(),
        europe: europe(&raw.europe),
        presence_domain: names.domain(&raw.europe.presence_domain),
        expected: BySide::new(patron.unwrap_or_default(), client.unwrap_or_default()),
        policies: policies.into(),
    }
}

fn session(raw: &head::Session) -> to::SessionRules {
    to::SessionRules {
        moves: small(raw.moves),
        moves_spread: small(raw.moves_spread),
        demands: small(raw.demands),
        menu: to::MenuRules {
            rungs: count(raw.menu.rungs),
            wild: count(raw.menu.wild),
        },
        given: raw.given.rules(),
        effort: raw.effort.rules(),
        quiet_events: count(raw.quiet_events),
    }
}

fn condition(raw: &place::Condition) -> to::Condition {
    to::Condition {
        id: raw.id.clone(),
        start: raw.start,
        endurance: raw.endurance,
        shared_front: raw.shared_front,
        europe: raw.europe,
    }
}

fn domain(raw: &place::Domain) -> to::Domain {
    to::Domain {
        id: raw.id.clone(),
        dependence: raw.dependence,
        capacity: raw.capacity,
        capacity_max: raw.capacity_max,
        restraint_norm: raw.restraint_norm,
        red_line: raw.red_line,
        strain: raw.strain,
        dependence_trend: raw.dependence_trend,
        endurance_support: raw.endurance_support,
    }
}

fn leverage(raw: &RawDeck, names: &Names<'_>) -> [[i32; MAX_DOMAINS]; MAX_CONDITIONS] {
    let mut table = [[0; MAX_DOMAINS]; MAX_CONDITIONS];
    for (at, domain) in DomainAt::first(MAX_DOMAINS).zip(&raw.domain) {
        for (id, percent) in domain.leverage.iter() {
            let percent = i32::try_from(*percent).expect("checked: a percentage");
            table[names.condition(id).index()][at.index()] = percent;
        }
    }
    table
}

fn card(raw: &card::Card, names: &Names<'_>) -> to::Card {
    to::Card {
        id: raw.id.clone(),
        domain: names.domain(&raw.domain),
        gain: raw.gain,
        autonomy_cost: raw.autonomy_cost,
        capacity_need: raw.capacity_need,
        endurance_cost: raw.endurance_cost,
        red_line_weight: raw.red_line_weight,
        lock_in: raw.lock_in,
        shared_front: raw.shared_front,
        indivisible: raw.indivisible,
        repeat: raw.repeat,
        brought_up_by: match (raw.own, raw.offer) {
            (true, _) => to::BroughtUpBy::Client,
            (false, true) => to::BroughtUpBy::Either,
            (false, false) => to::BroughtUpBy::Patron,
        },
        not_before: small(raw.not_before),
        requires: names.cards(&raw.requires),
        excludes: names.cards(&raw.excludes),
    }
}

fn ask(raw: &card::Ask, names: &Names<'_>) -> to::Ask {
    to::Ask {
        id: raw.id.clone(),
        price: raw.price,
        change: names.numbers(&raw.change),
    }
}

fn event(raw: &card::Event, names: &Names<'_>) -> to::Event {
    to::Event {
        id: raw.id.clone(),
        given: names.cards(&raw.given),
        not_given: names.cards(&raw.not_given),
        at_least: names.numbers(&raw.at_least),
        at_most: names.numbers(&raw.at_most),
        change: names.numbers(&raw.change),
    }
}

fn measure(raw: &europe::Measure, names: &Names<'_>) -> to::Measure {
    to::Measure {
        id: raw.id.clone(),
        kind: raw.kind,
        unity: raw.unity,
        domain: raw.domain.as_ref().map(|id| names.domain(id)),
        ending: raw.ending,
        change: names.numbers(&raw.change),
        works: names.numbers(&raw.works),
        backfires: names.numbers(&raw.backfires),
        secret: raw.secret,
        leaks: names.numbers(&raw.leaks),
    }
}

fn crisis(raw: &course::Crisis) -> to::Crisis {
    to::Crisis {
        enter: raw.enter,
        leave: raw.leave,
        break_at: raw.break_at,
        break_moves: raw.break_moves,
        exit_at: raw.exit_at,
        act: to::CrisisAct {
            effort: raw.act.effort,
            price: raw.act.price,
            autonomy: raw.act.autonomy,
            intensity_limit: count(raw.act.intensity_limit),
        },
        alone: raw.alone,
        mediated: raw.mediated,
        both: raw.both,
    }
}

fn europe(raw: &europe::Europe) -> to::EuropeRules {
    to::EuropeRules {
        unity: raw.unity.rules(),
        exposure: raw.exposure,
        signal_moves: u8::try_from(raw.signal_moves).expect("checked: at most 64"),
        signal_price: raw.signal_price,
        works_at: raw.works_at,
        backfires_at: raw.backfires_at,
        compliance_step: raw.compliance_step,
        plan_relief: raw.plan_relief,
        presence: raw.presence,
        joint_front: raw.joint_front,
        unity_left: raw.unity_left,
        leaks_at: raw.leaks_at,
    }
}
