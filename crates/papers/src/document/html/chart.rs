//! Curves as plain SVG: they follow the reader's light or dark scheme, and a screen reader meets a title
//! and a description.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::document::{Band, Chart, MarkRow};

const WIDTH: f64 = 860.0;
const TOP: f64 = 14.0;
const HEIGHT: f64 = 220.0;
const BOTTOM: f64 = TOP + HEIGHT;
const LEFT: f64 = 92.0;
/// Height of a row of signs.
const ROW: f64 = 20.0;
/// Curves that can be told apart; more are drawn alike.
const DISTINCT: usize = 8;
/// Height of a name at the right end.
const NAME: f64 = 14.0;
/// Characters of a name that have room.
const NAME_LENGTH: usize = 22;

fn number(value: i64) -> f64 {
    i32::try_from(value).map_or(0.0, f64::from)
}

pub(super) fn count(place: usize) -> f64 {
    u32::try_from(place).map_or(0.0, f64::from)
}

fn level_y(level: i64) -> f64 {
    TOP + HEIGHT * (1.0 - number(level) / 100.0)
}

/// Where moments lie from left to right.
#[derive(Clone, Copy)]
struct Axis {
    /// Room for the names at the right end, or little of it.
    right: f64,
    last: f64,
}

impl Axis {
    fn x(self, place: f64) -> f64 {
        LEFT + (WIDTH - LEFT - self.right) * place / self.last
    }

    fn path(self, values: &[i64]) -> String {
        path(
            (0..)
                .map(count)
                .zip(values)
                .map(|(place, value)| (self.x(place), level_y(*value))),
        )
    }
}

impl Axis {
    /// What lies between the edges of a band.
    fn area(self, band: &Band) -> String {
        let point = |(place, value): (usize, &i64)| (self.x(count(place)), level_y(*value));
        let there = band.high.iter().enumerate().map(point);
        let back = band.low.iter().enumerate().map(point).rev();
        format!("{}Z", path(there.chain(back)))
    }
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (place, (x, y)) in points.enumerate() {
        let letter = if place == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{x:.1} {y:.1}");
    }
    path
}

/// The curves of a chart with all that stands around them.
pub(super) fn chart(chart: &Chart) -> Markup {
    let last = chart.moments.len().saturating_sub(1).max(1);
    let alone = chart.curves.len() == 1;
    let axis = Axis {
        right: if alone { 26.0 } else { 200.0 },
        last: count(last),
    };
    let height = BOTTOM
        + 30.0
        + if chart.marks.is_empty() {
            0.0
        } else {
            10.0 + ROW * count(chart.marks.len())
        };
    let end = WIDTH - axis.right;
    html! {
        figure {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(chart.title) {
                title { (chart.title) }
                desc { (described(chart)) }
                @for level in (0..=100).step_by(20) {
                    @let y = level_y(level);
                    line.grid x1=(LEFT) x2=(end) y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
                    text x=(LEFT - 8.0) y=(format!("{:.1}", y + 4.0)) text-anchor="end" { (level) }
                }
                @for (level, name) in &chart.levels {
                    @let y = level_y(*level);
                    line.threshold x1=(LEFT) x2=(end) y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
                    text x=(LEFT + 4.0) y=(format!("{:.1}", y - 4.0)) { (name) " " (level) }
                }
                @for (place, moment) in chart.moments.iter().enumerate() {
                    @if is_labelled(chart, place) {
                        text x=(format!("{:.1}", axis.x(count(place)))) y=(BOTTOM + 18.0) text-anchor="middle" { (moment.label) }
                    }
                }
                text x=(LEFT - 14.0) y=(BOTTOM + 18.0) text-anchor="end" { "move" }
                @if alone { (single(chart, axis)) } @else { (several(chart, axis)) }
                @for (row, place) in chart.marks.iter().zip(0..) { (marks(row, axis, BOTTOM + 44.0 + ROW * count(place))) }
            }
            figcaption {
                (chart.caption)
                @if chart.curves.len() > DISTINCT { " More than " (DISTINCT) " lines are drawn alike; point at one for its name, or see the table." }
            }
        }
    }
}

fn is_labelled(chart: &Chart, place: usize) -> bool {
    let every = chart.moments.len().div_ceil(16).max(1);
    place.is_multiple_of(every) || (chart.curves.len() == 1 && place + 1 == chart.moments.len())
}

/// One curve with its values, and what lies behind it.
fn single(chart: &Chart, axis: Axis) -> Markup {
    let values = &chart.curves[0].values;
    html! {
        @for band in &chart.bands { path.band d=(axis.area(band)) { title { (band.name) } } }
        path.outlook d=(axis.path(&chart.behind)) {}
        path.curve d=(axis.path(values)) {}
        @for (place, (value, moment)) in values.iter().zip(&chart.moments).enumerate() {
            @let (x, y) = (axis.x(count(place)), level_y(*value));
            @let behind = chart.behind.get(place);
            circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="3.5" {
                title { (moment.words) ": " (value) @if let Some(behind) = behind { ", outlook " (behind) } }
            }
            @if is_labelled(chart, place) {
                @let y = label_y(y, behind.is_none_or(|behind| behind <= value));
                text.value x=(format!("{x:.1}")) y=(format!("{y:.1}")) text-anchor="middle" { (value) }
            }
        }
    }
}

/// The number stands above the curve, or beneath it where another runs above.
fn label_y(y: f64, free_above: bool) -> f64 {
    if (free_above || y > BOTTOM - 22.0) && y > TOP + 12.0 {
        y - 9.0
    } else {
        y + 18.0
    }
}

