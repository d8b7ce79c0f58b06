//! Where things lie in a chart: how wide it is drawn, between which levels, and what keeps apart.

use std::fmt::Write as _;

use crate::document::Band;
use crate::document::chart::Levels;

pub(super) const TOP: f64 = 14.0;
const HEIGHT: f64 = 220.0;
pub(super) const BOTTOM: f64 = TOP + HEIGHT;
/// Between the scale and the first value, whose number stands over it.
pub(super) const INSET: f64 = 16.0;

/// How wide a chart is drawn; its letters have the same size in all.
pub(super) struct Shape {
    pub(super) class: &'static str,
    pub(super) width: f64,
    pub(super) left: f64,
    /// How many numbers have room on the axis.
    pub(super) numbers: usize,
    /// Room for names at the right end.
    pub(super) names: f64,
    /// Characters of a name that have room.
    pub(super) name_length: usize,
}

/// For a page and for paper.
pub(super) const WIDE: Shape = Shape {
    class: "wide",
    width: 860.0,
    left: 92.0,
    numbers: 16,
    names: 200.0,
    name_length: 22,
};
/// For a phone, and for half a page.
pub(super) const NARROW: Shape = Shape {
    class: "narrow",
    width: 430.0,
    left: 94.0,
    numbers: 8,
    names: 110.0,
    name_length: 11,
};

pub(super) fn number(value: i64) -> f64 {
    i32::try_from(value).map_or(0.0, f64::from)
}

pub(in crate::document::html) fn count(place: usize) -> f64 {
    u32::try_from(place).map_or(0.0, f64::from)
}

impl Levels {
    pub(super) fn y(self, level: i64) -> f64 {
        TOP + HEIGHT * number(self.high - level) / number(self.high - self.low)
    }

    pub(super) fn grid(self) -> impl Iterator<Item = i64> {
        let step = if self.high - self.low > 60 { 20 } else { 10 };
        (0..=100)
            .step_by(step)
            .filter(move |level| self.has(*level))
    }
}

/// Where moments lie from left to right, and levels from top to bottom.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    pub(super) left: f64,
    /// Where the names begin, if there are any.
    pub(super) end: f64,
    pub(super) last: f64,
    /// How many moments stand from one with a number to the next.
    pub(super) every: usize,
    pub(super) scale: Levels,
}

impl Axis {
    pub(super) fn x(self, place: f64) -> f64 {
        let left = self.left + INSET;
        left + (self.end - left) * place / self.last
    }

    pub(super) fn y(self, level: i64) -> f64 {
        self.scale.y(level)
    }

    pub(super) fn path(self, values: &[i64]) -> String {
        path(
            (0..)
                .map(count)
                .zip(values)
                .map(|(place, value)| (self.x(place), self.y(*value))),
        )
    }

    /// What lies between the edges of a band.
    pub(super) fn area(self, band: &Band) -> String {
        let point = |(place, value): (usize, &i64)| (self.x(count(place)), self.y(*value));
        let there = band.high.iter().enumerate().map(point);
        let back = band.low.iter().enumerate().map(point).rev();
        format!("{}Z", path(there.chain(back)))
    }
}

pub(super) fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (place, (x, y)) in points.enumerate() {
        let letter = if place == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{x:.1} {y:.1}");
    }
    path
}

/// Moves places that rise so far on that none is nearer to the next than `gap`, and what ran out over `end` back.
pub(super) fn keep_apart<'a>(places: impl Iterator<Item = &'a mut f64>, gap: f64, end: f64) {
    let mut places: Vec<&mut f64> = places.collect();
    let mut before = f64::NEG_INFINITY;
    for place in &mut places {
        **place = place.max(before + gap);
        before = **place;
    }
    let mut after = end + gap;
    for place in places.iter_mut().rev() {
        **place = place.min(after - gap);
        after = **place;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Chart, Curve};

    #[test]
    fn a_scale_shows_the_story_and_makes_little_of_little() {
        for (values, low, high) in [
            (vec![64, 35], 30, 70),
            (vec![50, 51], 50, 90),
            (vec![0, 100], 0, 100),
            (vec![97, 100], 60, 100),
            (vec![], 0, 100),
        ] {
            let scale = Levels::of(&alone(values.clone()));
            assert_eq!((scale.low, scale.high), (low, high), "{values:?}");
        }
        let beside_others = Chart {
            is_whole: true,
            ..alone(vec![64, 35])
        };
        assert_eq!(Levels::of(&beside_others).high, 100);
    }

    fn alone(values: Vec<i64>) -> Chart {
        let name = "x".to_owned();
        Chart {
            curves: vec![Curve { name, values }],
            ..Chart::default()
        }
    }
}
