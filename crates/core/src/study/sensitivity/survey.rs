//! One at a time: every lever moved to both ends of its range, all others left where they are.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Serialize;

use super::target::{Figures, Target};
use crate::model::scenario::Scenario;
use crate::model::vocabulary::vocabulary;
use crate::study::StudyError;
use crate::study::number::Lever;
use crate::study::record::{Measure, Record};
use crate::study::session::{Watch, threaded};

/// Points by which endings have to lie apart between both ends of a range for a lever to decide something.
const APART: f64 = 3.0;
/// Points by which mean stability or an aim has to move for a lever to decide something.
const MOVED: f64 = 1.0;

vocabulary!(
    /// How much a lever decides.
    Weight {
        /// Not one session came out in another way.
        Nothing = "nothing",
        /// In no pairing are the endings more than 3 points apart, or stability or an aim moved by 1.
        Little = "little",
        /// More than that.
        Something = "something",
    }
);

/// What moving one lever does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moved {
    /// The lever.
    pub lever: Lever,
    /// The figures at its lowest setting, by pairing.
    pub low: Vec<Figures>,
    /// The figures at its highest setting, by pairing.
    pub high: Vec<Figures>,
    /// How far the endings lie apart between both ends, from 0 to 100: the mean over pairings.
    pub apart: f64,
    /// The same, of the pairing in which it is most.
    pub most_apart: f64,
    /// Whether it decides anything.
    pub weight: Weight,
}

/// What moving each lever by itself does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Survey {
    /// The pairings.
    pub pairings: Vec<String>,
    /// The figures of the deck as it is, by pairing.
    pub now: Vec<Figures>,
    /// The levers, what moves endings most first.
    pub moved: Vec<Moved>,
}

impl Survey {
    /// The levers that decide nothing, or little.
    pub fn idle(&self) -> impl Iterator<Item = &Moved> {
        self.moved
            .iter()
            .filter(|moved| moved.weight != Weight::Something)
    }
}

/// Moves each lever by itself.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off.
pub fn survey<'a>(
    target: &Target<'a>,
    levers: &[Lever],
    watch: Watch<'a>,
) -> Result<Survey, StudyError> {
    let counter = target.counter(1 + 2 * levers.len(), watch)?;
    let ends: Vec<(&Lever, i64)> = levers
        .iter()
        .flat_map(|lever| [(lever, lever.low), (lever, lever.high)])
        .collect();
    let (now, others) = threaded(target.plan.threads, || {
        let now = target.play(target.scenario, &counter)?;
        let at = |lever: &Lever, setting: i64| -> Result<(Vec<Figures>, bool), StudyError> {
            let other: Scenario = lever.at(target.scenario, setting);
            let records = target.play(&other, &counter)?;
            let same = records == now;
            Ok((figures(&records), same))
        };
        let others = ends.par_iter().map(|&(lever, setting)| at(lever, setting));
        let others = others.collect::<Result<Vec<_>, StudyError>>()?;
        Ok((figures(&now), others))
    })?;
    let each = levers.iter().zip(others.chunks_exact(2));
    let mut moved: Vec<Moved> = each
        .map(|(lever, ends)| {
            let same = ends.iter().all(|(_, same)| *same);
            moved(lever.clone(), ends[0].0.clone(), ends[1].0.clone(), same)
        })
        .collect();
    moved.sort_by(|a, b| {
        b.apart
            .total_cmp(&a.apart)
            .then_with(|| a.lever.name.cmp(&b.lever.name))
    });
    Ok(Survey {
        pairings: target.pairings.iter().map(ToString::to_string).collect(),
        now,
        moved,
    })
}

fn figures(records: &[Record]) -> Vec<Figures> {
    records.iter().map(Figures::of).collect()
}

fn moved(lever: Lever, low: Vec<Figures>, high: Vec<Figures>, same: bool) -> Moved {
    let ends = || low.iter().zip(&high);
    let apart = ends().map(|(low, high)| low.apart(high));
    let most_apart = apart.clone().fold(0.0, f64::max);
    let apart = super::estimate::mean(apart);
    let shifted = ends().any(|(low, high)| {
        use Measure::{Client, Europe, Patron, Stability};
        let mut of = [Stability, Patron, Client, Europe].into_iter();
        of.any(|measure| (low.get(measure) - high.get(measure)).abs() >= MOVED)
    });
    let weight = if same {
        Weight::Nothing
    } else if most_apart < APART && !shifted {
        Weight::Little
    } else {
        Weight::Something
    };
    Moved {
        lever,
        low,
        high,
        apart,
        most_apart,
        weight,
    }
}
