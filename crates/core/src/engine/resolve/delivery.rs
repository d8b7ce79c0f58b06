//! Tabling friction and delivery: what one demand and its response do (rules 4 and 7).

use crate::engine::choice::{Band, Intensity, Response};
use crate::engine::gauge::Gauge;
use crate::engine::gauges::Gauges;
use crate::engine::ledger::{Ledger, Reason};
use crate::engine::position::Position;
use crate::engine::resolve::contest::{Demand, MET, Reply, offer};
use crate::engine::scenario::Scenario;
use crate::model::arithmetic::rounded;
use crate::model::place::{At as _, CardAt, DomainAt};

/// Whether the client may answer a demand on `card` by deflecting to `to`.
pub fn may_deflect(scenario: &Scenario, position: &Position, card: CardAt, to: DomainAt) -> bool {
    let card = &scenario.cards[card];
    let needed = scenario.response(Response::Deflect).offer * card.capacity_need;
    to.index() < scenario.domains.len()
        && to != card.domain
        && 100 * position.get(Gauge::Capacity(to)) >= needed
}

/// The legal replies to a demand on `card`, in canonical order, deflect expanded by domain.
pub fn legal_replies(
    scenario: &Scenario,
    position: &Position,
    card: CardAt,
) -> impl Iterator<Item = Reply> + Clone {
    let deflected = scenario
        .domains
        .places()
        .filter(move |&to| may_deflect(scenario, position, card, to))
        .map(|to| Reply {
            response: Response::Deflect,
            to: Some(to),
        });
    let place = Response::Deflect.index();
    let plain = |response: &Response| Reply::plain(*response);
    let before = Response::ALL[..place].iter().map(plain);
    let after = Response::ALL[place + 1..].iter().map(plain);
    before.chain(deflected).chain(after)
}

/// Plays out one demand: friction, band, delivery and the response's own effects. Returns the offer made.
///
/// `slot` is the demand's place in the move; the follow-up and the red-line check come after.
pub fn resolve(
    scenario: &Scenario,
    position: &mut impl Gauges,
    demand: Demand,
    reply: Reply,
    band: Band,
    slot: i64,
    ledger: &mut impl Ledger,
) -> i64 {
    let domain = scenario.cards[demand.card].domain;
    let leverage = position.leverage(scenario, domain);
    table(scenario, position, demand, slot, ledger);
    deliver(scenario, position, demand, reply, band, leverage, ledger)
}

/// What the response and its band do to a demand that lies on the table (rules 5 to 7). Returns the offer made.
///
/// `leverage` is that of the domain before the demand was tabled.
pub fn deliver(
    scenario: &Scenario,
    position: &mut impl Gauges,
    demand: Demand,
    reply: Reply,
    band: Band,
    leverage: i64,
    ledger: &mut impl Ledger,
) -> i64 {
    let offer = offer(scenario, reply.response, band);
    match band {
        Band::Hold => {
            position.add(
                Gauge::Credibility,
                scenario.contest.hold_credibility,
                Reason::Held,
                ledger,
            );
        }
        Band::Slip => {
            position.add(
                Gauge::Resentment,
                scenario.contest.slip_resentment,
                Reason::Slip,
                ledger,
            );
        }
        Band::AsOffered => {}
    }
    concede(scenario, position, demand, reply, offer, ledger);
    answer(scenario, position, demand, reply.response, leverage, ledger);
    if offer >= MET {
        comply(scenario, position, demand, ledger);
    }
    offer
}

/// The friction of asking at all (rules 4).
pub fn table(
    scenario: &Scenario,
    position: &mut impl Gauges,
    demand: Demand,
    slot: i64,
    ledger: &mut impl Ledger,
) {
    let card = &scenario.cards[demand.card];
    let rules = scenario.intensity(demand.intensity);
    let norm = scenario.domains[card.domain].restraint_norm;
    let over = (demand.intensity.steps() - norm).max(0) + slot;
    let grievance = rules.resentment + scenario.over_norm.resentment * over
        - scenario.inducement(demand.inducement).softening;
    position.add(
        Gauge::Trust,
        -(rules.trust + scenario.over_norm.trust * over),
        Reason::Tabling,
        ledger,
    );
    position.add(Gauge::Resentment, grievance.max(0), Reason::Tabling, ledger);
    position.add(
        Gauge::Strain(card.domain),
        rounded(card.red_line_weight * rules.strain, 10),
        Reason::Tabling,
        ledger,
    );
    if demand.intensity == Intensity::Probe {
        position.learn_red_line(card.domain);
    }
}

