//! Options to choose from: a number for each, what it is called, and what it would likely do.
//!
//! ```text
//! › 1 Accept                stability +1  autonomy −6
//!   2 Accept in part        stability −1  autonomy −3
//!   3 Deflect               no domain can pay for it
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::fit::{PART, fit, fit_parts, pad, wrap};
use crate::widget::rows::{Rows, mark};

/// One option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionRow {
    /// What it is called.
    pub name: String,
    /// What it would likely do, or why it is not open.
    pub note: String,
    /// The same said ever shorter, for lists that have less room: what fits is said, and nothing is cut.
    pub shorter: Vec<String>,
    /// What is said before the note where every row has the columns for it.
    pub aside: String,
    /// Whether it may be chosen.
    pub open: bool,
}

/// A list of options, one of them chosen.
#[derive(Clone, Debug)]
pub struct OptionList<'a> {
    rows: &'a [OptionRow],
    chosen: Option<usize>,
    first: usize,
    rest: bool,
    zero: bool,
    wraps: bool,
}

/// A line of a list: its option, and what of the name stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    option: usize,
    begins: bool,
    name: String,
}

/// Columns of the mark and the number before a name.
const BEFORE: usize = 4;
/// Columns between a name and its note.
const GAP: usize = 2;

/// Columns that long notes have beside long names.
const fn share(room: usize) -> usize {
    room * 2 / 5
}

/// Where notes begin, and whether what stands before them is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    name: usize,
    /// Whether there are notes for a column, which sentences need not keep to.
    others: bool,
    aside: bool,
}

impl Columns {
    /// Names get what the notes leave them. Where both are long, notes keep two fifths of the room, or as much as the
    /// longest of their first parts needs, and give back what no part of theirs fills.
    fn of(rows: &[OptionRow], room: usize) -> Self {
        // A sentence needs no column: it begins further left where it must, and takes none from the names.
        let has_one = |row: &&OptionRow| !row.note.is_empty();
        let mut all = rows.iter().filter(has_one);
        let others = all.any(|row| row.loose(room, true).is_none());
        let tabled = |row: &&OptionRow| has_one(row) && row.loose(room, others).is_none();
        let widest = |of: fn(&OptionRow) -> usize| rows.iter().filter(tabled).map(of).max();
        let longest = rows.iter().filter(|row| !row.note.is_empty());
        let longest = longest.map(|row| row.name.width()).max().unwrap_or(0);
        let notes = widest(|row| row.note.width()).unwrap_or(0);
        let first = widest(OptionRow::first_part).unwrap_or(0);
        let kept = notes.min(first.min(room * 3 / 5).max(share(room)));
        let name = if longest + notes <= room {
            longest
        } else {
            // A name is read in full before a note is that can be said shorter.
            let notes = rows.iter().filter(tabled);
            let shown = notes.map(|row| match row.shorter.last() {
                Some(shortest) => shortest.width(),
                None => fit_parts(&row.note, kept).width(),
            });
            longest.min(room.saturating_sub(shown.max().unwrap_or(0)))
        };
        let whole = rows.iter().filter(|row| !row.aside.is_empty());
        let aside = whole.map(|row| row.whole().width()).max();
        Self {
            name,
            others,
            aside: aside.is_some_and(|columns| name + columns <= room),
        }
    }
}

impl OptionRow {
    /// An option that may be chosen, with what is said of it: first in full, then ever shorter.
    pub fn said(name: String, said: Vec<String>) -> Self {
        let mut said = said.into_iter();
        Self {
            name,
            note: said.next().unwrap_or_default(),
            shorter: said.collect(),
            open: true,
            ..Self::default()
        }
    }

    /// The note in so many columns: as long as fits, cut only where even the shortest does not.
    fn fitted(&self, columns: usize) -> String {
        let mut all = std::iter::once(&self.note).chain(&self.shorter);
        let whole = all.find(|said| said.width() <= columns);
        whole.map_or_else(|| fit_parts(&self.note, columns), Clone::clone)
    }

    /// Columns of the name.
    fn columns(&self, room: usize, columns: Columns) -> usize {
        if self.note.is_empty() {
            return room + GAP;
        }
        let loose = self.loose(room, columns.others);
        let name = loose.map_or(columns.name, |note| {
            let latest = room - note.width();
            columns.name.min(latest).max(self.name.width())
        });
        name.min(room)
    }

    /// The note with what stands before it.
    fn whole(&self) -> String {
        format!("{}{PART}{}", self.aside, self.note)
    }

    /// The note where it is a sentence that is longer than a column of notes and fits beside the name; where others
    /// have notes for a column, also one that does not fit.
    fn loose(&self, room: usize, others: bool) -> Option<String> {
        let left = room.checked_sub(self.name.width())?;
        let note = self.fitted(left);
        let is_sentence = !note.contains(PART) && note.width() > share(room);
        (is_sentence && (others || !note.ends_with('…'))).then_some(note)
    }

