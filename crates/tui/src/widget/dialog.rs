//! A box over the screen, with a title and room inside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Padding, Widget};

use crate::theme::Theme;

/// A box in the middle of an area; what lies under it is wiped.
#[derive(Clone, Debug)]
pub struct Dialog<'a> {
    /// The title in the upper border.
    pub title: &'a str,
    /// Columns inside the border and its padding.
    pub columns: u16,
    /// Rows inside the border.
    pub rows: u16,
    /// The colours.
    pub theme: &'a Theme,
}

impl Dialog<'_> {
    /// Where the box lies: in the middle, a little above it, never larger than the area.
    pub fn place(&self, area: Rect) -> Rect {
        let width = self.columns.saturating_add(4).min(area.width);
        let height = self.rows.saturating_add(2).min(area.height);
        Rect {
            x: area.x + (area.width - width) / 2,
            y: area.y + (area.height - height) / 3,
            width,
            height,
        }
    }

    /// The room inside.
    pub fn inside(&self, area: Rect) -> Rect {
        self.block().inner(self.place(area))
    }

    fn block(&self) -> Block<'_> {
        Block::bordered()
            .border_style(self.theme.rule)
            .style(self.theme.text)
            .padding(Padding::horizontal(1))
            .title(Line::from(vec![
                Span::raw(" "),
                Span::styled(self.title, self.theme.title),
                Span::raw(" "),
            ]))
    }
}

impl Widget for &Dialog<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let place = self.place(area);
        Clear.render(place, buf);
        self.block().render(place, buf);
    }
}
