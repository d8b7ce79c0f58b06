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
