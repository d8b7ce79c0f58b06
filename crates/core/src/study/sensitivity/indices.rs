//! How much of what varies each lever explains: first and total indices from a Saltelli design.

use serde::Serialize;

use super::estimate::{Estimate, count, mean, resampled};

/// A lever's share of what varies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Index {
    /// What it explains alone, from 0 to 1.
    pub first: Estimate,
    /// What it explains alone and together with others, from 0 to 1.
    pub total: Estimate,
}

/// First and total indices of each lever, from the values at the points of
/// [`saltelli`](super::design::saltelli), in their order; zeros where nothing varies.
///
/// First: mean of (f(B) − mean)(f(A with B's lever) − f(A)) over the variance (Saltelli and others 2010,
/// table 2 (b)); total: half the mean of (f(A) − f(A with B's lever))² over the variance (Jansen 1999).
/// Standard errors are by resampling rows.
pub fn indices(values: &[f64], levers: usize, seed: u64) -> Vec<Index> {
    let rows: Vec<&[f64]> = values.chunks_exact(levers + 2).collect();
    let estimates = resampled(rows.len(), seed, |places| figures(&rows, places, levers));
    let (first, total) = estimates.split_at(levers);
    let each = first.iter().zip(total);
    each.map(|(&first, &total)| Index { first, total })
        .collect()
}

/// First indices, then total ones, from some rows.
fn figures(rows: &[&[f64]], places: &[usize], levers: usize) -> Vec<f64> {
    let chosen = || places.iter().map(|&place| rows[place]);
    let plain = || chosen().flat_map(|row| [row[0], row[1]]);
    let centre = mean(plain());
    let free = 2.0 * count(places.len()) - 1.0;
    let variance = plain().map(|f| (f - centre) * (f - centre)).sum::<f64>() / free;
    let share = |of: f64| if variance > 0.0 { of / variance } else { 0.0 };
    let first = (0..levers).map(|lever| {
        let products = chosen().map(|row| (row[1] - centre) * (row[2 + lever] - row[0]));
        share(mean(products))
    });
    let total = (0..levers).map(|lever| {
        let squares = chosen().map(|row| (row[0] - row[2 + lever]) * (row[0] - row[2 + lever]));
        share(mean(squares) / 2.0)
    });
    first.chain(total).collect()
}

#[cfg(test)]
mod tests {
    use std::f64::consts::PI;

    use super::*;
    use crate::study::sensitivity::design::saltelli;

    /// Holds estimates against closed forms: to three standard errors, which must be small ones.
    fn reproduces(f: impl Fn(&[f64]) -> f64, exact: &[(f64, f64)], largest_error: f64) {
        for seed in [1, 2, 3] {
            let points = saltelli(4096, exact.len(), seed);
            let values: Vec<f64> = points.iter().map(|point| f(point)).collect();
            for (index, exact) in indices(&values, exact.len(), seed).iter().zip(exact) {
                for (estimate, exact) in [(index.first, exact.0), (index.total, exact.1)] {
                    let off = (estimate.value - exact).abs();
                    assert!(off <= 3.0 * estimate.error, "{estimate:?} is not {exact}");
                    assert!(estimate.error <= largest_error, "{estimate:?}");
                }
            }
        }
    }

    #[test]
    fn the_ishigami_function_comes_out() {
        // Ishigami and Homma 1990, a = 7, b = 0.1.
        let f = |at: &[f64]| {
            let [x, y, z] = [0, 1, 2].map(|place: usize| PI * (2.0 * at[place] - 1.0));
            x.sin() + 7.0 * y.sin().powi(2) + 0.1 * z.powi(4) * x.sin()
        };
        let exact = [
            (0.313_905, 0.557_589),
            (0.442_411, 0.442_411),
            (0.0, 0.243_684),
        ];
        reproduces(f, &exact, 0.03);
    }

    #[test]
    fn the_g_function_comes_out() {
        // Sobol's g with a = (0, 1, 4.5, 9, 99, 99, 99, 99): Saltelli and Sobol 1995.
        let a = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
        let f = |at: &[f64]| {
            let factors = at.iter().zip(a);
            factors
                .map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a))
                .product::<f64>()
        };
        let exact = [
            (0.716_192, 0.787_144),
            (0.179_048, 0.242_198),
            (0.023_676, 0.034_317),
            (0.007_162, 0.010_460),
            (0.000_072, 0.000_105),
            (0.000_072, 0.000_105),
            (0.000_072, 0.000_105),
            (0.000_072, 0.000_105),
        ];
        reproduces(f, &exact, 0.03);
    }

    #[test]
    fn where_nothing_varies_nothing_is_explained() {
        let none = indices(&[3.0; 50], 3, 1);
        assert_eq!(none, [Index::default(); 3]);
    }
}
