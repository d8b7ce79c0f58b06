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
use crate::widget::fit::{PART, fit, fit_parts, pad};
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

    /// Where each option in sight lies, by its place in the list and those that it goes on from.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let before = self.first - 1;
        let places = Rows::around(self.rows.len(), self.chosen, area).places();
        places.map(move |(place, spot)| (place + before, spot))
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let rows = Rows::around(self.rows.len(), self.chosen, area);
        let rows = if self.rest { rows.at_rest() } else { rows };
        let room = rows.columns().saturating_sub(BEFORE + GAP);
        let columns = Columns::of(self.rows, room);
        rows.draw(buf, theme, |place| self.row(place, room, columns, theme));
    }

    fn row(&self, place: usize, room: usize, columns: Columns, theme: &Theme) -> Line<'static> {
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
            spans.push(Span::styled(fit(&row.name, room + GAP), style));
            return Line::from(spans);
        }
        let name = row
            .loose(room, columns.others)
            .map_or(columns.name, |note| {
                let latest = room - note.width();
                columns.name.min(latest).max(row.name.width())
            });
        spans.push(Span::styled(pad(&row.name, name.min(room)), style));
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
mod tests {
    use super::*;
    use crate::widget::shown::text;

    fn rows() -> Vec<OptionRow> {
        let row = |name: &str, note: &str, open| OptionRow {
            name: name.to_owned(),
            note: note.to_owned(),
            open,
            ..OptionRow::default()
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

    fn drawn(rows: &[(&str, &str, &str)], width: u16) -> String {
        let row = |(name, aside, note): &(&str, &str, &str)| OptionRow {
            name: (*name).to_owned(),
            note: (*note).to_owned(),
            aside: (*aside).to_owned(),
            open: true,
            ..OptionRow::default()
        };
        let rows: Vec<OptionRow> = rows.iter().map(row).collect();
        let area = Rect::new(0, 0, width, u16::try_from(rows.len()).unwrap());
        let mut buf = Buffer::empty(area);
        OptionList::new(&rows, None).draw(area, &mut buf, &Theme::default());
        text(&buf)
    }

    /// The titles of a menu are read; one long note, or one row without a note, takes no columns from them.
    #[test]
    fn a_name_is_cut_only_where_the_notes_beside_it_need_the_columns() {
        let menu = [
            ("DI2 Follow the line in the UN", "Diplomacy", "mild"),
            ("AR1 A say in Arctic governance", "Arctic", "severe"),
            ("Hold", "", "Ask for nothing in this move."),
            ("Another event, or none, whatever else is due", "", ""),
            (
                "Ask for nothing",
                "",
                "Nothing is asked for, and effort grows back.",
            ),
        ];
        insta::assert_snapshot!(
            format!("|\n{}{}", drawn(&menu, 56), drawn(&menu, 44)),
            @"
        |
          1 DI2 Follow the line in the UN   Diplomacy · mild
          2 AR1 A say in Arctic governance  Arctic · severe
          3 Hold                   Ask for nothing in this move.
          4 Another event, or none, whatever else is due
          5 Ask for nothing  Nothing is asked for, and effort g…
          1 DI2 Follow the line in the UN   mild
          2 AR1 A say in Arctic governance  severe
          3 Hold       Ask for nothing in this move.
          4 Another event, or none, whatever else i…
          5 Ask for nothing   Nothing is asked for,…
        "
        );
    }

    #[test]
    fn a_note_that_can_be_said_shorter_is_said_so_and_never_cut() {
        let said = |name: &str, said: &[&str]| {
            let said = said.iter().map(|said| (*said).to_owned());
            OptionRow::said(name.to_owned(), said.collect())
        };
        let rows = [
            said(
                "Accept, with a counter-ask",
                &[
                    "less to offer · strains a line · stability −4",
                    "less to offer · stability −4",
                    "less to offer",
                ],
            ),
            said("Refuse", &["wears down · stability −5", "wears down"]),
        ];
        let drawn = |width| {
            let area = Rect::new(0, 0, width, 2);
            let mut buf = Buffer::empty(area);
            OptionList::new(&rows, None).draw(area, &mut buf, &Theme::default());
            text(&buf)
        };
        insta::assert_snapshot!(
            format!("|\n{}{}{}", drawn(80), drawn(70), drawn(50)),
            @"
        |
          1 Accept, with a counter-ask  less to offer · strains a line · stability −4
          2 Refuse                      wears down · stability −5
          1 Accept, with a counter-ask  less to offer · stability −4
          2 Refuse                      wears down · stability −5
          1 Accept, with a counter-ask  less to offer
          2 Refuse                      wears down
        "
        );
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
