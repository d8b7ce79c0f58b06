//! A text in letters as large as fit, over as many lines as it needs: to be read from the far end of a room.
//!
//! Letters are as wide as they are, not all alike, so that half as much again stands on a line as of [`super::big_text`].
//! They are drawn with quarters of cells: the smallest in letters of their own, three rows high. Below them come the
//! terminal's own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::widget::big_text::{QUARTERS, letter, simple};
use crate::widget::fit::wrap;
use crate::widget::low_letters;

/// How large letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// The terminal's own.
    Plain,
    /// Three rows.
    Low,
    /// Four rows.
    Small,
    /// Eight rows.
    Middle,
    /// Twelve rows.
    Great,
}

impl Size {
    /// All sizes, the largest first.
    pub const DOWN: [Self; 5] = [
        Self::Great,
        Self::Middle,
        Self::Small,
        Self::Low,
        Self::Plain,
    ];

    /// Rows of a line.
    pub const fn rows(self) -> u16 {
        match self {
            Self::Plain => 1,
            Self::Low => 3,
            Self::Small => 4,
            Self::Middle => 8,
            Self::Great => 12,
        }
    }

    /// Half columns that a point of a letter is wide.
    const fn wide(self) -> u16 {
        match self {
            Self::Plain | Self::Low | Self::Small => 1,
            Self::Middle => 2,
            Self::Great => 3,
        }
    }

    /// Points down a letter.
    const fn down(self) -> u16 {
        match self {
            Self::Low => low_letters::DOWN,
            Self::Plain | Self::Small | Self::Middle | Self::Great => 8,
        }
    }

    /// Points that a blank is wide, besides the gap behind a letter.
    const fn blank(self) -> usize {
        match self {
            Self::Low => 2,
            Self::Plain | Self::Small | Self::Middle | Self::Great => 4,
        }
    }
}

/// A text of one size, in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Large {
    lines: Lines,
    size: Size,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Lines {
    Plain(Vec<String>),
    /// Each line as its columns of points; in each the lowest bit is the uppermost point.
    Drawn(Vec<Vec<u8>>),
}

impl Large {
    /// The text in a size, in lines of at most `columns`; none where a word of it is wider. In a script that the large
    /// letters lack it is in plain ones, whatever the size.
    pub fn new(text: &str, size: Size, columns: u16) -> Option<Self> {
        let plain = || Self {
            lines: Lines::Plain(wrap(text, usize::from(columns))),
            size: Size::Plain,
        };
        if size == Size::Plain || columns == 0 {
            return Some(plain());
        }
        let room = usize::from(columns * 2 / size.wide());
        let mut lines: Vec<Vec<u8>> = vec![Vec::new()];
        for word in text.replace('…', "...").split_whitespace() {
            let letters =
                |size| -> Option<Vec<_>> { word.chars().map(|c| drawn(c, size)).collect() };
            let Some(word) = letters(size) else {
                // A sign that only larger letters have is no other script.
                let is_rare = size == Size::Low && letters(Size::Small).is_some();
                return (!is_rare).then(plain);
            };
            let word = word.concat();
            // The gap behind the last letter may stand over the edge.
            if word.len() > room + 1 {
                return None;
            }
            let line = lines.last_mut()?;
            if line.is_empty() {
                *line = word;
            } else if line.len() + size.blank() + word.len() <= room + 1 {
                line.extend(std::iter::repeat_n(0, size.blank()));
                line.extend(word);
            } else {
                lines.push(word);
            }
        }
        Some(Self {
            lines: Lines::Drawn(lines),
            size,
        })
    }

    /// Whether it is drawn, and not written in the terminal's own letters.
    pub const fn is_drawn(&self) -> bool {
        matches!(self.lines, Lines::Drawn(_))
    }

    /// Rows that it takes.
    pub fn height(&self) -> u16 {
        let lines = match &self.lines {
            Lines::Plain(lines) => lines.len(),
            Lines::Drawn(lines) => lines.len(),
        };
        let lines = u16::try_from(lines).unwrap_or(u16::MAX);
        lines.saturating_mul(self.size.rows())
    }

    /// Columns of its widest line.
    pub fn width(&self) -> u16 {
        let points = match &self.lines {
            Lines::Plain(lines) => {
                let widths = lines.iter().map(|line| Line::raw(line.as_str()).width());
                return widths
                    .max()
                    .map_or(0, |width| u16::try_from(width).unwrap_or(u16::MAX));
            }
            Lines::Drawn(lines) => lines.iter().map(Vec::len).max().unwrap_or(0),
        };
        let points = u16::try_from(points.saturating_sub(1)).unwrap_or(u16::MAX);
        points.saturating_mul(self.size.wide()).div_ceil(2)
    }

