//! Estimates given blind: one after the other at one screen, the digits not shown.
//!
//! ```text
//! ┌ Estimates, blind ──────────────────────────────────────┐
//! │ In crisis by the end of move 6?                         │
//! │ Decided by: the word beside stability on the board      │
//! │                                                         │
//! │ ANNA · Russia                                           │
//! │ How likely, 0 to 100?   ●●                              │
//! │                                                         │
//! │ What is typed is not shown. 4 are still to come.        │
//! └────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{WHOLE, heading, lines, paper, wrapped};
use crate::page::{Page, Then};
use crate::screen::board::room::poll_forms;
use crate::sitting::Sitting;
use unequal_core::deck::plain;
use unequal_session::telling::count;

/// Estimates given blind.
#[derive(Debug)]
pub struct BlindSheet {
    id: String,
    /// How many people were let pass.
    passed: usize,
    /// Kept nowhere: a number must not be found in a draft.
    digits: LineField,
}

impl BlindSheet {
    /// The sheet of a question.
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            passed: 0,
            digits: LineField::new(3),
        }
    }

    /// Whose turn it is, and how many are still to come.
    fn turn(&self, glance: &Glance<'_>) -> Option<(String, usize)> {
        let polls = &glance.view.room.polls;
        let poll = polls.iter().find(|poll| poll.id == self.id)?;
        let place = self.passed % poll.missing.len().max(1);
        Some((poll.missing.get(place)?.clone(), poll.missing.len()))
    }

    fn give(&mut self, sitting: &mut Sitting) -> Then {
        let Some((name, _)) = look(sitting).and_then(|glance| self.turn(&glance)) else {
            return Then::Close;
        };
        let typed = self.digits.text().trim().parse::<u8>().ok();
        let Some(percent) = typed.filter(|percent| *percent <= 100) else {
            self.digits.set("");
            sitting.say(
                Tone::Trouble,
                "A number from 0 to 100, please: type it again.",
            );
            return Then::Stay;
        };
        self.digits.set("");
        Then::Do(vec![poll_forms::estimate(
            sitting, &self.id, &name, percent,
        )])
    }
}

impl Page for BlindSheet {
    fn layer(&self) -> Layer {
        Layer::Line
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.digits)
    }

    fn stays(&self) -> bool {
        true
    }

    fn takes_screen(&self) -> bool {
        true
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let turn = look(sitting).and_then(|glance| self.turn(&glance));
        let mut hints = Vec::new();
        match turn {
            None => hints.push(Command::Confirm.hint("done")),
            Some((_, more)) => {
                hints.push(Command::Confirm.hint("give"));
                if more > 1 {
                    hints.push(Command::NextField.hint("somebody else first"));
                }
            }
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let inner = paper(frame, area, "Estimates, blind", WHOLE, theme);
        let polls = &glance.view.room.polls;
        let Some(poll) = polls.iter().find(|poll| poll.id == self.id) else {
            return;
        };
        let width = usize::from(inner.width);
        let mut told = wrapped(&plain(&poll.question), width, theme.title);
        let decided = format!("Decided by: {}", plain(&poll.resolution));
        told.extend(wrapped(&decided, width, theme.dim));
        told.push(Line::default());
        let Some((name, more)) = self.turn(&glance) else {
            let words = if poll.answered.is_empty() {
                "Nobody is entered as taking part: enter people first, or take the list."
            } else {
                "Everybody has given an estimate. v on the list reveals them."
            };
            told.push(heading(words, theme.strong));
            lines(frame, inner, &told);
            return;
        };
        let participants = &glance.view.room.participants;
        let seat = participants
            .iter()
            .find(|one| one.name == name)
            .map(|one| one.seat);
        let style = seat.map_or(theme.strong, |seat| theme.seat(seat));
        let side = seat.map_or("", |seat| glance.name(seat));
        told.push(Line::from(vec![
            Span::styled(plain(&name).to_uppercase(), style.patch(theme.strong)),
            Span::styled(format!(" · {side}"), theme.dim),
        ]));
        let hidden = "●".repeat(self.digits.text().chars().count());
        told.push(Line::from(vec![
            Span::styled("How likely, 0 to 100?  ", theme.text),
            Span::styled(format!("{hidden:<4}"), theme.field_active),
        ]));
        told.push(Line::default());
        let words = match more {
            1 => "What is typed is not shown. This is the last one.".to_owned(),
            more => format!(
                "What is typed is not shown. After this one: {} to come.",
                count(more - 1, "estimate", "estimates")
            ),
        };
        told.push(heading(&words, theme.dim));
        lines(frame, inner, &told);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => return self.give(sitting),
            Command::NextField => {
                self.digits.set("");
                self.passed += 1;
            }
            _ => {}
        }
        Then::Stay
    }
}
