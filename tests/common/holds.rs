//! Holds JSON against a schema, as far as the schemas of this program go, and more strictly: a key that the schema does
//! not name is a fault, too.

use std::borrow::Cow;

use serde_json::Value;

/// The first thing that does not fit, with its place.
pub(crate) fn fault(schema: &Value, found: &Value) -> Option<String> {
    at(schema, schema, found, "$")
}

fn at(whole: &Value, schema: &Value, found: &Value, place: &str) -> Option<String> {
    if let Some(to) = schema["$ref"].as_str() {
        let name = to.trim_start_matches("#/$defs/");
        let within = whole["$defs"].get(name);
        return match within {
            Some(within) => at(whole, &beside(schema, within), found, place),
            None => Some(format!("{place}: no definition {name}")),
        };
    }
    for any in ["anyOf", "oneOf"] {
        if let Some(all) = schema[any].as_array() {
            let faults: Vec<String> = all
                .iter()
                .filter_map(|one| at(whole, one, found, place))
                .collect();
            if faults.len() == all.len() {
                // The one that came furthest says most.
                return faults.into_iter().max_by_key(String::len);
            }
        }
    }
    let said = match &schema["type"] {
        Value::String(word) => vec![word.as_str()],
        Value::Array(words) => words.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !said.is_empty() && !said.iter().any(|word| is(word, found)) {
        return Some(format!("{place}: {found} is no {}", said.join(" or ")));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(found)
    {
        return Some(format!("{place}: {found} is none of the words"));
    }
    if let Some(only) = schema.get("const")
        && only != found
    {
        return Some(format!("{place}: {found} is not {only}"));
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_f64(), found.as_f64())
        && number < least
    {
        return Some(format!("{place}: {number} is less than {least}"));
    }
    match found {
        Value::Array(items) => list(whole, schema, items, place),
        Value::Object(keys) => object(whole, schema, keys, place),
        _ => None,
    }
}

/// A definition with the keys that are named beside the reference to it.
fn beside<'a>(schema: &Value, within: &'a Value) -> Cow<'a, Value> {
    let Some(named) = schema["properties"].as_object() else {
        return Cow::Borrowed(within);
    };
    let mut whole = within.clone();
    for (name, of) in named {
        whole["properties"][name] = of.clone();
    }
    if let (Some(all), Some(more)) = (
        whole["required"].as_array_mut(),
        schema["required"].as_array(),
    ) {
        all.extend(more.iter().cloned());
    }
    Cow::Owned(whole)
}

fn is(word: &str, found: &Value) -> bool {
    match word {
        "string" => found.is_string(),
        "integer" => found.is_i64() || found.is_u64(),
        "number" => found.is_number(),
        "boolean" => found.is_boolean(),
        "null" => found.is_null(),
        "array" => found.is_array(),
        "object" => found.is_object(),
        _ => false,
    }
}

fn list(whole: &Value, schema: &Value, items: &[Value], place: &str) -> Option<String> {
    let parts = schema["prefixItems"].as_array();
    if let Some(parts) = parts
        && parts.len() != items.len()
    {
        return Some(format!("{place}: {} items", items.len()));
    }
    items.iter().enumerate().find_map(|(number, item)| {
        let of = parts.map_or(&schema["items"], |parts| &parts[number]);
        at(whole, of, item, &format!("{place}[{number}]"))
    })
}

fn object(
    whole: &Value,
    schema: &Value,
    keys: &serde_json::Map<String, Value>,
    place: &str,
) -> Option<String> {
    let missing = schema["required"].as_array().into_iter().flatten();
    let mut missing = missing
        .filter_map(Value::as_str)
        .filter(|name| !keys.contains_key(*name));
    if let Some(name) = missing.next() {
        return Some(format!("{place}: {name} is missing"));
    }
    let named = &schema["properties"];
    let others = schema
        .get("additionalProperties")
        .filter(|others| others.is_object());
    if named.is_null() && others.is_none() {
        return None;
    }
    keys.iter().find_map(|(name, value)| {
        let place = format!("{place}.{name}");
        match named.get(name).or(others) {
            Some(of) => at(whole, of, value, &place),
            None => Some(format!("{place}: the schema does not name it")),
        }
    })
}
