//! Turns a checked raw deck into the rules data that the engine plays.
//!
//! Every reference was resolved and every number ranged by the checks before; what is expected here
//! is what they promise.

use crate::deck::raw::{RawDeck, act, course, place, policy};
use crate::engine::choice::Response;
use crate::engine::scenario as to;

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
        start: start(raw),
        base_trust: raw.base.trust,
        base_credibility: raw.base.credibility,
        outside_option: with_role(place::Role::OutsideOption),
        isolation: with_role(place::Role::Isolation),
        domains: raw.domain.iter().map(|d| domain(raw, d)).collect(),
        cards: raw.card.iter().map(|c| card(raw, c)).collect(),
        conditions,
        events: Vec::new(),
        intensities: array(raw.intensity.iter().map(intensity)),
        over_norm: to::OverNorm {
            trust: raw.over_norm.trust,
            resentment: raw.over_norm.resentment,
        },
        inducements: array(raw.inducement.iter().map(inducement)),
        contest: contest(&raw.contest),
        responses: array(Response::ALL.iter().map(|r| response(&raw.response, *r))),
        deflect_swap: raw.response.deflect.swap,
        hedge_wean: raw.response.hedge.wean,
        hedge_wean_outside_option: raw.response.hedge.wean_outside_option,
        reward: reward(&raw.follow_up.reward),
        pocket: pocket(&raw.follow_up.pocket),
        punish: punish(&raw.follow_up.punish),
        back_down: back_down(&raw.follow_up.back_down),
        hold: hold(&raw.follow_up.hold),
        drift: drift(&raw.drift),
        stability: stability(&raw.stability),
        crisis: crisis(&raw.crisis),
        breach: breach(&raw.breach),
        vassalage: vassalage(&raw.vassalage),
        endings: endings(&raw.ending),
        score: score(&raw.score),
        policies: raw.policy.iter().map(|(n, p)| bot(raw, n, p)).collect(),
    };
    scenario.events = events(raw, &scenario);
    scenario
}

fn array<T, const N: usize>(items: impl Iterator<Item = T>) -> [T; N] {
    let items: Vec<T> = items.collect();
    let Ok(array) = items.try_into() else {
        unreachable!("checked: the list has its fixed length")
    };
    array
}

fn count(number: i64) -> usize {
    usize::try_from(number).expect("checked: not negative")
}

fn small(number: i64) -> u32 {
    u32::try_from(number).expect("checked: not negative and small")
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

const fn start(raw: &RawDeck) -> [i64; 7] {
    let start = &raw.start;
    [
        start.trust,
        start.credibility,
        start.resentment,
        start.autonomy,
        start.endurance,
        start.shared_front,
        start.stability,
    ]
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
        domain: domain.expect("checked: the domain exists"),
        gain: card.gain,
        autonomy_cost: card.autonomy_cost,
        capacity_need: card.capacity_need,
        red_line_weight: card.red_line_weight,
        lock_in: card.lock_in,
        shared_front: card.shared_front,
    }
}

