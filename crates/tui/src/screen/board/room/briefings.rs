//! What the white cell reads aloud and what each side has read: one list, with the text of the chosen line.

use crate::command::{Command, Hint};
use crate::glance::Glance;
use crate::keymap::Layer;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::room::aloud;
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::{Piece, card};
use unequal_core::engine::seat::Seat;
use unequal_papers::booklet::Part;

#[derive(Debug)]
struct Briefings;

/// The list, at what is read aloud or at the first briefing.
pub fn sheet(aloud: bool) -> Sheet {
    listing::sheet(Briefings, usize::from(!aloud))
}

/// The seats that have a briefing: Europe's only where somebody may sit there.
fn seats(glance: &Glance<'_>) -> Vec<Seat> {
    let mut seats = Seat::PLAYING.to_vec();
    if !glance.view.has_europe {
        seats.retain(|seat| *seat != Seat::Europe);
    }
    seats
}

impl Lists for Briefings {
    fn title(&self, _glance: &Glance<'_>) -> String {
        "What is read".to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |name: String, note: &str| OptionRow {
            name,
            note: note.to_owned(),
            open: true,
            ..OptionRow::default()
        };
        let aloud = row("What all sides accept".to_owned(), "read aloud at STARTEX");
        let briefings = seats(glance).into_iter().map(|seat| {
            row(
                format!("Briefing for {}", glance.name(seat)),
                "what its team reads first",
            )
        });
        std::iter::once(aloud).chain(briefings).collect()
    }

    fn empty(&self) -> &'static str {
        "There is nothing to read."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let theme = &sitting.theme;
        let Some(place) = place.checked_sub(1) else {
            return aloud::accepted(glance, theme);
        };
        let Some(seat) = seats(glance).get(place).copied() else {
            return Vec::new();
        };
        let heading = theme.seat(seat).patch(theme.strong);
        let leaves = Part::Briefing(seat).leaves(glance.place.deck()).into_iter();
        leaves
            .flat_map(|leaf| card(&leaf.card, heading, theme))
            .collect()
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        Vec::new()
    }

    fn on(&mut self, _sitting: &mut Sitting, command: Command, _place: Option<usize>) -> Then {
        if command == Command::Confirm {
            return Then::Close;
        }
        Then::Stay
    }
}
