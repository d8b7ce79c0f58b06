//! Reads the numbers of a deck from its text: strictly, and only what the rules need.
//!
//! Unknown keys are refused, references are resolved, and what could break the rules is not let through.

mod check;
mod error;
mod names;
mod order;
mod raw;

use crate::model::choice::{BySide, Ending, Inducement, Intensity};
use crate::model::place::{At as _, DomainAt, First as _, MAX_CONDITIONS, MAX_DOMAINS, PolicyAt};
use crate::model::scenario::{
    Ask, BroughtUpBy, Card, Condition, Domain, EndingRules, EuropeRules, Event, Market, Measure,
    Policy, PolicyKind, Scenario, SessionRules, Thresholds, ValuePolicy, Weights,
};

use names::Names;
use raw::Raw;

pub use error::ReadError;

/// Reads a deck.
///
/// # Errors
///
/// Says what is wrong first.
pub fn read(text: &str) -> Result<Scenario, ReadError> {
    let raw: Raw = toml::from_str(text)?;
    check::lengths(&raw)?;
    let scenario = scenario(raw)?;
    playable(&scenario)?;
    Ok(scenario)
}

/// Whether the rules can be played with numbers that were changed after they were read.
///
/// # Errors
///
/// Says what is wrong first.
pub fn playable(scenario: &Scenario) -> Result<(), ReadError> {
    check::scenario(scenario)
}

fn scenario(raw: Raw) -> Result<Scenario, ReadError> {
    let names = Names::new(&raw);
    let policies = policies(&raw)?;
    let expected = BySide::new(
        weights(&policies, &raw.session.patron_model)?.patron,
        weights(&policies, &raw.session.client_model)?.client,
    );
    let domain = |id: &str| names.domain(id);
    let conditions = raw.condition.iter().map(condition).collect();
    let (entente, managed) = (&raw.ending.entente, &raw.ending.managed);
    Ok(Scenario {
        session: session(&raw.session),
        start: raw.start.in_order(),
        base: raw.base,
        outside_option: names.role("outside-option")?,
        isolation: names.role("isolation")?,
        leverage: leverage(&raw, &names)?,
        domains: raw.domain.iter().map(self::domain).collect(),
        cards: each(&raw.card, |card| self::card(card, &names))?,
        asks: each(&raw.ask, |ask| self::ask(ask, &names))?,
        events: each(&raw.event, |event| self::event(event, &names))?,
        measures: each(&raw.measure, |measure| self::measure(measure, &names))?,
        intensities: order::in_order(raw.intensity, Intensity::WORDS, "intensity")?,
        over_norm: raw.over_norm,
        inducements: order::in_order(raw.inducement, Inducement::WORDS, "inducement")?,
        contest: raw.contest,
        responses: raw.response.in_order(),
        offer: raw.offer,
        reward: raw.follow_up.reward,
        pocket: raw.follow_up.pocket,
        punish: raw.follow_up.punish,
        back_down: raw.follow_up.back_down,
        hold: raw.follow_up.hold,
        drift: raw.drift,
        grievance: raw.grievance,
        market: Market {
            divisor: raw.market.divisor,
            gain: raw.market.gain,
        },
        market_domain: domain(&raw.market.domain)?,
        stability: raw.stability,
        crisis: raw.crisis,
        breach: raw.breach,
        capture: raw.capture,
        thresholds: Thresholds {
            entente: [entente.stability, entente.trust, entente.autonomy],
            managed: managed.stability,
        },
        endings: Ending::ALL
            .iter()
            .map(|&ending| raw.ending.worth(ending))
            .collect::<Vec<EndingRules>>()
            .try_into()
            .map_err(|_| ReadError::Broken("an ending is missing".to_owned()))?,
        score: raw.score,
        europe: europe(&raw.europe),
        presence_domain: domain(&raw.europe.presence_domain)?,
        id: raw.deck.id,
        conditions,
        policies,
        expected,
    })
}

fn each<T, U>(list: &[T], of: impl Fn(&T) -> Result<U, ReadError>) -> Result<Vec<U>, ReadError> {
    list.iter().map(of).collect()
}

const fn session(raw: &raw::Session) -> SessionRules {
    SessionRules {
        moves: raw.moves,
        moves_spread: raw.moves_spread,
        demands: raw.demands,
        menu: raw.menu,
        given: raw.given,
        effort: raw.effort,
        quiet_events: raw.quiet_events,
    }
}

fn condition(raw: &raw::Condition) -> Condition {
    Condition {
        id: raw.id.clone(),
        start: raw.start,
        endurance: raw.endurance,
        shared_front: raw.shared_front,
        europe: raw.europe,
    }
}

