//! Bots: what they choose from.

use unequal_partners::analysis::bot::{Bot, Plays, demand_options, play_move};
use unequal_partners::deck::Deck;
use unequal_partners::model::game::Game;
use unequal_partners::model::ledger::Silent;

#[test]
fn a_random_patron_chooses_from_the_list_of_all_demands() {
    let text = include_str!("../golden/deck.toml");
    let scenario = Deck::from_text("deck.toml", text).unwrap().scenario;
    let bot = Bot::new(&scenario, &scenario.policies[0]);
    for seed in 0..200 {
        let mut game = Game::new(&scenario, seed);
        let mut chosen = 0;
        while game.outcome.is_none() {
            let mut copy = game.clone();
            copy.begin_move(&scenario, None, &mut Silent);
            let options = demand_options(&scenario, &copy);
            assert_eq!(options[0], None);
            let distinct = options.iter().enumerate();
            for (place, option) in distinct {
                assert!(!options[..place].contains(option), "{option:?} twice");
            }
            assert!(options.contains(&bot.demand(&copy)));
            chosen += usize::from(bot.demand(&copy).is_some());
            play_move(&scenario, &mut game, &bot, &bot);
        }
        assert!(chosen > 0);
    }
}

#[test]
fn a_game_that_restarts_is_a_new_one() {
    let text = include_str!("../golden/deck.toml");
    let scenario = Deck::from_text("deck.toml", text).unwrap().scenario;
    let bot = Bot::new(&scenario, &scenario.policies[0]);
    let mut game = Game::new(&scenario, 0);
    for seed in 1..50 {
        while game.outcome.is_none() {
            play_move(&scenario, &mut game, &bot, &bot);
        }
        game.restart(&scenario, seed);
        assert_eq!(game, Game::new(&scenario, seed));
    }
}
