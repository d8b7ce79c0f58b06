//! Any command by its name.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::field::LineField;

/// The palette.
#[derive(Debug)]
pub struct Palette {
    /// What is looked for.
    pub query: LineField,
}

impl Palette {
    /// Finds anew after something was typed.
    pub fn follow(&mut self) {}

    /// Draws the palette.
    pub fn draw(&self, _frame: &mut Frame<'_>, _area: Rect, _app: &App) {}
}

/// Does a command on the palette.
pub fn on(_app: &mut App, _command: Command) -> Vec<Effect> {
    Vec::new()
}
