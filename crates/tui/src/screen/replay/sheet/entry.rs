//! The entry that is looked at, alone on the sheet: to read it to its end.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;
use crate::command::{Command, Hint};
use crate::page::paper::{FULL, Reading, inside, paged, paper};
use crate::page::{Page, Then};
use crate::screen::Screen;

/// An entry to read.
#[derive(Debug, Default)]
pub(super) struct EntrySheet {
    scroll: usize,
}

impl EntrySheet {
    fn reading(app: &App, place: Rect) -> Option<Reading> {
        let (Screen::Replay(replay), Some(table)) = (&app.screen, &app.table) else {
            return None;
        };
        let pieces = replay.pieces(table, app);
        Some(Reading::new(&pieces, place, &app.theme))
    }
}

impl Page for EntrySheet {
    fn hints(&self, _app: &App) -> Vec<Hint> {
        vec![
            Command::Left.hint("entry"),
            Command::Up.hint("scroll"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let title = match &app.screen {
            Screen::Replay(replay) => format!("Entry {}", replay.at()),
            _ => String::new(),
        };
        let place = paper(frame, area, &title, FULL, &app.theme);
        if let Some(reading) = Self::reading(app, place) {
            reading.draw(frame, self.scroll, &app.theme);
        }
    }

    fn on(&mut self, app: &mut App, command: Command) -> Then {
        let reading = Self::reading(app, inside(app, FULL));
        let last = reading.as_ref().map_or(0, Reading::last_scroll);
        match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Up => self.scroll = self.scroll.saturating_sub(1),
            Command::Down => self.scroll = (self.scroll + 1).min(last),
            Command::Left | Command::Right => {
                if let Screen::Replay(replay) = &mut app.screen {
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
