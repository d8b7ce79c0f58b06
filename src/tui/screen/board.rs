//! The board: the table as the seat at the screen may see it.

pub mod sheet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::engine::seat::Seat;

use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::effect::Effect;
use crate::tui::field::Typing;
use crate::tui::keymap::{self, Layer};
use crate::tui::screen::header;

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
    pub fn hints(&self, _app: &App) -> Vec<Hint> {
        vec![Command::Act.into(), Command::Help.into()]
    }

    /// The commands that can be done, with a key or without.
    pub fn offers(&self, _app: &App) -> Vec<Command> {
        keymap::own(Layer::Board)
            .iter()
            .map(|(_, command)| *command)
            .collect()
    }

    /// Draws the board.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let middle = app.table.as_ref().map_or_else(Line::default, |table| {
            let view = table.view(app.seat.unwrap_or(Seat::Observer));
            Line::from(format!(
                "move {}/{} · {}",
                view.move_number, view.moves_planned, view.phase
            ))
        });
        header(frame, area, app, middle);
    }
}

/// The board of a seat that sits down.
pub fn for_seat(_app: &App, _seat: Seat) -> Board {
    Board
}

/// After an act was put on the record: the place for its result.
pub fn submitted(_app: &mut App, _seat: Seat) {}

/// Does a command on the board.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Back | Command::GoHome => vec![Effect::Leave],
        // Until the sheets are there, the first legal act is made.
        Command::Act | Command::Confirm => {
            let (Some(seat), Some(table)) = (app.seat, &app.table) else {
                return Vec::new();
            };
            let acts = table.view(seat).acts;
            acts.into_iter()
                .next()
                .map(|action| Effect::Submit {
                    seat,
                    action,
                    remarks: crate::session::Remarks::default(),
                })
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}
