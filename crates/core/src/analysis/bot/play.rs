//! Lets two hands play a game on, demand by demand.

use crate::engine::choice::FollowUp;
use crate::engine::game::{Adjudication, Game};
use crate::engine::ledger::Silent;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::scenario::Scenario;

/// Whoever can play either seat of a game by itself.
pub trait Plays {
    /// What it asks for in the patron's seat, `None` to hold.
    fn demand(&self, game: &Game) -> Option<Demand>;

    /// What it answers to `demand` in the client's seat.
    fn reply(&self, game: &Game, demand: Demand) -> Reply;

    /// What it does after the response in the patron's seat.
    fn follow_up(&self, game: &Game) -> FollowUp;
}

/// Plays one move with two bots; see [`playout::play`](crate::analysis::playout::play) for a whole session.
pub fn play_move(scenario: &Scenario, game: &mut Game, patron: &impl Plays, client: &impl Plays) {
    game.begin_move(scenario, None, &mut Silent);
    play_demands(scenario, game, patron, client);
    game.close_move(scenario, &mut Silent);
}

/// Plays the remaining demands of a move.
pub(super) fn play_demands(
    scenario: &Scenario,
    game: &mut Game,
    patron: &impl Plays,
    client: &impl Plays,
) {
    while game.may_demand(scenario) {
        let Some(demand) = patron.demand(game) else {
            game.hold(scenario, &mut Silent);
            return;
        };
        game.table(scenario, demand);
        let reply = client.reply(game, demand);
        finish_demand(scenario, game, patron, demand, reply);
    }
}

/// Resolves a demand by rule and lets the patron follow up.
pub(super) fn finish_demand(
    scenario: &Scenario,
    game: &mut Game,
    patron: &impl Plays,
    demand: Demand,
    reply: Reply,
) {
    game.resolve(
        scenario,
        demand,
        reply,
        Adjudication::default(),
        &mut Silent,
    );
    let choice = patron.follow_up(game);
    game.follow_up(scenario, choice, &mut Silent);
}
