//! The decks and pairings that claims are tested with, each played once however many claims need it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::scenario::{PolicyKind, Scenario};
use crate::study::StudyError;
use crate::study::number::changed;
use crate::study::record::Record;
use crate::study::session::{Arm, Pairing, Plan, Progress, Watch, play_all};

/// A bot that looks ahead plays one session where others play so many.
pub const SLOWER: u64 = 10;

/// The deck with some numbers changed, and who plays it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Key {
    /// What is changed, as [`changed`] reads it; empty for the deck as it is.
    pub change: String,
    /// Who plays, as [`Pairing`] reads it.
    pub pairing: String,
}

/// The deck as it is.
pub(super) fn plain(pairing: &str) -> Key {
    with("", pairing)
}

/// The deck with something changed.
pub(super) fn with(change: &str, pairing: &str) -> Key {
    Key {
        change: change.to_owned(),
        pairing: pairing.to_owned(),
    }
}

/// What all arms came to.
#[derive(Clone, Debug)]
pub struct Records(BTreeMap<Key, Record>);

impl Records {
    /// Plays the arms: those in which somebody looks ahead a tenth as often as the plan says.
    ///
    /// # Errors
    ///
    /// Fails if the deck has not what an arm changes or needs, or if `watch` breaks off.
    pub fn play(
        scenario: &Scenario,
        mut keys: Vec<Key>,
        plan: Plan,
        watch: Watch<'_>,
    ) -> Result<Self, StudyError> {
        keys.sort();
        keys.dedup();
        let of = sessions(scenario, &keys, plan);
        let (slow, quick): (Vec<Key>, Vec<Key>) =
            keys.into_iter().partition(|key| looks_ahead(scenario, key));
        let mut records = BTreeMap::new();
        let mut before = 0;
        for (keys, plan) in [(quick, plan), (slow, seldom(plan))] {
            if keys.is_empty() {
                continue;
            }
            let arm = |key: &Key| -> Result<Arm, StudyError> {
                Ok(Arm {
                    scenario: changed(scenario, &key.change)?,
                    pairing: key.pairing.parse()?,
                })
            };
            let arms = keys.iter().map(arm).collect::<Result<Vec<_>, _>>()?;
            let played = play_all::<Record>(&arms, plan, &|progress| {
                let done = before + progress.done;
                watch(Progress { done, of })
            })?;
            before += plan.sessions * arms.len() as u64;
            records.extend(keys.into_iter().zip(played));
        }
        Ok(Self(records))
    }

    /// What an arm came to.
    ///
    /// # Panics
    ///
    /// If the arm was not among those that were played.
    pub fn get(&self, key: &Key) -> &Record {
        self.0
            .get(key)
            .expect("every arm of a figure is played before it is worked out")
    }
}

/// How often those arms are played in which a bot looks ahead.
const fn seldom(plan: Plan) -> Plan {
    Plan {
        sessions: plan.sessions.div_ceil(SLOWER),
        ..plan
    }
}

/// How many sessions some arms take, each of them once.
pub(super) fn sessions(scenario: &Scenario, keys: &[Key], plan: Plan) -> u64 {
    let of = |key: &Key| {
        if looks_ahead(scenario, key) {
            seldom(plan).sessions
        } else {
            plan.sessions
        }
    };
    keys.iter().map(of).sum()
}

/// Whether a bot of an arm plays on to the end before it chooses.
pub(super) fn looks_ahead(scenario: &Scenario, key: &Key) -> bool {
    let slow = |name: &str| {
        let policy = scenario.policy_at(name.trim_end_matches(['!', '?', '~']));
        policy.is_some_and(|at| matches!(scenario.policy(at).kind, PolicyKind::Rollout { .. }))
    };
    let pairing: Result<Pairing, _> = key.pairing.parse();
    pairing.is_ok_and(|pairing| slow(&pairing.patron) || slow(&pairing.client))
}
