//! Numbers and what they count stay on one line.

/// What is read together with the number before it.
const UNITS: [&str; 8] = ["%", "±", "points", "point", "of 100", "h", "min", "s"];

/// A text behind a letter, in which the blank between a number and its unit does not break; nor does that behind a ±.
pub(super) fn tied(before: Option<char>, text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut last = before;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let behind_number = last.is_some_and(|last| last.is_ascii_digit());
        let ties =
            letter == ' ' && (last == Some('±') || behind_number && is_unit(letters.as_str()));
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
            ("2 stalled, a % b", "2 stalled, a % b"),
        ] {
            assert_eq!(tied(None, text), wanted);
        }
        assert_eq!(tied(Some('7'), " %"), "\u{a0}%", "the number stands before");
        assert_eq!(tied(Some('a'), " %"), " %");
    }
}
