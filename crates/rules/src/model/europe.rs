//! Europe's seat: what it can agree on, its measures, and what they do (rules 5).
//!
//! Nobody there is the same as no measure: then no number of another seat depends on any of this.
//!
//! **Secrecy (rules 5.3).** A measure with the key `secret` may be taken in secret for so much more unity. It
//! changes and works as in the open, and it never backfires; but down to the roll `europe.leaks_at` it
//! comes out, and then its `leaks` apply. Until it comes out nobody but Europe and the white cell knows
//! that there was one; the gauges that it moved are seen by all. The log numbers a secret measure from
//! the number of measures up, and its band is that of the roll, or −1 if it came out. Decks without
//! these keys play as if there was no secrecy.

use serde::Serialize;

use crate::model::choice::{Ending, MeasureKind, Step};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::luck::{Stream, below};
use crate::model::position::Position;
use crate::model::scenario::{Measure, Scenario};

/// What there is of Europe besides its gauges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Europe {
    /// Whether banks elsewhere comply with sanctions, added to their roll; hidden until watched.
    pub compliance: i64,
    /// Whether Europe knows.
    pub compliance_known: bool,
    /// The endings that Europe has a plan for.
    pub plans: [bool; 6],
}

/// A measure and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The measure, and how it was taken.
    pub step: Step,
    /// The two dice together.
    pub roll: i64,
    /// 1: it worked; 0: nothing besides; −1: it backfired or came out.
    pub band: i64,
}

impl Europe {
    /// Before the first move; compliance is drawn from the seed.
    pub fn at_start(scenario: &Scenario, seed: u64) -> Self {
        let mut europe = Self::default();
        europe.redraw_compliance(scenario, seed);
        europe
    }

    /// Draws the hidden compliance from a seed.
    pub(in crate::model) const fn redraw_compliance(&mut self, scenario: &Scenario, seed: u64) {
        let drawn = below(seed, Stream::Hidden, 62, 3).cast_signed() - 1;
        self.compliance = scenario.europe.compliance_step * drawn;
    }

    /// Whether there is a plan for an ending.
    pub const fn has_plan(&self, ending: Ending) -> bool {
        self.plans[ending.index()]
    }

    /// The steps that Europe may take now, in canonical order: by measure, in the open before in secret.
    pub fn legal<'a>(
        &'a self,
        scenario: &'a Scenario,
        position: &'a Position,
        in_crisis: bool,
    ) -> impl Iterator<Item = Step> + Clone + 'a {
        let unity = position.get(Gauge::Unity);
        let places = scenario.measures.places();
        places.flat_map(move |at| {
            let measure = &scenario.measures[at];
            let sensible = self.makes_sense(measure, position, in_crisis);
            [false, true].into_iter().filter_map(move |in_secret| {
                let cost = cost(measure, in_secret)?;
                let step = Step {
                    measure: at,
                    in_secret,
                };
                (sensible && cost <= unity).then_some(step)
            })
        })
    }

    fn makes_sense(&self, measure: &Measure, position: &Position, in_crisis: bool) -> bool {
        match measure.kind {
            MeasureKind::Prepare => measure.ending.is_none_or(|ending| !self.has_plan(ending)),
            MeasureKind::Watch => !self.compliance_known,
            MeasureKind::Mediate => in_crisis,
            MeasureKind::Signal => {
                (measure.domain).is_none_or(|domain| position.signal(domain) <= 1)
            }
            MeasureKind::Sanction | MeasureKind::Engage | MeasureKind::Hedge => true,
        }
    }

    /// Carries out a measure under a roll.
    pub fn take(
        &mut self,
        books: &mut Books<'_, Position, impl Ledger>,
        step: Step,
        roll: i64,
    ) -> Taken {
        let scenario = books.scenario;
        let rules = &scenario.europe;
        let measure = &scenario.measures[step.measure];
        let price = cost(measure, step.in_secret).unwrap_or(measure.unity);
        books.add(Gauge::Unity, -price, Reason::Measure);
        books.add_all(&measure.change, Reason::Measure);
        match measure.kind {
            MeasureKind::Signal => {
                if let Some(domain) = measure.domain {
                    books.position.set_signal(domain, rules.signal_moves);
                }
            }
            MeasureKind::Prepare => {
                if let Some(ending) = measure.ending {
                    self.plans[ending.index()] = true;
                }
            }
            MeasureKind::Watch => self.compliance_known = true,
            MeasureKind::Sanction
            | MeasureKind::Engage
            | MeasureKind::Hedge
            | MeasureKind::Mediate => {}
        }
        let compliance = if measure.kind == MeasureKind::Sanction {
            self.compliance
        } else {
            0
        };
        let shifted = roll + compliance;
        let mut band = 0;
        if shifted >= rules.works_at {
            books.add_all(&measure.works, Reason::MeasureWorked);
            band = 1;
        } else if !step.in_secret && shifted <= rules.backfires_at {
            books.add_all(&measure.backfires, Reason::MeasureBackfired);
            band = -1;
        }
        if step.in_secret && roll <= rules.leaks_at {
            books.add_all(&measure.leaks, Reason::Leak);
            band = -1;
        }
        Taken { step, roll, band }
    }
}

/// What a step costs in unity; none if it cannot be taken so.
pub const fn cost(measure: &Measure, in_secret: bool) -> Option<i64> {
    match (in_secret, measure.secret) {
        (false, _) => Some(measure.unity),
        (true, Some(extra)) => Some(measure.unity + extra),
        (true, None) => None,
    }
}

/// What Europe can agree on at the beginning of a move.
pub fn agree(books: &mut Books<'_, Position, impl Ledger>, move_index: u32) {
    let rules = &books.scenario.europe.unity;
    let now = books.get(Gauge::Unity);
    let next = if move_index == 0 {
        rules.start
    } else {
        (now + rules.gain).min(rules.max)
    };
    books.add(Gauge::Unity, next - now, Reason::Agreement);
}

/// The roll of two dice for the measure of a move: it depends on nothing that anybody chose.
pub fn roll(seed: u64, move_index: u32) -> i64 {
    let k = 2 * u64::from(move_index);
    let die = |k| below(seed, Stream::EuropeDice, k, 6).cast_signed();
    2 + die(k) + die(k + 1)
}
