//! Writes the reference of the deck format from the types that the loader reads.

use std::fmt::Write as _;

use serde_json::{Map, Value};
use unequal_partners::deck::raw::RawDeck;

/// The tables of a deck in the order in which an author meets them.
const ORDER: [&str; 38] = [
    "deck",
    "session",
    "start",
    "base",
    "condition",
    "domain",
    "card",
    "ask",
    "event",
    "europe",
    "measure",
    "briefing",
    "question",
    "research",
    "timeline",
    "source",
    "intensity",
    "over_norm",
    "inducement",
    "contest",
    "response",
    "offer",
    "follow_up",
    "drift",
    "grievance",
    "market",
    "stability",
    "crisis",
    "breach",
    "capture",
    "ending",
    "score",
    "story",
    "piece",
    "signpost",
    "severity",
    "policy",
    "exempt",
];

/// The whole reference.
pub(super) fn markdown() -> String {
    let schema = serde_json::to_value(schemars::schema_for!(RawDeck)).unwrap();
    let mut page = Page {
        definitions: schema["$defs"].as_object().unwrap(),
        written: Vec::new(),
        out: String::from("\n"),
    };
    let root = schema.as_object().unwrap();
    let mut tables = keys(root);
    tables.sort_unstable();
    let mut known = ORDER.to_vec();
    known.sort_unstable();
    assert_eq!(
        tables, known,
        "a table of the deck has no place in the reference"
    );
    for name in ORDER {
        page.top_level(name, &root["properties"][name], is_required(root, name));
    }
    page.out
}

struct Page<'a> {
    definitions: &'a Map<String, Value>,
    written: Vec<String>,
    out: String,
}

impl<'a> Page<'a> {
    fn top_level(&mut self, name: &str, field: &'a Value, required: bool) {
        let list = field.get("items");
        let title = if list.is_some() {
            format!("[[{name}]]")
        } else {
            format!("[{name}]")
        };
        let title = if name == "policy" {
            "[policy.NAME]".to_owned()
        } else {
            title
        };
        let count = list.map_or_else(String::new, |_| {
            match bounds(field, "minItems", "maxItems") {
                Some((Some(min), Some(max))) if min == max => format!(" Exactly {min} of them."),
                Some((Some(min), Some(max))) => format!(" From {min} to {max} of them."),
                Some((None, Some(max))) => format!(" At most {max} of them."),
                Some(_) | None => String::new(),
            }
        });
        let optional = if required { "" } else { " May be left out." };
        let about = sentence(field);
        write!(self.out, "### `{title}`\n\n{about}{count}{optional}\n\n").unwrap();
        if let Some(values) = field.get("additionalProperties") {
            self.policies(self.follow(values));
        } else {
            self.table(name, self.follow(list.unwrap_or(field)));
        }
    }

    /// One kind of bot after the other.
    fn policies(&mut self, kinds: &'a Map<String, Value>) {
        for kind in kinds["oneOf"].as_array().unwrap() {
            let kind_word = kind["properties"]["kind"]["const"].as_str().unwrap();
            write!(
                self.out,
                "#### `kind = \"{kind_word}\"`\n\n{}\n\n",
                sentence(kind)
            )
            .unwrap();
            self.table("policy.NAME", kind.as_object().unwrap());
        }
    }

