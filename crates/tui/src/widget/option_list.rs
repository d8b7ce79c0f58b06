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
use crate::widget::fit::{fit, fit_parts, pad};
use crate::widget::rows::{Rows, mark};

/// One option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionRow {
    /// What it is called.
    pub name: String,
    /// What it would likely do, or why it is not open.
    pub note: String,
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
}

/// The widest that names get before notes begin.
const NAME: usize = 48;

impl<'a> OptionList<'a> {
    /// A list of options, of which the chosen one is under the cursor; without one it shows them at rest.
    pub const fn new(rows: &'a [OptionRow], chosen: Option<usize>) -> Self {
        Self {
            rows,
            chosen,
            first: 1,
            rest: false,
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

    /// Where each option in sight lies, by its place in the list and those that it goes on from.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let before = self.first - 1;
        let places = Rows::around(self.rows.len(), self.chosen, area).places();
        places.map(move |(place, spot)| (place + before, spot))
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let longest = self.rows.iter().map(|row| row.name.width()).max();
        let rows = Rows::around(self.rows.len(), self.chosen, area);
        let rows = if self.rest { rows.at_rest() } else { rows };
        let width = rows.columns();
        let notes = self.rows.iter().map(|row| row.note.width()).max();
        // Notes may take two fifths of the room, names the rest.
        let note = notes.unwrap_or(0).min(width * 2 / 5);
        let name = longest
            .unwrap_or(0)
            .min(NAME)
            .min(width.saturating_sub(6 + note));
        rows.draw(buf, theme, |place| self.row(place, width, name, theme));
    }

    fn row(&self, place: usize, width: usize, name: usize, theme: &Theme) -> Line<'static> {
        let row = &self.rows[place];
        let here = self.chosen == Some(place);
        let number = match place + self.first {
            number @ 1..=9 => number.to_string(),
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
        let room = width.saturating_sub(4);
        if row.note.is_empty() {
            spans.push(Span::styled(fit(&row.name, room), style));
        } else {
            spans.push(Span::styled(pad(&row.name, name.min(room)), style));
            spans.push(Span::raw("  "));
            let note = fit_parts(&row.note, room.saturating_sub(name + 2));
            spans.push(Span::styled(note, theme.dim));
        }
        Line::from(spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::text;

    fn rows() -> Vec<OptionRow> {
        let row = |name: &str, note: &str, open| OptionRow {
            name: name.to_owned(),
            note: note.to_owned(),
            open,
        };
        vec![
            row("Accept", "stability +1  autonomy −6", true),
            row("部分接受 in part", "stability −1  autonomy −3", true),
            row("Deflect", "no domain can pay for it", false),
            row("Refuse", "", true),
        ]
    }

    #[test]
    fn options_carry_their_number_and_their_note() {
        let rows = rows();
        let list = OptionList::new(&rows, Some(1));
        let drawn = |width, height| {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            list.draw(area, &mut buf, &Theme::default());
            text(&buf)
        };
        insta::assert_snapshot!(format!("{}\n{}", drawn(60, 4), drawn(30, 2)));
    }

    #[test]
    fn every_size_can_be_drawn() {
        let rows = rows();
        let list = OptionList::new(&rows, Some(3)).from(5).at_rest(true);
        for (width, height) in (0..40).flat_map(|width| (0..6).map(move |height| (width, height))) {
            let area = Rect::new(0, 0, width, height);
            list.draw(area, &mut Buffer::empty(area), &Theme::default());
        }
    }
}
