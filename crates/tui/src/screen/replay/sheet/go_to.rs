//! Goes to an entry by its number.

use ratatui::Frame;
use ratatui::layout::Rect;
use unequal_core::engine::entry_number::EntryNumber;

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{heading, lines, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;

/// Asks for a number.
#[derive(Debug)]
pub(super) struct GoToSheet {
    number: LineField,
}

impl GoToSheet {
    pub(super) fn new() -> Self {
        Self {
            number: LineField::new(9).with_placeholder("a number; 0 is STARTEX"),
        }
    }
}

impl Page for GoToSheet {
    fn layer(&self) -> Layer {
        Layer::Line
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.number)
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![Command::Confirm.hint("go there"), Command::Back.into()]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let inner = paper(frame, area, "Go to entry", (40, 2), &sitting.theme);
        if let Some(place) = self
            .number
            .draw(inner, frame.buffer_mut(), &sitting.theme, true)
        {
            frame.set_cursor_position(place);
        }
        let below = Rect {
            y: inner.y + 1,
            height: inner.height.saturating_sub(1),
            ..inner
        };
        let words = "Entries are numbered as in the report.";
        lines(frame, below, &[heading(words, sitting.theme.dim)]);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => {}
            _ => return Then::Stay,
        }
        let Some((replay, table)) = sitting.reading() else {
            return Then::Close;
        };
        let last = table.last_number();
        match self.number.text().trim().parse::<EntryNumber>() {
            Ok(number) if number <= last => {
                replay.go_to(number);
                let there = replay.at() == number;
                if !there {
                    let words = format!(
                        "Entry {number} is not among those that are stepped through; \
                         this is the last one before it."
                    );
                    sitting.say(Tone::Plain, words);
                }
                Then::Close
            }
            _ => {
                let words = format!("There is no such entry: they run from 0 to {last}.");
                sitting.say(Tone::Trouble, words);
                Then::Stay
            }
        }
    }
}
