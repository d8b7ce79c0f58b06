//! The stability curve with what happened beneath it, and small curves for tables.

use std::fmt::Write as _;

use maud::{Markup, html};

use crate::report::Aar;
use crate::report::model::Course;

const WIDTH: f64 = 860.0;
pub(super) const PLOT_TOP: f64 = 14.0;
pub(super) const PLOT_HEIGHT: f64 = 220.0;
pub(super) const LEFT: f64 = 92.0;
const RIGHT: f64 = 26.0;
const ROW: f64 = 20.0;

fn number(value: i64) -> f64 {
    i32::try_from(value).map_or(0.0, f64::from)
}

pub(super) fn level_y(level: i64) -> f64 {
    PLOT_TOP + PLOT_HEIGHT * (1.0 - number(level) / 100.0)
}

/// Places on the time axis: closed moves at whole numbers, entries between them by their order.
struct Axis {
    /// The entry of each point, and its place.
    points: Vec<(u64, f64)>,
    last: f64,
}

impl Axis {
    fn new(course: &Course) -> Self {
        let places = (0_u32..).map(f64::from);
        let points: Vec<(u64, f64)> = course
            .points
            .iter()
            .map(|point| point.entry)
            .zip(places)
            .collect();
        let last = points.last().map_or(1.0, |(_, place)| place.max(1.0));
        Self { points, last }
    }

    fn x(&self, place: f64) -> f64 {
        LEFT + (WIDTH - LEFT - RIGHT) * place / self.last
    }

