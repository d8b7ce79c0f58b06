//! How far each ending is: derived, shown on screens, never used by the rules (rules 19).

use serde::Serialize;

use crate::model::crisis::Clocks;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::place::{At as _, DomainAt, MAX_DOMAINS};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;

/// The distances, in points or moves; what is below 0 has been passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Signposts {
    /// Points of stability above the break.
    pub above_break: i64,
    /// Bad moves that the crisis clock still allows.
    pub crisis_moves_left: i64,
    /// From 0 a break would be a rupture, below it a collapse.
    pub exit_margin: i64,
    /// Points of autonomy above the threshold of capture.
    pub above_capture: i64,
    /// Moves that the clock of capture still allows.
    pub capture_moves_left: i64,
    /// The smallest of what outlook, trust and autonomy have over the thresholds of an entente.
    pub entente_margin: i64,
    /// What outlook has over the threshold of a managed asymmetry.
    pub managed_margin: i64,
    /// Where anger is heading: points that resentment has still to rise, or below 0 to fall.
    pub anger_ahead: i64,
    /// For each domain, how many times its capacity pays for its cheapest open card, in percent; none
    /// where no card is open.
    pub room: [Option<i64>; MAX_DOMAINS],
}

/// Works out the signposts of a position in a move, counted from 0.
pub fn signposts(
    scenario: &Scenario,
    position: &Position,
    progress: &Progress,
    clocks: &Clocks,
    move_index: u32,
) -> Signposts {
    let get = |gauge| position.get(gauge);
    let outlook = position.outlook(scenario);
    let [stable, trusting, free] = scenario.thresholds.entente;
    let entente = [
        outlook - stable,
        get(Gauge::Trust) - trusting,
        get(Gauge::Autonomy) - free,
    ];
    let mut room = [None; MAX_DOMAINS];
    for domain in scenario.domains() {
        room[domain.index()] = room_in(scenario, position, progress, domain, move_index);
    }
    Signposts {
        above_break: get(Gauge::Stability) - scenario.crisis.break_at,
        crisis_moves_left: scenario.crisis.break_moves - clocks.crisis,
        exit_margin: position.exit(scenario) - scenario.crisis.exit_at,
        above_capture: get(Gauge::Autonomy) - scenario.capture.enter,
        capture_moves_left: scenario.capture.moves - clocks.capture,
        entente_margin: entente.into_iter().fold(i64::MAX, i64::min),
        managed_margin: outlook - scenario.thresholds.managed,
        anger_ahead: position.grievance(scenario) - get(Gauge::Resentment),
        room,
    }
}

fn room_in(
    scenario: &Scenario,
    position: &Position,
    progress: &Progress,
    domain: DomainAt,
    move_index: u32,
) -> Option<i64> {
    let needs = scenario
        .cards
        .places()
        .filter(|&card| scenario.card(card).domain == domain)
        .filter(|&card| progress.is_open(scenario, card, move_index))
        .map(|card| scenario.card(card).capacity_need);
    let cheapest = needs.min()?;
    Some(100 * position.get(Gauge::Capacity(domain)) / cheapest.max(1))
}
