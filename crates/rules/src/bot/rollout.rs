//! Flat Monte Carlo: each candidate is played to the end some times under common seeds (rules 21.7).
//!
//! The candidates of the patron are the `top` demands or the hold that its base values most, best
//! first, then the hold if it is not among them, then the take-up if there is an offer; those of the
//! client all legal replies in their order; those for an offer none, then the three that the client
//! values most of those that the patron is expected to take up (rules 21.4, the first condition only). The
//! first candidate with the largest sum of its own side's aim over `rolls` playouts is taken.
//!
//! Playout r of a move is played under the seed `draw(seed, 7, 256 × move + r)` (as [`Game::reseed`] puts
//! it; drawn again are the red lines that it does not know if the patron looks ahead, and the menu before an
//! offer). Else a playout takes over the move as it stands: menu, effort, time-out, mediation, the open offer
//! and the wait for the next one, the place of the demand in its move. After the candidate both sides play the base
//! policy to the end, with its own sharpness of choice, and Europe the bot that is expected there. Acts
//! of de-escalation are the base policy's; so are real follow-ups, which take the first best.

use super::europe::EuropeBot;
use super::play::{Players, Plays, decide as carry_out, finish_demand, play, play_decisions};
use super::restrain::Restraint;
use super::valuation;
use crate::model::choice::{Decision, Demand, Offer, Reply};
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::ledger::Silent;
use crate::model::luck::{Stream, draw};
use crate::model::scenario::{Scenario, Weights};

/// Offers that are tried.
const OFFERS: usize = 3;

/// What a bot that looks ahead goes by.
pub(super) struct Plan<'a> {
    pub(super) scenario: &'a Scenario,
    /// Who plays the playouts, on both sides.
    pub(super) base: &'a dyn Plays,
    pub(super) europe: EuropeBot,
    pub(super) patron: Weights,
    pub(super) client: Weights,
    /// Demands that are tried.
    pub(super) top: usize,
    /// Playouts a candidate.
    pub(super) rolls: u64,
}

impl<'a> Plan<'a> {
    const fn players(&self) -> Players<'a> {
        Players {
            patron: self.base,
            client: self.base,
            europe: self.europe,
        }
    }

    /// Plays the rest of the move and of the session.
    fn finish(&self, mut game: Game) -> Option<Outcome> {
        let scenario = self.scenario;
        game.close_move(scenario, Silent);
        play(scenario, &mut game, self.players(), |_| {});
        game.outcome
    }

    /// A copy under the seed of playout `r`.
    fn start(&self, game: &Game, r: u64, redraw_red_lines: bool) -> Game {
        let mut copy = game.clone();
        let index = 256 * u64::from(game.move_index) + r;
        let seed = draw(game.seed, Stream::Rollouts, index);
        copy.reseed(self.scenario, seed, redraw_red_lines);
        copy
    }

    /// The first candidate with the largest sum.
    fn best<T: Copy>(&self, candidates: &[T], score: impl Fn(T, u64) -> i64) -> T {
        let mut best = (candidates[0], i64::MIN);
        for &candidate in candidates {
            let sum = (0..self.rolls).map(|r| score(candidate, r)).sum();
            if sum > best.1 {
                best = (candidate, sum);
            }
        }
        best.0
    }
}

/// The decision whose playouts serve the patron best.
pub(super) fn decide(plan: &Plan<'_>, game: &Game) -> Decision {
    let scenario = plan.scenario;
    let (mut options, mut values) =
        valuation::decisions(scenario, &plan.patron, game, Restraint::NONE);
    let take_up = options.pop_if(|option| *option == Decision::TakeUp);
    values.truncate(options.len());
    let mut order: Vec<usize> = (0..options.len()).collect();
    order.sort_by_key(|&place| std::cmp::Reverse(values[place]));
    let best = order.into_iter().take(plan.top).map(|place| options[place]);
    let mut candidates: Vec<Decision> = best.collect();
    if !candidates.contains(&Decision::Hold) {
        candidates.push(Decision::Hold);
    }
    candidates.extend(take_up);
    plan.best(&candidates, |candidate, r| {
        let mut copy = plan.start(game, r, true);
        carry_out(scenario, &mut copy, plan.players(), candidate);
        if candidate != Decision::Hold {
            play_decisions(scenario, &mut copy, plan.players());
        }
        plan.finish(copy).map_or(0, |outcome| outcome.patron)
    })
}

/// The reply whose playouts serve the client best.
pub(super) fn reply(plan: &Plan<'_>, game: &Game, demand: Demand, legal: &[Reply]) -> Reply {
    let scenario = plan.scenario;
    plan.best(legal, |candidate, r| {
        let mut copy = plan.start(game, r, false);
        finish_demand(scenario, &mut copy, plan.base, demand, candidate);
        play_decisions(scenario, &mut copy, plan.players());
        plan.finish(copy).map_or(0, |outcome| outcome.client)
    })
}

/// The offer whose playouts serve the client best.
pub(super) fn offer(plan: &Plan<'_>, game: &Game) -> Option<Offer> {
    let scenario = plan.scenario;
    let mut acceptable = valuation::acceptable_offers(scenario, &plan.client, game, i64::MIN);
    if acceptable.is_empty() {
        return None;
    }
    acceptable.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
    let offers = acceptable.into_iter().take(OFFERS).map(|(offer, _)| offer);
    let candidates: Vec<Option<Offer>> = std::iter::once(None).chain(offers.map(Some)).collect();
    plan.best(&candidates, |candidate, r| {
        let mut copy = plan.start(game, r, false);
        copy.menu
            .lay(scenario, &copy.progress, copy.seed, copy.move_index);
        copy.table_offer(scenario, candidate);
        play_decisions(scenario, &mut copy, plan.players());
        plan.finish(copy).map_or(0, |outcome| outcome.client)
    })
}
