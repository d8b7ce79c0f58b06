//! Lines of play side by side as plain text, with drawn curves.

use std::fmt::Write as _;

use crate::report::chart::{Curve, chart, sign};
use crate::report::compare::{came_to, parting};
use unequal_session::compare::{Cell, Comparison, Row};

/// The comparison as text for terminals and screen readers.
pub fn text(comparison: &Comparison) -> String {
    let mut out = String::new();
    for (place, line) in comparison.lines.iter().enumerate() {
        let _ = writeln!(
            out,
            "{} {}: {}",
            sign(place),
            line.name,
            came_to(line).join("; ")
        );
    }
    settings(&mut out, comparison);
    curves(&mut out, comparison);
    let parting = parting(comparison);
    let _ = match &comparison.divergence {
        Some(divergence) => writeln!(out, "\n{parting}.\n{}", divergence.sentence),
        None => writeln!(out, "\n{parting}"),
    };
    let mut in_move = None;
    for row in &comparison.rows {
        if in_move != Some(row.move_number) {
            let _ = writeln!(out, "\nMove {}", row.move_number);
            in_move = Some(row.move_number);
        }
        let _ = writeln!(out, "  {}", row.phase);
        acts(&mut out, row);
    }
    out
}

fn settings(out: &mut String, comparison: &Comparison) {
    if comparison.settings.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nNot the same before the first act:");
    for setting in &comparison.settings {
        let values = setting.values.iter().enumerate();
        let values: Vec<String> = values
            .map(|(place, value)| format!("{} {value}", sign(place)))
            .collect();
        let _ = writeln!(out, "  {}: {}", setting.what, values.join("  "));
        if let Some(warning) = setting.warning {
            let _ = writeln!(out, "    warning: {warning}");
        }
    }
}

fn curves(out: &mut String, comparison: &Comparison) {
    let curves: Vec<Curve> = comparison
        .lines
        .iter()
        .enumerate()
        .map(|(place, line)| Curve {
            sign: sign(place),
            name: line.name.clone(),
            values: line.curve.clone(),
        })
        .collect();
    let _ = writeln!(out, "\nStability after each move, in points of 100");
    for line in chart(&curves, 5, 4) {
        let _ = writeln!(out, "{line}");
    }
}

fn acts(out: &mut String, row: &Row) {
    if row.same {
        if let Some(cell) = row.cells.iter().flatten().next() {
            let entries: Vec<String> = row
                .cells
                .iter()
                .flatten()
                .map(|cell| cell.entry.to_string())
                .collect();
            let _ = writeln!(out, "    = [{}] {}", entries.join(", "), cell.sentence);
        }
        return;
    }
    for (place, cell) in row.cells.iter().enumerate() {
        match cell {
            None => {
                let _ = writeln!(out, "    {} –", sign(place));
            }
            Some(cell) => act(out, sign(place), cell),
        }
    }
}

fn act(out: &mut String, sign: char, cell: &Cell) {
    let _ = write!(out, "    {sign} [{}] {}", cell.entry, cell.sentence);
    let (before, after) = cell.stability;
    if before != after {
        let _ = write!(out, " (stability {before} → {after})");
    }
    let _ = writeln!(out, "  [{}]", cell.by);
    if let Some(rationale) = &cell.rationale {
        let _ = writeln!(out, "        why: {rationale}");
    }
    if let Some(confidence) = cell.confidence {
        let _ = writeln!(out, "        confidence: {confidence} %");
    }
    if let Some(dissent) = &cell.dissent {
        let _ = writeln!(out, "        dissent: {dissent}");
    }
}
