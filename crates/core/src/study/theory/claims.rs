//! The claims themselves, with the pairings, changes and bounds that test them.
//!
//! Where a deck has a domain, a condition or a policy of its own, the tests follow it; they need the
//! policies cautious, tit-for-tat, logit, hardliner, greedy, steadfast, random and rollout.

mod answers;
mod course;
mod pairings;

use super::Claim;
use crate::model::scenario::Scenario;

pub use pairings::{DECENT, TABLE};

/// All claims of a deck.
pub fn claims(scenario: &Scenario) -> Vec<Claim> {
    let mut claims = course::claims(scenario);
    claims.extend(answers::claims(scenario));
    claims
}
