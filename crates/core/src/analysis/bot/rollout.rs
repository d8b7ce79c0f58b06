//! Flat Monte Carlo: each candidate is played to the end some times under common seeds (rules 17.6).

use super::options::demand_options;
use super::play::{Plays, finish_demand, play_demands, play_move};
use super::valuation;
use crate::engine::game::Game;
use crate::engine::ledger::Silent;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::resolve::ending::Outcome;
use crate::engine::scenario::{Policy, PolicyKind, Scenario, Weights};
use crate::model::luck::{Stream, draw};

fn parts<'a>(scenario: &'a Scenario, kind: &PolicyKind) -> (&'a Policy, usize, u64) {
    match kind {
        PolicyKind::Rollout { base, top, rolls } => (&scenario.policies[*base], *top, *rolls),
        PolicyKind::Random
        | PolicyKind::Value(_)
        | PolicyKind::TitForTat(_)
        | PolicyKind::Fixed(_) => (&scenario.policies[0], 0, 0),
    }
}

/// The demand whose playouts serve the patron best.
///
/// `bot` plays on, for both sides, by the policy that `kind` builds on.
pub(super) fn demand(
    scenario: &Scenario,
    kind: &PolicyKind,
    game: &Game,
    bot: &impl Plays,
) -> Option<Demand> {
    let (base, top, rolls) = parts(scenario, kind);
    let weights = match &base.kind {
        PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => policy.weights.patron,
        PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => {
            Weights::default()
        }
    };
    let options = demand_options(scenario, game);
    let values = valuation::demands(scenario, &weights, game, &options);
    let mut order: Vec<usize> = (0..options.len()).collect();
    order.sort_by_key(|&place| std::cmp::Reverse(values[place]));
    let mut candidates: Vec<Option<Demand>> = order
        .into_iter()
        .take(top)
        .map(|place| options[place])
        .collect();
    if !candidates.contains(&None) {
        candidates.push(None);
    }
    best(&candidates, rolls, |candidate, r| {
        let mut copy = start(scenario, game, r, true);
        match *candidate {
            None => copy.hold(scenario, &mut Silent),
            Some(demand) => {
                copy.table(scenario, demand);
                let reply = bot.reply(&copy, demand);
                finish_demand(scenario, &mut copy, bot, demand, reply);
                play_demands(scenario, &mut copy, bot, bot);
            }
        }
        finish(scenario, copy, bot).aims.patron
    })
}

/// The reply whose playouts serve the client best; `bot` as in [`demand`].
pub(super) fn reply(
    scenario: &Scenario,
    kind: &PolicyKind,
    game: &Game,
    demand: Demand,
    legal: &[Reply],
    bot: &impl Plays,
) -> Reply {
    let (_, _, rolls) = parts(scenario, kind);
    best(legal, rolls, |&reply, r| {
        let mut copy = start(scenario, game, r, false);
        finish_demand(scenario, &mut copy, bot, demand, reply);
        play_demands(scenario, &mut copy, bot, bot);
        finish(scenario, copy, bot).aims.client
    })
}

/// A copy under the seed of playout `r`; the demand at hand counts as the first of its move.
fn start(scenario: &Scenario, game: &Game, r: u64, redraw_red_lines: bool) -> Game {
    let mut copy = game.clone();
    let index = 256 * u64::from(game.move_index) + r;
    copy.reseed(
        scenario,
        draw(game.seed, Stream::Rollouts, index),
        redraw_red_lines,
    );
    copy.slot = 0;
    copy
}

fn finish(scenario: &Scenario, mut game: Game, bot: &impl Plays) -> Outcome {
    game.close_move(scenario, &mut Silent);
    loop {
        if let Some(outcome) = game.outcome {
            return outcome;
        }
        play_move(scenario, &mut game, bot, bot);
    }
}

fn best<T: Copy>(candidates: &[T], rolls: u64, score: impl Fn(&T, u64) -> i64) -> T {
    let mut best = (candidates[0], i64::MIN);
    for candidate in candidates {
        let sum = (0..rolls).map(|r| score(candidate, r)).sum();
        if sum > best.1 {
            best = (*candidate, sum);
        }
    }
    best.0
}
