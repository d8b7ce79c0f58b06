//! What a sensitivity study looks at: a deck, who plays it, and how often.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::{Serialize, Serializer};

use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::record::{Measure, Record};
use crate::study::session::{Counter, Pairing, Plan, Watch, observe};

/// A deck, who plays it, and how often at each point.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The deck.
    pub scenario: &'a Scenario,
    /// Who plays it, at every point.
    pub pairings: &'a [Pairing],
    /// Under which seeds, and on how many threads.
    pub plan: Plan,
}

/// The figures of one pairing, or the mean of several, in the order of [`Measure::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures(pub [f64; 12]);

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = Measure::ALL.iter().map(|measure| measure.word());
        serializer.collect_map(words.zip(self.0))
    }
}

impl Figures {
    /// The figures of a record.
    pub fn of(record: &Record) -> Self {
        let mut figures = Self::default();
        for (figure, measure) in figures.0.iter_mut().zip(Measure::ALL) {
            *figure = record.measure(*measure);
        }
        figures
    }

    /// The mean over pairings, in their order.
    pub(super) fn mean(of: &[Self]) -> Self {
        let mut mean = Self::default();
        for (place, figure) in mean.0.iter_mut().enumerate() {
            *figure = super::estimate::mean(of.iter().map(|figures| figures.0[place]));
        }
        mean
    }

    /// One of the figures.
    pub const fn get(&self, measure: Measure) -> f64 {
        self.0[measure.index()]
    }

    /// How far the shares of endings of two lie apart, from 0 to 100 (total variation).
    pub fn apart(&self, other: &Self) -> f64 {
        let endings = Measure::Rupture.index()..=Measure::Drift.index();
        let differences = endings.map(|place| (self.0[place] - other.0[place]).abs());
        differences.sum::<f64>() / 2.0
    }
}

/// The figures of some records.
pub(super) fn figures(records: &[Record]) -> Vec<Figures> {
    records.iter().map(Figures::of).collect()
}

impl Target<'_> {
    /// Counts the sessions of so many points for whoever watches.
    pub(super) fn counter<'w>(
        &self,
        points: usize,
        watch: Watch<'w>,
    ) -> Result<Counter<'w>, StudyError> {
        match self.plan.sessions * (self.pairings.len() * points) as u64 {
            0 => Err(StudyError::Nothing),
            of => Ok(Counter::new(of, watch)),
        }
    }

    /// Plays another deck under the same seeds; gives what came of each pairing.
    pub(super) fn play(
        &self,
        scenario: &Scenario,
        counter: &Counter<'_>,
    ) -> Result<Vec<Record>, StudyError> {
        let each = self.pairings.iter().map(|pairing| {
            let which = 0..self.plan.sessions;
            observe(scenario, pairing, self.plan.first, which, counter)
        });
        each.collect()
    }
}

/// Plays many points, on all threads; gives nothing of those that were not played to the end because
/// whoever watches broke off.
pub(super) fn each_point<P: Sync, T: Send>(
    points: &[P],
    play: impl Fn(&P) -> Result<T, StudyError> + Sync,
) -> Result<Vec<Option<T>>, StudyError> {
    let at = |point: &P| match play(point) {
        Ok(found) => Ok(Some(found)),
        Err(StudyError::Stopped) => Ok(None),
        Err(error) => Err(error),
    };
    points.par_iter().map(at).collect()
}
