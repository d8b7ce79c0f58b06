//! The chronology in Markdown: every entry with its reasons, move by move.

use crate::report::Aar;
use crate::report::markdown::{cite, escaped, line};
use crate::report::model::Line;
use crate::report::words::move_words;
use crate::report::words::room::length_words;
use unequal_session::telling::signed;

pub(super) fn chronology(out: &mut String, aar: &Aar) {
    line(out, format_args!("## Chronology\n"));
    let mut in_move = None;
    for entry in &aar.chronology {
        if in_move != Some(entry.move_number) {
            in_move = Some(entry.move_number);
            let date = entry
                .date
                .as_ref()
                .map_or_else(String::new, |date| format!(", {}", escaped(date)));
            line(
                out,
                format_args!("\n### {}{date}\n", move_words(entry.move_number)),
            );
            if let Some(length) = length_words(aar, entry) {
                line(out, format_args!("{length}\n"));
            }
        }
        chronicle(out, entry);
    }
    out.push('\n');
}

fn chronicle(out: &mut String, entry: &Line) {
    let strike = if entry.undone { "~~" } else { "" };
    let undone = if entry.undone { " (undone)" } else { "" };
    line(
        out,
        format_args!(
            "- {} {strike}{}{strike}{undone} · {}, {}",
            cite(entry.entry),
            escaped(&entry.sentence),
            escaped(&entry.seat_name),
            escaped(&entry.by)
        ),
    );
    let mut detail = |label: &str, text: &str| {
        line(out, format_args!("  - {label}: {}", escaped(text)));
    };
    if let Some(ruling) = entry.ruling.as_ref().filter(|ruling| ruling.overruled) {
        detail(
            "ruling",
            &format!(
                "computed {}, ruled {} (arguments {}){}",
                ruling.computed,
                ruling.ruled,
                signed(ruling.arguments),
                ruling
                    .reason
                    .as_ref()
                    .map_or_else(String::new, |reason| format!(": {reason}"))
            ),
        );
    }
    if let Some(reason) = &entry.rationale {
        detail("why", reason);
    }
    if let Some(confidence) = entry.confidence {
        detail("confidence", &format!("{confidence} of 100"));
    }
    if let Some(dissent) = &entry.dissent {
        detail("dissent", dissent);
    }
    for event in &entry.events {
        detail("then", event);
    }
    let moved: Vec<String> = entry
        .effects
        .iter()
        .map(|effect| format!("{} {}", effect.name, signed(effect.by())))
        .collect();
    if !moved.is_empty() {
        detail("moved", &moved.join("; "));
    }
    for annotation in &entry.annotations {
        detail(
            &escaped(&annotation.author),
            &format!("{} ({})", annotation.text, annotation.kind),
        );
    }
}
