//! A demand and its answer: friction, what may be answered, and what is handed over (rules 9.2, 10.2 and 12).

#![expect(
    clippy::inline_always,
    reason = "what bots weigh stays in registers only where no call takes its address"
)]

use crate::model::arithmetic::rounded;
use crate::model::choice::{Band, Demand, Intensity, Reply, Response, is_met};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::place::CardAt;
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;

/// Percent of a card that is given from which an indivisible one changes hands.
const WHOLE_FROM: i64 = 50;

/// Percent of a card that a demand asks for: an indivisible one is asked for whole, except by a probe.
#[inline]
pub fn asked(scenario: &Scenario, card: CardAt, intensity: Intensity) -> i64 {
    if scenario.card(card).indivisible && intensity != Intensity::Probe {
        100
    } else {
        scenario.intensity(intensity).scope
    }
}

/// The legal replies to a demand, in canonical order, deflect by the order of the menu (rules 10.2).
///
/// What cannot be paid cannot be offered.
pub fn legal_replies<'a>(
    scenario: &'a Scenario,
    position: &'a Position,
    progress: &'a Progress,
    menu: &'a [CardAt],
    card: CardAt,
    intensity: Intensity,
) -> impl Iterator<Item = Reply> + Clone + 'a {
    let rules = scenario.card(card);
    let asked = asked(scenario, card, intensity);
    let can_pay = move |response: Response, card: CardAt, asked: i64| {
        let rules = scenario.card(card);
        let price = rules.capacity_need * scenario.response(response).offer * asked;
        price <= 10_000 * position.get(Gauge::Capacity(rules.domain))
    };
    let left = if rules.repeat {
        asked
    } else {
        asked.min(100 - progress.given(card))
    };
    let gives = move |response: &Response| match response {
        Response::Partial => !rules.indivisible && can_pay(*response, card, left),
        Response::Accept | Response::Conditions => can_pay(*response, card, left),
        Response::Stall | Response::Deflect | Response::Hedge | Response::Refuse => true,
    };
    let instead = move |other: &CardAt| {
        let named = scenario.card(*other);
        named.domain != rules.domain
            && !named.indivisible
            && can_pay(Response::Deflect, *other, asked)
    };
    let plain = |response: Response| Reply::plain(response);
    let place = Response::Deflect.index();
    let before = Response::ALL[..place].iter().copied().filter(gives);
    let deflected = menu.iter().copied().filter(instead).map(Reply::deflect);
    let after = Response::ALL[place + 1..].iter().copied();
    before.map(plain).chain(deflected).chain(after.map(plain))
}

/// The friction of asking at all (rules 9.2); `place` is the demand's place in its move, from 0.
#[inline]
pub fn table(books: &mut Books<'_, impl Gauges, impl Ledger>, demand: Demand, place: i64) {
    let scenario = books.scenario;
    let card = scenario.card(demand.card);
    let steps = demand.intensity.steps();
    let rules = scenario.intensity(demand.intensity);
    let over = over_norm(scenario, books.position, demand, place);
    let per_step = &scenario.over_norm;
    let rankling = rankling(scenario, books.position, demand, place);
    let because = Reason::Tabling;
    books.add(
        Gauge::Trust,
        -(rules.trust + per_step.trust * over),
        because,
    );
    books.add(Gauge::Resentment, rankling, because);
    books.add(Gauge::SharedFront, -per_step.shared_front * over, because);
    let weight = rounded(card.red_line_weight * rules.strain, 10);
    books.add(Gauge::Strain(card.domain), weight, because);
    if demand.intensity == Intensity::Probe {
        books.position.learn_line(card.domain);
    }
    if books.position.signal(card.domain) > 0 {
        let price = scenario.europe.signal_price * steps;
        books.add(Gauge::Gains, -price, Reason::Signal);
    }
}

/// The steps by which a demand goes over its domain's norm, which a signal lowers.
#[inline]
fn over_norm(scenario: &Scenario, position: &impl Gauges, demand: Demand, place: i64) -> i64 {
    let domain = scenario.card(demand.card).domain;
    let signalled = i64::from(position.signal(domain) > 0);
    let norm = scenario.domain(domain).restraint_norm - signalled;
    (demand.intensity.steps() - norm).max(0) + place
}

/// What asking adds to resentment: of the friction all that a promise softens.
#[inline]
pub fn rankling(scenario: &Scenario, position: &impl Gauges, demand: Demand, place: i64) -> i64 {
    let over = over_norm(scenario, position, demand, place);
    let hard =
        scenario.intensity(demand.intensity).resentment + scenario.over_norm.resentment * over;
    (hard - scenario.inducement(demand.inducement).softening).max(0)
}

/// What the reply and its band do to a demand that lies on the table (rules 12); returns the
/// percent that was delivered of [`paid_with`].
///
/// `leverage` is that of the domain before the demand was tabled. What was delivered is for the
/// caller to note in its progress.
pub fn answer(
    books: &mut Books<'_, impl Gauges, impl Ledger>,
    progress: &Progress,
    demand: Demand,
    reply: Reply,
    band: Band,
    leverage: i64,
) -> i64 {
    let given = answer_unpaid(books, progress, demand, reply, band, leverage);
    if is_met(reply.response) {
        let promise = books.scenario.inducement(demand.inducement);
        books.add(Gauge::Gains, -promise.price, Reason::Inducement);
        books.add(Gauge::Endurance, promise.relief, Reason::Inducement);
        show_pressure_works(books, demand.intensity);
    }
    given
}

