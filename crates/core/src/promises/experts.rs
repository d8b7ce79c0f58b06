//! A bot that thinks plays by the rules, the same every time, and by nothing that its seat does not know.

use super::reference;
use crate::bot::{Bot, EuropeBot, Expert, Players, Plays as _, play, play_move, seat};
use crate::model::game::Game;
use crate::model::ledger::Silent;
use crate::model::scenario::Scenario;

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
fn nothing_is_chosen_by_what_is_hidden() {
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
    for seed in 0..4 {
        let mut game = Game::new(&scenario, seed);
        for _ in 0..3 {
            play_move(&scenario, &mut game, players);
        }
        game.begin_move(&scenario, None, Silent);
        game.open_menu(&scenario);
        game.table_offer(&scenario, None);
        // What the patron does not know: lines that it has not probed, the last move, compliance.
        let mut other = game.clone();
        other.reseed(&scenario, seed + 1000, true);
        other.seed = game.seed;
        other.events = game.events.clone();
        let choice = |game: &Game| Expert::new(&scenario, 24, 2, EuropeBot::Absent).decide(game);
        assert_eq!(choice(&game), choice(&other), "seed {seed}");
        // What the client does not know before a demand: the menu as well.
        let mut other = game.clone();
        other.reseed(&scenario, seed + 1000, false);
        other.seed = game.seed;
        other.events = game.events.clone();
        other
            .menu
            .lay(&scenario, &other.progress, seed + 77, other.move_index);
        let choice = |game: &Game| Expert::new(&scenario, 24, 2, EuropeBot::Absent).offer(game);
        assert_eq!(choice(&game), choice(&other), "seed {seed}");
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
