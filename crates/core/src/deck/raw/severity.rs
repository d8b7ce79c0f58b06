//! Mirrors how hard demands and answers count where players are compared.

use schemars::JsonSchema;
use serde::Deserialize;

/// How hard each demand and each answer counts where players are compared; no rule reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Severity {
    /// A demand that only feels its way; 1 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub probe: i64,
    /// A demand that is asked for; 2 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub request: i64,
    /// A demand that is pressed; 3 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub press: i64,
    /// A demand with a threat; 5 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub ultimatum: i64,
    /// Giving all that is asked; 0 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub accept: i64,
    /// Giving most of it, against a counter-ask; 1 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub conditions: i64,
    /// Giving half; 1 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub partial: i64,
    /// Playing for time; 2 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub stall: i64,
    /// Offering something else; 2 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub deflect: i64,
    /// Turning to third parties; 4 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub hedge: i64,
    /// Saying no; 5 where it is left out.
    #[schemars(range(min = 0, max = 10))]
    pub refuse: i64,
}

impl Default for Severity {
    fn default() -> Self {
        Self {
            probe: 1,
            request: 2,
            press: 3,
            ultimatum: 5,
            accept: 0,
            conditions: 1,
            partial: 1,
            stall: 2,
            deflect: 2,
            hedge: 4,
            refuse: 5,
        }
    }
}
