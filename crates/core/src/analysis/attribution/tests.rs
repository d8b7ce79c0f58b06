//! What must hold of every session that is shared out among its acts.

use super::*;
use crate::bot::{Bot, EuropeBot, Players, play_move};
use crate::deck::Deck;
use crate::engine::entry_number::EntryNumber;
use crate::model::choice::Response;
use crate::model::game::Game;
use crate::model::gauge::Gauge;

fn reference() -> Scenario {
    let text = include_str!("../../../../../tests/golden/deck.toml");
    Deck::from_text("reference", text).unwrap().scenario
}

fn three_demands() -> Scenario {
    let mut scenario = reference();
    scenario.session.demands = 3;
    scenario
}

/// A session of bots, as it would be replayed, with its final stability.
fn session(
    scenario: &Scenario,
    seed: u64,
    patron: &str,
    client: &str,
    europe: EuropeBot,
) -> (OpenLoop, i64) {
    let bot = |name| Bot::named(scenario, name).unwrap().expecting(europe);
    let (patron, client) = (bot(patron), bot(client));
    let players = Players {
        patron: &patron,
        client: &client,
        europe,
    };
    let mut recorded = OpenLoop::new(seed);
    let mut game = Game::new(scenario, seed);
    while game.outcome.is_none() {
        let in_crisis = game.clocks.in_crisis;
        play_move(scenario, &mut game, players);
        recorded.add_closed(scenario, &game, in_crisis);
    }
    (recorded, *game.path.last().unwrap())
}

const ALL: [Whose; 5] = [
    Whose::Demands,
    Whose::Replies,
    Whose::Offers,
    Whose::CrisisActs,
    Whose::Measures,
];

#[test]
fn the_replay_of_all_acts_is_the_session_itself() {
    for (scenario, patron, client) in [
        (reference(), "random", "random"),
        (reference(), "logit", "tit-for-tat"),
        (reference(), "hardliner", "steadfast!"),
        (three_demands(), "random", "random"),
        (three_demands(), "greedy", "cautious"),
    ] {
        for seed in 0..12 {
            let (recorded, stability) = session(&scenario, seed, patron, client, EuropeBot::Random);
            assert_eq!(recorded.stability(&scenario, Played::ALL), stability);
        }
    }
}

#[test]
fn shares_add_up_and_a_baseline_act_has_none() {
    let mut shared = [0; ALL.len()];
    for (scenario, seeds) in [(reference(), 0..6), (three_demands(), 0..2)] {
        for seed in seeds {
            let (recorded, _) = session(&scenario, seed, "random", "random", EuropeBot::Random);
            for (whose, count) in ALL.into_iter().zip(&mut shared) {
                let result = attribute(&scenario, &recorded, whose);
                *count += result.parts.len();
                assert_eq!(result.parts.len(), acts(&recorded, whose).count());
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
    assert!(shared.iter().all(|count| *count > 0), "{shared:?}");
}

#[test]
fn a_session_of_holds_only_has_nothing_to_share_out() {
    let scenario = reference();
    let (recorded, _) = session(&scenario, 3, "never", "reply-stall~?", EuropeBot::Absent);
    for whose in ALL {
        let result = attribute(&scenario, &recorded, whose);
        assert_eq!(result.with_all, result.with_none);
        assert!(result.parts.is_empty());
    }
}

#[test]
fn an_override_is_charged_with_the_difference_it_makes() {
    let scenario = reference();
    let (mut recorded, played) =
        session(&scenario, 7, "hardliner", "tit-for-tat", EuropeBot::Absent);
    let none = overrides(&scenario, &recorded);
    assert_eq!((none.with_all, none.with_none), (played, played));
    recorded.steps.push(Step::Adjust {
        entry: EntryNumber::new(9),
        gauge: Gauge::Stability,
        by: -9,
    });
    let effect = overrides(&scenario, &recorded);
    assert_eq!(effect.with_none, played);
    assert_eq!(effect.each, [effect.with_all - played]);
    assert!(effect.with_all < played);
}
