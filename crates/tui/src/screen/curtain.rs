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

use crate::command::{Command, Hint};
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::page::confirm::leave_the_table;
use crate::page::{Page, Then};
use crate::screen::header;
use crate::screen::pin::{ask, set};
use crate::sitting::{Fallen, Sitting};
use crate::sitting::{pin, turn};
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
}

impl Page for Curtain {
    fn layer(&self) -> Layer {
        Layer::Curtain
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Curtain(self.seat))
    }

    /// The commands of the footer.
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        if sitting.fallen == Fallen::Settles {
            return Vec::new();
        }
        let mut hints = vec![Command::LiftCurtain.hint("sit down")];
        if self.seat != Seat::WhiteCell && sitting.place.as_ref().is_some_and(turn::has_white_cell)
        {
            hints.push(Command::TakeScreen.into());
        }
        hints.extend([
            Command::Pin.into(),
            Command::GoHome.hint("home"),
            Command::Help.into(),
        ]);
        hints
    }

    /// Draws the curtain.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        header(frame, area, sitting, Line::default());
        let name = sitting
            .place
            .as_ref()
            .map_or("", |place| place.deck().text.seat_name(self.seat));
        let theme = &sitting.theme;
        let whose = Span::styled(
            name.to_uppercase(),
            theme.seat(self.seat).patch(theme.strong),
        );
        let mut text = Text::from(vec![Line::from(whose), Line::default()]);
        if sitting.fallen == Fallen::TakesKeys {
            let when = format!(
                "Press ⏎ when only {} can see this screen.",
                as_object(self.seat, name)
            );
            text.extend([
                Line::from(Span::styled("Please sit down.", theme.text)),
                Line::default(),
                Line::from(Span::styled(when, theme.dim)),
            ]);
        }
        let [_, middle, _] = Layout::vertical([
            Constraint::Fill(2),
            Constraint::Length(5),
            Constraint::Fill(3),
        ])
        .areas(area);
        frame.render_widget(Paragraph::new(text).centered(), middle);
        if sitting.fallen == Fallen::TakesKeys {
            sitting.mark(area, Command::LiftCurtain);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::LiftCurtain if pin::is_set(sitting, self.seat) => {
                Then::Open(ask(self.seat, false))
            }
            Command::LiftCurtain => Then::Go(turn::sit_down(sitting, self.seat)),
            Command::Pin => Then::Open(set(sitting, self.seat, false)),
            Command::TakeScreen if sitting.place.as_ref().is_some_and(turn::has_white_cell) => {
                if pin::is_set(sitting, Seat::WhiteCell) {
                    return Then::Open(ask(Seat::WhiteCell, true));
                }
                Then::Go(turn::to_the_console(sitting))
            }
            Command::Back | Command::GoHome => leave_the_table(sitting),
            _ => Then::Stay,
        }
    }
}

/// The seat as it stands within a sentence.
fn as_object(seat: Seat, name: &str) -> String {
    match seat {
        Seat::WhiteCell => "the white cell".to_owned(),
        Seat::Audience => "the audience".to_owned(),
        Seat::Patron | Seat::Client | Seat::Europe => name.to_owned(),
    }
}
