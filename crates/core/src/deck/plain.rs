//! Makes text from a deck or a person harmless to show in a terminal.

use std::fmt::Write as _;

use crate::engine::unseen::is_unseen;

/// Makes one line of text: control characters, escape sequences and direction overrides lose their power
/// but stay visible, line breaks and tabs become spaces. Every character becomes exactly one.
pub fn plain(text: &str) -> String {
    text.chars().map(harmless).collect()
}

/// Makes running text: lines within a paragraph are joined, paragraphs stay parted by one blank line, and
/// every line is as harmless as [`plain`] makes it.
pub fn paragraphs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut broken = false;
    for line in text.lines() {
        let line = plain(line.trim());
        if line.is_empty() {
            broken = !out.is_empty();
            continue;
        }
        if broken {
            out.push_str("\n\n");
        } else if !out.is_empty() {
            out.push(' ');
        }
        broken = false;
        out.push_str(&line);
    }
    out
}

/// Makes a text of JSON harmless and leaves it the same JSON: what would act on a terminal, or mislead who
/// reads it there, is written as its number. Such characters stand in JSON within strings only.
pub fn plain_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\u{7f}' || hides(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}").expect("writing to a string succeeds");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn harmless(c: char) -> char {
    match c {
        '\n' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\x7f' => '\u{2421}',
        c if hides(c) => '\u{fffd}',
        c => c,
    }
}

/// Whether a character beyond the first 128 is drawn as nothing, or in no way that could be foreseen: what is
/// none by Unicode's own word.
fn hides(c: char) -> bool {
    let is_none = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    !c.is_ascii() && (is_unseen(c) || is_none)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_seen_and_do_nothing() {
        assert_eq!(plain("a\u{1b}[31mb\u{7}"), "a␛[31mb␇");
        assert_eq!(plain("\u{9b}2J\u{7f}"), "\u{fffd}2J␡");
    }

    #[test]
    fn direction_overrides_and_hidden_letters_are_seen() {
        assert_eq!(plain("gain\u{202e}02\u{200b}"), "gain\u{fffd}02\u{fffd}");
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        let text = "Пекин и Москва – 北京 “quoted” 👩‍🚀";
        assert_eq!(plain(text), text);
    }

    #[test]
    fn json_holds_nothing_that_acts_and_says_the_same() {
        let said = "\u{9b}2J\u{7f} \u{202e}\u{2066}\u{200b}\u{feff} \u{e0041} 北京 👩‍🚀\u{2028}";
        let json = serde_json::to_string(said).unwrap();
        let plain = plain_json(&json);
        let acts = |c: char| c == '\u{7f}' || is_unseen(c) || c == '\u{2028}';
        assert!(!plain.contains(acts), "{plain}");
        assert_eq!(serde_json::from_str::<String>(&plain).unwrap(), said);
        assert!(plain.contains("北京 👩‍🚀"), "what is seen stays: {plain}");
    }

    #[test]
    fn paragraphs_stay_apart_and_lines_are_joined() {
        let text = "\n  One line,\n  still the first.  \n\n\n  The second.\n";
        assert_eq!(
            paragraphs(text),
            "One line, still the first.\n\nThe second."
        );
        assert_eq!(paragraphs(" \n\n "), "");
    }
}
