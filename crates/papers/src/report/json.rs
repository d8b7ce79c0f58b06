//! Reports, comparisons and cohorts as JSON: their models as they stand.

use serde::Serialize;

/// A model as one JSON document.
///
/// # Panics
///
/// Never with a model of this crate: they are plain data with text keys.
pub fn json(model: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(model).expect("the model is plain data");
    text.push('\n');
    text
}
