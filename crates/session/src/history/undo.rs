//! Undo: back to the state after an earlier entry. Nothing is erased, and what people have learned is said.

use crate::error::SubmitError;
use crate::history::History;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::{Applied, Disclosed, Fact};
use unequal_core::engine::refused::Refused;
use unequal_core::engine::seat::Seat;

impl History {
    /// What going back would do; the state is that after entry `to`, with all that lay around the game then.
    pub(super) fn try_undo(
        &self,
        seat: Seat,
        to: EntryNumber,
        reason: &str,
    ) -> Result<Applied, SubmitError> {
        if seat != Seat::WhiteCell {
            return Err(SubmitError::UndoSeat);
        }
        if reason.trim().is_empty() {
            return Err(Refused::NoReason.into());
        }
        if to >= self.last_number() || !(to.is_startex() || self.is_standing(to)) {
            return Err(SubmitError::NotBehind(to));
        }
        let known = self.disclosed_since(to, Seat::WhiteCell);
        let mut state = self.state_at(to).clone();
        // A branch with luck of its own keeps it where it goes back to what it copied.
        for luck in self.drawn_anew().iter().filter(|luck| luck.after > to) {
            state.draw_anew(self.scenario(), luck.seed);
        }
        Ok(Applied {
            state,
            changes: Vec::new(),
            facts: known.into_iter().map(Fact::KnownAlready).collect(),
        })
    }

    /// What the standing entries after `to` have made known to a seat: going back behind them does not hide it
    /// again.
    pub fn disclosed_since(&self, to: EntryNumber, seat: Seat) -> Vec<Disclosed> {
        self.disclosed_between(to, self.last_number(), seat)
    }

    /// The same of the entries up to `last` that stood then.
    pub(crate) fn disclosed_between(
        &self,
        to: EntryNumber,
        last: EntryNumber,
        seat: Seat,
    ) -> Vec<Disclosed> {
        let entries = to
            .up_to(last)
            .filter(|number| !self.is_undone_by(*number, last));
        let seen = entries.filter_map(|number| {
            let moment = self.moment(number)?;
            Some((moment, self.known_of(moment, last, seat)?))
        });
        let mut known: Vec<Disclosed> = seen
            .flat_map(|(moment, seen)| {
                disclosed(seen.act.as_ref().unwrap_or(&moment.entry.act), &seen.facts)
            })
            .collect();
        known.sort_unstable();
        known.dedup();
        known
    }
}

/// What an entry has made known, as far as it is known itself.
fn disclosed(act: &Action, facts: &[Fact]) -> Vec<Disclosed> {
    let shown = act.kind().charter().discloses;
    // Dice of a measure fell where one was taken, and are known where it is known of: the facts tell.
    let shown = shown.filter(|what| *what != Disclosed::EuropeDice);
    let by_hand = matches!(act, Action::Rule { roll: Some(_), .. });
    let told = facts.iter().filter_map(|fact| match fact {
        Fact::EventDrawn(_) => Some(Disclosed::News),
        Fact::MeasureTaken(_) => Some(Disclosed::EuropeDice),
        Fact::ClimbedDown(_) => Some(Disclosed::CrisisActs),
        Fact::Revealed(seat) => Some(Disclosed::Plan(*seat)),
        Fact::Resolved(_) => (!by_hand).then_some(Disclosed::Dice),
        Fact::RedLineCrossed(domain) => Some(Disclosed::RedLine(*domain)),
        Fact::Ended(_) => Some(Disclosed::Everything),
        // Offers and what became of them are choices, and lay open as they were made.
        Fact::OfferTakenUp { .. }
        | Fact::OfferSetAside(_)
        | Fact::OfferVetoed(_)
        | Fact::Committed(_)
        | Fact::CrisisBegan
        | Fact::CrisisEnded
        | Fact::MoveClosed
        | Fact::KnownAlready(_) => None,
    });
    shown.into_iter().chain(told).collect()
}
