//! What moving one lever does from many places: elementary effects from walks.

use serde::Serialize;

use super::design::{STEP, Walk};
use super::estimate::{Estimate, count, deviation, mean};

/// A lever's effect over its whole range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Effect {
    /// The mean of the effects' sizes (μ*), with its standard error: how much the lever matters.
    pub size: Estimate,
    /// The mean of the effects (μ): in which direction.
    pub mean: f64,
    /// Their standard deviation (σ): how much that depends on the other levers and on where it stands.
    pub spread: f64,
}

/// The effects of each lever, from the values at all points of some walks, walk by walk.
pub fn effects(walks: &[Walk], values: &[f64], levers: usize) -> Vec<Effect> {
    let mut of_lever = vec![Vec::with_capacity(walks.len()); levers];
    let mut rest = values;
    for walk in walks {
        let (here, after) = rest.split_at(walk.points.len());
        rest = after;
        for (pair, (lever, up)) in here.windows(2).zip(&walk.steps) {
            let by = if *up { STEP } else { -STEP };
            of_lever[*lever].push((pair[1] - pair[0]) / by);
        }
    }
    let each = of_lever.into_iter().map(|effects: Vec<f64>| {
        let sizes: Vec<f64> = effects.iter().map(|effect| effect.abs()).collect();
        let size = Estimate {
            value: mean(sizes.iter().copied()),
            error: deviation(&sizes) / count(sizes.len()).max(1.0).sqrt(),
        };
        Effect {
            size,
            mean: mean(effects.iter().copied()),
            spread: deviation(&effects),
        }
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::sensitivity::design::walks;

    fn of(f: impl Fn(&[f64]) -> f64, levers: usize) -> Vec<Effect> {
        let walks = walks(400, levers, 11);
        let points = walks.iter().flat_map(|walk| &walk.points);
        let values: Vec<f64> = points.map(|point| f(point)).collect();
        effects(&walks, &values, levers)
    }

    #[test]
    fn a_straight_line_has_its_slopes_as_effects_everywhere() {
        let effects = of(|x| 3.0 * x[0] - 2.0 * x[1], 3);
        for (effect, slope) in effects.iter().zip([3.0, -2.0, 0.0_f64]) {
            assert!((effect.mean - slope).abs() < 1e-9 && effect.spread < 1e-9);
            assert!((effect.size.value - slope.abs()).abs() < 1e-9);
        }
    }

    #[test]
    fn a_bend_and_a_bond_show_as_spread() {
        // x²: the effect is 2x + 2/3 from x = 0 or 1/3, so 1 in the mean, 1/3 either way.
        // y·z: the effect of y is z, which is a level of the grid: 1/2 in the mean.
        let effects = of(|x| x[0] * x[0] + x[1] * x[2], 3);
        for (effect, (mean, spread)) in
            effects
                .iter()
                .zip([(1.0, 1.0 / 3.0), (0.5, 0.37), (0.5, 0.37)])
        {
            assert!(
                (effect.size.value - mean).abs() <= 3.0 * effect.size.error,
                "{effect:?}"
            );
            assert!((effect.spread - spread).abs() < 0.03, "{effect:?}");
        }
    }
}
