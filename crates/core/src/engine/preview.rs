//! What a choice would likely do, worked out on a position as a seat knows it.

use crate::engine::choice::{Band, FollowUp};
use crate::engine::game::Exchange;
use crate::engine::gauge::Gauge;
use crate::engine::ledger::Silent;
use crate::engine::position::Position;
use crate::engine::refused::Refused;
use crate::engine::resolve::contest::{Demand, Factors, Reply, factors, odds};
use crate::engine::resolve::delivery::resolve;
use crate::engine::resolve::follow_up::follow_up;
use crate::engine::resolve::red_line::cross;
use crate::engine::room::inject::News;
use crate::engine::room::plan::effect_of;
use crate::engine::scenario::Scenario;

/// What an exchange would do before the follow-up and the drift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What presses and what resists.
    pub factors: Factors,
    /// How many of the 36 rolls give slip, as offered, hold.
    pub odds: [i64; 3],
    /// The three possible results, in the same order.
    pub results: [Expected; 3],
}

/// One possible result of an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The band.
    pub band: Band,
    /// Percent of what is asked that would be offered.
    pub offer: i64,
    /// Net changes of gauges, in canonical order; gauges that stay are left out.
    pub changes: Vec<(Gauge, i64)>,
    /// Change of the stability that circumstances support.
    pub supported: i64,
    /// Red lines that would be crossed, as far as the seat knows where they lie.
    pub crossed: usize,
}

/// What news would do if it came into play now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Net changes of gauges, in canonical order; gauges that stay are left out.
    pub changes: Vec<(Gauge, i64)>,
    /// The stability that circumstances support, before and after.
    pub supported: (i64, i64),
}

/// Works out what news would do at `position`.
///
/// # Errors
///
/// As [`effect_of`].
pub fn preview_news(
    scenario: &Scenario,
    position: &Position,
    news: &News,
) -> Result<Moved, Refused> {
    let (after, _) = effect_of(scenario, position, news)?;
    Ok(Moved {
        changes: differences(scenario, position, &after),
        supported: (
            position.supported_stability(scenario),
            after.supported_stability(scenario),
        ),
    })
}

/// The gauges that differ, in canonical order, and by how much.
fn differences(scenario: &Scenario, before: &Position, after: &Position) -> Vec<(Gauge, i64)> {
    scenario
        .gauges()
        .into_iter()
        .map(|gauge| (gauge, after.get(gauge) - before.get(gauge)))
        .filter(|(_, by)| *by != 0)
        .collect()
}

/// Works out what a demand and a reply would do at `position`.
pub fn preview(
    scenario: &Scenario,
    position: &Position,
    demand: Demand,
    reply: Reply,
    slot: u32,
) -> Preview {
    let factors = factors(scenario, position, demand);
    let result = |band: Band| {
        let mut after = *position;
        let slot = i64::from(slot);
        let offer = resolve(scenario, &mut after, demand, reply, band, slot, &mut Silent);
        compared(scenario, position, after, (band, offer))
    };
    Preview {
        factors,
        odds: odds(scenario, factors.modifier),
        results: [Band::Slip, Band::AsOffered, Band::Hold].map(result),
    }
}

/// Works out what a follow-up to an exchange would do at `position`.
pub fn preview_follow_up(
    scenario: &Scenario,
    position: &Position,
    exchange: &Exchange,
    choice: FollowUp,
) -> Expected {
    let mut after = *position;
    follow_up(
        scenario,
        &mut after,
        exchange.demand,
        exchange.reply.response,
        exchange.offer,
        choice,
        &mut Silent,
    );
    compared(scenario, position, after, (exchange.band, exchange.offer))
}

/// What differs between two positions, once the red lines are checked.
fn compared(
    scenario: &Scenario,
    before: &Position,
    mut after: Position,
    (band, offer): (Band, i64),
) -> Expected {
    let crossed = cross(scenario, &mut after, &mut Silent);
    Expected {
        band,
        offer,
        changes: differences(scenario, before, &after),
        supported: after.supported_stability(scenario) - before.supported_stability(scenario),
        crossed,
    }
}
