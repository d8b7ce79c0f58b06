//! What each kind of act did, in a sentence.

use crate::history::History;
use crate::moment::Moment;
use crate::telling::{
    answered, came_out, clock_name, clock_words, demand_words, due_words, followed, gauge_name,
    known_words, news_title, seat_name, signed,
};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::{Action, NamedDemand, SealedDemand};
use unequal_core::engine::fact::{Disclosed, Fact};
use unequal_core::engine::holder::Holder;
use unequal_core::engine::name::is_same;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::seat::Seat;
use unequal_core::model::game::Exchange;

/// What an entry did, in a sentence without a full stop, harmless to show.
pub fn sentence(table: &History, moment: &Moment) -> String {
    plain(&told(table, moment))
}

/// What an entry did. Nothing is left out: an act without words would be an empty line everywhere.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of act")]
fn told(table: &History, moment: &Moment) -> String {
    let deck = table.deck();
    let scenario = table.scenario();
    let entry = &moment.entry;
    let patron = seat_name(deck, Seat::Patron);
    let client = seat_name(deck, Seat::Client);
    let who = seat_name(deck, entry.seat);
    let planned = |id: &str| planned_title(table, entry.number, id);
    let question = |id: &str| question_of(table, entry.number, id);
    match &entry.act {
        Action::Inject { .. } => match moment.facts.first() {
            Some(Fact::EventDrawn(Some(event))) => deck.text.events[*event].title.clone(),
            _ => "No news from outside".to_owned(),
        },
        Action::Demand {
            card,
            intensity,
            inducement,
        } => demand_words(
            deck,
            &NamedDemand {
                card: card.clone(),
                intensity: *intensity,
                inducement: *inducement,
            },
        ),
        Action::Hold => format!("{patron} asked for nothing"),
        Action::Respond { response, to, ask } => {
            let title = title_before(table, entry.number);
            let to = to.as_deref().and_then(|id| scenario.domain_index(id));
            let to = to.map_or_else(String::new, |domain| {
                format!(" to {}", deck.text.domains[domain].name)
            });
            let ask = ask
                .as_ref()
                .map_or_else(String::new, |ask| format!(", asking: {ask}"));
            format!("{client} {} “{title}”{to}{ask}", answered(*response))
        }
        Action::Commit { .. } => format!("{who} committed to a sealed plan"),
        Action::RevealDemand { plan, .. } => revealed_demand(table, plan),
        Action::RevealResponse { .. } => format!("{client} revealed its sealed replies"),
        Action::Rule {
            band,
            reason,
            provisional,
            ..
        } => {
            let exchange = moment.facts.iter().find_map(|fact| match fact {
                Fact::Resolved(exchange) => Some(exchange),
                _ => None,
            });
            let outcome = exchange.map_or_else(String::new, ruling_words);
            let computed = entry.drawn.computed.map_or_else(String::new, |computed| {
                format!(" (by rule: {})", came_out(computed))
            });
            let because = match (band, reason) {
                (Some(_), Some(reason)) => format!(", ruled by the white cell{computed}: {reason}"),
                _ => String::new(),
            };
            let later = if *provisional { "; provisional" } else { "" };
            format!("{outcome}{because}{later}")
        }
        Action::FollowUp { choice } => format!("{patron} {}", followed(*choice)),
        Action::CloseMove => closing_words(deck, moment),
        Action::Adjust { gauge, by, reason } => {
            let name = scenario
                .gauge_from_word(gauge)
                .map_or_else(|| gauge.clone(), |gauge| gauge_name(deck, gauge));
            format!("White cell: {name} {}, {reason}", signed(*by))
        }
        Action::End { reason } => format!("White cell ended the session: {reason}"),
        Action::PlanInject { news, due, .. } => format!(
            "White cell planned “{}”, {}",
            news_title(deck, news),
            due_words(deck, due)
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
            due_words(deck, due),
            because(reason.as_ref())
        ),
        Action::FireInject { id } => planned(id),
        Action::AdHocInject { news } => news_title(deck, news),
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
            let side = seat_name(deck, (*helps).into());
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
            let seat = seat_name(deck, (*of).into());
            match to {
                Holder::Bot(bot) => format!(
                    "The bot {bot} takes the seat of {seat}{}",
                    because(reason.as_ref())
                ),
                Holder::Human => {
                    format!("People take the seat of {seat}{}", because(reason.as_ref()))
                }
            }
        }
        Action::SetLength { moves, reason } => {
            format!("The session lasts {moves} moves: {reason}")
        }
        Action::Note { text, .. } => format!("{who} noted: {text}"),
        Action::Bookmark { label } if label.is_empty() => format!("{who} set a bookmark"),
        Action::Bookmark { label } => format!("{who} set a bookmark: {label}"),
        Action::Undo { to, reason } => {
            let place = match to {
                0 => "the start".to_owned(),
                to => format!("entry {to}"),
            };
            let known = disclosed_words(deck, moment);
            format!("White cell went back to {place}: {reason}{known}")
        }
    }
}

fn because(reason: Option<&String>) -> String {
    reason.map_or_else(String::new, |reason| format!(": {reason}"))
}

/// The title of the demand that an entry answers, rules on or follows up.
fn title_before(table: &History, number: u64) -> String {
    let state = table.state_at(number.saturating_sub(1));
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

/// What people know although the acts that showed it were taken back.
fn disclosed_words(deck: &Deck, moment: &Moment) -> String {
    let known: Vec<Disclosed> = moment
        .facts
        .iter()
        .filter_map(|fact| match fact {
            Fact::KnownAlready(known) => Some(*known),
            _ => None,
        })
        .collect();
    if known.is_empty() {
        String::new()
    } else {
        format!(" (known by then: {})", known_words(deck, &known))
    }
}

fn revealed_demand(table: &History, plan: &SealedDemand) -> String {
    if let Some(named) = &plan.demand {
        return format!("Revealed: {}", demand_words(table.deck(), named));
    }
    let patron = seat_name(table.deck(), Seat::Patron);
    format!("Revealed: {patron} asks for nothing")
}

fn ruling_words(exchange: &Exchange) -> String {
    let modifier = exchange.modifier + exchange.arguments;
    format!(
        "Rolled {} {}: {}, {} % of what was asked is offered",
        exchange.roll,
        signed(modifier),
        came_out(exchange.band),
        exchange.offer
    )
}

fn closing_words(deck: &Deck, moment: &Moment) -> String {
    let ended = moment.facts.iter().find_map(|fact| match fact {
        Fact::Ended(outcome) => Some(outcome.ending),
        _ => None,
    });
    if let Some(ending) = ended {
        return format!("The session ended: {}", deck.text.ending(ending).title);
    }
    let mut words = format!("Move {} closed", moment.entry.move_number);
    for fact in &moment.facts {
        match fact {
            Fact::CrisisBegan => words += ", a crisis began",
            Fact::CrisisEnded => words += ", the crisis is over",
            _ => {}
        }
    }
    words
}

/// The headline of a planned inject, as the plan stood before an entry.
fn planned_title(table: &History, number: u64, id: &str) -> String {
    let state = table.state_at(number.saturating_sub(1));
    let planned = state.room.plan.iter().find(|planned| planned.id == id);
    planned.map_or_else(
        || id.to_owned(),
        |planned| news_title(table.deck(), &planned.news),
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
