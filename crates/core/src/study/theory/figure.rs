//! Figures by which claims are tested, worked out from records, with 95 % intervals.
//!
//! A mean has a normal interval, a share Wilson's; a difference is given the interval of two that know
//! nothing of each other, though both were played under the same dice: it is rather too wide. How far
//! endings lie apart has the interval of the sum of shares that rose (normal). Of the most and the least
//! of several figures the interval is that of the one that was chosen.

use std::cmp::Ordering;

use serde::Serialize;

use super::arms::{Key, Records};
use crate::analysis::stats::{Moments, Share, Z};
use crate::model::choice::{Ending, Response};
use crate::model::place::DomainAt;
use crate::study::record::Record;
use crate::study::sensitivity::estimate::count;

/// Something that sessions have a mean of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in a record")]
pub enum Mean {
    Stability,
    Endurance,
    Patron,
    Client,
    Europe,
    EarlyGains,
    Discount,
}

/// Something that so many of so many are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Sessions that broke.
    Breaks,
    /// Sessions that ended so.
    Ended(Ending),
    /// Sessions in which stability stayed near its start.
    Quiet,
    /// Sessions in which the patron met its aim.
    MetPatron,
    /// In which the client did.
    MetClient,
    /// In which both did.
    MetBoth,
    /// Sessions that saw a crisis.
    SawCrisis,
    /// Of crises that began in time, those that were passed.
    Passed,
    /// Of sessions with a crossing, those that broke.
    BrokeCrossed,
    /// Of sessions without, those that broke.
    BrokeUncrossed,
    /// Of demands in a domain, those that were pressed.
    Pressed(DomainAt),
    /// Of demands in a domain, those that were met.
    Met(DomainAt),
    /// Of moves, those with a demand or a taken offer in a domain.
    Dealt(DomainAt),
    /// Of replies, those that were this one.
    Replied(Response),
    /// Of moves, those in which an offer was taken up.
    TookUp,
    /// Of demands and taken offers, those of cards that open after others, or late.
    Gated,
}

/// A figure to be worked out from what some arms came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A mean of one arm.
    Mean(Mean, Key),
    /// How much higher a mean is in the second arm than in the first.
    Rise(Mean, Key, Key),
    /// A share, in percent, of several arms together.
    Share(Count, Vec<Key>),
    /// How many points higher a share is in the second arms than in the first.
    ShareRise(Count, Vec<Key>, Vec<Key>),
    /// How many points higher one share is than another in the same arms.
    ShareGap(Count, Count, Vec<Key>),
    /// How far the endings of two arms lie apart, from 0 to 100: the mean of several pairs.
    Apart(Vec<(Key, Key)>),
    /// How far mean stability strays from its start at most.
    Strays(Key),
    /// How much easier an ending is for Europe with a plan for it, in all arms together.
    PlanHelps(Ending, Vec<Key>),
    /// Of several opponents (one list each, the same replies in the same order), those against whom the
    /// same client serves itself best: of all clients the largest number.
    Favourite(Vec<Vec<Key>>),
    /// The largest of several figures.
    Most(Vec<Self>),
    /// The smallest of several figures.
    Least(Vec<Self>),
}

/// A figure with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// The figure.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    fn normal(value: f64, error: f64) -> Self {
        Self {
            value,
            low: value - Z * error,
            high: value + Z * error,
        }
    }

    const fn exact(value: f64) -> Self {
        Self {
            value,
            low: value,
            high: value,
        }
    }
}

impl Mean {
    fn of(self, record: &Record) -> &Moments {
        match self {
            Self::Stability => &record.at_end.stability,
            Self::Endurance => &record.at_end.endurance,
            Self::Patron => &record.aims.patron,
            Self::Client => &record.aims.client,
            Self::Europe => &record.europe,
            Self::EarlyGains => &record.early_gains,
            Self::Discount => &record.discount,
        }
    }
}

impl Count {
    /// How many, of how many.
    fn of(self, record: &Record) -> [u64; 2] {
        let (played, crises) = (&record.played, &record.crises);
        let sessions = record.sessions;
        match self {
            Self::Breaks => [record.breaks(), sessions],
            Self::Ended(ending) => [record.endings[ending.index()], sessions],
            Self::Quiet => [record.quiet, sessions],
            Self::MetPatron => [record.met.patron, sessions],
            Self::MetClient => [record.met.client, sessions],
            Self::MetBoth => [record.met.both, sessions],
            Self::SawCrisis => [crises.seen, sessions],
            Self::Passed => [crises.passed, crises.early],
            Self::BrokeCrossed => [record.crossed[0][1], record.crossed[0][0]],
            Self::BrokeUncrossed => [record.crossed[1][1], record.crossed[1][0]],
            Self::Pressed(domain) => [played.pressed_in(domain), played.demands_in(domain)],
            Self::Met(domain) => [played.met[domain], played.demands_in(domain)],
            Self::Dealt(domain) => {
                let dealt = played.demands_in(domain) + played.taken_up[domain];
                [dealt, played.moves]
            }
            Self::Replied(reply) => [played.replied(reply), played.replies.iter().sum()],
            Self::TookUp => [played.all_taken_up(), played.moves],
            Self::Gated => {
                let all = played.all_demands() + played.all_taken_up();
                [played.gated, all]
            }
        }
    }

    /// Of several arms together.
    fn share(self, keys: &[Key], records: &Records) -> Share {
        let [count, of] = keys.iter().fold([0, 0], |[count, of], key| {
            let [more, of_more] = self.of(records.get(key));
            [count + more, of + of_more]
        });
        Share::new(count, of)
    }
}

