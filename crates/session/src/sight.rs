//! The record as a seat may see it: reasons stay with their own side until the session has ended,
//! so does the white cell's plan of injects; estimates stay unseen by everybody until they are revealed; private notes stay with their own seat and the white cell for good.

use serde::Serialize;

use crate::history::History;
use crate::moment::Moment;
use crate::telling::sentence;
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::fact::Fact;
use unequal_core::engine::game::Exchange;
use unequal_core::engine::ledger::Change;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;

/// One entry as a seat may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The entry's number.
    pub number: u64,
    /// When, as RFC 3339 text.
    pub at: String,
    /// The move, from 1.
    pub move_number: u32,
    /// The phase.
    pub phase: Phase,
    /// Who acted.
    pub seat: Seat,
    /// The hand that acted.
    pub by: Player,
    /// The kind of act.
    pub kind: Kind,
    /// What happened, in a sentence.
    pub sentence: String,
    /// The act itself, where this seat may know all of it: what is sealed or estimated stays its own seat's.
    pub act: Option<Action>,
    /// Why, where this seat may know.
    pub rationale: Option<String>,
    /// How sure, where this seat may know.
    pub confidence: Option<u8>,
    /// Who disagreed, where this seat may know.
    pub dissent: Option<String>,
    /// What changed.
    pub changes: Vec<Change>,
    /// What happened, as facts.
    pub facts: Vec<Fact>,
    /// Whether the entry was undone later.
    pub undone: bool,
}

impl Seen {
    /// The exchange that the entry resolved.
    pub fn resolved(&self) -> Option<&Exchange> {
        self.facts.iter().find_map(|fact| match fact {
            Fact::Resolved(exchange) => Some(exchange),
            _ => None,
        })
    }
}

impl History {
    /// The record as `seat` may see it now, in order; entries it may not know of are left out.
    pub fn seen(&self, seat: Seat) -> Vec<Seen> {
        let open = seat == Seat::WhiteCell || self.has_ended();
        self.moments()
            .iter()
            .zip(self.standing_marks())
            .filter(|(moment, _)| is_open_to(moment, seat, open))
            .map(|(moment, stands)| {
                let own = open || moment.entry.seat == seat;
                let blind = self.is_blind_at(moment, self.last_number());
                self.as_seen(moment, own && !blind, !stands)
            })
            .collect()
    }

    /// The entries that `seat` may know of now, by their numbers: this costs nothing to tell.
    pub fn known(&self, seat: Seat) -> Vec<u64> {
        let open = seat == Seat::WhiteCell || self.has_ended();
        self.moments()
            .iter()
            .filter(|moment| seat == Seat::WhiteCell || is_open_to(moment, seat, open))
            .map(|moment| moment.entry.number)
            .collect()
    }

    /// One entry as `seat` could see it right after entry `at`: none where it came later or could not be
    /// known of, and without the reasons that were not open to the seat then.
    pub fn entry_seen(&self, number: u64, at: u64, seat: Seat) -> Option<Seen> {
        let place = usize::try_from(number.checked_sub(1)?).ok()?;
        let moment = self.moments().get(place).filter(|_| number <= at)?;
        let open = self.is_open_at(at, seat);
        if !is_open_to(moment, seat, open) {
            return None;
        }
        let undone = self.is_undone_by(number, at);
        let own = open || moment.entry.seat == seat;
        Some(self.as_seen(moment, own && !self.is_blind_at(moment, at), undone))
    }

    /// Whether nothing was hidden from a seat right after entry `at`.
    pub fn is_open_at(&self, at: u64, seat: Seat) -> bool {
        seat == Seat::WhiteCell || self.state_at(at).game.outcome.is_some()
    }

    /// Whether an entry is an estimate that nobody may see yet after entry `at`: what is said with it
    /// would give it away, so it stays unseen with the number.
    fn is_blind_at(&self, moment: &Moment, at: u64) -> bool {
        let Action::Estimate { id, .. } = &moment.entry.act else {
            return false;
        };
        let polls = &self.state_at(at).room.polls;
        !polls.iter().any(|poll| poll.id == *id && poll.revealed)
    }

    fn as_seen(&self, moment: &Moment, own: bool, undone: bool) -> Seen {
        let entry = &moment.entry;
        Seen {
            number: entry.number,
            at: entry.at.clone(),
            move_number: entry.move_number,
            phase: entry.phase,
            seat: entry.seat,
            by: entry.by.clone(),
            kind: entry.act.kind(),
            sentence: sentence(self, moment),
            act: Some(&entry.act).filter(|act| own || !is_kept(act)).cloned(),
            rationale: entry.rationale.as_deref().filter(|_| own).map(plain),
            confidence: entry.confidence.filter(|_| own),
            dissent: entry.dissent.as_deref().filter(|_| own).map(plain),
            changes: moment.changes.clone(),
            facts: moment.facts.clone(),
            undone,
        }
    }
}

/// Whether an act says something that stays with its own side.
const fn is_kept(act: &Action) -> bool {
    match act {
        Action::Commit { .. } | Action::Estimate { .. } => true,
        Action::Demand { .. }
        | Action::Hold
        | Action::Respond { .. }
        | Action::RevealDemand { .. }
        | Action::RevealResponse { .. }
        | Action::FollowUp { .. }
        | Action::AskEstimate { .. }
        | Action::RevealEstimates { .. }
        | Action::ResolveEstimate { .. }
        | acts_of!(Action: conduct, plan, rulings, course, pace, people, words) => false,
    }
}

fn is_open_to(moment: &Moment, viewer: Seat, over: bool) -> bool {
    moment.entry.act.is_open_to(viewer, moment.entry.seat, over)
}
