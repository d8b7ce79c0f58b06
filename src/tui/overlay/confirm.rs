//! A question with two answers.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::command::Command;
use crate::tui::effect::Effect;

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
    pub fn draw(&self, _frame: &mut Frame<'_>, _area: Rect, _app: &App) {}
}

/// Does a command on the question.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    if command != Command::Confirm {
        return Vec::new();
    }
    match app.overlays.pop() {
        Some(crate::tui::overlay::Overlay::Confirm(confirm)) => confirm.effects,
        _ => Vec::new(),
    }
}