/// The standard error of a share, in percent.
fn error(share: &Share) -> f64 {
    (share.high - share.low) / (2.0 * Z)
}

impl Figure {
    /// Works the figure out.
    pub fn work_out(&self, records: &Records) -> Interval {
        match self {
            Self::Mean(mean, key) => {
                let moments = mean.of(records.get(key));
                Interval::normal(moments.mean(), moments.error())
            }
            Self::Rise(mean, from, to) => {
                let [from, to] = [from, to].map(|key| mean.of(records.get(key)));
                let error = from.error().hypot(to.error());
                Interval::normal(to.mean() - from.mean(), error)
            }
            Self::Share(count, keys) => {
                let share = count.share(keys, records);
                Interval {
                    value: share.percent,
                    low: share.low,
                    high: share.high,
                }
            }
            Self::ShareRise(count, from, to) => {
                let [from, to] = [from, to].map(|keys| count.share(keys, records));
                Interval::normal(to.percent - from.percent, error(&from).hypot(error(&to)))
            }
            Self::ShareGap(one, other, keys) => {
                let [one, other] = [one, other].map(|count| count.share(keys, records));
                Interval::normal(
                    one.percent - other.percent,
                    error(&one).hypot(error(&other)),
                )
            }
            Self::Apart(pairs) => apart(pairs, records),
            Self::Strays(key) => strays(records.get(key)),
            Self::PlanHelps(ending, keys) => plan_helps(*ending, keys, records),
            Self::Favourite(opponents) => Interval::exact(favourite(opponents, records)),
            Self::Most(figures) => chosen(figures, records, |new, old| new > old),
            Self::Least(figures) => chosen(figures, records, |new, old| new < old),
        }
    }

    /// The arms that it is worked out from.
    pub fn keys(&self) -> Vec<&Key> {
        match self {
            Self::Mean(_, key) | Self::Strays(key) => vec![key],
            Self::Rise(_, from, to) => vec![from, to],
            Self::Share(_, keys) | Self::ShareGap(_, _, keys) | Self::PlanHelps(_, keys) => {
                keys.iter().collect()
            }
            Self::ShareRise(_, from, to) => from.iter().chain(to).collect(),
            Self::Apart(pairs) => pairs.iter().flat_map(|(one, other)| [one, other]).collect(),
            Self::Favourite(opponents) => opponents.iter().flatten().collect(),
            Self::Most(figures) | Self::Least(figures) => {
                figures.iter().flat_map(Self::keys).collect()
            }
        }
    }
}

fn chosen(figures: &[Figure], records: &Records, better: impl Fn(f64, f64) -> bool) -> Interval {
    let mut each = figures.iter().map(|figure| figure.work_out(records));
    let Some(first) = each.next() else {
        return Interval::exact(0.0);
    };
    each.fold(first, |best, new| {
        if better(new.value, best.value) {
            new
        } else {
            best
        }
    })
}

/// The mean of total variations; of each the variance of the sum of the shares' differences, with the
/// signs that they have.
fn apart(pairs: &[(Key, Key)], records: &Records) -> Interval {
    let (mut sum, mut variance) = (0.0, 0.0);
    for (one, other) in pairs {
        let [one, other] = [one, other].map(|key| records.get(key));
        sum += one.apart(other);
        let sign = |ending: &Ending| match one.share(*ending).total_cmp(&other.share(*ending)) {
            Ordering::Greater => 1.0_f64,
            Ordering::Equal => 0.0,
            Ordering::Less => -1.0,
        };
        for record in [one, other] {
            let mean: f64 = Ending::ALL
                .iter()
                .map(|ending| sign(ending) * record.share(*ending))
                .sum();
            let moved = Ending::ALL
                .iter()
                .map(|ending| sign(ending).abs() * record.share(*ending));
            let spread = (moved.sum::<f64>() - mean * mean).max(0.0);
            variance +=
                2500.0 * spread / count(usize::try_from(record.sessions).unwrap_or(1).max(1));
        }
    }
    let pairs = count(pairs.len());
    Interval::normal(sum / pairs, variance.sqrt() / pairs)
}

fn strays(record: &Record) -> Interval {
    let start = record.path.first().map_or(0.0, Moments::mean);
    // Of the last moves only the longest sessions know: those are left out.
    let all = record.path.first().map_or(0, Moments::count);
    let full = record.path.iter().filter(|level| level.count() == all);
    let off = |level: &Moments| (level.mean() - start).abs();
    let furthest = full.max_by(|a, b| off(a).total_cmp(&off(b)));
    furthest.map_or(Interval::exact(0.0), |level| {
        Interval::normal(off(level), level.error())
    })
}

fn plan_helps(ending: Ending, keys: &[Key], records: &Records) -> Interval {
    let (mut planned, mut unplanned) = (Moments::default(), Moments::default());
    for key in keys {
        let ease = &records.get(key).ease[ending.index()];
        planned.merge(&ease.planned);
        unplanned.merge(&ease.unplanned);
    }
    let error = planned.error().hypot(unplanned.error());
    Interval::normal(planned.mean() - unplanned.mean(), error)
}

fn favourite(opponents: &[Vec<Key>], records: &Records) -> f64 {
    let best = |keys: &Vec<Key>| {
        let aim = |key: &Key| records.get(key).aims.client.mean();
        (0..keys.len()).max_by(|&a, &b| aim(&keys[a]).total_cmp(&aim(&keys[b])))
    };
    let favourites: Vec<Option<usize>> = opponents.iter().map(best).collect();
    let times = favourites
        .iter()
        .map(|one| favourites.iter().filter(|other| *other == one).count());
    count(times.max().unwrap_or(0))
}
