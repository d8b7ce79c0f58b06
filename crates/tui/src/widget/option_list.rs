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
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::fit::{fit, pad};
use crate::widget::rows::{Rows, mark};

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The options.
    pub rows: &'a [OptionRow],
    /// Which one is chosen; none shows the list at rest.
    pub chosen: Option<usize>,
    /// The number of the first option, where a list goes on from another.
    pub first: usize,
    /// The colours.
    pub theme: &'a Theme,
}

/// The widest that names get before notes begin.
const NAME: usize = 48;

impl OptionList<'_> {
    /// Where each option in sight lies: for the mouse.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        self.window(area).places()
    }

    fn window(&self, area: Rect) -> Rows {
        Rows::around(self.rows.len(), self.chosen, area)
    }

    fn row(&self, place: usize, width: usize, name: usize) -> Line<'static> {
        let theme = self.theme;
        let row = &self.rows[place];
        let here = self.chosen == Some(place);
        let number = match place + self.first {
            number @ 1..=9 => number.to_string(),
            _ => " ".to_owned(),
        };
        let style = if row.open { theme.text } else { theme.dim };
        let key = if row.open { theme.accent } else { theme.dim };
        let mut spans = vec![mark(here, theme), Span::styled(number, key), Span::raw(" ")];
        let room = width.saturating_sub(4);
        if row.note.is_empty() {
            spans.push(Span::styled(fit(&row.name, room), style));
        } else {
            spans.push(Span::styled(pad(&row.name, name.min(room)), style));
            spans.push(Span::raw("  "));
            let note = fit(&row.note, room.saturating_sub(name + 2));
            spans.push(Span::styled(note, theme.dim));
        }
        Line::from(spans)
    }
}

impl Widget for &OptionList<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let longest = self.rows.iter().map(|row| row.name.width()).max();
        let rows = self.window(area);
        let width = rows.columns();
        let notes = self.rows.iter().map(|row| row.note.width()).max();
        // Notes may take two fifths of the room, names the rest.
        let note = notes.unwrap_or(0).min(width * 2 / 5);
        let name = longest
            .unwrap_or(0)
            .min(NAME)
            .min(width.saturating_sub(6 + note));
        rows.draw(buf, self.theme, |place| self.row(place, width, name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

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
        let theme = Theme::default();
        let rows = rows();
        let list = OptionList {
            rows: &rows,
            chosen: Some(1),
            first: 1,
            theme: &theme,
        };
        insta::assert_snapshot!(format!("{}\n{}", shown(&list, 60, 4), shown(&list, 30, 2)));
    }

    #[test]
    fn every_size_can_be_drawn() {
        let theme = Theme::default();
        let rows = rows();
        every_size(&OptionList {
            rows: &rows,
            chosen: Some(3),
            first: 1,
            theme: &theme,
        });
    }
}
