//! Lets bots play a session, move by move.

use std::fmt::Debug;

use super::europe::EuropeBot;
use crate::model::choice::{BySide, Decision, Demand, FollowUp, Offer, Reply, Side};
use crate::model::current::Adjudication;
use crate::model::game::Game;
use crate::model::ledger::Silent;
use crate::model::legal;
use crate::model::log::{end_line, move_line};
use crate::model::scenario::Scenario;

/// Whoever can play the seat of either side by itself.
pub trait Plays: Debug {
    /// Whether it climbs down in a crisis; it must be free to.
    fn climbs_down(&self, game: &Game, side: Side) -> bool;

    /// What it offers in the client's seat.
    fn offer(&self, game: &Game) -> Option<Offer>;

    /// What it decides in the patron's seat.
    fn decide(&self, game: &Game) -> Decision;

    /// What it answers to a demand in the client's seat.
    fn reply(&self, game: &Game, demand: Demand) -> Reply;

    /// What it does after the reply in the patron's seat.
    fn follow_up(&self, game: &Game) -> FollowUp;
}

/// Who sits where.
#[derive(Clone, Copy, Debug)]
pub struct Players<'a> {
    /// The patron.
    pub patron: &'a dyn Plays,
    /// The client.
    pub client: &'a dyn Plays,
    /// Europe.
    pub europe: EuropeBot,
}

/// Plays one move by rule.
pub fn play_move(scenario: &Scenario, game: &mut Game, players: Players<'_>) {
    game.begin_move(scenario, None, Silent);
    if let Some(step) = players.europe.step(scenario, game) {
        game.take_measure(scenario, step, Silent);
    }
    game.open_menu(scenario);
    if game.clocks.in_crisis {
        let sides = BySide::new(players.patron, players.client);
        let acts = BySide::from_fn(|side| {
            legal::may_de_escalate(scenario, game, side) && sides[side].climbs_down(game, side)
        });
        game.de_escalate(scenario, acts, Silent);
    }
    let offer = players.client.offer(game);
    game.table_offer(scenario, offer);
    play_decisions(scenario, game, players);
    game.close_move(scenario, Silent);
}

/// Plays the remaining decisions of a move.
pub(super) fn play_decisions(scenario: &Scenario, game: &mut Game, players: Players<'_>) {
    while game.may_demand(scenario) {
        let decision = players.patron.decide(game);
        decide(scenario, game, players, decision);
        if decision == Decision::Hold {
            return;
        }
    }
}

/// Carries out a decision of the patron's, with all that follows from it.
pub(super) fn decide(
    scenario: &Scenario,
    game: &mut Game,
    players: Players<'_>,
    decision: Decision,
) {
    match decision {
        Decision::Hold => game.hold(scenario, Silent),
        Decision::TakeUp => game.take_up(scenario, Silent),
        Decision::Demand(demand) => {
            game.table(scenario, demand, Silent);
            let reply = players.client.reply(game, demand);
            finish_demand(scenario, game, players.patron, demand, reply);
        }
    }
}

/// Resolves a demand by rule and lets the patron follow up.
pub(super) fn finish_demand(
    scenario: &Scenario,
    game: &mut Game,
    patron: &dyn Plays,
    demand: Demand,
    reply: Reply,
) {
    game.resolve(scenario, demand, reply, Adjudication::default(), Silent);
    let choice = patron.follow_up(game);
    game.follow_up(scenario, choice, Silent);
}

/// Plays a session on to its end; `each_move` sees the game after every move.
pub fn play(
    scenario: &Scenario,
    game: &mut Game,
    players: Players<'_>,
    mut each_move: impl FnMut(&Game),
) {
    while game.outcome.is_none() {
        play_move(scenario, game, players);
        each_move(game);
    }
}

/// The canonical log of a session between bots (rules 22.3).
pub fn canonical_log(scenario: &Scenario, seed: u64, players: Players<'_>) -> String {
    let mut log = String::new();
    let mut game = Game::new(scenario, seed);
    play(scenario, &mut game, players, |game| {
        log += &move_line(scenario, game);
    });
    if let Some(outcome) = &game.outcome {
        log += &end_line(outcome);
    }
    log
}
