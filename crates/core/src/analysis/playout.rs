//! Whole sessions between bots.

use crate::analysis::bot::{Bot, play_move};
use crate::engine::game::Game;
use crate::engine::log::{end_line, move_line};
use crate::engine::scenario::Scenario;

/// Plays a session to its end and returns it; `each_move` sees the game after every move.
pub fn play(
    scenario: &Scenario,
    seed: u64,
    patron: &Bot<'_>,
    client: &Bot<'_>,
    each_move: impl FnMut(&Game),
) -> Game {
    let mut game = Game::new(scenario, seed);
    play_on(scenario, &mut game, patron, client, each_move);
    game
}

/// Plays a session on to its end; `each_move` sees the game after every move.
pub fn play_on(
    scenario: &Scenario,
    game: &mut Game,
    patron: &Bot<'_>,
    client: &Bot<'_>,
    mut each_move: impl FnMut(&Game),
) {
    while game.outcome.is_none() {
        play_move(scenario, game, patron, client);
        each_move(game);
    }
}

/// The canonical log of a session between bots (rules 18.3).
pub fn canonical_log(scenario: &Scenario, seed: u64, patron: &Bot<'_>, client: &Bot<'_>) -> String {
    let mut log = String::new();
    let game = play(scenario, seed, patron, client, |game| {
        log += &move_line(scenario, game);
    });
    game.outcome
        .iter()
        .for_each(|outcome| log += &end_line(outcome));
    log
}
