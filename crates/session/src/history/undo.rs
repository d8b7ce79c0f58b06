//! Undo: back to the state after an earlier entry. Nothing is erased, and what people have learned is said.

use crate::error::SubmitError;
use crate::history::History;
use crate::moment::Moment;
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::{Applied, Disclosed, Fact};
use unequal_core::engine::refused::Refused;
use unequal_core::engine::seat::Seat;

impl History {
    /// What going back would do; the state is that after entry `to`, with all that lay around the game then.
    pub(super) fn try_undo(
        &self,
        seat: Seat,
        to: u64,
        reason: &str,
    ) -> Result<Applied, SubmitError> {
        if seat != Seat::WhiteCell {
            return Err(SubmitError::UndoSeat);
        }
        if reason.trim().is_empty() {
            return Err(Refused::NoReason.into());
        }
        if to >= self.last_number() || !(to == 0 || self.is_standing(to)) {
            return Err(SubmitError::NotBehind(to));
        }
        let known = self.disclosed_since(to);
        Ok(Applied {
            state: self.state_at(to).clone(),
            changes: Vec::new(),
            facts: known.into_iter().map(Fact::KnownAlready).collect(),
        })
    }

    /// What the standing entries after `to` have made known: going back behind them does not hide it again.
    pub fn disclosed_since(&self, to: u64) -> Vec<Disclosed> {
        let after = self.standing().filter(|moment| moment.entry.number > to);
        let mut known: Vec<Disclosed> = after.flat_map(disclosed).collect();
        known.sort_unstable();
        known.dedup();
        known
    }
}

/// What an entry has made known.
fn disclosed(moment: &Moment) -> Vec<Disclosed> {
    let act = &moment.entry.act;
    let shown = act.kind().charter().discloses;
    let by_hand = matches!(act, Action::Rule { roll: Some(_), .. });
    let told = moment.facts.iter().filter_map(|fact| match fact {
        Fact::EventDrawn(_) => Some(Disclosed::News),
        Fact::Revealed(seat) => Some(Disclosed::Plan(*seat)),
        Fact::Resolved(_) if !by_hand => Some(Disclosed::Dice),
        Fact::RedLineCrossed(domain) => Some(Disclosed::RedLine(*domain)),
        Fact::Ended(_) => Some(Disclosed::Everything),
        _ => None,
    });
    shown.into_iter().chain(told).collect()
}
