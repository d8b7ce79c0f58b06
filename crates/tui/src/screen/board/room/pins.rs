//! The seats with their PINs on the curtain, for the white cell: set one, or lift one that was lost.

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::pin;
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::seat::Seat;

#[derive(Debug)]
struct Pins;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(Pins, 0)
}

/// The seats of people, for whom a curtain falls.
fn seats(glance: &Glance<'_>) -> Vec<Seat> {
    glance.place.turn().people.clone()
}

impl Lists for Pins {
    fn title(&self, _glance: &Glance<'_>) -> String {
        "PINs on the curtain".to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |seat: &Seat| OptionRow {
            name: glance.name(*seat).to_owned(),
            open: true,
            ..OptionRow::default()
        };
        seats(glance).iter().map(row).collect()
    }

    fn empty(&self) -> &'static str {
        "No seat is held by people."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let seat = seats(glance).get(place).copied();
        let seat = seat.unwrap_or(Seat::WhiteCell);
        let words = if crate::sitting::pin::is_set(sitting, seat) {
            "Sits down with a PIN. Enter gives it another, or lifts it where it was lost: leave the line empty."
        } else {
            "Sits down without a PIN. Enter sets one; so does the seat itself at the curtain, with p."
        };
        vec![Piece::Text(words.to_owned())]
    }

    fn hints(&self, _glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let hint = place.map(|_| Command::Confirm.hint("set or lift"));
        hint.into_iter().collect()
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        let seats = look(sitting).map_or_else(Vec::new, |glance| seats(&glance));
        match place.and_then(|place| seats.get(place)) {
            Some(seat) if command == Command::Confirm => Then::Open(pin::set(sitting, *seat, true)),
            _ => Then::Stay,
        }
    }
}