    /// The keys of a table, then the tables within it.
    fn table(&mut self, path: &str, table: &'a Map<String, Value>) {
        let mut inner: Vec<(Vec<&str>, &'a Value)> = Vec::new();
        let mut rows = String::new();
        for key in keys(table) {
            let field = &table["properties"][key];
            if field.get("const").is_some() {
                continue;
            }
            let target = field.get("items").unwrap_or(field);
            let definition = self.follow(target);
            if definition.contains_key("properties") {
                match inner
                    .iter_mut()
                    .find(|(_, other)| refers(other) == refers(target))
                {
                    Some((names, _)) => names.push(key),
                    None => inner.push((vec![key], target)),
                }
            }
            let range = self.range(field);
            let need = if is_required(table, key) { "yes" } else { "" };
            let meaning = self.meaning(field);
            writeln!(rows, "| `{key}` | {range} | {need} | {meaning} |").unwrap();
        }
        if !rows.is_empty() {
            self.out += "| key | value | required | meaning |\n|---|---|---|---|\n";
            self.out += &rows;
            self.out += "\n";
        }
        for (names, target) in inner {
            let reference = refers(target).unwrap_or_default().to_owned();
            if self.written.contains(&reference) {
                continue;
            }
            self.written.push(reference);
            let titles: Vec<String> = names
                .iter()
                .map(|name| format!("`{path}.{name}`"))
                .collect();
            write!(self.out, "#### {}\n\n", titles.join(", ")).unwrap();
            self.table(&format!("{path}.{}", names[0]), self.follow(target));
        }
    }

    /// The definition that a field refers to, or the field itself.
    fn follow(&self, field: &'a Value) -> &'a Map<String, Value> {
        match refers(field) {
            Some(name) => self.definitions[name].as_object().unwrap(),
            None => field.as_object().unwrap(),
        }
    }

    /// What a value may be.
    fn range(&self, field: &'a Value) -> String {
        if let Some(items) = field.get("items") {
            let of = if self.follow(items).contains_key("properties") {
                "tables"
            } else {
                "texts"
            };
            return match bounds(field, "minItems", "maxItems") {
                Some((_, Some(max))) => format!("list of {of}, at most {max}"),
                Some(_) | None => format!("list of {of}"),
            };
        }
        let definition = self.follow(field);
        let words = words(definition);
        if !words.is_empty() {
            let words: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            return words.join(", ");
        }
        if let Some(values) = field.get("additionalProperties") {
            let plain = values["anyOf"].get(0).unwrap_or(values);
            return format!("table of numbers, {}", span(plain, "minimum", "maximum"));
        }
        let kinds = field.get("type");
        if kinds.is_some_and(|kind| kind == "boolean" || kind[0] == "boolean") {
            return "`true` or `false`".to_owned();
        }
        if refers(field).is_none() && field.get("anyOf").is_some() {
            return "id, or list of ids".to_owned();
        }
        if definition.contains_key("properties") {
            return "table".to_owned();
        }
        if field.get("pattern").is_some() {
            return "id: `a`-`z`, `0`-`9`, `-`".to_owned();
        }
        match bounds(field, "minimum", "maximum") {
            Some(_) => span(field, "minimum", "maximum"),
            None => match bounds(field, "minLength", "maxLength") {
                Some((_, Some(max))) => format!("text, at most {max} characters"),
                Some(_) | None => "text".to_owned(),
            },
        }
    }

    fn meaning(&self, field: &'a Value) -> String {
        let target = field.get("items").unwrap_or(field);
        let explained: Vec<String> = words(self.follow(target))
            .into_iter()
            .filter_map(|(word, meaning)| Some(format!("`{word}`: {}", meaning?)))
            .collect();
        let parts = [sentence(field), explained.join(" ")];
        parts.join(" ").trim().to_owned()
    }
}

/// The keys of a table: those that must be given, in the order of the format, then the others.
fn keys(table: &Map<String, Value>) -> Vec<&str> {
    let required = table.get("required").and_then(Value::as_array);
    let mut keys: Vec<&str> = required
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let others = table.get("properties").and_then(Value::as_object);
    for key in others.into_iter().flat_map(Map::keys) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    keys
}

fn is_required(table: &Map<String, Value>, key: &str) -> bool {
    let required = table.get("required").and_then(Value::as_array);
    required.is_some_and(|required| required.iter().any(|other| other == key))
}

/// The name of the definition that a field refers to, be it optional or not.
fn refers(field: &Value) -> Option<&str> {
    let direct = field
        .get("$ref")
        .or_else(|| field["anyOf"].get(0)?.get("$ref"));
    direct?.as_str()?.rsplit('/').next()
}

/// The words of a vocabulary, with their meaning where one is written down.
fn words(definition: &Map<String, Value>) -> Vec<(&str, Option<&str>)> {
    if let Some(plain) = definition.get("enum").and_then(Value::as_array) {
        return plain
            .iter()
            .filter_map(|word| Some((word.as_str()?, None)))
            .collect();
    }
    let variants = definition.get("oneOf").and_then(Value::as_array);
    variants
        .into_iter()
        .flatten()
        .filter_map(|variant| Some((variant["const"].as_str()?, variant["description"].as_str())))
        .collect()
}

fn bounds(field: &Value, min: &str, max: &str) -> Option<(Option<i64>, Option<i64>)> {
    let bound = |key: &str| field.get(key).and_then(Value::as_i64);
    let found = (bound(min), bound(max));
    (found != (None, None)).then_some(found)
}

fn span(field: &Value, min: &str, max: &str) -> String {
    match bounds(field, min, max) {
        Some((Some(min), Some(max))) if min == max => format!("{min}"),
        Some((Some(min), Some(max))) => format!("{} to {max}", minus(min)),
        Some(_) | None => "number".to_owned(),
    }
}

fn minus(number: i64) -> String {
    number.to_string().replace('-', "−")
}

fn sentence(field: &Value) -> String {
    let text = field["description"].as_str().unwrap_or_default();
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}