/// The same as far as it depends on no promise: until that is paid.
#[inline(always)]
pub fn answer_unpaid(
    books: &mut Books<'_, impl Gauges, impl Ledger>,
    progress: &Progress,
    demand: Demand,
    reply: Reply,
    band: Band,
    leverage: i64,
) -> i64 {
    let scenario = books.scenario;
    let rules = &scenario.contest;
    match band {
        Band::Hold => books.add(Gauge::Credibility, rules.hold_credibility, Reason::Held),
        Band::Slip => books.add(Gauge::Resentment, rules.slip_resentment, Reason::Slip),
        Band::AsOffered => {}
    }
    let row = scenario.response(reply.response);
    let asked = asked(scenario, demand.card, demand.intensity);
    let meant = trusted(books, row.offered(band) * asked);
    let given = deliver(books, progress, paid_with(demand, reply), meant, 100);
    let card = scenario.card(demand.card);
    let steps = demand.intensity.steps();
    if reply.response != Response::Deflect {
        let duress = rounded(card.autonomy_cost * given * steps, rules.duress);
        books.add(Gauge::Resentment, duress, Reason::Duress);
    }
    let because = Reason::Response;
    books.add(Gauge::Trust, row.trust, because);
    books.add(Gauge::Resentment, row.resentment, because);
    books.add(Gauge::Autonomy, row.autonomy, because);
    books.add(Gauge::Credibility, row.credibility, because);
    books.add(Gauge::SharedFront, row.shared_front, because);
    let bite = match band {
        Band::Slip => 2,
        Band::AsOffered => 1,
        Band::Hold => 0,
    };
    let chill = rounded(row.chill * leverage * steps * bite, 100);
    let because = if chill == 0 { because } else { Reason::Chill };
    books.add(Gauge::Endurance, row.endurance - chill, because);
    if reply.response == Response::Hedge {
        turn_to_others(books, demand);
    }
    given
}

/// The card that a reply gives: the one that was asked for, or the one that is named instead.
pub const fn paid_with(demand: Demand, reply: Reply) -> CardAt {
    match reply.instead {
        Some(card) => card,
        None => demand.card,
    }
}

/// Of so many hundredths of a percent, the percent that trust lets through: a share in any case, the
/// rest as far as there is trust.
#[inline]
pub(in crate::model) fn trusted(
    books: &Books<'_, impl Gauges, impl Ledger>,
    hundredths: i64,
) -> i64 {
    let compliance = books.scenario.contest.compliance;
    let trust = books.get(Gauge::Trust);
    rounded(
        hundredths * (100 * compliance + (100 - compliance) * trust),
        1_000_000,
    )
}

/// Hands over so much of a card, in percent, as far as there is anything left to hand over; returns how
/// much that was. `face` is the percent of its autonomy cost that giving it costs.
#[inline(always)]
pub(in crate::model) fn deliver(
    books: &mut Books<'_, impl Gauges, impl Ledger>,
    progress: &Progress,
    card: CardAt,
    percent: i64,
    face: i64,
) -> i64 {
    let scenario = books.scenario;
    let rules = scenario.card(card);
    let capacity = Gauge::Capacity(rules.domain);
    let mut given = percent;
    if rules.indivisible {
        given = if given >= WHOLE_FROM { 100 } else { 0 };
    }
    if !rules.repeat {
        given = given.min(100 - progress.given(card));
    }
    let affordable = 100 * books.get(capacity);
    if given * rules.capacity_need > affordable {
        given = affordable / rules.capacity_need;
    }
    if rules.indivisible && given < 100 {
        given = 0;
    }
    if given <= 0 {
        return 0;
    }
    let because = Reason::Concession;
    let of = |whole: i64| rounded(whole * given, 100);
    books.add(Gauge::Gains, rounded(rules.gain * given, 10), because);
    books.add(capacity, -of(rules.capacity_need), because);
    books.add(Gauge::Endurance, -of(rules.endurance_cost), because);
    let freedom = rounded(rules.autonomy_cost * given * face, 10_000);
    books.add(Gauge::Autonomy, -freedom, because);
    books.add(Gauge::Dependence(rules.domain), of(rules.lock_in), because);
    books.add(Gauge::SharedFront, of(rules.shared_front), because);
    let weight = rounded(
        rules.red_line_weight * given,
        scenario.contest.concede_strain,
    );
    books.add(Gauge::Strain(rules.domain), weight, because);
    given
}

/// Hedging sheds dependence, and builds what one could turn to.
#[inline]
fn turn_to_others(books: &mut Books<'_, impl Gauges, impl Ledger>, demand: Demand) {
    let scenario = books.scenario;
    let row = scenario.response(Response::Hedge);
    let option = Gauge::Condition(scenario.outside_option);
    let lean = match row.wean_outside_option {
        0 => 0,
        divisor => rounded(books.get(option), divisor),
    };
    let dependence = Gauge::Dependence(scenario.card(demand.card).domain);
    books.add(dependence, -(row.wean + lean), Reason::Hedging);
    books.add(option, row.outside_option, Reason::Hedging);
}

/// A threat that is complied with is believed the more.
#[inline]
pub fn show_pressure_works(books: &mut Books<'_, impl Gauges, impl Ledger>, intensity: Intensity) {
    if intensity.threatens() {
        let more = intensity.steps() - 1;
        books.add(Gauge::Credibility, more, Reason::PressureWorked);
    }
}
