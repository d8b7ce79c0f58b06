//! What all sides accept for the exercise, to read aloud; on the way to STARTEX it is read before anything counts.
//!
//! ```text
//! ┌ STARTEX: read this aloud first ─────────────────────────────┐
//! │ What all sides accept for the exercise                      │
//! │ · A move is half a year. One demand stands for many talks.  │
//! │ · The numbers are assumptions made to be disputed.          │
//! │                                                             │
//! │ From here on everything counts. ^S begins.                  │
//! └─────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::page::asking::white_cell;
use crate::page::paper::{Reading, inside, paper};
use crate::page::{Page, Sheet, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;

/// Columns of text that is read aloud.
const COLUMNS: u16 = 76;

/// What is said where a deck says nothing.
const ANYWHERE: [&str; 3] = [
    "Each side speaks with one voice, and one demand in a move stands for many talks.",
    "The numbers are assumptions made to be disputed. They measure nothing, and nothing here is a forecast.",
    "Offices are played, not persons.",
];

/// What all sides accept, on the way to STARTEX or only to read.
#[derive(Debug)]
struct Aloud {
    begins: bool,
    walk: Walk,
}

/// What all sides accept, to read; where `begins`, the session begins from there.
pub fn sheet(begins: bool) -> Sheet {
    Sheet::new(Aloud {
        begins,
        walk: Walk::default(),
    })
}

/// What all sides accept for the exercise.
pub fn accepted(glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
    let heading = "What all sides accept for the exercise".to_owned();
    let of_deck = &glance.text().about.artificialities;
    let told: Vec<String> = match of_deck.as_slice() {
        [] => ANYWHERE.map(str::to_owned).to_vec(),
        own => own.to_vec(),
    };
    let points = told.into_iter().map(Piece::Point);
    std::iter::once(Piece::Heading(heading, theme.title))
        .chain(points)
        .collect()
}

impl Aloud {
    fn pieces(&self, sitting: &Sitting) -> Vec<Piece> {
        let Some(glance) = look(sitting) else {
            return Vec::new();
        };
        let mut pieces = accepted(&glance, &sitting.theme);
        if self.begins {
            let words = if glance.view.room.rehearsing {
                "Turn zero is thrown away then, and everything counts."
            } else {
                "From then on everything counts."
            };
            let words = format!("Read, and agreed? ^S begins. {words}");
            pieces.extend([Piece::Gap, Piece::Heading(words, sitting.theme.strong)]);
        }
        pieces
    }

    fn size(&self, sitting: &Sitting) -> (u16, u16) {
        let width = inside(sitting, (COLUMNS, 1)).width;
        let reading = Reading::new(
            &self.pieces(sitting),
            Rect::new(0, 0, width, 1),
            &sitting.theme,
        );
        let rows = u16::try_from(reading.prose.height());
        (COLUMNS, rows.unwrap_or(u16::MAX))
    }

    fn laid_out(&self, sitting: &Sitting) -> Reading {
        let place = inside(sitting, self.size(sitting));
        Reading::new(&self.pieces(sitting), place, &sitting.theme)
    }
}

impl Page for Aloud {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let begin = self.begins.then(|| Command::Record.hint("STARTEX: begin"));
        let more = self.laid_out(sitting).goes_on();
        let more = more.then(|| Command::PageDown.hint("read on"));
        begin
            .into_iter()
            .chain(more)
            .chain([Command::Back.into()])
            .collect()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let title = if self.begins {
            "STARTEX: read this aloud first"
        } else {
            "To read aloud"
        };
        let place = paper(frame, area, title, self.size(sitting), &sitting.theme);
        let reading = Reading::new(&self.pieces(sitting), place, &sitting.theme);
        reading.draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Record if self.begins => return Then::Do(white_cell(Action::StartEx)),
            // Enter reads on, and never begins: nobody throws a rehearsal away by one key too many.
            Command::Confirm => {
                let text = self.laid_out(sitting).text();
                self.walk.read(Command::PageDown, text);
            }
            other => {
                let text = self.laid_out(sitting).text();
                self.walk.read(other, text);
            }
        }
        Then::Stay
    }
}
