//! Breaks running text into lines.

use unicode_width::UnicodeWidthStr;

/// Appends `text`, broken between words at `width` columns, every line after `indent` blanks.
pub(super) fn push(out: &mut String, text: &str, indent: usize, width: usize) {
    push_after(out, &" ".repeat(indent), text, indent, width);
}

/// The same, with the first line after `lead`; the others stand `indent` blanks in.
pub(super) fn push_after(out: &mut String, lead: &str, text: &str, indent: usize, width: usize) {
    let mut line = lead.to_owned();
    let mut used = lead.width();
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && used + 1 + word.width() > width {
            out.push_str(line.trim_end());
            out.push('\n');
            line = " ".repeat(indent);
            used = indent;
            empty = true;
        }
        if !empty {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += word.width();
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_hang_under_the_first() {
        let mut out = String::new();
        push_after(&mut out, "- ", "one two three four", 2, 11);
        push(&mut out, "a-word-that-is-too-long b", 4, 11);
        assert_eq!(
            out,
            "- one two\n  three\n  four\n    a-word-that-is-too-long\n    b\n"
        );
    }
}
