//! The record as a seat may see it: reasons stay with their own side until the session has ended, so does the
//! white cell's plan of injects; a decision in a crisis stays its own side's until both have decided, and a
//! measure taken in secret Europe's until it comes out; estimates stay unseen by everybody until they are
//! revealed; private notes stay with their own seat and the white cell for good.

use serde::Serialize;

use crate::history::History;
use crate::moment::{Known, Moment};
use crate::telling::as_known;
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::seen::Eyes;
use unequal_core::model::current::Exchange;
use unequal_core::model::ledger::Change;
use unequal_core::model::side::Side;

/// One entry as a seat may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The entry's number.
    pub number: EntryNumber,
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
    /// The kind of act, as far as it is known: a measure that stays secret looks like none.
    pub kind: Kind,
    /// What happened, in a sentence.
    pub sentence: String,
    /// The same without why the white cell did it, for a wall; none where that says nothing else.
    #[serde(skip)]
    pub for_the_room: Option<String>,
    /// The act itself, where this seat may know all of it: what is sealed, estimated or decided unseen stays its
    /// own seat's.
    pub act: Option<Action>,
    /// What an answer says in its seat's own words, as it reads by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_words: Option<String>,
    /// Why, where this seat may know.
    pub rationale: Option<String>,
    /// How sure, where this seat may know.
    pub confidence: Option<u8>,
    /// Who disagreed, where this seat may know.
    pub dissent: Option<String>,
    /// The entry that put right what was written beside this one, where one did and this seat may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<EntryNumber>,
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

    /// Whether all that is known is that a side has decided in a crisis: with the decision its reason is hidden.
    pub const fn is_decided_unseen(&self) -> bool {
        matches!(self.kind, Kind::CrisisAct) && self.act.is_none()
    }
}

impl History {
    /// The record as `seat` may see it now, in order; entries it may not know of are left out.
    pub fn seen(&self, seat: Seat) -> Vec<Seen> {
        let last = self.last_number();
        self.moments()
            .iter()
            .zip(self.standing_marks())
            .filter_map(|(moment, stands)| self.as_seen(moment, last, seat, !stands))
            .collect()
    }

    /// The entries that `seat` may know of now, by their numbers: this costs little to tell.
    pub fn known(&self, seat: Seat) -> Vec<EntryNumber> {
        let last = self.last_number();
        self.moments()
            .iter()
            .filter(|moment| self.knows_of(moment, last, seat))
            .map(|moment| moment.entry.number)
            .collect()
    }

    /// One entry as `seat` could see it right after entry `at`: none where it came later or could not be
    /// known of, and without the reasons that were not open to the seat then.
    pub fn entry_seen(&self, number: EntryNumber, at: EntryNumber, seat: Seat) -> Option<Seen> {
        let moment = self.moment(number).filter(|_| number <= at)?;
        self.as_seen(moment, at, seat, self.is_undone_by(number, at))
    }

    /// Whether nothing was hidden from a seat right after entry `at`.
    pub fn is_open_at(&self, at: EntryNumber, seat: Seat) -> bool {
        seat == Seat::WhiteCell || self.state_at(at).game.outcome.is_some()
    }

    /// Whether an entry is an estimate that nobody may see yet after entry `at`: what is said with it
    /// would give it away, so it stays unseen with the number.
    fn is_blind_at(&self, moment: &Moment, at: EntryNumber) -> bool {
        let Action::Estimate { id, .. } = &moment.entry.act else {
            return false;
        };
        let polls = &self.state_at(at).room.polls;
        !polls.iter().any(|poll| poll.id == *id && poll.revealed)
    }

    /// Whether what was said with an entry was told to no other seat, not even to the white cell, right after entry `at`.
    pub(crate) fn is_told_to_nobody(&self, moment: &Moment, at: EntryNumber) -> bool {
        let decides = moment.entry.act.kind() == Kind::CrisisAct;
        let known = || self.known_of(moment, at, Seat::WhiteCell);
        self.is_blind_at(moment, at) || decides && known().is_none_or(|known| known.act.is_none())
    }

