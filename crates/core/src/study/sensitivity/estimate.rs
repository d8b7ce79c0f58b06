//! A figure with its standard error.

use serde::Serialize;

use crate::model::luck::{Stream, draw, scale, split_mix};

/// Resamples by which a standard error is found.
const RESAMPLES: u64 = 200;

/// A figure with its standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

/// The mean of numbers, in their order; 0 of nothing.
pub(in crate::study) fn mean(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let (sum, count) = numbers
        .into_iter()
        .fold((0.0, 0.0), |(sum, count), number| {
            (sum + number, count + 1.0)
        });
    if count > 0.0 { sum / count } else { 0.0 }
}

/// The standard deviation of a sample; 0 of fewer than two numbers.
pub(super) fn deviation(numbers: &[f64]) -> f64 {
    let centre = mean(numbers.iter().copied());
    let squares: f64 = numbers.iter().map(|x| (x - centre) * (x - centre)).sum();
    let free = count(numbers.len()) - 1.0;
    if free > 0.0 {
        (squares / free).sqrt()
    } else {
        0.0
    }
}

/// A number in 0..n, by its address.
pub(super) fn below(seed: u64, row: u64, column: u64, n: usize) -> usize {
    let x = split_mix(split_mix(draw(seed, Stream::Rollouts, 0), row), column);
    usize::try_from(scale(x, n as u64)).unwrap_or(0)
}

/// A count as a float.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts stay far below 2^52, where every integer is a float"
)]
pub(in crate::study) const fn count(of: usize) -> f64 {
    of as f64
}

/// Figures worked out from rows, with standard errors by resampling the rows (bootstrap).
///
/// `figures` is given the places of the rows that it is to work from, some of them more than once.
pub(super) fn resampled(
    rows: usize,
    seed: u64,
    figures: impl Fn(&[usize]) -> Vec<f64>,
) -> Vec<Estimate> {
    let all: Vec<usize> = (0..rows).collect();
    let values = figures(&all);
    let again: Vec<Vec<f64>> = (0..RESAMPLES)
        .map(|resample| {
            let places = (0..rows as u64).map(|row| below(seed, resample, row, rows));
            figures(&places.collect::<Vec<_>>())
        })
        .collect();
    let estimate = |(place, value): (usize, f64)| {
        let sample: Vec<f64> = again.iter().map(|figures| figures[place]).collect();
        Estimate {
            value,
            error: deviation(&sample),
        }
    };
    values.into_iter().enumerate().map(estimate).collect()
}
