//! One at a time: every lever moved to both ends of its range, all others left where they are.

use serde::Serialize;

use super::baseline::Baseline;
use super::target::{Figures, Target, each_point, figures};
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
    /// How many levers were to be moved; more than were where the study was stopped.
    pub of: usize,
    /// The levers, what moves endings most first.
    pub moved: Vec<Moved>,
}

impl Survey {
    /// Whether everything was played.
    pub const fn is_whole(&self) -> bool {
        self.moved.len() == self.of
    }

    /// The levers that decide nothing, or little.
    pub fn idle(&self) -> impl Iterator<Item = &Moved> {
        self.moved
            .iter()
            .filter(|moved| moved.weight != Weight::Something)
    }
}

/// Moves each lever by itself. Where `watch` breaks off, only those levers are given that were moved to
/// both ends.
///
/// # Errors
///
/// Fails if a bot is not there, if there is nothing to play, or if `watch` breaks off before the first
/// lever is moved.
pub fn survey(
    target: &Target<'_>,
    levers: &[Lever],
    watch: Watch<'_>,
) -> Result<Survey, StudyError> {
    // Whatever leaves the deck as it is is not played again.
    let mut points: Vec<(&Lever, i64)> = Vec::new();
    let mut places = Vec::with_capacity(levers.len());
    for lever in levers {
        let is_read = lever.is_read(target.scenario, target.pairings);
        places.push([lever.low, lever.high].map(|setting| {
            (setting != lever.now && is_read).then(|| {
                points.push((lever, setting));
                points.len() - 1
            })
        }));
    }
    let counter = target.counter(1 + points.len(), watch)?;
    let (now, played) = threaded(target.plan.threads, || {
        let baseline = Baseline::play(*target, &counter)?;
        let play = |&(lever, setting): &(&Lever, i64)| baseline.moved(lever, setting, &counter);
        Ok((baseline.records(), each_point(&points, play)?))
    })?;
    let each = levers.iter().zip(places);
    let mut moved: Vec<Moved> = each
        .filter_map(|(lever, ends)| {
            let [low, high] = ends.map(|place| match place {
                Some(place) => played[place].as_ref(),
                None => Some(&now),
            });
            Some(moved(lever, &now, low?, high?))
        })
        .collect();
    if moved.is_empty() {
        return Err(StudyError::Stopped);
    }
    moved.sort_by(|a, b| {
        b.apart
            .total_cmp(&a.apart)
            .then_with(|| a.lever.name.cmp(&b.lever.name))
    });
    Ok(Survey {
        pairings: target.pairings.iter().map(ToString::to_string).collect(),
        now: figures(&now),
        of: levers.len(),
        moved,
    })
}

fn moved(lever: &Lever, now: &[Record], low: &[Record], high: &[Record]) -> Moved {
    let same = low == now && high == now;
    let (low, high) = (figures(low), figures(high));
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
        lever: lever.clone(),
        low,
        high,
        apart,
        most_apart,
        weight,
    }
}
