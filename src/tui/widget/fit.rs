//! Fits text to columns: cuts with `…`, wraps at words; wide characters count as the two they take.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The text, cut with `…` where it is wider than `columns`.
pub fn fit(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    if columns == 0 {
        return String::new();
    }
    let mut out = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        let width = cluster.width();
        if used + width > columns - 1 {
            break;
        }
        used += width;
        out.push_str(cluster);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// The text fitted to exactly `columns`: cut with `…`, or filled with blanks.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = fit(text, columns);
    let missing = columns.saturating_sub(out.width());
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

/// The text in lines of at most `columns`, broken at blanks, or anywhere where a word is too long.
///
/// Line ends in the text stay; Chinese and Japanese, which have no blanks, break between characters.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for piece in paragraph.split_word_bounds() {
            let width = piece.width();
            let blank = piece.trim().is_empty();
            if used + width <= columns {
                if !(blank && line.is_empty()) {
                    line.push_str(piece);
                    used += width;
                }
                continue;
            }
            if blank {
                // The blank at which the line is broken; the next piece starts a new one.
                lines.push(take_line(&mut line, &mut used));
                continue;
            }
            // Punctuation stays with the word before it.
            if is_closing(piece) && carry_last_word(&mut line, &mut used, &mut lines) {
                line.push_str(piece);
                used += width;
                continue;
            }
            if !line.is_empty() {
                lines.push(take_line(&mut line, &mut used));
            }
            for cluster in piece.graphemes(true) {
                let width = cluster.width();
                if used + width > columns && !line.is_empty() {
                    lines.push(take_line(&mut line, &mut used));
                }
                line.push_str(cluster);
                used += width;
            }
        }
        lines.push(take_line(&mut line, &mut used));
    }
    lines
}

fn take_line(line: &mut String, used: &mut usize) -> String {
    *used = 0;
    let mut taken = std::mem::take(line);
    taken.truncate(taken.trim_end().len());
    taken
}

fn is_closing(piece: &str) -> bool {
    piece.chars().all(|c| {
        matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '’' | '"' | '%' | '…'
        )
    })
}

/// Moves the last word of the line to a new line, where the line has more than that word.
fn carry_last_word(line: &mut String, used: &mut usize, lines: &mut Vec<String>) -> bool {
    let Some((before, word)) = line.trim_end().rsplit_once(' ') else {
        return false;
    };
    if word.is_empty() || before.trim().is_empty() || line.ends_with(' ') {
        return false;
    }
    let (before, word) = (before.trim_end().to_owned(), word.to_owned());
    lines.push(before);
    *used = word.width();
    *line = word;
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_text_ends_with_an_ellipsis_and_never_exceeds_its_columns() {
        assert_eq!(fit("Fixed-formula crude discount", 12), "Fixed-formu…");
        assert_eq!(fit("short", 12), "short");
        assert_eq!(fit("北京北京", 5), "北京…");
        assert_eq!(fit("北京北京", 4), "北…");
        assert_eq!(fit("abc", 0), "");
        assert_eq!(pad("北京", 6), "北京  ");
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(
            wrap("Winter prices show what the market bears.", 16),
            ["Winter prices", "show what the", "market bears."]
        );
        assert_eq!(wrap("one  two", 20), ["one  two"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("extraordinarily", 6), ["extrao", "rdinar", "ily"]);
        assert_eq!(wrap("北京北京北", 4), ["北京", "北京", "北"]);
    }

    #[test]
    fn a_full_stop_never_starts_a_line() {
        for columns in 1..30 {
            for line in wrap("It is (so to speak) over, then. Is it? “Yes.”", columns) {
                if columns > 8 {
                    assert!(
                        !line.starts_with(['.', ',', '?', ')']),
                        "{columns}: {line:?}"
                    );
                }
                assert!(line.width() <= columns, "{columns}: {line:?}");
            }
        }
    }
}
