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
use crate::page::{Page, Then};
use crate::screen::{column, header};
use crate::sitting::Sitting;
use crate::sitting::turn;
use crate::widget::prose::{Piece, Prose, card};
use unequal_core::engine::seat::Seat;
use unequal_papers::booklet::Part;

/// A seat's briefing and how far it is read.
#[derive(Clone, Copy, Debug)]
pub struct Briefing {
    seat: Seat,
    scroll: usize,
}

impl Briefing {
    /// The briefing of a seat, from its top.
    pub const fn new(seat: Seat) -> Self {
        Self { seat, scroll: 0 }
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
        let (prose, area) = laid_out(sitting, self.seat);
        let mut hints = Vec::new();
        if prose.last_scroll(area.height) > 0 {
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
        let (prose, place) = laid_out(sitting, self.seat);
        prose.draw(place, frame.buffer_mut(), self.scroll, theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let (prose, place) = laid_out(sitting, self.seat);
        let last = prose.last_scroll(place.height);
        let page = usize::from(place.height.saturating_sub(2)).max(1);
        let at = self.scroll.min(last);
        let scroll = match command {
            Command::Up => at.saturating_sub(1),
            Command::Down => at + 1,
            Command::PageUp => at.saturating_sub(page),
            // The last page leads on: space alone takes a reader from the top to the table.
            Command::PageDown if at >= last => return self.to_the_board(sitting),
            Command::PageDown => at + page,
            Command::First => 0,
            Command::Last => last,
            Command::Confirm | Command::Back => return self.to_the_board(sitting),
            _ => at,
        };
        self.scroll = scroll.min(last);
        Then::Stay
    }
}

fn seat_name(sitting: &Sitting, seat: Seat) -> &str {
    sitting
        .place
        .as_ref()
        .map_or("", |place| place.deck().text.seat_name(seat))
}

/// The text wrapped to the screen, and its place.
fn laid_out(sitting: &Sitting, seat: Seat) -> (Prose, Rect) {
    let place = column(Rect::new(
        0,
        0,
        sitting.size.0,
        sitting.size.1.saturating_sub(1),
    ));
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
    (
        Prose::new(&pieces, place.width.saturating_sub(2), &sitting.theme),
        place,
    )
}
