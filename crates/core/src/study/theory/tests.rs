//! The reference deck says what it claims, in a short form; what it misses is known by name.

use super::claims::{claims, short};
use super::figure::{Count, Figure, Interval};
use super::{Bound, test};
use crate::study::session::{Plan, unwatched};
use crate::study::tests::reference;

/// Sessions of each pairing in the short form.
const SESSIONS: u64 = 60;

/// Tests that the reference deck is known to miss, by claim and the beginning of what they say.
const MISSED: &[(&str, &str)] = &[
    // What comes from outside moves single sessions further than their mean.
    ("T3", "single sessions"),
    // The reference deck has few cards of that kind.
    ("C9", "demands and taken offers"),
];

#[test]
fn the_reference_deck_breaks_no_claim() {
    let scenario = reference();
    let plan = Plan {
        first: 6_000_000,
        sessions: SESSIONS,
        threads: None,
    };
    let verdicts = test(&scenario, &short(&scenario), plan, &unwatched).expect("it plays");
    assert!(verdicts.len() > 30, "{}", verdicts.len());
    let is_missed = |claim: &str, says: &str| {
        let mut missed = MISSED.iter();
        missed.any(|(other, beginning)| *other == claim && says.starts_with(beginning))
    };
    let broken: Vec<String> = verdicts
        .iter()
        .filter(|verdict| {
            !verdict.holds && verdict.clear && !is_missed(verdict.claim, &verdict.says)
        })
        .map(|verdict| {
            let Interval { value, low, high } = verdict.figure;
            let (claim, says, bound) = (verdict.claim, &verdict.says, verdict.bound);
            format!("{claim} {says}: {value:.1} ({low:.1} to {high:.1}), not {bound}")
        })
        .collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_claim_of_the_text_has_a_test() {
    let scenario = reference();
    let claims = claims(&scenario);
    let ids: Vec<&str> = claims.iter().map(|claim| claim.id).collect();
    for id in [
        "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T11", "T12",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
    assert!(claims.iter().all(|claim| !claim.tests.is_empty()));
    for claim in short(&scenario) {
        for test in claim.tests {
            assert!(test.figure.keys().len() <= 20, "{}", test.says);
        }
    }
}

#[test]
fn a_bound_is_clear_only_where_all_of_the_interval_is() {
    let interval = |value: f64| Interval {
        value,
        low: value - 2.0,
        high: value + 2.0,
    };
    for (bound, value, holds, clear) in [
        (Bound::AtLeast(8.0), 11.0, true, true),
        (Bound::AtLeast(8.0), 9.0, true, false),
        (Bound::AtLeast(8.0), 7.0, false, false),
        (Bound::AtLeast(8.0), 5.0, false, true),
        (Bound::AtMost(8.0), 5.0, true, true),
        (Bound::Within(30.0, 60.0), 59.0, true, false),
        (Bound::Within(30.0, 60.0), 63.0, false, true),
    ] {
        assert_eq!(
            (bound.holds(value), bound.is_clear(interval(value))),
            (holds, clear),
            "{bound} {value}"
        );
    }
}

#[test]
fn endings_of_the_same_sessions_are_not_apart() {
    let scenario = reference();
    let key = super::arms::plain("random:random");
    let other = super::arms::with("domain.*.dependence+=20", "random:random");
    let plan = Plan {
        first: 1,
        sessions: 60,
        threads: Some(1),
    };
    let keys = vec![key.clone(), other.clone()];
    let records = super::arms::Records::play(&scenario, keys, plan, &unwatched).expect("it plays");
    let same = Figure::Apart(vec![(key.clone(), key.clone())]).work_out(&records);
    assert!(same.value.abs() < 1e-9 && same.high.abs() < 1e-9);
    let moved = Figure::Apart(vec![(key.clone(), other.clone())]).work_out(&records);
    assert!(moved.value > 5.0 && moved.low < moved.value && moved.high > moved.value);
    let rise = Figure::ShareRise(Count::Breaks, vec![key], vec![other]).work_out(&records);
    assert!(rise.value > 0.0);
}
