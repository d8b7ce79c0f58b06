//! The sheets that lie over the board while an act is prepared.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::effect::Effect;
use crate::tui::field::Typing;
use crate::tui::keymap::Layer;

/// A sheet over the board.
#[derive(Debug)]
pub enum Sheet {}

impl Sheet {
    /// The layer of its keys: `Line` or `Text` while a text field has the focus.
    pub const fn layer(&self) -> Layer {
        match *self {}
    }

    /// The text field that is typed into, if one is.
    pub const fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match *self {}
    }

    /// The commands of the footer.
    pub const fn hints(&self, _app: &App) -> Vec<Hint> {
        match *self {}
    }

    /// Draws the sheet over `area`.
    pub const fn draw(&self, _frame: &mut Frame<'_>, _area: Rect, _app: &App) {
        match *self {}
    }
}

/// Does a command on the sheet that lies on top.
pub fn on(_app: &mut App, _command: Command) -> Vec<Effect> {
    Vec::new()
}
