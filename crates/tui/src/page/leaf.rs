//! A page of a deck to read, over whatever is shown.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::page::paper::{Reading, inside, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::prose::{Piece, card};
use unequal_papers::booklet::Leaf;

/// Columns and rows of the page.
const SIZE: (u16, u16) = (80, 34);

/// A page of a deck.
#[derive(Debug)]
pub struct LeafPage {
    leaf: Leaf,
    walk: Walk,
}

impl LeafPage {
    /// A page, from its top.
    pub fn new(leaf: Leaf) -> Self {
        Self {
            leaf,
            walk: Walk::default(),
        }
    }

    fn pieces(&self, sitting: &Sitting) -> Vec<Piece> {
        let theme = &sitting.theme;
        let hue = self.leaf.seat.map(|seat| theme.seat(seat));
        let heading = hue.map_or(theme.title, |hue| hue.patch(theme.strong));
        card(&self.leaf.card, heading, theme)
    }

    fn laid_out(&self, sitting: &Sitting) -> Reading {
        let place = inside(sitting, SIZE);
        Reading::new(&self.pieces(sitting), place, &sitting.theme)
    }
}

impl Page for LeafPage {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let more = self.laid_out(sitting).goes_on();
        let more = more.then(|| Command::PageDown.hint("read on"));
        more.into_iter().chain([Command::Back.into()]).collect()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let place = paper(frame, area, &self.leaf.name, SIZE, &sitting.theme);
        let reading = Reading::new(&self.pieces(sitting), place, &sitting.theme);
        reading.draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Back | Command::Confirm) {
            return Then::Close;
        }
        self.walk.read(command, self.laid_out(sitting).text());
        Then::Stay
    }
}
