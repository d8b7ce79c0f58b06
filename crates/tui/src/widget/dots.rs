//! A field of braille dots: two by four to a cell, for lines finer than letters.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Dots over an area of cells; the first dot is at the top left.
#[derive(Clone, Debug)]
pub struct Dots {
    columns: usize,
    rows: usize,
    cells: Vec<u8>,
}

impl Dots {
    /// An empty field over `columns` by `rows` cells.
    pub fn new(columns: u16, rows: u16) -> Self {
        let (columns, rows) = (usize::from(columns), usize::from(rows));
        Self {
            columns,
            rows,
            cells: vec![0; columns * rows],
        }
    }

    /// Sets a dot; outside the field nothing happens.
    pub fn set(&mut self, x: usize, y: usize) {
        let (column, row) = (x / 2, y / 4);
        if column >= self.columns || row >= self.rows {
            return;
        }
        let bit = match (x % 2, y % 4) {
            (0, 0) => 0x01,
            (0, 1) => 0x02,
            (0, 2) => 0x04,
            (1, 0) => 0x08,
            (1, 1) => 0x10,
            (1, 2) => 0x20,
            (0, _) => 0x40,
            (_, _) => 0x80,
        };
        self.cells[row * self.columns + column] |= bit;
    }

    /// Draws a straight line two dots thick, so that a projector shows it.
    pub fn line(&mut self, from: (usize, usize), to: (usize, usize)) {
        self.stroke(from, to, 2);
    }

    /// Draws a straight line as thick as `weight` says, in dots.
    pub fn stroke(&mut self, from: (usize, usize), to: (usize, usize), weight: usize) {
        let span = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1)).max(1);
        let between = |a: usize, b: usize, step: usize| {
            if b >= a {
                a + (2 * (b - a) * step + span) / (2 * span)
            } else {
                a - (2 * (a - b) * step + span) / (2 * span)
            }
        };
        for step in 0..=span {
            let (x, y) = (between(from.0, to.0, step), between(from.1, to.1, step));
            let top = (y + 1).saturating_sub(weight / 2);
            for dot in 0..weight {
                self.set(x, top + dot);
            }
        }
    }

    /// Whether any dot of a cell is set.
    pub fn holds(&self, column: usize, row: usize) -> bool {
        column < self.columns && row < self.rows && self.cells[row * self.columns + column] != 0
    }

    /// Draws the cells that hold a dot over `area`.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) {
        for (row, spot) in area.rows().enumerate() {
            for (column, cell) in spot.columns().enumerate() {
                if self.holds(column, row) {
                    let bits = u32::from(self.cells[row * self.columns + column]);
                    let symbol = char::from_u32(0x2800 + bits).unwrap_or(' ');
                    if let Some(cell) = buf.cell_mut((cell.x, cell.y)) {
                        cell.set_char(symbol).set_style(style);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reaches_both_ends_and_no_dot_falls_outside() {
        let mut dots = Dots::new(4, 2);
        dots.line((7, 0), (0, 7));
        assert!(dots.holds(0, 1) && dots.holds(3, 0));
        assert!(!dots.holds(0, 0) && !dots.holds(9, 9));
        dots.set(100, 100);
        Dots::new(0, 0).line((0, 0), (5, 5));
    }
}
