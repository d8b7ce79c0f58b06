//! The pairings by which several claims are tested, and what is worked out over all of them.

use crate::study::theory::arms::{Key, plain, with};
use crate::study::theory::figure::{Count, Figure, Mean};
use crate::study::theory::{Bound, Test};

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

/// A test, in words, with what is held against which bound.
pub(super) fn test(says: impl Into<String>, figure: Figure, bound: Bound) -> Test {
    Test {
        says: says.into(),
        figure,
        bound,
    }
}

/// The decent pairings with something changed.
pub(super) fn decent(change: &str) -> Vec<Key> {
    DECENT.iter().map(|pairing| with(change, pairing)).collect()
}

/// Every bot of the table against every other.
pub(super) fn table() -> Vec<Key> {
    let each = TABLE.iter().flat_map(|patron| {
        let clients = TABLE.iter();
        clients.map(move |client| plain(&format!("{patron}:{client}")))
    });
    each.collect()
}

/// How much a mean rises in each decent pairing: of these the least.
pub(super) fn least_rise(mean: Mean, from: &str, to: &str) -> Figure {
    let each = decent(from).into_iter().zip(decent(to));
    Figure::Least(
        each.map(|(from, to)| Figure::Rise(mean, from, to))
            .collect(),
    )
}

/// How far endings lie apart between two changes, over the decent pairings.
pub(super) fn apart(low: &str, high: &str) -> Figure {
    Figure::Apart(decent(low).into_iter().zip(decent(high)).collect())
}

/// How much a share rises in the decent pairings together.
pub(super) fn pooled_rise(count: Count, from: &str, to: &str) -> Figure {
    Figure::ShareRise(count, decent(from), decent(to))
}
