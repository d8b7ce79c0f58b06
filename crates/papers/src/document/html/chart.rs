//! Curves as plain SVG: they follow the reader's light or dark scheme, and a screen reader meets a title
//! and a description.

mod axis;

use maud::{Markup, html};

use crate::document::chart as document_chart;
use crate::document::chart::Levels;
use crate::document::{Chart, MarkRow};

pub(super) use axis::count;
use axis::{Axis, BOTTOM, INSET, NARROW, Shape, TOP, WIDE, keep_apart, number, path};

/// Between two signs of a row.
const SIGN: f64 = 15.0;
/// Height of a row of signs.
const ROW: f64 = 20.0;
/// Curves that can be told apart; more are drawn alike.
const DISTINCT: usize = 8;
/// Height of a name at the right end.
const NAME: f64 = 14.0;

/// The curves of a chart with all that stands around them, for wide and for narrow pages: the style shows one of both.
pub(super) fn chart(chart: &Chart) -> Markup {
    let scale = Levels::of(chart);
    html! {
        figure {
            (drawn(chart, scale, &WIDE))
            (drawn(chart, scale, &NARROW))
            figcaption {
                (chart.caption)
                @if (scale.low, scale.high) != (0, 100) { " The scale runs from " (scale.low) " to " (scale.high) "." }
                @if chart.curves.len() > DISTINCT { " More than " (DISTINCT) " lines are drawn alike; point at one for its name, or see the table." }
            }
        }
    }
}

fn drawn(chart: &Chart, scale: Levels, shape: &Shape) -> Markup {
    let alone = chart.curves.len() == 1;
    let axis = Axis {
        left: shape.left,
        end: shape.width - if alone { 26.0 } else { shape.names },
        last: count(chart.moments.len().saturating_sub(1).max(1)),
        every: chart.moments.len().div_ceil(shape.numbers).max(1),
        scale,
    };
    let height = BOTTOM
        + 30.0
        + if chart.marks.is_empty() {
            0.0
        } else {
            10.0 + ROW * count(chart.marks.len())
        };
    let (left, end) = (axis.left, axis.end);
    html! {
        svg class=(shape.class) viewBox=(format!("0 0 {} {height}", shape.width)) role="img" aria-label=(chart.title) {
            title { (chart.title) }
            desc { (described(chart)) }
            @for level in scale.grid() {
                @let y = axis.y(level);
                line.grid x1=(left) x2=(end) y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
                text x=(left - 8.0) y=(format!("{:.1}", y + 4.0)) text-anchor="end" { (level) }
            }
            @for (level, _) in chart.levels.iter().filter(|(level, _)| scale.has(*level)) {
                @let y = axis.y(*level);
                line.threshold x1=(left) x2=(end) y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
            }
            // Words and numbers stand over all lines, on the ground that their style puts around them.
            @for (level, name) in chart.levels.iter().filter(|(level, _)| scale.has(*level)) {
                text.level x=(left + 4.0) y=(format!("{:.1}", axis.y(*level) - 4.0)) { (name) " " (level) }
            }
            @for (place, moment) in chart.moments.iter().enumerate() {
                @if is_labelled(chart, axis, place) {
                    text x=(format!("{:.1}", axis.x(count(place)))) y=(BOTTOM + 18.0) text-anchor="middle" { (moment.label) }
                }
            }
            text x=(left - 8.0) y=(BOTTOM + 18.0) text-anchor="end" { "move" }
            @if alone { (single(chart, axis)) } @else { (several(chart, axis, shape)) }
            @for (row, place) in chart.marks.iter().zip(0..) { (marks(row, axis, BOTTOM + 44.0 + ROW * count(place))) }
        }
    }
}

/// Whether a moment has its number, and a single curve that of its value: as many as have room, and the last.
fn is_labelled(chart: &Chart, axis: Axis, place: usize) -> bool {
    let last = chart.moments.len().saturating_sub(1);
    if chart.curves.len() == 1 && place == last {
        return true;
    }
    let too_near = chart.curves.len() == 1 && last - place < axis.every;
    place.is_multiple_of(axis.every) && !too_near
}

