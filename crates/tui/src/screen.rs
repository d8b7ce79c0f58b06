//! The screens: each in its own file, with its drawing at the head.

pub mod board;
pub mod briefing;
pub mod compare;
pub mod curtain;
pub mod decks;
pub mod end;
mod first_line;
pub mod home;
pub mod projector;
pub mod replay;
pub mod setup;
pub mod too_small;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};

pub(crate) use first_line::header;

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::Typing;
use crate::keymap::{self, Layer};
use crate::screen::board::Board;
use crate::screen::briefing::Briefing;
use crate::screen::curtain::Curtain;
use crate::screen::decks::Decks;
use crate::screen::end::End;
use crate::screen::home::Home;
use crate::screen::projector::Projector;
use crate::screen::replay::Replay;
use crate::screen::setup::SetupForm;
use crate::stack::{self, Overlay};
use crate::widget::footer::Footer;
use crate::widget::prose::WIDEST;

/// The fewest columns that screens are made for.
pub const LEAST_COLUMNS: u16 = 60;
/// The fewest rows that screens are made for.
pub const LEAST_ROWS: u16 = 20;

/// The rows from which sheets leave the first line alone.
const ROOMY: u16 = 30;

/// The screen that is shown, with its state.
#[derive(Debug)]
pub enum Screen {
    /// What to do: new session, continue, replay, decks.
    Home(Home),
    /// A new session.
    Setup(Box<SetupForm>),
    /// What a seat reads before its first act.
    Briefing(Briefing),
    /// Between two seats at one screen.
    Curtain(Curtain),
    /// The table.
    Board(Box<Board>),
    /// The session has ended.
    End(Box<End>),
    /// The decks, to read.
    Decks(Box<Decks>),
    /// A session, to read.
    Replay(Box<Replay>),
    /// A session that is played elsewhere, for the room.
    Projector(Box<Projector>),
}

/// The board as a screen.
pub fn board_screen(board: Board) -> Screen {
    Screen::Board(Box::new(board))
}

impl Screen {
    /// The layer of its keys.
    pub fn layer(&self) -> Layer {
        match self {
            Self::Home(_) => Layer::Home,
            Self::Setup(form) => form.layer(),
            Self::Briefing(_) => Layer::Briefing,
            Self::Curtain(_) => Layer::Curtain,
            Self::Board(board) => board.layer(),
            Self::End(end) => end.layer(),
            Self::Decks(decks) => decks.layer(),
            Self::Replay(_) => Layer::Replay,
            Self::Projector(_) => Layer::Projector,
        }
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self {
            Self::Setup(form) => form.field_mut(),
            Self::Board(board) => board.field_mut(),
            Self::Decks(decks) => decks.field_mut(),
            Self::Home(_)
            | Self::Briefing(_)
            | Self::Curtain(_)
            | Self::End(_)
            | Self::Replay(_)
            | Self::Projector(_) => None,
        }
    }

    /// Lets a screen follow what was typed into its field.
    pub fn follow(&mut self) {
        match self {
            Self::Setup(form) => form.follow(),
            Self::Decks(decks) => decks.follow(),
            Self::Home(_)
            | Self::Briefing(_)
            | Self::Curtain(_)
            | Self::Board(_)
            | Self::End(_)
            | Self::Replay(_)
            | Self::Projector(_) => {}
        }
    }

    /// The commands of the footer: what may be done now, nothing else.
    pub fn hints(&self, app: &App) -> Vec<Hint> {
        match self {
            Self::Home(home) => home.hints(app),
            Self::Setup(form) => form.hints(),
            Self::Briefing(briefing) => briefing.hints(app),
            Self::Curtain(curtain) => curtain.hints(app),
            Self::Board(board) => board.hints(app),
            Self::End(end) => end.hints(app),
            Self::Decks(decks) => decks.hints(app),
            Self::Replay(replay) => replay.hints(app),
            Self::Projector(_) => projector::hints(),
        }
    }

