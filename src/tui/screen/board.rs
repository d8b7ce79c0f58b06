//! The board: the table as the seat at the screen may see it.

pub mod sheet;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::field::Typing;
use crate::tui::keymap::Layer;

/// What is chosen on the board.
#[derive(Debug, Default)]
pub struct Board;

impl Board {
    /// The layer of its keys.
    pub const fn layer(&self) -> Layer {
        Layer::Board
    }

    /// The text field that is typed into, if one is.
    pub const fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        None
    }

    /// The commands of the footer.
    pub fn hints(&self, _app: &App) -> Vec<Command> {
        vec![Command::Act, Command::Help]
    }

    /// Draws the board.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        frame.buffer_mut().set_stringn(
            area.x,
            area.y,
            " the board",
            usize::from(area.width),
            app.theme.title,
        );
    }
}

/// Does a command on the board.
pub fn on(_app: &mut App, _command: Command) -> Vec<Effect> {
    Vec::new()
}
