//! Where sessions go from a moment: stability by move over many playouts, and how they end.

use std::ops::ControlFlow;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::analysis::bot::Bot;
use crate::analysis::expectations::{
    EndingShare, Method, Onward, Sample, Stopped, Watch, hidden_anew,
};
use crate::analysis::stats::Histogram;
use crate::engine::game::Game;
use crate::engine::luck::split_mix;
use crate::engine::scenario::Scenario;
use crate::engine::side::BySide;
use crate::engine::state::State;

/// The percentages of a fan.
pub const QUANTILES: [u64; 5] = [5, 25, 50, 75, 95];

/// Stability after one move, over the sessions that are still in play then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The move, from 1.
    pub move_number: usize,
    /// How many sessions closed this move.
    pub sessions: u64,
    /// Stability at 5, 25, 50, 75 and 95 percent of them.
    pub quantiles: [i64; 5],
}

/// Where sessions go from a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Spreads {
    /// Sessions played on.
    pub playouts: u64,
    /// By move, those that were not closed yet.
    pub moves: Vec<Spread>,
    /// Stability at the end of all of them.
    pub last: [i64; 5],
    /// Shares of the endings.
    pub endings: Vec<EndingShare>,
}

/// Plays on from a state, and looks at stability after every move.
///
/// # Errors
///
/// Fails if `watch` breaks off.
pub fn fan(
    scenario: &Scenario,
    state: &State,
    method: &Method<'_>,
    watch: Watch<'_>,
) -> Result<Spreads, Stopped> {
    let bot = Bot::new(scenario, method.policy);
    let played: Result<Vec<Game>, Stopped> = (0..method.playouts)
        .into_par_iter()
        .map(|index| match watch() {
            ControlFlow::Break(()) => Err(Stopped),
            ControlFlow::Continue(()) => {
                let game = hidden_anew(scenario, state, split_mix(method.seed, index));
                Ok(Onward::new(scenario, BySide::from_fn(|_| bot), game, state)
                    .finish()
                    .0)
            }
        })
        .collect();
    let played = played?;
    let closed = state.game.path.len();
    let mut levels: Vec<Histogram> = Vec::new();
    let mut last = Histogram::default();
    let mut sample = Sample::default();
    for game in &played {
        for (place, level) in game.path.iter().skip(closed).enumerate() {
            if levels.len() <= place {
                levels.push(Histogram::default());
            }
            levels[place].add(*level);
        }
        last.add(game.position.get(crate::engine::gauge::Gauge::Stability));
        sample.add(1, game);
    }
    let expected = sample.expectation();
    Ok(Spreads {
        playouts: expected.playouts,
        moves: levels
            .iter()
            .enumerate()
            .map(|(place, levels)| Spread {
                move_number: closed + place,
                sessions: levels.total(),
                quantiles: quantiles(levels),
            })
            .collect(),
        last: quantiles(&last),
        endings: expected.endings,
    })
}

fn quantiles(levels: &Histogram) -> [i64; 5] {
    QUANTILES.map(|percent| levels.quantile(percent).unwrap_or(0))
}
