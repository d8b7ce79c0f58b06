//! The curtain between two seats at one screen: whose turn it is to sit down, and nothing else.
//!
//! ```text
//!  unequal · Stockholm table 2                                       ● saved 11:42:07
//!
//!
//!                                    RUSSIA
//!
//!                               Please sit down.
//!
//!              Press ⏎ when only Russia can see the screen.
//!
//! ```

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::Paragraph;

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::flow;
use crate::screen::{Screen, header};
use unequal_core::engine::seat::Seat;

/// The curtain, down for a seat.
#[derive(Clone, Copy, Debug)]
pub struct Curtain {
    seat: Seat,
}

impl Curtain {
    /// The curtain in front of a seat.
    pub const fn new(seat: Seat) -> Self {
        Self { seat }
    }

    /// The commands of the footer.
    pub fn hints(self, app: &App) -> Vec<Hint> {
        let mut hints = vec![Command::LiftCurtain.hint("sit down")];
        if self.seat != Seat::WhiteCell && app.table.as_ref().is_some_and(flow::has_white_cell) {
            hints.push(Command::TakeScreen.into());
        }
        hints.extend([Command::GoHome.hint("home"), Command::Help.into()]);
        hints
    }

    /// Draws the curtain.
    pub fn draw(self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        header(frame, area, app, Line::default());
        let name = app
            .table
            .as_ref()
            .map_or("", |table| table.deck().text.seat_name(self.seat));
        let theme = &app.theme;
        let text = Text::from(vec![
            Line::from(Span::styled(
                name.to_uppercase(),
                theme.seat(self.seat).patch(theme.strong),
            )),
            Line::default(),
            Line::from(Span::styled("Please sit down.", theme.text)),
            Line::default(),
            Line::from(Span::styled(
                format!(
                    "Press ⏎ when only {} can see this screen.",
                    as_object(self.seat, name)
                ),
                theme.dim,
            )),
        ]);
        let [_, middle, _] = Layout::vertical([
            Constraint::Fill(2),
            Constraint::Length(5),
            Constraint::Fill(3),
        ])
        .areas(area);
        frame.render_widget(Paragraph::new(text).centered(), middle);
        app.mark(area, Command::LiftCurtain);
    }
}

/// The seat as it stands within a sentence.
fn as_object(seat: Seat, name: &str) -> String {
    match seat {
        Seat::WhiteCell => "the white cell".to_owned(),
        Seat::Patron | Seat::Client | Seat::Observer => name.to_owned(),
    }
}

/// Does a command at the curtain.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    let Screen::Curtain(curtain) = &app.screen else {
        return Vec::new();
    };
    match command {
        Command::LiftCurtain => {
            flow::sit_down(app, curtain.seat);
            Vec::new()
        }
        Command::TakeScreen if app.table.as_ref().is_some_and(flow::has_white_cell) => {
            flow::to_the_console(app);
            Vec::new()
        }
        Command::Back | Command::GoHome => vec![Effect::Leave],
        _ => Vec::new(),
    }
}
