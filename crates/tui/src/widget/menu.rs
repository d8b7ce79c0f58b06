//! A list to choose from: the chosen row is marked `›` and kept in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::theme::Theme;

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

/// The first row shown, so that the chosen one is in sight with as much around it as there is.
pub fn first_shown(rows: usize, chosen: usize, height: usize) -> usize {
    chosen
        .saturating_sub(height / 2)
        .min(rows.saturating_sub(height))
}

/// The place after a step in a list, kept inside it.
pub fn stepped(chosen: usize, by: isize, rows: usize) -> usize {
    chosen.saturating_add_signed(by).min(rows.saturating_sub(1))
}

impl Menu<'_> {
    /// Where each row in sight lies: for the mouse.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let first = first_shown(self.rows.len(), self.chosen, usize::from(area.height));
        (first..self.rows.len()).zip(area.rows())
    }
}

impl Widget for &Menu<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        for (place, spot) in self.places(area) {
            let here = place == self.chosen;
            if here {
                buf.set_style(spot, self.theme.selected);
            }
            let mark = Span::styled(if here { "› " } else { "  " }, self.theme.accent);
            let mut line = Line::from(mark);
            line.spans.extend(self.rows[place].spans.iter().cloned());
            line.render(spot, buf);
            if here {
                buf.set_style(spot, self.theme.selected);
            }
        }
        let height = usize::from(area.height);
        if self.rows.len() > height && area.width > 0 && height > 0 {
            let first = first_shown(self.rows.len(), self.chosen, height);
            let edge = area.right() - 1;
            if first > 0 {
                buf.set_string(edge, area.y, "↑", self.theme.dim);
            }
            if first + height < self.rows.len() {
                buf.set_string(edge, area.bottom() - 1, "↓", self.theme.dim);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_row_is_always_in_sight() {
        for rows in 0..20usize {
            for height in 1..8usize {
                for chosen in 0..rows {
                    let first = first_shown(rows, chosen, height);
                    assert!((first..first + height).contains(&chosen));
                    assert!(first == 0 || first + height <= rows);
                }
            }
        }
    }

    #[test]
    fn a_step_stays_in_the_list() {
        assert_eq!(stepped(0, -1, 3), 0);
        assert_eq!(stepped(2, 5, 3), 2);
        assert_eq!(stepped(0, 1, 0), 0);
    }
}
