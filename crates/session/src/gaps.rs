//! What is missing while it can still be asked: reasons, silent people, questions without material.
//!
//! The console shows it during the session and the report at its end, from the same model. Everything
//! comes from what one seat may see; it takes a few milliseconds, so a screen works it out once an entry.

mod people;

use serde::Serialize;

use crate::history::History;
use crate::reading::{Cite, Reading};
use crate::research::{ResearchLine, research};
use crate::setup::Holder;
use crate::sight::Seen;
use crate::telling::seat_name;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::room::argument::Provisional;
use unequal_core::engine::room::inject::{InjectStatus, News, PlannedInject};
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::DomainAt;

pub use people::{Roll, Silent};

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gaps {
    /// Decisions by people without a reason; of its own side alone where a seat may not know of others'.
    pub without_reason: Vec<Cite>,
    /// Decisions by people in all, counted alike.
    pub decisions: usize,
    /// How many of them came with a stated confidence.
    pub with_confidence: usize,
    /// How many of them came with a dissent.
    pub with_dissent: usize,
    /// Seats in which people sit and from which no word was heard, by what the deck calls them.
    pub silent_seats: Vec<String>,
    /// Participants who have given no estimate, made no entry, and are named in no dissent or reason.
    pub silent_people: Vec<Silent>,
    /// Domains in which nothing was demanded.
    pub silent_domains: Vec<String>,
    /// Research questions with no or thin material, by id.
    pub open_questions: Vec<String>,
    /// Injects that came into play and whose expected reaction was not seen, where the seat knows the plan.
    pub awaited_reactions: Vec<Awaited>,
    /// Rulings that the white cell wants to look at again.
    pub provisional: Vec<Cite>,
    /// Questions for estimates that are not revealed yet, with those who have not answered.
    pub unrevealed: Vec<OpenQuestion>,
    /// Questions for estimates that are revealed and not resolved.
    pub unresolved: Vec<OpenQuestion>,
}

/// An inject whose expected reaction was not seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Awaited {
    /// Its name in the plan.
    pub id: String,
    /// Where it came into play.
    pub at: Cite,
    /// The reaction that it was meant to draw.
    pub expects: String,
}

/// A question for estimates that waits for something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenQuestion {
    /// Its name.
    pub id: String,
    /// The question.
    pub question: String,
    /// The entry that asked it.
    pub entry: EntryNumber,
    /// The participants who have not answered.
    pub missing: Vec<String>,
}

impl Gaps {
    /// What is missing as `seat` may know it now.
    pub fn new(table: &History, seat: Seat) -> Self {
        let reading = Reading::new(table, seat);
        Self::of(&reading, &research(&reading))
    }

    /// What is missing in a record that is read already.
    pub fn of(reading: &Reading<'_>, research: &[ResearchLine]) -> Self {
        let decisions: Vec<&Seen> = reading
            .standing()
            .filter(|seen| is_decision(seen) && seen.by.is_person())
            .filter(|seen| reading.open || seen.seat == reading.seat)
            .collect();
        let of = |has: fn(&Seen) -> bool| decisions.iter().filter(|seen| has(seen)).count();
        Self {
            without_reason: decisions
                .iter()
                .filter(|seen| seen.rationale.is_none())
                .map(|seen| Cite::to(seen))
                .collect(),
            decisions: decisions.len(),
            with_confidence: of(|seen| seen.confidence.is_some()),
            with_dissent: of(|seen| seen.dissent.is_some()),
            silent_seats: silent_seats(reading),
            silent_people: people::silent(reading),
            silent_domains: silent_domains(reading),
            open_questions: research
                .iter()
                .filter(|line| line.material.is_open())
                .map(|line| line.id.clone())
                .collect(),
            awaited_reactions: awaited_reactions(reading),
            provisional: provisional(reading),
            unrevealed: questions(reading, false),
            unresolved: questions(reading, true),
        }
    }
}

/// Whether a seat decided something here; with what is decided unseen the reason is hidden, too, and not missed.
const fn is_decision(seen: &Seen) -> bool {
    seen.kind.charter().is_decision && !seen.is_decided_unseen()
}

/// Whether an entry is a word from the people of its seat: a reason, a dissent, or what is nothing but words.
fn is_a_word(seen: &Seen) -> bool {
    let words = [Kind::Note, Kind::Argue, Kind::Reaction, Kind::Estimate];
    seen.by.is_person()
        && (seen.rationale.is_some() || seen.dissent.is_some() || words.contains(&seen.kind))
}

