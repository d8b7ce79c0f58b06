//! Names of people, questions and injects: when two are one, and which can be a name at all.

use crate::engine::limits::LONGEST_NAME;
use crate::engine::refused::Refused;
use crate::engine::unseen::{is_ignorable, is_unseen};

/// Whether two names are one person's: neither case, nor spaces around and between words, nor what is drawn as
/// nothing makes a difference.
pub fn is_same(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        let words: Vec<&str> = name.split_whitespace().collect();
        words
            .join(" ")
            .chars()
            .filter(|c| !is_ignorable(*c))
            .flat_map(char::to_lowercase)
            .collect()
    };
    one == other || letters(one) == letters(other)
}

/// Whether a character leaves its place empty. Braille has a sign without a dot.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_ignorable(c) || c == '\u{2800}'
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
