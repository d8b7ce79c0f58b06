//! What a session could still come to from a moment of it: playouts by one stated policy in both sides' seats.
//!
//! From a state, everything that is still hidden is drawn anew for each playout: events, dice, who
//! complies, the last move. The red lines stay where they truly lie, so this is the white cell's knowledge. All
//! choices at a moment are played out under the same seeds, and compared seed by seed. In what is
//! certain to be the last contest of a session, the 36 rolls are enumerated instead.

mod choice;
mod onward;
mod sample;

use std::ops::ControlFlow;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::bot::{Bot, EuropeBot, Players};
use crate::engine::options::Announcement;
use crate::engine::phase::Phase;
use crate::engine::state::State;
use crate::model::choice::{Band, FollowUp};
use crate::model::game::Game;
use crate::model::luck::{split_mix, ways};
use crate::model::place::PolicyAt;
use crate::model::scenario::{Policy, PolicyKind, Scenario};

pub use choice::{Choice, alternatives};
pub use onward::Onward;
pub use sample::{Difference, EndingShare, Expectation, Sample, Served, Spread};

/// How expectations are formed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Method<'a> {
    /// Who plays on, for both sides.
    pub policy: &'a Policy,
    /// Who plays on in Europe's seat; it stays empty where it is.
    pub europe: EuropeBot,
    /// Playouts a choice.
    pub playouts: u64,
    /// The seed of the playouts' seeds.
    pub seed: u64,
}

impl Method<'_> {
    /// The bot that plays on.
    pub(in crate::analysis) fn bot<'a>(&self, scenario: &'a Scenario) -> Bot<'a> {
        Bot::new(scenario, self.policy.kind.clone()).expecting(self.europe)
    }

    /// Who sits where.
    pub(in crate::analysis) const fn players<'a>(&self, bot: &'a Bot<'a>) -> Players<'a> {
        Players {
            patron: bot,
            client: bot,
            europe: self.europe,
        }
    }
}

/// Whoever watched asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped before all playouts were played")]
pub struct Stopped;

/// Decides between two playouts whether to go on.
pub type Watch<'a> = &'a (dyn Fn() -> ControlFlow<()> + Sync);

/// Plays on from a state as it stands.
///
/// # Errors
///
/// Fails if `watch` breaks off.
pub fn from_state(
    scenario: &Scenario,
    state: &State,
    method: &Method<'_>,
    watch: Watch<'_>,
) -> Result<Sample, Stopped> {
    sample(scenario, state, First::AsItComes, method, watch).map(|(sample, _)| sample)
}

/// Plays on from a choice made at a state.
///
/// # Errors
///
/// Fails if `watch` breaks off.
pub fn from_choice(
    scenario: &Scenario,
    state: &State,
    choice: Choice,
    method: &Method<'_>,
    watch: Watch<'_>,
) -> Result<Sample, Stopped> {
    sample(scenario, state, First::Choice(choice), method, watch).map(|(sample, _)| sample)
}

/// Plays on from a state in which a ruling is due, as if it came out in `band`; gives the follow-ups to it, too.
///
/// # Errors
///
/// Fails if `watch` breaks off.
pub fn from_ruling(
    scenario: &Scenario,
    state: &State,
    band: Band,
    method: &Method<'_>,
    watch: Watch<'_>,
) -> Result<(Sample, FollowUps), Stopped> {
    sample(scenario, state, First::Ruling(band), method, watch)
}

/// How many playouts each follow-up came first in, in canonical order.
pub type FollowUps = [u64; FollowUp::ALL.len()];

/// What comes first in each playout.
#[derive(Clone, Copy)]
enum First {
    AsItComes,
    Choice(Choice),
    Ruling(Band),
}

