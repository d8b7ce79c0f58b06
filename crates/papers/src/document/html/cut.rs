//! Where texts are cut on a page, and where they must not be.

use crate::document::{Inline, Span};

/// A text that may hold blank lines, cut at them.
pub(super) fn paragraphs(text: &Inline) -> Vec<Inline> {
    match text.0.as_slice() {
        [Span::Text(whole) | Span::Said(whole)] if whole.contains("\n\n") => whole
            .split("\n\n")
            .filter(|part| !part.trim().is_empty())
            .map(|part| Inline(vec![Span::Said(part.to_owned())]))
            .collect(),
        _ => vec![text.clone()],
    }
}

/// What is read together with the number before it.
const UNITS: [&str; 9] = [
    "%", "±", "points", "point", "of 100", "of 10", "h", "min", "s",
];
/// What stays with what stands before it: changes with what they change, and dots with what they part.
const HELD: [char; 4] = ['·', '+', '−', '±'];

/// A text behind a letter, in which the blank between a number and its unit does not break, nor that behind a ±, nor that
/// before a sign.
pub(super) fn tied(before: Option<char>, text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut last = before;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let behind_number = last.is_some_and(|last| last.is_ascii_digit());
        let rest = letters.as_str();
        let ties = letter == ' '
            && (last == Some('±') || rest.starts_with(HELD) || behind_number && is_unit(rest));
        joined.push(if ties { '\u{a0}' } else { letter });
        last = Some(letter);
    }
    joined
}

/// Whether a text begins with a unit, and not with a longer word.
fn is_unit(text: &str) -> bool {
    UNITS.iter().any(|unit| {
        let rest = text.strip_prefix(unit);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::tied;

    #[test]
    fn a_number_and_its_unit_do_not_part_and_other_words_do() {
        for (text, wanted) in [
            ("16 % of the cards", "16\u{a0}% of the cards"),
            ("−12.9 ± 0.8 points", "−12.9\u{a0}±\u{a0}0.8\u{a0}points"),
            ("confidence: 60 of 100", "confidence: 60\u{a0}of 100"),
            ("3 h 49 min", "3\u{a0}h 49\u{a0}min"),
            (
                "trust +2 · weight 1 of 10",
                "trust\u{a0}+2\u{a0}· weight 1\u{a0}of 10",
            ),
            ("2 stalled, a % b", "2 stalled, a % b"),
        ] {
            assert_eq!(tied(None, text), wanted);
        }
        assert_eq!(tied(Some('7'), " %"), "\u{a0}%", "the number stands before");
        assert_eq!(tied(Some('a'), " %"), " %");
    }
}
