//! What a seat reads before its first act, behind the curtain, and whenever it wants to read it again.
//!
//! ```text
//!  unequal · Stockholm table 2        Briefing for Russia            ● saved 11:42:07
//!
//!    The situation …
//!
//!    Your aims
//!    · …
//!
//!    What you must accept as given
//!    · …                                                                            ↓
//!  space next page   ⏎ to the table
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::page::paper::Reading;
use crate::page::{Page, Then};
use crate::screen::{column, header};
use crate::sitting::Sitting;
use crate::sitting::turn;
use crate::walk::Walk;
use crate::widget::prose::{Piece, card};
use unequal_core::engine::seat::Seat;
use unequal_papers::booklet::Part;

/// A seat's briefing and how far it is read.
#[derive(Clone, Copy, Debug)]
pub struct Briefing {
    seat: Seat,
    walk: Walk,
}

impl Briefing {
    /// The briefing of a seat, from its top.
    pub fn new(seat: Seat) -> Self {
        let walk = Walk::default();
        Self { seat, walk }
    }

    fn to_the_board(self, sitting: &mut Sitting) -> Then {
        Then::Go(turn::to_the_board(sitting, self.seat))
    }
}

impl Page for Briefing {
    fn layer(&self) -> Layer {
        Layer::Briefing
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Briefing(self.seat))
    }

    /// The commands of the footer.
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = Vec::new();
        if laid_out(sitting, self.seat).goes_on() {
            hints.push(Command::PageDown.hint("next page"));
            hints.push(Command::Up.hint("scroll"));
        }
        hints.push(Command::Confirm.hint("to the table"));
        hints.push(Command::Help.into());
        hints
    }

    /// Draws the briefing.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let name = seat_name(sitting, self.seat);
        let middle = Line::from(vec![
            Span::styled("Briefing for ", theme.text),
            Span::styled(name, theme.seat(self.seat).patch(theme.strong)),
        ]);
        header(frame, area, sitting, middle);
        laid_out(sitting, self.seat).draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let text = laid_out(sitting, self.seat).text();
        let at_the_end = self.walk.scroll() >= text.beyond;
        match command {
            // The last page leads on: space alone takes a reader from the top to the table.
            Command::PageDown if at_the_end => return self.to_the_board(sitting),
            Command::Confirm | Command::Back => return self.to_the_board(sitting),
            _ => {}
        }
        self.walk.read(command, text);
        Then::Stay
    }
}

fn seat_name(sitting: &Sitting, seat: Seat) -> &str {
    sitting
        .place
        .as_ref()
        .map_or("", |place| place.deck().text.seat_name(seat))
}

/// The text wrapped to the screen.
fn laid_out(sitting: &Sitting, seat: Seat) -> Reading {
    let rows = sitting.size.1.saturating_sub(1);
    let place = column(Rect::new(0, 0, sitting.size.0, rows));
    let theme = &sitting.theme;
    let heading = theme.seat(seat).patch(theme.strong);
    let leaves = sitting
        .place
        .as_ref()
        .map(|place| Part::Briefing(seat).leaves(place.deck()));
    let leaves = leaves.into_iter().flatten();
    let pieces: Vec<Piece> = leaves
        .flat_map(|leaf| card(&leaf.card, heading, theme))
        .collect();
    Reading::new(&pieces, place, theme)
}
