//! Puts structural problems into words.

use toml::de::DeValue;

use super::schema::{Kind, Schema};
use crate::deck::check::{Path, Step};

/// What is wrong with a value of the wrong type.
pub(super) fn message(schema: Schema, value: &DeValue<'_>) -> String {
    format!("expected {}, found {}", expected(schema), found(value))
}

fn expected(schema: Schema) -> &'static str {
    match schema.kind() {
        Kind::Table | Kind::Tagged => "a table",
        Kind::List => "a list",
        Kind::Words => "a word in quotes",
        Kind::Text => "text in quotes",
        Kind::Number => "a whole number",
    }
}

const fn found(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a decimal point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// What would be right.
pub(super) fn help(schema: Schema, value: &DeValue<'_>, here: &Path) -> String {
    let top = match here.0.as_slice() {
        [Step::Key(key)] => Some(key),
        _ => None,
    };
    let advice = match (schema.kind(), value, top) {
        (Kind::List, DeValue::Table(_), Some(key)) => format!("write its header as `[[{key}]]`"),
        (Kind::Table, DeValue::Array(_), Some(key)) => format!("write its header as `[{key}]`"),
        (Kind::Number, DeValue::String(text), _) if text.trim().parse::<i64>().is_ok() => {
            format!("write it without quotes: {}", text.trim())
        }
        (Kind::Number, DeValue::Float(_), _) => "all numbers of a deck are whole".to_owned(),
        (Kind::Text, DeValue::Integer(number), _) => {
            format!("put quotes around it: \"{number}\"")
        }
        (Kind::Text, DeValue::Datetime(date), _) => format!("put quotes around it: \"{date}\""),
        (Kind::Words, _, _) => format!("one of: {}", schema.words().join(", ")),
        (Kind::List, DeValue::String(_), _) => "put it in brackets: [\"…\"]".to_owned(),
        _ => String::new(),
    };
    about(schema, &advice)
}

/// Advice, or what the value means where there is none.
pub(super) fn about(schema: Schema, advice: &str) -> String {
    if advice.is_empty() {
        schema.description().to_owned()
    } else {
        advice.to_owned()
    }
}

/// What a missing key would hold.
pub(super) fn example(key: &str, schema: Schema) -> String {
    let shape = match schema.kind() {
        Kind::Number => match schema.range() {
            (least, most) if least == most => format!("`{key} = {least}`"),
            (least, most) => format!("`{key} = …`, from {least} to {most}"),
        },
        Kind::Text => format!("`{key} = \"…\"`"),
        Kind::Words => format!("`{key} = …`, one of {}", schema.words().join(", ")),
        Kind::Table | Kind::Tagged => format!("a table `{key}`"),
        Kind::List => format!("a list `{key}`"),
    };
    format!("add {shape}: {}", uncapitalised(schema.description()))
}

fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string());
    let text = first.unwrap_or_default() + letters.as_str();
    text.trim_end_matches('.').to_owned()
}

/// How many entries would be right.
pub(super) fn count(least: usize, most: usize) -> String {
    match (least, most) {
        (least, most) if least == most => format!("exactly {least} are needed"),
        (0, most) => format!("at most {most} are allowed"),
        (least, usize::MAX) => format!("at least {least} are needed"),
        (least, most) => format!("from {least} to {most} are allowed"),
    }
}
