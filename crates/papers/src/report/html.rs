//! The report as one HTML file: style and charts inside it, nothing fetched, nothing run.
//!
//! Charts are drawn as plain SVG: so they follow the reader's light or dark scheme, and a screen
//! reader meets a title, a description and the numbers again in a table.

mod acts;
mod analysis;
mod bars;
mod curve;
mod estimates;
mod first_page;
mod gauges;
pub(super) mod overlay;
mod questions;
mod room;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::Aar;

const STYLE: &str = include_str!("html/style.css");

/// Forbids everything but the style inside the file, whatever its texts may hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The report as one HTML file.
pub fn html(aar: &Aar) -> String {
    let title = format!("{} – after-action report", aar.session.name);
    let body = html! {
        (first_page::first_page(aar))
        (gauges::gauges(aar))
        (analysis::turning_points(aar))
        (analysis::overrides(aar))
        (analysis::attribution(aar))
        (analysis::expectations(aar))
        (estimates::estimates(aar))
        (room::room(aar))
        (acts::chronology(aar))
        (questions::knowledge(aar))
        (questions::research(aar))
        (questions::gaps(aar))
        (questions::debrief(aar))
        (questions::method(aar))
    };
    page(&title, &body)
}

/// A whole file around a body.
pub(super) fn page(title: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    }
    .into_string()
}

/// An entry, cited, with a link to its line in the chronology.
fn cite(entry: u64) -> Markup {
    html! { a.cite href=(format!("#e{entry}")) { "[" (entry) "]" } }
}

/// A sentence with the entry it rests on.
fn cited(sentence: &str, entry: u64) -> Markup {
    html! { bdi { (sentence) } " " (cite(entry)) }
}

/// What somebody said, kept apart from the text around it.
pub(super) fn quoted(text: &str) -> Markup {
    html! { q dir="auto" { (text) } }
}

/// A seat by its name, shape and hue.
pub(super) fn seat(word: &str, name: &str) -> Markup {
    html! { span class=(format!("seat {word}")) { (name) } }
}

/// A list; nothing where there is nothing to list.
fn titled_list(title: &str, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            h3 { (title) }
            ul { @for item in items { li { (item) } } }
        }
    }
}
