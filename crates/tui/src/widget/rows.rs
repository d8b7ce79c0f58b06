//! A window on the rows of a list: the chosen one is kept in sight and marked, arrows at the edge say that
//! more lies above or below, and the mouse learns where each row lies.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::theme::Theme;

/// Columns that the arrows take, with the free one before them.
const ARROWS: usize = 2;

/// A window on rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    count: usize,
    chosen: Option<usize>,
    first: usize,
    area: Rect,
}

impl Rows {
    /// A window with the chosen row in its middle, as far as there are rows around it; at rest it shows
    /// the first rows.
    pub fn around(count: usize, chosen: Option<usize>, area: Rect) -> Self {
        let height = usize::from(area.height);
        let first = chosen
            .unwrap_or(0)
            .saturating_sub(height / 2)
            .min(count.saturating_sub(height));
        Self {
            count,
            chosen,
            first,
            area,
        }
    }

    /// A window on the last rows, which goes up only as far as the chosen row needs it.
    pub fn at_end(count: usize, chosen: Option<usize>, area: Rect) -> Self {
        let height = usize::from(area.height);
        let last = count.saturating_sub(height);
        let first = match chosen {
            Some(chosen) if chosen < last => chosen.saturating_sub(height / 2),
            _ => last,
        };
        Self {
            count,
            chosen,
            first,
            area,
        }
    }

    /// The same window, in which no row is under the cursor.
    #[must_use]
    pub const fn at_rest(mut self) -> Self {
        self.chosen = None;
        self
    }

    /// The rows in sight.
    pub fn in_sight(self) -> Range<usize> {
        self.first..self.count.min(self.first + usize::from(self.area.height))
    }

    /// Where each row in sight lies.
    pub fn places(self) -> impl Iterator<Item = (usize, Rect)> {
        self.in_sight().zip(self.area.rows())
    }

    /// The columns for a row: where not all rows are in sight, one is kept for the arrows and one before them, so that
    /// they touch no word.
    pub fn columns(self) -> usize {
        let scrolls = self.count > usize::from(self.area.height);
        let kept = if scrolls { ARROWS } else { 0 };
        usize::from(self.area.width).saturating_sub(kept)
    }

    /// Draws the rows in sight, each as `line` gives it; the chosen one stands out.
    pub fn draw<'a>(
        self,
        buf: &mut Buffer,
        theme: &Theme,
        mut line: impl FnMut(usize) -> Line<'a>,
    ) {
        for (place, spot) in self.places() {
            line(place).render(spot, buf);
            if self.chosen == Some(place) {
                buf.set_style(spot, theme.selected);
            }
        }
        if self.area.is_empty() {
            return;
        }
        let edge = self.area.right() - 1;
        if self.first > 0 {
            buf.set_string(edge, self.area.y, "↑", theme.accent);
        }
        if self.first + usize::from(self.area.height) < self.count {
            buf.set_string(edge, self.area.bottom() - 1, "↓", theme.accent);
        }
    }
}

/// The mark before a row: `›` before the chosen one.
pub fn mark(chosen: bool, theme: &Theme) -> Span<'static> {
    Span::styled(if chosen { "› " } else { "  " }, theme.accent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::text;

    #[test]
    fn the_chosen_row_is_always_in_sight() {
        for window in [Rows::around, Rows::at_end] {
            for count in 0..20usize {
                for height in 1..8u16 {
                    for chosen in 0..count {
                        let rows = window(count, Some(chosen), Rect::new(0, 0, 9, height));
                        let seen: Vec<usize> = rows.places().map(|(place, _)| place).collect();
                        assert!(seen.contains(&chosen), "{rows:?}");
                        assert_eq!(seen.len(), count.min(usize::from(height)), "{rows:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn arrows_say_where_more_lies() {
        let area = Rect::new(0, 0, 3, 3);
        let shown = |chosen| {
            let mut buf = Buffer::empty(area);
            Rows::around(9, Some(chosen), area).draw(&mut buf, &Theme::default(), |place| {
                Line::from(place.to_string())
            });
            text(&buf)
        };
        assert_eq!(shown(0), "0\n1\n2 ↓\n");
        assert_eq!(shown(4), "3 ↑\n4\n5 ↓\n");
        assert_eq!(shown(8), "6 ↑\n7\n8\n");
    }
}
