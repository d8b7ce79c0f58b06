//! The first line: what a seat may read before anything is played, and how the program is held.

use crate::limits::{LONGEST, Limits};
use crate::message::{
    BriefingRead, CardRead, DeckNamed, DomainRead, Hello, LimitsTold, Named, PROTOCOL, SeatHeld,
};
use unequal_core::deck::Deck;
use unequal_core::engine::limits::LONGEST_TEXT;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{FollowUp, Inducement, Intensity, Response};
use unequal_core::store::version::PROGRAM;
use unequal_session::Place;

/// What a place tells of the session as a whole.
pub fn hello(place: &Place, limits: Limits) -> Hello {
    let (deck, view) = (place.deck(), place.view());
    let scenario = &deck.scenario;
    Hello {
        protocol: PROTOCOL,
        program: PROGRAM.to_owned(),
        session: place.standing().name.clone(),
        seat: place.seat(),
        seats: Seat::PLAYING
            .into_iter()
            .map(|seat| {
                let held = SeatHeld {
                    name: deck.text.seat_name(seat).to_owned(),
                    held_by: place.holder(seat).clone(),
                };
                (seat.word(), held)
            })
            .collect(),
        deck: DeckNamed {
            id: scenario.id.clone(),
            title: deck.text.about.title.clone(),
        },
        options: view.options,
        moves: view.moves_planned,
        demands: view.demands,
        briefing: briefing(deck, place.seat()),
        domains: domains(deck),
        cards: cards(deck),
        asks: asks(deck),
        measures: measures(deck),
        intensities: words(Intensity::ALL, |word| {
            let text = deck.text.intensity(word);
            (word.word(), &text.name, &text.text)
        }),
        inducements: words(Inducement::ALL, |word| {
            let text = deck.text.inducement(word);
            (word.word(), &text.name, &text.text)
        }),
        responses: words(Response::ALL, |word| {
            let text = deck.text.response(word);
            (word.word(), &text.name, &text.text)
        }),
        follow_ups: words(FollowUp::ALL, |word| {
            let text = deck.text.follow_up(word);
            (word.word(), &text.name, &text.text)
        }),
        limits: LimitsTold {
            seconds: limits.time.as_secs_f64(),
            tries: limits.tries,
            text: LONGEST_TEXT,
            line: LONGEST,
        },
        asked: None,
    }
}

fn briefing(deck: &Deck, seat: Seat) -> Option<BriefingRead> {
    let read = deck.text.briefing(seat)?;
    Some(BriefingRead {
        text: read.text.clone(),
        aims: read.aims.clone(),
        aims_in_numbers: read.aims_in_numbers.clone(),
        instruments: read.instruments.clone(),
        constraints: read.constraints.clone(),
        knows: read.knows.clone(),
        knows_not: read.knows_not.clone(),
        watch: read.watch.clone(),
    })
}

fn domains(deck: &Deck) -> Vec<DomainRead> {
    let texts = deck.text.domains.iter();
    let domains = deck.scenario.domains.iter().zip(texts);
    domains
        .map(|(domain, text)| DomainRead {
            id: domain.id.clone(),
            name: text.name.clone(),
            text: text.text.clone(),
            red_line: domain.red_line,
        })
        .collect()
}

/// The deck's own cards.
fn cards(deck: &Deck) -> Vec<CardRead> {
    let own = deck.scenario.cards.len() - deck.scenario.written;
    read(deck).take(own).flatten().collect()
}

/// The cards that were written in the room, but for those that lie face down.
pub(crate) fn written(deck: &Deck) -> Vec<CardRead> {
    let own = deck.scenario.cards.len() - deck.scenario.written;
    read(deck).skip(own).flatten().collect()
}

/// Every card; none for one that lies face down, which has lost its id.
fn read(deck: &Deck) -> impl Iterator<Item = Option<CardRead>> {
    let scenario = &deck.scenario;
    let cards = scenario.cards.iter().zip(deck.text.cards.iter());
    cards.map(|(card, text)| {
        let seen = !card.id.is_empty();
        seen.then(|| CardRead {
            id: card.id.clone(),
            title: text.title.clone(),
            text: text.text.clone(),
            domain: scenario.domain(card.domain).id.clone(),
            gain: card.gain,
            autonomy_cost: card.autonomy_cost,
            capacity_need: card.capacity_need,
            endurance_cost: card.endurance_cost,
            red_line_weight: card.red_line_weight,
            lock_in: card.lock_in,
            shared_front: card.shared_front,
        })
    })
}

fn asks(deck: &Deck) -> Vec<Named> {
    let asks = deck.scenario.asks.iter().zip(deck.text.asks.iter());
    asks.map(|(ask, text)| named(&ask.id, &text.title, &text.text))
        .collect()
}

fn measures(deck: &Deck) -> Vec<Named> {
    let measures = deck.scenario.measures.iter().zip(deck.text.measures.iter());
    measures
        .map(|(measure, text)| named(&measure.id, &text.title, &text.text))
        .collect()
}

fn words<'a, T: Copy>(
    all: &[T],
    of: impl Fn(T) -> (&'static str, &'a String, &'a String),
) -> Vec<Named> {
    let told = all.iter().map(|word| of(*word));
    told.map(|(id, name, text)| named(id, name, text)).collect()
}

fn named(id: &str, name: &str, text: &str) -> Named {
    Named {
        id: id.to_owned(),
        name: name.to_owned(),
        text: text.to_owned(),
    }
}
