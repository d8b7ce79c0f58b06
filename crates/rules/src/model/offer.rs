//! What the client offers of its own accord (rules 8).

use crate::model::arithmetic::rounded;
use crate::model::choice::Offer;
use crate::model::exchange::{deliver, trusted};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::place::{AskAt, CardAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::{BroughtUpBy, Scenario};

/// The cards that the client may offer in a move, in the deck's order: open, divisible and payable.
pub fn cards_on_offer<'a>(
    scenario: &'a Scenario,
    position: &'a Position,
    progress: &'a Progress,
    move_index: u32,
) -> impl Iterator<Item = CardAt> + Clone + 'a {
    scenario.cards.places().filter(move |&card| {
        let rules = scenario.card(card);
        let price = rules.capacity_need * scenario.offer.scope;
        rules.brought_up_by != BroughtUpBy::Patron
            && !rules.indivisible
            && price <= 100 * position.get(Gauge::Capacity(rules.domain))
            && progress.is_open(scenario, card, move_index)
    })
}

/// The offers that the client may table, in canonical order: by card, then by ask.
///
/// Whether it must wait first is for the caller to know.
pub fn legal_offers<'a>(
    scenario: &'a Scenario,
    position: &'a Position,
    progress: &'a Progress,
    move_index: u32,
) -> impl Iterator<Item = Offer> + Clone + 'a {
    cards_on_offer(scenario, position, progress, move_index).flat_map(|card| {
        let asks = scenario.asks.places();
        asks.map(move |ask| Offer { card, ask })
    })
}

/// The patron takes up an offer; returns the percent of the card that was delivered.
///
/// What was delivered is for the caller to note in its progress, and the red lines are for it to check.
pub fn take_up(
    books: &mut Books<'_, Position, impl Ledger>,
    progress: &Progress,
    offer: Offer,
) -> i64 {
    let given = hand_over(books, progress, offer.card);
    meet(books, offer.ask);
    given
}

/// The client hands over what it offered, whatever it asked for; returns the percent that was delivered.
pub fn hand_over(
    books: &mut Books<'_, Position, impl Ledger>,
    progress: &Progress,
    card: CardAt,
) -> i64 {
    let rules = &books.scenario.offer;
    let meant = trusted(books, 100 * rules.scope);
    deliver(books, progress, card, meant, rules.autonomy)
}

/// The patron gives what was asked in return.
pub fn meet(books: &mut Books<'_, Position, impl Ledger>, ask: AskAt) {
    let scenario = books.scenario;
    let rules = &scenario.offer;
    let ask = &scenario.asks[ask];
    books.add(Gauge::Gains, -ask.price, Reason::CounterAsk);
    books.add_all(&ask.change, Reason::CounterAsk);
    books.add(Gauge::Trust, rules.trust, Reason::TakenUp);
    books.add(Gauge::Resentment, rules.resentment, Reason::TakenUp);
}

/// The patron does something else while an offer lies on the table.
pub fn set_aside(books: &mut Books<'_, Position, impl Ledger>) {
    let rules = &books.scenario.offer;
    books.add(Gauge::Trust, -rules.aside_trust, Reason::SetAside);
    books.add(Gauge::Resentment, rules.aside_resentment, Reason::SetAside);
}

/// The percent of a card that an offer would deliver at this trust, before what is left and what can be
/// paid limit it: what a sheet shows.
pub fn likely_delivery(scenario: &Scenario, position: &Position) -> i64 {
    let compliance = scenario.contest.compliance;
    let share = 100 * compliance + (100 - compliance) * position.get(Gauge::Trust);
    rounded(100 * scenario.offer.scope * share, 1_000_000)
}