    /// With whose eyes a seat looks at an entry right after entry `at`.
    fn eyes(&self, moment: &Moment, at: EntryNumber, seat: Seat) -> Eyes<'_> {
        Eyes {
            viewer: seat,
            actor: moment.entry.seat,
            over: self.state_at(at).game.outcome.is_some(),
            scenario: &self.deck().scenario,
        }
    }

    /// Whether a seat could know of an entry right after entry `at`.
    pub(crate) fn knows_of(&self, moment: &Moment, at: EntryNumber, seat: Seat) -> bool {
        let eyes = self.eyes(moment, at, seat);
        eyes.know_of(&moment.entry.act, &moment.facts) || self.was_revealed(moment, at)
    }

    /// What a seat could know of an entry right after entry `at`; none where it could not know of it.
    pub(crate) fn known_of(&self, moment: &Moment, at: EntryNumber, seat: Seat) -> Option<Known> {
        let (eyes, act) = (self.eyes(moment, at, seat), &moment.entry.act);
        let act = if self.was_revealed(moment, at) {
            Some(act.clone())
        } else if eyes.know_of(act, &moment.facts) {
            eyes.act(act, &moment.facts)
        } else {
            return None;
        };
        let mut facts = eyes.facts(&moment.facts);
        if let Action::Undo { to, .. } = moment.entry.act {
            // The record says what anybody had learned.
            let known = self.disclosed_between(to, moment.entry.number.before(), seat);
            facts.retain(|fact| !matches!(fact, Fact::KnownAlready(_)));
            facts.extend(known.into_iter().map(Fact::KnownAlready));
        }
        let mut changes = eyes.changes(&moment.changes, &moment.facts);
        // What is Europe's own moves, but plays no part where nobody sits there.
        if !self.state_at(moment.entry.number).has_europe() {
            changes.retain(|change| !change.gauge.is_europes());
        }
        Some(Known {
            act,
            changes,
            facts,
        })
    }

    /// Whether a decision in a crisis was revealed by a later one, up to entry `at`. What was decided anew or taken
    /// back before that stays unseen.
    fn was_revealed(&self, moment: &Moment, at: EntryNumber) -> bool {
        let Some(side) = decided_for(moment) else {
            return false;
        };
        let number = moment.entry.number;
        let later = number.up_to(at).filter_map(|later| self.moment(later));
        for later in later.take_while(|later| later.entry.phase == Phase::Crisis) {
            let taken_back = matches!(later.entry.act, Action::Undo { to, .. } if to < number);
            if taken_back || decided_for(later) == Some(side) {
                return false;
            }
            if later.facts.iter().any(reveals) {
                return true;
            }
        }
        false
    }

    fn as_seen(&self, moment: &Moment, at: EntryNumber, seat: Seat, undone: bool) -> Option<Seen> {
        let known = self.known_of(moment, at, seat)?;
        let entry = &moment.entry;
        let own = self.is_open_at(at, seat) || entry.seat == seat;
        let unseen = entry.act.kind() == Kind::CrisisAct && known.act.is_none();
        let own = own && !unseen && !self.is_blind_at(moment, at);
        let sentence = as_known(self, moment, &known);
        let for_the_room = for_the_room(self, moment, &known);
        let written = self.written_beside(entry.number);
        let kind = known.act.as_ref().unwrap_or(&entry.act).kind();
        let own_words = self.own_words(entry.number, at);
        Some(Seen {
            number: entry.number,
            at: entry.at.clone(),
            move_number: entry.move_number,
            phase: entry.phase,
            seat: entry.seat,
            by: entry.by.clone(),
            kind,
            sentence,
            for_the_room,
            act: known.act.filter(|act| own || !is_kept(act)),
            own_words,
            rationale: written.rationale.as_deref().filter(|_| own).map(plain),
            confidence: entry.confidence.filter(|_| own),
            dissent: written.dissent.as_deref().filter(|_| own).map(plain),
            corrected: written.by.filter(|_| own),
            changes: known.changes,
            facts: known.facts,
            undone,
        })
    }
}

/// The same of an act of play without why the white cell did it; none where that says nothing else.
fn for_the_room(table: &History, moment: &Moment, known: &Known) -> Option<String> {
    let act = known.act.as_ref()?.without_reason()?;
    let known = Known {
        act: Some(act),
        changes: known.changes.clone(),
        facts: known.facts.clone(),
    };
    Some(as_known(table, moment, &known))
}

/// The side for which an entry decides in a crisis.
fn decided_for(moment: &Moment) -> Option<Side> {
    match moment.entry.act {
        Action::CrisisAct { .. } => moment.entry.seat.side(),
        Action::SetCrisisAct { of, .. } => Some(of),
        _ => None,
    }
}

const fn reveals(fact: &Fact) -> bool {
    matches!(fact, Fact::ClimbedDown(_))
}

/// Whether an act says something that stays with its own side.
const fn is_kept(act: &Action) -> bool {
    match act {
        Action::Commit { .. } | Action::Estimate { .. } => true,
        Action::Measure { .. }
        | Action::Abstain
        | Action::CrisisAct { .. }
        | Action::Offer { .. }
        | Action::NoOffer
        | Action::TakeUp
        | Action::Demand { .. }
        | Action::Hold
        | Action::Respond { .. }
        | Action::RevealDemand { .. }
        | Action::RevealResponse { .. }
        | Action::FollowUp { .. }
        | Action::AskEstimate { .. }
        | Action::RevealEstimates { .. }
        | Action::ResolveEstimate { .. }
        | acts_of!(Action: conduct, plan, rulings, course, pace, people, words, marks) => false,
    }
}
