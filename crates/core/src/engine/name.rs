//! Names of people, questions and injects: when two are one, and which can be a name at all.

use crate::engine::limits::LONGEST_NAME;
use crate::engine::refused::Refused;
use crate::engine::unseen::{is_ignorable, is_unseen};

/// The letters by which a name is known: neither case, nor spaces around and between words, nor what is drawn as
/// nothing makes a difference.
fn letters(name: &str) -> impl Iterator<Item = char> {
    let words = name.split_whitespace().enumerate();
    words
        .flat_map(|(place, word)| (place > 0).then_some(' ').into_iter().chain(word.chars()))
        .filter(|c| !is_ignorable(*c))
        .flat_map(char::to_lowercase)
}

/// Whether two names are one person's.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || letters(one).eq(letters(other))
}

/// What two names have in common if they are one person's, and no others: where one is looked for among many.
pub fn known_as(name: &str) -> String {
    letters(name).collect()
}

/// Whether a character leaves its place empty. Braille has a sign without a dot.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_ignorable(c) || c == '\u{2800}'
}

/// Whether nothing of a name would be seen where it is shown.
pub fn shows_nothing(name: &str) -> bool {
    name.chars().all(is_blank)
}

/// Checks a name: neither empty nor too long, nothing in it that cannot be seen, and something that can.
pub(in crate::engine) fn named(name: &str) -> Result<(), Refused> {
    let length = name.chars().count();
    if shows_nothing(name) || length > LONGEST_NAME || name.chars().any(is_unseen) {
        return Err(Refused::Name(LONGEST_NAME));
    }
    Ok(())
}
