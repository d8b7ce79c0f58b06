//! Gives the JSON Schema of decks, made from the raw types, for editors and for our own check.

use std::sync::OnceLock;

use serde_json::{Map, Value};

use crate::deck::raw::RawDeck;

/// The JSON Schema (draft 2020-12) of a deck, as text.
pub fn schema() -> String {
    format!("{:#}\n", root())
}

/// The schema as a value, made once.
pub(in crate::deck) fn root() -> &'static Value {
    static ROOT: OnceLock<Value> = OnceLock::new();
    ROOT.get_or_init(|| {
        let mut root = schemars::schema_for!(RawDeck).to_value();
        tidy(&mut root);
        if let Value::Object(root) = &mut root {
            root.insert("title".to_owned(), "A deck of unequal".into());
        }
        root
    })
}

/// Takes out what TOML cannot say (null) and what readers stumble over (Rust's number formats).
fn tidy(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("format").is_some_and(Value::is_string) {
                object.remove("format");
            }
            if let Some(types) = object.get_mut("type") {
                drop_null(types);
            }
            flatten_option(object);
            if let Some(Value::String(text)) = object.get_mut("description") {
                *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            object.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn drop_null(types: &mut Value) {
    if let Value::Array(names) = types {
        names.retain(|name| name != "null");
        if let [only] = names.as_slice() {
            *types = only.clone();
        }
    }
}

/// Turns "this shape, or null" into "this shape", and leaves "this shape or that" as it is.
fn flatten_option(object: &mut Map<String, Value>) {
    let Some(Value::Array(choices)) = object.get_mut("anyOf") else {
        return;
    };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        object.remove("anyOf");
        for (key, value) in only {
            object.entry(key).or_insert(value);
        }
    }
}
