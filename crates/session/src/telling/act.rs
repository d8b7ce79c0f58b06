//! What each kind of act did, in a sentence.

use crate::history::History;
use crate::moment::{Known, Moment};
use crate::telling::play::{
    answer_words, because, closing_words, crisis_acts, measure, no_measure, offer, opened_words,
    revealed_demand, ruling_words, what_came_of_the_offer,
};
use crate::telling::room::what_was_put_right;
use crate::telling::{
    came_out, clock_name, clock_words, count, demand_words, due_words, followed, gauge_name,
    known_words, news_title, offer_words, seat_name, signed,
};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::{Action, NamedDemand};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::{Disclosed, Fact};
use unequal_core::engine::holder::Holder;
use unequal_core::engine::name::is_same;
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::seat::Seat;

/// What an entry did, in a sentence without a full stop, harmless to show, as a seat could know it right after it;
/// empty where the seat could not know of it.
pub fn sentence(table: &History, moment: &Moment, seat: Seat) -> String {
    let known = table.known_of(moment, moment.entry.number, seat);
    known.map_or_else(String::new, |known| as_known(table, moment, &known))
}

/// The same of what is known of an entry.
pub(crate) fn as_known(table: &History, moment: &Moment, known: &Known) -> String {
    plain(&told(table, moment, known))
}

