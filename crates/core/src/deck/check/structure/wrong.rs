//! Puts structural problems into words.

use toml::de::DeValue;

use super::schema::{Kind, Schema};
use crate::deck::check::document::cut;
use crate::deck::check::{Path, Step};

/// Whether a value has the shape that is asked.
pub(super) fn fits(schema: Schema, value: &DeValue<'_>) -> bool {
    matches!(
        (schema.kind(), value),
        (Kind::Table | Kind::Tagged, DeValue::Table(_))
            | (Kind::List, DeValue::Array(_))
            | (Kind::Words | Kind::Text, DeValue::String(_))
            | (Kind::Number, DeValue::Integer(_))
            | (Kind::Switch, DeValue::Boolean(_))
    )
}

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
        Kind::Switch => "true or false",
        Kind::Either => "one of several shapes",
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
        (Kind::Switch, DeValue::String(word), _) if matches!(word.as_ref(), "true" | "false") => {
            format!("write it without quotes: {word}")
        }
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

/// Several keys in a row.
pub(super) fn list(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    match keys.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

/// What missing keys would hold.
pub(super) fn missing(missing: &[(&str, Schema)], at_top: bool) -> String {
    if let [(key, schema)] = missing {
        let about = uncapitalised(schema.description());
        return format!("add {}: {about}", example(key, *schema, at_top));
    }
    if at_top && missing.len() > 8 {
        return "is this a deck? `unequal deck new my-deck.toml` writes one to begin with"
            .to_owned();
    }
    let all: Vec<String> = missing
        .iter()
        .map(|(key, schema)| example(key, *schema, at_top))
        .collect();
    format!("add {}", all.join(", "))
}

fn example(key: &str, schema: Schema, at_top: bool) -> String {
    match schema.kind() {
        Kind::Number => match schema.range() {
            (least, most) if least == most => format!("`{key} = {least}`"),
            (least, most) => format!("`{key} = …` ({least} to {most})"),
        },
        Kind::Text => format!("`{key} = \"…\"`"),
        Kind::Switch => format!("`{key} = true`"),
        Kind::Either => schema
            .shapes()
            .next()
            .map_or_else(String::new, |shape| example(key, shape, at_top)),
        Kind::Words => format!("`{key} = …` ({})", schema.words().join(", ")),
        Kind::Table | Kind::Tagged if at_top => format!("`[{key}]`"),
        Kind::Table | Kind::Tagged => format!("`{key} = {{ … }}`"),
        Kind::List if at_top => format!("`[[{key}]]`"),
        Kind::List => format!("`{key} = [ … ]`"),
    }
}

/// Why a name cannot be one.
pub(super) fn id(name: &str) -> String {
    let fits = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
    match name.chars().find(|c| !fits(c)) {
        Some(c) if !c.is_ascii() => {
            let code = u32::from(c);
            format!(
                "`{}` cannot be a name here: it has the letter U+{code:04X}",
                cut(name)
            )
        }
        _ => format!("`{}` cannot be a name here", cut(name)),
    }
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
