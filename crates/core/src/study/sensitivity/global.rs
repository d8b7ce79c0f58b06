//! Many levers moved at once: by elementary effects and by variance.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Serialize;

use super::design::{saltelli, walks};
use super::effects::{Effect, effects};
use super::indices::{Index, indices};
use super::target::{Figures, Target};
use crate::study::StudyError;
use crate::study::number::Lever;
use crate::study::record::Measure;
use crate::study::session::{Watch, threaded};

/// What each lever does to one figure, in the order of the levers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found<T> {
    /// The figure: of several pairings the mean.
    pub measure: Measure,
    /// The mean of the figure over all points.
    pub mean: f64,
    /// Its standard deviation over all points.
    pub deviation: f64,
    /// What was found of each lever.
    pub levers: Vec<T>,
}

/// What was found of some levers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Global<T> {
    /// The levers.
    pub levers: Vec<Lever>,
    /// The pairings.
    pub pairings: Vec<String>,
    /// Points at which the deck was played.
    pub points: usize,
    /// What was found, figure by figure.
    pub found: Vec<Found<T>>,
}

/// Elementary effects of some levers (Morris), from so many walks.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off.
pub fn elementary<'a>(
    target: &Target<'a>,
    levers: &[Lever],
    count: usize,
    seed: u64,
    watch: Watch<'a>,
) -> Result<Global<Effect>, StudyError> {
    let walks = walks(count, levers.len(), seed);
    let points: Vec<Vec<f64>> = walks.iter().flat_map(|walk| walk.points.clone()).collect();
    study(target, levers, &points, watch, |values| {
        effects(&walks, values, levers.len())
    })
}

/// First and total indices of some levers (Sobol), from a design of so many rows: it plays
/// rows × (levers + 2) points.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off.
pub fn variance<'a>(
    target: &Target<'a>,
    levers: &[Lever],
    rows: usize,
    seed: u64,
    watch: Watch<'a>,
) -> Result<Global<Index>, StudyError> {
    let points = saltelli(rows, levers.len(), seed);
    study(target, levers, &points, watch, |values| {
        indices(values, levers.len(), seed)
    })
}

fn study<'a, T>(
    target: &Target<'a>,
    levers: &[Lever],
    points: &[Vec<f64>],
    watch: Watch<'a>,
    find: impl Fn(&[f64]) -> Vec<T>,
) -> Result<Global<T>, StudyError> {
    if levers.is_empty() {
        return Err(StudyError::Nothing);
    }
    let counter = target.counter(points.len(), watch)?;
    let at = |point: &Vec<f64>| -> Result<Figures, StudyError> {
        let mut other = target.scenario.clone();
        for (lever, place) in levers.iter().zip(point) {
            lever.set(&mut other, lever.setting(*place));
        }
        let records = target.play(&other, &counter)?;
        let figures: Vec<Figures> = records.iter().map(Figures::of).collect();
        Ok(Figures::mean(&figures))
    };
    let figures = threaded(target.plan.threads, || {
        points.par_iter().map(at).collect::<Result<Vec<_>, _>>()
    })?;
    let found = Measure::ALL.iter().map(|&measure| {
        let values: Vec<f64> = figures.iter().map(|figures| figures.get(measure)).collect();
        Found {
            measure,
            mean: super::estimate::mean(values.iter().copied()),
            deviation: super::estimate::deviation(&values),
            levers: find(&values),
        }
    });
    Ok(Global {
        levers: levers.to_vec(),
        pairings: target.pairings.iter().map(ToString::to_string).collect(),
        points: points.len(),
        found: found.collect(),
    })
}
