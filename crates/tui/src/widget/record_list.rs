//! The record as lines: the move, who acted, what happened, and why where that may be known.
//!
//! ```text
//!  3 Russia      Russia refused “Joint stations”          why: bastion secrecy
//!  3 white cell  White cell ruled: held, not as offered   why: the leak came out   ✎
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::fit::{fit, pad};
use crate::widget::rows::Rows;
use unequal_core::engine::entry_number::EntryNumber;

/// One entry as a line.
#[derive(Clone, Debug)]
pub struct RecordRow {
    /// The entry's number.
    pub number: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// What happened.
    pub sentence: String,
    /// The hue of who acted.
    pub style: Style,
    /// Why, where it may be shown.
    pub why: Option<String>,
    /// Signs: bookmark, override, red line.
    pub signs: String,
    /// Whether it was undone.
    pub undone: bool,
}

impl RecordRow {
    /// The entry as a line of `width` columns; the chosen one is marked.
    pub fn line(&self, chosen: bool, width: usize, theme: &Theme) -> Line<'static> {
        let style = if self.undone { theme.dim } else { theme.text };
        let number = format!("{:>3} ", self.move_number);
        let mut spans = if chosen {
            let number = number.strip_prefix(' ').unwrap_or(&number).to_owned();
            vec![
                Span::styled("›", theme.accent),
                Span::styled(number, theme.dim),
            ]
        } else {
            vec![Span::styled(number, theme.dim)]
        };
        spans.push(Span::styled("▎", self.style));
        let signs = self.signs.width() + usize::from(!self.signs.is_empty());
        let room = width.saturating_sub(5 + signs);
        let undone = if self.undone { "undone: " } else { "" };
        let sentence = fit(&format!("{undone}{}", self.sentence), room);
        let used = sentence.width();
        spans.push(Span::styled(sentence, style));
        let left = room.saturating_sub(used + 3);
        match &self.why {
            Some(why) if left >= 12 => {
                let why = fit(&format!("“{}”", why.replace('\n', " ")), left);
                spans.push(Span::styled(format!("   {}", pad(&why, left)), theme.dim));
            }
            _ => spans.push(Span::raw(" ".repeat(room - used))),
        }
        if signs > 0 {
            spans.push(Span::styled(format!(" {}", self.signs), theme.accent));
        }
        Line::from(spans)
    }
}

/// The latest entries, the newest last.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "what gives the rows has none")]
pub struct RecordList<'a> {
    /// How many entries there are.
    pub count: usize,
    /// Gives some of them by their places, oldest first. No others are asked for than those in sight.
    pub rows: &'a dyn Fn(Range<usize>) -> Vec<RecordRow>,
    /// The entry under the cursor.
    pub chosen: Option<usize>,
    /// The colours.
    pub theme: &'a Theme,
}

impl RecordList<'_> {
    /// Where each entry in sight lies: for the mouse.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        self.window(area).places()
    }

    fn window(&self, area: Rect) -> Rows {
        Rows::at_end(self.count, self.chosen, area)
    }
}

impl Widget for &RecordList<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let window = self.window(area);
        let in_sight = window.in_sight();
        let rows = (self.rows)(in_sight.clone());
        window.draw(buf, self.theme, |place| {
            let chosen = self.chosen == Some(place);
            let row = rows.get(place - in_sight.start);
            row.map_or_else(Line::default, |row| {
                row.line(chosen, window.columns(), self.theme)
            })
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    fn rows() -> Vec<RecordRow> {
        let row = |number: EntryNumber, sentence: &str, why: Option<&str>, signs: &str| RecordRow {
            number,
            move_number: u32::try_from(number.get()).unwrap(),
            sentence: sentence.to_owned(),
            style: Style::new(),
            why: why.map(str::to_owned),
            signs: signs.to_owned(),
            undone: number == EntryNumber::new(2),
        };
        vec![
            row(
                EntryNumber::new(1),
                "Payment freeze, yuan shortage",
                None,
                "",
            ),
            row(
                EntryNumber::new(2),
                "China pressed for “油价折扣”",
                Some("winter prices"),
                "",
            ),
            row(
                EntryNumber::new(3),
                "Russia refused “Joint stations and hydrographic data”",
                Some("bastion\nsecrecy"),
                "⚑",
            ),
            row(EntryNumber::new(4), "White cell ruled", None, "✎"),
        ]
    }

    #[test]
    fn the_newest_entries_are_shown_with_reasons_where_room_is_left() {
        let theme = Theme::default();
        let list = RecordList {
            count: rows().len(),
            rows: &|sight| rows()[sight].to_vec(),
            chosen: None,
            theme: &theme,
        };
        insta::assert_snapshot!(format!("{}\n{}", shown(&list, 90, 4), shown(&list, 40, 2)));
    }

    #[test]
    fn every_size_can_be_drawn() {
        let theme = Theme::default();
        every_size(&RecordList {
            count: rows().len(),
            rows: &|sight| rows()[sight].to_vec(),
            chosen: Some(0),
            theme: &theme,
        });
    }
}