    /// Columns of the first of the note's parts, with the sign that there are more; none of a sentence.
    fn first_part(&self) -> usize {
        let parts = self.note.split_once(PART);
        parts.map_or(0, |(first, _)| first.width() + 2)
    }
}

impl<'a> OptionList<'a> {
    /// A list of options, of which the chosen one is under the cursor; without one it shows them at rest.
    pub const fn new(rows: &'a [OptionRow], chosen: Option<usize>) -> Self {
        Self {
            rows,
            chosen,
            first: 1,
            rest: false,
            zero: false,
            wraps: false,
        }
    }

    /// The same list, going on from another: its first option has this number.
    #[must_use]
    pub const fn from(mut self, first: usize) -> Self {
        self.first = first;
        self
    }

    /// The same list, its chosen option kept while the cursor is elsewhere.
    #[must_use]
    pub const fn at_rest(mut self, rest: bool) -> Self {
        self.rest = rest;
        self
    }

    /// The same list, of which the tenth option has a key too.
    #[must_use]
    pub const fn with_zero(mut self, zero: bool) -> Self {
        self.zero = zero;
        self
    }

    /// The same list, in which a name that is too long for its column goes on on a line of its own.
    #[must_use]
    pub const fn in_full(mut self) -> Self {
        self.wraps = true;
        self
    }

    /// The lines that it has in so many columns.
    pub fn height(&self, columns: u16) -> usize {
        let area = Rect::new(0, 0, columns, u16::MAX);
        self.laid_out(area).1.len()
    }

    /// Its lines in an area, and the window on them.
    fn laid_out(&self, area: Rect) -> (Rows, Vec<Part>) {
        let window = |parts: &[Part]| {
            let at = |option| parts.iter().position(|part| part.option == option);
            Rows::around(parts.len(), self.chosen.and_then(at), area)
        };
        let parts = self.parts(usize::from(area.width));
        let rows = window(&parts);
        if rows.columns() == usize::from(area.width) {
            return (rows, parts);
        }
        // Where not all lines are in sight, they have fewer columns.
        let parts = self.parts(rows.columns());
        (window(&parts), parts)
    }

    fn parts(&self, columns: usize) -> Vec<Part> {
        let room = columns.saturating_sub(BEFORE + GAP);
        let columns = Columns::of(self.rows, room);
        let all = self.rows.iter().enumerate().flat_map(|(option, row)| {
            let names = if self.wraps {
                let names = wrap(&row.name, row.columns(room, columns).max(1));
                if names.is_empty() {
                    vec![String::new()]
                } else {
                    names
                }
            } else {
                vec![row.name.clone()]
            };
            let parts = names.into_iter().enumerate();
            parts.map(move |(place, name)| Part {
                option,
                begins: place == 0,
                name,
            })
        });
        all.collect()
    }

    /// Where each option in sight lies, by its place in the list and those that it goes on from.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let before = self.first - 1;
        let (rows, parts) = self.laid_out(area);
        let places = rows.places();
        places.map(move |(place, spot)| (parts[place].option + before, spot))
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let (rows, parts) = self.laid_out(area);
        let rows = if self.rest { rows.at_rest() } else { rows };
        let room = rows.columns().saturating_sub(BEFORE + GAP);
        let columns = Columns::of(self.rows, room);
        rows.draw(buf, theme, |place| {
            let part = &parts[place];
            if part.begins {
                return self.row(part, room, columns, theme);
            }
            let row = &self.rows[part.option];
            let style = if row.open { theme.text } else { theme.dim };
            Line::from(vec![
                Span::raw(" ".repeat(BEFORE)),
                Span::styled(part.name.clone(), style),
            ])
        });
    }

    fn row(&self, part: &Part, room: usize, columns: Columns, theme: &Theme) -> Line<'static> {
        let place = part.option;
        let row = &self.rows[place];
        let here = self.chosen == Some(place);
        let number = match place + self.first {
            number @ 1..=9 => number.to_string(),
            10 if self.zero => "0".to_owned(),
            _ => " ".to_owned(),
        };
        let mark = if here && self.rest {
            Span::styled("• ", theme.dim)
        } else {
            mark(here, theme)
        };
        let style = if row.open { theme.text } else { theme.dim };
        let key = if row.open { theme.accent } else { theme.dim };
        let mut spans = vec![mark, Span::styled(number, key), Span::raw(" ")];
        if row.note.is_empty() {
            spans.push(Span::styled(fit(&part.name, room + GAP), style));
            return Line::from(spans);
        }
        let name = row.columns(room, columns);
        spans.push(Span::styled(pad(&part.name, name), style));
        spans.push(Span::raw(" ".repeat(GAP)));
        let left = room.saturating_sub(name);
        let note = if columns.aside && !row.aside.is_empty() {
            fit_parts(&row.whole(), left)
        } else {
            row.fitted(left)
        };
        spans.push(Span::styled(note, theme.dim));
        Line::from(spans)
    }
}

#[cfg(test)]
mod tests;
