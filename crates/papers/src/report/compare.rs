//! Lines of play side by side, drawn: as text for terminals, as one HTML page, as JSON.

mod html;
mod text;

use crate::report::words::count;
use unequal_session::compare::{Comparison, LineFacts};
use unequal_session::telling::signed;

pub use html::html;
pub use text::text;

/// The comparison as one JSON document.
///
/// # Panics
///
/// Never: the model is plain data with text keys.
pub fn json(comparison: &Comparison) -> String {
    let mut text = serde_json::to_string_pretty(comparison).expect("the model is plain data");
    text.push('\n');
    text
}

/// What a line came to, in a few words each.
fn came_to(line: &LineFacts) -> Vec<String> {
    let start = line.curve.first().copied().unwrap_or(line.stability);
    let moves = usize::try_from(line.moves).unwrap_or(usize::MAX);
    let mut words = vec![
        format!("{} closed", count(moves, "move", "moves")),
        format!(
            "stability {start} → {} ({})",
            line.stability,
            signed(line.stability - start)
        ),
        match &line.ending {
            Some(ending) => format!(
                "ended: {}, aims met {} and {}",
                ending.title, ending.patron, ending.client
            ),
            None => format!("not ended, at entry {}", line.end),
        },
        overruled(line),
    ];
    words.push(format!(
        "{} of {} with a reason",
        line.with_reasons,
        count(line.decisions, "decision", "decisions")
    ));
    words
}

/// What the white cell did to a line.
fn overruled(line: &LineFacts) -> String {
    let overrides = count(line.overrides, "override", "overrides");
    match (line.overrides_moved, line.overrides_share) {
        (Some(moved), Some(share)) if line.overrides > 0 => format!(
            "{overrides}, {} of the change ({} %)",
            signed(moved),
            format!("{share:.0}").replace('-', "−")
        ),
        _ => overrides,
    }
}

/// Where the lines part, as a heading.
fn parting(comparison: &Comparison) -> String {
    let steps = |number| count(number, "step", "steps");
    match (&comparison.divergence, comparison.shared) {
        (None, shared) => format!("The lines are the same: {}.", steps(shared)),
        (Some(divergence), 0) => {
            format!("They part at the first step, phase {}", divergence.phase)
        }
        (Some(divergence), shared) => format!(
            "They share {} and part in move {}, phase {}",
            steps(shared),
            divergence.move_number,
            divergence.phase
        ),
    }
}