fn sample(
    scenario: &Scenario,
    state: &State,
    first: First,
    method: &Method<'_>,
    watch: Watch<'_>,
) -> Result<(Sample, FollowUps), Stopped> {
    let bot = method.bot(scenario);
    let play = |game: Game, roll: Option<i64>| {
        let mut onward = Onward::new(scenario, method.players(&bot), game, state);
        onward.roll = roll;
        match first {
            First::AsItComes => {}
            First::Choice(choice) => onward.choose(choice),
            First::Ruling(band) => onward.band = Some(band),
        }
        onward.finish()
    };
    let mut follow_ups = FollowUps::default();
    let mut count = |weight: u64, follow_up: Option<FollowUp>| {
        if let Some(choice) = follow_up {
            follow_ups[choice.index()] += weight;
        }
    };
    if is_last_contest(scenario, state) && is_steady(method.policy) {
        let mut exact = Sample::enumerated();
        for roll in 2..=12 {
            let weight = ways(roll).unsigned_abs();
            let (game, follow_up) = play(state.game.clone(), Some(roll));
            exact.add(weight, &game);
            count(weight, follow_up);
        }
        return Ok((exact, follow_ups));
    }
    let games: Result<Vec<(Game, Option<FollowUp>)>, Stopped> = (0..method.playouts)
        .into_par_iter()
        .map(|index| match watch() {
            ControlFlow::Break(()) => Err(Stopped),
            ControlFlow::Continue(()) => {
                let seed = split_mix(method.seed, index);
                Ok(play(hidden_anew(scenario, state, seed), None))
            }
        })
        .collect();
    let mut sampled = Sample::default();
    for (game, follow_up) in games? {
        sampled.add(1, &game);
        count(1, follow_up);
    }
    Ok((sampled, follow_ups))
}

fn is_together(state: &State) -> bool {
    state.options.announcement == Announcement::Together && !state.options.sealed
}

/// The game with everything that is still hidden drawn under another seed, but for the red lines.
pub fn hidden_anew(scenario: &Scenario, state: &State, seed: u64) -> Game {
    let mut game = state.game.clone();
    game.reseed(scenario, seed, false);
    game
}

/// Whether at most one contest remains for certain: then the dice are all that chance has left.
fn is_last_contest(scenario: &Scenario, state: &State) -> bool {
    let game = &state.game;
    let rules = &scenario.session;
    let longest = game.length.unwrap_or(rules.longest());
    if state.phase == Phase::Inject || game.move_index + 1 < longest {
        return false;
    }
    let tabled = u32::try_from(state.tabled.len()).unwrap_or(u32::MAX);
    let left = match state.phase {
        // A measure has dice of its own.
        Phase::Inject | Phase::Europe => return false,
        Phase::Drift | Phase::Ended => 0,
        Phase::Response | Phase::Ruling | Phase::FollowUp if is_together(state) => tabled,
        Phase::FollowUp => rules.demands.saturating_sub(game.place + 1),
        Phase::Crisis
        | Phase::Offer
        | Phase::Demand
        | Phase::Sealing
        | Phase::Reveal
        | Phase::Response
        | Phase::Ruling => rules.demands.saturating_sub(game.place),
    };
    left <= 1
}

/// Whether a policy decides the same under every seed.
const fn is_steady(policy: &Policy) -> bool {
    match &policy.kind {
        PolicyKind::Value(value) | PolicyKind::TitForTat(value) => value.lambda < 0,
        PolicyKind::Random | PolicyKind::Rollout { .. } | PolicyKind::Fixed(_) => false,
    }
}

/// The policy that plays on unless another is named: the first that answers as the deck's patrons expect it of
/// a client.
pub fn usual_policy(scenario: &Scenario) -> &Policy {
    let expected = |policy: &&Policy| {
        let weighed = policy.kind.weighs();
        weighed.is_some_and(|policy| policy.client == scenario.expected.client)
    };
    let found = scenario.policies.iter().find(expected);
    found.unwrap_or_else(|| &scenario.policies[PolicyAt::default()])
}

#[cfg(test)]
mod tests;
