//! What can be done on this screen, made from the keymap.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::command::Command;
use crate::tui::effect::Effect;

/// The help of a layer.
#[derive(Debug)]
pub struct HelpPage;

impl HelpPage {
    /// Draws the help.
    pub fn draw(&self, _frame: &mut Frame<'_>, _area: Rect, _app: &App) {}
}

/// Does a command on the help.
pub fn on(_app: &mut App, _command: Command) -> Vec<Effect> {
    Vec::new()
}
