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

/// The first line of a screen. Where it gets narrow, the left part gives way first.
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
        let whole_left = 1 + NAME.width() + 3 + self.left.width();
        // The middle stands in the middle, unless the left or the right part needs the room.
        let latest = right_start.saturating_sub(middle + 2);
        let middle_start = (width.saturating_sub(middle) / 2)
            .max(whole_left + 3)
            .min(latest)
            .max(10);
        let left_room = if middle == 0 {
            right_start.saturating_sub(3)
        } else {
            middle_start.saturating_sub(4)
        };
        let mut left = vec![Span::styled(NAME, self.theme.dim)];
        if !self.left.is_empty() && left_room > NAME.width() + 6 {
            left.push(Span::styled(" · ", self.theme.dim));
            left.push(Span::styled(
                fit(self.left, left_room - NAME.width() - 3),
                self.theme.title,
            ));
        }
        put(area, buf, 1, &Line::from(left));
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
         unequal     move 4/12 · RESPONSE  ● saved 11:42:07
         unequal  move 4/12 · RESPONSE
         unequal
        "
        );
    }
}
