//! The claims themselves, with the pairings, changes and bounds that test them.
//!
//! Where a deck has a domain, a condition or a policy of its own, the tests follow it; they need the
//! policies cautious, tit-for-tat, logit, hardliner, greedy, steadfast, random and rollout.

mod answers;
mod course;
mod pairings;

use super::arms::looks_ahead;
use super::{Claim, Test};
use crate::model::scenario::Scenario;

pub use pairings::{DECENT, TABLE};

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
