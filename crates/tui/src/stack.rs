//! What may lie over a screen: the palette, the help, a question, a sheet of the board.

pub mod verbs;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::Typing;
use crate::keymap::Layer;
use crate::page;
use crate::page::Sheet;
use crate::page::confirm::Confirm;
use crate::page::help::HelpPage;
use crate::page::palette::Palette;
use crate::screen::board::sheet;

/// Something that lies over a screen and takes the keys.
#[derive(Debug)]
pub enum Overlay {
    /// Any command by its name.
    Palette(Palette),
    /// What can be done here.
    Help(HelpPage),
    /// A question.
    Confirm(Confirm),
    /// A sheet of the board: a demand, a response, remarks, a ruling.
    Sheet(Box<Sheet>),
}

impl Overlay {
    /// The layer of its keys.
    pub fn layer(&self) -> Layer {
        match self {
            Self::Palette(_) => Layer::Palette,
            Self::Help(_) => Layer::Help,
            Self::Confirm(_) => Layer::Confirm,
            Self::Sheet(sheet) => sheet.layer(),
        }
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self {
            Self::Palette(palette) => Some(&mut palette.query),
            Self::Help(_) | Self::Confirm(_) => None,
            Self::Sheet(sheet) => sheet.field_mut(),
        }
    }

    /// The commands of the footer.
    pub fn hints(&self, app: &App) -> Vec<Hint> {
        match self {
            Self::Palette(_) => vec![
                Command::Up.hint("choose"),
                Command::Confirm.hint("do it"),
                Command::Back.hint("close"),
            ],
            Self::Help(page) => page.hints(app),
            Self::Confirm(_) => vec![Command::Confirm.hint("yes"), Command::Back.hint("no")],
            Self::Sheet(sheet) => sheet.hints(app),
        }
    }

    /// Draws it over `area`.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        match self {
            Self::Palette(palette) => palette.draw(frame, area, app),
            Self::Help(help) => help.draw(frame, area, app),
            Self::Confirm(confirm) => confirm.draw(frame, area, app),
            Self::Sheet(sheet) => sheet.draw(frame, area, app),
        }
    }
}

/// Gives a command to what lies on top.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    match app.overlays.last() {
        Some(Overlay::Palette(_)) => page::palette::on(app, command),
        Some(Overlay::Help(_)) => page::help::on(app, command),
        Some(Overlay::Confirm(_)) => page::confirm::on(app, command),
        Some(Overlay::Sheet(_)) => sheet::on(app, command),
        None => Vec::new(),
    }
}