/// Curves over one another, told apart by hue, dash and name.
fn several(chart: &Chart, axis: Axis) -> Markup {
    let distinct = chart.curves.len() <= DISTINCT;
    let class = |place: usize| {
        if distinct {
            format!("over over-{place}")
        } else {
            "over over-many".to_owned()
        }
    };
    let end = |values: &[i64]| axis.x(count(values.len().saturating_sub(1)));
    let edge = WIDTH - axis.right;
    html! {
        @for (place, curve) in chart.curves.iter().enumerate() {
            path class=(class(place)) d=(axis.path(&curve.values)) { title { (curve.name) } }
            @if let Some(last) = curve.values.last() {
                circle class=(class(place)) cx=(format!("{:.1}", end(&curve.values))) cy=(format!("{:.1}", level_y(*last))) r="3.5" { title { (curve.name) ": " (last) } }
            }
        }
        @for (place, y) in names(chart).into_iter().filter(|_| distinct) {
            @let curve = &chart.curves[place];
            @let last = curve.values.last().copied().unwrap_or_default();
            line.leader x1=(format!("{:.1}", end(&curve.values) + 5.0)) x2=(format!("{:.1}", edge + 8.0)) y1=(format!("{:.1}", level_y(last))) y2=(format!("{y:.1}")) {}
            text class=(format!("{} name", class(place))) x=(format!("{:.1}", edge + 12.0)) y=(format!("{:.1}", y + 4.0)) { (last) " " (shortened(&curve.name)) }
        }
    }
}

/// Where the names stand: beside their ends, and never over one another.
fn names(chart: &Chart) -> Vec<(usize, f64)> {
    let ends = chart.curves.iter().enumerate();
    let mut names: Vec<(usize, f64)> = ends
        .filter_map(|(place, curve)| Some((place, level_y(*curve.values.last()?))))
        .collect();
    names.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut above = f64::NEG_INFINITY;
    for (_, y) in &mut names {
        *y = y.max(above + NAME);
        above = *y;
    }
    // What ran out at the bottom moves up again.
    let mut below = BOTTOM + NAME;
    for (_, y) in names.iter_mut().rev() {
        *y = y.min(below - NAME);
        below = *y;
    }
    names
}

/// A name that has room; the whole one is in the table.
fn shortened(name: &str) -> String {
    let mut short: String = name.chars().take(NAME_LENGTH).collect();
    if short.len() < name.len() {
        short.pop();
        short.push('…');
    }
    short
}

fn marks(row: &MarkRow, axis: Axis, y: f64) -> Markup {
    let y = format!("{y:.1}");
    html! {
        text x=(LEFT - 8.0) y=(y) text-anchor="end" { (row.name) }
        @for (place, words) in &row.marks {
            text class=(format!("mark {}", row.tone.class())) x=(format!("{:.1}", axis.x(*place))) y=(y) text-anchor="middle" {
                (row.sign) title { (words) }
            }
        }
    }
}

fn described(chart: &Chart) -> String {
    let curves = chart.curves.iter().map(|curve| {
        let values = chart.moments.iter().zip(&curve.values);
        let values: Vec<String> = values
            .map(|(moment, value)| format!("{} {value}", moment.words))
            .collect();
        format!("{}: {}", curve.name, values.join(", "))
    });
    let bands = chart.bands.iter().map(|band| {
        let edges = chart.moments.iter().zip(band.low.iter().zip(&band.high));
        let edges = edges.map(|(moment, (low, high))| format!("{} {low} to {high}", moment.words));
        format!("{}: {}", band.name, edges.collect::<Vec<_>>().join(", "))
    });
    let curves: Vec<String> = curves.chain(bands).collect();
    format!("A line chart in points of 100. {}.", curves.join(". "))
}

/// A small curve for a row of a table; the scale is the gauge's own where it is no level.
pub(super) fn spark(values: &[i64], level: bool) -> Markup {
    const WIDE: f64 = 136.0;
    const HIGH: f64 = 26.0;
    let (low, high) = if level {
        (0.0, 100.0)
    } else {
        let low = values.iter().copied().min().unwrap_or(0).min(0);
        let high = values.iter().copied().max().unwrap_or(1).max(low + 1);
        (number(low), number(high))
    };
    let last = count(values.len().saturating_sub(1)).max(1.0);
    let points = (0..).map(count).zip(values).map(|(place, value)| {
        let y = 3.0 + (HIGH - 6.0) * (1.0 - (number(*value) - low) / (high - low));
        (3.0 + (WIDE - 6.0) * place / last, y)
    });
    let points: Vec<(f64, f64)> = points.collect();
    html! {
        svg.spark viewBox=(format!("0 0 {WIDE} {HIGH}")) aria-hidden="true" {
            path.curve d=(path(points.iter().copied())) {}
            @if let Some((x, y)) = points.last() { circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="2.5" {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Curve;

    #[test]
    fn names_keep_apart_and_within_the_chart() {
        let curve = Curve {
            name: "x".to_owned(),
            values: vec![60, 2],
        };
        let chart = Chart {
            curves: vec![curve; 8],
            ..Chart::default()
        };
        let places = names(&chart);
        assert_eq!(places.len(), 8);
        assert!(
            places
                .windows(2)
                .all(|pair| pair[1].1 - pair[0].1 >= NAME - 0.01)
        );
        assert!(places.iter().all(|(_, y)| *y <= BOTTOM + 0.01));
        assert_eq!(shortened(&"界".repeat(30)).chars().count(), NAME_LENGTH);
    }
}
