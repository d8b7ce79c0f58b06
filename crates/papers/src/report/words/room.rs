//! Words for the people and the room: who took part, what was planned, put off and told, how long it took.

use crate::report::Aar;
use crate::report::model::{Dissent, Gaps, InjectLine, Line, Person, ProvisionalLine, Stop};
use crate::report::words::{count, listed};
use unequal_core::deck::plain;
use unequal_session::gaps::OpenQuestion;
use unequal_session::telling::clock_words;

/// A heading with its lines.
pub(in crate::report) struct Part {
    /// The heading.
    pub title: &'static str,
    /// The lines, one at least.
    pub lines: Vec<Noted>,
}

/// A line with the entries it rests on.
pub(in crate::report) struct Noted {
    /// The line.
    pub text: String,
    /// The entries.
    pub entries: Vec<u64>,
}

fn noted(text: String, entries: impl IntoIterator<Item = u64>) -> Noted {
    let entries = entries.into_iter().collect();
    Noted { text, entries }
}

/// Everything that is to be told of the people and the room; no part without lines.
pub(in crate::report) fn parts(aar: &Aar) -> Vec<Part> {
    let voices = &aar.voices;
    let part = |title, lines: Vec<Noted>| Part { title, lines };
    let told = voices.announcements.iter();
    let parts = [
        part("Who took part", voices.people.iter().map(person).collect()),
        part(
            "Who disagreed",
            voices.dissents.iter().map(dissent).collect(),
        ),
        part(
            "The plan of injects",
            aar.injects.iter().flatten().map(inject).collect(),
        ),
        part(
            "Rulings put off",
            aar.provisional.iter().map(provisional).collect(),
        ),
        part(
            "What everybody was told",
            told.map(|cite| noted(cite.sentence.clone(), [cite.entry]))
                .collect(),
        ),
        part(
            "When play stood still",
            voices.stops.iter().map(stop).collect(),
        ),
    ];
    parts
        .into_iter()
        .filter(|part| !part.lines.is_empty())
        .collect()
}

fn person(person: &Person) -> Noted {
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
        format!("{}, {}: {said}{left}", person.name, person.seat_name),
        person.joined.into_iter().chain(person.left),
    )
}

fn dissent(dissent: &Dissent) -> Noted {
    let Dissent {
        decision,
        seat_name,
        text,
        ..
    } = dissent;
    let at = decision.move_number;
    noted(
        format!(
            "{seat_name}, move {at}: “{text}”, when {}",
            decision.sentence
        ),
        [decision.entry],
    )
}

fn inject(line: &InjectLine) -> Noted {
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
        format!("“{}”, {}: {}{expected}", line.title, line.due, line.status),
        std::iter::once(line.entry).chain(reactions),
    )
}

fn provisional(line: &ProvisionalLine) -> Noted {
    let came = line.settled.as_ref().map_or_else(
        || "never looked at again".to_owned(),
        |settled| settled.sentence.clone(),
    );
    let ruling = &line.ruling;
    noted(
        format!("Move {}: {}; {came}", ruling.move_number, ruling.sentence),
        std::iter::once(ruling.entry).chain(line.settled.iter().map(|cite| cite.entry)),
    )
}

fn stop(stop: &Stop) -> Noted {
    let length = stop.seconds.map_or_else(String::new, |seconds| {
        format!(" ({})", seconds_words(seconds))
    });
    noted(format!("{}{length}", stop.at.sentence), [stop.at.entry])
}

fn seconds_words(seconds: i64) -> String {
    clock_words(u32::try_from(seconds).unwrap_or(u32::MAX))
}

/// How long the move of a line and its phases took, where the times tell it: at the last place where the
/// chronology comes to this move, for after turn zero and after an undo it comes to a move again.
pub(in crate::report) fn length_words(aar: &Aar, line: &Line) -> Option<String> {
    let same = |other: &&Line| other.move_number == line.move_number;
    let after = aar
        .chronology
        .iter()
        .filter(|other| other.entry > line.entry);
    if after.skip_while(same).any(|other| same(&other)) {
        return None;
    }
    let mut lengths = aar.lengths.iter();
    let length = lengths.find(|length| length.move_number == line.move_number)?;
    let phases = length.phases.iter().filter(|(_, seconds)| *seconds > 0);
    let phases: Vec<String> = phases
        .map(|(phase, seconds)| format!("{phase} {}", seconds_words(*seconds)))
        .collect();
    (length.seconds > 0).then(|| {
        format!(
            "Took {}, pauses left out: {}.",
            seconds_words(length.seconds),
            phases.join(", ")
        )
    })
}

/// What is missing from the people in the room, a gap a line; nothing where nothing is.
pub(in crate::report) fn gap_lines(gaps: &Gaps) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            lines.push(format!("{what}: {}.", items.join("; ")));
        }
    };
    line(
        "Seats from which no word was heard",
        gaps.silent_seats.clone(),
    );
    let people = gaps.silent_people.iter();
    line(
        "Participants of whom nothing was heard",
        people.map(|one| one.name.clone()).collect(),
    );
    let awaited = gaps.awaited_reactions.iter().map(|one| {
        format!(
            "[{}] {} (expected: {})",
            one.at.entry,
            one.at.sentence,
            plain(&one.expects)
        )
    });
    line(
        "Injects whose expected reaction was not seen",
        awaited.collect(),
    );
    let rulings = gaps.provisional.iter();
    line(
        "Provisional rulings that were not settled",
        rulings
            .map(|cite| format!("[{}] {}", cite.entry, cite.sentence))
            .collect(),
    );
    let questions = |open: &[OpenQuestion]| -> Vec<String> {
        let words = |open: &OpenQuestion| format!("[{}] “{}”", open.entry, open.question);
        open.iter().map(words).collect()
    };
    line("Estimates never revealed", questions(&gaps.unrevealed));
    line("Estimates never resolved", questions(&gaps.unresolved));
    lines
}
