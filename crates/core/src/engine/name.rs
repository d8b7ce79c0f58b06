//! Names of people, questions and injects: when two are one, and which can be a name at all.

use crate::engine::limits::LONGEST_NAME;
use crate::engine::refused::Refused;

/// Whether two names are one person's: case and spaces around and between words make no difference.
pub fn is_same(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        let words: Vec<&str> = name.split_whitespace().collect();
        words
            .join(" ")
            .chars()
            .flat_map(char::to_lowercase)
            .collect()
    };
    one == other || letters(one) == letters(other)
}

/// Whether a character is drawn as nothing, so that two names could look alike and differ.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether a character leaves the place empty where it stands alone. Between letters some scripts need it.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{34f}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200c}'
                | '\u{200d}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{ffa0}'
        )
}

/// Checks a name: neither empty nor too long, nothing in it that cannot be seen, and something that can.
pub(in crate::engine) fn named(name: &str) -> Result<(), Refused> {
    let length = name.chars().count();
    let shows_nothing = name.chars().all(is_blank);
    if shows_nothing || length > LONGEST_NAME || name.chars().any(is_unseen) {
        return Err(Refused::Name(LONGEST_NAME));
    }
    Ok(())
}
