//! The curve of stability for a narrow screen, as plain SVG that follows the reader's light or dark scheme.

use std::fmt::Write as _;

use maud::{Markup, html};
use unequal_tui::wall::scene::Scene;

const WIDTH: f64 = 340.0;
const LEFT: f64 = 26.0;
const RIGHT: f64 = 330.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 150.0;
/// Labels at most on the axis of moves.
const LABELS: usize = 8;

fn number(value: i64) -> f64 {
    i32::try_from(value).map_or(0.0, f64::from)
}

fn count(place: usize) -> f64 {
    u32::try_from(place).map_or(0.0, f64::from)
}

fn y(level: i64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * number(level.clamp(0, 100)) / 100.0
}

/// Where moments lie: closed moves, and half a move on what is being played.
struct Axis(f64);

impl Axis {
    fn x(&self, place: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * place / self.0
    }
}

/// The curve, with a sentence for those who do not see it.
pub(crate) fn curve(scene: &Scene<'_>) -> Markup {
    let closed = scene.path.len().saturating_sub(1);
    let moves = scene.moves.max(closed + usize::from(scene.underway)).max(1);
    let axis = Axis(count(moves));
    let mut points: Vec<(f64, i64)> = (0..).map(count).zip(scene.path.iter().copied()).collect();
    if scene.underway {
        points.push((count(closed) + 0.5, scene.now));
    }
    let mut path = String::new();
    for (place, level) in &points {
        let letter = if path.is_empty() { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{:.1} {:.1}", axis.x(*place), y(*level));
    }
    let every = moves.div_ceil(LABELS).max(1);
    html! {
        svg.curve viewBox=(format!("0 0 {WIDTH} 170")) role="img" aria-label=(told(scene)) {
            @for level in [0, 50, 100] {
                line.grid x1=(LEFT) x2=(RIGHT) y1=(one(y(level))) y2=(one(y(level))) {}
                text x=(LEFT - 5.0) y=(one(y(level) + 4.0)) text-anchor="end" { (level) }
            }
            @for threshold in &scene.thresholds {
                line.threshold x1=(LEFT) x2=(RIGHT) y1=(one(y(threshold.at))) y2=(one(y(threshold.at))) {}
                text x=(RIGHT) y=(one(y(threshold.at) - 4.0)) text-anchor="end" { (threshold.word) }
            }
            @for place in (0..=moves).step_by(every) {
                text x=(one(axis.x(count(place)))) y=(one(BOTTOM + 15.0)) text-anchor="middle" { (place) }
            }
            @for mark in &scene.marks {
                text.mark x=(one(axis.x(count(mark.move_number)))) y=(one(BOTTOM - 3.0)) text-anchor="middle" { (mark.sign) }
            }
            path d=(path) {}
            @if let Some((place, level)) = points.last() {
                circle cx=(one(axis.x(*place))) cy=(one(y(*level))) r="4.5" {}
            }
        }
    }
}

/// With one digit behind the point: more is nothing that can be seen.
fn one(value: f64) -> String {
    format!("{value:.1}")
}

/// The same in words.
fn told(scene: &Scene<'_>) -> String {
    let levels: Vec<String> = scene.path.iter().map(ToString::to_string).collect();
    format!(
        "Stability from STARTEX on, move by move: {}; now {}",
        levels.join(", "),
        scene.now
    )
}
