//! Ensembles: the same result for any number of threads, and one that adds up.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};

use unequal_partners::analysis::ensemble::{
    EnsembleError, Plan, Summary, run, run_from, session_seed,
};
use unequal_partners::analysis::expectations::{Method, from_state};
use unequal_partners::bot::{Bot, EuropeBot, Players, play};
use unequal_partners::engine::options::Options;
use unequal_partners::engine::state::State;
use unequal_partners::model::choice::Ending;
use unequal_partners::model::game::Game;
use unequal_partners::model::scenario::Scenario;

use crate::golden::second as reference;

fn on_and_on(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn summary(scenario: &Scenario, pairing: [&str; 2], runs: u64, threads: usize) -> Summary {
    let [patron, client] = pairing;
    let mut plan = Plan::named(scenario, patron, client, EuropeBot::Random, runs, 7).unwrap();
    plan.threads = Some(threads);
    run(scenario, &plan, &on_and_on).unwrap()
}

#[test]
fn one_thread_and_several_give_the_same_result() {
    let scenario = reference();
    for pairing in [
        ["random", "random"],
        ["logit", "cautious"],
        ["hardliner", "tit-for-tat"],
    ] {
        let one = summary(&scenario, pairing, 301, 1);
        for threads in [2, 3] {
            let several = summary(&scenario, pairing, 301, threads);
            assert_eq!(one, several);
            assert_eq!(one.table(), several.table());
            assert_eq!(
                serde_json::to_string(&one).unwrap(),
                serde_json::to_string(&several).unwrap()
            );
        }
    }
}

#[test]
fn an_ensemble_counts_exactly_the_sessions_of_its_seeds() {
    let scenario = reference();
    let europe = EuropeBot::Random;
    let bot = |name| Bot::named(&scenario, name).unwrap().expecting(europe);
    let (patron, client) = (bot("hardliner"), bot("logit"));
    let players = Players {
        patron: &patron,
        client: &client,
        europe,
    };
    let mut endings = [0; 6];
    let mut moves = 0;
    for index in 0..50 {
        let mut game = Game::new(&scenario, session_seed(7, index));
        play(&scenario, &mut game, players, |_| {});
        endings[game.outcome.unwrap().ending.index()] += 1;
        moves += u64::from(game.move_index);
    }
    let summary = summary(&scenario, ["hardliner", "logit"], 50, 2);
    assert_eq!(
        Ending::ALL
            .iter()
            .map(|&ending| summary.ended(ending).count)
            .collect::<Vec<_>>(),
        endings
    );
    let played = summary.length.moves.iter();
    assert_eq!(
        played
            .map(|row| u64::from(row.moves) * row.sessions)
            .sum::<u64>(),
        moves
    );
    assert_eq!(summary.stability[0].sessions, 50);
}

#[test]
fn every_part_of_a_summary_adds_up() {
    let summary = summary(&reference(), ["logit", "logit"], 200, 2);
    let demands = summary.play.responses.iter().map(|row| row.share.count);
    let demands: u64 = demands.sum();
    for row in [
        &summary.play.intensities,
        &summary.play.inducements,
        &summary.play.bands,
        &summary.play.follow_ups,
    ] {
        assert_eq!(
            row.iter().map(|kind| kind.share.count).sum::<u64>(),
            demands
        );
    }
    let tabled = summary.cards.iter().map(|card| card.tabled.count);
    assert_eq!(tabled.sum::<u64>(), demands);
    let moves = summary.play.held.of;
    let taken_up = summary.play.taken_up.count;
    assert_eq!(demands + taken_up + summary.play.held.count, moves);
    let lines = &summary.red_lines;
    assert_eq!(lines.broken_with.of + lines.broken_without.of, 200);
    for row in &summary.stability {
        let spread = [row.p5, row.p25, row.p50, row.p75, row.p95];
        assert!(spread.is_sorted(), "{row:?}");
    }
}

#[test]
fn whoever_watches_sees_all_sessions_and_may_stop() {
    let scenario = reference();
    let plan = Plan::named(&scenario, "random", "random", EuropeBot::Absent, 100, 0).unwrap();
    let most = AtomicU64::new(0);
    run(&scenario, &plan, &|done| {
        most.fetch_max(done, Ordering::Relaxed);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(most.into_inner(), 100);
    let stopped = run(&scenario, &plan, &|_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(EnsembleError::Stopped)));
}

#[test]
fn wrong_plans_are_refused_with_what_would_be_right() {
    let scenario = reference();
    let refused = Plan::named(&scenario, "greedy", "gready", EuropeBot::Absent, 1, 0).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the deck has no bot named “gready”; it has: random, greedy, cautious, hardliner, \
         tit-for-tat, steadfast, rollout, logit"
    );
    let plan = Plan::named(&scenario, "greedy", "greedy", EuropeBot::Absent, 0, 0).unwrap();
    assert!(matches!(
        run(&scenario, &plan, &on_and_on),
        Err(EnsembleError::NoRuns)
    ));
}

#[test]
fn an_ensemble_from_a_state_comes_to_what_its_expectation_comes_to() {
    let scenario = reference();
    for (seed, sealed) in [(1, false), (2, false), (3, true)] {
        let options = Options {
            sealed,
            ..Options::default()
        };
        let state = State::at_start(&scenario, seed, options);
        let plan = Plan::named(&scenario, "logit", "logit", EuropeBot::Absent, 80, 9).unwrap();
        let summary = run_from(&scenario, &plan, &state, &on_and_on).unwrap();
        let method = Method {
            policy: scenario.policy(scenario.policy_at("logit").unwrap()),
            europe: EuropeBot::Absent,
            playouts: 80,
            seed: 9,
        };
        let go_on = || ControlFlow::Continue(());
        let sample = from_state(&scenario, &state, &method, &go_on).unwrap();
        let expected = sample.expectation();
        assert!((summary.final_stability.mean - expected.stability).abs() < 1e-9);
        for (row, share) in summary.endings.iter().zip(&expected.endings) {
            assert!((row.share.percent - share.percent).abs() < 1e-9);
        }
    }
}
