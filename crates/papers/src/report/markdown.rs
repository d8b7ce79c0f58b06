//! The report as Markdown, readable as it stands.

mod acts;
mod estimates;
mod parts;
mod room;

use std::fmt::Write as _;

use crate::report::Aar;
use crate::report::chart::{Curve, chart};
use unequal_session::telling::signed;

/// The report as one Markdown text.
pub fn markdown(aar: &Aar) -> String {
    let mut out = String::new();
    head(&mut out, aar);
    course(&mut out, aar);
    parts::turning_points(&mut out, aar);
    parts::overrides(&mut out, aar);
    parts::attribution(&mut out, aar);
    parts::expectations(&mut out, aar);
    estimates::estimates(&mut out, aar);
    room::room(&mut out, aar);
    acts::chronology(&mut out, aar);
    parts::knowledge(&mut out, aar);
    parts::research(&mut out, aar);
    parts::gaps(&mut out, aar);
    parts::debrief(&mut out, aar);
    parts::method(&mut out, aar);
    out
}

/// Makes a text harmless in Markdown: nothing in it can become mark-up or HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            // Not every reader of Markdown takes a backslash before what HTML understands.
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '>' | '#' | '|' | '~' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    // What begins a list or a heading does so at the start of a line only.
    if out.starts_with(['-', '+', '=']) {
        out.insert(0, '\\');
    }
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(out.as_bytes().get(digits), Some(b'.' | b')')) {
        out.insert(digits, '\\');
    }
    out
}

/// An entry, cited.
pub(super) fn cite(entry: u64) -> String {
    format!("\\[{entry}\\]")
}

/// Writes a line; writing to a text cannot fail.
pub(super) fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{text}");
}

fn head(out: &mut String, aar: &Aar) {
    let session = &aar.session;
    line(out, format_args!("# {}\n", escaped(&session.name)));
    line(
        out,
        format_args!(
            "After-action report · {} · {}\n",
            escaped(&session.deck_title),
            if session.redacted {
                format!("as {} may know it", escaped(&session.seat_name))
            } else {
                format!("for {}, nothing withheld", escaped(&session.seat_name))
            }
        ),
    );
    line(out, format_args!("> {}\n", escaped(&aar.notice)));
    line(out, format_args!("## Summary\n"));
    for sentence in &aar.summary {
        line(out, format_args!("- {}", escaped(sentence)));
    }
    out.push('\n');
    if let Some(ending) = &aar.ending {
        line(
            out,
            format_args!(
                "**{}.** {}\n",
                escaped(&ending.title),
                escaped(&ending.text)
            ),
        );
        line(
            out,
            format_args!("| side | measure | points | deck’s goal |\n|---|---|--:|--:|"),
        );
        for aim in &ending.aims {
            let goal = aim
                .goal
                .map_or_else(|| "–".to_owned(), |goal| goal.to_string());
            line(
                out,
                format_args!(
                    "| {} | {} | {} | {goal} |",
                    escaped(&aim.name),
                    aim.measure,
                    aim.points
                ),
            );
        }
        out.push('\n');
    }
    line(
        out,
        format_args!("| seat | held by | hands in the record |\n|---|---|---|"),
    );
    for seat in &session.seats {
        line(
            out,
            format_args!(
                "| {} | {} | {} |",
                escaped(&seat.name),
                escaped(&seat.held_by),
                escaped(&seat.hands.join(", "))
            ),
        );
    }
    out.push('\n');
}

fn course(out: &mut String, aar: &Aar) {
    line(out, format_args!("## Stability, move by move\n"));
    let curve = Curve {
        sign: '●',
        name: "stability".to_owned(),
        values: aar
            .course
            .points
            .iter()
            .map(|point| point.stability)
            .collect(),
    };
    line(out, format_args!("```text"));
    for row in chart(&[curve], 10, 4) {
        line(out, format_args!("{row}"));
    }
    line(out, format_args!("```\n"));
    for mark in &aar.course.marks {
        line(
            out,
            format_args!(
                "- move {}: {} {}",
                mark.move_number,
                escaped(&mark.text),
                cite(mark.entry)
            ),
        );
    }
    if !aar.course.marks.is_empty() {
        out.push('\n');
    }
    line(
        out,
        format_args!(
            "| gauge | unit | start | now | change | lowest | highest |\n|---|---|--:|--:|--:|--:|--:|"
        ),
    );
    for gauge in &aar.course.gauges {
        let (Some(first), Some(last)) = (gauge.values.first(), gauge.values.last()) else {
            continue;
        };
        line(
            out,
            format_args!(
                "| {} | {} | {first} | {last} | {} | {} | {} |",
                escaped(&gauge.name),
                gauge.unit,
                signed(last - first),
                gauge.values.iter().min().unwrap_or(first),
                gauge.values.iter().max().unwrap_or(first),
            ),
        );
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_mark_up() {
        assert_eq!(
            escaped("<script>*x*</script>"),
            "&lt;script\\>\\*x\\*&lt;/script\\>"
        );
        assert_eq!(escaped("a | b"), "a \\| b");
        assert_eq!(escaped("1. not a list"), "1\\. not a list");
        assert_eq!(escaped("- nor this"), "\\- nor this");
        assert_eq!(escaped("move 1. then"), "move 1. then");
        assert_eq!(escaped("中文, Россия"), "中文, Россия");
    }
}
