//! What came in while somebody made up their mind: an act of play must not be taken for another moment than it was meant for.

use crate::error::SubmitError;
use crate::history::History;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

impl History {
    /// Refuses an act of somebody who has seen the record up to `seen`, where its meaning depends on
    /// something that has come in since.
    ///
    /// What only runs the room or annotates the record means the same whenever it comes, but for a correction of what
    /// somebody else has corrected meanwhile.
    pub(crate) fn expect_seen(
        &self,
        seen: EntryNumber,
        seat: Seat,
        action: &Action,
    ) -> Result<(), SubmitError> {
        let parting = seen
            .up_to(self.last_number())
            .filter_map(|number| self.moment(number))
            .find(|moment| bears_on(&moment.entry.act, moment.entry.seat, action, seat));
        let Some(parting) = parting else {
            return Ok(());
        };
        let entry = parting.entry.number;
        let told = self.entry_seen(entry, self.last_number(), seat);
        Err(SubmitError::Stale {
            seen,
            entry,
            told: told.map_or_else(String::new, |seen| seen.sentence),
        })
    }
}

/// Whether what came in changes what an act of a seat means.
fn bears_on(came: &Action, by: Seat, act: &Action, seat: Seat) -> bool {
    match act {
        // Sealed plans are made without knowing of each other, and opened in any order.
        Action::Commit { .. } | Action::RevealDemand { .. } | Action::RevealResponse { .. } => {
            let beside = is_sealed(came) && by != seat;
            (is_of_play(came) && !beside) || hands_over(came, seat)
        }
        // So are decisions in a crisis.
        Action::CrisisAct { .. } => {
            let beside = decides_for(came, by).is_some_and(|side| side != seat);
            (is_of_play(came) && !beside) || hands_over(came, seat)
        }
        Action::SetCrisisAct { of, .. } => {
            let beside = decides_for(came, by).is_some_and(|side| side != Seat::from(*of));
            is_of_play(came) && !beside
        }
        Action::Rule { .. } => {
            is_of_play(came)
                || matches!(came, Action::Argue { .. } | Action::SetAdjudication { .. })
        }
        Action::Argue { .. } => is_of_play(came) && !is_news(came),
        // What stands beside an entry is corrected as a whole.
        Action::Correct { entry, .. } => {
            matches!(came, Action::Correct { entry: other, .. } if other == entry)
        }
        _ => is_of_play(act) && (is_of_play(came) || hands_over(came, seat)),
    }
}

const fn is_of_play(act: &Action) -> bool {
    !act.is_about_the_room()
}

const fn is_sealed(act: &Action) -> bool {
    matches!(
        act,
        Action::Commit { .. } | Action::RevealDemand { .. } | Action::RevealResponse { .. }
    )
}

/// Whether an act moves gauges beside the exchange, and leaves it what it was.
const fn is_news(act: &Action) -> bool {
    matches!(
        act,
        Action::Adjust { .. } | Action::FireInject { .. } | Action::AdHocInject { .. }
    )
}

fn hands_over(act: &Action, seat: Seat) -> bool {
    matches!(act, Action::HandOver { of, .. } if seat == *of)
}

/// The seat of the side for which an act decides in a crisis.
fn decides_for(act: &Action, by: Seat) -> Option<Seat> {
    match act {
        Action::CrisisAct { .. } => Some(by),
        Action::SetCrisisAct { of, .. } => Some((*of).into()),
        _ => None,
    }
}
