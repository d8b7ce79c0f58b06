//! The JSON Schema of the protocol's lines, made from their types.

use std::collections::BTreeSet;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use crate::message::{FromSeat, PROTOCOL, ToSeat};

/// The schema of one line of the protocol: `$defs` has those to the seat as `ToSeat`, those from it as
/// `FromSeat`.
pub fn schema() -> Schema {
    // A key that is left out where it says nothing need not be there in what is written; one that has a default need
    // not be there in what is read. Acts are both: what is said of them holds of either.
    let settings = SchemaSettings::draft2020_12;
    let (lines, mut definitions) = all(settings().for_serialize());
    let (_, mut read) = all(settings().for_deserialize());
    for name in reached(&read, "FromSeat") {
        if let Some(as_read) = read.remove(&name) {
            definitions.insert(name, as_read);
        }
    }
    schemars::json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("unequal: the seat protocol, version {PROTOCOL}"),
        "description": "One JSON object a line. What the table says is `ToSeat`, what a program answers `FromSeat`.",
        "anyOf": lines,
        "$defs": definitions,
    })
}

/// Both kinds of lines, and the definitions of all that is in them.
fn all(settings: SchemaSettings) -> ([Schema; 2], Map<String, Value>) {
    let mut generator = settings.into_generator();
    let lines = [
        generator.subschema_for::<ToSeat>(),
        generator.subschema_for::<FromSeat>(),
    ];
    (lines, generator.take_definitions(true))
}

/// The names of a definition and of all that it refers to.
fn reached(definitions: &Map<String, Value>, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(name) = open.pop() {
        if let Some(definition) = definitions.get(&name) {
            named(definition, &mut open);
        }
        found.insert(name);
        open.retain(|name| !found.contains(name));
    }
    found
}

fn named(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(keys) => {
            let to = keys.get("$ref").and_then(Value::as_str);
            names.extend(to.and_then(|to| to.rsplit('/').next()).map(str::to_owned));
            keys.values().for_each(|within| named(within, names));
        }
        Value::Array(items) => items.iter().for_each(|within| named(within, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
