//! A form of a sheet: named lines to type into or to choose from, one below the other.
//!
//! ```text
//!   Headline     Ports closed by ice
//! › To read      Two ports are closed for a week …
//!   How grave    ‹ medium ›
//! ```
//!
//! Everything typed is kept as a draft under the act's prefix. Enter goes on from line to line and, on the
//! last one, puts the act on the record; so does Ctrl-S from anywhere.

mod building;
mod field;

use ratatui::Frame;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::field::Typing;
use crate::keymap::Layer;
use crate::page::form::field::{Field, Value};
use crate::page::paper::below;
use crate::sitting::Sitting;

/// What a form makes of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing but moving about.
    Nothing,
    /// Another choice was taken on this line.
    Changed(&'static str),
    /// What stands there is to be put on the record.
    Record,
    /// The sheet is to be taken away.
    Back,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    prefix: String,
    fields: Vec<Field>,
    focus: usize,
    /// Whether Enter answers the whole form from any of its lines.
    at_once: bool,
    /// Whether its lines are looked at only: none is marked.
    rests: bool,
}

impl Form {
    /// An empty form; what is typed is kept under names that begin with `prefix`.
    pub const fn new(prefix: String) -> Self {
        Self {
            prefix,
            fields: Vec::new(),
            focus: 0,
            at_once: false,
            rests: false,
        }
    }

