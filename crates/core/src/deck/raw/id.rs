//! What an id looks like.

use crate::engine::limits::LONGEST_ID;

/// What a deck id, card id or policy name looks like.
pub const ID_PATTERN: &str = "^[a-z0-9][a-z0-9-]*$";

/// Gives the schema of an id: lower-case letters, digits and hyphens.
pub(super) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "string", "pattern": ID_PATTERN, "maxLength": LONGEST_ID })
}
