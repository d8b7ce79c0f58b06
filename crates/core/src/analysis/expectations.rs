//! What a session could still come to from a moment of it: playouts by one stated policy in both seats.
//!
//! From a state, everything that is still hidden is drawn anew for each playout: piles, dice, the
//! last move. The red lines stay where they truly lie, so this is the white cell's knowledge. All
//! choices at a moment are played out under the same seeds, and compared seed by seed. In what is
//! certain to be the last contest of a session, the 36 rolls are enumerated instead.

mod choice;
mod onward;
mod sample;

use std::ops::ControlFlow;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::analysis::bot::Bot;
use crate::engine::choice::{Band, FollowUp};
use crate::engine::game::Game;
use crate::engine::luck::{Stream, shuffled, split_mix, ways};
use crate::engine::options::Announcement;
use crate::engine::phase::Phase;
use crate::engine::scenario::{Policy, PolicyKind, Scenario};
use crate::engine::side::BySide;
use crate::engine::state::State;

pub use choice::{Choice, alternatives};
pub use onward::Onward;
pub use sample::{Difference, EndingShare, Expectation, Sample, Spread};

/// How expectations are formed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Method<'a> {
    /// Who plays on, in both seats.
    pub policy: &'a Policy,
    /// Playouts a choice.
    pub playouts: u64,
    /// The seed of the playouts' seeds.
    pub seed: u64,
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
    let bot = Bot::new(scenario, method.policy);
    let play = |game: Game, roll: Option<i64>| {
        let mut onward = Onward::new(scenario, BySide::from_fn(|_| bot), game, state);
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
    if state.phase == Phase::Inject {
        // The event of the move to come is hidden, too.
        let rest = game
            .events
            .split_off((game.move_index as usize).min(game.events.len()));
        let order = shuffled(seed, Stream::EventPile, 64, rest.len());
        game.events.extend(order.into_iter().map(|x| rest[x]));
    }
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
        Phase::Drift | Phase::Ended | Phase::Inject => 0,
        Phase::Response | Phase::Ruling | Phase::FollowUp if is_together(state) => tabled,
        Phase::FollowUp => rules.demands.saturating_sub(game.slot + 1),
        Phase::Demand | Phase::Sealing | Phase::Reveal | Phase::Response | Phase::Ruling => {
            rules.demands.saturating_sub(game.slot)
        }
    };
    left <= 1
}

/// Whether a policy decides the same under every seed.
const fn is_steady(policy: &Policy) -> bool {
    match &policy.kind {
        PolicyKind::Value(value) | PolicyKind::TitForTat(value) => value.lambda < 0,
        PolicyKind::Fixed(_) => true,
        PolicyKind::Random | PolicyKind::Rollout { .. } => false,
    }
}

/// The policy that plays on unless another is named: the one that the deck's patrons expect to face.
pub fn usual_policy(scenario: &Scenario) -> &Policy {
    &scenario.policies[scenario.session.client_model]
}

#[cfg(test)]
mod tests;
