//! What an ensemble is to play.

use crate::engine::scenario::{Policy, Scenario};
use crate::model::side::BySide;

/// What to play, how often, and on how many threads.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// Who plays each side.
    pub bots: BySide<&'a Policy>,
    /// How many sessions.
    pub runs: u64,
    /// The seed of the ensemble, from which each session gets its own.
    pub seed: u64,
    /// Threads; none: as many as there are cores.
    pub threads: Option<usize>,
}

/// Why an ensemble gave no result.
#[derive(Debug, thiserror::Error)]
pub enum EnsembleError {
    /// A bot that the deck does not have.
    #[error("the deck has no bot named “{name}”; it has: {known}")]
    UnknownBot {
        /// The name asked for.
        name: String,
        /// The deck's bots, separated by commas.
        known: String,
    },
    /// Nothing to play.
    #[error("an ensemble needs at least one session: ask for 1 run or more")]
    NoRuns,
    /// Whoever watched asked to stop. What was played until then depends on timing, so it is not shown.
    #[error("stopped before all sessions were played")]
    Stopped,
    /// The operating system gave no threads.
    #[error("cannot start {threads} threads: {source}; ask for fewer")]
    Threads {
        /// How many were asked for.
        threads: usize,
        /// What the thread pool says.
        source: rayon::ThreadPoolBuildError,
    },
}

impl<'a> Plan<'a> {
    /// A plan for two bots of the deck, by their names, on all cores.
    ///
    /// # Errors
    ///
    /// Says which bots the deck has, if it has not the one named.
    pub fn named(
        scenario: &'a Scenario,
        patron: &str,
        client: &str,
        runs: u64,
        seed: u64,
    ) -> Result<Self, EnsembleError> {
        Ok(Self {
            bots: BySide::new(policy(scenario, patron)?, policy(scenario, client)?),
            runs,
            seed,
            threads: None,
        })
    }
}

/// The deck's policy of that name.
fn policy<'a>(scenario: &'a Scenario, name: &str) -> Result<&'a Policy, EnsembleError> {
    let place = scenario.policy_index(name);
    place
        .map(|place| &scenario.policies[place])
        .ok_or_else(|| EnsembleError::UnknownBot {
            name: name.to_owned(),
            known: scenario
                .policies
                .iter()
                .map(|policy| policy.name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        })
}
