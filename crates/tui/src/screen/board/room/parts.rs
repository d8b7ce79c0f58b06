//! Words that the lines and the sheets of the room have in common.

use unequal_core::engine::options::AdjudicationMode;

/// Parts that are not empty, in one line.
pub(super) fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// A number of something, where there is any.
pub(super) fn counted(number: usize, words: &str) -> String {
    match number {
        0 => String::new(),
        number => format!("{number} {words}"),
    }
}

/// How rulings are made, in words.
pub const fn mode_words(mode: AdjudicationMode) -> &'static str {
    match mode {
        AdjudicationMode::Rigid => "by rule only",
        AdjudicationMode::SemiRigid => "by rule, with your change",
        AdjudicationMode::Free => "by you",
    }
}
