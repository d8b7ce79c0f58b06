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
use crate::engine::game::Game;
use crate::engine::luck::{Stream, shuffled, split_mix, ways};
use crate::engine::phase::Phase;
use crate::engine::scenario::{Policy, PolicyKind, Scenario};
use crate::engine::state::{Announcement, State};

pub use choice::{Choice, alternatives};
pub use onward::Onward;
pub use sample::{Difference, EndingShare, Expectation, Sample};

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
    sample(scenario, state, None, method, watch)
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
    sample(scenario, state, Some(choice), method, watch)
}

fn sample(
    scenario: &Scenario,
    state: &State,
    choice: Option<Choice>,
    method: &Method<'_>,
    watch: Watch<'_>,
) -> Result<Sample, Stopped> {
    if is_last_contest(scenario, state) && is_steady(method.policy) {
        let mut exact = Sample::enumerated();
        for roll in 2..=12 {
            let game = state.game.clone();
            exact.add(
                ways(roll).unsigned_abs(),
                &played_on(scenario, state, choice, method, game, Some(roll)),
            );
        }
        return Ok(exact);
    }
    let mut sampled = Sample::default();
    games(scenario, state, choice, method, watch)?
        .iter()
        .for_each(|game| sampled.add(1, game));
    Ok(sampled)
}

/// The playouts from a state, or from a choice made at it, in the order of their seeds.
///
/// # Errors
///
/// Fails if `watch` breaks off.
pub fn games(
    scenario: &Scenario,
    state: &State,
    choice: Option<Choice>,
    method: &Method<'_>,
    watch: Watch<'_>,
) -> Result<Vec<Game>, Stopped> {
    (0..method.playouts)
        .into_par_iter()
        .map(|index| match watch() {
            ControlFlow::Break(()) => Err(Stopped),
            ControlFlow::Continue(()) => {
                let seed = split_mix(method.seed, index);
                let game = hidden_anew(scenario, state, seed);
                Ok(played_on(scenario, state, choice, method, game, None))
            }
        })
        .collect()
}

/// Plays one game on to its end.
fn played_on(
    scenario: &Scenario,
    state: &State,
    choice: Option<Choice>,
    method: &Method<'_>,
    game: Game,
    roll: Option<i64>,
) -> Game {
    let bot = Bot::new(scenario, method.policy);
    let mut onward = Onward::new(scenario, bot, game, state, is_together(state));
    onward.roll = roll;
    if let Some(choice) = choice {
        onward.choose(choice);
    }
    onward.finish()
}

fn is_together(state: &State) -> bool {
    state.options.announcement == Announcement::Together && !state.options.sealed
}

/// The game with everything that is still hidden drawn under another seed, but for the red lines.
fn hidden_anew(scenario: &Scenario, state: &State, seed: u64) -> Game {
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
    let longest = game.length.unwrap_or(rules.moves + rules.moves_spread);
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
