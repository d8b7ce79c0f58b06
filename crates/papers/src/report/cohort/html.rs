//! The cohort as one HTML page: an overlaid chart, a table, endings.

use maud::{Markup, html as page_of};

use crate::report::cohort::{Cohort, HEADS, cells, summary};
use crate::report::html::overlay::{Overlaid, overlay};
use crate::report::html::page;

/// The cohort as one HTML file.
pub fn html(cohort: &Cohort) -> String {
    let curves: Vec<Overlaid<'_>> = cohort
        .sessions
        .iter()
        .filter(|line| !line.curve.is_empty())
        .map(|line| Overlaid {
            name: &line.session,
            values: &line.curve,
        })
        .collect();
    let body = page_of! {
        header {
            p.kicker { "Sessions side by side" }
            h1 { (cohort.sessions.len()) " sessions" }
            p.notice { (cohort.notice) }
        }
        @for warning in &cohort.warnings { p.warning { (warning) } }
        ul { @for line in summary(cohort) { li { (line) } } }
        @if !curves.is_empty() { (overlay(&curves)) }
        (table(cohort))
        @if !cohort.spread.is_empty() { (spread(cohort)) }
    };
    page("Sessions side by side", &body)
}

fn table(cohort: &Cohort) -> Markup {
    page_of! {
        section id="sessions" {
            h2 { "The sessions" }
            div.table { table {
                thead { tr { @for head in HEADS { th { (head) } } } }
                tbody {
                    @for line in &cohort.sessions {
                        tr { @for cell in cells(line) { td { bdi { (cell) } } } }
                    }
                }
            } }
        }
    }
}

fn spread(cohort: &Cohort) -> Markup {
    page_of! {
        section id="spread" {
            h2 { "How stability spreads" }
            p.note { "Stability in points of 100 after each move; at move 0 stands STARTEX." }
            div.table { table {
                thead { tr { th.n { "move" } th.n { "sessions" } th.n { "lowest" } th.n { "median" } th.n { "highest" } } }
                tbody {
                    @for spread in &cohort.spread {
                        tr {
                            td.n { (spread.move_number) } td.n { (spread.sessions) }
                            td.n { (spread.low) } td.n { (spread.median) } td.n { (spread.high) }
                        }
                    }
                }
            } }
        }
    }
}
