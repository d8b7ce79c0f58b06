//! Whose eyes the record is looked at with.

use crate::replay::Replay;
use unequal_core::engine::seat::Seat;
use unequal_session::Place;

/// The eyes, in the order in which the key goes through them.
const ORDER: [Seat; 5] = [
    Seat::WhiteCell,
    Seat::Patron,
    Seat::Client,
    Seat::Europe,
    Seat::Audience,
];

impl Replay {
    /// How these eyes see, in a few words.
    pub(crate) fn sees(&self, place: &Place) -> String {
        match self.eyes {
            Seat::WhiteCell => "everything".to_owned(),
            Seat::Audience => "as the public knew it then".to_owned(),
            side => format!("as {} knew it then", place.deck().text.seat_name(side)),
        }
    }

    /// The eyes that the key goes to.
    pub(crate) fn next_eyes(&self) -> Seat {
        let at = ORDER.iter().position(|seat| *seat == self.eyes);
        ORDER[at.map_or(0, |at| (at + 1) % ORDER.len())]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_goes_through_the_eyes_of_every_seat() {
        for seat in Seat::ALL {
            assert!(ORDER.contains(&seat), "{seat}");
        }
    }
}
