//! A line of a script, as the reading of it takes it apart.

use std::ops::Range;

use serde_json::{Map, Value};

use super::spans::Pair;

/// Keys of a line beside the act.
pub(super) const KEYS: [&str; 7] = [
    "seat",
    "act",
    "rationale",
    "confidence",
    "dissent",
    "by",
    "at",
];

/// A line being read.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) pairs: Vec<Pair>,
    pub(super) object: Map<String, Value>,
}

impl Reader<'_> {
    pub(super) fn pair(&self, path: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.path == path)
    }

    pub(super) fn value_span(&self, path: &str) -> Range<usize> {
        self.pair(path)
            .map_or(0..self.text.len(), |pair| pair.value_span.clone())
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.object.get(key).filter(|value| !value.is_null())
    }
}
