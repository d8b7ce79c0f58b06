//! Words for acts on the room: injects, clocks, people and the course of the session.

use crate::history::History;
use crate::moment::Moment;
use crate::telling::{gauge_name, response_name, seat_name};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::Action;
use unequal_core::engine::name::is_same;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::argument::Helps;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::room::inject::{Due, News};
use unequal_core::engine::seat::Seat;

/// What an act on the room did; nothing for acts of play.
pub(super) fn told(table: &History, moment: &Moment) -> Option<String> {
    about_play(table, moment).or_else(|| about_the_table(table, moment))
}

fn because(reason: Option<&String>) -> String {
    reason.map_or_else(String::new, |reason| format!(": {reason}"))
}

/// Injects, demands and rulings.
fn about_play(table: &History, moment: &Moment) -> Option<String> {
    let deck = table.deck();
    let entry = &moment.entry;
    let who = seat_name(deck, entry.seat);
    let planned = |id: &str| planned_title(table, entry.number, id);
    Some(match &entry.act {
        Action::PlanInject { news, due, .. } => format!(
            "White cell planned “{}”, {}",
            news_title(deck, table, news),
            due_words(deck, table, due)
        ),
        Action::HoldInject { id, reason } => {
            format!(
                "White cell holds back “{}”{}",
                planned(id),
                because(reason.as_ref())
            )
        }
        Action::ReleaseInject { id } => format!("White cell released “{}”", planned(id)),
        Action::SkipInject { id, reason } => {
            format!("White cell skipped “{}”: {reason}", planned(id))
        }
        Action::RescheduleInject { id, due, reason } => format!(
            "White cell moved “{}”, {}{}",
            planned(id),
            due_words(deck, table, due),
            because(reason.as_ref())
        ),
        Action::FireInject { id } => planned(id),
        Action::AdHocInject { news } => news_title(deck, table, news),
        Action::Reaction { inject, text } => {
            format!("Reaction to “{}”: {text}", planned(inject))
        }
        Action::WriteDemand { card } => {
            let patron = seat_name(deck, Seat::Patron);
            format!("{patron} was given a new demand, “{}”", card.title)
        }
        Action::Argue {
            helps,
            text,
            strong,
        } => {
            let side = match helps {
                Helps::Patron => seat_name(deck, Seat::Patron),
                Helps::Client => seat_name(deck, Seat::Client),
            };
            let weight = if *strong {
                "strong argument"
            } else {
                "argument"
            };
            format!("{who}, {weight} for {side}: {text}")
        }
        Action::Settle {
            move_number,
            reason,
            ..
        } => format!("White cell settled its provisional ruling of move {move_number}: {reason}"),
        Action::SetAdjudication { mode, reason } => {
            let mode = match mode {
                AdjudicationMode::Rigid => "by rule only",
                AdjudicationMode::SemiRigid => "by rule, with the white cell’s change",
                AdjudicationMode::Free => "by the white cell",
            };
            format!("Rulings are now made {mode}: {reason}")
        }
        _ => return None,
    })
}

/// Clocks, people and the course of the session.
fn about_the_table(table: &History, moment: &Moment) -> Option<String> {
    let deck = table.deck();
    let entry = &moment.entry;
    let question = |id: &str| question_of(table, entry.number, id);
    Some(match &entry.act {
        Action::SetClock {
            of,
            seconds: Some(seconds),
            hard,
        } => {
            let hard = if *hard { ", hard" } else { "" };
            format!(
                "{} set to {}{hard}",
                clock_name(deck, *of),
                clock_words(*seconds)
            )
        }
        Action::SetClock { of, .. } => format!("{} taken away", clock_name(deck, *of)),
        Action::ExtendClock { of, seconds } => {
            format!(
                "{} given {} more",
                clock_name(deck, *of),
                clock_words(*seconds)
            )
        }
        Action::ClockOut { of } => format!("{} ran out", clock_name(deck, *of)),
        Action::Pause { reflection, reason } => {
            let what = if *reflection {
                "Pause for reflection"
            } else {
                "Pause"
            };
            format!("{what}{}", because(reason.as_ref()))
        }
        Action::GoOn => "Play goes on".to_owned(),
        Action::Reconvene => "The table has come together again".to_owned(),
        Action::Join { name, at } => format!("{name} joined: {}", seat_name(deck, *at)),
        Action::Leave { name } => format!("{name} left"),
        Action::AskEstimate { question, .. } => format!("Estimates asked: “{question}”"),
        Action::Estimate { id, name, .. } => {
            let before = table.state_at(entry.number.saturating_sub(1));
            let poll = before.room.polls.iter().find(|poll| poll.id == *id);
            let again = poll.is_some_and(|poll| {
                let mut given = poll.estimates.iter();
                given.any(|given| is_same(&given.name, name))
            });
            let which = if again { "another" } else { "an" };
            format!("{name} gave {which} estimate: “{}”", question(id))
        }
        Action::RevealEstimates { id } => revealed(table, entry.number, id),
        Action::ResolveEstimate {
            id,
            happened,
            reason,
        } => {
            let what = if *happened {
                "Happened"
            } else {
                "Did not happen"
            };
            format!("{what}: “{}”{}", question(id), because(reason.as_ref()))
        }
        Action::Announce { text } if text.trim().is_empty() => {
            "The announcement was taken away".to_owned()
        }
        Action::Announce { text } => format!("Announced: {text}"),
        Action::Rehearse => "Turn zero: a rehearsal that does not count".to_owned(),
        Action::StartEx => "STARTEX".to_owned(),
        Action::HandOver { of, to, reason } => {
            let seat = seat_name(deck, *of);
            match to.strip_prefix("bot:") {
                Some(bot) => format!(
                    "The bot {bot} takes the seat of {seat}{}",
                    because(reason.as_ref())
                ),
                None => format!("People take the seat of {seat}{}", because(reason.as_ref())),
            }
        }
        Action::SetLength { moves, reason } => {
            format!("The session lasts {moves} moves: {reason}")
        }
        _ => return None,
    })
}

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

/// The headline of a planned inject, as the plan stood before an entry.
fn planned_title(table: &History, number: u64, id: &str) -> String {
    let state = table.state_at(number.saturating_sub(1));
    let planned = state.room.plan.iter().find(|planned| planned.id == id);
    planned.map_or_else(
        || id.to_owned(),
        |planned| news_title(table.deck(), table, &planned.news),
    )
}

fn question_of(table: &History, number: u64, id: &str) -> String {
    let state = table.state_at(number);
    let poll = state.room.polls.iter().find(|poll| poll.id == id);
    poll.map_or_else(|| id.to_owned(), |poll| poll.question.clone())
}

fn revealed(table: &History, number: u64, id: &str) -> String {
    let state = table.state_at(number);
    let Some(poll) = state.room.polls.iter().find(|poll| poll.id == id) else {
        return "Estimates revealed".to_owned();
    };
    let given: Vec<String> = poll
        .estimates
        .iter()
        .map(|given| format!("{} {} %", given.name, given.percent))
        .collect();
    if given.is_empty() {
        return format!("Estimates revealed, nobody gave one: “{}”", poll.question);
    }
    format!(
        "Estimates revealed: “{}”: {}",
        poll.question,
        given.join(", ")
    )
}
