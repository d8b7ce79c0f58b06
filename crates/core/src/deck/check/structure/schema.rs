//! Reads the JSON Schema of the format, as much of JSON Schema as ours uses.

use serde_json::Value as Json;
use toml::Value;

use crate::deck::raw::ID_PATTERN;

/// What an id looks like, in words.
pub(super) const ID_HELP: &str =
    "names are made of lower-case letters, digits and hyphens, and begin with a letter or digit";

/// What shape a value must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A table.
    Table,
    /// A table whose keys depend on its `kind`.
    Tagged,
    /// A list.
    List,
    /// One of a few words.
    Words,
    /// Any text.
    Text,
    /// A whole number.
    Number,
    /// True or false.
    Switch,
    /// One shape or another: which one, the value itself shows.
    Either,
}

/// A place in the schema.
#[derive(Clone, Copy, Debug)]
pub(super) struct Schema {
    /// The schema as it stands where it is used.
    outer: &'static Json,
    /// The schema that it refers to, or itself.
    inner: &'static Json,
}

impl Schema {
    /// The schema of a whole deck.
    pub(super) fn root() -> Self {
        Self::new(crate::deck::schema::root())
    }

    fn new(outer: &'static Json) -> Self {
        let mut inner = outer;
        while let Some(name) = inner["$ref"].as_str() {
            let name = name.trim_start_matches("#/$defs/");
            inner = &crate::deck::schema::root()["$defs"][name];
        }
        Self { outer, inner }
    }

    /// The shape of the value.
    pub(super) fn kind(self) -> Kind {
        if self.inner["anyOf"].is_array() {
            return Kind::Either;
        }
        if let Some(choices) = self.inner["oneOf"].as_array() {
            let words = choices.iter().all(|choice| choice["const"].is_string());
            return if words { Kind::Words } else { Kind::Tagged };
        }
        match self.inner["type"].as_str() {
            Some("object") => Kind::Table,
            Some("array") => Kind::List,
            Some("integer") => Kind::Number,
            Some("boolean") => Kind::Switch,
            _ if self.inner["enum"].is_array() || self.inner["const"].is_string() => Kind::Words,
            _ => Kind::Text,
        }
    }

    /// What the value means.
    pub(super) fn description(self) -> &'static str {
        let outer = self.outer["description"].as_str();
        outer
            .or(self.inner["description"].as_str())
            .unwrap_or_default()
    }

    /// The keys of a table.
    pub(super) fn keys(self) -> Vec<&'static str> {
        let keys = self.inner["properties"].as_object();
        keys.map(|keys| keys.keys().map(String::as_str).collect())
            .unwrap_or_default()
    }

    /// What a key of a table holds.
    pub(super) fn property(self, key: &str) -> Option<Self> {
        self.inner["properties"].get(key).map(Self::new)
    }

    /// What any key of a table holds, where the author chooses the keys.
    pub(super) fn any_property(self) -> Option<Self> {
        let any = &self.inner["additionalProperties"];
        any.is_object().then(|| Self::new(any))
    }

    /// Whether the author may choose this key.
    pub(super) fn allows_key(self, key: &str) -> bool {
        let pattern = &self.outer["propertyNames"]["pattern"];
        *pattern != ID_PATTERN || is_id(key)
    }

    /// The keys that a table must have.
    pub(super) fn required(self) -> impl Iterator<Item = &'static str> {
        let required = self.inner["required"].as_array();
        required.into_iter().flatten().filter_map(Json::as_str)
    }

    /// How many keys a table may have.
    pub(super) fn key_count(self) -> (usize, usize) {
        self.bounds("minProperties", "maxProperties")
    }

    /// How many entries a list may have.
    pub(super) fn item_count(self) -> (usize, usize) {
        self.bounds("minItems", "maxItems")
    }

    /// How many characters a text may have.
    pub(super) fn length(self) -> (usize, usize) {
        self.bounds("minLength", "maxLength")
    }

    fn bounds(self, least: &str, most: &str) -> (usize, usize) {
        let read = |key: &str| {
            let bound = self.outer[key].as_u64().or(self.inner[key].as_u64());
            bound.and_then(|bound| usize::try_from(bound).ok())
        };
        (read(least).unwrap_or(0), read(most).unwrap_or(usize::MAX))
    }

    /// The entries of a list.
    pub(super) fn items(self) -> Self {
        Self::new(&self.inner["items"])
    }

    /// The words that may stand here.
    pub(super) fn words(self) -> Vec<&'static str> {
        if let Some(word) = self.inner["const"].as_str() {
            return vec![word];
        }
        let listed = self.inner["enum"].as_array().into_iter().flatten();
        let chosen = self.inner["oneOf"].as_array().into_iter().flatten();
        listed
            .chain(chosen.map(|choice| &choice["const"]))
            .filter_map(Json::as_str)
            .collect()
    }

    /// The kinds of a tagged table, each with its own schema.
    pub(super) fn kinds(self) -> impl Iterator<Item = (&'static str, Self)> {
        let choices = self.inner["oneOf"].as_array().into_iter().flatten();
        choices.filter_map(|choice| {
            let kind = choice["properties"]["kind"]["const"].as_str()?;
            Some((kind, Self::new(choice)))
        })
    }

    /// The shapes that a value may have, the plainest first.
    pub(super) fn shapes(self) -> impl Iterator<Item = Self> {
        let shapes = self.inner["anyOf"].as_array();
        shapes.into_iter().flatten().map(Self::new)
    }

    /// The least and the largest number.
    pub(super) fn range(self) -> (i64, i64) {
        let least = self.inner["minimum"].as_i64();
        let most = self.inner["maximum"].as_i64();
        (least.unwrap_or(i64::MIN), most.unwrap_or(i64::MAX))
    }

    /// Whether a text has the form that is asked.
    pub(super) fn allows_text(self, text: &str) -> bool {
        self.inner["pattern"] != ID_PATTERN || is_id(text)
    }

    /// Something that fits, for a value that does not.
    pub(super) fn stand_in(self) -> Value {
        match self.kind() {
            Kind::Table => {
                let pairs = self.required().filter_map(|key| {
                    let value = self.property(key)?.stand_in();
                    Some((key.to_owned(), value))
                });
                Value::Table(pairs.collect())
            }
            Kind::Tagged => {
                let first = self.kinds().next();
                first.map_or(Value::Boolean(false), |(_, schema)| schema.stand_in())
            }
            Kind::List => {
                let (least, _) = self.item_count();
                Value::Array((0..least).map(|_| self.items().stand_in()).collect())
            }
            Kind::Words => self.words().first().copied().unwrap_or_default().into(),
            Kind::Text => "".into(),
            Kind::Number => {
                let (least, most) = self.range();
                0.clamp(least, most).into()
            }
            Kind::Switch => false.into(),
            Kind::Either => {
                let first = self.shapes().next();
                first.map_or(Value::Boolean(false), Self::stand_in)
            }
        }
    }
}

/// Whether a name is made of lower-case letters, digits and hyphens, and begins with no hyphen.
fn is_id(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && !name.starts_with('-') && name.chars().all(plain)
}
