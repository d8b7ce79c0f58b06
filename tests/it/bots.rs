//! Bots: what they choose from.

use unequal_partners::bot::{Bot, EuropeBot, Players, Plays as _, play, play_move};
use unequal_partners::model::choice::Decision;
use unequal_partners::model::game::Game;
use unequal_partners::model::ledger::Silent;
use unequal_partners::model::legal;

use crate::golden::second;

#[test]
fn a_random_patron_chooses_from_the_list_of_all_decisions() {
    let scenario = second();
    let bot = Bot::named(&scenario, "random").unwrap();
    let players = Players {
        patron: &bot,
        client: &bot,
        europe: EuropeBot::Random,
    };
    for seed in 0..200 {
        let mut game = Game::new(&scenario, seed);
        let mut chosen = 0;
        while game.outcome.is_none() {
            let mut copy = game.clone();
            copy.begin_move(&scenario, None, Silent);
            copy.open_menu(&scenario);
            copy.table_offer(&scenario, None);
            let options: Vec<Decision> = legal::decisions(&scenario, &copy).collect();
            assert_eq!(options[0], Decision::Hold);
            for (place, option) in options.iter().enumerate() {
                assert!(!options[..place].contains(option), "{option:?} twice");
            }
            let decision = bot.decide(&copy);
            assert!(options.contains(&decision));
            chosen += usize::from(decision != Decision::Hold);
            play_move(&scenario, &mut game, players);
        }
        assert!(chosen > 0);
    }
}

#[test]
fn a_game_that_restarts_is_a_new_one() {
    let scenario = second();
    let bot = Bot::named(&scenario, "random").unwrap();
    let players = Players {
        patron: &bot,
        client: &bot,
        europe: EuropeBot::Random,
    };
    let mut game = Game::new(&scenario, 0);
    for seed in 1..50 {
        play(&scenario, &mut game, players, |_| {});
        game.restart(&scenario, seed);
        assert_eq!(game, Game::new(&scenario, seed));
    }
}
