//! What holds of studies, whatever is studied.

use std::ops::ControlFlow;

use crate::deck::Deck;
use crate::model::choice::Side;
use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::best_response::responses;
use crate::study::number::{Lever, numbers};
use crate::study::record::{Measure, Record};
use crate::study::sensitivity::global::{elementary, variance};
use crate::study::sensitivity::survey::{Weight, survey};
use crate::study::sensitivity::target::Target;
use crate::study::session::{Arm, Pairing, Plan, Progress, play_all, unwatched};

pub(super) fn reference() -> Scenario {
    let text = include_str!("../../../../tests/golden/deck.toml");
    let deck = Deck::from_text("reference", text).expect("the deck is right");
    deck.scenario
}

const fn plan(sessions: u64, threads: usize) -> Plan {
    Plan {
        first: 70_000,
        sessions,
        threads: Some(threads),
    }
}

fn levers(scenario: &Scenario, patterns: &[&str]) -> Vec<Lever> {
    let all = numbers(scenario);
    let named = |pattern: &&str| Lever::among(&all, pattern).expect("a number");
    patterns.iter().map(named).collect()
}

#[test]
fn one_thread_and_many_count_the_same() {
    let scenario = reference();
    let pairings = ["random:random", "greedy:random:hawk", "random:reply-hedge!"];
    let arms = pairings.map(|pairing| Arm {
        scenario: scenario.clone(),
        pairing: pairing.parse().expect("a pairing"),
    });
    let records =
        |threads| play_all::<Record>(&arms, plan(120, threads), &unwatched).expect("it plays");
    let alone = records(1);
    assert!(alone == records(3));
    assert!(alone.iter().all(|record| record.sessions == 120));
    assert_ne!(alone[0].endings, alone[2].endings);
}

#[test]
fn a_study_moves_what_matters_and_not_what_does_not() {
    let scenario = reference();
    let pairings = [Pairing::new("random", "random")];
    let patterns = [
        "domain.*.dependence",
        "crisis.break_at",
        "policy.logit.lambda",
    ];
    let levers = levers(&scenario, &patterns);
    let target = |threads| Target {
        scenario: &scenario,
        pairings: &pairings,
        plan: plan(60, threads),
    };
    let found = survey(&target(1), &levers, &unwatched).expect("it plays");
    assert_eq!(
        found,
        survey(&target(2), &levers, &unwatched).expect("it plays")
    );
    assert_eq!(found.moved[0].lever.name, "domain.*.dependence");
    let idle: Vec<&str> = found.idle().map(|moved| &*moved.lever.name).collect();
    assert!(idle.contains(&"policy.logit.lambda"));
    assert_eq!(found.moved[2].weight, Weight::Nothing);

    let walks = elementary(&target(2), &levers, 6, 1, &unwatched).expect("it plays");
    assert_eq!(walks.points, 6 * 4);
    let stability = &walks.found[Measure::Stability.index()];
    assert!(stability.levers[0].size.value > stability.levers[1].size.value);
    assert!(stability.levers[2].size.value < f64::EPSILON);

    let indices = variance(&target(1), &levers, 16, 1, &unwatched).expect("it plays");
    assert_eq!(
        indices,
        variance(&target(2), &levers, 16, 1, &unwatched).expect("it plays")
    );
    let stability = &indices.found[Measure::Stability.index()];
    assert!(
        stability.levers[0].total.value > 0.5 && stability.levers[2].total.value < f64::EPSILON
    );
}

#[test]
fn a_study_can_be_stopped_and_says_how_far_it_is() {
    let scenario = reference();
    let pairings = [Pairing::new("random", "random")];
    let target = Target {
        scenario: &scenario,
        pairings: &pairings,
        plan: plan(40, 1),
    };
    let stop_at = |sessions: u64| {
        move |progress: Progress| {
            if progress.done >= sessions {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        }
    };
    let of_all = |progress: Progress| {
        assert_eq!(progress.of, 5 * 40);
        ControlFlow::Continue(())
    };
    let levers = levers(&scenario, &["start.trust", "start.credibility"]);
    let whole = survey(&target, &levers, &of_all).expect("it plays");
    let early = survey(&target, &levers, &stop_at(50));
    assert!(matches!(early, Err(StudyError::Stopped)));
    // What was played to the end is what it would have been.
    let part = survey(&target, &levers, &stop_at(3 * 40 + 1)).expect("a lever is through");
    assert_eq!((part.moved.len(), part.of), (1, 2));
    assert!(!part.is_whole() && whole.is_whole());
    let mut all = whole.moved.iter();
    assert_eq!(
        all.find(|moved| moved.lever.name == "start.trust"),
        part.moved.first()
    );
    let rows = variance(&target, &levers, 6, 1, &stop_at(9 * 40)).expect("rows are through");
    assert!((1..6).contains(&rows.rows) && rows.of == 6 && !rows.is_whole());
}

#[test]
fn what_is_not_there_is_told() {
    let scenario = reference();
    assert!("cautious".parse::<Pairing>().is_err());
    assert!("cautious:logit:nobody".parse::<Pairing>().is_err());
    let arm = Arm {
        scenario,
        pairing: Pairing::new("cautious", "clever"),
    };
    let unknown = play_all::<Record>(&[arm], plan(1, 1), &unwatched);
    assert!(matches!(unknown, Err(StudyError::UnknownBot(_))));
}

#[test]
fn a_seat_is_told_over_the_bots_that_sit_opposite() {
    let scenario = reference();
    let bots = ["random", "greedy", "reply-hedge"];
    let found = responses(&scenario, &bots, plan(40, 2), &unwatched).expect("studied");
    let over = found.over(&["random", "greedy"]);
    let aim = |pairing: &str, side: Side| {
        let mut cells = found.cells.iter();
        let cell = cells.find(|cell| cell.pairing == pairing);
        cell.expect("played").aims[side].value
    };
    for (bot, mean) in bots.iter().zip(&over) {
        let patron = ["random", "greedy"].map(|other| aim(&format!("{bot}:{other}"), Side::Patron));
        let client = ["random", "greedy"].map(|other| aim(&format!("{other}:{bot}"), Side::Client));
        for (side, [one, two]) in [(Side::Patron, patron), (Side::Client, client)] {
            let told = mean[side].value;
            assert!(
                (told - f64::midpoint(one, two)).abs() < 1e-9,
                "{bot} {side:?}: {told}"
            );
            assert!(mean[side].error > 0.0, "{bot} {side:?}");
        }
    }
}
