//! Shows a place in a line of text: the line, cut where it is long, and carets under what is wrong.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use unequal_core::deck::plain;

/// Characters shown of a line at most.
const SHOWN: usize = 96;
/// Characters shown before the place, where the line is cut.
const BEFORE: usize = 40;
/// Characters of a message; what people wrote may be quoted in it, at any length.
const MESSAGE: usize = 400;

/// The column of a byte, from 1, in characters.
pub(super) fn column(text: &str, byte: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < byte).count() + 1
}

/// A message that is not longer than people read.
pub(super) fn shortened(message: &str) -> String {
    if message.chars().count() <= MESSAGE {
        return message.to_owned();
    }
    let head: String = message.chars().take(MESSAGE).collect();
    format!("{head}…")
}

/// The lines that show the place.
pub(super) fn shown(number: usize, text: &str, span: &Range<usize>) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let from = column(text, span.start) - 1;
    let to = (column(text, span.end) - 1).max(from + 1);
    let first = if chars.len() > SHOWN {
        from.saturating_sub(BEFORE)
    } else {
        0
    };
    let last = chars.len().min(first + SHOWN);
    let cut = |range: Range<usize>| -> String {
        plain(
            &chars
                .get(range)
                .unwrap_or_default()
                .iter()
                .collect::<String>(),
        )
    };
    let head = if first > 0 { "…" } else { "" };
    let tail = if last < chars.len() { "…" } else { "" };
    let before = format!("{head}{}", cut(first..from.min(last)));
    let marked = width(&cut(from.min(last)..to.min(last))).max(1);
    let gutter = " ".repeat(number.to_string().len());
    vec![
        format!("{gutter} |"),
        format!("{number} | {head}{}{tail}", cut(first..last)),
        format!(
            "{gutter} | {}{}",
            " ".repeat(width(&before)),
            "^".repeat(marked)
        ),
    ]
}

fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_under_what_is_wrong() {
        let text = r#"{"seat":"patrön","x":1}"#;
        let start = text.find("\"x\"").unwrap();
        assert_eq!(column(text, start), 18);
        assert_eq!(
            shown(7, text, &(start..start + 3)),
            [
                "  |",
                r#"7 | {"seat":"patrön","x":1}"#,
                "  |                  ^^^"
            ]
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}WRONG{}", "a".repeat(500), "b".repeat(500));
        let lines = shown(1, &text, &(500..505));
        assert!(
            lines[1].contains("…aaa") && lines[1].ends_with("b…"),
            "{lines:?}"
        );
        let caret = lines[2].chars().position(|c| c == '^').unwrap();
        assert_eq!(lines[1].chars().nth(caret), Some('W'));
    }

    #[test]
    fn the_end_of_a_line_is_a_place() {
        assert_eq!(shown(1, "", &(0..1)), ["  |", "1 | ", "  | ^"]);
        assert_eq!(shown(1, "{", &(1..1))[2], "  |  ^");
    }
}
