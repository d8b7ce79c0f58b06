//! Counting statistics: shares with their intervals, and histograms of small integers.
//!
//! Counts are integers throughout, so that they add up to the same in any order; a float appears
//! only where a finished count is put into words.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The 97.5 % point of the standard normal distribution, for two-sided 95 % intervals.
pub const Z: f64 = 1.959_963_984_540_054;

/// A count out of a total, with the Wilson 95 % interval of the share behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// How many.
    pub count: u64,
    /// Out of how many.
    pub of: u64,
    /// The share, in percent; 0 if there is nothing to count.
    pub percent: f64,
    /// Lower end of the interval, in percent.
    pub low: f64,
    /// Upper end of the interval, in percent.
    pub high: f64,
}

impl Share {
    /// The share that `count` makes of `of`.
    pub fn new(count: u64, of: u64) -> Self {
        let (low, high) = wilson(count, of);
        Self {
            count,
            of,
            percent: 100.0 * ratio(count, of),
            low: 100.0 * low,
            high: 100.0 * high,
        }
    }

    /// It with its interval, in words: `12.5 % (9.8 to 15.7)`.
    pub fn told(&self) -> String {
        told(self.percent, self.low, self.high)
    }

    /// The same for a narrow column of percents: `12.5 (9.8–15.7)`.
    pub fn narrow(&self) -> String {
        let [percent, low, high] = figures(self.percent, self.low, self.high);
        format!("{percent} ({low}–{high})")
    }
}

/// A share with its interval, all in percent, in words: `0.0 % (0.0 to 0.4)`; without one where it is exact.
pub fn told(percent: f64, low: f64, high: f64) -> String {
    let [percent, low_end, high_end] = figures(percent, low, high);
    if low < high {
        format!("{percent} % ({low_end} to {high_end})")
    } else {
        format!("{percent} %")
    }
}

/// A share and the ends of its interval with as many decimals as tell the ends apart: one at least, since of what was
/// never seen among many the upper end is not nil.
pub fn figures(percent: f64, low: f64, high: f64) -> [String; 3] {
    let with = |decimals: usize| [percent, low, high].map(|value| format!("{value:.decimals$}"));
    let apart = (1..MOST_DECIMALS)
        .map(with)
        .find(|[_, low, high]| low != high);
    apart.unwrap_or_else(|| with(if low < high { MOST_DECIMALS } else { 1 }))
}

/// Decimals that a share is told with at most.
const MOST_DECIMALS: usize = 6;

/// The Wilson score interval, 95 %, of a share; everything is possible as long as nothing was counted.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts stay far below 2^52, where every integer is a float"
)]
pub fn wilson(count: u64, of: u64) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let n = of as f64;
    let p = count as f64 / n;
    let spread = Z * Z / n;
    let centre = (p + spread / 2.0) / (1.0 + spread);
    let half = Z * (p * (1.0 - p) / n + spread / (4.0 * n)).sqrt() / (1.0 + spread);
    // At the ends the formula is exact, but rounding is not.
    let low = if count == 0 { 0.0 } else { centre - half };
    let high = if count == of { 1.0 } else { centre + half };
    (low.max(0.0), high.min(1.0))
}

/// `count` out of `of` as a number from 0 to 1; 0 of nothing is 0.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts stay far below 2^52, where every integer is a float"
)]
pub fn ratio(count: u64, of: u64) -> f64 {
    if of == 0 {
        0.0
    } else {
        count as f64 / of as f64
    }
}

/// The sum and the sum of squares of integers, enough for mean and spread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    count: u64,
    sum: i64,
    squares: i128,
}

impl Moments {
    /// Takes in one number.
    pub fn add(&mut self, value: i64) {
        self.count += 1;
        self.sum += value;
        self.squares += i128::from(value) * i128::from(value);
    }

    /// Takes in all that another has taken in.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean; 0 of nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "sums of scores stay far below 2^52"
    )]
    pub fn mean(&self) -> f64 {
        if self.count == 0 {
            0.0
        } else {
            self.sum as f64 / self.count as f64
        }
    }

    /// The standard deviation, of the sample; 0 of fewer than two numbers.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the exact integer numerator is rounded once"
    )]
    pub fn deviation(&self) -> f64 {
        if self.count < 2 {
            return 0.0;
        }
        let (n, sum) = (i128::from(self.count), i128::from(self.sum));
        let numerator = (n * self.squares - sum * sum) as f64;
        (numerator / (n as f64 * (n - 1) as f64)).sqrt()
    }

    /// How many numbers were taken in.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The standard error of the mean; 0 of fewer than two numbers.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts stay far below 2^52, where every integer is a float"
    )]
    pub fn error(&self) -> f64 {
        if self.count < 2 {
            return 0.0;
        }
        self.deviation() / (self.count as f64).sqrt()
    }
}

