//! How much of the course of stability each act accounts for: Shapley values and leave-one-out.
//!
//! The players are the acts of one kind. An act that is left out gives way to nothing, as
//! [`open_loop`](crate::analysis::open_loop) says; the change is shared out against that baseline.

use crate::analysis::open_loop::{OpenLoop, Played, Step};
use crate::analysis::shapley::{Value, exact, leave_one_out, sampled};
use crate::model::scenario::Scenario;

/// Acts up to which all coalitions are replayed; beyond, orders are sampled.
pub const MOST_EXACT: usize = 12;
/// Exchanges that a sample may replay, so that the longest session takes no longer than a moment.
const BUDGET: usize = 50_000;
/// Orders sampled at least and at most.
const ORDERS: (usize, usize) = (20, 200);

/// Whose acts the change is shared out among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The patron's demands and take-ups; the baseline is to hold.
    Demands,
    /// The client's replies; the baseline is to give a part.
    Replies,
    /// The client's offers; the baseline is none.
    Offers,
    /// Acts of de-escalation of both sides; the baseline is none.
    CrisisActs,
    /// Europe's measures; the baseline is none.
    Measures,
}

impl Whose {
    /// How many acts of its own a step holds.
    const fn acts_in(self, step: &Step) -> usize {
        match (self, step) {
            (Self::Demands, Step::Exchange(_) | Step::TakeUp { .. })
            | (Self::Replies, Step::Exchange(_))
            | (Self::Offers, Step::Offer { vetoed: None, .. })
            | (Self::Measures, Step::Measure { .. }) => 1,
            (Self::CrisisActs, Step::CrisisActs(acts)) => {
                acts.patron.climbs_down as usize + acts.client.climbs_down as usize
            }
            _ => 0,
        }
    }

    /// The acts that are played where only those inside are.
    const fn played(self, inside: &[bool]) -> Played<'_> {
        let mut played = Played::ALL;
        match self {
            Self::Demands => played.decisions = inside,
            Self::Replies => played.replies = inside,
            Self::Offers => played.offers = inside,
            Self::CrisisActs => played.crisis_acts = inside,
            Self::Measures => played.measures = inside,
        }
        played
    }
}

/// The steps that hold the acts of one kind, in their order, each with its move from 1; a step with two
/// acts comes twice.
pub fn acts(recorded: &OpenLoop, whose: Whose) -> impl Iterator<Item = (u32, &Step)> {
    recorded
        .numbered()
        .flat_map(move |(number, step)| std::iter::repeat_n((number, step), whose.acts_in(step)))
}

/// The change of stability, shared out among the acts of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Stability with all acts as they were played: v(N).
    pub with_all: i64,
    /// Stability with none of them: v(∅).
    pub with_none: i64,
    /// Orders sampled; none where all coalitions were replayed.
    pub orders: Option<u64>,
    /// By act, in the order of [`acts`].
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

/// Shares out the change of stability among the acts of one kind.
pub fn attribute(scenario: &Scenario, recorded: &OpenLoop, whose: Whose) -> Attribution {
    let acts = acts(recorded, whose).count();
    let worth = |inside: &[bool]| recorded.stability(scenario, whose.played(inside));
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
    (BUDGET / (acts * acts).max(1)).clamp(ORDERS.0, ORDERS.1) as u64
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

#[cfg(test)]
mod tests;
