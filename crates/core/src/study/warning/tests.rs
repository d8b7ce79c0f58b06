//! Every session is with a sign or without, and an ensemble is warned of in its own sessions.

use std::ops::ControlFlow;

use super::*;
use crate::bot::EuropeBot;
use crate::engine::options::Options;
use crate::model::side::BySide;
use crate::study::session::unwatched;
use crate::study::tests::reference;

fn found(threads: usize) -> Vec<Warning> {
    let scenario = reference();
    let pairings = ["random:random", "hardliner:random"].map(str::parse);
    let pairings: Vec<Pairing> = pairings
        .into_iter()
        .map(|one| one.expect("a pairing"))
        .collect();
    let plan = Plan {
        first: 80_000,
        sessions: 150,
        threads: Some(threads),
    };
    warnings(&scenario, &pairings, plan, &unwatched).expect("it plays")
}

#[test]
fn every_session_is_with_a_sign_or_without() {
    let found = found(2);
    assert_eq!(found, self::found(1));
    assert_eq!(found.len(), 3 * Sign::ALL.len());
    for warning in found {
        assert_eq!(warning.with.of + warning.without.of, 300);
        assert_eq!(
            warning.with.count + warning.without.count,
            warning.warned.of
        );
        assert!(
            warning
                .lead
                .is_none_or(|lead| lead.mean >= 1.0 && lead.quarter <= lead.median)
        );
    }
}

#[test]
fn a_crisis_warns_of_a_break_and_lost_freedom_of_capture() {
    let found = found(2);
    let of = |sign: Sign, ending: Ending| {
        let mut all = found.iter();
        all.find(|warning| (warning.sign, warning.ending) == (sign, ending))
            .expect("all are there")
    };
    let crisis = of(Sign::Crisis, Ending::Collapse);
    assert!(
        crisis.difference() > 20.0 && crisis.is_clear(),
        "{crisis:?}"
    );
    assert!(of(Sign::LostFreedom, Ending::Capture).difference() > 0.0);
}

fn ensemble(runs: u64, threads: usize) -> ensemble::Plan {
    ensemble::Plan {
        bots: BySide::new("hardliner".to_owned(), "random".to_owned()),
        europe: EuropeBot::Planner,
        first: 0,
        runs,
        seed: 9,
        threads: Some(threads),
    }
}

#[test]
fn an_ensemble_is_warned_of_in_the_sessions_that_it_plays() {
    let scenario = reference();
    let plan = ensemble(120, 2);
    let found = early_warning(&scenario, &plan, None, &unwatched).expect("it plays");
    let one = early_warning(&scenario, &ensemble(120, 1), None, &unwatched);
    assert_eq!(found, one.expect("it plays"));
    let summary = ensemble::run(&scenario, &plan, &|_| ControlFlow::Continue(()));
    let summary = summary.expect("it plays");
    assert_eq!((found.sessions, found.earlier.len()), (120, 0));
    for warning in &found.warnings {
        assert_eq!(warning.warned.of, summary.ended(warning.ending).count);
    }
}

#[test]
fn from_a_moment_it_is_warned_of_what_came_before_it_too() {
    let scenario = reference();
    let (plan, start) = (
        ensemble(60, 2),
        State::at_start(&scenario, 4, Options::default()),
    );
    let mut closed = start.game.clone();
    closed.move_index = 1;
    closed.clocks.in_crisis = true;
    let taken = Taken::up(&scenario, &start, [&closed]);
    let found = early_warning(&scenario, &plan, Some(&taken), &unwatched).expect("it plays");
    let summary = ensemble::run_from(&scenario, &plan, &start, &|_| ControlFlow::Continue(()));
    let summary = summary.expect("it plays");
    let crisis = Earlier {
        sign: Sign::Crisis,
        move_number: 1,
    };
    assert!(found.earlier.contains(&crisis), "{:?}", found.earlier);
    for warning in &found.warnings {
        assert_eq!(warning.warned.of, summary.ended(warning.ending).count);
        // What had shown before is in every session.
        assert!(warning.sign != Sign::Crisis || warning.without.of == 0);
    }
}
