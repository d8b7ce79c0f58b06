//! The first page: what was played, how it ended, the curve, what moved most, what is missing.

use maud::{Markup, html};

use crate::report::Aar;
use crate::report::html::{cite, cited, curve, seat};
use crate::report::words::room::parts;
use crate::report::words::{gap_lines, signed_tenth};

/// Turning points on the first page.
const MOST: usize = 3;

pub(super) fn first_page(aar: &Aar) -> Markup {
    let session = &aar.session;
    html! {
        section.first-page {
            header {
                p.kicker { "After-action report · " (session.deck_title) }
                h1 dir="auto" { (session.name) }
                p.meta {
                    (day(&session.started))
                    " · "
                    @if session.redacted { "as " (session.seat_name) " may know it while the session goes on" }
                    @else { "nothing withheld" }
                }
                p.notice { (aar.notice) }
            }
            @if let Some(ending) = &aar.ending {
                p.ending { b { (ending.title) } " " (cite(ending.entry)) }
                p { (ending.text) }
            } @else {
                p.ending { b { "The session goes on." } }
            }
            (curve::stability(aar))
            div.columns {
                div {
                    h3 { "In short" }
                    ul { @for line in &aar.summary { li { (line) } } }
                    @if let Some(ending) = &aar.ending {
                        h3 { "Aims" }
                        ul {
                            @for aim in &ending.aims {
                                li {
                                    (seat(&aim.seat, &aim.name)) ": " (aim.measure) " " (aim.points) " points"
                                    @if let Some(goal) = aim.goal { " (the deck’s goal: " (goal) ")" }
                                }
                            }
                        }
                    }
                }
                div {
                    h3 { "What moved most" }
                    @if aar.turning_points.points.is_empty() {
                        p { "No moment moved it by a point or more." }
                    }
                    ul {
                        @for point in aar.turning_points.points.iter().take(MOST) {
                            li {
                                b { (signed_tenth(point.moved)) } ", move " (point.move_number) ": "
                                @for (entry, sentence) in &point.context { (cited(sentence, *entry)) "; " }
                                (cited(&point.sentence, point.entry))
                            }
                        }
                    }
                    h3 { "What is missing" }
                    ul { @for line in gap_lines(aar) { li { (line) } } }
                }
            }
            nav {
                a href="#gauges" { "Gauges" }
                a href="#turning-points" { "Turning points" }
                a href="#rulings" { "Rulings" }
                @if aar.estimates.is_some() { a href="#estimates" { "Estimates" } }
                @if !parts(aar).is_empty() { a href="#room" { "People and room" } }
                a href="#chronology" { "Chronology" }
                a href="#knowledge" { "What each side knew" }
                a href="#research" { "Research questions" }
                a href="#debrief" { "Debrief" }
                a href="#method" { "Method" }
            }
        }
    }
}

/// The day of a stamp.
fn day(stamp: &str) -> &str {
    stamp.split('T').next().unwrap_or(stamp)
}
