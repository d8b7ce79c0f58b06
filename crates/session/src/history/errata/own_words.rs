//! Answers in a seat's own words: what was written, as it reads by now, and of sealed replies the one that was opened.

use crate::history::History;
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, SealedResponse};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::sealing::sealed_reply;
use unequal_core::model::choice::Demand;

/// What an act answers with.
pub(super) enum Answer<'a> {
    /// An answer in the open, with its own words if it has any.
    Open(Option<&'a str>),
    /// Replies that lay sealed, each with its own.
    Opened(&'a SealedResponse),
}

impl<'a> Answer<'a> {
    /// The answer that an act gives; none where it gives none.
    pub(super) fn of(act: &'a Action) -> Option<Self> {
        match act {
            Action::Respond { words, .. } => Some(Self::Open(words.as_deref())),
            Action::RevealResponse { plan, .. } => Some(Self::Opened(plan)),
            Action::Measure { .. }
            | Action::Abstain
            | Action::CrisisAct { .. }
            | Action::Offer { .. }
            | Action::NoOffer
            | Action::TakeUp
            | Action::Demand { .. }
            | Action::Hold
            | Action::Commit { .. }
            | Action::RevealDemand { .. }
            | Action::FollowUp { .. }
            | acts_of!(Action: conduct, room) => None,
        }
    }
}

impl History {
    /// What an answer says in its seat's own words, as it reads by now, harmless to show; none where it has none. Of
    /// sealed replies it is the one that was opened: none before the demand lay open too, right after entry `at`.
    pub fn own_words(&self, number: EntryNumber, at: EntryNumber) -> Option<String> {
        let moment = self.moment(number)?;
        let opened = match Answer::of(&moment.entry.act)? {
            Answer::Open(_) => None,
            Answer::Opened(plan) => {
                let demand = self.opened_with(number, at)?;
                sealed_reply(self.scenario(), demand, plan)?.words.clone()
            }
        };
        let words = self.written_beside(number).words.or(opened);
        words.as_deref().map(plain)
    }

    /// The demand that was opened with sealed replies, up to entry `at`.
    fn opened_with(&self, number: EntryNumber, at: EntryNumber) -> Option<Demand> {
        let mut opening = number.before().up_to(at).take_while(|other| {
            let entry = self.moment(*other).map(|moment| &moment.entry);
            entry.is_some_and(|entry| {
                entry.phase == Phase::Reveal && !matches!(entry.act, Action::Undo { .. })
            })
        });
        let tabled = |other| self.state_at(other).tabled.first().map(|one| one.demand);
        opening.find_map(tabled)
    }

    /// The answer whose own words came to light with an entry: itself, or what was opened with it out of sealed plans.
    pub(crate) fn said_with(&self, number: EntryNumber) -> Option<String> {
        let mut at = number;
        loop {
            let entry = &self.moment(at)?.entry;
            if Answer::of(&entry.act).is_some() {
                return self.own_words(at, number);
            }
            if entry.phase != Phase::Reveal {
                return None;
            }
            at = self.came_from(at);
        }
    }

    /// The own words of the answer that an entry ruled on.
    pub(crate) fn own_words_ruled_on(&self, ruling: EntryNumber) -> Option<String> {
        let waited = self.state_at(self.came_from(ruling)).tabled.len();
        let line = self.line_to(ruling);
        self.last_own_words(&line, waited).into_iter().next()?
    }

    /// The own words of the last answers of a line of entries, so many, in their order, as [`History::own_words`] has
    /// them.
    pub(crate) fn last_own_words(
        &self,
        line: &[EntryNumber],
        answers: usize,
    ) -> Vec<Option<String>> {
        let Some(at) = line.last().copied() else {
            return Vec::new();
        };
        let given = line.iter().rev().copied().filter(|number| {
            let moment = self.moment(*number);
            match moment.and_then(|moment| Answer::of(&moment.entry.act)) {
                Some(Answer::Open(_)) => true,
                Some(Answer::Opened(_)) => self.opened_with(*number, at).is_some(),
                None => false,
            }
        });
        let mut words: Vec<_> = given
            .take(answers)
            .map(|number| self.own_words(number, at))
            .collect();
        words.reverse();
        words
    }
}
