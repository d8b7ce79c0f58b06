//! Makes text from outside harmless: no control characters, no escape sequences, no hidden reordering.

use std::iter::Peekable;
use std::str::Chars;

/// The text without escape sequences and control characters; new lines stay where `lines` is set.
///
/// Tabs become four blanks, line ends of any system become `\n` (or a blank where only one line is wanted).
pub fn clean(text: &str, lines: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\u{1b}' => skip_sequence(&mut rest),
            '\u{9b}' => skip_to_final(&mut rest),
            '\r' => {
                if rest.peek() != Some(&'\n') {
                    out.push(if lines { '\n' } else { ' ' });
                }
            }
            '\n' => out.push(if lines { '\n' } else { ' ' }),
            '\t' => out.push_str("    "),
            // Bidirectional overrides and isolates can make a text read as another one.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Skips what follows an escape character: `[…letter`, `]…bell`, or one character.
fn skip_sequence(rest: &mut Peekable<Chars<'_>>) {
    match rest.peek() {
        Some('[') => {
            rest.next();
            skip_to_final(rest);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            rest.next();
            while let Some(c) = rest.next() {
                if c == '\u{7}' {
                    return;
                }
                if c == '\u{1b}' {
                    rest.next_if_eq(&'\\');
                    return;
                }
                // A sequence that is never closed must not swallow the lines after it.
                if c == '\n' {
                    return;
                }
            }
        }
        Some('\n') | None => {}
        Some(_) => {
            rest.next();
        }
    }
}

/// Skips the parameters of a control sequence and its final letter.
fn skip_to_final(rest: &mut Peekable<Chars<'_>>) {
    while let Some(c) = rest.next_if(|c| matches!(c, ' '..='~')) {
        if matches!(c, '@'..='~') {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn sequences_and_controls_go_and_the_words_stay() {
        assert_eq!(clean("a\u{1b}[31mred\u{1b}[0m b", false), "ared b");
        assert_eq!(clean("\u{1b}]0;title\u{7}rest", false), "rest");
        assert_eq!(clean("\u{1b}]0;title\u{1b}\\rest", false), "rest");
        assert_eq!(clean("x\u{9b}2Jy\u{0}\u{8}\u{7f}z", false), "xyz");
        assert_eq!(clean("ab\u{202e}cd", false), "abcd");
    }

    #[test]
    fn line_ends_become_new_lines_or_blanks() {
        assert_eq!(clean("a\r\nb\rc\nd\te", true), "a\nb\nc\nd    e");
        assert_eq!(clean("a\r\nb\rc", false), "a b c");
    }

    #[test]
    fn an_unclosed_sequence_does_not_swallow_the_next_line() {
        assert_eq!(clean("\u{1b}]0;oops\nkept", true), "kept");
        assert_eq!(clean("\u{1b}", true), "");
        assert_eq!(clean("\u{1b}[", true), "");
    }

    #[test]
    fn chinese_russian_and_joined_emoji_stay() {
        let text = "北京 Москва 👩‍🚀 é";
        assert_eq!(clean(text, true), text);
    }
}
