//! The worked numbers of rules 20, and what must hold for every session.

use super::*;
use crate::analysis::bot::Bot;
use crate::analysis::playout::play;
use crate::deck::Deck;
use crate::engine::choice::Response;

fn reference() -> Scenario {
    let text = include_str!("../../../../../tests/golden/deck.toml");
    Deck::from_text("deck.toml", text).unwrap().scenario
}

fn two_demands() -> Scenario {
    let text = include_str!("../../../../../tests/golden/two-demands/deck.toml");
    Deck::from_text("deck.toml", text).unwrap().scenario
}

/// A session of bots, as it would be replayed, with its final stability.
fn session(scenario: &Scenario, seed: u64, patron: &str, client: &str) -> (OpenLoop, i64) {
    let bot = |name| {
        let place = scenario.policy_index(name).unwrap();
        Bot::new(scenario, &scenario.policies[place])
    };
    let mut recorded = OpenLoop::new(seed);
    let game = play(scenario, seed, &bot(patron), &bot(client), |game| {
        recorded.add_closed(scenario, game);
    });
    (recorded, *game.path.last().unwrap())
}

#[test]
fn the_worked_example_of_the_rules_comes_out() {
    let scenario = reference();
    let (recorded, _) = session(&scenario, 7, "hardliner", "tit-for-tat");
    let result = attribute(&scenario, &recorded, Whose::Demands);
    assert_eq!((result.with_all, result.with_none), (40, 90));
    assert_eq!(result.orders, None);
    let sum: f64 = result.parts.iter().map(|part| part.value.mean).sum();
    assert!((sum + 50.0).abs() < 1e-9, "{sum}");
    let costliest = result
        .parts
        .iter()
        .zip(recorded.exchanges())
        .min_by(|(a, _), (b, _)| a.value.mean.total_cmp(&b.value.mean));
    let (part, (number, exchange)) = costliest.unwrap();
    assert_eq!(scenario.cards[exchange.demand.card].id, "arctic-navy");
    assert_eq!(number - 1, 4, "the rules count turns from 0");
    assert!((part.value.mean + 6.93).abs() < 0.005, "{part:?}");
    assert_eq!(part.leave_one_out, -4);
}

#[test]
fn the_replay_of_all_acts_is_the_session_itself() {
    for (scenario, patron, client) in [
        (reference(), "random", "random"),
        (reference(), "logit", "tit-for-tat"),
        (two_demands(), "random", "random"),
        (two_demands(), "greedy", "cautious"),
    ] {
        for seed in 0..12 {
            let (recorded, stability) = session(&scenario, seed, patron, client);
            assert_eq!(recorded.stability(&scenario, Played::ALL), stability);
        }
    }
}

#[test]
fn shares_add_up_and_a_baseline_act_has_none() {
    for (scenario, seeds) in [(reference(), 0..6), (two_demands(), 0..3)] {
        for seed in seeds {
            let (recorded, _) = session(&scenario, seed, "random", "random");
            for whose in [Whose::Demands, Whose::Replies] {
                let result = attribute(&scenario, &recorded, whose);
                let sum: f64 = result.parts.iter().map(|part| part.value.mean).sum();
                let difference = result.with_all - result.with_none;
                assert!((sum - f64::from(i32::try_from(difference).unwrap())).abs() < 1e-6);
                let exchanges = recorded.exchanges().zip(&result.parts);
                let baseline = exchanges.filter(|((_, exchange), _)| {
                    whose == Whose::Replies && exchange.reply.response == Response::Partial
                });
                for (_, part) in baseline {
                    assert!(part.value.mean.abs() < 1e-9 && part.leave_one_out == 0);
                }
            }
        }
    }
}

#[test]
fn a_session_of_holds_only_has_nothing_to_share_out() {
    let scenario = reference();
    let mut recorded = OpenLoop::new(3);
    let game = crate::engine::game::Game::new(&scenario, 3);
    (0..5).for_each(|_| recorded.add_closed(&scenario, &game));
    let result = attribute(&scenario, &recorded, Whose::Demands);
    assert_eq!(result.with_all, result.with_none);
    assert!(result.parts.is_empty());
}

#[test]
fn an_override_is_charged_with_the_difference_it_makes() {
    let scenario = reference();
    let (mut recorded, played) = session(&scenario, 7, "hardliner", "tit-for-tat");
    let none = overrides(&scenario, &recorded);
    assert_eq!((none.with_all, none.with_none), (played, played));
    let gauge = crate::engine::gauge::Gauge::Stability;
    recorded
        .steps
        .push(crate::analysis::open_loop::Step::Adjust {
            entry: 9,
            gauge,
            by: -9,
        });
    let effect = overrides(&scenario, &recorded);
    assert_eq!(effect.with_none, played);
    assert_eq!(effect.each, [effect.with_all - played]);
    assert!(effect.with_all < played);
}