/// One curve with its values, and what lies behind it.
fn single(chart: &Chart, axis: Axis) -> Markup {
    let values = &chart.curves[0].values;
    html! {
        @for band in &chart.bands { path.band d=(axis.area(band)) { title { (band.name) } } }
        path.outlook d=(axis.path(&chart.behind)) {}
        path.curve d=(axis.path(values)) {}
        @for (place, (value, moment)) in values.iter().zip(&chart.moments).enumerate() {
            @let (x, y) = (axis.x(count(place)), axis.y(*value));
            @let behind = chart.behind.get(place);
            circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="3.5" {
                title { (moment.words) ": " (value) @if let Some(behind) = behind { ", outlook " (behind) } }
            }
            @if is_labelled(chart, axis, place) {
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
fn several(chart: &Chart, axis: Axis, shape: &Shape) -> Markup {
    let distinct = chart.curves.len() <= DISTINCT;
    let class = |place: usize| {
        if distinct {
            format!("over over-{place}")
        } else {
            "over over-many".to_owned()
        }
    };
    let end = |values: &[i64]| axis.x(count(values.len().saturating_sub(1)));
    let edge = axis.end;
    html! {
        @for (place, curve) in chart.curves.iter().enumerate() {
            path class=(class(place)) d=(axis.path(&curve.values)) { title { (curve.name) } }
            @if let Some(last) = curve.values.last() {
                circle class=(class(place)) cx=(format!("{:.1}", end(&curve.values))) cy=(format!("{:.1}", axis.y(*last))) r="3.5" { title { (curve.name) ": " (last) } }
            }
        }
        @for (place, y) in names(chart, axis.scale).into_iter().filter(|_| distinct) {
            @let curve = &chart.curves[place];
            @let last = curve.values.last().copied().unwrap_or_default();
            line.leader x1=(format!("{:.1}", end(&curve.values) + 5.0)) x2=(format!("{:.1}", edge + 8.0)) y1=(format!("{:.1}", axis.y(last))) y2=(format!("{y:.1}")) {}
            text class=(format!("{} name", class(place))) x=(format!("{:.1}", edge + 12.0)) y=(format!("{:.1}", y + 4.0)) { (last) " " (shortened(&curve.name, shape.name_length)) }
        }
    }
}

/// Where the names stand: beside their ends, and never over one another.
fn names(chart: &Chart, scale: Levels) -> Vec<(usize, f64)> {
    let ends = chart.curves.iter().enumerate();
    let mut names: Vec<(usize, f64)> = ends
        .filter_map(|(place, curve)| Some((place, scale.y(*curve.values.last()?))))
        .collect();
    names.sort_by(|a, b| a.1.total_cmp(&b.1));
    keep_apart(names.iter_mut().map(|(_, y)| y), NAME, BOTTOM);
    names
}

/// A name that has room; the whole one is in the table.
fn shortened(name: &str, length: usize) -> String {
    let mut short: String = name.chars().take(length).collect();
    if short.len() < name.len() {
        short.pop();
        short.push('…');
    }
    short
}

fn marks(row: &MarkRow, axis: Axis, y: f64) -> Markup {
    let y = format!("{y:.1}");
    let mut marks: Vec<(f64, usize)> = (0..)
        .zip(&row.marks)
        .map(|(n, mark)| (axis.x(mark.0), n))
        .collect();
    marks.sort_by(|a, b| a.0.total_cmp(&b.0));
    keep_apart(marks.iter_mut().map(|(x, _)| x), SIGN, axis.end + INSET);
    html! {
        text x=(axis.left - 8.0) y=(y) text-anchor="end" { (row.name) }
        @for (x, n) in marks {
            text class=(format!("mark {}", row.tone.class())) x=(format!("{x:.1}")) y=(y) text-anchor="middle" {
                @if row.is_numbered { (n + 1) } @else { (row.sign) } title { (row.marks[n].1) }
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

/// A small curve for a row of a table, on a scale of its own.
pub(super) fn spark(values: &[i64], level: bool) -> Markup {
    const WIDE: f64 = 136.0;
    const HIGH: f64 = 26.0;
    let (low, high) = document_chart::spark_scale(values, level);
    let (low, high) = (number(low), number(high));
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
    use crate::document::{Curve, Moment};

    fn alone(values: &[i64]) -> Chart {
        let curve = Curve {
            name: "x".to_owned(),
            values: values.to_vec(),
        };
        Chart {
            curves: vec![curve],
            moments: vec![
                Moment {
                    label: "n".to_owned(),
                    words: "then".to_owned()
                };
                values.len()
            ],
            ..Chart::default()
        }
    }

    #[test]
    fn numbers_on_the_axis_keep_apart_and_the_last_moment_has_one() {
        for moments in 1..60 {
            let chart = alone(&vec![50; moments]);
            let axis = Axis {
                left: 0.0,
                end: 1.0,
                last: 1.0,
                every: moments.div_ceil(8),
                scale: Levels::WHOLE,
            };
            let labelled: Vec<usize> = (0..moments)
                .filter(|n| is_labelled(&chart, axis, *n))
                .collect();
            assert_eq!(labelled.last(), Some(&(moments - 1)));
            let gaps = labelled.windows(2).map(|pair| pair[1] - pair[0]);
            assert!(
                gaps.min().is_none_or(|least| least >= axis.every),
                "{moments}: {labelled:?}"
            );
        }
    }

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
        let places = names(&chart, Levels::of(&chart));
        assert_eq!(places.len(), 8);
        assert!(
            places
                .windows(2)
                .all(|pair| pair[1].1 - pair[0].1 >= NAME - 0.01)
        );
        assert!(places.iter().all(|(_, y)| *y <= BOTTOM + 0.01));
        assert_eq!(shortened(&"界".repeat(30), 22).chars().count(), 22);
    }
}