fn events(raw: &RawDeck, scenario: &to::Scenario) -> Vec<to::Event> {
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

const fn contest(raw: &course::Contest) -> to::Contest {
    to::Contest {
        red_line_weight: raw.red_line_weight,
        resentment: raw.resentment,
        autonomy: raw.autonomy,
        outside_option: raw.outside_option,
        breach: raw.breach,
        credibility: raw.credibility,
        scale: raw.scale,
        limit: raw.limit,
        hold: raw.hold,
        slip: raw.slip,
        hold_offer: raw.hold_offer,
        slip_offer: raw.slip_offer,
        slip_resentment: raw.slip_resentment,
        duress: raw.duress,
        concede_strain: raw.concede_strain,
        hold_credibility: raw.hold_credibility,
        argument_limit: raw.argument_limit,
        compliance: raw.compliance,
    }
}

const fn reward(raw: &act::Reward) -> to::Reward {
    to::Reward {
        price: raw.price,
        trust: raw.trust,
        resentment: raw.resentment,
        endurance: raw.endurance,
        endurance_if_met: raw.endurance_if_met,
    }
}

const fn pocket(raw: &act::Pocket) -> to::Pocket {
    to::Pocket {
        unmet_trust: raw.unmet_trust,
        unmet_resentment: raw.unmet_resentment,
        unanswered_credibility: raw.unanswered_credibility,
    }
}

const fn punish(raw: &act::Punish) -> to::Punish {
    to::Punish {
        price: raw.price,
        price_per_intensity: raw.price_per_intensity,
        hit: raw.hit,
        hit_per_intensity: raw.hit_per_intensity,
        hit_divisor: raw.hit_divisor,
        resentment: raw.resentment,
        resentment_per_intensity: raw.resentment_per_intensity,
        trust: raw.trust,
        credibility: raw.credibility,
        shared_front: raw.shared_front,
        wean: raw.wean,
        strain: raw.strain,
    }
}

const fn back_down(raw: &act::BackDown) -> to::BackDown {
    to::BackDown {
        credibility: raw.credibility,
        credibility_per_intensity: raw.credibility_per_intensity,
        resentment: raw.resentment,
        trust: raw.trust,
    }
}

const fn hold(raw: &act::Hold) -> to::HoldRules {
    to::HoldRules {
        trust: raw.trust,
        resentment: raw.resentment,
        credibility: raw.credibility,
    }
}

const fn drift(raw: &course::Drift) -> to::Drift {
    to::Drift {
        endurance_base: raw.endurance_base,
        shared_front_base: raw.shared_front_base,
        autonomy_base: raw.autonomy_base,
        strain: raw.strain,
        strain_breached: raw.strain_breached,
        resentment_divisor: raw.resentment_divisor,
        trust_divisor: raw.trust_divisor,
        credibility_divisor: raw.credibility_divisor,
        autonomy_divisor: raw.autonomy_divisor,
        endurance_divisor: raw.endurance_divisor,
        shared_front_divisor: raw.shared_front_divisor,
        stability_divisor: raw.stability_divisor,
        dividend_divisor: raw.dividend_divisor,
        trend_at: raw.trend_at,
    }
}

const fn stability(raw: &course::Stability) -> to::StabilityWeights {
    to::StabilityWeights {
        trust: raw.trust,
        shared_front: raw.shared_front,
        calm: raw.calm,
        room: raw.room,
        stretch: raw.stretch,
    }
}

const fn crisis(raw: &course::Crisis) -> to::Crisis {
    to::Crisis {
        enter: raw.enter,
        leave: raw.leave,
        resentment: raw.resentment,
        trust: raw.trust,
        rupture_at: raw.rupture_at,
        rupture_moves: raw.rupture_moves,
        exit_at: raw.exit_at,
    }
}

const fn breach(raw: &course::Breach) -> to::Breach {
    to::Breach {
        stability: raw.stability,
        trust: raw.trust,
        resentment: raw.resentment,
        shared_front: raw.shared_front,
        heal: raw.heal,
    }
}

const fn vassalage(raw: &course::Vassalage) -> to::Vassalage {
    to::Vassalage {
        enter: raw.enter,
        leave: raw.leave,
        moves: raw.moves,
        starvation: raw.starvation,
    }
}

const fn score(raw: &course::Score) -> to::Score {
    to::Score {
        patron_stability: raw.patron_stability,
        client_autonomy: raw.client_autonomy,
        client_endurance: raw.client_endurance,
        client_stability: raw.client_stability,
        patron_goal: raw.patron_goal,
        client_goal: raw.client_goal,
    }
}

macro_rules! row {
    ($raw:expr) => {
        to::ResponseRules {
            offer: $raw.offer,
            trust: $raw.trust,
            resentment: $raw.resentment,
            autonomy: $raw.autonomy,
            endurance: $raw.endurance,
            credibility: $raw.credibility,
            shared_front: $raw.shared_front,
            chill: $raw.chill,
        }
    };
}

const fn response(raw: &act::Responses, response: Response) -> to::ResponseRules {
    match response {
        Response::Accept => row!(raw.accept),
        Response::Conditions => row!(raw.conditions),
        Response::Partial => row!(raw.partial),
        Response::Stall => row!(raw.stall),
        Response::Deflect => row!(raw.deflect),
        Response::Hedge => row!(raw.hedge),
        Response::Refuse => row!(raw.refuse),
    }
}

const fn endings(raw: &course::Endings) -> to::Endings {
    to::Endings {
        entente_stability: raw.entente.stability,
        entente_trust: raw.entente.trust,
        entente_autonomy: raw.entente.autonomy,
        managed_stability: raw.managed.stability,
        worth: [
            (raw.rupture.patron, raw.rupture.client),
            (raw.vassalage.patron, raw.vassalage.client),
            (raw.entente.patron, raw.entente.client),
            (raw.managed.patron, raw.managed.client),
            (raw.drift.patron, raw.drift.client),
        ],
    }
}

fn bot(raw: &RawDeck, name: &str, policy: &policy::Policy) -> to::Policy {
    use policy::Policy;
    let kind = match policy {
        Policy::Random {} => to::PolicyKind::Random,
        Policy::Value {
            lambda,
            floor,
            patron,
            client,
        } => to::PolicyKind::Value(value(*lambda, *floor, patron, client)),
        Policy::TitForTat {
            lambda,
            patron,
            client,
        } => to::PolicyKind::TitForTat(value(*lambda, 0, patron, client)),
        Policy::Rollout { base, top, rolls } => {
            let place = raw.policy.iter().position(|(name, _)| name == base);
            to::PolicyKind::Rollout {
                base: place.expect("checked: a policy of that name"),
                top: count(*top),
                rolls: rolls.unsigned_abs(),
            }
        }
        Policy::Fixed {
            reply,
            intensity,
            inducement,
            follow_ups,
        } => to::PolicyKind::Fixed(to::FixedPolicy {
            reply: *reply,
            intensity: intensity.intensity(),
            inducement: *inducement,
            follow_ups: follow_ups.clone(),
        }),
    };
    to::Policy {
        name: name.to_owned(),
        kind,
    }
}

fn value(
    lambda: i64,
    floor: i64,
    patron: &policy::Weights,
    client: &policy::Weights,
) -> to::ValuePolicy {
    to::ValuePolicy {
        lambda,
        floor,
        patron: weights(patron),
        client: weights(client),
    }
}

const fn weights(raw: &policy::Weights) -> to::Weights {
    to::Weights {
        gain: raw.gain,
        trust: raw.trust,
        credibility: raw.credibility,
        resentment: raw.resentment,
        autonomy: raw.autonomy,
        endurance: raw.endurance,
        shared_front: raw.shared_front,
        outlook: raw.outlook,
        strain: raw.strain,
        dependence: raw.dependence,
        danger: raw.danger,
        vassalage: raw.vassalage,
    }
}
