//! The home screen: what to do.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::command::Command;
use crate::tui::effect::Effect;

/// What is chosen on the home screen.
#[derive(Debug, Default)]
pub struct Home;

impl Home {
    /// The commands of the footer.
    pub fn hints(&self) -> Vec<Command> {
        vec![Command::NewSession, Command::Help, Command::Quit]
    }

    /// Draws the screen.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        frame.buffer_mut().set_stringn(
            area.x,
            area.y,
            " unequal",
            usize::from(area.width),
            app.theme.title,
        );
    }
}

/// Does a command on the home screen.
pub fn on(_app: &mut App, _command: Command) -> Vec<Effect> {
    Vec::new()
}
