//! The decks and pairings that claims are tested with, each played once however many claims need it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::scenario::{PolicyKind, Scenario};
use crate::study::StudyError;
use crate::study::number::changed;
use crate::study::record::Record;
use crate::study::session::{Arm, Pairing, Plan, Progress, Watch, play_all};

/// A bot that looks ahead plays one session where others play so many.
const SLOWER: u64 = 10;

/// So many times the sessions are played where what is looked at comes up in few of them.
const OFTENER: u64 = 10;

/// The deck with some numbers changed, and who plays it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Key {
    /// What is changed, as [`changed`] reads it; empty for the deck as it is.
    pub change: String,
    /// Who plays, as [`Pairing`] reads it.
    pub pairing: String,
    /// Whether what is looked at comes up in few sessions, so that ten times as many are played.
    pub is_rare: bool,
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
        is_rare: false,
    }
}

/// The deck as it is, played so often that what is rare comes up, too.
pub(super) fn often(pairing: &str) -> Key {
    Key {
        is_rare: true,
        ..plain(pairing)
    }
}

/// What all arms came to.
#[derive(Clone, Debug)]
pub struct Records(BTreeMap<Key, Record>);

impl Records {
    /// Plays the arms: those in which somebody looks ahead a tenth as often as the plan says, those for what
    /// is rare ten times as often.
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
        let mut by_sessions: BTreeMap<u64, Vec<Key>> = BTreeMap::new();
        for key in keys {
            let alike = by_sessions.entry(sessions_of(scenario, &key, plan));
            alike.or_default().push(key);
        }
        let mut records = BTreeMap::new();
        let mut before = 0;
        for (sessions, keys) in by_sessions {
            let arm = |key: &Key| -> Result<Arm, StudyError> {
                Ok(Arm {
                    scenario: changed(scenario, &key.change)?,
                    pairing: key.pairing.parse()?,
                })
            };
            let arms = keys.iter().map(arm).collect::<Result<Vec<_>, _>>()?;
            let played = play_all::<Record>(&arms, Plan { sessions, ..plan }, &|progress| {
                let done = before + progress.done;
                watch(Progress { done, of })
            })?;
            before += sessions * arms.len() as u64;
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

/// How many sessions an arm takes.
fn sessions_of(scenario: &Scenario, key: &Key, plan: Plan) -> u64 {
    let often = if key.is_rare { OFTENER } else { 1 };
    let seldom = if looks_ahead(scenario, key) {
        SLOWER
    } else {
        1
    };
    (plan.sessions * often).div_ceil(seldom)
}

/// Says how many sessions of each pairing are played, all kinds of arms named.
pub fn told(sessions: u64) -> String {
    let [seldom, often] = [sessions.div_ceil(SLOWER), sessions * OFTENER];
    format!(
        "{sessions} sessions of each pairing, {seldom} where a bot looks ahead, {often} where crises are looked at"
    )
}

/// How many sessions some arms take, each of them once.
pub(super) fn sessions(scenario: &Scenario, keys: &[Key], plan: Plan) -> u64 {
    keys.iter()
        .map(|key| sessions_of(scenario, key, plan))
        .sum()
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
