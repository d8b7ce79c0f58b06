//! What of a deck a seat may read before play.

use crate::booklet::Part;
use unequal_core::engine::seat::Seat;

/// The parts of a deck that not every seat may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Who reads; whoever runs the session where no seat is named.
    seat: Option<Seat>,
}

impl Pick {
    /// What a seat may read; everything where no seat is named.
    pub const fn of(seat: Option<Seat>) -> Self {
        match seat {
            Some(Seat::WhiteCell) => Self { seat: None },
            seat => Self { seat },
        }
    }

    /// Demands: the patron's, from whose menu the client gets to know them one by one.
    fn demands(self) -> bool {
        self.briefing(Seat::Patron)
    }

    /// Offers and what may be asked for them: the client's.
    fn offers(self) -> bool {
        self.briefing(Seat::Client)
    }

    /// Measures: Europe's.
    fn measures(self) -> bool {
        self.briefing(Seat::Europe)
    }

    /// What may happen and what it moves, endings, questions, bots: for whoever runs the session.
    const fn behind(self) -> bool {
        self.seat.is_none()
    }

    /// Whether a seat's briefing may be read.
    pub fn briefing(self, of: Seat) -> bool {
        self.seat.is_none_or(|seat| seat == of)
    }

    /// Whether a part of the deck may be read.
    pub fn part(self, part: Part) -> bool {
        match part {
            Part::Briefing(seat) => self.briefing(seat),
            Part::Demands | Part::Words => self.demands(),
            Part::Offers | Part::Asks => self.offers(),
            Part::Measures => self.measures(),
            Part::Record
            | Part::Injects
            | Part::Endings
            | Part::Questions
            | Part::Research
            | Part::Bots => self.behind(),
            Part::About
            | Part::Domains
            | Part::State
            | Part::Timeline
            | Part::Conditions
            | Part::Responses
            | Part::FollowUps
            | Part::CrisisActs
            | Part::Sources => true,
        }
    }

    /// Whether a table of the deck's file may be read; of the cards, see [`Pick::card`].
    pub fn table(self, name: &str) -> bool {
        match name {
            "card" => self.demands() || self.offers(),
            "ask" => self.offers(),
            "measure" => self.measures(),
            "event" | "ending" | "piece" | "story" | "question" | "research" | "policy" => {
                self.behind()
            }
            _ => true,
        }
    }

    /// Whether a card may be read: the patron reads what it may demand, the client what it may offer.
    pub fn card(self, is_own: bool, is_offered: bool) -> bool {
        (self.demands() && (!is_own || self.behind())) || (self.offers() && (is_own || is_offered))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_reads_neither_the_injects_nor_another_briefing() {
        let client = Pick::of(Some(Seat::Client));
        assert!(client.briefing(Seat::Client) && !client.briefing(Seat::Patron));
        assert!(!client.table("event") && !client.table("measure") && client.table("domain"));
        assert!(client.card(true, false) && client.card(false, true) && !client.card(false, false));
        let patron = Pick::of(Some(Seat::Patron));
        assert!(patron.card(false, false) && !patron.card(true, false) && !patron.table("event"));
        assert!(!patron.briefing(Seat::Client) && !patron.briefing(Seat::Europe));
        let europe = Pick::of(Some(Seat::Europe));
        assert!(europe.briefing(Seat::Europe) && europe.table("measure"));
        assert!(!europe.table("card") && !europe.part(Part::Demands));
    }

    #[test]
    fn the_audience_reads_what_all_may_read() {
        let audience = Pick::of(Some(Seat::Audience));
        assert!(audience.part(Part::State) && audience.part(Part::Responses));
        for hidden in [
            Part::Record,
            Part::Demands,
            Part::Offers,
            Part::Measures,
            Part::Injects,
        ] {
            assert!(!audience.part(hidden), "{hidden:?}");
        }
    }

    #[test]
    fn the_white_cell_reads_everything() {
        assert_eq!(Pick::of(Some(Seat::WhiteCell)), Pick::of(None));
        let all = Pick::of(None);
        assert!(all.briefing(Seat::Europe) && all.table("policy") && all.card(true, false));
    }
}
