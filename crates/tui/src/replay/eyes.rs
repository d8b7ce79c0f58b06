//! Whose eyes the record is looked at with.

use crate::replay::Replay;
use unequal_core::engine::seat::Seat;
use unequal_session::Place;

/// The eyes, in the order in which the key goes through them: those that see all come first.
fn order() -> Vec<Seat> {
    let all = std::iter::once(Seat::WhiteCell);
    all.chain(Seat::briefed()).collect()
}

impl Replay {
    /// How these eyes see, in a few words.
    pub(crate) fn sees(&self, place: &Place) -> String {
        match self.eyes {
            Seat::WhiteCell => "everything".to_owned(),
            Seat::Observer => "as the public knew it then".to_owned(),
            side => format!("as {} knew it then", place.deck().text.seat_name(side)),
        }
    }

    /// The eyes that the key goes to.
    pub(crate) fn next_eyes(&self) -> Seat {
        let order = order();
        let at = order.iter().position(|seat| *seat == self.eyes);
        order[at.map_or(0, |at| (at + 1) % order.len())]
    }

    /// Looks with the eyes of who sits at the place; says what is shown then.
    pub fn look_with(&mut self, place: &Place) -> String {
        self.eyes = place.seat();
        self.look_anew(place);
        match self.eyes {
            Seat::WhiteCell => "Everything is shown.".to_owned(),
            _ => format!(
                "Shown {}: later entries and what was hidden are left out.",
                self.sees(place)
            ),
        }
    }
}
