//! The JSON Schema of the protocol's lines, made from their types.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::message::{FromSeat, PROTOCOL, ToSeat};

/// The schema of one line of the protocol: `$defs` has those to the seat as `ToSeat`, those from it as
/// `FromSeat`.
pub fn schema() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let to = generator.subschema_for::<ToSeat>();
    let from = generator.subschema_for::<FromSeat>();
    let definitions = generator.take_definitions(true);
    schemars::json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("unequal: the seat protocol, version {PROTOCOL}"),
        "description": "One JSON object a line. What the table says is `ToSeat`, what a program answers `FromSeat`.",
        "anyOf": [to, from],
        "$defs": definitions,
    })
}