fn silent_seats(reading: &Reading<'_>) -> Vec<String> {
    let table = reading.table;
    let room = table.view(reading.seat).room;
    [Seat::Patron, Seat::Client, Seat::Europe, Seat::Audience]
        .into_iter()
        // Reasons of others are not to be seen: nobody is called silent for them.
        .filter(|seat| reading.open || *seat == reading.seat)
        .filter(|seat| {
            let seated = room.participants.iter().any(|one| one.seat == *seat);
            let played = *seat != Seat::Audience && table.holder(*seat) == Holder::Human;
            seated || played
        })
        .filter(|seat| {
            let heard = reading
                .standing()
                .any(|seen| seen.seat == *seat && is_a_word(seen));
            let spoke = |name: &String| {
                let mut people = room.participants.iter();
                people.any(|one| one.seat == *seat && one.name == *name)
            };
            let estimated = room.polls.iter().flat_map(|poll| &poll.answered).any(spoke);
            !heard && !estimated
        })
        .map(|seat| seat_name(table.deck(), seat).to_owned())
        .collect()
}

fn silent_domains(reading: &Reading<'_>) -> Vec<String> {
    let table = reading.table;
    let scenario = table.scenario();
    let view = table.view(reading.seat);
    // Demands on the table, not resolved yet, were made, too; those of turn zero were not.
    let open = view.tabled.iter().map(|tabled| tabled.demand);
    let asked: Vec<DomainAt> = reading
        .standing()
        .filter_map(Seen::resolved)
        .map(|exchange| exchange.demand)
        .chain(open.filter(|_| !view.room.rehearsing))
        .map(|demand| scenario.card(demand.card).domain)
        .collect();
    let domains = table.deck().text.domains.placed();
    domains
        .filter(|(place, _)| !asked.contains(place))
        .map(|(_, domain)| domain.name.clone())
        .collect()
}

fn awaited_reactions(reading: &Reading<'_>) -> Vec<Awaited> {
    let plan = reading.table.view(reading.seat).room.plan;
    plan.unwrap_or_default()
        .into_iter()
        .filter(|planned| matches!(planned.status, InjectStatus::Fired(_)) && !planned.reacted)
        .filter_map(|planned| {
            let fired = reading
                .standing_with_turn_zero()
                .filter(|seen| brought(reading, seen, &planned));
            Some(Awaited {
                at: Cite::to(fired.last()?),
                id: planned.id,
                expects: planned.expects?,
            })
        })
        .collect()
}

/// Whether an entry brought a planned inject into play: as planned, drawn from the pile, or ad hoc.
pub fn brought(reading: &Reading<'_>, seen: &Seen, planned: &PlannedInject) -> bool {
    let drawn = seen.facts.iter().any(|fact| match fact {
        Fact::EventDrawn(Some(event)) => {
            let event = &reading.table.scenario().events[*event];
            matches!(&planned.news, News::Event(id) if *id == event.id)
        }
        _ => false,
    });
    drawn
        || match reading.act(seen) {
            Some(Action::FireInject { id }) => *id == planned.id,
            Some(Action::AdHocInject { news }) => *news == planned.news,
            _ => false,
        }
}

fn provisional(reading: &Reading<'_>) -> Vec<Cite> {
    let open = reading.table.view(reading.seat).room.provisional;
    open.iter()
        .filter_map(|what| {
            let rulings = reading
                .standing()
                .filter(|seen| ruled(reading, seen) == Some(*what));
            rulings.last().map(Cite::to)
        })
        .collect()
}

/// The exchange that an entry ruled on.
pub fn ruled(reading: &Reading<'_>, seen: &Seen) -> Option<Provisional> {
    matches!(reading.act(seen), Some(Action::Rule { .. })).then(|| {
        let before = reading.table.state_at(seen.number.before());
        Provisional {
            move_number: seen.move_number,
            place: before.game.place,
        }
    })
}

/// Questions for estimates that wait: for their reveal, or for what came true.
fn questions(reading: &Reading<'_>, revealed: bool) -> Vec<OpenQuestion> {
    let room = reading.table.view(reading.seat).room;
    room.polls
        .into_iter()
        .filter(|poll| poll.happened.is_none() && poll.estimates.is_some() == revealed)
        .map(|poll| {
            let asked = reading.standing_with_turn_zero().filter(|seen| {
                matches!(reading.act(seen), Some(Action::AskEstimate { id, .. }) if *id == poll.id)
            });
            OpenQuestion {
                entry: asked
                    .last()
                    .map_or(EntryNumber::STARTEX, |seen| seen.number),
                id: poll.id,
                question: unequal_core::deck::plain(&poll.question),
                missing: poll.missing,
            }
        })
        .collect()
}
