//! What of a deck a seat may read before play.

use unequal_core::engine::seat::Seat;
use unequal_papers::booklet::Part;

/// The parts of a deck that not every seat may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pick {
    /// Demands: the patron's, from whose hand the client gets to know them one by one.
    demands: bool,
    /// What may happen, and what it moves.
    injects: bool,
    /// Whose briefing; all where there is no seat.
    seat: Option<Seat>,
    /// Endings, questions, bots: for whoever runs and watches the session.
    behind: bool,
}

impl Pick {
    /// What a seat may read; everything where no seat is named.
    pub(super) const fn of(seat: Option<Seat>) -> Self {
        let all = matches!(seat, None | Some(Seat::WhiteCell));
        Self {
            demands: all || matches!(seat, Some(Seat::Patron)),
            injects: all,
            seat: if all { None } else { seat },
            behind: all,
        }
    }

    /// Whether a seat's briefing may be read.
    pub(super) fn briefing(self, of: Seat) -> bool {
        self.seat.is_none_or(|seat| seat == of)
    }

    /// Whether a part of the deck may be read.
    pub(super) fn part(self, part: Part) -> bool {
        match part {
            Part::Briefing(seat) => self.briefing(seat),
            Part::Demands | Part::Words => self.demands,
            Part::Injects => self.injects,
            Part::Endings | Part::Questions | Part::Research | Part::Bots => self.behind,
            Part::About
            | Part::Domains
            | Part::Conditions
            | Part::Responses
            | Part::FollowUps
            | Part::Sources => true,
        }
    }

    /// Whether a table of the deck's file may be read.
    pub(super) fn table(self, name: &str) -> bool {
        match name {
            "card" => self.demands,
            "event" => self.injects,
            "ending" | "question" | "research" | "policy" => self.behind,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_reads_neither_the_injects_nor_the_other_briefing() {
        let client = Pick::of(Some(Seat::Client));
        assert!(client.briefing(Seat::Client) && !client.briefing(Seat::Patron));
        assert!(!client.table("card") && !client.table("event") && client.table("domain"));
        let patron = Pick::of(Some(Seat::Patron));
        assert!(patron.table("card") && !patron.table("event"));
        assert!(!patron.briefing(Seat::Client) && !patron.briefing(Seat::Audience));
    }

    #[test]
    fn the_white_cell_reads_everything() {
        assert_eq!(Pick::of(Some(Seat::WhiteCell)), Pick::of(None));
        assert!(Pick::of(None).briefing(Seat::Audience) && Pick::of(None).table("policy"));
    }
}
