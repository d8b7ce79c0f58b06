//! Compares a deck with the schema of the format, and leaves a repaired copy that fits it.

mod schema;
mod wrong;

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Value};

use crate::deck::check::document::cut;
use crate::deck::check::nearest::{instead, nearest};
use crate::deck::check::{Document, Path, Step};
use crate::deck::problem::Problem;

use schema::{Kind, Schema};

/// Problems that are collected before the rest of the deck is left alone; a file with more is no deck.
const MOST: usize = 1000;

/// What the walk through a deck leaves.
#[derive(Debug)]
pub(super) struct Walked {
    /// The deck without its structural faults: what was wrong has a stand-in, what was too much is gone.
    pub(super) clean: Value,
    /// Everything that is wrong with the structure.
    pub(super) problems: Vec<Problem>,
    /// Where there is a stand-in.
    pub(super) repaired: Vec<Path>,
}

/// Walks through a deck along the schema.
pub(super) fn walk(document: &Document<'_>) -> Walked {
    let mut walk = Walk {
        document,
        here: Path::default(),
        problems: Vec::new(),
        repaired: Vec::new(),
    };
    let clean = walk.table(Schema::root(), document.root());
    Walked {
        clean,
        problems: walk.problems,
        repaired: walk.repaired,
    }
}

struct Walk<'a> {
    document: &'a Document<'a>,
    here: Path,
    problems: Vec<Problem>,
    repaired: Vec<Path>,
}

