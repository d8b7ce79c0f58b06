//! Reports, comparisons and cohorts as JSON: their models as they stand, and nothing in them that acts on a terminal.

use serde::Serialize;
use unequal_core::deck::plain_json;

/// A model as one JSON document.
///
/// # Panics
///
/// Never with a model of this crate: they are plain data with text keys.
pub fn json(model: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(model).expect("the model is plain data");
    // File names come from the system, and may hold anything.
    plain_json(&text) + "\n"
}

#[cfg(test)]
mod tests {
    use super::json;

    #[test]
    fn a_file_name_in_a_document_acts_on_no_terminal() {
        let name = "a\u{9b}2J\u{7f}\u{202e}b\u{200b}.toml";
        let text = json(&name);
        assert!(text.trim_end().is_ascii(), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), name);
    }
}
