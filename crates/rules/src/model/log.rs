//! The canonical log of a session (rules 22.3): what two implementations must agree on to the byte.

use std::fmt::Write as _;

use crate::model::choice::Side;
use crate::model::current::Exchange;
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::inject::entry_number;
use crate::model::place::{At as _, CardAt};
use crate::model::scenario::Scenario;

/// The line of the move that was just closed, with its newline.
///
/// With several demands a move there is a group for each.
pub fn move_line(scenario: &Scenario, game: &Game) -> String {
    let current = &game.current;
    let mut line = format!(
        "{} {}",
        game.move_index.saturating_sub(1),
        entry_number(scenario, current.entry)
    );
    let measure = current.measure.map_or([-1, 0, 0], |taken| {
        let secret = if taken.step.in_secret {
            scenario.measures.len()
        } else {
            0
        };
        let place = number(taken.step.measure.index() + secret);
        [place, taken.roll, taken.band]
    });
    group(&mut line, &measure);
    group(
        &mut line,
        &[Side::Patron, Side::Client].map(|side| flag(current.acts[side])),
    );
    if let Some(offer) = current.offer {
        let (card, ask) = (offer.card.index(), offer.ask.index());
        group(
            &mut line,
            &[number(card), number(ask), flag(current.taken_up)],
        );
    }
    for exchange in &current.exchanges {
        group(&mut line, &exchange_numbers(exchange));
    }
    group(&mut line, &state_numbers(scenario, game));
    line.push('\n');
    line
}

/// The last line of a session, with its newline.
pub fn end_line(outcome: &Outcome) -> String {
    let Outcome {
        ending,
        patron,
        client,
        europe,
    } = outcome;
    format!("end {ending} {patron} {client} {europe}\n")
}

fn group(line: &mut String, numbers: &[i64]) {
    line.push_str(" |");
    for number in numbers {
        let _ = write!(line, " {number}");
    }
}

fn number(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}

const fn flag(set: bool) -> i64 {
    set as i64
}

fn exchange_numbers(exchange: &Exchange) -> [i64; 11] {
    let demand = exchange.demand;
    [
        number(demand.card.index()),
        demand.intensity.steps(),
        number(demand.inducement.index()),
        number(exchange.reply.response.index()),
        (exchange.reply.instead).map_or(-1, |card: CardAt| number(card.index())),
        exchange.modifier,
        exchange.roll,
        number(exchange.band.index()),
        exchange.delivered,
        exchange
            .follow_up
            .map_or(-1, |choice| number(choice.index())),
        number(exchange.crossed),
    ]
}

fn state_numbers(scenario: &Scenario, game: &Game) -> Vec<i64> {
    let position = &game.position;
    let domains = scenario.domains();
    let conditions = scenario.conditions.places();
    let mut numbers: Vec<i64> = Gauge::GLOBALS.map(|gauge| position.get(gauge)).to_vec();
    numbers.push(position.get(Gauge::Gains));
    numbers.extend(conditions.map(|at| position.get(Gauge::Condition(at))));
    numbers.extend(
        domains
            .clone()
            .map(|at| position.get(Gauge::Dependence(at))),
    );
    numbers.extend(domains.clone().map(|at| position.get(Gauge::Capacity(at))));
    numbers.extend(domains.clone().map(|at| position.get(Gauge::Strain(at))));
    numbers.extend(domains.clone().map(|at| flag(position.is_breached(at))));
    numbers.extend(domains.clone().map(|at| position.hidden(at)));
    numbers.extend(domains.clone().map(|at| flag(position.is_known(at))));
    numbers.extend([
        flag(game.clocks.in_crisis),
        game.clocks.crisis,
        game.clocks.capture,
    ]);
    numbers.extend([Gauge::Unity, Gauge::Exposure].map(|gauge| position.get(gauge)));
    numbers.extend([game.europe.compliance, flag(game.europe.compliance_known)]);
    numbers.extend(domains.map(|at| i64::from(position.signal(at))));
    numbers.extend(game.europe.plans.map(flag));
    numbers.extend([game.market_discount, game.offer_wait]);
    numbers
}
