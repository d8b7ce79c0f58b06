//! The cliff: strain that reaches a red line (rules 9).

use crate::engine::gauge::Gauge;
use crate::engine::gauges::Gauges;
use crate::engine::ledger::{Ledger, Reason};
use crate::engine::position::Position;
use crate::engine::scenario::Scenario;
use crate::model::place::DomainAt;

/// Crosses every red line that strain has reached; returns how many were crossed now.
pub fn cross(scenario: &Scenario, position: &mut Position, ledger: &mut impl Ledger) -> usize {
    let mut crossed = 0;
    for domain in scenario.domains.places() {
        let reached = position.get(Gauge::Strain(domain)) >= position.crossing(scenario, domain);
        if position.breached[domain] || !reached {
            continue;
        }
        crossed += 1;
        position.breached[domain] = true;
        shock(scenario, position, domain, ledger);
    }
    crossed
}

/// What crossing a domain's red line does, wherever that line lies.
pub fn shock(
    scenario: &Scenario,
    position: &mut impl Gauges,
    domain: DomainAt,
    ledger: &mut impl Ledger,
) {
    let rules = &scenario.breach;
    let because = Reason::RedLine(domain);
    position.add(Gauge::Stability, -rules.stability, because, ledger);
    position.add(Gauge::Trust, -rules.trust, because, ledger);
    position.add(Gauge::Resentment, rules.resentment, because, ledger);
    position.add(Gauge::SharedFront, -rules.shared_front, because, ledger);
}
