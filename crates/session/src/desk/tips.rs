//! On which number of the deck the result of an exchange hangs.

use crate::history::History;
use unequal_core::model::choice::{Band, Demand};
use unequal_core::model::position::Position;
use unequal_core::model::scenario::Scenario;
use unequal_core::study::tipping::{Tipping, band_tipping};

/// The question on which number of the deck the result of the exchange on the desk hangs; it owns all it needs, so
/// that it can be answered in the background.
#[derive(Clone, Debug)]
pub struct Tips {
    scenario: Scenario,
    position: Position,
    demand: Demand,
    roll: i64,
    arguments: i64,
}

impl Tips {
    /// Asks it of a roll, 2 to 12, and of the net of the arguments, of which more than 0 helps the client; none where
    /// no exchange waits for its ruling.
    pub fn new(history: &History, roll: i64, arguments: i64) -> Option<Self> {
        let desk = history.desk()?;
        Some(Self {
            scenario: history.scenario().clone(),
            position: history.state().game.position,
            demand: desk.demand,
            roll,
            arguments,
        })
    }

    /// The numbers with the nearest values at which there would be another result, the nearest first.
    pub fn answer(&self) -> Vec<Tipping<Band>> {
        let Self {
            scenario,
            position,
            demand,
            roll,
            arguments,
        } = self;
        band_tipping(scenario, position, *demand, *roll, *arguments)
    }
}
