//! Where a session could go from an entry, and where it went.

use crate::expectations::Terms;
use crate::history::History;
use unequal_core::analysis::expectations::{Method, Stopped, Watch, usual_policy};
use unequal_core::analysis::fan::{Spreads, fan};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::state::State;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::scenario::Scenario;

/// The question where a session could go from an entry: it owns all that it needs.
#[derive(Clone, Debug)]
pub struct FanQuestion {
    entry: EntryNumber,
    terms: Terms,
    scenario: Scenario,
    state: State,
    path: Vec<i64>,
    last: i64,
}

/// Where a session could go from an entry, and where it went.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// The entry.
    pub entry: EntryNumber,
    /// How it was worked out.
    pub terms: Terms,
    /// Stability at STARTEX and after each move that was closed before.
    pub before: Vec<i64>,
    /// Where sessions went from there.
    pub spreads: Spreads,
    /// Stability at STARTEX and after each closed move, as this session went.
    pub path: Vec<i64>,
    /// Stability where this session stands at its last entry.
    pub last: i64,
}

impl FanQuestion {
    /// The question from an entry on; 0 is STARTEX.
    ///
    /// What comes of it rests on where the red lines truly lie: before the end of a session it is for the
    /// white cell alone.
    pub fn new(table: &History, entry: EntryNumber, playouts: u64) -> Self {
        let scenario = table.scenario().clone();
        Self {
            entry,
            terms: Terms {
                policy: usual_policy(&scenario).name.clone(),
                europe: table.expected_europe(),
                playouts,
                seed: table.setup().seed,
            },
            scenario,
            state: table.state_at(entry).clone(),
            path: table.state().game.path.clone(),
            last: table.gauge_at(table.last_number(), Gauge::Stability),
        }
    }

    /// Answers it.
    ///
    /// # Errors
    ///
    /// Fails if `watch` breaks off.
    pub fn answer(self, watch: Watch<'_>) -> Result<Fan, Stopped> {
        let method = Method {
            policy: usual_policy(&self.scenario),
            europe: self.terms.europe,
            playouts: self.terms.playouts,
            seed: self.terms.seed,
        };
        let spreads = fan(&self.scenario, &self.state, &method, watch)?;
        Ok(Fan {
            entry: self.entry,
            terms: self.terms,
            before: self.state.game.path,
            spreads,
            path: self.path,
            last: self.last,
        })
    }
}