    /// Draws it at the top left of an area.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) {
        let mut top = area.y;
        let mut next = || {
            let y = top;
            top = top.saturating_add(self.size.rows());
            let height = self.size.rows().min(area.bottom().saturating_sub(y));
            Rect { y, height, ..area }
        };
        match &self.lines {
            Lines::Plain(lines) => {
                for line in lines {
                    let spot = next();
                    if !spot.is_empty() {
                        Line::from(Span::styled(line.as_str(), style)).render(spot, buf);
                    }
                }
            }
            Lines::Drawn(lines) => {
                for line in lines {
                    let spot = next();
                    self.quarters(line, spot, buf, style);
                }
            }
        }
    }

    fn quarters(&self, line: &[u8], area: Rect, buf: &mut Buffer, style: Style) {
        let wide = self.size.wide();
        // A point is twice as high, in half rows, as it is wide in half columns: so letters look upright.
        let down = self.size.down();
        let high = self.size.rows() * 2 / down;
        let is_set = |x: u16, y: u16| {
            let points = line.get(usize::from(x / wide)).copied().unwrap_or(0);
            points >> (y / high).min(down - 1) & 1 == 1
        };
        for (row, spots) in (0_u16..).zip(area.rows()) {
            for (column, spot) in (0_u16..).zip(spots.columns()) {
                let filled = [(0, 0), (1, 0), (0, 1), (1, 1)].iter().enumerate().fold(
                    0,
                    |filled, (bit, (x, y))| {
                        filled | usize::from(is_set(2 * column + x, 2 * row + y)) << bit
                    },
                );
                if filled > 0
                    && let Some(cell) = buf.cell_mut((spot.x, spot.y))
                {
                    cell.set_symbol(QUARTERS[filled]).set_style(style);
                }
            }
        }
    }
}

/// A letter as its columns of points, with the gap behind it; none where the font lacks it.
fn drawn(c: char, size: Size) -> Option<Vec<u8>> {
    if size == Size::Low {
        let mut columns = low_letters::columns(simple(c))?;
        columns.push(0);
        return Some(columns);
    }
    let rows = letter(simple(c))?;
    let column = |x: u16| {
        let bits = rows.iter().enumerate();
        bits.fold(0_u8, |points, (y, row)| points | (row >> x & 1) << y)
    };
    let columns: Vec<u8> = (0..8).map(column).collect();
    let from = columns.iter().position(|points| *points != 0)?;
    let to = columns.iter().rposition(|points| *points != 0)?;
    let mut columns = columns[from..=to].to_vec();
    columns.push(0);
    Some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_grows_with_its_size_and_stays_within_its_columns() {
        let text = "First refusal on crude, ahead of others";
        let heights: Vec<u16> = Size::DOWN
            .into_iter()
            .rev()
            .map(|size| {
                let large = Large::new(text, size, 76).unwrap();
                assert!(large.width() <= 76, "{size:?}");
                large.height()
            })
            .collect();
        assert!(heights.is_sorted(), "{heights:?}");
        assert_eq!(heights[0], 1);
    }

    #[test]
    fn a_word_that_is_wider_than_its_room_is_not_cut() {
        assert_eq!(
            Large::new("Bundesverfassungsgericht", Size::Great, 76),
            None
        );
        let small = Large::new("Bundesverfassungsgericht", Size::Low, 90).unwrap();
        assert_eq!(small.height(), 3);
    }

    #[test]
    fn a_script_without_large_letters_is_written_in_plain_ones() {
        let plain = Large::new("Первый отказ", Size::Middle, 76).unwrap();
        assert_eq!(plain.height(), 1);
        let signs = Large::new("“Ready” – 50 %…", Size::Low, 76).unwrap();
        assert_eq!(signs.height(), 3);
    }

    #[test]
    fn nothing_is_drawn_outside_its_area() {
        for size in Size::DOWN {
            for (columns, rows) in [(0, 0), (3, 1), (40, 5)] {
                let area = Rect::new(0, 0, columns, rows);
                let mut buf = Buffer::empty(area);
                if let Some(large) = Large::new("to be read", size, columns.max(40)) {
                    large.draw(area, &mut buf, Style::new());
                }
            }
        }
    }
}
