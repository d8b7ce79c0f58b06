//! The rules in five leaves, to be read aloud in two minutes: the projector has the same as slides.

use crate::command::{Command, Hint};
use crate::glance::Glance;
use crate::keymap::Layer;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_session::tour::leaves;

#[derive(Debug)]
struct Tour;

/// The sheet, at its first leaf.
pub fn sheet() -> Sheet {
    listing::sheet(Tour, 0)
}

impl Lists for Tour {
    fn title(&self, _glance: &Glance<'_>) -> String {
        "The rules in two minutes".to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let leaves = leaves(glance.place.deck()).into_iter();
        leaves
            .map(|leaf| OptionRow {
                name: leaf.title,
                open: true,
                ..OptionRow::default()
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "There are no rules to read."
    }

    fn pieces(&self, glance: &Glance<'_>, _sitting: &Sitting, place: usize) -> Vec<Piece> {
        let leaves = leaves(glance.place.deck());
        let Some(leaf) = leaves.get(place) else {
            return Vec::new();
        };
        let mut pieces = vec![Piece::Text(leaf.aloud.clone()), Piece::Gap];
        pieces.extend(leaf.points.iter().cloned().map(Piece::Point));
        pieces
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        Vec::new()
    }

    fn on(&mut self, _sitting: &mut Sitting, _command: Command, _place: Option<usize>) -> Then {
        Then::Stay
    }
}
