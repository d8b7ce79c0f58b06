//! Finds places in a parsed deck: their spans, and their names for people.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::deck::plain;
use crate::deck::problem::Problem;

/// One step into a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::deck) enum Step {
    /// Into the table's value of this key.
    Key(Cow<'static, str>),
    /// Into the array's item of this place.
    Item(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Self::Key(Cow::Borrowed(key))
    }
}

impl From<String> for Step {
    fn from(key: String) -> Self {
        Self::Key(Cow::Owned(key))
    }
}

impl From<usize> for Step {
    fn from(place: usize) -> Self {
        Self::Item(place)
    }
}

/// The way to a place in a deck, from the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::deck) struct Path(pub(in crate::deck) Vec<Step>);

impl Path {
    /// The place one step further in.
    pub(in crate::deck) fn to(&self, step: impl Into<Step>) -> Self {
        let mut path = self.clone();
        path.0.push(step.into());
        path
    }

    /// Whether the other place is this one or lies within it.
    pub(super) fn holds(&self, other: &Self) -> bool {
        self.0.len() <= other.0.len() && self.touches(other)
    }

    /// Whether one of the two places lies within the other.
    pub(super) fn touches(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a == b)
    }
}

/// A path from its steps: `at!["card", 3, "gain"]`.
macro_rules! at {
    ($($step:expr),+ $(,)?) => {
        $crate::deck::check::Path(vec![$($crate::deck::check::Step::from($step)),+])
    };
}
pub(in crate::deck) use at;

/// A parsed deck.
#[derive(Debug)]
pub(in crate::deck) struct Document<'a> {
    root: &'a Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    /// A document of a parsed table.
    pub(in crate::deck) const fn new(root: &'a Spanned<DeTable<'a>>) -> Self {
        Self { root }
    }

    /// The table of the whole file.
    pub(super) fn root(&self) -> &'a DeTable<'a> {
        self.root.get_ref()
    }

    /// Where a value stands; where it is missing, the nearest place around it.
    pub(in crate::deck) fn value_span(&self, path: &Path) -> Range<usize> {
        let mut span = 0..0;
        let mut at: Option<&Spanned<DeValue<'_>>> = None;
        for step in &path.0 {
            let Some(next) = self.enter(at, step) else {
                break;
            };
            span = next.span();
            at = Some(next);
        }
        span
    }

    /// Where the last key of a path stands; where it is missing, the nearest place around it.
    pub(in crate::deck) fn key_span(&self, path: &Path) -> Range<usize> {
        let Some((Step::Key(key), parents)) = path.0.split_last() else {
            return self.value_span(path);
        };
        let parent = Path(parents.to_vec());
        let found = self
            .table(&parent)
            .and_then(|table| table.get_key_value(key.as_ref()))
            .map(|(key, _)| key.span());
        found.unwrap_or_else(|| self.value_span(&parent))
    }

    fn table(&self, path: &Path) -> Option<&'a DeTable<'a>> {
        let mut at = None;
        for step in &path.0 {
            at = Some(self.enter(at, step)?);
        }
        match at {
            None => Some(self.root()),
            Some(value) => value.get_ref().as_table(),
        }
    }

    fn enter(
        &self,
        at: Option<&'a Spanned<DeValue<'a>>>,
        step: &Step,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        match step {
            Step::Key(key) => {
                let table = match at {
                    None => self.root(),
                    Some(value) => value.get_ref().as_table()?,
                };
                table.get(key.as_ref())
            }
            Step::Item(place) => at?.get_ref().as_array()?.get(*place),
        }
    }

    /// The name of a place for people: `card[gas-discount].gain`, items by their id where they have one.
    pub(in crate::deck) fn name(&self, path: &Path) -> String {
        let mut name = String::new();
        let mut at = None;
        let mut lost = false;
        for step in &path.0 {
            let next = if lost { None } else { self.enter(at, step) };
            lost = next.is_none();
            at = next;
            match step {
                Step::Key(key) => {
                    if !name.is_empty() {
                        name.push('.');
                    }
                    name.push_str(&key_text(key));
                }
                Step::Item(place) => {
                    let id = at
                        .and_then(|item| item.get_ref().as_table()?.get("id"))
                        .and_then(|id| id.get_ref().as_str());
                    let _ = match id {
                        Some(id) => write!(name, "[{}]", cut(id)),
                        None => write!(name, "[{}]", place + 1),
                    };
                }
            }
        }
        name
    }

    /// A problem with the value of a path.
    pub(super) fn problem(
        &self,
        code: &'static str,
        path: &Path,
        message: String,
        help: String,
    ) -> Problem {
        Problem {
            code,
            path: self.name(path),
            span: self.value_span(path),
            message,
            help,
        }
    }
}

fn key_text(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !key.is_empty() && key.chars().all(bare) {
        cut(key)
    } else {
        format!("{:?}", cut(key))
    }
}

/// A word of the deck, harmless and short enough for a message.
pub(in crate::deck) fn cut(word: &str) -> String {
    const LIMIT: usize = 60;
    let mut out: String = plain(&word.chars().take(LIMIT).collect::<String>());
    if word.chars().nth(LIMIT).is_some() {
        out.push('…');
    }
    out
}
