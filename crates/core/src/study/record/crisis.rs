//! Crises in many sessions: how many saw one, and what became of those that began in time.

use serde::Serialize;

use crate::model::choice::Ending;
use crate::model::game::Game;
use crate::model::scenario::Scenario;

/// Moves before the last by which a crisis must have begun for what became of it to count.
const IN_TIME: usize = 4;

/// Counts of crises.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Crises {
    /// Sessions that saw one.
    pub seen: u64,
    /// Sessions whose first one began at least four moves before the last.
    pub early: u64,
    /// Of these, how many left a crisis and did not break.
    pub passed: u64,
    /// Of these, how many broke.
    pub broke: u64,
}

impl Crises {
    /// Counts a session that has ended.
    pub(super) fn end(&mut self, scenario: &Scenario, game: &Game, ending: Ending) {
        let rules = &scenario.crisis;
        let Some(begin) = game.path.iter().position(|&level| level < rules.enter) else {
            return;
        };
        self.seen += 1;
        if begin + IN_TIME > usize::try_from(game.last_move).unwrap_or(0) {
            return;
        }
        self.early += 1;
        let left = game.path[begin..].iter().any(|&level| level >= rules.leave);
        if matches!(ending, Ending::Rupture | Ending::Collapse) {
            self.broke += 1;
        } else if left {
            self.passed += 1;
        }
    }

    pub(super) const fn merge(&mut self, other: &Self) {
        self.seen += other.seen;
        self.early += other.early;
        self.passed += other.passed;
        self.broke += other.broke;
    }
}
