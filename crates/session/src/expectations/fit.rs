//! How many playouts a choice a session of this length leaves time for.

use unequal_core::engine::state::State;
use unequal_core::model::scenario::Scenario;

/// Playouts a choice at most, and where nobody says how many: enough to tell differences of two points apart.
pub const MOST: u64 = 200;

/// Playouts a choice at least: with fewer an interval says nothing.
const LEAST: u64 = 20;

/// Exchanges that all playouts of a session play through at most, a minute of one core or so. A session of eight
/// moves with a demand each stays below with [`MOST`].
const EXCHANGES: u64 = 1_500_000;

/// Playouts go in such steps: as a session grows, what was worked out before stays good for a while.
const STEP: u64 = 20;

/// How many exchanges a playout from a state may go through.
pub(super) fn exchanges(scenario: &Scenario, state: &State) -> u64 {
    let rules = &scenario.session;
    let longest = state.game.length.unwrap_or(rules.longest());
    let moves = longest.saturating_sub(state.game.move_index);
    u64::from(moves.max(1)) * u64::from(rules.demands.max(1))
}

/// Playouts a choice where those of all choices together, played once, go through so many exchanges.
pub(super) const fn playouts(once: u64) -> u64 {
    let fitting = match EXCHANGES.checked_div(once) {
        Some(fitting) => fitting / STEP * STEP,
        None => MOST,
    };
    if fitting < LEAST {
        LEAST
    } else if fitting > MOST {
        MOST
    } else {
        fitting
    }
}

/// How many times as wide as with [`MOST`] fewer playouts make an interval; none where they are no fewer.
pub fn widened(playouts: u64) -> Option<f64> {
    let fewer = u32::try_from(playouts)
        .ok()
        .filter(|fewer| (1..MOST).contains(&u64::from(*fewer)))?;
    let most = u32::try_from(MOST).ok()?;
    Some((f64::from(most) / f64::from(fewer)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ten_times_as_long_is_played_on_more_rarely() {
        assert_eq!(playouts(0), MOST);
        assert_eq!(playouts(EXCHANGES / MOST), MOST);
        assert_eq!(playouts(EXCHANGES / MOST + 1), MOST - STEP);
        assert_eq!(playouts(EXCHANGES / 45), 40);
        assert_eq!(playouts(EXCHANGES), LEAST);
    }
}
