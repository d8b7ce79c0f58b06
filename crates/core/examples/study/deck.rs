//! The decks that are studied: the numbers of a file, whatever texts stand beside them.

use std::error::Error;

use toml::{Table, Value};
use unequal_core::model::read::read;
use unequal_core::model::scenario::Scenario;
use unequal_core::study::number::changed;

/// The reference deck of the rules: it has every key that drives them, and no other.
const REFERENCE: &str = include_str!("../../../../tests/golden/second/deck.toml");

/// Keys of numbers that the reference deck does without.
const OPTIONAL: &[(&str, &[&str])] = &[
    ("session", &["demands"]),
    ("card", &["excludes"]),
    ("event", &["given", "not_given", "at_least", "at_most"]),
    ("measure", &["secret", "leaks"]),
    ("europe", &["leaks_at"]),
];

/// A deck by its name: `reference`, or the path of a file; behind a comma what is changed in it.
pub(crate) fn deck(name: &str) -> Result<Scenario, Box<dyn Error>> {
    let name = name.split_once('@').map_or(name, |(_, deck)| deck);
    let (file, changes) = name.split_once(',').unwrap_or((name, ""));
    let text = if file == "reference" {
        REFERENCE.to_owned()
    } else {
        numbers_of(&std::fs::read_to_string(file)?)?
    };
    Ok(changed(&read(&text)?, changes)?)
}

/// The text of a deck without what is there to be read by people.
fn numbers_of(text: &str) -> Result<String, Box<dyn Error>> {
    let reference: Table = REFERENCE.parse()?;
    let mut deck: Table = text.parse()?;
    deck.retain(|key, _| reference.contains_key(key));
    for (name, value) in &mut deck {
        let known = keys(name, &reference[name]);
        match value {
            Value::Array(tables) => tables.iter_mut().for_each(|table| prune(table, &known)),
            Value::Table(tables) if is_of_tables(&reference[name]) => {
                tables
                    .iter_mut()
                    .for_each(|(_, table)| prune(table, &known));
            }
            other => prune(other, &known),
        }
    }
    Ok(toml::to_string(&deck)?)
}

/// Tables of tables, such as the responses.
fn is_of_tables(value: &Value) -> bool {
    let all = |table: &Table| table.values().all(Value::is_table);
    value.as_table().is_some_and(all)
}

/// The keys that drive the rules in a table, or in any of several.
fn keys(name: &str, reference: &Value) -> Vec<String> {
    let tables: Vec<&Table> = match reference {
        Value::Array(tables) => tables.iter().filter_map(Value::as_table).collect(),
        Value::Table(tables) if is_of_tables(reference) => {
            tables.values().filter_map(Value::as_table).collect()
        }
        other => other.as_table().into_iter().collect(),
    };
    let optional = OPTIONAL.iter().filter(|(table, _)| *table == name);
    let optional = optional.flat_map(|(_, keys)| keys.iter().map(|key| (*key).to_owned()));
    let known = tables.into_iter().flat_map(|table| table.keys().cloned());
    known.chain(optional).collect()
}

fn prune(value: &mut Value, known: &[String]) {
    if let Value::Table(table) = value {
        table.retain(|key, _| known.iter().any(|other| other == key));
    }
}
