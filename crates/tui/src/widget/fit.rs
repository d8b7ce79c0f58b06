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

/// What sets parts of a note off from each other.
pub const PART: &str = " · ";

/// The fewest columns in which the beginning of a sentence says something.
const TELLING: usize = 12;

/// Parts set off by ` · `, cut with `…` after the last that fits whole, so that no number loses digits; a sentence
/// without a number may be cut itself.
pub fn fit_parts(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let parts = text.match_indices(PART);
    let heads = parts.filter_map(|(at, _)| text.get(..at));
    let whole = heads.filter(|head| head.width() + 2 <= columns).last();
    let Some(head) = whole else {
        return fit(text, columns);
    };
    let next = text.get(head.len() + PART.len()..).unwrap_or_default();
    let next = next.split(PART).next().unwrap_or_default();
    let left = columns.saturating_sub(head.width() + PART.width());
    if left >= TELLING && next.contains(' ') && !next.contains(char::is_numeric) {
        return format!("{head}{PART}{}", fit(&format!("{next} …"), left));
    }
    format!("{head} …")
}

/// Parts set off by ` · `, in lines of at most `columns`, each part whole where it fits into a line.
pub fn wrap_parts(text: &str, columns: usize) -> Vec<String> {
    // The sign that parts go on stands at the end of a line.
    let columns = columns.saturating_sub(2);
    let mut lines: Vec<String> = Vec::new();
    for part in text.split(PART) {
        match lines.last_mut() {
            Some(line) if line.width() + PART.width() + part.width() <= columns => {
                line.push_str(PART);
                line.push_str(part);
            }
            Some(line) => {
                line.push_str(PART.trim_end());
                lines.extend(wrap(part, columns));
            }
            None => lines.extend(wrap(part, columns)),
        }
    }
    lines
}

/// Items one after the other with a gap between them, in lines of at most `columns`; no item is broken unless it is wider.
pub fn pack(items: &[String], gap: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if line.width() + gap.width() + item.width() <= columns => {
                line.push_str(gap);
                line.push_str(item);
            }
            _ => lines.extend(wrap(item, columns)),
        }
    }
    lines
}

/// The text fitted to exactly `columns`: cut with `…`, or filled with blanks.
pub fn pad(text: &str, columns: usize) -> String {
    let mut out = fit(text, columns);
    let missing = columns.saturating_sub(out.width());
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

/// The text in lines of at most `columns`, broken at blanks and after hyphens, or anywhere where a
/// word is too long.
///
/// Line ends in the text stay; Chinese and Japanese, which have no blanks, break between characters.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for chunk in chunks(paragraph, columns) {
            let width = chunk.width();
            let blank = chunk.trim().is_empty();
            if used + width <= columns {
                if !(blank && line.is_empty()) {
                    line.push_str(&chunk);
                    used += width;
                }
                continue;
            }
            if !line.is_empty() {
                lines.push(take_line(&mut line, &mut used));
            }
            if blank {
                continue;
            }
            for cluster in chunk.graphemes(true) {
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

/// The pieces between which a line of so many columns may be broken.
fn chunks(paragraph: &str, columns: usize) -> Vec<String> {
    let mut chunks: Vec<String> = Vec::new();
    // Whether the next piece begins a chunk of its own.
    let mut apart = true;
    let digit = |c: char| c.is_ascii_digit();
    for piece in paragraph.split_word_bounds() {
        let blank = piece.trim().is_empty();
        let wide = is_wide(piece);
        // A range such as 2026-30 is one number to the eye.
        let ranged = piece.starts_with(digit)
            && chunks.last().is_some_and(|last| {
                let number = last.trim_end_matches(DASHES);
                number.len() < last.len()
                    && number.ends_with(digit)
                    && last.width() + piece.width() <= columns
            });
        apart &= !ranged;
        let joins = match chunks.last_mut() {
            Some(last) if is_closing(piece) && !last.trim().is_empty() => Some(last),
            Some(last) if !(apart || blank || wide) => Some(last),
            _ => None,
        };
        match joins {
            Some(last) => last.push_str(piece),
            None => chunks.push(piece.to_owned()),
        }
        apart = blank || wide || piece.ends_with(DASHES);
    }
    chunks
}

/// After these a line may be broken, unless they stand between digits.
const DASHES: [char; 3] = ['-', '–', '/'];

fn take_line(line: &mut String, used: &mut usize) -> String {
    *used = 0;
    let mut taken = std::mem::take(line);
    taken.truncate(taken.trim_end().len());
    taken
}

/// Punctuation that stays with what stands before it.
fn is_closing(piece: &str) -> bool {
    piece.chars().all(|c| {
        matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '”'
                | '’'
                | '"'
                | '%'
                | '…'
                | '。'
                | '，'
                | '、'
                | '；'
                | '：'
                | '！'
                | '？'
                | '）'
                | '」'
                | '』'
                | '》'
        )
    })
}

/// Characters of two columns, which need no blank between them to be parted.
fn is_wide(piece: &str) -> bool {
    piece
        .chars()
        .next()
        .is_some_and(|c| unicode_width::UnicodeWidthChar::width(c) == Some(2))
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
    fn parts_are_shown_whole_or_not_at_all() {
        let note = "stability −4 · capacity −17 · trust −3";
        assert_eq!(fit_parts(note, 38), note);
        assert_eq!(fit_parts(note, 37), "stability −4 · capacity −17 …");
        assert_eq!(fit_parts(note, 29), "stability −4 · capacity −17 …");
        assert_eq!(fit_parts(note, 28), "stability −4 …");
        assert_eq!(fit_parts(note, 9), "stabilit…");
        assert_eq!(fit_parts("one part only", 9), "one part…");
        let told = "effort 0 · A feeler that asks little · once";
        assert_eq!(fit_parts(told, 26), "effort 0 · A feeler that…");
        assert_eq!(fit_parts(told, 37), "effort 0 · A feeler that asks little…");
        assert_eq!(fit_parts(told, 20), "effort 0 …");
        assert_eq!(
            wrap_parts(note, 30),
            ["stability −4 · capacity −17 ·", "trust −3"]
        );
    }

    #[test]
    fn items_in_a_row_are_broken_only_where_they_are_too_wide() {
        let items = ["1 Accept", "2 Offer something else", "3 Refuse"].map(str::to_owned);
        let packed = |columns| pack(&items, "   ", columns);
        assert_eq!(packed(60), ["1 Accept   2 Offer something else   3 Refuse"]);
        assert_eq!(
            packed(30),
            ["1 Accept", "2 Offer something else", "3 Refuse"]
        );
        assert_eq!(
            packed(15),
            ["1 Accept", "2 Offer", "something else", "3 Refuse"]
        );
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
    fn a_hyphen_stays_with_what_stands_before_it() {
        assert_eq!(
            wrap("red-line weight, lock-in 3", 9),
            ["red-line", "weight,", "lock-in 3"]
        );
        assert_eq!(wrap("red-line weight", 6), ["red-", "line", "weight"]);
        assert_eq!(wrap("2026–2031 −4", 8), ["2026–", "2031 −4"]);
        assert_eq!(
            wrap("The plan of 2026-30 speaks of a route.", 17),
            ["The plan of", "2026-30 speaks of", "a route."]
        );
        assert_eq!(wrap("北京，莫斯科。", 6), ["北京，", "莫斯", "科。"]);
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
