//! The first line: program and session, the move and phase, and which file is being written.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::fit::fit;

/// The program's name.
const NAME: &str = "unequal";

/// The fewest columns between two parts.
const GAP: usize = 2;

/// The first line of a screen. Where it gets narrow, the program's name gives way first, then the rest of the left part.
#[derive(Clone, Debug)]
pub struct Header<'a> {
    /// After `unequal ·`: the session's name, or the screen's.
    pub left: &'a str,
    /// In the middle: move, date, phase.
    pub middle: Line<'a>,
    /// On the right: what is being written.
    pub right: Line<'a>,
    /// The colours.
    pub theme: &'a Theme,
}

impl Widget for &Header<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let width = usize::from(area.width);
        let needed = self.middle.width() + self.right.width() + 14;
        let right = if needed <= width {
            self.right.width()
        } else {
            0
        };
        let right_start = width.saturating_sub(right + 1);
        let middle = self.middle.width();
        let latest = right_start.saturating_sub(middle + GAP).max(10);
        let room = latest.saturating_sub(1 + GAP);
        let program = Span::styled(NAME, self.theme.dim);
        let named = NAME.width() + 3 + self.left.width();
        let left = if self.left.is_empty() {
            Line::from(program)
        } else if named <= room {
            let title = Span::styled(self.left, self.theme.title);
            Line::from(vec![program, Span::styled(" · ", self.theme.dim), title])
        } else {
            Line::from(Span::styled(fit(self.left, room), self.theme.title))
        };
        // The middle stands in the middle, unless the left or the right part needs the room.
        let middle_start = (width.saturating_sub(middle) / 2)
            .max(1 + left.width() + 3)
            .min(latest);
        put(area, buf, 1, &left);
        if middle > 0 {
            put(area, buf, middle_start, &self.middle);
        }
        if right > 0 {
            put(area, buf, right_start, &self.right);
        }
    }
}

fn put(area: Rect, buf: &mut Buffer, column: usize, line: &Line<'_>) {
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width);
    let spot = Rect {
        x: area.x + column,
        width: area.width - column,
        height: 1,
        ..area
    };
    line.render(spot, buf);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: u16) -> String {
        let theme = Theme::default();
        let area = Rect::new(0, 0, width, 1);
        let mut buf = Buffer::empty(area);
        (&Header {
            left: "Stockholm table 2",
            middle: Line::from("move 4/12 · RESPONSE"),
            right: Line::from("● saved 11:42:07"),
            theme: &theme,
        })
            .render(area, &mut buf);
        buf.content()
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect::<String>()
            .trim_end()
            .to_owned()
    }

    #[test]
    fn the_name_gives_way_before_the_move_and_the_file() {
        insta::assert_snapshot!(
            format!(
                "|\n{}",
                [100, 70, 52, 30, 8, 0].map(shown).join("\n")
            ),
            @"
        |
         unequal · Stockholm table 2            move 4/12 · RESPONSE                       ● saved 11:42:07
         unequal · Stockholm table 2   move 4/12 · RESPONSE  ● saved 11:42:07
         Stockholm…  move 4/12 · RESPONSE  ● saved 11:42:07
         Stockh…  move 4/12 · RESPONSE
         Stockh…
        "
        );
    }
}
