//! The end of a move: everything drifts, and stability follows what supports it (rules 10).

use crate::engine::gauge::Gauge;
use crate::engine::ledger::{Ledger, Reason};
use crate::engine::position::Position;
use crate::engine::scenario::Scenario;
use crate::model::arithmetic::{level, rounded};

/// Endurance under which the client is exhausted and loses freedom of action (fixed by rules 10).
const EXHAUSTED: i64 = 10;

/// Lets every gauge drift by one move; `in_crisis` is the regime at the start of the drift.
pub fn drift(
    scenario: &Scenario,
    position: &mut Position,
    in_crisis: bool,
    ledger: &mut impl Ledger,
) {
    domains(scenario, position, ledger);
    let rules = &scenario.drift;

    let pressed: i64 = (0u8..)
        .zip(&scenario.conditions)
        .map(|(c, condition)| {
            rounded(
                condition.endurance * (position.get(Gauge::Condition(c)) - 50),
                100,
            )
        })
        .sum();
    let stability = position.get(Gauge::Stability);
    let supported: i64 = scenario
        .domains
        .placed()
        .map(|(d, domain)| {
            rounded(
                domain.endurance_support * position.get(Gauge::Dependence(d)) * stability,
                10_000,
            )
        })
        .sum();
    let target = level(rules.endurance_base + pressed + supported);
    pull(
        position,
        Gauge::Endurance,
        target,
        rules.endurance_divisor,
        ledger,
    );

    let common: i64 = (0u8..)
        .zip(&scenario.conditions)
        .map(|(c, condition)| condition.shared_front * (position.get(Gauge::Condition(c)) - 50))
        .sum();
    let target = level(rules.shared_front_base + rounded(common, 100));
    pull(
        position,
        Gauge::SharedFront,
        target,
        rules.shared_front_divisor,
        ledger,
    );

    let count = i64::try_from(scenario.domains.len()).unwrap_or(1).max(1);
    let leverage = scenario
        .domains
        .places()
        .map(|d| position.leverage(scenario, d))
        .sum();
    let target = level(rules.autonomy_base - rounded(leverage, count));
    pull(
        position,
        Gauge::Autonomy,
        target,
        rules.autonomy_divisor,
        ledger,
    );
    if position.get(Gauge::Endurance) < EXHAUSTED {
        position.add(
            Gauge::Autonomy,
            -scenario.vassalage.starvation,
            Reason::Exhaustion,
            ledger,
        );
    }

    moods(scenario, position, in_crisis, ledger);
    for (c, condition) in (0u8..).zip(&scenario.conditions) {
        let gauge = Gauge::Condition(c);
        let step = (condition.start - position.get(gauge)).signum();
        position.add(gauge, step, Reason::Settling, ledger);
    }
}

fn domains(scenario: &Scenario, position: &mut Position, ledger: &mut impl Ledger) {
    let rules = &scenario.drift;
    let isolated = position.get(Gauge::Condition(scenario.isolation)) >= rules.trend_at;
    for (d, domain) in scenario.domains.placed() {
        let fading = if position.breached[d] {
            rules.strain_breached
        } else {
            rules.strain
        };
        position.add(Gauge::Strain(d), -fading, Reason::Fading, ledger);
        let healed = position.crossing(scenario, d) - scenario.breach.heal;
        if position.breached[d] && position.get(Gauge::Strain(d)) <= healed {
            position.breached[d] = false;
        }
        let now = position.get(Gauge::Capacity(d));
        let grown = (now + domain.capacity_regrowth).min(domain.capacity_max.max(now));
        position.add(Gauge::Capacity(d), grown - now, Reason::Regrowth, ledger);
        if isolated {
            position.add(
                Gauge::Dependence(d),
                domain.dependence_trend,
                Reason::Isolation,
                ledger,
            );
        }
    }
}

fn moods(scenario: &Scenario, position: &mut Position, in_crisis: bool, ledger: &mut impl Ledger) {
    let rules = &scenario.drift;
    let grievance = rounded(100 - position.get(Gauge::Autonomy), 3);
    let drawn = rounded(
        grievance - position.get(Gauge::Resentment),
        rules.resentment_divisor,
    );
    let (because, heat) = if in_crisis {
        (Reason::Crisis, scenario.crisis.resentment)
    } else {
        (Reason::Pull, 0)
    };
    position.add(Gauge::Resentment, drawn + heat, because, ledger);
    let trust = if in_crisis {
        -scenario.crisis.trust
    } else {
        rounded(
            scenario.base_trust - position.get(Gauge::Trust),
            rules.trust_divisor,
        )
    };
    position.add(Gauge::Trust, trust, because, ledger);
    let target = scenario.base_credibility;
    pull(
        position,
        Gauge::Credibility,
        target,
        rules.credibility_divisor,
        ledger,
    );
}

fn pull(
    position: &mut Position,
    gauge: Gauge,
    target: i64,
    divisor: i64,
    ledger: &mut impl Ledger,
) {
    let step = rounded(target - position.get(gauge), divisor);
    position.add(gauge, step, Reason::Pull, ledger);
}

/// Stability moves towards what supports it, and the shared front pays its dividend (rules 10).
pub fn stability_step(scenario: &Scenario, position: &mut Position, ledger: &mut impl Ledger) {
    let supported = position.supported_stability(scenario);
    let rules = &scenario.drift;
    let step = rounded(
        supported - position.get(Gauge::Stability),
        rules.stability_divisor,
    );
    position.add(Gauge::Stability, step, Reason::Supported, ledger);
    let front = position.get(Gauge::SharedFront) * position.get(Gauge::Stability);
    position.add(
        Gauge::Gains,
        rounded(front, rules.dividend_divisor),
        Reason::Dividend,
        ledger,
    );
}