/// What is handed over, and what that costs the client (rules 7, first half).
fn concede(
    scenario: &Scenario,
    position: &mut impl Gauges,
    demand: Demand,
    reply: Reply,
    offer: i64,
    ledger: &mut impl Ledger,
) {
    let rules = &scenario.contest;
    let card = &scenario.cards[demand.card];
    let domain = card.domain;
    let payer = reply.to.unwrap_or(domain);
    let trusting = 100 * rules.compliance + (100 - rules.compliance) * position.get(Gauge::Trust);
    let asked = scenario.intensity(demand.intensity).scope;
    let mut given = rounded(offer * asked * trusting, 1_000_000);
    let affordable = 100 * position.get(Gauge::Capacity(payer));
    if given * card.capacity_need > affordable {
        given = affordable / card.capacity_need;
    }
    if given == 0 {
        return;
    }
    let because = Reason::Concession;
    position.add(
        Gauge::Gains,
        rounded(card.gain * given, 10),
        because,
        ledger,
    );
    position.add(
        Gauge::Capacity(payer),
        -rounded(card.capacity_need * given, 100),
        because,
        ledger,
    );
    if reply.response == Response::Deflect {
        let cost = rounded(card.autonomy_cost * given * scenario.deflect_swap, 10_000);
        position.add(Gauge::Autonomy, -cost, because, ledger);
        return;
    }
    let steps = demand.intensity.steps();
    let duress = rounded(card.autonomy_cost * given * steps, rules.duress);
    position.add(
        Gauge::Autonomy,
        -rounded(card.autonomy_cost * given, 100),
        because,
        ledger,
    );
    position.add(
        Gauge::Dependence(domain),
        rounded(card.lock_in * given, 100),
        because,
        ledger,
    );
    position.add(
        Gauge::SharedFront,
        rounded(card.shared_front * given, 100),
        because,
        ledger,
    );
    position.add(Gauge::Resentment, duress, Reason::Duress, ledger);
    position.add(
        Gauge::Strain(domain),
        rounded(card.red_line_weight * given, rules.concede_strain),
        because,
        ledger,
    );
}

/// The response's own row of the table (rules 5), and the chill of not complying.
fn answer(
    scenario: &Scenario,
    position: &mut impl Gauges,
    demand: Demand,
    response: Response,
    leverage: i64,
    ledger: &mut impl Ledger,
) {
    let row = scenario.response(response);
    let because = Reason::Response;
    position.add(Gauge::Trust, row.trust, because, ledger);
    position.add(Gauge::Resentment, row.resentment, because, ledger);
    position.add(Gauge::Autonomy, row.autonomy, because, ledger);
    position.add(Gauge::Credibility, row.credibility, because, ledger);
    position.add(Gauge::SharedFront, row.shared_front, because, ledger);
    let chill = rounded(row.chill * leverage * demand.intensity.steps(), 100);
    let because = if chill == 0 {
        Reason::Response
    } else {
        Reason::Chill
    };
    position.add(Gauge::Endurance, row.endurance - chill, because, ledger);
    if response == Response::Hedge {
        let option = position.outside_option(scenario);
        let shed = scenario.hedge_wean + rounded(option, scenario.hedge_wean_outside_option);
        let domain = scenario.cards[demand.card].domain;
        position.add(Gauge::Dependence(domain), -shed, Reason::Hedging, ledger);
    }
}

/// The promise is paid, and pressure is seen to work (rules 7, end).
fn comply(
    scenario: &Scenario,
    position: &mut impl Gauges,
    demand: Demand,
    ledger: &mut impl Ledger,
) {
    let promise = scenario.inducement(demand.inducement);
    position.add(Gauge::Gains, -promise.price, Reason::Inducement, ledger);
    position.add(Gauge::Endurance, promise.relief, Reason::Inducement, ledger);
    if demand.intensity.threatens() {
        let steps = demand.intensity.steps();
        position.add(
            Gauge::Credibility,
            steps - 1,
            Reason::PressureWorked,
            ledger,
        );
    }
}