impl Walk<'_> {
    fn value(&mut self, schema: Schema, value: &Spanned<DeValue<'_>>) -> Value {
        let found = match (schema.kind(), value.get_ref()) {
            (Kind::Table, DeValue::Table(table)) => Some(self.table(schema, table)),
            (Kind::Tagged, DeValue::Table(table)) => Some(self.tagged(schema, table)),
            (Kind::List, DeValue::Array(items)) => Some(self.list(schema, items)),
            (Kind::Words, DeValue::String(word)) => Some(self.word(schema, word)),
            (Kind::Text, DeValue::String(text)) => Some(self.text(schema, text)),
            (Kind::Switch, DeValue::Boolean(on)) => Some((*on).into()),
            (Kind::Either, found) => {
                let fits = |shape: &Schema| wrong::fits(*shape, found);
                let shape = schema.shapes().find(fits).or(schema.shapes().next());
                return shape.map_or(Value::Boolean(false), |shape| self.value(shape, value));
            }
            (Kind::Number, DeValue::Integer(number)) => {
                let number = i64::from_str_radix(number.as_str(), number.radix());
                Some(self.number(schema, number.ok()))
            }
            _ => None,
        };
        found.unwrap_or_else(|| {
            let message = wrong::message(schema, value.get_ref());
            let help = wrong::help(schema, value.get_ref(), &self.here);
            self.note("wrong-type", message, help);
            self.repair(schema)
        })
    }

    fn table(&mut self, schema: Schema, table: &DeTable<'_>) -> Value {
        let mut clean = toml::Table::new();
        let known = schema.keys();
        let (least, most) = schema.key_count();
        let mut given = 0;
        for (key, value) in table {
            let key = key.get_ref().as_ref();
            if self.problems.len() >= MOST {
                break;
            }
            self.here.0.push(key.to_owned().into());
            if let Some(inner) = schema.property(key) {
                let value = self.value(inner, value);
                clean.insert(key.to_owned(), value);
            } else if let Some(inner) = schema.any_property() {
                if !schema.allows_key(key) {
                    self.note_key("bad-id", wrong::id(key), schema::ID_HELP.to_owned());
                }
                given += 1;
                if given <= most {
                    let value = self.value(inner, value);
                    clean.insert(key.to_owned(), value);
                }
            } else {
                let message = format!("`{}` is no key of {}", cut(key), self.around());
                self.note_key(
                    "unknown-key",
                    message,
                    instead(key, "the keys here", &known),
                );
            }
            self.here.0.pop();
        }
        self.complete(schema, table, &mut clean);
        if schema.any_property().is_some() && !(least..=most).contains(&given) {
            let message = format!("{} has {given} entries", self.whereabouts());
            self.note("wrong-count", message, wrong::count(least, most));
            self.repaired.push(self.here.clone());
        }
        Value::Table(clean)
    }

    /// Adds stand-ins for what a table must have and has not.
    fn complete(&mut self, schema: Schema, table: &DeTable<'_>, clean: &mut toml::Table) {
        let known = schema.keys();
        let meant: Vec<&str> = table
            .keys()
            .map(|key| key.get_ref().as_ref())
            .filter(|key| !known.contains(key))
            .filter_map(|wrong| nearest(wrong, known.iter().copied()))
            .collect();
        for key in &meant {
            self.repaired.push(self.here.to((*key).to_owned()));
        }
        let mut missing = Vec::new();
        for key in schema.required() {
            let inner = schema.property(key).filter(|_| !clean.contains_key(key));
            let Some(inner) = inner else { continue };
            self.here.0.push(key.to_owned().into());
            let stand_in = self.repair(inner);
            self.here.0.pop();
            clean.insert(key.to_owned(), stand_in);
            if !meant.contains(&key) {
                missing.push((key, inner));
            }
        }
        if !missing.is_empty() {
            let keys: Vec<&str> = missing.iter().map(|(key, _)| *key).collect();
            let message = format!("{} has no {}", self.whereabouts(), wrong::list(&keys));
            let help = wrong::missing(&missing, self.here.0.is_empty());
            self.note("missing-key", message, help);
        }
    }

    /// A table whose other keys depend on its `kind`.
    fn tagged(&mut self, schema: Schema, table: &DeTable<'_>) -> Value {
        let kinds: Vec<&str> = schema.kinds().map(|(kind, _)| kind).collect();
        let Some(kind) = table.get("kind") else {
            let message = format!("{} has no `kind`", self.whereabouts());
            self.note("missing-key", message, instead("", "kinds", &kinds));
            return self.repair(schema);
        };
        let word = kind.get_ref().as_str();
        if let Some((_, schema)) = schema.kinds().find(|(kind, _)| Some(*kind) == word) {
            return self.table(schema, table);
        }
        let message = match word {
            Some(word) => format!("`{}` is no kind of policy", cut(word)),
            None => "the kind is a word in quotes".to_owned(),
        };
        let help = instead(word.unwrap_or_default(), "kinds", &kinds);
        self.here.0.push("kind".into());
        self.note("unknown-word", message, help);
        self.here.0.pop();
        self.repair(schema)
    }

    fn list(&mut self, schema: Schema, items: &[Spanned<DeValue<'_>>]) -> Value {
        let (least, most) = schema.item_count();
        if !(least..=most).contains(&items.len()) {
            let message = format!("{} has {} entries", self.whereabouts(), items.len());
            self.note("wrong-count", message, wrong::count(least, most));
            self.repaired.push(self.here.clone());
        }
        let inner = schema.items();
        let mut clean = Vec::new();
        for (place, item) in items.iter().take(most).enumerate() {
            if self.problems.len() >= MOST {
                break;
            }
            self.here.0.push(place.into());
            clean.push(self.value(inner, item));
            self.here.0.pop();
        }
        while clean.len() < least {
            clean.push(inner.stand_in());
        }
        Value::Array(clean)
    }

    fn word(&mut self, schema: Schema, word: &str) -> Value {
        let known = schema.words();
        if known.contains(&word) {
            return word.into();
        }
        let message = format!("`{}` is no {}", cut(word), self.noun());
        self.note("unknown-word", message, instead(word, "one of", &known));
        self.repair(schema)
    }

    fn text(&mut self, schema: Schema, text: &str) -> Value {
        let (least, most) = schema.length();
        let count = text.chars().count();
        if count < least {
            let help = wrong::about(schema, "write something here");
            self.note("empty-text", "this text is empty".to_owned(), help);
        } else if count > most {
            let message = format!("this text has {count} characters");
            self.note("long-text", message, format!("at most {most} fit"));
        } else if !schema.allows_text(text) {
            self.note("bad-id", wrong::id(text), schema::ID_HELP.to_owned());
            self.repaired.push(self.here.clone());
        }
        text.into()
    }

    fn number(&mut self, schema: Schema, number: Option<i64>) -> Value {
        let (least, most) = schema.range();
        let inside = number.filter(|number| (least..=most).contains(number));
        if let Some(number) = inside {
            return number.into();
        }
        let name = self.document.name(&self.here);
        let message = match number {
            Some(number) if least == most => format!("`{name}` is {number}; it must be {least}"),
            Some(number) => format!("`{name}` is {number}; it runs from {least} to {most}"),
            None => format!("`{name}` is far too large; it runs from {least} to {most}"),
        };
        self.note("out-of-range", message, wrong::about(schema, ""));
        self.repair(schema)
    }

    /// What stands here, by its key.
    fn noun(&self) -> String {
        let key = self.here.0.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.replace('_', " ")),
            Step::Item(_) => None,
        });
        key.unwrap_or_default()
    }

    fn repair(&mut self, schema: Schema) -> Value {
        self.repaired.push(self.here.clone());
        schema.stand_in()
    }

    /// Where the key that was just entered stands.
    fn around(&mut self) -> String {
        let key = self.here.0.pop();
        let around = self.whereabouts();
        self.here.0.extend(key);
        around
    }

    fn whereabouts(&self) -> String {
        if self.here.0.is_empty() {
            "a deck".to_owned()
        } else {
            format!("`{}`", self.document.name(&self.here))
        }
    }

    fn note(&mut self, code: &'static str, message: String, help: String) {
        let problem = self.document.problem(code, &self.here, message, help);
        self.problems.push(problem);
    }

    fn note_key(&mut self, code: &'static str, message: String, help: String) {
        let mut problem = self.document.problem(code, &self.here, message, help);
        problem.span = self.document.key_span(&self.here);
        self.problems.push(problem);
    }
}