    /// The line that has the focus.
    pub fn focus(&self) -> &'static str {
        self.fields.get(self.focus).map_or("", |field| field.key)
    }

    /// What the line that has the focus is called.
    pub fn label(&self, key: &str) -> &str {
        self.field(key).map_or("", |field| field.label.as_str())
    }

    /// Calls a line otherwise.
    pub fn call(&mut self, key: &str, label: &str) {
        for field in self.fields.iter_mut().filter(|field| field.key == key) {
            label.clone_into(&mut field.label);
        }
    }

    /// Goes to a line.
    pub fn focus_on(&mut self, key: &'static str) {
        if let Some(place) = self.fields.iter().position(|field| field.key == key) {
            self.focus = place;
        }
    }

    /// Marks none of its lines, or the one that has the focus again.
    pub const fn rest(&mut self, rests: bool) {
        self.rests = rests;
    }

    /// Shows a line, or hides it.
    pub fn show(&mut self, key: &'static str, shown: bool) {
        for field in &mut self.fields {
            if field.key == key {
                field.hidden = !shown;
            }
        }
    }

    fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// What was typed into a line, without blanks around it; nothing for one that is hidden.
    pub fn typed(&self, key: &str) -> String {
        match self.field(key).filter(|field| !field.hidden) {
            Some(Field {
                value: Value::Line(field),
                ..
            }) => field.text().trim().to_owned(),
            Some(Field {
                value: Value::Text(field, _),
                ..
            }) => field.value().trim().to_owned(),
            _ => String::new(),
        }
    }

    /// What was typed, where something was.
    pub fn given(&self, key: &str) -> Option<String> {
        let text = self.typed(key);
        (!text.is_empty()).then_some(text)
    }

    /// A whole number that was typed, with either minus sign.
    pub fn number(&self, key: &str) -> Option<i64> {
        let text = self.typed(key).replace('−', "-");
        text.trim_start_matches('+').parse().ok()
    }

    /// Writes into a line.
    pub fn set(&mut self, key: &str, text: &str) {
        for field in self.fields.iter_mut().filter(|field| field.key == key) {
            match &mut field.value {
                Value::Line(line) => line.set(text),
                Value::Text(area, _) => area.set(text),
                Value::Choice(..) => {}
            }
        }
    }

    /// The place of the choice that is taken on a line.
    pub fn chosen(&self, key: &str) -> usize {
        match self.field(key).map(|field| &field.value) {
            Some(Value::Choice(_, at)) => *at,
            _ => 0,
        }
    }

    /// Takes a choice on a line.
    pub fn choose(&mut self, key: &str, place: usize) {
        for field in self.fields.iter_mut().filter(|field| field.key == key) {
            if let Value::Choice(options, at) = &mut field.value {
                *at = place.min(options.len().saturating_sub(1));
            }
        }
    }

    /// Replaces what a line offers.
    pub fn offer(&mut self, key: &str, options: &[String]) {
        for field in self.fields.iter_mut().filter(|field| field.key == key) {
            if let Value::Choice(all, at) = &mut field.value {
                *at = (*at).min(options.len().saturating_sub(1));
                options.clone_into(all);
            }
        }
    }

    /// The layer of its keys.
    pub fn layer(&self) -> Layer {
        match self.fields.get(self.focus).map(|field| &field.value) {
            Some(Value::Line(_)) => Layer::Line,
            Some(Value::Text(..)) => Layer::Text,
            Some(Value::Choice(..)) | None => Layer::Choice,
        }
    }

    /// The text field that is typed into, if one is.
    pub fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match &mut self.fields.get_mut(self.focus)?.value {
            Value::Line(field) => Some(field),
            Value::Text(field, _) => Some(field.as_mut()),
            Value::Choice(..) => None,
        }
    }

    /// From a line of choices to the first text that is still empty, if there is one: a sentence that somebody begins
    /// to type is lost nowhere.
    pub fn go_to_text(&mut self) {
        let waits = |field: &Field| match &field.value {
            Value::Line(line) => line.text().is_empty(),
            Value::Text(text, _) => text.value().is_empty(),
            Value::Choice(..) => false,
        };
        let mut fields = self.fields.iter();
        if let Some(place) = fields.position(|field| !field.hidden && waits(field)) {
            self.focus = place;
        }
    }

    /// The commands of the footer; `record` says what putting it on the record is called.
    pub fn hints(&self, record: &'static str) -> Vec<Hint> {
        let mut hints = match self.layer() {
            Layer::Text => vec![Command::Confirm.hint(record)],
            Layer::Line if self.at_once || self.is_last() => vec![Command::Confirm.hint(record)],
            Layer::Line => vec![Command::Record.hint(record)],
            _ if self.at_once => vec![Command::Confirm.hint(record)],
            _ if self.is_last() => vec![Command::Confirm.hint(record)],
            _ => vec![Command::Record.hint(record)],
        };
        if self.layer() == Layer::Choice && self.may_turn() {
            hints.push(Command::Right.hint("other choice"));
        }
        if self.fields.iter().filter(|field| !field.hidden).count() > 1 {
            hints.push(Command::NextField.into());
        }
        hints.push(if self.keeps_text() {
            Command::Back.hint("back, keeps the text")
        } else {
            Command::Back.into()
        });
        hints
    }

    /// Whether anything that is typed into it is kept where it is left.
    fn keeps_text(&self) -> bool {
        self.fields.iter().any(|field| match &field.value {
            Value::Line(line) => line.draft_name().is_some(),
            Value::Text(text, _) => text.draft_name().is_some(),
            Value::Choice(..) => false,
        })
    }

    /// Whether another choice can be taken on the line that has the focus.
    fn may_turn(&self) -> bool {
        let value = self.fields.get(self.focus).map(|field| &field.value);
        matches!(value, Some(Value::Choice(options, _)) if options.len() > 1)
    }

    fn is_last(&self) -> bool {
        !self
            .fields
            .iter()
            .skip(self.focus + 1)
            .any(|field| !field.hidden)
    }

    /// Goes on to the next line that is shown, or back, as far as there is one.
    fn walk(&mut self, forward: bool) {
        let from = self.focus;
        self.step(forward);
        if (self.focus > from) != forward {
            self.focus = from;
        }
    }

    /// Goes on from a line to the next that is shown, or back.
    fn step_from(&mut self, place: usize, forward: bool) {
        self.focus = place;
        self.step(forward);
    }

    fn step(&mut self, forward: bool) {
        let count = self.fields.len();
        for _ in 0..count {
            let by = if forward { 1 } else { count - 1 };
            self.focus = (self.focus + by) % count;
            if !self.fields[self.focus].hidden {
                return;
            }
        }
    }

    fn turn(&mut self, to: impl FnOnce(usize, usize) -> usize) -> Asked {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Asked::Nothing;
        };
        if let Value::Choice(options, at) = &mut field.value {
            let count = options.len().max(1);
            *at = to(*at, count) % count;
            return Asked::Changed(field.key);
        }
        Asked::Nothing
    }

    /// Does a command.
    pub fn on(&mut self, command: Command) -> Asked {
        match command {
            Command::Back => return Asked::Back,
            Command::Record => return Asked::Record,
            Command::Confirm if self.at_once || self.layer() == Layer::Text || self.is_last() => {
                return Asked::Record;
            }
            Command::Confirm | Command::NextField => self.step(true),
            Command::PreviousField => self.step(false),
            Command::Down => self.walk(true),
            Command::Up => self.walk(false),
            Command::First | Command::PageUp => self.step_from(self.fields.len() - 1, true),
            Command::Last | Command::PageDown => self.step_from(0, false),
            Command::Row(row) if usize::from(row) < self.fields.len() => {
                self.focus = usize::from(row);
            }
            Command::Right => return self.turn(|at, _| at + 1),
            Command::Left => return self.turn(|at, count| at + count - 1),
            Command::Pick(number) => {
                return self.turn(|at, count| {
                    let place = usize::from(number.saturating_sub(1));
                    if place < count { place } else { at }
                });
            }
            _ => {}
        }
        Asked::Nothing
    }

    fn shown(&self) -> impl Iterator<Item = (usize, &Field)> {
        let fields = self.fields.iter().enumerate();
        fields.filter(|(_, field)| !field.hidden)
    }

    /// Rows that it takes.
    pub fn height(&self) -> u16 {
        self.shown().map(|(_, field)| field.rows()).sum()
    }

    /// Free lines that it would have where there is room.
    fn gaps(&self) -> u16 {
        self.shown().map(|(_, field)| u16::from(field.apart)).sum()
    }

    /// Draws it from the top of an area; gives the room below it.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) -> Rect {
        let widest = self.shown().map(|(_, field)| field.label.width()).max();
        let label = u16::try_from(widest.unwrap_or(0) + 4).unwrap_or(u16::MAX);
        let label = label.min(area.width / 2);
        // Where there is too little room, fields of several rows give way first.
        let mut missing = self.height().saturating_sub(area.height);
        let roomy = area.height >= self.height() + self.gaps();
        let mut at = area;
        for (place, field) in self.shown() {
            at = below(at, u16::from(roomy && field.apart));
            if at.height == 0 {
                break;
            }
            let rows = field.rows().saturating_sub(missing).max(1);
            missing -= field.rows() - rows;
            let spot = Rect {
                height: rows.min(at.height),
                ..at
            };
            let active = place == self.focus && !self.rests;
            field.draw(frame, spot, label, active, &sitting.theme);
            sitting.mark_rows(std::iter::once((place, spot)));
            at = below(at, rows);
        }
        at
    }
}
