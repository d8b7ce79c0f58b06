//! Small sheets with one text: a note, a bookmark, the reason for which the session ends.
//!
//! Whoever takes part may be its author: a note by somebody in the audience is theirs, though the white cell types it.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::look;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required};
use crate::page::form::Form;
use crate::page::paper::heading;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::fit::wrap;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::telling::NAMELESS;

/// What the text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Note,
    Bookmark,
    End,
}

/// A sheet with one text.
#[derive(Debug)]
struct NoteSheet {
    kind: Kind,
    /// Whoever may be its author: their seat, and their name where it is known.
    authors: Vec<(Seat, Option<String>)>,
    form: Form,
}

/// A note for the record.
pub fn note(sitting: &Sitting) -> Sheet {
    sheet(sitting, Kind::Note, "note", "What should be remembered?")
}

/// A note on an entry: why it was done, asked afterwards.
pub fn on_entry(sitting: &Sitting, number: EntryNumber) -> Sheet {
    let mut note = made(sitting, Kind::Note, "note", "What should be remembered?");
    if note.form.given("text").is_none() {
        note.form.set("text", &format!("On entry {number}: "));
    }
    asking::sheet(note)
}

/// A mark to come back to.
pub fn bookmark(sitting: &Sitting) -> Sheet {
    sheet(
        sitting,
        Kind::Bookmark,
        "bookmark",
        "a word for it, or nothing",
    )
}

/// The end of the session, by ruling.
pub fn end(sitting: &Sitting) -> Sheet {
    sheet(sitting, Kind::End, "end", "Why does it end here?")
}

fn sheet(sitting: &Sitting, kind: Kind, word: &str, hint: &str) -> Sheet {
    asking::sheet(made(sitting, kind, word, hint))
}

fn made(sitting: &Sitting, kind: Kind, word: &str, hint: &str) -> NoteSheet {
    let seat = sitting.seat.unwrap_or(Seat::WhiteCell);
    let authors = authors(sitting, seat);
    let mut form = Form::new(draft_prefix(seat, word));
    let label = match kind {
        Kind::Note => "Note",
        Kind::Bookmark => "Word",
        Kind::End => "Reason",
    };
    form = form.text(
        sitting,
        "text",
        label,
        if kind == Kind::Note { 5 } else { 3 },
        hint,
    );
    if kind == Kind::Note {
        // What the audience may read, everybody may.
        let few = match seat {
            Seat::Audience => "the white cell",
            _ => "your side and the white cell",
        };
        let readers = ["everybody", few].map(str::to_owned);
        form = form.choice("readers", "For", readers.to_vec(), 0);
    }
    if kind != Kind::End && authors.len() > 1 {
        let names = names(sitting, &authors);
        form = form.choice("author", "By", names, 0);
    }
    NoteSheet {
        kind,
        authors,
        form,
    }
}

/// The seat at the screen; at the white cell's, everybody who takes part.
fn authors(sitting: &Sitting, seat: Seat) -> Vec<(Seat, Option<String>)> {
    let participants =
        look(sitting).map_or_else(Vec::new, |glance| glance.view.room.participants.clone());
    let others = participants
        .into_iter()
        .filter(|one| seat == Seat::WhiteCell || one.seat == seat)
        .map(|one| (one.seat, Some(one.name)));
    std::iter::once((seat, None)).chain(others).collect()
}

fn names(sitting: &Sitting, authors: &[(Seat, Option<String>)]) -> Vec<String> {
    let seat_name =
        |seat: Seat| look(sitting).map_or_else(String::new, |glance| glance.name(seat).to_owned());
    authors
        .iter()
        .map(|(seat, name)| match name {
            Some(name) => format!("{}, {}", unequal_core::deck::plain(name), seat_name(*seat)),
            None => seat_name(*seat),
        })
        .collect()
}

impl Asks for NoteSheet {
    fn title(&self, _app: &Sitting) -> String {
        match self.kind {
            Kind::Note => "A note for the record",
            Kind::Bookmark => "A bookmark at this moment",
            Kind::End => "End the session here",
        }
        .to_owned()
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = match self.kind {
            Kind::Note => "It has no effect on play.",
            Kind::Bookmark => "The debriefing comes back to it.",
            Kind::End => {
                "The ending is worked out from where the table stands. This cannot be played on, but undone."
            }
        };
        wrap(words, usize::from(width))
            .iter()
            .map(|line| heading(line, sitting.theme.dim))
            .collect()
    }

    fn effects(&self, _app: &Sitting) -> Result<Vec<Effect>, Missing> {
        let place = self.form.chosen("author").min(self.authors.len() - 1);
        let (seat, name) = &self.authors[place];
        let missing = "Write a word or two first, or go back with Esc.";
        let action = match self.kind {
            Kind::Note => Action::Note {
                text: required(&self.form, "text", missing)?,
                private: self.form.chosen("readers") == 1,
            },
            Kind::Bookmark => Action::Bookmark {
                label: self.form.typed("text"),
            },
            Kind::End => Action::End {
                reason: required(&self.form, "text", missing)?,
            },
        };
        Ok(vec![Effect::SubmitAs {
            seat: *seat,
            by: name.clone().unwrap_or_else(|| NAMELESS.to_owned()),
            action,
        }])
    }
}
