//! Mirrors what a deck need not keep to.

use schemars::JsonSchema;
use serde::Deserialize;

/// A claim of the theory, or a test of one, that the deck need not keep to.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    /// A claim, as `T3`, or one of its tests, as `T3.2`.
    #[schemars(length(min = 1, max = 8))]
    pub test: String,
    /// Why: what about the deck's length or subject makes it say nothing here.
    #[schemars(length(min = 1, max = 600))]
    pub reason: String,
}
