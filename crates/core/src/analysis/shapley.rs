//! Shapley values: what each player adds to what all together bring about, averaged over all orders of joining.
//!
//! Exact for few players, by sampled orders for more. The worth of a coalition is an integer, sums
//! are kept as integers, and a float appears only in the finished value: the same players give the
//! same digits on any machine.

use crate::analysis::stats::{Moments, Z};
use crate::model::luck::{Stream, shuffled, split_mix};

/// Players up to which [`exact`] can be asked for: 65,536 coalitions.
pub const MOST_PLAYERS: usize = 16;

/// What a player adds on average, with the standard error where orders were sampled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Value {
    /// The Shapley value, in the unit of the worth.
    pub mean: f64,
    /// Its standard error; 0 where it is exact.
    pub error: f64,
}

impl Value {
    /// Half the width of its 95 % interval: what stands behind ± wherever it is told.
    pub const fn give_or_take(&self) -> f64 {
        Z * self.error
    }
}

/// The exact Shapley values of `players` players, from the worth of all their coalitions.
///
/// `worth` is told which players are in.
///
/// # Panics
///
/// Panics with more than [`MOST_PLAYERS`] players: use [`sampled`].
pub fn exact(players: usize, worth: impl Fn(&[bool]) -> i64) -> Vec<Value> {
    assert!(players <= MOST_PLAYERS, "too many players to be exact");
    let mut inside = vec![false; players];
    let worths: Vec<i64> = (0..1_usize << players)
        .map(|coalition| {
            for (player, inside) in inside.iter_mut().enumerate() {
                *inside = coalition >> player & 1 == 1;
            }
            worth(&inside)
        })
        .collect();
    (0..players)
        .map(|player| {
            // Marginal worths by the size of the coalition joined: exact as long as they are sums.
            let mut sums = vec![0_i64; players];
            for coalition in (0..worths.len()).filter(|c| c >> player & 1 == 0) {
                let size = coalition.count_ones() as usize;
                sums[size] += worths[coalition | 1 << player] - worths[coalition];
            }
            Value {
                mean: mean_over_sizes(&sums),
                error: 0.0,
            }
        })
        .collect()
}

/// The mean over sizes of the mean over the coalitions of that size.
#[expect(
    clippy::cast_precision_loss,
    reason = "sums of levels over at most 65,536 coalitions stay far below 2^52"
)]
fn mean_over_sizes(sums: &[i64]) -> f64 {
    let players = sums.len() as f64;
    let mut coalitions = 1.0; // C(n-1, size)
    let mut total = 0.0;
    for (size, sum) in sums.iter().enumerate() {
        total += *sum as f64 / (players * coalitions);
        let size = size as f64;
        coalitions = coalitions * (players - 1.0 - size) / (size + 1.0);
    }
    total
}

/// Shapley values from `orders` sampled orders of joining, each with its standard error.
///
/// Their sum is exact whatever the sample: each order hands out the whole difference.
pub fn sampled(
    players: usize,
    orders: u64,
    seed: u64,
    worth: impl Fn(&[bool]) -> i64,
) -> Vec<Value> {
    let mut moments = vec![Moments::default(); players];
    for order in 0..orders {
        let mut inside = vec![false; players];
        let mut before = worth(&inside);
        let joining = shuffled(split_mix(seed, order), Stream::Rollouts, 0, players);
        for player in joining {
            inside[player] = true;
            let after = worth(&inside);
            moments[player].add(after - before);
            before = after;
        }
    }
    moments
        .iter()
        .map(|moments| Value {
            mean: moments.mean(),
            error: moments.error(),
        })
        .collect()
}

/// What is lost when each player alone stays away from all the others.
pub fn leave_one_out(players: usize, worth: impl Fn(&[bool]) -> i64) -> Vec<i64> {
    let mut inside = vec![true; players];
    let all = worth(&inside);
    (0..players)
        .map(|player| {
            inside[player] = false;
            let without = worth(&inside);
            inside[player] = true;
            all - without
        })
        .collect()
}

#[cfg(test)]
mod tests;
