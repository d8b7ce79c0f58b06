//! What an ensemble is to play.

use crate::bot::{Bot, EuropeBot};
use crate::model::luck::split_mix;
use crate::model::scenario::Scenario;
use crate::model::side::BySide;

/// What to play, how often, and on how many threads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Who plays each side: names of bots.
    pub bots: BySide<String>,
    /// Who sits in Europe's seat.
    pub europe: EuropeBot,
    /// The number of the first session, from 0: a part of an ensemble begins where the one before it ended.
    pub first: u64,
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
    /// Nobody to play.
    #[error(
        "the deck has no bot that is cautious, answers in kind or wavers: none that plays with some sense"
    )]
    NoSense,
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

impl Plan {
    /// A plan for two bots, by their names, on all cores.
    ///
    /// # Errors
    ///
    /// Says which bots the deck has, if there is none of a name.
    pub fn named(
        scenario: &Scenario,
        patron: &str,
        client: &str,
        europe: EuropeBot,
        runs: u64,
        seed: u64,
    ) -> Result<Self, EnsembleError> {
        let plan = Self {
            bots: BySide::new(patron.to_owned(), client.to_owned()),
            europe,
            first: 0,
            runs,
            seed,
            threads: None,
        };
        plan.seated(scenario).map(|_| plan)
    }

    /// The seed of a session, counted from the first of this plan.
    pub(in crate::analysis) const fn session_seed(&self, place: u64) -> u64 {
        split_mix(self.seed, self.first.wrapping_add(place))
    }

    /// The bots of the plan.
    pub(super) fn seated<'a>(
        &self,
        scenario: &'a Scenario,
    ) -> Result<BySide<Bot<'a>>, EnsembleError> {
        let bot = |name: &String| {
            let found = Bot::named(scenario, name).map_err(|unknown| EnsembleError::UnknownBot {
                name: unknown.0,
                known: known(scenario),
            });
            found.map(|bot| bot.expecting(self.europe))
        };
        Ok(BySide::new(
            bot(&self.bots.patron)?,
            bot(&self.bots.client)?,
        ))
    }
}

/// The deck's bots, separated by commas.
fn known(scenario: &Scenario) -> String {
    let names = scenario.policies.iter().map(|policy| policy.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}
