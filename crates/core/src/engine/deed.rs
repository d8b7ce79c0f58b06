//! What acts do, once they are admitted: a file for each thing that they touch.

pub(in crate::engine) mod course;
pub(in crate::engine) mod opening;
pub(in crate::engine) mod pace;
pub(in crate::engine) mod play;
pub(in crate::engine) mod queue;
pub(in crate::engine) mod rulings;
pub(in crate::engine) mod voices;

use crate::engine::fact::Fact;
use crate::engine::state::State;
use crate::model::ledger::Change;
use crate::model::scenario::Scenario;

/// An act that is being done: thrown away when it is refused.
pub(in crate::engine) struct Step<'a> {
    pub(in crate::engine) scenario: &'a Scenario,
    pub(in crate::engine) state: State,
    pub(in crate::engine) changes: Vec<Change>,
    pub(in crate::engine) facts: Vec<Fact>,
}
