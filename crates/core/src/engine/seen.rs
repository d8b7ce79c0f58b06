//! What a seat may know of an act that was done, of its changes and of its facts.
//!
//! Three things are more than a list of seats. A decision in a crisis is its own side's until both have
//! decided; the white cell knows that it was made. A measure that was taken in secret and did not come
//! out looks to all but Europe and the white cell as if none had been taken; the gauges that it moved are
//! seen to move. And what Europe can agree on, and how exposed it is, stays its own. After the end
//! everything is open.

use crate::engine::action::Action;
use crate::engine::fact::Fact;
use crate::engine::seat::Seat;
use crate::model::europe::Taken;
use crate::model::ledger::{Change, Reason};

/// Who looks at what a seat did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eyes {
    /// Who looks.
    pub viewer: Seat,
    /// Whose act it was.
    pub actor: Seat,
    /// Whether the session has ended, so that nothing is hidden any more.
    pub over: bool,
}

impl Eyes {
    /// Whether what is Europe's own is open.
    const fn see_europe(self) -> bool {
        sees_europe(self.viewer, self.over)
    }

    const fn owns(self) -> bool {
        self.viewer as u8 == self.actor as u8
    }

    /// Whether the act is known of at all.
    pub fn know_of(self, act: &Action, facts: &[Fact]) -> bool {
        if matches!(act, Action::Note { private: true, .. }) {
            return self.owns() || self.viewer == Seat::WhiteCell;
        }
        let listed = act.kind().charter().seen_by.contains(&self.viewer);
        self.over || self.owns() || listed || is_reveal(facts)
    }

    /// The act as it is known: none where it is not known of, or only that it was done.
    pub fn act(self, act: &Action, facts: &[Fact]) -> Option<Action> {
        if !self.know_of(act, facts) {
            return None;
        }
        match act {
            Action::CrisisAct { .. } if !(self.over || self.owns() || is_reveal(facts)) => None,
            Action::Measure { secret: true, .. } if self.misses_measure(facts) => {
                Some(Action::Abstain)
            }
            Action::SetMeasure { secret: true, .. } if self.misses_measure(facts) => {
                Some(Action::SetMeasure {
                    measure: None,
                    secret: false,
                    reason: String::new(),
                })
            }
            open => Some(open.clone()),
        }
    }

    /// The changes of gauges as they are known, with their reasons where these are.
    pub fn changes(self, changes: &[Change], facts: &[Fact]) -> Vec<Change> {
        let unseen = self.misses_measure(facts);
        let open = |change: &&Change| self.see_europe() || !change.gauge.is_europes();
        let seen = changes.iter().filter(open).copied();
        seen.map(|change| Change {
            reason: if unseen {
                Reason::Unseen
            } else {
                change.reason
            },
            ..change
        })
        .collect()
    }

    /// The facts as they are known.
    pub fn facts(self, facts: &[Fact]) -> Vec<Fact> {
        let open = |fact: &&Fact| !self.is_hidden(fact);
        facts.iter().filter(open).copied().collect()
    }

    /// Whether the act took a measure of which nobody may know here.
    fn misses_measure(self, facts: &[Fact]) -> bool {
        facts.iter().any(|fact| self.is_hidden(fact))
    }

    const fn is_hidden(self, fact: &Fact) -> bool {
        if let Fact::MeasureTaken(taken) = fact {
            !sees_measure(self.viewer, self.over, *taken)
        } else {
            false
        }
    }
}

/// Whether a seat sees what is Europe's own: unity, exposure, plans.
pub const fn sees_europe(viewer: Seat, over: bool) -> bool {
    over || matches!(viewer, Seat::Europe | Seat::WhiteCell)
}

/// Whether a seat knows of a measure: a secret one comes out or stays among those who know Europe.
pub const fn sees_measure(viewer: Seat, over: bool, taken: Taken) -> bool {
    !taken.step.in_secret || taken.band < 0 || sees_europe(viewer, over)
}

/// Whether both sides' decisions in a crisis were revealed.
fn is_reveal(facts: &[Fact]) -> bool {
    let reveals = |fact: &Fact| matches!(fact, Fact::ClimbedDown(_));
    facts.iter().any(reveals)
}