    /// The commands that can be done on this screen, with a key or without.
    pub fn offers(&self, app: &App) -> Vec<Command> {
        let with_keys = |layer| {
            keymap::own(layer)
                .iter()
                .map(|(_, command)| *command)
                .collect()
        };
        match self {
            // A text field has keys of its own; the screen's commands are still there.
            Self::Setup(_) => with_keys(Layer::Setup),
            Self::Decks(_) => with_keys(Layer::Decks),
            Self::Board(board) => board.offers(app),
            Self::Home(_)
            | Self::Briefing(_)
            | Self::Curtain(_)
            | Self::End(_)
            | Self::Replay(_)
            | Self::Projector(_) => with_keys(self.layer()),
        }
    }
}

/// Takes colour and weight from what was drawn, so that what comes on top is seen first.
fn recede(buf: &mut Buffer, area: Rect, style: Style) {
    for row in area.rows() {
        for spot in row.columns() {
            let cell = &mut buf[(spot.x, spot.y)];
            cell.modifier = Modifier::empty();
            cell.bg = Color::Reset;
            cell.set_style(style);
        }
    }
}

/// The middle of the screen, as wide as text may be, with a free line above.
pub(crate) fn column(area: Rect) -> Rect {
    let width = (WIDEST + 2).min(area.width.saturating_sub(4));
    let top = 2.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + top,
        width,
        height: area.height - top,
    }
}

/// Gives a command to what lies on top, or else to the screen.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    if !app.overlays.is_empty() {
        return stack::on(app, command);
    }
    match app.screen {
        Screen::Home(_) => home::on(app, command),
        Screen::Setup(_) => setup::on(app, command),
        Screen::Briefing(_) => briefing::on(app, command),
        Screen::Curtain(_) => curtain::on(app, command),
        Screen::Board(_) => board::on(app, command),
        Screen::End(_) => end::on(app, command),
        Screen::Decks(_) => decks::on(app, command),
        Screen::Replay(_) => replay::on(app, command),
        Screen::Projector(_) => projector::on(command),
    }
}

/// Draws everything: the screen, what lies over it, and the footer.
pub fn draw(frame: &mut Frame<'_>, app: &App) {
    app.forget_targets();
    let whole = frame.area();
    frame.buffer_mut().set_style(whole, app.theme.text);
    if whole.width < LEAST_COLUMNS || whole.height < LEAST_ROWS {
        too_small::draw(frame, app);
        return;
    }
    // The room has no keys: the projector keeps its last line for itself.
    let footless = matches!(app.screen, Screen::Projector(_))
        && app.overlays.is_empty()
        && app.notice.is_none();
    let foot = Constraint::Length(u16::from(!footless));
    let [area, foot] = Layout::vertical([Constraint::Fill(1), foot]).areas(whole);
    match &app.screen {
        Screen::Home(home) => home.draw(frame, area, app),
        Screen::Setup(form) => form.draw(frame, area, app),
        Screen::Briefing(briefing) => briefing.draw(frame, area, app),
        Screen::Curtain(curtain) => curtain.draw(frame, area, app),
        Screen::Board(board) => board.draw(frame, area, app),
        Screen::End(end) => end.draw(frame, area, app),
        Screen::Decks(decks) => decks.draw(frame, area, app),
        Screen::Replay(replay) => replay.draw(frame, area, app),
        Screen::Projector(projector) => projector.draw(frame, area, app),
    }
    // Where there is room, the first line stays in sight: it says what is being written.
    let over = if area.height >= ROOMY {
        Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        }
    } else {
        area
    };
    for overlay in &app.overlays {
        // What lies under an overlay cannot be clicked, and steps back for the eye.
        app.forget_targets();
        if let Some(style) = app.theme.receded {
            recede(frame.buffer_mut(), over, style);
        }
        overlay.draw(frame, over, app);
    }
    if footless {
        return;
    }
    let hints = app
        .overlays
        .last()
        .map_or_else(|| app.screen.hints(app), |top: &Overlay| top.hints(app));
    let thinking = crate::flow::thinking(app);
    let footer = Footer {
        layer: app.layer(),
        hints: &hints,
        notice: app.notice.as_ref().or(thinking.as_ref()),
        theme: &app.theme,
    };
    for (place, command) in footer.places(foot) {
        app.mark(place, command);
    }
    frame.render_widget(&footer, footer.place(whole));
}
