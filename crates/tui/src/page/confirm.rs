//! A question with two answers.
//!
//! ```text
//! ┌ Leave unequal? ──────────────────────────────────────┐
//! │ Everything is on disk already; the session can be    │
//! │ continued at any time.                               │
//! └──────────────────────────────────────────────────────┘
//!  ⏎ yes   esc no
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::stack::Overlay;
use crate::widget::dialog::Dialog;
use crate::widget::prose::{Piece, Prose};

/// A question; Enter does what it asks about, Esc does not.
#[derive(Debug)]
pub struct Confirm {
    /// What is asked, in a few words.
    pub title: String,
    /// What would happen, in a sentence.
    pub text: String,
    /// What is done on yes.
    pub effects: Vec<Effect>,
}

impl Confirm {
    /// Draws the question.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let columns = 52.min(area.width.saturating_sub(4));
        let pieces = [Piece::Gap, Piece::Text(self.text.clone()), Piece::Gap];
        let prose = Prose::new(&pieces, columns, &app.theme);
        let dialog = Dialog {
            title: &self.title,
            columns,
            rows: u16::try_from(prose.height()).unwrap_or(u16::MAX),
            theme: &app.theme,
        };
        frame.render_widget(&dialog, area);
        let inside = dialog.inside(area);
        prose.draw(inside, frame.buffer_mut(), 0, &app.theme);
    }
}

/// Does a command on the question.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    if command != Command::Confirm {
        return Vec::new();
    }
    match app.overlays.pop() {
        Some(Overlay::Confirm(confirm)) => confirm.effects,
        _ => Vec::new(),
    }
}
