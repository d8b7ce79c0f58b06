//! The people and the room: who took part and disagreed, what was planned, put off and told.

use serde::Serialize;

use crate::document::{Block, Inline, Section, Span, said, titled, told};
use crate::report::sight::Sight;
use crate::report::words::seconds_words;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::room::argument::Provisional;
use unequal_core::engine::room::inject::{InjectStatus, PlannedInject};
use unequal_session::gaps::{brought, ruled};
use unequal_session::reading::Cite;
use unequal_session::sight::Seen;
use unequal_session::telling::listed;
use unequal_session::telling::{count, due_words, news_title};
use unequal_session::voices::{Dissent, Person, Stop, Voices};

/// An inject of the plan, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InjectLine {
    /// Its name in the plan.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// When it was due, in words.
    pub due: String,
    /// `waiting`, `held`, `fired` or `skipped`.
    pub status: &'static str,
    /// The last entry that changed what becomes of it: planned it, held it, let it go, brought or skipped it.
    pub entry: EntryNumber,
    /// The reaction that it was meant to draw.
    pub expects: Option<String>,
    /// Reactions that were seen.
    pub reactions: Vec<Cite>,
}

/// A ruling that was to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProvisionalLine {
    /// The ruling.
    pub ruling: Cite,
    /// Where it was settled; none while it is open.
    pub settled: Option<Cite>,
}

/// The plan of injects; none where the seat may not know it or nothing was planned.
pub(super) fn injects(sight: &Sight<'_>) -> Option<Vec<InjectLine>> {
    let plan = sight.table.view(sight.seat).room.plan?;
    let lines: Vec<InjectLine> = plan.iter().map(|planned| inject(sight, planned)).collect();
    (!lines.is_empty()).then_some(lines)
}

fn inject(sight: &Sight<'_>, planned: &PlannedInject) -> InjectLine {
    let deck = sight.table.deck();
    let of_it = |seen: &&Seen| match sight.act(seen) {
        Some(
            Action::PlanInject { id, .. }
            | Action::HoldInject { id, .. }
            | Action::ReleaseInject { id }
            | Action::SkipInject { id, .. }
            | Action::RescheduleInject { id, .. },
        ) => *id == planned.id,
        _ => false,
    };
    let fired = matches!(planned.status, InjectStatus::Fired(_));
    let entries = sight.standing_with_turn_zero();
    let entry = if fired {
        sight
            .standing()
            .filter(|seen| brought(sight, seen, planned))
            .last()
    } else {
        entries.filter(of_it).last()
    };
    let reactions = sight.standing().filter(|seen| {
        matches!(sight.act(seen), Some(Action::Reaction { inject, .. }) if *inject == planned.id)
    });
    InjectLine {
        id: plain(&planned.id),
        title: plain(&news_title(deck, &planned.news)),
        due: plain(&due_words(deck, &planned.due)),
        status: match planned.status {
            InjectStatus::Waiting => "waiting",
            InjectStatus::Held => "held",
            InjectStatus::Fired(_) => "fired",
            InjectStatus::Skipped => "skipped",
        },
        entry: entry.map_or(EntryNumber::STARTEX, |seen| seen.number),
        expects: planned.expects.as_deref().map(plain),
        reactions: reactions.map(Cite::to).collect(),
    }
}

/// Rulings that were to be looked at again, with where that was done.
pub(super) fn provisional(sight: &Sight<'_>) -> Vec<ProvisionalLine> {
    let put_off = sight.standing().filter(
        |seen| matches!(sight.act(seen), Some(Action::Rule { provisional, .. }) if *provisional),
    );
    put_off
        .map(|seen| {
            let exchange = ruled(sight, seen);
            let settled = sight.standing().find(|later| {
                later.number > seen.number
                    && matches!(sight.act(later), Some(Action::Settle { move_number, place, .. })
                        if exchange == Some(Provisional { move_number: *move_number, place: *place }))
            });
            ProvisionalLine {
                ruling: Cite::to(seen),
                settled: settled.map(Cite::to),
            }
        })
        .collect()
}

pub(super) fn section(
    voices: &Voices,
    injects: Option<&[InjectLine]>,
    provisional: &[ProvisionalLine],
) -> Section {
    let injects = injects.into_iter().flatten().map(inject_words);
    let announced = voices.announcements.iter();
    let announced = announced.map(|cite| noted(&cite.sentence, [cite.entry]));
    let blocks: [Vec<Block>; 6] = [
        titled("Who took part", voices.people.iter().map(person)),
        titled("Who disagreed", voices.dissents.iter().map(dissent)),
        titled("The plan of injects", injects),
        titled("Rulings put off", provisional.iter().map(provisional_words)),
        titled("What everybody was told", announced),
        titled("When play stood still", voices.stops.iter().map(stop)),
    ];
    Section::new(
        "room",
        "People and room",
        "People and room",
        blocks.concat(),
    )
}

/// A line with the entries it rests on.
fn noted(text: &str, entries: impl IntoIterator<Item = EntryNumber>) -> Inline {
    let mut line = said! { (told(text)) };
    for entry in entries {
        line.push(said! { " " (Span::cite(entry)) });
    }
    line
}

fn person(person: &Person) -> Inline {
    let said = [
        (person.entries, "entry", "entries"),
        (person.estimates, "estimate", "estimates"),
        (person.dissents, "dissent", "dissents"),
    ];
    let said: Vec<String> = said
        .into_iter()
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, many)| count(number, one, many))
        .collect();
    let said = if said.is_empty() {
        "nothing on record".to_owned()
    } else {
        listed(&said)
    };
    let left = if person.left.is_some() {
        ", left before the end"
    } else {
        ""
    };
    noted(
        &format!("{}, {}: {said}{left}", person.name, person.seat_name),
        person.joined.into_iter().chain(person.left),
    )
}

fn dissent(dissent: &Dissent) -> Inline {
    let Dissent {
        decision,
        seat_name,
        text,
        ..
    } = dissent;
    let at = decision.move_number;
    noted(
        &format!(
            "{seat_name}, move {at}: “{text}”, when {}",
            decision.sentence
        ),
        [decision.entry],
    )
}

fn inject_words(line: &InjectLine) -> Inline {
    let expected = line.expects.as_ref().map_or_else(String::new, |expects| {
        let seen = match (line.status, line.reactions.is_empty()) {
            ("fired", true) => ", not seen",
            ("fired", false) => ", seen",
            _ => "",
        };
        format!("; expected: {expects}{seen}")
    });
    let reactions = line.reactions.iter().map(|cite| cite.entry);
    noted(
        &format!("“{}”, {}: {}{expected}", line.title, line.due, line.status),
        std::iter::once(line.entry).chain(reactions),
    )
}

fn provisional_words(line: &ProvisionalLine) -> Inline {
    let came = line.settled.as_ref().map_or_else(
        || "never looked at again".to_owned(),
        |settled| settled.sentence.clone(),
    );
    let ruling = &line.ruling;
    noted(
        &format!("Move {}: {}; {came}", ruling.move_number, ruling.sentence),
        std::iter::once(ruling.entry).chain(line.settled.iter().map(|cite| cite.entry)),
    )
}

fn stop(stop: &Stop) -> Inline {
    let length = stop.seconds.map_or_else(String::new, |seconds| {
        format!(" ({})", seconds_words(seconds))
    });
    noted(&format!("{}{length}", stop.at.sentence), [stop.at.entry])
}
