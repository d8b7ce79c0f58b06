//! The end of a session.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::effect::Effect;
use crate::tui::keymap::Layer;
use crate::tui::screen::header;

/// The end screen.
#[derive(Debug, Default)]
pub struct End;

impl End {
    /// The end, from its top.
    pub const fn new() -> Self {
        Self
    }

    /// The layer of its keys.
    pub const fn layer(&self) -> Layer {
        Layer::End
    }

    /// The commands of the footer.
    pub fn hints(&self, _app: &App) -> Vec<Hint> {
        vec![Command::GoHome.into(), Command::Help.into()]
    }

    /// Draws the end.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        header(frame, area, app, Line::from("The session has ended"));
    }
}

/// Does a command on the end screen.
pub fn on(_app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::GoHome | Command::Back => vec![Effect::Leave],
        _ => Vec::new(),
    }
}
