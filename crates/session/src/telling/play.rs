//! Words for the steps of play: measures, crisis acts, offers, exchanges, the end of a move.

use crate::history::History;
use crate::telling::{
    answered, came_out, card_title, crisis_act_words, demand_words, measure_words, response_name,
    seat_name, signed,
};
use unequal_core::deck::Deck;
use unequal_core::engine::action::{Action, SealedDemand};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Offer, Side};
use unequal_core::model::current::Exchange;
use unequal_core::model::scenario::Scenario;

/// The title of the demand that an entry answers, rules on or follows up.
pub(super) fn title_before(table: &History, number: EntryNumber) -> String {
    let state = table.state_at(number.before());
    let tabled = state.tabled.iter().find(|tabled| tabled.reply.is_none());
    let card = tabled
        .or_else(|| state.tabled.first())
        .map(|tabled| tabled.demand.card)
        .or_else(|| {
            state
                .game
                .open_exchange()
                .map(|exchange| exchange.demand.card)
        });
    card.and_then(|card| table.deck().text.cards.get(card))
        .map_or_else(String::new, |card| card.title.clone())
}

/// Europe's measure as it is known.
pub(super) fn measure(deck: &Deck, facts: &[Fact]) -> String {
    let taken = facts.iter().find_map(|fact| match fact {
        Fact::MeasureTaken(taken) => Some(*taken),
        _ => None,
    });
    taken.map_or_else(|| no_measure(deck), |taken| measure_words(deck, taken))
}

pub(super) fn no_measure(deck: &Deck) -> String {
    format!("{} took no measure", seat_name(deck, Seat::Europe))
}

/// What a side has decided in a crisis; what both have, once they have.
pub(super) fn crisis_acts(deck: &Deck, facts: &[Fact], side: Side, climb_down: bool) -> String {
    let revealed = facts.iter().find_map(|fact| match fact {
        Fact::ClimbedDown(acts) => Some(acts),
        _ => None,
    });
    let words = |side, act| crisis_act_words(deck, side, act);
    revealed.map_or_else(
        || words(side, climb_down),
        |acts| {
            let both = acts.iter().map(|(side, act)| words(side, *act));
            both.collect::<Vec<_>>().join(", ")
        },
    )
}

pub(super) fn offer(scenario: &Scenario, card: &str, ask: &str) -> Option<Offer> {
    let card = scenario.card_at(card)?;
    let ask = scenario.ask_at(ask)?;
    Some(Offer { card, ask })
}

/// What the patron did with the offer, beside what else it did.
pub(super) fn what_came_of_the_offer(deck: &Deck, facts: &[Fact]) -> Option<String> {
    let patron = seat_name(deck, Seat::Patron);
    let title = |offer: &Offer| &deck.text.cards[offer.card].title;
    facts.iter().find_map(|fact| match fact {
        Fact::OfferTakenUp { offer, delivered } => Some(format!(
            "{patron} took up the offer of “{}”, {}",
            title(offer),
            handed_over(*delivered)
        )),
        Fact::OfferSetAside(offer) => {
            Some(format!("the offer of “{}” was set aside", title(offer)))
        }
        _ => None,
    })
}

/// What was answered to a demand: by its name, or in own words and what these come nearest to.
pub(super) fn answer_words(table: &History, number: EntryNumber, act: &Action) -> String {
    let Action::Respond {
        response,
        instead,
        ask,
        words: _,
    } = act
    else {
        return String::new();
    };
    let deck = table.deck();
    let client = seat_name(deck, Seat::Client);
    let title = title_before(table, number);
    let to = instead.as_ref().map_or_else(String::new, |card| {
        format!(" to “{}”", card_title(deck, card))
    });
    let ask = ask
        .as_ref()
        .map_or_else(String::new, |ask| format!(", asking: {ask}"));
    match table.own_words(number, number) {
        Some(words) => {
            let nearest = response_name(deck, *response);
            format!(
                "{client} answered “{title}” in its own words, nearest to “{nearest}”{to}{ask}: “{words}”"
            )
        }
        None => format!("{client} {} “{title}”{to}{ask}", answered(*response)),
    }
}

/// What an answer says in its own words that came to light with the opening of a sealed plan; empty where it says
/// nothing, or still lies sealed.
pub(super) fn opened_words(table: &History, number: EntryNumber) -> String {
    let state = table.state_at(number);
    let reply = state.tabled.first().and_then(|tabled| tabled.reply);
    let said = table.said_with(number).zip(reply);
    said.map_or_else(String::new, |(words, reply)| {
        let deck = table.deck();
        let client = seat_name(deck, Seat::Client);
        let nearest = response_name(deck, reply.response);
        format!("; {client} answers in its own words, nearest to “{nearest}”: “{words}”")
    })
}

pub(super) fn revealed_demand(table: &History, plan: &SealedDemand) -> String {
    if let Some(named) = &plan.demand {
        return format!("Revealed: {}", demand_words(table.deck(), named));
    }
    let patron = seat_name(table.deck(), Seat::Patron);
    if plan.take_up {
        return format!("Revealed: {patron} takes up the offer");
    }
    format!("Revealed: {patron} asks for nothing")
}

pub(super) fn ruling_words(exchange: &Exchange) -> String {
    let modifier = exchange.modifier + exchange.arguments;
    format!(
        "Rolled {} {}: {}, {}",
        exchange.roll,
        signed(modifier),
        came_out(exchange.band),
        handed_over(exchange.delivered)
    )
}

/// How much of a card is handed over.
fn handed_over(percent: i64) -> String {
    match percent {
        0 => "nothing is handed over".to_owned(),
        percent => format!("{percent} % is handed over"),
    }
}

pub(super) fn closing_words(deck: &Deck, move_number: u32, facts: &[Fact]) -> String {
    let ended = facts.iter().find_map(|fact| match fact {
        Fact::Ended(outcome) => Some(outcome.ending),
        _ => None,
    });
    if let Some(ending) = ended {
        return format!("The session ended: {}", deck.text.ending(ending).title);
    }
    let mut words = format!("Move {move_number} closed");
    for fact in facts {
        match fact {
            Fact::CrisisBegan => words += ", a crisis began",
            Fact::CrisisEnded => words += ", the crisis is over",
            _ => {}
        }
    }
    words
}

/// A reason behind a colon; nothing where none was given.
pub(super) fn because(reason: Option<&str>) -> String {
    let given = reason.filter(|reason| !reason.is_empty());
    given.map_or_else(String::new, |reason| format!(": {reason}"))
}
