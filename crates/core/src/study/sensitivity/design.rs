//! The points at which a deck is tried: each a place from 0 to 1 for every lever.

use super::estimate::{below, count};
use crate::model::luck::{Stream, draw, split_mix};

/// A number from 0 to below 1, by its address.
#[expect(clippy::cast_precision_loss, reason = "53 bits are what a float holds")]
fn uniform(seed: u64, row: u64, column: u64) -> f64 {
    let x = split_mix(split_mix(draw(seed, Stream::Rollouts, 1), row), column);
    (x >> 11) as f64 / (1_u64 << 53) as f64
}

/// Points spread over all levers by chance, in strata: in every column each of `rows` equal parts holds
/// one point (a Latin hypercube).
pub fn spread(rows: usize, columns: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut points = vec![Vec::with_capacity(columns); rows];
    for column in 0..columns {
        let address = column as u64;
        let mut strata: Vec<usize> = (0..rows).collect();
        for place in (1..rows).rev() {
            strata.swap(place, below(seed, address, place as u64, place + 1));
        }
        for (row, (point, stratum)) in points.iter_mut().zip(strata).enumerate() {
            let within = uniform(seed, row as u64, address);
            point.push((count(stratum) + within) / count(rows));
        }
    }
    points
}

/// The points of Saltelli's design: for each of `rows` two independent points A and B, and for each
/// lever A with B's place for that lever.
///
/// They come row by row: A, B, then A with one place of B's, lever by lever.
pub fn saltelli(rows: usize, levers: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut points = Vec::with_capacity(rows * (levers + 2));
    for both in spread(rows, 2 * levers, seed) {
        let (a, b) = both.split_at(levers);
        points.push(a.to_vec());
        points.push(b.to_vec());
        for lever in 0..levers {
            let mut mixed = a.to_vec();
            mixed[lever] = b[lever];
            points.push(mixed);
        }
    }
    points
}

/// How far a step of a walk goes: of four levels, two thirds of the range.
pub const STEP: f64 = 2.0 / 3.0;

/// A walk that moves each lever once, by [`STEP`] up or down, on a grid of four levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// The points, one more than there are levers.
    pub points: Vec<Vec<f64>>,
    /// The lever that each step moves, and whether upwards.
    pub steps: Vec<(usize, bool)>,
}

/// Walks of Morris's design.
pub fn walks(count: usize, levers: usize, seed: u64) -> Vec<Walk> {
    (0..count as u64)
        .map(|walk| {
            let of = |column: usize, n: usize| below(seed, walk, column as u64, n);
            let mut order: Vec<usize> = (0..levers).collect();
            for place in (1..levers).rev() {
                order.swap(place, of(place, place + 1));
            }
            let up: Vec<bool> = (0..levers)
                .map(|lever| of(levers + lever, 2) == 1)
                .collect();
            let lower = |lever: usize| {
                let level = of(2 * levers + lever, 2);
                if level == 0 { 0.0 } else { 1.0 / 3.0 }
            };
            let start = (0..levers).map(|lever| {
                let low = lower(lever);
                if up[lever] { low } else { low + STEP }
            });
            let mut points = vec![start.collect::<Vec<f64>>()];
            for &lever in &order {
                let mut next = points[points.len() - 1].clone();
                next[lever] += if up[lever] { STEP } else { -STEP };
                points.push(next);
            }
            let steps = order.into_iter().map(|lever| (lever, up[lever])).collect();
            Walk { points, steps }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_column_holds_one_point() {
        let points = spread(64, 5, 3);
        for column in 0..5 {
            let mut parts: Vec<u32> = points
                .iter()
                .map(|point| {
                    (1..64)
                        .filter(|part| point[column] >= f64::from(*part) / 64.0)
                        .count()
                })
                .map(|part| u32::try_from(part).expect("small"))
                .collect();
            parts.sort_unstable();
            assert_eq!(parts, (0..64).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_walk_moves_every_lever_once_and_stays_in_its_range() {
        for walk in walks(20, 7, 5) {
            let mut moved: Vec<usize> = walk.steps.iter().map(|(lever, _)| *lever).collect();
            moved.sort_unstable();
            assert_eq!(moved, (0..7).collect::<Vec<_>>());
            let places = walk.points.iter().flatten();
            assert!(
                places
                    .into_iter()
                    .all(|place| (-1e-9..1.0 + 1e-9).contains(place))
            );
            for (pair, (lever, up)) in walk.points.windows(2).zip(&walk.steps) {
                let by = pair[1][*lever] - pair[0][*lever];
                assert!((by.abs() - STEP).abs() < 1e-12 && (by > 0.0) == *up);
            }
        }
    }
}
