//! Ensembles: many sessions of one pairing of bots, counted while they are played.
//!
//! Session `i` of an ensemble with seed `S` is played under the session seed `split_mix(S, i)`: the
//! `i`-th number, from 0, of the generator that the rules use everywhere else. A session therefore
//! depends on nothing but its own number, and all counts are integers, so that the order in which
//! sessions finish cannot show: one thread and many give the same result to the last digit. The
//! same seed gives every pairing the same session seeds, so that pairings are compared with common
//! dice, events and red lines.
//!
//! So parts that were played apart, each from its own first session, add up to one ([`shard`]).
//!
//! Nothing is kept of a session but what it adds to the counts: memory does not grow with `runs`.

mod plan;
pub mod shard;
mod sound;
pub mod summary;
mod summed;
mod table;
pub mod tally;

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::bot::Players;
use crate::engine::state::State;
use crate::model::game::Game;
use crate::model::luck::split_mix;
use crate::model::scenario::Scenario;

pub use plan::{EnsembleError, Plan};
pub use summary::Summary;
pub use tally::Tally;

/// Sessions between two looks at whether to go on; a bot that looks ahead takes long over each.
const BATCH: u64 = 32;

/// Is told from any thread how many sessions are done, and decides whether to go on.
pub type Watch<'a> = &'a (dyn Fn(u64) -> ControlFlow<()> + Sync);

/// The session seed of session `index` of an ensemble.
pub const fn session_seed(ensemble_seed: u64, index: u64) -> u64 {
    split_mix(ensemble_seed, index)
}

/// Plays the sessions of a plan and sums them up.
///
/// `watch` is told from any thread how many sessions are done, and may break off.
///
/// # Errors
///
/// Fails if there is nothing to play, if there are no threads, or if `watch` breaks off.
pub fn run(scenario: &Scenario, plan: &Plan, watch: Watch<'_>) -> Result<Summary, EnsembleError> {
    Ok(Summary::new(scenario, plan, &count(scenario, plan, watch)?))
}

/// Plays on from one state of a session, again and again, and sums up what comes of it.
///
/// What is still hidden is drawn anew each time, as [`expectations`](super::expectations) does; the
/// red lines stay where they truly lie, so this is the white cell's knowledge.
///
/// # Errors
///
/// As [`run`].
pub fn run_from(
    scenario: &Scenario,
    plan: &Plan,
    state: &State,
    watch: Watch<'_>,
) -> Result<Summary, EnsembleError> {
    let tally = count_from(scenario, plan, state, watch)?;
    Ok(Summary::new(scenario, plan, &tally))
}

/// Plays on from one state of a session and gives the bare counts; see [`run_from`].
///
/// # Errors
///
/// As [`run`].
pub fn count_from(
    scenario: &Scenario,
    plan: &Plan,
    state: &State,
    watch: Watch<'_>,
) -> Result<Tally, EnsembleError> {
    threaded(plan, || play_all(scenario, plan, Some(state), watch))
}

/// Plays the sessions of a plan and gives the bare counts; see [`run`].
///
/// # Errors
///
/// As [`run`].
pub fn count(scenario: &Scenario, plan: &Plan, watch: Watch<'_>) -> Result<Tally, EnsembleError> {
    threaded(plan, || play_all(scenario, plan, None, watch))
}

/// Plays on as many threads as the plan wants.
fn threaded(
    plan: &Plan,
    task: impl FnOnce() -> Result<Tally, EnsembleError> + Send,
) -> Result<Tally, EnsembleError> {
    if plan.runs == 0 {
        return Err(EnsembleError::NoRuns);
    }
    let Some(threads) = plan.threads else {
        return task();
    };
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|source| EnsembleError::Threads { threads, source })?;
    pool.install(task)
}

fn play_all(
    scenario: &Scenario,
    plan: &Plan,
    from: Option<&State>,
    watch: Watch<'_>,
) -> Result<Tally, EnsembleError> {
    let bots = plan.seated(scenario)?;
    let done = AtomicU64::new(0);
    let empty = || {
        from.map_or_else(
            || Tally::new(scenario),
            |state| Tally::from_state(scenario, state),
        )
    };
    let new = || (empty(), Game::new(scenario, 0));
    let slow = bots.iter().any(|(_, bot)| bot.looks_ahead());
    let size = if slow { 1 } else { BATCH };
    let played = (0..plan.runs.div_ceil(size)).into_par_iter().try_fold(
        new,
        |(mut tally, mut game), batch| {
            let first = batch * size;
            let end = (first + size).min(plan.runs);
            let players = Players {
                patron: &bots.patron,
                client: &bots.client,
                europe: plan.europe,
            };
            for index in first..end {
                let seed = plan.session_seed(index);
                if let Some(state) = from {
                    tally.play_from(scenario, state, seed, players);
                } else {
                    game.restart(scenario, seed);
                    tally.play(scenario, &mut game, players);
                }
            }
            let before = done.fetch_add(end - first, Ordering::Relaxed);
            match watch(before + end - first) {
                ControlFlow::Continue(()) => Ok((tally, game)),
                ControlFlow::Break(()) => Err(EnsembleError::Stopped),
            }
        },
    );
    played
        .map(|part| part.map(|(tally, _)| tally))
        .try_reduce(empty, |mut tally, other| {
            tally.merge(&other);
            Ok(tally)
        })
}
