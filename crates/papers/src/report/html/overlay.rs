//! Several stability curves over one another, told apart by hue, dash and label.

use maud::{Markup, html};

use crate::report::html::curve::{LEFT, PLOT_HEIGHT, PLOT_TOP, level_y, path};

const WIDTH: f64 = 860.0;
/// Room for the names at the right end.
const RIGHT: f64 = 200.0;
/// Curves that can be told apart; more are drawn alike.
const DISTINCT: usize = 8;
/// Height of a name at the right end.
const NAME: f64 = 14.0;
/// Characters of a name that have room.
const NAME_LENGTH: usize = 22;

/// A curve with its name.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Overlaid<'a> {
    /// Its name.
    pub(in crate::report) name: &'a str,
    /// Stability at STARTEX and after each closed move.
    pub(in crate::report) values: &'a [i64],
}

/// The chart.
pub(in crate::report) fn overlay(curves: &[Overlaid<'_>]) -> Markup {
    let longest = curves.iter().map(|curve| curve.values.len()).max();
    let moves = longest.unwrap_or(1).saturating_sub(1).max(1);
    let distinct = curves.len() <= DISTINCT;
    let x = |place: f64| LEFT + (WIDTH - LEFT - RIGHT) * place / number(moves);
    let every = (moves + 1).div_ceil(16).max(1);
    let names = if distinct { names(curves) } else { Vec::new() };
    let height = PLOT_TOP + PLOT_HEIGHT + 30.0;
    html! {
        figure {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-labelledby="overlay-title overlay-desc" {
                title id="overlay-title" { "Stability of the partnership, move by move, line by line" }
                desc id="overlay-desc" { (described(curves)) }
                @for level in (0..=100).step_by(20) {
                    @let y = level_y(level);
                    line.grid x1=(LEFT) x2=(WIDTH - RIGHT) y1=(format!("{y:.1}")) y2=(format!("{y:.1}")) {}
                    text x=(LEFT - 8.0) y=(format!("{:.1}", y + 4.0)) text-anchor="end" { (level) }
                }
                @for place in (0..=moves).step_by(every) {
                    text x=(format!("{:.1}", x(number(place)))) y=(PLOT_TOP + PLOT_HEIGHT + 18.0) text-anchor="middle" { (place) }
                }
                text x=(LEFT - 14.0) y=(PLOT_TOP + PLOT_HEIGHT + 18.0) text-anchor="end" { "move" }
                @for (place, curve) in curves.iter().enumerate() {
                    @let class = class(place, distinct);
                    @let points = (0..).map(number).zip(curve.values).map(|(place, value)| (x(place), level_y(*value)));
                    path class=(class) d=(path(points)) { title { (curve.name) } }
                    @if let Some(last) = curve.values.last() {
                        @let end = x(number(curve.values.len() - 1));
                        circle class=(class) cx=(format!("{end:.1}")) cy=(format!("{:.1}", level_y(*last))) r="3.5" { title { (curve.name) ": " (last) } }
                    }
                }
                @for (place, y) in names {
                    @let curve = &curves[place];
                    @let last = curve.values.last().copied().unwrap_or_default();
                    @let end = x(number(curve.values.len().saturating_sub(1)));
                    line.leader x1=(format!("{:.1}", end + 5.0)) x2=(format!("{:.1}", WIDTH - RIGHT + 8.0)) y1=(format!("{:.1}", level_y(last))) y2=(format!("{y:.1}")) {}
                    text class=(format!("{} name", class(place, distinct))) x=(format!("{:.1}", WIDTH - RIGHT + 12.0)) y=(format!("{:.1}", y + 4.0)) {
                        (last) " " (shortened(curve.name))
                    }
                }
            }
            figcaption {
                "Stability after each closed move, in points of 100; each line ends in a dot where its last move was closed."
                @if !distinct { " More than " (DISTINCT) " lines are drawn alike; point at one for its name, or see the table." }
            }
        }
    }
}

fn number(place: usize) -> f64 {
    u32::try_from(place).map_or(0.0, f64::from)
}

fn class(place: usize, distinct: bool) -> String {
    if distinct {
        format!("over over-{place}")
    } else {
        "over over-many".to_owned()
    }
}

/// Where the names stand: beside their ends, and never over one another.
fn names(curves: &[Overlaid<'_>]) -> Vec<(usize, f64)> {
    let mut names: Vec<(usize, f64)> = curves
        .iter()
        .enumerate()
        .filter_map(|(place, curve)| Some((place, level_y(*curve.values.last()?))))
        .collect();
    names.sort_by(|a, b| a.1.total_cmp(&b.1));
    let lowest = PLOT_TOP + PLOT_HEIGHT;
    let mut above = f64::NEG_INFINITY;
    for (_, y) in &mut names {
        *y = y.max(above + NAME);
        above = *y;
    }
    // What ran out at the bottom moves up again.
    let mut below = lowest + NAME;
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

fn described(curves: &[Overlaid<'_>]) -> String {
    let curve = |curve: &Overlaid<'_>| {
        let values: Vec<String> = curve.values.iter().map(i64::to_string).collect();
        format!("{}: {}", curve.name, values.join(", "))
    };
    let curves: Vec<String> = curves.iter().map(curve).collect();
    format!(
        "A line chart. Stability in points of 100, from STARTEX on. {}.",
        curves.join(". ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_apart_and_within_the_chart() {
        let values: Vec<Vec<i64>> = (0..8).map(|_| vec![60, 2]).collect();
        let curves: Vec<Overlaid<'_>> = values
            .iter()
            .map(|values| Overlaid { name: "x", values })
            .collect();
        let places = names(&curves);
        assert_eq!(places.len(), 8);
        assert!(
            places
                .windows(2)
                .all(|pair| pair[1].1 - pair[0].1 >= NAME - 0.01)
        );
        assert!(
            places
                .iter()
                .all(|(_, y)| *y <= PLOT_TOP + PLOT_HEIGHT + 0.01)
        );
        assert_eq!(shortened(&"界".repeat(30)).chars().count(), NAME_LENGTH);
    }
}
