//! What was written, and where each lies.
//!
//! ```text
//! ┌ What the session leaves ─────────────────────────────────────┐
//! │ In saves:                                                    │
//! │                                                              │
//! │ · table-2.report.html: the report, with all that is on record│
//! │ · table-2.bundle: the record, …                              │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::page::paper::{FULL, Reading, inside, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_papers::handout::Written;

/// Files that were written.
#[derive(Debug)]
pub struct WrittenSheet {
    title: &'static str,
    folder: PathBuf,
    files: Vec<Written>,
    walk: Walk,
}

impl WrittenSheet {
    /// What was written into a folder, under a title.
    pub fn new(title: &'static str, folder: PathBuf, files: Vec<Written>) -> Self {
        Self {
            title,
            folder,
            files,
            walk: Walk::default(),
        }
    }

    fn pieces(&self, sitting: &Sitting) -> Vec<Piece> {
        let folder = if self.folder.as_os_str().is_empty() {
            ".".to_owned()
        } else {
            plain(&self.folder.display().to_string())
        };
        let mut pieces = vec![
            Piece::Heading(format!("In {folder}"), sitting.theme.strong),
            Piece::Gap,
        ];
        pieces.extend(self.files.iter().map(|file| {
            let path = file.path.strip_prefix(&self.folder).unwrap_or(&file.path);
            let path = plain(&path.display().to_string());
            Piece::Point(format!("{path}: {}", file.purpose))
        }));
        pieces
    }

    fn size(&self, sitting: &Sitting) -> (u16, u16) {
        let room = Rect::new(0, 0, inside(sitting, FULL).width, 1);
        let rows = Reading::new(&self.pieces(sitting), room, &sitting.theme)
            .prose
            .height();
        (
            FULL.0.min(84),
            u16::try_from(rows).unwrap_or(u16::MAX).min(FULL.1),
        )
    }

    fn reading(&self, place: Rect, sitting: &Sitting) -> Reading {
        Reading::new(&self.pieces(sitting), place, &sitting.theme)
    }
}

impl Page for WrittenSheet {
    fn stays(&self) -> bool {
        true
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let goes_on = self
            .reading(inside(sitting, self.size(sitting)), sitting)
            .goes_on();
        let more = goes_on.then(|| Command::PageDown.hint("read on"));
        more.into_iter().chain([Command::Back.into()]).collect()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let place = paper(frame, area, self.title, self.size(sitting), &sitting.theme);
        self.reading(place, sitting)
            .draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Back | Command::Confirm) {
            return Then::Close;
        }
        let text = self
            .reading(inside(sitting, self.size(sitting)), sitting)
            .text();
        self.walk.read(command, text);
        Then::Stay
    }
}