/// What an entry did. Nothing is left out: an act without words would be an empty line everywhere.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of act")]
fn told(table: &History, moment: &Moment, known: &Known) -> String {
    let deck = table.deck();
    let scenario = table.scenario();
    let entry = &moment.entry;
    let patron = seat_name(deck, Seat::Patron);
    let client = seat_name(deck, Seat::Client);
    let who = seat_name(deck, entry.seat);
    let planned = |id: &str| planned_title(table, entry.number, id);
    let question = |id: &str| question_of(table, entry.number, id);
    let facts = &known.facts;
    let Some(act) = &known.act else {
        return format!("{who} has decided");
    };
    let told = match act {
        Action::Inject { .. } => match facts.first() {
            Some(Fact::EventDrawn(Some(event))) => deck.text.events[*event].title.clone(),
            _ => "No news from outside".to_owned(),
        },
        Action::Measure { .. } => measure(deck, facts),
        Action::Abstain => no_measure(deck),
        Action::SetMeasure { reason, .. } => {
            let what = measure(deck, facts);
            format!("White cell: {what}{}", because(Some(reason)))
        }
        Action::CrisisAct { climb_down } => match entry.seat.side() {
            Some(side) => crisis_acts(deck, facts, side, *climb_down),
            None => format!("{who} has decided"),
        },
        Action::SetCrisisAct {
            of,
            climb_down,
            reason,
        } => {
            let what = crisis_acts(deck, facts, *of, *climb_down);
            format!("White cell decided: {what}{}", because(Some(reason)))
        }
        Action::Offer { card, ask } => offer(scenario, card, ask).map_or_else(
            || format!("{client} made an offer"),
            |offer| offer_words(deck, offer),
        ),
        Action::NoOffer => format!("{client} offered nothing"),
        Action::VetoOffer { reason } => {
            let what = facts.iter().find_map(|fact| match fact {
                Fact::OfferVetoed(offer) => Some(deck.text.cards[offer.card].title.as_str()),
                _ => None,
            });
            let what = what.unwrap_or_default();
            let why = because(Some(reason));
            format!("White cell ruled that “{what}” was never offered{why}")
        }
        // What was taken up is told with what it brought.
        Action::TakeUp => String::new(),
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
        Action::Respond { .. } => answer_words(table, entry.number, act),
        Action::Commit { .. } => format!("{who} committed to a sealed plan"),
        Action::RevealDemand { plan, .. } => {
            revealed_demand(table, plan) + &opened_words(table, entry.number)
        }
        Action::RevealResponse { .. } => {
            let said = opened_words(table, entry.number);
            format!("{client} revealed its sealed replies{said}")
        }
        Action::Rule {
            band,
            reason,
            provisional,
            ..
        } => {
            let exchange = facts.iter().find_map(|fact| match fact {
                Fact::Resolved(exchange) => Some(exchange),
                _ => None,
            });
            let outcome = exchange.map_or_else(String::new, ruling_words);
            let computed = entry.drawn.computed.map_or_else(String::new, |computed| {
                format!(" (by rule: {})", came_out(computed))
            });
            let why = because(reason.as_deref());
            let because = band.map_or_else(String::new, |_| {
                format!(", ruled by the white cell{computed}{why}")
            });
            let later = if *provisional { "; provisional" } else { "" };
            format!("{outcome}{because}{later}")
        }
        Action::FollowUp { choice } => format!("{patron} {}", followed(*choice)),
        Action::CloseMove => closing_words(deck, entry.move_number, facts),
        Action::Adjust { gauge, by, reason } => {
            let name = scenario
                .gauge_from_word(gauge)
                .map_or_else(|| gauge.clone(), |gauge| gauge_name(deck, gauge));
            let why = because(Some(reason)).replacen(':', ",", 1);
            format!("White cell: {name} {}{why}", signed(*by))
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
                because(reason.as_deref())
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
            because(reason.as_deref())
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
        Action::Pause {
            reflection,
            reason,
            seconds,
        } => {
            let what = if *reflection {
                "Pause for reflection"
            } else {
                "Pause"
            };
            let long =
                seconds.map_or_else(String::new, |seconds| format!(", {}", clock_words(seconds)));
            format!("{what}{long}{}", because(reason.as_deref()))
        }
        Action::GoOn => "Play goes on".to_owned(),
        Action::Reconvene => "The table has come together again".to_owned(),
        Action::Join { name, at } => format!("{name} joined: {}", seat_name(deck, *at)),
        Action::Leave { name } => format!("{name} left"),
        Action::Rename { name, to } => format!("{name} is called {to}"),
        // Which key stands in the act alone: sentences reach people who are not to know who somebody is.
        Action::Admit { at, name, .. } => format!("{name} came in: {}", seat_name(deck, *at)),
        Action::RenameSession { name } => format!("The session is called “{name}” from now on"),
        Action::Correct {
            entry: of,
            reason,
            against,
            words,
        } => {
            let given = [words, reason, against].map(Option::is_some);
            format!("{} of entry {of} put right", what_was_put_right(given))
        }
        Action::AskEstimate { question, .. } => format!("Estimates asked: “{question}”"),
        Action::Estimate { id, name, .. } => {
            let before = table.state_at(entry.number.before());
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
            format!("{what}: “{}”{}", question(id), because(reason.as_deref()))
        }
        Action::Announce { text } if text.trim().is_empty() => {
            "The announcement was taken away".to_owned()
        }
        Action::Announce { text } => format!("Announced: {text}"),
        Action::Rehearse => "Turn zero: a rehearsal that does not count".to_owned(),
        Action::StartEx => "STARTEX".to_owned(),
        Action::HandOver {
            of,
            to,
            moves,
            reason,
        } => {
            let seat = seat_name(deck, *of);
            let long = super::lent(*moves);
            match to {
                Holder::Nobody => {
                    format!(
                        "Nobody sits for {seat} any more{long}{}",
                        because(reason.as_deref())
                    )
                }
                Holder::Bot(bot) => format!(
                    "The bot {bot} takes the seat of {seat}{long}{}",
                    because(reason.as_deref())
                ),
                Holder::Outside(program) => format!(
                    "The program {program} takes the seat of {seat}{}",
                    because(reason.as_deref())
                ),
                Holder::Human => {
                    format!(
                        "People take the seat of {seat}{}",
                        because(reason.as_deref())
                    )
                }
            }
        }
        Action::SetLength { moves, reason } => {
            format!(
                "The session lasts {}: {reason}",
                count(*moves, "move", "moves")
            )
        }
        Action::Note { text, .. } => format!("{who} noted: {text}"),
        Action::Bookmark { label } if label.is_empty() => format!("{who} set a bookmark"),
        Action::Bookmark { label } => format!("{who} set a bookmark: {label}"),
        Action::Undo { to, reason } => {
            let place = match *to {
                EntryNumber::STARTEX => "the start".to_owned(),
                to => format!("entry {to}"),
            };
            let known = disclosed_words(deck, facts);
            format!("White cell went back to {place}: {reason}{known}")
        }
    };
    let beside = what_came_of_the_offer(deck, facts);
    match (told.is_empty(), beside) {
        (_, None) => told,
        (true, Some(beside)) => beside,
        (false, Some(beside)) => format!("{told}; {beside}"),
    }
}

/// What people know although the acts that showed it were taken back.
fn disclosed_words(deck: &Deck, facts: &[Fact]) -> String {
    let known: Vec<Disclosed> = facts
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

/// The headline of a planned inject, as the plan stood before an entry.
fn planned_title(table: &History, number: EntryNumber, id: &str) -> String {
    let state = table.state_at(number.before());
    let planned = state.room.plan.iter().find(|planned| planned.id == id);
    planned.map_or_else(
        || id.to_owned(),
        |planned| news_title(table.deck(), &planned.news),
    )
}

fn question_of(table: &History, number: EntryNumber, id: &str) -> String {
    let state = table.state_at(number);
    let poll = state.room.polls.iter().find(|poll| poll.id == id);
    poll.map_or_else(|| id.to_owned(), |poll| poll.question.clone())
}

fn revealed(table: &History, number: EntryNumber, id: &str) -> String {
    let state = table.state_at(number);
    let Some(poll) = state.room.polls.iter().find(|poll| poll.id == id) else {
        return "Estimates revealed".to_owned();
    };
    let given = poll.estimates.iter();
    let given: Vec<String> = given
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
