//! What a seat may know of an act that was done, of its changes and of its facts.
//!
//! Three things are more than a list of seats. A decision in a crisis is its own side's until both have
//! decided; the white cell knows that it was made. A measure that was taken in secret and did not come
//! out looks to all but Europe and the white cell as if none had been taken, and so does a plan for an ending; the
//! gauges that it moved are seen to move. And what Europe can agree on, and how exposed it is, stays its own. After
//! the end everything is open.

use crate::engine::action::Action;
use crate::engine::fact::{Disclosed, Fact};
use crate::engine::seat::Seat;
use crate::model::choice::MeasureKind;
use crate::model::europe::Taken;
use crate::model::ledger::{Change, Reason};
use crate::model::scenario::Scenario;

/// Who looks at what a seat did.
#[derive(Clone, Copy, Debug)]
pub struct Eyes<'a> {
    /// Who looks.
    pub viewer: Seat,
    /// Whose act it was.
    pub actor: Seat,
    /// Whether the session has ended, so that nothing is hidden any more.
    pub over: bool,
    /// What the deck's measures are.
    pub scenario: &'a Scenario,
}

impl Eyes<'_> {
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
            // What the audience may read, everybody may.
            let own = self.owns() && self.viewer != Seat::Audience;
            return own || self.viewer == Seat::WhiteCell;
        }
        let listed = act.kind().charter().seen_by.contains(&self.viewer);
        self.over || self.owns() || listed || is_reveal(facts)
    }

    /// The act as it is known: none where it is not known of, or only that it was done.
    pub fn act(self, act: &Action, facts: &[Fact]) -> Option<Action> {
        if !self.know_of(act, facts) {
            return None;
        }
        let decides = matches!(act, Action::CrisisAct { .. });
        if decides && !(self.over || self.owns() || is_reveal(facts)) {
            return None;
        }
        let unseen = self.misses_measure(facts);
        let set = matches!(act, Action::SetMeasure { measure, .. } if unseen || measure.is_none() && !self.see_europe());
        Some(if set {
            // Were the reason missing only where something is hidden, that would give it away.
            Action::SetMeasure {
                measure: None,
                secret: false,
                reason: String::new(),
            }
        } else if unseen {
            Action::Abstain
        } else {
            act.clone()
        })
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
        let misses = |fact: &Fact| matches!(fact, Fact::MeasureTaken(_)) && self.is_hidden(fact);
        facts.iter().any(misses)
    }

    fn is_hidden(self, fact: &Fact) -> bool {
        match fact {
            Fact::MeasureTaken(taken) => {
                !sees_measure(self.scenario, self.viewer, self.over, *taken)
            }
            // That there were dice to take back tells that a measure was taken.
            Fact::KnownAlready(Disclosed::EuropeDice) => !self.see_europe(),
            Fact::EventDrawn(_)
            | Fact::ClimbedDown(_)
            | Fact::OfferTakenUp { .. }
            | Fact::OfferSetAside(_)
            | Fact::OfferVetoed(_)
            | Fact::Committed(_)
            | Fact::Revealed(_)
            | Fact::Resolved(_)
            | Fact::RedLineCrossed(_)
            | Fact::CrisisBegan
            | Fact::CrisisEnded
            | Fact::MoveClosed
            | Fact::Ended(_)
            | Fact::KnownAlready(_) => false,
        }
    }
}

/// Whether a seat sees what is Europe's own: unity, exposure, plans.
pub const fn sees_europe(viewer: Seat, over: bool) -> bool {
    over || matches!(viewer, Seat::Europe | Seat::WhiteCell)
}

/// Whether a seat knows of a measure: a secret one comes out or stays among those who know Europe, a plan stays there.
pub fn sees_measure(scenario: &Scenario, viewer: Seat, over: bool, taken: Taken) -> bool {
    let plans = scenario.measure(taken.step.measure).kind == MeasureKind::Prepare;
    let hides = plans || taken.step.in_secret && taken.band >= 0;
    !hides || sees_europe(viewer, over)
}

