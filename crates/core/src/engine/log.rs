//! The canonical log of a session (rules 18.3): what two implementations must agree on to the byte.

use std::fmt::Write as _;

use crate::engine::at::At as _;
use crate::engine::choice::FollowUp;
use crate::engine::game::{Exchange, Game};
use crate::engine::gauge::Gauge;
use crate::engine::position::Position;
use crate::engine::resolve::ending::Outcome;
use crate::engine::scenario::Scenario;

/// The line of the move that was just closed, with its newline.
pub fn move_line(scenario: &Scenario, game: &Game) -> String {
    let mut line = format!(
        "{} {}",
        game.move_index.saturating_sub(1),
        game.drawn.index()
    );
    for exchange in &game.exchanges {
        line.push_str(" | ");
        line.push_str(&join(&exchange_numbers(exchange)));
    }
    line.push_str(" | ");
    line.push_str(&join(&state_numbers(scenario, game)));
    line.push('\n');
    line
}

/// The last line of a session, with its newline.
pub fn end_line(outcome: &Outcome) -> String {
    let Outcome {
        ending,
        aims,
        observer,
    } = outcome;
    // The line is fixed: it has these three.
    let (patron, client) = (aims.patron, aims.client);
    format!("end {ending} {patron} {client} {observer}\n")
}

fn exchange_numbers(exchange: &Exchange) -> Vec<i64> {
    let place = |index: usize| i64::try_from(index).unwrap_or(i64::MAX);
    vec![
        place(exchange.demand.card.index()),
        exchange.demand.intensity.steps(),
        place(exchange.demand.inducement.index()),
        place(exchange.reply.response.index()),
        exchange.reply.to.map_or(-1, |to| place(to.index())),
        exchange.modifier,
        exchange.roll,
        place(exchange.band.index()),
        exchange.offer,
        exchange
            .follow_up
            .map_or(-1, |choice: FollowUp| place(choice.index())),
        place(exchange.crossed),
    ]
}

fn state_numbers(scenario: &Scenario, game: &Game) -> Vec<i64> {
    let position: &Position = &game.position;
    let domains = scenario.domains.places();
    let mut numbers: Vec<i64> = Gauge::GLOBALS
        .into_iter()
        .filter(|gauge| is_logged(*gauge))
        .map(|gauge| position.get(gauge))
        .collect();
    numbers.push(position.get(Gauge::Gains));
    let conditions = (0u8..).take(scenario.conditions.len());
    numbers.extend(conditions.map(|c| position.get(Gauge::Condition(c))));
    numbers.extend(domains.clone().map(|d| position.get(Gauge::Dependence(d))));
    numbers.extend(domains.clone().map(|d| position.get(Gauge::Capacity(d))));
    numbers.extend(domains.clone().map(|d| position.get(Gauge::Strain(d))));
    numbers.extend(domains.clone().map(|d| i64::from(position.breached[d])));
    numbers.extend(domains.clone().map(|d| position.hidden[d]));
    numbers.extend(domains.map(|d| i64::from(position.known[d])));
    numbers.push(i64::from(game.clocks.in_crisis));
    numbers.push(game.clocks.crisis);
    numbers.push(game.clocks.vassalage);
    numbers
}

/// Whether the line of a move holds a gauge: the log is fixed, so that one which comes later does not stand in it.
const fn is_logged(gauge: Gauge) -> bool {
    match gauge {
        Gauge::Trust
        | Gauge::Credibility
        | Gauge::Resentment
        | Gauge::Autonomy
        | Gauge::Endurance
        | Gauge::SharedFront
        | Gauge::Stability
        | Gauge::Gains
        | Gauge::Condition(_)
        | Gauge::Dependence(_)
        | Gauge::Capacity(_)
        | Gauge::Strain(_) => true,
    }
}

fn join(numbers: &[i64]) -> String {
    let mut text = String::with_capacity(numbers.len() * 3);
    for (i, number) in numbers.iter().enumerate() {
        let _ = write!(text, "{}{number}", if i == 0 { "" } else { " " });
    }
    text
}
