//! A list to choose from: the chosen row is marked `›` and kept in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::theme::Theme;
use crate::widget::rows::{Rows, mark};

/// A list of rows, one of them chosen.
#[derive(Clone, Debug)]
pub struct Menu<'a> {
    /// The rows.
    pub rows: &'a [Line<'a>],
    /// Which row is chosen.
    pub chosen: usize,
    /// The colours.
    pub theme: &'a Theme,
}

/// The place after a step in a list, kept inside it.
pub fn stepped(chosen: usize, by: isize, rows: usize) -> usize {
    chosen.saturating_add_signed(by).min(rows.saturating_sub(1))
}

impl Menu<'_> {
    /// Where each row in sight lies: for the mouse.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        self.window(area).places()
    }

    fn window(&self, area: Rect) -> Rows {
        Rows::around(self.rows.len(), Some(self.chosen), area)
    }
}

impl Widget for &Menu<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.window(area).draw(buf, self.theme, |place| {
            let mut line = Line::from(mark(place == self.chosen, self.theme));
            line.spans.extend(self.rows[place].spans.iter().cloned());
            line
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_stays_in_the_list() {
        assert_eq!(stepped(0, -1, 3), 0);
        assert_eq!(stepped(2, 5, 3), 2);
        assert_eq!(stepped(0, 1, 0), 0);
    }
}
