//! The report as one JSON document.

use crate::report::Aar;

/// The whole model, indented, with a final newline.
///
/// # Panics
///
/// Never: the model is plain data with text keys.
pub fn json(aar: &Aar) -> String {
    let mut text = serde_json::to_string_pretty(aar).expect("the model is plain data");
    text.push('\n');
    text
}
