//! The claims themselves, with the pairings, changes and bounds that test them.
//!
//! Where a deck has a domain, a condition or a policy of its own, the tests follow it; they need the
//! policies cautious, tit-for-tat, logit, hardliner, greedy, steadfast, random and rollout.

mod answers;
mod course;

use super::arms::{Key, looks_ahead, plain, with};
use super::figure::{Count, Figure, Mean};
use super::{Bound, Claim, Test};
use crate::model::scenario::Scenario;

/// Pairings in which both sides have some sense.
pub const DECENT: [&str; 5] = [
    "cautious:cautious",
    "tit-for-tat:tit-for-tat",
    "logit:logit",
    "cautious:logit",
    "tit-for-tat:logit",
];

/// The bots that meet each other in every pairing.
pub const TABLE: [&str; 6] = [
    "greedy",
    "cautious",
    "hardliner",
    "tit-for-tat",
    "logit",
    "random",
];

/// All claims of a deck.
pub fn claims(scenario: &Scenario) -> Vec<Claim> {
    let mut claims = course::claims(scenario);
    claims.extend(answers::claims(scenario));
    claims
}

/// The claims that need few sessions: without the tests of all bots against all, of all fixed replies,
/// and of bots that look ahead.
pub fn short(scenario: &Scenario) -> Vec<Claim> {
    let mut claims = claims(scenario);
    let quick = |test: &Test| {
        let keys = test.figure.keys();
        keys.len() <= 20 && !keys.iter().any(|key| looks_ahead(scenario, key))
    };
    for claim in &mut claims {
        claim.tests.retain(quick);
    }
    claims.retain(|claim| !claim.tests.is_empty());
    claims
}

fn test(says: impl Into<String>, figure: Figure, bound: Bound) -> Test {
    Test {
        says: says.into(),
        figure,
        bound,
    }
}

/// The decent pairings with something changed.
fn decent(change: &str) -> Vec<Key> {
    DECENT.iter().map(|pairing| with(change, pairing)).collect()
}

/// Every bot of the table against every other.
fn table() -> Vec<Key> {
    let each = TABLE.iter().flat_map(|patron| {
        let clients = TABLE.iter();
        clients.map(move |client| plain(&format!("{patron}:{client}")))
    });
    each.collect()
}

/// How much a mean rises in each decent pairing: of these the least.
fn least_rise(mean: Mean, from: &str, to: &str) -> Figure {
    let each = decent(from).into_iter().zip(decent(to));
    Figure::Least(
        each.map(|(from, to)| Figure::Rise(mean, from, to))
            .collect(),
    )
}

/// How far endings lie apart between two changes, over the decent pairings.
fn apart(low: &str, high: &str) -> Figure {
    Figure::Apart(decent(low).into_iter().zip(decent(high)).collect())
}

/// How much a share rises in the decent pairings together.
fn pooled_rise(count: Count, from: &str, to: &str) -> Figure {
    Figure::ShareRise(count, decent(from), decent(to))
}
