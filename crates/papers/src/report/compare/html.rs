//! Lines of play side by side as one HTML page.

use maud::{Markup, html as markup};

use crate::report::compare::{came_to, parting};
use crate::report::html::overlay::{Overlaid, overlay};
use crate::report::html::{page, quoted, seat};
use crate::report::words::{NOTICE, listed};
use unequal_session::compare::{Cell, Comparison, Row};

/// The comparison as one HTML file.
pub fn html(comparison: &Comparison) -> String {
    let names: Vec<String> = comparison
        .lines
        .iter()
        .map(|line| format!("“{}”", line.name))
        .collect();
    let curves: Vec<Overlaid<'_>> = comparison
        .lines
        .iter()
        .map(|line| Overlaid {
            name: &line.name,
            values: &line.curve,
        })
        .collect();
    let body = markup! {
        header {
            p.kicker { "Lines of play side by side" }
            h1 dir="auto" { (listed(&names)) }
            p.notice { (NOTICE) }
        }
        (settings(comparison))
        (overlay(&curves))
        (lines(comparison))
        section id="parting" {
            h2 { "Where they part" }
            p { (parting(comparison)) @if comparison.divergence.is_some() { ":" } }
            @if let Some(divergence) = &comparison.divergence { p { bdi { (divergence.sentence) } } }
        }
        (rows(comparison))
    };
    page("Lines of play side by side", &body)
}

fn settings(comparison: &Comparison) -> Markup {
    markup! {
        @for warning in comparison.settings.iter().filter_map(|setting| setting.warning) {
            p.warning { (warning) }
        }
        @if !comparison.settings.is_empty() {
            section id="settings" {
                h2 { "Not the same before the first act" }
                div.table { table {
                    thead { tr { th {} @for line in &comparison.lines { th { bdi { (line.name) } } } } }
                    tbody {
                        @for setting in &comparison.settings {
                            tr { td { (setting.what) } @for value in &setting.values { td { bdi { (value) } } } }
                        }
                    }
                } }
            }
        }
    }
}

fn lines(comparison: &Comparison) -> Markup {
    markup! {
        section id="lines" {
            h2 { "What each came to" }
            ul {
                @for line in &comparison.lines {
                    li {
                        b { bdi { (line.name) } } ": " (came_to(line).join("; ")) "."
                        @if let Some(file) = &line.file { " " span.dim { bdi { (file) } } }
                    }
                }
            }
        }
    }
}

fn rows(comparison: &Comparison) -> Markup {
    if comparison.rows.is_empty() {
        return markup! {};
    }
    let columns = comparison.lines.len() + 1;
    let mut in_move = None;
    markup! {
        section id="acts" {
            h2 { "Acts and reasons from there on" }
            div.table { table.side-by-side {
                thead { tr { th { "phase" } @for line in &comparison.lines { th { bdi { (line.name) } } } } }
                tbody {
                    @for row in &comparison.rows {
                        @if in_move != Some(row.move_number) {
                            @let _ = in_move.insert(row.move_number);
                            tr { th colspan=(columns) { "Move " (row.move_number) } }
                        }
                        (acts(row))
                    }
                }
            } }
        }
    }
}

fn acts(row: &Row) -> Markup {
    markup! {
        tr {
            td.dim { (row.phase) @if row.same { " =" } }
            @for cell in &row.cells {
                td { @match cell { Some(cell) => (act(cell)), None => { span.dim { "–" } } } }
            }
        }
    }
}

fn act(cell: &Cell) -> Markup {
    let (before, after) = cell.stability;
    // Most sentences begin with who acted.
    let said = cell.sentence.starts_with(&cell.seat_name);
    let name = if said { "" } else { &cell.seat_name };
    markup! {
        (seat(cell.seat.word(), name)) " "
        span dir="auto" { (cell.sentence) }
        " " span.dim { "[" (cell.entry) "] " bdi { (cell.by) } }
        @if before != after { div.effects { "stability " (before) " → " (after) } }
        @if let Some(reason) = &cell.rationale { div.said { (quoted(reason)) } }
        @if let Some(confidence) = cell.confidence { div.effects { "confidence " (confidence) " of 100" } }
        @if let Some(dissent) = &cell.dissent { div.effects { "dissent: " (quoted(dissent)) } }
    }
}