/// Whether both sides' decisions in a crisis were revealed.
fn is_reveal(facts: &[Fact]) -> bool {
    let reveals = |fact: &Fact| matches!(fact, Fact::ClimbedDown(_));
    facts.iter().any(reveals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::Deck;
    use crate::model::choice::Step;
    use crate::model::gauge::Gauge;
    use crate::model::place::MeasureAt;
    use crate::model::side::BySide;

    const ALL: [Seat; 5] = Seat::ALL;

    fn deck() -> Scenario {
        let text = include_str!("../../../../tests/golden/deck.toml");
        Deck::from_text("reference", text).unwrap().scenario
    }

    const fn eyes(scenario: &Scenario, viewer: Seat, actor: Seat) -> Eyes<'_> {
        Eyes {
            viewer,
            actor,
            over: false,
            scenario,
        }
    }

    fn measure(secret: bool, band: i64) -> (Action, [Fact; 1]) {
        let act = Action::Measure {
            measure: "talks".into(),
            secret,
        };
        let step = Step {
            measure: MeasureAt::default(),
            in_secret: secret,
        };
        (
            act,
            [Fact::MeasureTaken(Taken {
                step,
                roll: 7,
                band,
            })],
        )
    }

    #[test]
    fn a_secret_measure_looks_like_none_to_all_who_may_not_know() {
        let deck = deck();
        let (act, facts) = measure(true, 0);
        let moved = Change {
            gauge: Gauge::SharedFront,
            from: 50,
            to: 46,
            reason: Reason::Measure,
        };
        let spent = Change {
            gauge: Gauge::Unity,
            ..moved
        };
        for viewer in ALL {
            let eyes = eyes(&deck, viewer, Seat::Europe);
            let knows = matches!(viewer, Seat::Europe | Seat::WhiteCell);
            let seen = eyes.act(&act, &facts).unwrap();
            assert_eq!(seen == act, knows, "{viewer}");
            assert_eq!(seen == Action::Abstain, !knows, "{viewer}");
            assert_eq!(eyes.facts(&facts).len(), usize::from(knows), "{viewer}");
            let changes = eyes.changes(&[moved, spent], &facts);
            let reasons: Vec<Reason> = changes.iter().map(|change| change.reason).collect();
            let expected: &[Reason] = if knows {
                &[Reason::Measure, Reason::Measure]
            } else {
                &[Reason::Unseen]
            };
            assert_eq!(reasons, expected, "{viewer}");
        }
    }

    #[test]
    fn a_secret_that_came_out_and_an_open_measure_are_seen_by_all() {
        let deck = deck();
        for (secret, band) in [(true, -1), (false, 0), (false, -1)] {
            let (act, facts) = measure(secret, band);
            for viewer in ALL {
                let eyes = eyes(&deck, viewer, Seat::Europe);
                assert_eq!(eyes.act(&act, &facts).as_ref(), Some(&act), "{viewer}");
                assert_eq!(eyes.facts(&facts), facts, "{viewer}");
            }
        }
    }

    #[test]
    fn a_plan_for_an_ending_looks_like_no_measure_whatever_its_dice_until_the_end() {
        let deck = deck();
        let mut measures = deck.measures.placed();
        let plan = measures.find(|(_, measure)| measure.kind == MeasureKind::Prepare);
        let (at, plan) = plan.unwrap();
        let act = Action::Measure {
            measure: plan.id.clone(),
            secret: false,
        };
        for band in [-1, 0, 1] {
            let step = Step {
                measure: at,
                in_secret: false,
            };
            let taken = Fact::MeasureTaken(Taken {
                step,
                roll: 7,
                band,
            });
            for viewer in ALL {
                let eyes = eyes(&deck, viewer, Seat::Europe);
                let knows = matches!(viewer, Seat::Europe | Seat::WhiteCell);
                let told = if knows { &act } else { &Action::Abstain };
                assert_eq!(eyes.act(&act, &[taken]).as_ref(), Some(told), "{viewer}");
                assert_eq!(eyes.facts(&[taken]).len(), usize::from(knows), "{viewer}");
                let over = Eyes { over: true, ..eyes };
                assert_eq!(over.act(&act, &[taken]).as_ref(), Some(&act), "{viewer}");
            }
        }
    }

    #[test]
    fn a_decision_in_a_crisis_is_its_own_sides_until_both_have_decided() {
        let deck = deck();
        let act = Action::CrisisAct { climb_down: true };
        let revealed = [Fact::ClimbedDown(BySide::new(true, false))];
        for viewer in ALL {
            let eyes = eyes(&deck, viewer, Seat::Patron);
            let (own, told) = (viewer == Seat::Patron, viewer == Seat::WhiteCell);
            assert_eq!(eyes.know_of(&act, &[]), own || told, "{viewer}");
            assert_eq!(eyes.act(&act, &[]).is_some(), own, "{viewer}");
            assert_eq!(eyes.act(&act, &revealed).as_ref(), Some(&act), "{viewer}");
            let over = Eyes { over: true, ..eyes };
            assert_eq!(over.act(&act, &[]).as_ref(), Some(&act), "{viewer}");
        }
    }
}
