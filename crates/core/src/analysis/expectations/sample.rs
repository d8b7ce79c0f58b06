//! The ends of playouts, and what they amount to.

use serde::{Deserialize, Serialize};

use crate::analysis::stats::{Moments, Share, Z, told};
use crate::model::choice::Ending;
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;

/// How playouts ended, in the order of their seeds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    ends: Vec<End>,
    enumerated: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    weight: u64,
    stability: i64,
    outcome: Option<Outcome>,
}

/// What can be expected from a moment on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Expectation {
    /// Playouts, or the 36 rolls.
    pub playouts: u64,
    /// Whether all that chance could still do was enumerated.
    pub exact: bool,
    /// Mean final stability.
    pub stability: f64,
    /// Its standard error; 0 where it is exact.
    pub error: f64,
    /// Shares of the endings, in canonical order.
    pub endings: Vec<EndingShare>,
}

/// The share of an ending, with its Wilson 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EndingShare {
    /// The ending.
    pub ending: Ending,
    /// In percent.
    pub percent: f64,
    /// Lower end of the interval, in percent.
    pub low: f64,
    /// Upper end of the interval, in percent.
    pub high: f64,
}

/// How final stability spreads: a tenth of the playouts end below `low`, a tenth above `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// The 10th percentile.
    pub low: i64,
    /// The median.
    pub median: i64,
    /// The 90th percentile.
    pub high: i64,
}

/// A difference of mean final stability between two moments or choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// In points.
    pub mean: f64,
    /// Its standard error, seed by seed; 0 where it is exact.
    pub error: f64,
}

/// How much better or worse a choice serves each aim than another, in points of that aim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Served {
    /// The patron's aims.
    pub patron: Difference,
    /// The client's.
    pub client: Difference,
    /// How well Europe can live with the end.
    pub europe: Difference,
}

impl Expectation {
    /// Half the width of the 95 % interval of stability: what stands behind ± wherever it is told.
    pub const fn give_or_take(&self) -> f64 {
        Z * self.error
    }
}

impl Difference {
    /// Half the width of its 95 % interval: what stands behind ± wherever it is told.
    pub const fn give_or_take(&self) -> f64 {
        Z * self.error
    }

    /// Whether it is larger than chance in the playouts would often make it: outside its 95 % interval.
    pub const fn is_clear(&self) -> bool {
        self.mean.abs() > self.give_or_take()
    }
}

impl EndingShare {
    /// It with its interval, in words: `12.5 % (9.8 to 15.7)`.
    pub fn told(&self) -> String {
        told(self.percent, self.low, self.high)
    }
}

impl Sample {
    /// A sample that will hold all that chance can do, by its weight.
    pub const fn enumerated() -> Self {
        Self {
            ends: Vec::new(),
            enumerated: true,
        }
    }

    /// Takes in the end of a playout.
    pub fn add(&mut self, weight: u64, game: &Game) {
        self.ends.push(End {
            weight,
            stability: game.position.get(Gauge::Stability),
            outcome: game.outcome,
        });
    }

    fn total(&self) -> u64 {
        self.ends.iter().map(|end| end.weight).sum()
    }

    fn moments(&self, level: impl Fn(usize, &End) -> i64) -> Moments {
        let mut moments = Moments::default();
        for (place, end) in self.ends.iter().enumerate() {
            (0..end.weight).for_each(|_| moments.add(level(place, end)));
        }
        moments
    }

    fn error(&self, moments: &Moments) -> f64 {
        if self.enumerated {
            0.0
        } else {
            moments.error()
        }
    }

    /// What the playouts amount to.
    pub fn expectation(&self) -> Expectation {
        let moments = self.moments(|_, end| end.stability);
        let share = |ending: Ending| {
            let so = |end: &&End| end.outcome.is_some_and(|outcome| outcome.ending == ending);
            let of_this = self.ends.iter().filter(so);
            let count = of_this.map(|end| end.weight).sum();
            let share = Share::new(count, self.total());
            let (low, high) = if self.enumerated {
                (share.percent, share.percent)
            } else {
                (share.low, share.high)
            };
            EndingShare {
                ending,
                percent: share.percent,
                low,
                high,
            }
        };
        Expectation {
            playouts: self.total(),
            exact: self.enumerated,
            stability: moments.mean(),
            error: self.error(&moments),
            endings: Ending::ALL.iter().copied().map(share).collect(),
        }
    }

    /// How final stability spreads; none without a playout.
    pub fn spread(&self) -> Option<Spread> {
        let mut levels: Vec<(i64, u64)> = self
            .ends
            .iter()
            .map(|end| (end.stability, end.weight))
            .collect();
        levels.sort_unstable();
        let total = self.total();
        // The level that so many percent of the weight do not exceed.
        let at = |percent: u64| {
            let mut passed = 0;
            levels.iter().find_map(|(level, weight)| {
                passed += weight;
                (100 * passed >= percent * total).then_some(*level)
            })
        };
        Some(Spread {
            low: at(10)?,
            median: at(50)?,
            high: at(90)?,
        })
    }

    /// How much more stability than `other` this leads to, seed by seed where both were played
    /// under the same seeds.
    pub fn less(&self, other: &Self) -> Difference {
        self.compared(other, |end| end.stability)
    }

    /// How much better than `other` this serves each aim.
    pub fn served(&self, other: &Self) -> Served {
        let by = |aim: fn(Outcome) -> i64| self.compared(other, |end| end.outcome.map_or(0, aim));
        Served {
            patron: by(|outcome| outcome.patron),
            client: by(|outcome| outcome.client),
            europe: by(|outcome| outcome.europe),
        }
    }

    /// By how much more than `other` this comes to, in what is read off the ends.
    fn compared(&self, other: &Self, level: impl Fn(&End) -> i64) -> Difference {
        let weights = |sample: &Self| sample.ends.iter().map(|end| end.weight).collect::<Vec<_>>();
        if self.enumerated == other.enumerated && weights(self) == weights(other) {
            let paired = self.moments(|place, end| level(end) - level(&other.ends[place]));
            return Difference {
                mean: paired.mean(),
                error: self.error(&paired),
            };
        }
        let of = |sample: &Self| {
            let moments = sample.moments(|_, end| level(end));
            (moments.mean(), sample.error(&moments))
        };
        let (mine, theirs) = (of(self), of(other));
        Difference {
            mean: mine.0 - theirs.0,
            error: mine.1.hypot(theirs.1),
        }
    }
}
