//! The screens: each in its own file, with its drawing at the head.

pub mod board;
pub mod home;
pub mod too_small;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};

use crate::tui::app::App;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::field::Typing;
use crate::tui::keymap::Layer;
use crate::tui::overlay::{self, Overlay};
use crate::tui::screen::board::Board;
use crate::tui::screen::home::Home;
use crate::tui::widget::footer::Footer;

/// The fewest columns that screens are made for.
pub const LEAST_COLUMNS: u16 = 60;
/// The fewest rows that screens are made for.
pub const LEAST_ROWS: u16 = 20;

/// The screen that is shown, with its state.
#[derive(Debug)]
pub enum Screen {
    /// What to do: new session, continue, replay, decks.
    Home(Home),
    /// The table.
    Board(Box<Board>),
}

impl Screen {
    /// The layer of its keys.
    pub fn layer(&self) -> Layer {
        match self {
            Self::Home(_) => Layer::Home,
            Self::Board(board) => board.layer(),
        }
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self {
            Self::Home(_) => None,
            Self::Board(board) => board.field_mut(),
        }
    }

    /// The commands of the footer: what may be done now, nothing else.
    pub fn hints(&self, app: &App) -> Vec<Command> {
        match self {
            Self::Home(home) => home.hints(),
            Self::Board(board) => board.hints(app),
        }
    }
}

/// Gives a command to what lies on top, or else to the screen.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    if !app.overlays.is_empty() {
        return overlay::on(app, command);
    }
    match app.screen {
        Screen::Home(_) => home::on(app, command),
        Screen::Board(_) => board::on(app, command),
    }
}

/// Draws everything: the screen, what lies over it, and the footer.
pub fn draw(frame: &mut Frame<'_>, app: &App) {
    let whole = frame.area();
    frame.buffer_mut().set_style(whole, app.theme.text);
    if whole.width < LEAST_COLUMNS || whole.height < LEAST_ROWS {
        too_small::draw(frame, app);
        return;
    }
    let [area, foot] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(whole);
    match &app.screen {
        Screen::Home(home) => home.draw(frame, area, app),
        Screen::Board(board) => board.draw(frame, area, app),
    }
    for overlay in &app.overlays {
        overlay.draw(frame, area, app);
    }
    let hints = app
        .overlays
        .last()
        .map_or_else(|| app.screen.hints(app), |top: &Overlay| top.hints(app));
    frame.render_widget(
        &Footer {
            layer: app.layer(),
            hints: &hints,
            notice: app.notice.as_ref(),
            theme: &app.theme,
        },
        foot,
    );
}
