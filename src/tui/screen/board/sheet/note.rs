//! Small sheets with one text: a note, a bookmark, the reason for which the session ends.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::engine::action::Action;
use crate::engine::seat::Seat;
use crate::session::Remarks;
use crate::tui::app::{App, Tone};
use crate::tui::command::{Command, Hint};
use crate::tui::effect::Effect;
use crate::tui::field::{TextField, Typing};
use crate::tui::keymap::Layer;
use crate::tui::outside::draft_prefix;
use crate::tui::screen::board::sheet::{Page, Then, below, heading, lines, paper};
use crate::tui::widget::fit::wrap;

/// What the text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Note { private: bool },
    Bookmark,
    End,
}

/// A sheet with one text.
#[derive(Debug)]
pub struct NoteSheet {
    seat: Seat,
    kind: Kind,
    text: TextField,
}

impl NoteSheet {
    /// A note for the record.
    pub fn note(app: &App) -> Self {
        Self::new(
            app,
            Kind::Note { private: false },
            "note",
            "What should be remembered?",
        )
    }

    /// A mark to come back to.
    pub fn bookmark(app: &App) -> Self {
        Self::new(app, Kind::Bookmark, "bookmark", "a word for it, or nothing")
    }

    /// The end of the session, by ruling.
    pub fn end(app: &App) -> Self {
        Self::new(app, Kind::End, "end", "Why does it end here?")
    }

    fn new(app: &App, kind: Kind, word: &str, hint: &str) -> Self {
        let seat = app.seat.unwrap_or(Seat::WhiteCell);
        let name = format!("{}text", draft_prefix(seat, word));
        Self {
            seat,
            kind,
            text: TextField::new(4000)
                .with_value(&app.draft(&name))
                .with_draft(&name)
                .with_placeholder(hint),
        }
    }

    const fn title(&self) -> &'static str {
        match self.kind {
            Kind::Note { .. } => "A note for the record",
            Kind::Bookmark => "A bookmark at this moment",
            Kind::End => "End the session here",
        }
    }

    const fn about(&self) -> &'static str {
        match self.kind {
            Kind::Note { private: false } => {
                "Everybody may read it. Tab: for your side and the white cell only."
            }
            Kind::Note { private: true } => {
                "Only your side and the white cell may read it. Tab: for everybody."
            }
            Kind::Bookmark => "The debriefing comes back to it.",
            Kind::End => {
                "The ending is worked out from where the table stands. This cannot be played on, but undone."
            }
        }
    }

    fn submit(&self, app: &mut App) -> Then {
        let text = self.text.value().trim().to_owned();
        if text.is_empty() && self.kind != Kind::Bookmark {
            app.say(
                Tone::Trouble,
                "Write a word or two first, or go back with Esc.",
            );
            return Then::Stay;
        }
        let action = match self.kind {
            Kind::Note { private } => Action::Note { text, private },
            Kind::Bookmark => Action::Bookmark { label: text },
            Kind::End => Action::End { reason: text },
        };
        Then::Do(vec![Effect::Submit {
            seat: self.seat,
            action,
            remarks: Remarks::default(),
        }])
    }
}

impl Page for NoteSheet {
    fn layer(&self) -> Layer {
        Layer::Text
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.text)
    }

    fn hints(&self, _app: &App) -> Vec<Hint> {
        let mut hints = vec![Command::Confirm.hint("put on the record")];
        if matches!(self.kind, Kind::Note { .. }) {
            hints.push(Command::NextField.hint("who may read it"));
        }
        hints.push(Command::Back.hint("back, keeps the text"));
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let inner = paper(frame, area, self.title(), (68, 9), &app.theme);
        let rows = inner.height.saturating_sub(3).max(1).min(inner.height);
        let field = Rect {
            height: rows,
            ..inner
        };
        if let Some(place) = self.text.draw(field, frame.buffer_mut(), &app.theme, true) {
            frame.set_cursor_position(place);
        }
        let mut at = below(inner, rows + 1);
        for line in wrap(self.about(), usize::from(at.width)) {
            at = lines(frame, at, &[heading(&line, app.theme.dim)]);
        }
    }

    fn on(&mut self, app: &mut App, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => return self.submit(app),
            Command::NextField | Command::PreviousField => {
                if let Kind::Note { private } = &mut self.kind {
                    *private = !*private;
                }
            }
            _ => {}
        }
        Then::Stay
    }
}
