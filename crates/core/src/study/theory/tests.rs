//! The reference deck says what it claims, in a short form; what it misses is known by name.

use super::Bound;
use super::claims::claims;
use super::figure::{Count, Figure, Interval};
use super::inquiry::{Form, Inquiry, Tried, is_cited};
use crate::model::scenario::BroughtUpBy;
use crate::study::session::{Plan, unwatched};
use crate::study::tests::reference;

/// Sessions of each pairing in the short form.
const SESSIONS: u64 = 60;

/// Tests that the reference deck is known to miss, and why.
const MISSED: &[(&str, &str)] = &[
    (
        "T3.2",
        "what comes from outside moves single sessions further than their mean",
    ),
    ("C9.1", "the reference deck has few cards of that kind"),
];

fn plan(sessions: u64) -> Plan {
    Plan {
        first: 6_000_000,
        sessions,
        threads: None,
    }
}

fn missed(id: &str) -> Option<String> {
    let mut missed = MISSED.iter();
    missed
        .find(|(other, _)| *other == id)
        .map(|(_, reason)| (*reason).to_owned())
}

#[test]
fn the_reference_deck_breaks_no_claim() {
    let scenario = reference();
    let inquiry = Inquiry::new(&scenario, Form::Short);
    let standings = inquiry.answer(&missed, plan(SESSIONS), &unwatched);
    let standings = standings.expect("it plays");
    let tests = || standings.iter().flat_map(|standing| &standing.tests);
    assert!(tests().count() > 30, "{}", tests().count());
    let told = |tried: &Tried| {
        let (id, says, bound, figure) = (&tried.id, &tried.says, tried.bound, tried.figure);
        format!("{id} {says}: {figure:?}, not {bound}")
    };
    let broken: Vec<String> = tests()
        .filter(|tried| tried.is_broken())
        .map(told)
        .collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
    assert!(tests().all(|tried| tried.lacks.is_none()));
}

#[test]
fn a_claim_is_broken_where_it_is_clearly_missed_and_the_deck_is_not_exempt() {
    let mut scenario = reference();
    for card in scenario.cards.places() {
        scenario.cards[card].brought_up_by = BroughtUpBy::Patron;
    }
    let inquiry = Inquiry::new(&scenario, Form::Short);
    let broken = |exempt: &dyn Fn(&str) -> Option<String>| {
        let found = inquiry
            .answer(exempt, plan(20), &unwatched)
            .expect("it plays");
        let tests = found.into_iter().flat_map(|standing| standing.tests);
        let broken = tests.filter(Tried::is_broken).map(|tried| tried.id);
        broken.collect::<Vec<_>>()
    };
    assert!(broken(&|_| None).contains(&"C5.1".to_owned()));
    for id in ["C5", "C5.1"] {
        let exempt = |cited: &str| (cited == id).then(|| "it is about something else".to_owned());
        assert!(!broken(&exempt).contains(&"C5.1".to_owned()), "{id}");
    }
}

#[test]
fn a_test_that_the_deck_has_no_bots_for_is_not_asked() {
    let mut scenario = reference();
    let gone = scenario.policy_at("steadfast").expect("it is there");
    "rock".clone_into(&mut scenario.policies[gone].name);
    let inquiry = Inquiry::new(&scenario, Form::Short);
    let whole = Inquiry::new(&reference(), Form::Short).sessions(plan(7));
    assert!(inquiry.sessions(plan(7)) < whole);
    let found = inquiry
        .answer(&missed, plan(1), &unwatched)
        .expect("it plays");
    let tests = found.iter().flat_map(|standing| &standing.tests);
    let lacking: Vec<&Tried> = tests.filter(|tried| tried.lacks.is_some()).collect();
    assert!(lacking.iter().any(|tried| tried.id == "T11.1"));
    for tried in lacking {
        assert_eq!(
            (tried.holds, tried.is_broken(), tried.word()),
            (None, false, "not asked")
        );
        assert!(
            tried
                .lacks
                .as_ref()
                .is_some_and(|lacks| lacks.contains("steadfast"))
        );
    }
}

#[test]
fn every_claim_of_the_text_has_a_test_and_is_cited_by_its_place() {
    let scenario = reference();
    let claims = claims(&scenario);
    let ids: Vec<&str> = claims.iter().map(|claim| claim.id).collect();
    assert_eq!(ids, crate::deck::exempt::CLAIMS);
    assert!(claims.iter().all(|claim| !claim.tests.is_empty()));
    for (id, cited) in [
        ("T3", true),
        ("T3.2", true),
        ("T3.3", false),
        ("T10", false),
    ] {
        assert_eq!(is_cited(&scenario, id), cited, "{id}");
    }
}

#[test]
fn what_is_rare_is_played_more_often_and_what_looks_ahead_less() {
    let scenario = reference();
    let [usual, rare, ahead] = [
        super::arms::plain("logit:logit"),
        super::arms::often("logit:logit"),
        super::arms::plain("rollout:logit"),
    ];
    let keys = vec![usual.clone(), rare.clone(), ahead.clone()];
    let records = super::arms::Records::play(&scenario, keys, plan(20), &unwatched);
    let records = records.expect("it plays");
    let played = [usual, rare, ahead].map(|key| records.get(&key).sessions);
    assert_eq!(played, [20, 200, 2]);
}

#[test]
fn progress_goes_on_to_the_sessions_that_were_promised() {
    let scenario = reference();
    let inquiry = Inquiry::new(&scenario, Form::Short);
    let of = inquiry.sessions(plan(2));
    let most = std::sync::atomic::AtomicU64::new(0);
    let watch = |progress: crate::study::session::Progress| {
        assert_eq!(progress.of, of);
        most.fetch_max(progress.done, std::sync::atomic::Ordering::Relaxed);
        std::ops::ControlFlow::Continue(())
    };
    inquiry.answer(&missed, plan(2), &watch).expect("it plays");
    assert_eq!(most.into_inner(), of);
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
