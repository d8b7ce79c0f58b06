//! The decks, to read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::effect::Effect;
use crate::tui::field::Typing;
use crate::tui::keymap::Layer;
use crate::tui::screen::header;

/// The deck browser.
#[derive(Debug, Default)]
pub struct Decks;

impl Decks {
    /// The layer of its keys.
    pub const fn layer(&self) -> Layer {
        Layer::Decks
    }

    /// The text field that is typed into, if one is.
    pub const fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        None
    }

    /// Follows what is looked for.
    pub const fn follow(&mut self) {}

    /// The commands of the footer.
    pub fn hints(&self) -> Vec<Hint> {
        vec![Command::Back.into()]
    }

    /// Draws the browser.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        header(frame, area, app, Line::from("Decks"));
    }
}

/// Does a command on the browser.
pub fn on(_app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Back => vec![Effect::Leave],
        _ => Vec::new(),
    }
}
