//! Many levers moved at once: by elementary effects and by variance.

use std::collections::BTreeMap;

use serde::Serialize;

use super::design::{Walk, saltelli, walks};
use super::effects::{Effect, effects};
use super::indices::{Index, indices};
use super::target::{Figures, Target, each_point, figures};
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
    /// Walks, or rows of the design, that were played to the end.
    pub rows: usize,
    /// How many were to be played; more than `rows` where the study was stopped.
    pub of: usize,
    /// What was found, figure by figure.
    pub found: Vec<Found<T>>,
}

impl<T> Global<T> {
    /// Whether everything was played.
    pub const fn is_whole(&self) -> bool {
        self.rows == self.of
    }
}

/// Elementary effects of some levers (Morris), from so many walks. Where `watch` breaks off, they are
/// those of the walks that were played to the end.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off before the first
/// walks are played.
pub fn elementary(
    target: &Target<'_>,
    levers: &[Lever],
    count: usize,
    seed: u64,
    watch: Watch<'_>,
) -> Result<Global<Effect>, StudyError> {
    let walks = walks(count, levers.len(), seed);
    let points: Vec<Vec<f64>> = walks.iter().flat_map(|walk| walk.points.clone()).collect();
    let each = levers.len() + 1;
    study(target, levers, (&points, each), watch, |rows, values| {
        let walks: Vec<Walk> = rows.iter().map(|&row| walks[row].clone()).collect();
        effects(&walks, values, levers.len())
    })
}

/// First and total indices of some levers (Sobol), from a design of so many rows: it plays
/// rows × (levers + 2) points. Where `watch` breaks off, they are those of the rows that were played to
/// the end.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off before the first
/// rows are played.
pub fn variance(
    target: &Target<'_>,
    levers: &[Lever],
    rows: usize,
    seed: u64,
    watch: Watch<'_>,
) -> Result<Global<Index>, StudyError> {
    let points = saltelli(rows, levers.len(), seed);
    let each = levers.len() + 2;
    study(target, levers, (&points, each), watch, |_, values| {
        indices(values, levers.len(), seed)
    })
}

/// Plays the points, of which so many make a row, and works out from the values at those of all complete
/// rows what is to be found of each lever.
fn study<T>(
    target: &Target<'_>,
    levers: &[Lever],
    (points, each): (&[Vec<f64>], usize),
    watch: Watch<'_>,
    find: impl Fn(&[usize], &[f64]) -> Vec<T>,
) -> Result<Global<T>, StudyError> {
    if levers.is_empty() {
        return Err(StudyError::Nothing);
    }
    let is_read: Vec<bool> = levers
        .iter()
        .map(|lever| lever.is_read(target.scenario, target.pairings))
        .collect();
    let settings = |point: &Vec<f64>| -> Vec<i64> {
        let each = levers.iter().zip(point).zip(&is_read);
        each.map(|((lever, place), is_read)| {
            if *is_read {
                lever.setting(*place)
            } else {
                lever.now
            }
        })
        .collect()
    };
    // Points at which all levers stand alike are played once.
    let mut places = BTreeMap::new();
    let mut apart: Vec<Vec<i64>> = Vec::new();
    let place_of = points.iter().map(|point| {
        let settings = settings(point);
        *places.entry(settings.clone()).or_insert_with(|| {
            apart.push(settings);
            apart.len() - 1
        })
    });
    let place_of: Vec<usize> = place_of.collect();
    let deck = |settings: &Vec<i64>| {
        let mut other = target.scenario.clone();
        for (lever, setting) in levers.iter().zip(settings) {
            lever.set(&mut other, *setting);
        }
        other
    };
    let counter = target.counter(apart.len(), watch)?;
    let play = |settings: &Vec<i64>| {
        let records = target.play(&deck(settings), &counter)?;
        Ok(Figures::mean(&figures(&records)))
    };
    let apart = threaded(target.plan.threads, || each_point(&apart, play))?;
    let played: Vec<Option<Figures>> = place_of.into_iter().map(|place| apart[place]).collect();
    let all = played.chunks_exact(each).enumerate();
    let whole = |points: &[Option<Figures>]| points.iter().copied().collect::<Option<Vec<_>>>();
    let (rows, figures): (Vec<usize>, Vec<Vec<Figures>>) = all
        .filter_map(|(row, points)| Some((row, whole(points)?)))
        .unzip();
    if rows.is_empty() {
        return Err(StudyError::Stopped);
    }
    let found = Measure::ALL.iter().map(|&measure| {
        let figures = figures.iter().flatten();
        let values: Vec<f64> = figures.map(|figures| figures.get(measure)).collect();
        Found {
            measure,
            mean: super::estimate::mean(values.iter().copied()),
            deviation: super::estimate::deviation(&values),
            levers: find(&rows, &values),
        }
    });
    Ok(Global {
        levers: levers.to_vec(),
        pairings: target.pairings.iter().map(ToString::to_string).collect(),
        points: rows.len() * each,
        rows: rows.len(),
        of: points.len() / each,
        found: found.collect(),
    })
}
