//! The entry that is looked at, alone on the sheet: to read it to its end.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::page::paper::{FULL, Reading, inside, paged, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;

/// An entry to read.
#[derive(Debug, Default)]
pub(super) struct EntrySheet {
    scroll: usize,
}

impl EntrySheet {
    fn reading(sitting: &Sitting, place: Rect) -> Option<Reading> {
        let (Some(replay), Some(table)) = (&sitting.replay, &sitting.table) else {
            return None;
        };
        let pieces = replay.pieces(table, sitting);
        Some(Reading::new(&pieces, place, &sitting.theme))
    }
}

impl Page for EntrySheet {
    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Left.hint("entry"),
            Command::Up.hint("scroll"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let title = match &sitting.replay {
            Some(replay) => format!("Entry {}", replay.at()),
            _ => String::new(),
        };
        let place = paper(frame, area, &title, FULL, &sitting.theme);
        if let Some(reading) = Self::reading(sitting, place) {
            reading.draw(frame, self.scroll, &sitting.theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let reading = Self::reading(sitting, inside(sitting, FULL));
        let last = reading.as_ref().map_or(0, Reading::last_scroll);
        match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Up => self.scroll = self.scroll.saturating_sub(1),
            Command::Down => self.scroll = (self.scroll + 1).min(last),
            Command::Left | Command::Right => {
                if let Some(replay) = &mut sitting.replay {
                    let step = replay.step;
                    replay.go(if command == Command::Left {
                        step.saturating_sub(1)
                    } else {
                        step + 1
                    });
                }
                self.scroll = 0;
            }
            other => self.scroll = paged(self.scroll, other, reading.as_ref()),
        }
        Then::Stay
    }
}
