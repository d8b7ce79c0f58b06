//! Words for what is in the room: news, when injects are due, phases and clocks.

use crate::history::History;
use crate::moment::Moment;
use crate::telling::{gauge_name, response_name, seat_name};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::room::inject::{Due, News};
use unequal_core::engine::seat::Seat;

/// The headline of news.
pub fn news_title(deck: &Deck, table: &History, news: &News) -> String {
    match news {
        News::Event(id) => table
            .scenario()
            .event_index(id)
            .and_then(|event| deck.text.events.get(event))
            .map_or_else(|| id.clone(), |event| event.title.clone()),
        News::Written(written) => written.title.clone(),
    }
}

/// What there is to read of the news that an act of the white cell brought into play; empty where it
/// brought none.
pub fn news_text(table: &History, moment: &Moment) -> String {
    let entry = &moment.entry;
    let news = match &entry.act {
        Action::AdHocInject { news } => Some(news),
        Action::FireInject { id } => {
            let state = table.state_at(entry.number.saturating_sub(1));
            let planned = state.room.plan.iter().find(|planned| planned.id == *id);
            planned.map(|planned| &planned.news)
        }
        _ => None,
    };
    let text = match news {
        Some(News::Event(id)) => table
            .scenario()
            .event_index(id)
            .and_then(|event| table.deck().text.events.get(event))
            .map_or("", |event| event.text.as_str()),
        Some(News::Written(written)) => &written.text,
        None => "",
    };
    plain(text)
}

/// When an inject is due, in words.
pub fn due_words(deck: &Deck, table: &History, due: &Due) -> String {
    let gauge = |word: &str| {
        let gauge = table.scenario().gauge_from_word(word);
        gauge.map_or_else(|| word.to_owned(), |gauge| gauge_name(deck, gauge))
    };
    match due {
        Due::At { move_number, phase } => {
            format!("in move {move_number}, {}", phase_words(*phase))
        }
        Due::After { move_number, phase } => {
            format!("in move {move_number}, after {}", phase_words(*phase))
        }
        Due::AtLeast { gauge: word, value } => format!("when {} is {value} or more", gauge(word)),
        Due::AtMost { gauge: word, value } => format!("when {} is {value} or less", gauge(word)),
        Due::Responses { response, count: 1 } => {
            format!("at the first “{}”", response_name(deck, *response))
        }
        Due::Responses { response, count } => {
            format!("after {count} times “{}”", response_name(deck, *response))
        }
        Due::RedLine { domain: Some(id) } => {
            let domain = table.scenario().domain_index(id);
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

/// A phase in words, after “in move 3,”.
pub const fn phase_words(phase: Phase) -> &'static str {
    match phase {
        Phase::Inject => "the opening",
        Phase::Demand => "the demand",
        Phase::Sealing => "the sealing of plans",
        Phase::Reveal => "the reveal",
        Phase::Response => "the response",
        Phase::Ruling => "the ruling",
        Phase::FollowUp => "the follow-up",
        Phase::Drift => "the closing",
        Phase::Ended => "the end",
    }
}

/// What a phase is called in a heading or a list: a word or two, without an article.
pub const fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Inject => "inject",
        Phase::Demand => "demand",
        Phase::Sealing => "sealing",
        Phase::Reveal => "reveal",
        Phase::Response => "response",
        Phase::Ruling => "ruling",
        Phase::FollowUp => "follow up",
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
