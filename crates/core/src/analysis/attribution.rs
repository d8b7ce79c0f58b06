//! How much of the course of stability each act accounts for: Shapley values and leave-one-out (rules 20).

use crate::analysis::open_loop::{OpenLoop, Played};
use crate::analysis::shapley::{Value, exact, leave_one_out, sampled};
use crate::engine::scenario::Scenario;

/// Acts up to which all coalitions are replayed; beyond, orders are sampled.
pub const MOST_EXACT: usize = 12;
/// Exchanges that a sample may replay, so that the longest session takes no longer than a moment.
const BUDGET: usize = 50_000;
/// Orders sampled at least and at most.
const ORDERS: (usize, usize) = (20, 200);

/// Whose acts the change is shared out among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The patron's demands; the baseline is to hold.
    Demands,
    /// The client's replies; the baseline is to accept in part.
    Replies,
}

/// The change of stability, shared out among the acts of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Stability with all acts as they were played: v(N).
    pub with_all: i64,
    /// Stability with none of them: v(∅).
    pub with_none: i64,
    /// Orders sampled; none where all coalitions were replayed.
    pub orders: Option<u64>,
    /// By exchange, in order.
    pub parts: Vec<Part>,
}

/// What one act accounts for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The Shapley value, in points of stability.
    pub value: Value,
    /// The change of final stability that the act alone makes, all others being as played.
    pub leave_one_out: i64,
}

/// Shares out the change of stability among the acts of one side.
pub fn attribute(scenario: &Scenario, recorded: &OpenLoop, whose: Whose) -> Attribution {
    let acts = recorded.exchanges().count();
    let worth = |inside: &[bool]| {
        let played = match whose {
            Whose::Demands => Played {
                demands: inside,
                ..Played::ALL
            },
            Whose::Replies => Played {
                replies: inside,
                ..Played::ALL
            },
        };
        recorded.stability(scenario, played)
    };
    let orders = (acts > MOST_EXACT).then(|| orders(acts));
    let values = match orders {
        None => exact(acts, worth),
        Some(orders) => sampled(acts, orders, recorded.seed, worth),
    };
    Attribution {
        with_all: worth(&vec![true; acts]),
        with_none: worth(&vec![false; acts]),
        orders,
        parts: values
            .into_iter()
            .zip(leave_one_out(acts, worth))
            .map(|(value, leave_one_out)| Part {
                value,
                leave_one_out,
            })
            .collect(),
    }
}

fn orders(acts: usize) -> u64 {
    (BUDGET / (acts * acts)).clamp(ORDERS.0, ORDERS.1) as u64
}

/// What the overrides of the white cell did to the final stability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverrideEffect {
    /// Final stability as played.
    pub with_all: i64,
    /// Final stability of the same acts and dice, with none of the overrides.
    pub with_none: i64,
    /// What each override changes, all others standing; in the order of [`OpenLoop::overrides`].
    pub each: Vec<i64>,
}

/// Replays a session without its overrides.
pub fn overrides(scenario: &Scenario, recorded: &OpenLoop) -> OverrideEffect {
    let count = recorded.overrides().len();
    let worth = |inside: &[bool]| {
        recorded.stability(
            scenario,
            Played {
                overrides: inside,
                ..Played::ALL
            },
        )
    };
    OverrideEffect {
        with_all: worth(&vec![true; count]),
        with_none: worth(&vec![false; count]),
        each: leave_one_out(count, worth),
    }
}

/// The part in a change of stability, in percent, of what would not have happened `without`; none
/// where nothing changed.
pub fn share_percent(start: i64, end: i64, without: i64) -> Option<f64> {
    let points = |points: i64| i32::try_from(points).map_or(0.0, f64::from);
    (start != end).then(|| 100.0 * points(end - without) / points(end - start))
}

#[cfg(test)]
mod tests;
