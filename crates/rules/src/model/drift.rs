//! The end of a move: everything drifts, and stability follows what supports it (rules 15).

use crate::model::arithmetic::{level, rounded};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::place::ConditionAt;
use crate::model::position::Position;

/// Lets every gauge drift by one move; returns the market discount.
pub fn drift(books: &mut Books<'_, Position, impl Ledger>) -> i64 {
    domains(books);
    let discount = market_discount(books);
    endurance(books, discount);
    let scenario = books.scenario;
    let rules = &scenario.drift;
    let common: i64 = conditions(books)
        .map(|(at, value)| scenario.conditions[at].shared_front * (value - 50))
        .sum();
    let target = level(rules.shared_front_base + rounded(common, 100));
    pull(
        books,
        Gauge::SharedFront,
        target,
        rules.shared_front_divisor,
        Reason::Pull,
    );
    let target = level(rules.autonomy_base - books.position.mean_leverage(scenario));
    pull(
        books,
        Gauge::Autonomy,
        target,
        rules.autonomy_divisor,
        Reason::Pull,
    );
    let target = books.position.grievance(scenario);
    pull(
        books,
        Gauge::Resentment,
        target,
        rules.resentment_divisor,
        Reason::Grievance,
    );
    let base = &scenario.base;
    pull(
        books,
        Gauge::Trust,
        base.trust,
        rules.trust_divisor,
        Reason::Pull,
    );
    pull(
        books,
        Gauge::Credibility,
        base.credibility,
        rules.credibility_divisor,
        Reason::Pull,
    );
    for (at, condition) in scenario.conditions.placed() {
        let gauge = Gauge::Condition(at);
        let step = (condition.start - books.get(gauge)).signum();
        books.add(gauge, step, Reason::Settling);
    }
    discount
}

/// The conditions with their values.
fn conditions<'a>(
    books: &'a Books<'_, Position, impl Ledger>,
) -> impl Iterator<Item = (ConditionAt, i64)> + 'a {
    let places = books.scenario.conditions.places();
    places.map(|at| (at, books.get(Gauge::Condition(at))))
}

fn pull(
    books: &mut Books<'_, Position, impl Ledger>,
    gauge: Gauge,
    target: i64,
    divisor: i64,
    because: Reason,
) {
    let step = rounded(target - books.get(gauge), divisor);
    books.add(gauge, step, because);
}

/// Strain fades, capacity regrows (slowly where endurance is low), isolation deepens dependence, and
/// signals run out.
fn domains(books: &mut Books<'_, Position, impl Ledger>) {
    let scenario = books.scenario;
    let rules = &scenario.drift;
    let isolated = books.position.isolation(scenario) >= rules.trend_at;
    let endurance = books.get(Gauge::Endurance);
    for at in scenario.domains() {
        let domain = scenario.domain(at);
        let above = books.get(Gauge::Strain(at)) - domain.strain;
        if above > 0 {
            let fading = rules.strain.min(above);
            books.add(Gauge::Strain(at), -fading, Reason::Fading);
        }
        let spent = domain.capacity_max - books.get(Gauge::Capacity(at));
        let grown = rounded(spent.max(0) * endurance, rules.capacity_divisor);
        books.add(Gauge::Capacity(at), grown, Reason::Regrowth);
        if isolated {
            let trend = domain.dependence_trend;
            books.add(Gauge::Dependence(at), trend, Reason::Isolation);
        }
        let signal = books.position.signal(at);
        books.position.set_signal(at, signal.saturating_sub(1));
    }
}

/// The buyer profits from isolation without asking.
fn market_discount(books: &mut Books<'_, Position, impl Ledger>) -> i64 {
    let scenario = books.scenario;
    let pressed = (books.position.isolation(scenario) - 50).max(0);
    let leverage = books.position.leverage(scenario.market_domain);
    let discount = rounded(pressed * leverage, scenario.market.divisor);
    let gain = rounded(discount * scenario.market.gain, 10);
    books.add(Gauge::Gains, gain, Reason::MarketDiscount);
    discount
}

/// Endurance follows what the client lives on: what conditions allow, what the partnership pays, and
/// what has not been given away. The pull never passes its target, so that one sum and two steps give
/// the same.
fn endurance(books: &mut Books<'_, Position, impl Ledger>, discount: i64) {
    let scenario = books.scenario;
    let rules = &scenario.drift;
    let weathered: i64 = conditions(books)
        .map(|(at, value)| rounded(scenario.conditions[at].endurance * (value - 50), 100))
        .sum();
    let stability = books.get(Gauge::Stability);
    let paid: i64 = scenario
        .domains()
        .map(|at| {
            let support = scenario.domain(at).endurance_support;
            rounded(
                support * books.get(Gauge::Dependence(at)) * stability,
                10_000,
            )
        })
        .sum();
    let kept = books.position.mean_capacity(scenario) - 50;
    let lived_on = rounded(rules.endurance_capacity * kept, 100);
    let target = level(rules.endurance_base + weathered + paid + lived_on);
    pull(
        books,
        Gauge::Endurance,
        target,
        rules.endurance_divisor,
        Reason::Pull,
    );
    books.add(Gauge::Endurance, -discount, Reason::MarketDiscount);
}

/// Stability moves towards what supports it, and the shared front pays its dividend.
pub fn stability_step(books: &mut Books<'_, Position, impl Ledger>) {
    let scenario = books.scenario;
    let rules = &scenario.drift;
    let target = books.position.supported_stability(scenario);
    pull(
        books,
        Gauge::Stability,
        target,
        rules.stability_divisor,
        Reason::Supported,
    );
    let front = books.get(Gauge::SharedFront) * books.get(Gauge::Stability);
    let dividend = rounded(front, rules.dividend_divisor);
    books.add(Gauge::Gains, dividend, Reason::Dividend);
}
