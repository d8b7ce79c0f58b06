//! What a sensitivity study looks at: a deck, who plays it, and how often.

use serde::Serialize;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Figures(pub [f64; 12]);

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

impl<'a> Target<'a> {
    /// Counts the sessions of so many points.
    pub(super) fn counter(
        &self,
        points: usize,
        watch: Watch<'a>,
    ) -> Result<Counter<'a>, StudyError> {
        let of = self.plan.sessions * (self.pairings.len() * points) as u64;
        if of == 0 {
            return Err(StudyError::Nothing);
        }
        Ok(Counter::new(of, watch))
    }

    /// Plays one point: a deck in place of the target's, by all pairings.
    pub(super) fn play(
        &self,
        scenario: &Scenario,
        counter: &Counter<'_>,
    ) -> Result<Vec<Record>, StudyError> {
        let seeds = self.plan.first..self.plan.first + self.plan.sessions;
        let each = self.pairings.iter();
        each.map(|pairing| observe(scenario, pairing, seeds.clone(), counter))
            .collect()
    }
}
