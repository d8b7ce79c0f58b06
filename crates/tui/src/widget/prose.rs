//! Text to read: headings, paragraphs, lists; wrapped, and scrolled by lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::theme::Theme;
use crate::widget::fit::{wrap, wrap_parts};
use unequal_papers::document::text::{block, plain};
use unequal_papers::document::{Block, Card, Facts};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A heading, in its style.
    Heading(String, Style),
    /// Paragraphs, parted by blank lines.
    Text(String),
    /// Text of second rank.
    Aside(String),
    /// A point of a list.
    Point(String),
    /// Parts set off by ` · `, each whole on a line.
    Parts(String),
    /// An empty line.
    Gap,
}

impl Piece {
    /// What it says; nothing where it is an empty line.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Heading(text, _)
            | Self::Text(text)
            | Self::Aside(text)
            | Self::Point(text)
            | Self::Parts(text) => Some(text),
            Self::Gap => None,
        }
    }
}

/// A card of a deck as pieces, its headings in a style of their own.
pub fn card(card: &Card, heading: Style, theme: &Theme) -> Vec<Piece> {
    let mut pieces = vec![Piece::Heading(card.title.clone(), theme.title)];
    if !card.kind.is_empty() {
        pieces.push(Piece::Aside(card.kind.join(" · ")));
    }
    for one in &card.blocks {
        match one {
            Block::Facts(known) => facts(&mut pieces, known, heading),
            Block::List(_, items) => {
                for item in items {
                    pieces.extend([Piece::Gap, Piece::Text(plain(&item.text))]);
                    pieces.extend(item.under.iter().map(plain).map(Piece::Aside));
                }
            }
            Block::Text(_, text) => pieces.extend([Piece::Gap, Piece::Text(plain(text))]),
            other => pieces.extend([Piece::Gap, Piece::Text(block(other))]),
        }
    }
    if !card.foot.is_empty() {
        pieces.push(Piece::Gap);
        pieces.extend(card.foot.iter().map(plain).map(Piece::Aside));
    }
    pieces
}

fn facts(pieces: &mut Vec<Piece>, facts: &Facts, heading: Style) {
    for (label, known) in &facts.0 {
        pieces.extend([Piece::Gap, Piece::Heading(label.clone(), heading)]);
        let point: fn(String) -> Piece = match known.as_slice() {
            [_] => Piece::Text,
            _ => Piece::Point,
        };
        pieces.extend(known.iter().map(plain).map(point));
    }
}

/// The widest that lines get: longer ones are hard to read.
pub const WIDEST: u16 = 76;

/// A text wrapped to a width.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    lines: Vec<Line<'static>>,
}

impl Prose {
    /// Wraps the pieces to `columns`.
    pub fn new(pieces: &[Piece], columns: u16, theme: &Theme) -> Self {
        let columns = usize::from(columns.clamp(1, WIDEST));
        let mut lines = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Heading(text, style) => lines.extend(styled(text, columns, *style)),
                Piece::Text(text) => lines.extend(styled(text, columns, theme.text)),
                Piece::Aside(text) => lines.extend(styled(text, columns, theme.dim)),
                Piece::Point(text) => {
                    let wrapped = wrap(text, columns.saturating_sub(2));
                    lines.extend(wrapped.into_iter().enumerate().map(|(at, line)| {
                        let mark = if at == 0 { "· " } else { "  " };
                        Line::from(vec![
                            Span::styled(mark, theme.dim),
                            Span::styled(line, theme.text),
                        ])
                    }));
                }
                Piece::Parts(text) => lines.extend(
                    wrap_parts(text, columns)
                        .into_iter()
                        .map(|line| Line::styled(line, theme.dim)),
                ),
                Piece::Gap => lines.push(Line::default()),
            }
        }
        Self { lines }
    }

    /// A text whose lines are made already.
    pub const fn of(lines: Vec<Line<'static>>) -> Self {
        Self { lines }
    }

    /// The lines.
    pub fn into_lines(self) -> Vec<Line<'static>> {
        self.lines
    }

    /// How many lines there are.
    pub const fn height(&self) -> usize {
        self.lines.len()
    }

    /// The furthest that the text can be scrolled in an area.
    pub const fn last_scroll(&self, rows: u16) -> usize {
        self.lines.len().saturating_sub(rows as usize)
    }

    /// Draws the lines from `scroll` on, with a word on what lies below in the last column.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, scroll: usize, theme: &Theme) {
        let scroll = scroll.min(self.last_scroll(area.height));
        for (line, spot) in self.lines.iter().skip(scroll).zip(area.rows()) {
            line.render(spot, buf);
        }
        if area.is_empty() {
            return;
        }
        let edge = area.right() - 1;
        if scroll > 0 {
            buf.set_string(edge, area.y, "↑", theme.accent);
        }
        if scroll < self.last_scroll(area.height) {
            buf.set_string(edge, area.bottom() - 1, "↓", theme.accent);
        }
    }
}

fn styled(text: &str, columns: usize, style: Style) -> impl Iterator<Item = Line<'static>> {
    wrap(text, columns)
        .into_iter()
        .map(move |line| Line::from(Span::styled(line, style)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_scrolls_no_further_than_its_end_and_draws_in_no_space() {
        let theme = Theme::default();
        let pieces = [
            Piece::Heading("Aims".to_owned(), theme.title),
            Piece::Point("keep the border open and the ports busy".to_owned()),
            Piece::Gap,
        ];
        for (width, height) in [(0, 0), (1, 1), (12, 2), (80, 10)] {
            let area = Rect::new(0, 0, width, height);
            let prose = Prose::new(&pieces, width, &theme);
            let mut buf = Buffer::empty(area);
            prose.draw(area, &mut buf, 1000, &theme);
        }
    }
}
