//! The chronology: every entry with its reasons, move by move.

use maud::{Markup, html};
use unequal_core::engine::action::Kind;

use crate::report::Aar;
use crate::report::html::{quoted, seat};
use crate::report::model::{Line, Ruling};
use crate::report::words::move_words;
use crate::report::words::room::length_words;
use unequal_core::engine::gauge::Gauge;
use unequal_session::telling::signed;

pub(super) fn chronology(aar: &Aar) -> Markup {
    let mut in_move = None;
    html! {
        section id="chronology" {
            h2 { "Chronology" }
            @for line in &aar.chronology {
                @if in_move != Some(line.move_number) {
                    @let _ = in_move.insert(line.move_number);
                    h3 { (move_words(line.move_number)) @if let Some(date) = &line.date { ", " (date) } }
                    @if let Some(length) = length_words(aar, line) { p.note { (length) } }
                }
                (entry(line))
            }
        }
    }
}

fn entry(line: &Line) -> Markup {
    let class = if line.undone { "entry undone" } else { "entry" };
    html! {
        div class=(class) id=(format!("e{}", line.entry)) {
            div.number { (line.entry) }
            div {
                (seat(line.seat, &line.seat_name)) " "
                span.sentence dir="auto" { (line.sentence) }
                @if line.undone { " " span.tag.dim { "undone" } }
                " " span.by { bdi { (line.by) } ", " (time(&line.at)) }
                @for event in &line.events { " " span.tag.danger { (event) } }
                @if let Some(ruling) = line.ruling.as_ref().filter(|ruling| ruling.overruled) { (overruled(ruling)) }
                @if let Some(reason) = &line.rationale { div.said { (quoted(reason)) } }
                @if line.confidence.is_some() || line.dissent.is_some() {
                    div.by {
                        @if let Some(confidence) = line.confidence { "confidence " (confidence) " of 100" }
                        @if line.confidence.is_some() && line.dissent.is_some() { " · " }
                        @if let Some(dissent) = &line.dissent { "dissent: " (quoted(dissent)) }
                    }
                }
                @for annotation in &line.annotations {
                    div.by { bdi { (annotation.author) } ", " (annotation.kind) ": " (quoted(&annotation.text)) }
                }
                @if !line.effects.is_empty() { div.effects { (effects(line)) } }
            }
        }
    }
}

fn overruled(ruling: &Ruling) -> Markup {
    html! {
        div.said {
            span.tag.white-cell { "override" }
            " computed " b { (ruling.computed) } ", ruled " b { (ruling.ruled) }
            @if ruling.arguments != 0 { " (arguments " (signed(ruling.arguments)) ")" }
            @if let Some(reason) = &ruling.reason { ": " (quoted(reason)) }
        }
    }
}

/// The net changes; of the drift at the end of a move only those of the gauges that are no domain's.
fn effects(line: &Line) -> Markup {
    let shown = line.effects.iter().filter(|effect| {
        line.kind != Kind::CloseMove || Gauge::from_global_word(&effect.gauge).is_some()
    });
    html! {
        @for (place, effect) in shown.enumerate() {
            @if place > 0 { " · " }
            span title=(effect.because.join("; ")) { (effect.name) " " (signed(effect.by())) " → " (effect.to) }
        }
    }
}

/// The time of day of a stamp.
fn time(stamp: &str) -> &str {
    let time = stamp.split('T').nth(1).unwrap_or(stamp);
    time.trim_end_matches('Z')
}