fn domain(raw: &raw::Domain) -> Domain {
    Domain {
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

fn leverage(raw: &Raw, names: &Names) -> Result<[[i32; MAX_DOMAINS]; MAX_CONDITIONS], ReadError> {
    let mut table = [[0; MAX_DOMAINS]; MAX_CONDITIONS];
    for (at, domain) in DomainAt::first(MAX_DOMAINS).zip(&raw.domain) {
        for (id, weight) in &domain.leverage.0 {
            let condition = names.condition(id)?;
            table[condition.index()][at.index()] = i32::try_from(*weight)
                .map_err(|_| ReadError::Broken(format!("leverage {weight} is out of range")))?;
        }
    }
    Ok(table)
}

fn card(raw: &raw::Card, names: &Names) -> Result<Card, ReadError> {
    Ok(Card {
        id: raw.id.clone(),
        domain: names.domain(&raw.domain)?,
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
            (true, _) => BroughtUpBy::Client,
            (false, true) => BroughtUpBy::Either,
            (false, false) => BroughtUpBy::Patron,
        },
        not_before: raw.not_before,
        requires: names.cards(&raw.requires)?,
        excludes: names.cards(&raw.excludes)?,
    })
}

fn ask(raw: &raw::Ask, names: &Names) -> Result<Ask, ReadError> {
    Ok(Ask {
        id: raw.id.clone(),
        price: raw.price,
        change: names.changes(&raw.change)?,
    })
}

fn event(raw: &raw::Event, names: &Names) -> Result<Event, ReadError> {
    Ok(Event {
        id: raw.id.clone(),
        given: names.cards(&raw.given)?,
        not_given: names.cards(&raw.not_given)?,
        at_least: names.changes(&raw.at_least)?,
        at_most: names.changes(&raw.at_most)?,
        change: names.changes(&raw.change)?,
    })
}

fn measure(raw: &raw::Measure, names: &Names) -> Result<Measure, ReadError> {
    let domain = raw.domain.as_deref().map(|id| names.domain(id));
    Ok(Measure {
        id: raw.id.clone(),
        kind: raw.kind,
        unity: raw.unity,
        domain: domain.transpose()?,
        ending: raw.ending,
        change: names.changes(&raw.change)?,
        works: names.changes(&raw.works)?,
        backfires: names.changes(&raw.backfires)?,
        secret: raw.secret,
        leaks: names.changes(&raw.leaks)?,
    })
}

const fn europe(raw: &raw::Europe) -> EuropeRules {
    EuropeRules {
        unity: raw.unity,
        exposure: raw.exposure,
        signal_moves: raw.signal_moves,
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

fn policies(raw: &Raw) -> Result<Vec<Policy>, ReadError> {
    let place = |name: &str| raw.policy.0.iter().position(|(other, _)| other == name);
    raw.policy
        .0
        .iter()
        .map(|(name, policy)| {
            let kind = match policy {
                raw::Policy::Random {} => PolicyKind::Random,
                raw::Policy::Value(weighed) => PolicyKind::Value(value_policy(weighed)?),
                raw::Policy::TitForTat(weighed) => PolicyKind::TitForTat(value_policy(weighed)?),
                raw::Policy::Rollout { base, top, rolls } => PolicyKind::Rollout {
                    base: PolicyAt::new(
                        place(base).ok_or_else(|| ReadError::unknown("policy", base))?,
                    ),
                    top: *top,
                    rolls: *rolls,
                },
            };
            Ok(Policy {
                name: name.clone(),
                kind,
            })
        })
        .collect()
}

fn value_policy(raw: &raw::Weighed) -> Result<ValuePolicy, ReadError> {
    if raw.floor >= Intensity::ALL.len() {
        return Err(ReadError::Broken(format!(
            "there is no intensity {}",
            raw.floor
        )));
    }
    Ok(ValuePolicy {
        lambda: raw.lambda,
        floor: raw.floor,
        patron: raw.patron,
        client: raw.client,
    })
}

/// The weights of the policy that bots take the other side to play by.
fn weights(policies: &[Policy], name: &str) -> Result<BySide<Weights>, ReadError> {
    let policy = policies.iter().find(|policy| policy.name == name);
    let policy = policy.ok_or_else(|| ReadError::unknown("policy", name))?;
    let weighed = policy.kind.weighs();
    Ok(weighed.map_or_else(BySide::default, |policy| {
        BySide::new(policy.patron, policy.client)
    }))
}
