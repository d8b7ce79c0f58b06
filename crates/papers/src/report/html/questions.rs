//! What was known, what the deck asks, what is missing, what to talk about, and how to read all this.

use maud::{Markup, html};

use crate::report::Aar;
use crate::report::html::{cited, seat, titled_list};
use crate::report::model::Cite;
use crate::report::words::{RESEARCH_NOTE, gap_lines, known_facts, played, source, tied};

fn cites(cites: &[Cite]) -> Markup {
    html! {
        @if !cites.is_empty() {
            ul { @for cite in cites { li { "Move " (cite.move_number) ": " (cited(&cite.sentence, cite.entry)) } } }
        }
    }
}

pub(super) fn knowledge(aar: &Aar) -> Markup {
    html! {
        section id="knowledge" {
            h2 { "What each side knew when it decided" }
            @if aar.knowledge.is_empty() { p { "Nothing has been decided yet." } }
            @for known in &aar.knowledge {
                div.question {
                    p { (seat(known.seat, &known.seat_name)) " move " (known.move_number) ": " (cited(&known.decision, known.entry)) }
                    p.note { (known_facts(known).join(" · ")) }
                    @for hidden in &known.hidden { p.note { b { "did not know" } ": " (hidden) } }
                }
            }
        }
    }
}

pub(super) fn research(aar: &Aar) -> Markup {
    html! {
        section id="research" {
            h2 { "Research questions" }
            @if aar.research.is_empty() { p { "The deck asks none." } }
            @else { p.note { (RESEARCH_NOTE) } }
            @for line in &aar.research {
                div.question {
                    p { b { (line.issue) } " (" (line.id) ") " (line.question) }
                    p.note { "Evidence would be: " (line.evidence) }
                    p { "Material: " b { (line.material.word()) } (tied(line)) }
                    (cites(&line.acts))
                }
            }
        }
    }
}

pub(super) fn gaps(aar: &Aar) -> Markup {
    html! {
        section id="gaps" {
            h2 { "Gaps" }
            ul { @for line in gap_lines(aar) { li { (line) } } }
            @if !aar.gaps.without_reason.is_empty() {
                h3 { "Decisions without a reason" }
                (cites(&aar.gaps.without_reason))
            }
        }
    }
}

pub(super) fn debrief(aar: &Aar) -> Markup {
    html! {
        section id="debrief" {
            h2 { "Debrief" }
            ol.plain {
                @for step in &aar.debrief.order {
                    li { "☐ " (step.minutes) " min: " b { (step.ask) } " " span.dim { "Show: " (step.show) "." } }
                }
            }
            @for question in &aar.debrief.questions {
                div.question {
                    p { "☐ " b { (question.about) } " " (question.text) }
                    (cites(&question.look_at))
                }
            }
        }
    }
}

pub(super) fn method(aar: &Aar) -> Markup {
    let method = &aar.method;
    let sources: Vec<String> = aar.sources.iter().map(source).collect();
    html! {
        section id="method" {
            h2 { "Method" }
            (titled_list("How to read this report", &method.reading))
            (titled_list("How it was played", &played(&aar.session)))
            (titled_list("What players were asked to accept", &method.artificialities))
            @if !method.disclaimer.is_empty() {
                h3 { "What the deck says of itself" }
                @for paragraph in &method.disclaimer { p { (paragraph) } }
            }
            (titled_list("Credits", &method.credits))
            div.sources { (titled_list("Sources behind what was played", &sources)) }
            footer { (aar.notice) }
        }
    }
}
