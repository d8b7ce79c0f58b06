//! The entry that is looked at, and what lay on the table then, alone on the sheet: to read them to their end.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::Glance;
use crate::page::paper::{FULL, Reading, inside, paper};
use crate::page::{Page, Then};
use crate::screen::board::on_table;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::prose::Piece;

/// An entry to read.
#[derive(Debug, Default)]
pub(super) struct EntrySheet {
    walk: Walk,
}

impl EntrySheet {
    fn reading(sitting: &Sitting, place: Rect) -> Option<Reading> {
        let (Some(replay), Some(session)) = (&sitting.replay, &sitting.place) else {
            return None;
        };
        let mut pieces = replay.pieces(session, sitting);
        let glance = Glance::at(session, replay.at());
        pieces.extend([
            Piece::Gap,
            Piece::Heading("On the table".to_owned(), sitting.theme.title),
            Piece::Gap,
        ]);
        pieces.extend(on_table::pieces(&glance, &sitting.theme));
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
            reading.draw(frame, self.walk.scroll(), &sitting.theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Left | Command::Right => {
                if let Some(replay) = &mut sitting.replay {
                    let step = replay.step;
                    replay.go(if command == Command::Left {
                        step.saturating_sub(1)
                    } else {
                        step + 1
                    });
                }
                self.walk.go(0);
            }
            other => {
                let reading = Self::reading(sitting, inside(sitting, FULL));
                let text = reading.map(|reading| reading.text());
                self.walk.read(other, text.unwrap_or_default());
            }
        }
        Then::Stay
    }
}
