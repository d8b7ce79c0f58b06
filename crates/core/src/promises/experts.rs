//! A bot that thinks plays the same every time; and no bot plays by what its seat does not know.

use super::reference;
use crate::bot::{Bot, EuropeBot, Expert, Players, play, play_move, seat};
use crate::model::game::Game;
use crate::model::ledger::Silent;
use crate::model::scenario::{Policy, PolicyKind, Scenario};

fn course(scenario: &Scenario, names: [&str; 2], seed: u64) -> (Vec<i64>, Option<i64>) {
    let [patron, client] =
        names.map(|name| seat(scenario, name, EuropeBot::Absent).expect("a bot"));
    let players = Players {
        patron: &*patron,
        client: &*client,
        europe: EuropeBot::Absent,
    };
    let mut game = Game::new(scenario, seed);
    let mut path = Vec::new();
    play(scenario, &mut game, players, |game| {
        path.extend(scenario.gauges().into_iter().map(|gauge| {
            use crate::model::gauges::Gauges as _;
            game.position.get(gauge)
        }));
    });
    (path, game.outcome.map(|outcome| outcome.patron))
}

#[test]
fn the_same_session_is_played_every_time() {
    let scenario = reference();
    for names in [
        ["expert-16", "random"],
        ["hardliner", "expert-16"],
        ["reader-16", "reader-16"],
    ] {
        let first = course(&scenario, names, 5);
        assert!(first.1.is_some());
        assert_eq!(first, course(&scenario, names, 5), "{names:?}");
    }
}

#[test]
fn no_bot_chooses_by_what_is_hidden_from_its_seat() {
    let scenario = reference();
    let others = [
        Bot::named(&scenario, "logit"),
        Bot::named(&scenario, "random"),
    ];
    let [patron, client] = others.map(|bot| bot.expect("a bot"));
    let players = Players {
        patron: &patron,
        client: &client,
        europe: EuropeBot::Absent,
    };
    let looks_ahead = |policy: &&Policy| matches!(policy.kind, PolicyKind::Rollout { .. });
    let (slow, quick): (Vec<&Policy>, Vec<&Policy>) =
        scenario.policies.iter().partition(looks_ahead);
    let [slow, quick] = [slow, quick].map(|of| of.into_iter().map(|policy| &*policy.name));
    let thinking: Vec<&str> = slow.chain(["expert-24", "reader-24"]).collect();
    let quick: Vec<&str> = quick.collect();
    for seed in 0..40 {
        let mut game = Game::new(&scenario, seed);
        for _ in 0..3 {
            play_move(&scenario, &mut game, players);
        }
        game.begin_move(&scenario, None, Silent);
        game.open_menu(&scenario);
        let hidden = |redraw_red_lines| {
            let mut other = game.clone();
            other.reseed(&scenario, seed + 1000, redraw_red_lines);
            other.seed = game.seed;
            other.events = game.events.clone();
            other
        };
        let thinking = thinking.iter().filter(|_| seed < 4);
        for name in quick.iter().chain(thinking) {
            let bot = || seat(&scenario, name, EuropeBot::Absent).expect("a bot");
            // What the client does not know before a demand: the last move, compliance, and the menu.
            let mut other = hidden(false);
            other
                .menu
                .lay(&scenario, &other.progress, seed + 77, other.move_index);
            assert_eq!(bot().offer(&game), bot().offer(&other), "{name} {seed}");
            // What the patron does not know: the same, and lines that it has not probed, but its own menu.
            let [game, other] = [game.clone(), hidden(true)].map(|mut game| {
                game.table_offer(&scenario, None);
                game
            });
            assert_eq!(bot().decide(&game), bot().decide(&other), "{name} {seed}");
        }
    }
}

#[test]
fn the_other_is_known_by_what_it_does() {
    let scenario = reference();
    for (name, unlike) in [("hardliner", "cautious"), ("cautious", "hardliner")] {
        let expert = Expert::new(&scenario, 8, 0, EuropeBot::Absent);
        let other = Bot::named(&scenario, name).expect("a bot");
        let players = Players {
            patron: &other,
            client: &expert,
            europe: EuropeBot::Absent,
        };
        let mut game = Game::new(&scenario, 3);
        play(&scenario, &mut game, players, |_| {});
        let weight = |name: &str| {
            let policy = scenario.policies.place(|policy| policy.name == name);
            let fits = expert.fits(policy.expect("a bot of the deck"));
            fits.expect("it does not look ahead")
        };
        assert!(
            weight(name) > 10.0 * weight(unlike),
            "{name}: {} and {}",
            weight(name),
            weight(unlike)
        );
    }
}
