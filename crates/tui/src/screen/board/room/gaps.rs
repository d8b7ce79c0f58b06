//! What is missing while it can still be asked: each line leads to its entry, and a note can cite it.

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::sheet::entries::EntriesSheet;
use crate::screen::board::sheet::{correct, note};
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::gaps::OpenQuestion;
use unequal_session::reading::Cite;
use unequal_session::telling::{count, seat_name};

#[derive(Debug)]
struct Gaps;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(Gaps, 0)
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Gap {
    /// In a few words.
    name: String,
    /// What kind of thing.
    note: String,
    /// What to do about it.
    advice: String,
    /// The entry it is about.
    entry: Option<EntryNumber>,
}

/// Everything that is missing: what can be asked at once comes first.
fn all(glance: &Glance<'_>) -> Vec<Gap> {
    let missing = glance.place.gaps();
    let gap = |name: &str, note: String, advice: &str, entry: Option<EntryNumber>| Gap {
        name: plain(name),
        note,
        advice: advice.to_owned(),
        entry,
    };
    let cited = |cite: &Cite, note: &str, advice: &str| {
        let note = format!("{note} · move {}", cite.move_number);
        gap(&cite.sentence, note, advice, Some(cite.entry))
    };
    let asked = |question: &OpenQuestion, note: String, advice: &str| {
        gap(&question.question, note, advice, Some(question.entry))
    };
    let deck = glance.place.deck();
    let mut all = Vec::new();
    all.extend(missing.without_reason.iter().map(|cite| {
        let advice = "Ask: why this, and who would have done otherwise? e writes the reason beside \
                      the entry, n a note that cites it.";
        cited(cite, "no reason", advice)
    }));
    all.extend(missing.provisional.iter().map(|cite| {
        cited(
            cite,
            "ruled for now",
            "Settle it when there is time: o on the board.",
        )
    }));
    all.extend(missing.awaited_reactions.iter().map(|awaited| {
        let advice = format!(
            "Hoped for: {}. Where it was seen, r on the plan of injects notes it.",
            plain(&awaited.expects)
        );
        cited(&awaited.at, "no reaction seen", &advice)
    }));
    all.extend(missing.unrevealed.iter().map(|question| {
        let missing = count(question.missing.len(), "estimate", "estimates");
        let note = format!("{missing} missing");
        asked(
            question,
            note,
            "Enter them and reveal them: e on the board.",
        )
    }));
    all.extend(missing.unresolved.iter().map(|question| {
        let advice = "Once it is decided, say what came true: e on the board.";
        asked(question, "estimate not resolved".to_owned(), advice)
    }));
    all.extend(missing.silent_people.iter().map(|one| {
        let side = seat_name(deck, one.seat).to_owned();
        let advice = "No estimate, no note, no dissent yet: ask them before the others next time.";
        gap(&one.name, format!("not heard yet · {side}"), advice, None)
    }));
    all.extend(missing.silent_seats.iter().map(|name| {
        let advice = "Nothing but acts has come from this seat: ask for its reasons.";
        gap(name, "not a word yet".to_owned(), advice, None)
    }));
    all.extend(missing.silent_domains.iter().map(|name| {
        let advice = "Nothing was demanded here so far; that, too, is a result.";
        gap(name, "no demand yet".to_owned(), advice, None)
    }));
    let questions = &deck.text.research;
    all.extend(missing.open_questions.iter().map(|id| {
        let question = questions.iter().find(|question| question.id == *id);
        let words = question.map_or(id.as_str(), |question| question.question.as_str());
        let advice = question.map_or("", |question| question.evidence.as_str());
        let advice = format!("What would count: {}", plain(advice));
        gap(words, "research question open".to_owned(), &advice, None)
    }));
    all
}

/// The gaps in a line: only what costs nothing to count, for it is drawn with the board.
pub fn summary(glance: &Glance<'_>) -> (String, bool) {
    match glance.unreasoned() {
        0 => ("every act has its reason".to_owned(), false),
        number => (
            format!("{} without a reason", count(number, "act", "acts")),
            true,
        ),
    }
}

impl Lists for Gaps {
    fn title(&self, _glance: &Glance<'_>) -> String {
        "What is missing".to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Gaps
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        all(glance)
            .into_iter()
            .map(|gap| OptionRow {
                name: gap.name,
                note: gap.note,
                open: true,
                ..OptionRow::default()
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "Nothing is missing."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let Some(gap) = all(glance).into_iter().nth(place) else {
            return Vec::new();
        };
        vec![
            Piece::Heading(gap.name, sitting.theme.title),
            Piece::Aside(gap.entry.map_or(gap.note.clone(), |entry| {
                format!("entry {entry} · {}", gap.note)
            })),
            Piece::Gap,
            Piece::Text(gap.advice),
        ]
    }

    fn hints(&self, glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let entry = place.and_then(|place| all(glance).get(place).and_then(|gap| gap.entry));
        if entry.is_none() {
            return Vec::new();
        }
        vec![
            Command::Correct.hint("write the reason"),
            Command::Note.hint("a note"),
            Command::Confirm.hint("read the entry"),
        ]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        let entry = place.and_then(|place| all(&glance).get(place).and_then(|gap| gap.entry));
        match (command, entry) {
            (Command::Correct, Some(number)) => glance
                .place
                .entry(number)
                .map_or(Then::Stay, |seen| Then::Open(correct::sheet(sitting, seen))),
            (Command::Note, Some(number)) => Then::Open(note::on_entry(sitting, number)),
            (Command::Confirm, Some(number)) => {
                Then::Open(Sheet::new(EntriesSheet::at(&glance, number)))
            }
            (Command::Correct | Command::Note | Command::Confirm, None) => {
                sitting.say(
                    Tone::Plain,
                    "This is about no single entry; a note on the board can still be made.",
                );
                Then::Stay
            }
            _ => Then::Stay,
        }
    }
}