    /// Where an entry lies between the points around it.
    fn of_entry(&self, entry: u64) -> f64 {
        let after = self.points.partition_point(|(number, _)| *number < entry);
        let (Some(before), Some(next)) = (
            after
                .checked_sub(1)
                .and_then(|place| self.points.get(place)),
            self.points.get(after),
        ) else {
            return self.x(self
                .points
                .get(after)
                .map_or(self.last, |(_, place)| *place));
        };
        let span = u32::try_from(next.0 - before.0)
            .map_or(1.0, f64::from)
            .max(1.0);
        let way = u32::try_from(entry - before.0).map_or(0.0, f64::from);
        self.x(before.1 + (next.1 - before.1) * way / span)
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

/// A row of signs beneath the curve.
struct Row {
    name: &'static str,
    sign: &'static str,
    class: &'static str,
    /// Entries with what to say of each.
    marks: Vec<(u64, String)>,
}

fn rows(aar: &Aar) -> Vec<Row> {
    let of_kind = |kinds: &[&str]| -> Vec<(u64, String)> {
        let marks = aar.course.marks.iter();
        marks
            .filter(|mark| kinds.contains(&mark.kind))
            .map(|mark| (mark.entry, mark.text.clone()))
            .collect()
    };
    let mut turning: Vec<(u64, String)> = aar
        .turning_points
        .points
        .iter()
        .map(|point| (point.entry, point.sentence.clone()))
        .collect();
    turning.sort();
    let overrides = aar.overrides.lines.iter();
    let row = |name, sign, class, marks| Row {
        name,
        sign,
        class,
        marks,
    };
    let rows = [
        row("turning point", "◆", "mark", turning),
        row("red line", "▲", "mark danger", of_kind(&["red-line"])),
        row("crisis", "✚", "mark danger", of_kind(&["crisis"])),
        row(
            "override",
            "✎",
            "mark white-cell",
            overrides
                .map(|line| (line.entry, format!("{}: {}", line.about, line.ruled)))
                .collect(),
        ),
        row("bookmark", "⚑", "mark", of_kind(&["bookmark"])),
        row("undo", "↶", "mark", of_kind(&["undo"])),
    ];
    rows.into_iter()
        .filter(|row| !row.marks.is_empty())
        .collect()
}

/// The stability curve with what happened beneath it.
pub(super) fn stability(aar: &Aar) -> Markup {
    let course = &aar.course;
    let axis = Axis::new(course);
    let rows = rows(aar);
    let rows_top = PLOT_TOP + PLOT_HEIGHT + 40.0;
    let places = || (0_u32..).map(f64::from);
    let height = rows_top + ROW * f64::from(u32::try_from(rows.len()).unwrap_or(0));
    let stability = path(
        course
            .points
            .iter()
            .zip(places())
            .map(|(point, place)| (axis.x(place), level_y(point.stability))),
    );
    let outlook = path(
        course
            .points
            .iter()
            .zip(places())
            .map(|(point, place)| (axis.x(place), level_y(point.outlook))),
    );
    let every = course.points.len().div_ceil(16).max(1);
    html! {
        figure {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-labelledby="curve-title curve-desc" {
                title id="curve-title" { "Stability of the partnership, move by move" }
                desc id="curve-desc" { (described(course)) }
                @for level in (0..=100).step_by(20) {
                    @let y = level_y(level);
                    line.grid x1=(LEFT) x2=(WIDTH - RIGHT) y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
                    text x=(LEFT - 8.0) y=(format!("{:.1}", y + 4.0)) text-anchor="end" { (level) }
                }
                @for threshold in &course.thresholds {
                    @let y = level_y(threshold.level);
                    line.threshold x1=(LEFT) x2=(WIDTH - RIGHT) y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
                    text x=(LEFT + 4.0) y=(format!("{:.1}", y - 4.0)) { (threshold.name) " " (threshold.level) }
                }
                path.outlook d=(outlook) {}
                path.curve d=(stability) {}
                @for ((place, point), x) in course.points.iter().enumerate().zip(places()) {
                    @let x = axis.x(x);
                    @let y = level_y(point.stability);
                    circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="3.5" {
                        title { (point_words(point.move_number, point.closed)) ": stability " (point.stability) ", outlook " (point.outlook) }
                    }
                    @if place % every == 0 || place + 1 == course.points.len() {
                        text.value x=(format!("{x:.1}")) y=(format!("{:.1}", label_y(y, point))) text-anchor="middle" { (point.stability) }
                        text x=(format!("{x:.1}")) y=(PLOT_TOP + PLOT_HEIGHT + 18.0) text-anchor="middle" {
                            (point.move_number) @if !point.closed { "…" }
                        }
                    }
                }
                text x=(LEFT - 14.0) y=(PLOT_TOP + PLOT_HEIGHT + 18.0) text-anchor="end" { "move" }
                @for (row, place) in rows.iter().zip(places()) {
                    @let y = rows_top + ROW * place + 4.0;
                    text x=(LEFT - 8.0) y=(format!("{y:.1}")) text-anchor="end" { (row.name) }
                    @for (entry, words) in &row.marks {
                        text class=(row.class) x=(format!("{:.1}", axis.of_entry(*entry))) y=(format!("{y:.1}")) text-anchor="middle" {
                            (row.sign) title { (words) " [" (entry) "]" }
                        }
                    }
                }
            }
            figcaption {
                "Solid: stability after each move, in points of 100. Dashed: outlook, stability and what supports it, weighted 1 to 2."
            }
        }
    }
}

/// The number stands above the curve, or beneath it where outlook runs above.
fn label_y(y: f64, point: &crate::report::model::Point) -> f64 {
    let above = point.outlook <= point.stability || y > PLOT_TOP + PLOT_HEIGHT - 22.0;
    if above && y > PLOT_TOP + 12.0 {
        y - 9.0
    } else {
        y + 18.0
    }
}

fn point_words(move_number: u32, closed: bool) -> String {
    match (move_number, closed) {
        (0, _) => "STARTEX".to_owned(),
        (number, true) => format!("after move {number}"),
        (number, false) => format!("in move {number}"),
    }
}

fn described(course: &Course) -> String {
    let values: Vec<String> = course
        .points
        .iter()
        .map(|point| {
            format!(
                "{} {}",
                point_words(point.move_number, point.closed),
                point.stability
            )
        })
        .collect();
    format!(
        "A line chart. Stability in points of 100: {}.",
        values.join(", ")
    )
}

/// A small curve for a row of a table; the scale is the gauge's own where it has none.
pub(super) fn small(values: &[i64], zero_to_hundred: bool) -> Markup {
    const WIDE: f64 = 136.0;
    const HIGH: f64 = 26.0;
    let (low, high) = if zero_to_hundred {
        (0.0, 100.0)
    } else {
        let low = values.iter().copied().min().unwrap_or(0).min(0);
        let high = values.iter().copied().max().unwrap_or(1).max(low + 1);
        (number(low), number(high))
    };
    let last = u32::try_from(values.len().saturating_sub(1))
        .map_or(1.0, f64::from)
        .max(1.0);
    let point = |(value, place): (&i64, f64)| {
        let y = 3.0 + (HIGH - 6.0) * (1.0 - (number(*value) - low) / (high - low));
        (3.0 + (WIDE - 6.0) * place / last, y)
    };
    let points: Vec<(f64, f64)> = values
        .iter()
        .zip((0_u32..).map(f64::from))
        .map(point)
        .collect();
    html! {
        svg viewBox=(format!("0 0 {WIDE} {HIGH}")) aria-hidden="true" {
            path.curve d=(path(points.iter().copied())) {}
            @if let Some((x, y)) = points.last() {
                circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="2.5" {}
            }
        }
    }
}
