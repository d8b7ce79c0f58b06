//! What lies before a person and takes the keys, and what it is made of.

pub mod asking;
pub mod confirm;
pub mod form;
pub mod help;
pub mod listing;
pub mod palette;
pub mod paper;

use std::fmt::Debug;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::errand::Order;
use crate::field::Typing;
use crate::keymap::Layer;

/// What becomes of a sheet after a command.
#[derive(Debug)]
pub enum Then {
    /// It stays.
    Stay,
    /// It is taken away.
    Close,
    /// Another sheet is laid on it.
    Open(Sheet),
    /// Something is done outside the interface; it stays until that has worked.
    Do(Vec<Effect>),
}

/// One sheet.
pub trait Page: Debug {
    /// The layer of its keys: `Line` or `Text` while a text field has the focus.
    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    /// The text field that is typed into, if one is.
    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        None
    }

    /// Whether it stays after an act that does not advance play, such as one on the plan of injects.
    fn stays(&self) -> bool {
        false
    }

    /// What is to be worked out beside the keys for it.
    fn wants(&self, _app: &App) -> Option<Order> {
        None
    }

    /// The commands of the footer.
    fn hints(&self, app: &App) -> Vec<Hint>;

    /// Draws the sheet over `area`.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App);

    /// Does a command.
    fn on(&mut self, app: &mut App, command: Command) -> Then;
}

/// A sheet over the board.
#[derive(Debug)]
pub struct Sheet(Box<dyn Page>);

impl Sheet {
    /// Makes a sheet of a page.
    pub fn new(page: impl Page + 'static) -> Self {
        Self(Box::new(page))
    }

    /// Does a command.
    pub fn on(&mut self, app: &mut App, command: Command) -> Then {
        self.0.on(app, command)
    }

    /// The layer of its keys.
    pub fn layer(&self) -> Layer {
        self.0.layer()
    }

    /// What is to be worked out beside the keys for it.
    pub fn wants(&self, app: &App) -> Option<Order> {
        self.0.wants(app)
    }

    /// Whether it stays after an act that does not advance play.
    pub fn stays(&self) -> bool {
        self.0.stays()
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        self.0.field_mut()
    }

    /// The commands of the footer.
    pub fn hints(&self, app: &App) -> Vec<Hint> {
        self.0.hints(app)
    }

    /// Draws the sheet over `area`.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        self.0.draw(frame, area, app);
    }
}