/// How often each integer of 0..=100 occurred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    counts: [u64; 101],
    total: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self {
            counts: [0; 101],
            total: 0,
        }
    }
}

impl Histogram {
    /// Takes in one level; what lies outside 0..=100 counts as the nearest end.
    pub fn add(&mut self, level: i64) {
        let place = usize::try_from(level).unwrap_or(0).min(100);
        self.counts[place] += 1;
        self.total += 1;
    }

    /// Takes in all that another has taken in.
    pub fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
        self.total += other.total;
    }

    /// How many levels were taken in.
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// The smallest level that at least `percent` percent of all do not exceed; none of nothing.
    pub fn quantile(&self, percent: u64) -> Option<i64> {
        if self.total == 0 {
            return None;
        }
        let wanted = (self.total * percent).div_ceil(100).max(1);
        let mut seen = 0;
        for (level, count) in (0..).zip(&self.counts) {
            seen += count;
            if seen >= wanted {
                return Some(level);
            }
        }
        None
    }
}

/// Written by the levels that occurred.
impl Serialize for Histogram {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let counts = (0..).zip(&self.counts);
        let occurred: BTreeMap<u8, u64> = counts
            .filter(|(_, count)| **count > 0)
            .map(|(level, count)| (level, *count))
            .collect();
        occurred.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Histogram {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut histogram = Self::default();
        for (level, count) in BTreeMap::<u8, u64>::deserialize(from)? {
            let place = histogram.counts.get_mut(usize::from(level));
            *place.ok_or_else(|| serde::de::Error::custom("a level above 100"))? = count;
            histogram.total += count;
        }
        Ok(histogram)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: (f64, f64), b: (f64, f64)) {
        assert!(
            (a.0 - b.0).abs() < 5e-5 && (a.1 - b.1).abs() < 5e-5,
            "{a:?} is not {b:?}"
        );
    }

    #[test]
    fn wilson_gives_the_published_intervals() {
        // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3 (score, no correction).
        close(wilson(81, 263), (0.2553, 0.3662));
        close(wilson(15, 148), (0.0624, 0.1605));
        close(wilson(0, 20), (0.0, 0.1611));
        close(wilson(1, 29), (0.0061, 0.1718));
    }

    #[test]
    fn wilson_is_symmetric_and_never_leaves_the_unit_interval() {
        for of in 1..60 {
            for count in 0..=of {
                let (low, high) = wilson(count, of);
                let (mirrored_low, mirrored_high) = wilson(of - count, of);
                assert!(0.0 <= low && low <= ratio(count, of));
                assert!(ratio(count, of) <= high && high <= 1.0);
                close((low, high), (1.0 - mirrored_high, 1.0 - mirrored_low));
            }
        }
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }

    #[test]
    fn what_was_never_seen_among_many_is_not_told_as_impossible() {
        for (count, of, words) in [
            (0, 1000, "0.0 % (0.0 to 0.4)"),
            (1000, 1000, "100.0 % (99.6 to 100.0)"),
            (0, 100_000, "0.000 % (0.000 to 0.004)"),
            (81, 263, "30.8 % (25.5 to 36.6)"),
            (0, 0, "0.0 % (0.0 to 100.0)"),
        ] {
            assert_eq!(Share::new(count, of).told(), words);
        }
        assert_eq!(
            told(25.0, 25.0, 25.0),
            "25.0 %",
            "what is exact has no ends"
        );
    }

    #[test]
    fn quantiles_are_levels_that_occurred() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.quantile(50), None);
        for level in [10, 20, 20, 30, 100] {
            histogram.add(level);
        }
        let quantiles: Vec<_> = [0, 5, 20, 21, 50, 60, 61, 80, 95, 100]
            .map(|percent| histogram.quantile(percent).unwrap())
            .into();
        assert_eq!(quantiles, [10, 10, 10, 20, 20, 20, 30, 30, 100, 100]);
    }

    #[test]
    fn moments_give_mean_and_sample_deviation() {
        let mut left = Moments::default();
        let mut right = Moments::default();
        for x in [2, 4, 4, 4] {
            left.add(x);
        }
        for x in [5, 5, 7, 9] {
            right.add(x);
        }
        left.merge(&right);
        assert!((left.mean() - 5.0).abs() < 1e-12);
        assert!((left.deviation() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
    }
}
