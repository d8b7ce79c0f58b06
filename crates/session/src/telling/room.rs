//! Words for what is in the room: news, when injects are due, phases and clocks.

use crate::telling::{capital, gauge_name, listed, response_name, seat_name};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::room::inject::{Due, News};
use unequal_core::engine::seat::Seat;

/// What of an entry was put right: own words, reason, dissent.
pub(super) fn what_was_put_right(given: [bool; 3]) -> String {
    let parts = ["own words", "reason", "dissent"].into_iter().zip(given);
    let named = parts.filter(|(_, given)| *given);
    let named: Vec<String> = named.map(|(part, _)| part.to_owned()).collect();
    capital(&listed(&named))
}

/// The headline of news.
pub fn news_title(deck: &Deck, news: &News) -> String {
    match news {
        News::Event(id) => deck
            .scenario
            .event_at(id)
            .and_then(|event| deck.text.events.get(event))
            .map_or_else(|| id.clone(), |event| event.title.clone()),
        News::Written(written) => written.title.clone(),
    }
}

/// What there is to read of news.
pub fn news_text(deck: &Deck, news: &News) -> String {
    let text = match news {
        News::Event(id) => deck
            .scenario
            .event_at(id)
            .and_then(|event| deck.text.events.get(event))
            .map_or("", |event| event.text.as_str()),
        News::Written(written) => &written.text,
    };
    plain(text)
}

/// When an inject is due, in words.
pub fn due_words(deck: &Deck, due: &Due) -> String {
    let gauge = |word: &str| {
        let gauge = deck.scenario.gauge_from_word(word);
        gauge.map_or_else(|| word.to_owned(), |gauge| gauge_name(deck, gauge))
    };
    match due {
        Due::At { move_number, phase } => {
            format!("in move {move_number}, at {}", phase_words(deck, *phase))
        }
        Due::After { move_number, phase } => {
            format!("in move {move_number}, after {}", phase_words(deck, *phase))
        }
        Due::AtLeast { gauge: word, value } => format!("when {} is {value} or more", gauge(word)),
        Due::AtMost { gauge: word, value } => format!("when {} is {value} or less", gauge(word)),
        Due::Responses { response, count: 1 } => {
            format!("at the first “{}”", response_name(deck, *response))
        }
        Due::Responses { response, count } => {
            format!("after “{}” {count} times", response_name(deck, *response))
        }
        Due::RedLine { domain: Some(id) } => {
            let domain = deck.scenario.domain_at(id);
            let name = domain.map_or(id.as_str(), |domain| {
                deck.text.domains[domain].name.as_str()
            });
            format!("when the red line in {name} is crossed")
        }
        Due::RedLine { domain: None } => "when a red line is crossed".to_owned(),
        Due::Crisis => "when the partnership is in crisis".to_owned(),
        Due::Called => "when it is called for".to_owned(),
    }
}

/// A phase in words, after “in move 3, at”.
pub fn phase_words(deck: &Deck, phase: Phase) -> String {
    let words = match phase {
        Phase::Inject => "the opening",
        Phase::Europe => return format!("{}’s measure", seat_name(deck, Seat::Europe)),
        Phase::Crisis => "the crisis",
        Phase::Offer => "the offer",
        Phase::Demand => "the demand",
        Phase::Sealing => "the sealing of plans",
        Phase::Reveal => "the reveal",
        Phase::Response => "the response",
        Phase::Ruling => "the ruling",
        Phase::FollowUp => "the follow-up",
        Phase::Drift => "the closing",
        Phase::Ended => "the end",
    };
    words.to_owned()
}

/// What a phase is called with this deck in a heading or a list: a word or two, without an article.
pub fn phase_name(deck: &Deck, phase: Phase) -> &str {
    match phase {
        Phase::Inject => "inject",
        Phase::Europe => seat_name(deck, Seat::Europe),
        Phase::Crisis => "crisis",
        Phase::Offer => "offer",
        Phase::Demand => "demand",
        Phase::Sealing => "sealing",
        Phase::Reveal => "reveal",
        Phase::Response => "response",
        Phase::Ruling => "ruling",
        Phase::FollowUp => "follow-up",
        Phase::Drift => "drift",
        Phase::Ended => "ended",
    }
}

/// What a clock is called with this deck.
pub fn clock_name(deck: &Deck, of: ClockOf) -> String {
    match of {
        ClockOf::Phase => "Phase clock".to_owned(),
        ClockOf::Patron => format!("Clock of {}", seat_name(deck, Seat::Patron)),
        ClockOf::Client => format!("Clock of {}", seat_name(deck, Seat::Client)),
        ClockOf::Europe => format!("Clock of {}", seat_name(deck, Seat::Europe)),
        ClockOf::Session => "Session clock".to_owned(),
    }
}

/// A length of time: `45 s`, `12 min`, `1 h 30 min`.
pub fn clock_words(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let parts = [(hours, "h"), (minutes, "min"), (rest, "s")];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    if said.is_empty() {
        "0 s".to_owned()
    } else {
        said.join(" ")
    }
}
