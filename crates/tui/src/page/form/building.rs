//! Builds a form line by line.

use crate::field::{LineField, TextField};
use crate::page::form::Form;
use crate::page::form::field::{Field, Value};
use crate::sitting::Sitting;
use unequal_core::engine::seat::Seat;

impl Form {
    fn with(mut self, key: &'static str, label: &str, value: Value) -> Self {
        self.fields.push(Field {
            key,
            label: label.to_owned(),
            value,
            hidden: false,
            apart: false,
            side: None,
        });
        self
    }

    /// The same form with a line to type into. Its hint says what may be typed, and never looks like what was typed: a
    /// number that is meant where nothing is typed is named with words.
    #[must_use]
    pub fn line(self, sitting: &Sitting, key: &'static str, label: &str, hint: &str) -> Self {
        debug_assert!(
            hint.parse::<f64>().is_err(),
            "{key}: {hint} looks like a value"
        );
        let name = format!("{}{key}", self.prefix);
        let field = LineField::new(1000)
            .with_value(&sitting.draft(&name))
            .with_draft(&name)
            .with_placeholder(hint);
        self.with(key, label, Value::Line(field))
    }

    /// The same form with a line of at most `limit` characters that begins with a text, and is not kept
    /// where the sheet is left.
    #[must_use]
    pub fn named(
        self,
        key: &'static str,
        label: &str,
        limit: usize,
        text: &str,
        hint: &str,
    ) -> Self {
        let field = LineField::new(limit)
            .with_value(text)
            .with_placeholder(hint);
        self.with(key, label, Value::Line(field))
    }

    /// The same form with a line whose text is not shown, and not kept anywhere.
    #[must_use]
    pub fn secret(self, key: &'static str, label: &str, limit: usize, hint: &str) -> Self {
        let field = LineField::new(limit).with_placeholder(hint).masked();
        self.with(key, label, Value::Line(field))
    }

    /// The same form with some rows to type into.
    #[must_use]
    pub fn text(
        self,
        sitting: &Sitting,
        key: &'static str,
        label: &str,
        rows: u16,
        hint: &str,
    ) -> Self {
        let name = format!("{}{key}", self.prefix);
        let field = TextField::new(4000)
            .with_value(&sitting.draft(&name))
            .with_draft(&name)
            .with_placeholder(hint);
        self.with(key, label, Value::Text(Box::new(field), rows))
    }

    /// The same form with a line to choose from.
    #[must_use]
    pub fn choice(self, key: &'static str, label: &str, options: Vec<String>, at: usize) -> Self {
        let at = at.min(options.len().saturating_sub(1));
        self.with(key, label, Value::Choice(options, at))
    }

    /// The same form, its last line kept as a draft under a name of its own.
    #[must_use]
    pub fn kept_as(mut self, sitting: &Sitting, name: &str) -> Self {
        let last = self.fields.last_mut().map(|field| &mut field.value);
        if let Some(Value::Line(line)) = last {
            let kept = line.clone().with_value(&sitting.draft(name));
            *line = kept.with_draft(name);
        }
        self
    }

    /// The same form, its last line apart from those before it where there is room.
    #[must_use]
    pub fn apart(mut self) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.apart = true;
        }
        self
    }

    /// The same form, its last line in the hue of a side.
    #[must_use]
    pub fn of_side(mut self, side: Seat) -> Self {
        if let Some(field) = self.fields.last_mut() {
            field.side = Some(side);
        }
        self
    }

    /// The same form with the focus on a line.
    #[must_use]
    pub fn at(mut self, key: &'static str) -> Self {
        self.focus_on(key);
        self
    }

    /// The same form, of which Enter on any line answers the whole.
    #[must_use]
    pub const fn at_once(mut self) -> Self {
        self.at_once = true;
        self
    }
}
