//! A few large letters, to be read from the far end of a room.
//!
//! ```text
//! ▛▀▘▞▀▖
//! ▀▀▖▚▄▘   the number 58 at its smallest, each letter four cells wide and high
//! ▄▄▘▚▄▘
//! ```

use font8x8::legacy::{BASIC_LEGACY, LATIN_LEGACY};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::widget::fit::wrap;

/// Points of a letter, across and down.
const POINTS: u16 = 8;

/// The sizes of a point in half cells, across and down, from the largest.
const SIZES: [(u16, u16); 7] = [(6, 3), (4, 3), (4, 2), (3, 2), (2, 2), (2, 1), (1, 1)];

/// Cells by which of their quarters are filled: upper left 1, upper right 2, lower left 4, lower right 8.
pub(super) const QUARTERS: [&str; 16] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
];

/// A few large letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BigText {
    letters: Vec<[u8; 8]>,
    size: (u16, u16),
    style: Style,
}

impl BigText {
    /// The text in the largest size that fits `columns` by `rows`; nothing where none does, or
    /// where the font lacks a letter.
    pub fn fitting(text: &str, columns: u16, rows: u16, style: Style) -> Option<Self> {
        let letters = letters(text)?;
        SIZES
            .into_iter()
            .map(|size| Self {
                letters: letters.clone(),
                size,
                style,
            })
            .find(|big| big.width() <= columns && big.height() <= rows)
    }

    /// The text in the smallest size, four cells wide and high a letter, over as many lines of at
    /// most `columns` as it needs; nothing where the font lacks a letter.
    pub fn lines(text: &str, columns: u16, style: Style) -> Option<Vec<Self>> {
        let room = usize::from((columns + 1) / (POINTS / 2));
        let plain: String = text.chars().map(simple).collect();
        wrap(&plain, room)
            .iter()
            .map(|line| {
                Some(Self {
                    letters: letters(line)?,
                    size: (1, 1),
                    style,
                })
            })
            .collect()
    }

    /// Another text in the same size; nothing where the font lacks a letter.
    pub fn alike(&self, text: &str, style: Style) -> Option<Self> {
        Some(Self {
            letters: letters(text)?,
            size: self.size,
            style,
        })
    }

    /// Columns of the text: the gap behind its last letter is left out.
    pub fn width(&self) -> u16 {
        let letters = u16::try_from(self.letters.len()).unwrap_or(u16::MAX);
        let points = letters.saturating_mul(POINTS).saturating_sub(1);
        points.saturating_mul(self.size.0).div_ceil(2)
    }

    /// Rows of the text: the point below its letters is left out where none reaches down to it.
    pub fn height(&self) -> u16 {
        let reaches_down = self.letters.iter().any(|rows| rows[7] != 0);
        let points = POINTS - u16::from(!reaches_down);
        (points * self.size.1).div_ceil(2)
    }

    /// Whether a quarter of a cell is filled, counted in quarters from the top left.
    fn is_filled(&self, x: u16, y: u16) -> bool {
        let (column, row) = (x / self.size.0, y / self.size.1);
        let letter = self.letters.get(usize::from(column / POINTS));
        letter
            .and_then(|rows| rows.get(usize::from(row)))
            .is_some_and(|bits| bits >> (column % POINTS) & 1 == 1)
    }
}

/// The letters of a text; nothing where there are none, or where the font lacks one.
fn letters(text: &str) -> Option<Vec<[u8; 8]>> {
    let letters: Option<Vec<[u8; 8]>> = text.chars().map(letter).collect();
    letters.filter(|letters| !letters.is_empty())
}

/// The nearest letter that the font has for signs that sentences are set with.
pub(super) const fn simple(c: char) -> char {
    match c {
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '−' | '–' | '—' | '▼' => '-',
        '▲' => '+',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    }
}

/// A letter's rows from the top; in each, the lowest bit is the leftmost point.
pub(super) fn letter(c: char) -> Option<[u8; 8]> {
    let code = u32::from(c);
    let place = usize::try_from(code).ok()?;
    match code {
        0x20..0x7f => BASIC_LEGACY.get(place).copied(),
        0xa0..0x100 => LATIN_LEGACY.get(place - 0xa0).copied(),
        _ => None,
    }
}

impl Widget for &BigText {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        for (row, line) in (0..self.height()).zip(area.rows()) {
            for (column, spot) in (0..self.width()).zip(line.columns()) {
                let quarters: [(u16, u16); 4] = [(0, 0), (1, 0), (0, 1), (1, 1)];
                let filled = quarters
                    .iter()
                    .enumerate()
                    .fold(0, |filled, (bit, (x, y))| {
                        filled | usize::from(self.is_filled(2 * column + x, 2 * row + y)) << bit
                    });
                if let (Some(cell), Some(symbol)) =
                    (buf.cell_mut((spot.x, spot.y)), QUARTERS.get(filled))
                {
                    cell.set_symbol(symbol).set_style(self.style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    fn big(text: &str, columns: u16, rows: u16) -> Option<BigText> {
        BigText::fitting(text, columns, rows, Style::new())
    }

    #[test]
    fn letters_grow_with_the_room() {
        let pictures: Vec<String> = [(12, 4), (40, 4), (40, 9)]
            .into_iter()
            .map(|(columns, rows)| {
                let big = big("4/12", columns.max(16), rows).unwrap();
                format!(
                    "{} by {}\n{}",
                    big.width(),
                    big.height(),
                    shown(&big, 40, 9)
                )
            })
            .collect();
        insta::assert_snapshot!(pictures.join("\n"));
    }

    #[test]
    fn a_text_that_does_not_fit_or_has_no_letters_is_not_drawn_large() {
        assert_eq!(big("Move 4/12", 30, 4), None);
        assert_eq!(big("Россия", 200, 60), None);
        assert_eq!(big("中国", 200, 60), None);
        assert_eq!(big("", 200, 60), None);
        assert!(big("Škoda", 200, 60).is_none());
        assert!(big("Perú", 200, 60).is_some());
    }

    #[test]
    fn every_size_can_be_drawn() {
        every_size(&big("58", 200, 60).unwrap());
    }
}
