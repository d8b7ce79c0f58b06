//! Tells in words what changed between two decks.

use std::fmt;

use toml::{Table, Value};

use crate::deck::Deck;
use crate::deck::check::cut;
use crate::deck::plain::paragraphs;

/// One change between two decks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where, in the words of the deck: `card gas-discount`, `session`.
    pub place: String,
    /// What changed there: `gain 8 → 10`.
    pub what: String,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// What changed from one deck to the other, in the order of the second, what was taken out at the end of
/// its part. Comments and the way in which something is written do not count.
pub fn diff(old: &Deck, new: &Deck) -> Vec<Change> {
    let parsed = |deck: &Deck| deck.source.parse::<Table>().unwrap_or_default();
    let mut changes = Vec::new();
    let (old, new) = (parsed(old), parsed(new));
    for (name, value) in &new {
        part(name, old.get(name), Some(value), &mut changes);
    }
    for (name, value) in &old {
        if !new.contains_key(name) {
            part(name, Some(value), None, &mut changes);
        }
    }
    changes
}

/// One part of the file: a table, a table of tables such as `response`, or a list such as `card`.
fn part(name: &str, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<Change>) {
    if old.or(new).is_some_and(Value::is_array) {
        list(name, items(old), items(new), changes);
        return;
    }
    let empty = Table::new();
    let table = |value: Option<&Value>| value.and_then(Value::as_table).cloned();
    let (old, new) = (table(old), table(new));
    let (old, new) = (
        old.as_ref().unwrap_or(&empty),
        new.as_ref().unwrap_or(&empty),
    );
    if !old.values().chain(new.values()).all(Value::is_table) {
        values(name, "", old, new, changes);
        return;
    }
    for (key, value) in new {
        entry(&format!("{name} {key}"), old.get(key), Some(value), changes);
    }
    for (key, value) in old {
        if !new.contains_key(key) {
            entry(&format!("{name} {key}"), Some(value), None, changes);
        }
    }
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// What an entry of a list is known by: its id, or where it has none its date and how its text begins.
fn id(item: &Value) -> String {
    let word = |key: &str| item.get(key).and_then(Value::as_str);
    match (word("id"), word("date"), word("text")) {
        (Some(id), ..) => id.to_owned(),
        (None, Some(date), Some(text)) => format!("{date} “{}”", cut(&paragraphs(text))),
        (None, ..) => String::new(),
    }
}

/// A list whose entries are known by their ids.
fn list(name: &str, old: &[Value], new: &[Value], changes: &mut Vec<Change>) {
    let find = |items: &'_ [Value], wanted: &str| items.iter().position(|item| id(item) == wanted);
    for item in new {
        let before = find(old, &id(item)).map(|place| &old[place]);
        entry(&format!("{name} {}", id(item)), before, Some(item), changes);
    }
    for item in old {
        if find(new, &id(item)).is_none() {
            entry(&format!("{name} {}", id(item)), Some(item), None, changes);
        }
    }
    let kept = |items: &[Value], others: &[Value]| -> Vec<String> {
        let shared = items.iter().map(id);
        shared.filter(|id| find(others, id).is_some()).collect()
    };
    let (before, after) = (kept(old, new), kept(new, old));
    if before != after {
        changes.push(Change {
            place: name.to_owned(),
            what: format!("order changed: now {}", after.join(", ")),
        });
    }
}

/// One entry of a list, or one table of a table.
fn entry(place: &str, old: Option<&Value>, new: Option<&Value>, changes: &mut Vec<Change>) {
    let place = cut(place);
    match (old, new) {
        (Some(Value::Table(old)), Some(Value::Table(new))) => values(&place, "", old, new, changes),
        (Some(_), None) => changes.push(Change {
            what: "taken out".to_owned(),
            place,
        }),
        (_, Some(new)) => {
            let title = ["title", "name", "text", "question"];
            let title = title.iter().find_map(|key| new.get(key)?.as_str());
            let what = title.map_or("added".to_owned(), |title| {
                format!("added, “{}”", cut(&paragraphs(title)))
            });
            changes.push(Change { place, what });
        }
        (None, None) => {}
    }
}

/// The values of a table; inner tables are named with a dot.
fn values(place: &str, prefix: &str, old: &Table, new: &Table, changes: &mut Vec<Change>) {
    let mut note = |what: String| {
        changes.push(Change {
            place: place.to_owned(),
            what,
        });
    };
    let mut inner = Vec::new();
    for (key, value) in new {
        let name = format!("{prefix}{key}");
        match (old.get(key), value) {
            (None, value) => note(format!("{name} added: {}", shown(value))),
            (Some(Value::Table(old)), Value::Table(new)) => inner.push((name, old, new)),
            (Some(Value::String(old)), Value::String(new)) => {
                if paragraphs(old) != paragraphs(new) {
                    note(reworded(&name, &paragraphs(old), &paragraphs(new)));
                }
            }
            (Some(Value::Array(old)), Value::Array(new)) if are_tables_alike(old, new) => {
                for (place, (old, new)) in old.iter().zip(new).enumerate() {
                    if let (Value::Table(old), Value::Table(new)) = (old, new) {
                        inner.push((format!("{name}[{}]", place + 1), old, new));
                    }
                }
            }
            (Some(old), new) if old != new => {
                note(format!("{name} {} → {}", shown(old), shown(new)));
            }
            (Some(_), _) => {}
        }
    }
    for (key, value) in old {
        if !new.contains_key(key) {
            note(format!("{prefix}{key} taken out (was {})", shown(value)));
        }
    }
    for (name, old, new) in inner {
        values(place, &format!("{name}."), old, new, changes);
    }
}

/// Whether two lists hold tables only, and equally many: then each is compared with its like.
fn are_tables_alike(old: &[Value], new: &[Value]) -> bool {
    old.len() == new.len() && old.iter().chain(new).all(Value::is_table)
}

fn reworded(name: &str, old: &str, new: &str) -> String {
    const SHORT: usize = 60;
    if old.chars().count().max(new.chars().count()) <= SHORT {
        return format!("{name} “{old}” → “{new}”");
    }
    let words = |text: &str| text.split_whitespace().count();
    let first = old.split_whitespace().zip(new.split_whitespace());
    let same = first.take_while(|(old, new)| old == new).count();
    let from: Vec<&str> = new
        .split_whitespace()
        .skip(same.saturating_sub(2))
        .collect();
    format!(
        "{name} reworded ({} → {} words), from “{}” on",
        words(old),
        words(new),
        cut(&from.join(" "))
    )
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("“{}”", cut(&paragraphs(text))),
        Value::Array(items) if items.iter().all(Value::is_str) => {
            let items: Vec<String> = items.iter().map(shown).collect();
            items.join(", ")
        }
        Value::Array(items) => format!("{} entries", items.len()),
        Value::Table(table) => {
            let pairs: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{key} {}", shown(value)))
                .collect();
            pairs.join(", ")
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            value.to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = include_str!("../../../../tests/decks/base.toml");

    fn changes(edits: &[(&str, &str)]) -> Vec<String> {
        let mut text = BASE.to_owned();
        for (from, to) in edits {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let old = Deck::from_text("old", BASE).unwrap();
        let new = Deck::from_text("new", &text).unwrap();
        diff(&old, &new).iter().map(Change::to_string).collect()
    }

    #[test]
    fn a_deck_does_not_differ_from_itself_however_it_is_written() {
        assert!(changes(&[("gain = 6", "gain = 0x06 # half a dozen")]).is_empty());
    }

    #[test]
    fn numbers_words_and_texts_are_named_where_they_changed() {
        let found = changes(&[
            ("moves = 4", "moves = 3"),
            ("gain = 6", "gain = 8"),
            ("Lower river tolls", "Lower tolls"),
            ("start = 3, gain", "start = 2, gain"),
            ("blockade = 12, ", ""),
        ]);
        assert_eq!(
            found,
            [
                "session: moves 4 → 3",
                "session: effort.start 3 → 2",
                "card tolls: title “Lower river tolls” → “Lower tolls”",
                "card tolls: gain 6 → 8",
                "event storm: change.blockade taken out (was 12)",
            ]
        );
    }

    #[test]
    fn entries_that_came_went_or_moved_are_told() {
        let start = BASE.find("[[event]]\nid = \"storm\"").unwrap();
        let end = BASE.find("[[event]]\nid = \"envoy\"").unwrap();
        let storm = BASE.get(start..end).unwrap();
        let calm = storm
            .replace("storm\"", "calm\"")
            .replace("A storm", "A calm");
        assert_eq!(
            changes(&[(storm, &calm)]),
            [
                "event calm: added, “A calm closes the sea lanes”",
                "event storm: taken out",
            ]
        );
        let moved = changes(&[
            (storm, ""),
            ("[over_norm]", &format!("{storm}\n[over_norm]")),
        ]);
        assert_eq!(moved, ["event: order changed: now envoy, storm"]);
    }

    #[test]
    fn entries_without_an_id_are_known_by_their_date_and_text() {
        let later = "[[timeline]]\ndate = \"1912\"\nlabel = \"fact\"\nabout = \"river\"\ntext = \"A flood.\"\nsource = \"S1\"\n\n[[source]]";
        let found = changes(&[
            (
                "label = \"fact\"\nabout = \"trade\"",
                "label = \"claim\"\nabout = \"trade\"",
            ),
            ("[[source]]", later),
        ]);
        assert_eq!(
            found,
            [
                "timeline 1911 “Tolls were halved.”: label “fact” → “claim”",
                "timeline 1912 “A flood.”: added, “A flood.”",
            ]
        );
    }

    #[test]
    fn tables_in_a_list_are_compared_one_by_one() {
        let found = changes(&[(
            "figure = \"Half of all trade crosses the river.\", source",
            "figure = \"A third of all trade crosses the river.\", as_of = \"1912\", source",
        )]);
        assert_eq!(
            found,
            [
                "domain trade: baseline[1].figure “Half of all trade crosses the river.” → “A third of all trade crosses the river.”",
                "domain trade: baseline[1].as_of added: “1912”",
            ]
        );
    }

    #[test]
    fn a_long_text_is_told_by_where_it_begins_to_differ() {
        let found = changes(&[(
            "A fictional pair of neighbours and the harbour between them.",
            "A fictional pair of neighbours, and all the water between them.",
        )]);
        assert_eq!(
            found,
            [
                "deck: summary reworded (10 → 11 words), from “pair of neighbours, and all the water between them.” on"
            ]
        );
    }
}
