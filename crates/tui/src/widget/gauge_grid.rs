//! Gauges in columns: name, value, change, and the last values as a sparkline where room is left.
//!
//! ```text
//! sanctions   65▲5  ▅▅▆   war        60    ▅▅▅   oil price  50▼8  ▅▅▃
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::change::{beside, signed_tenths, sparkline, tenths};
use crate::widget::fit::pad;

/// One gauge.
#[derive(Clone, Debug)]
pub struct GaugeCell {
    /// Name, short.
    pub name: String,
    /// Value.
    pub value: i64,
    /// Change since the last entry that moved anything.
    pub change: i64,
    /// Values at STARTEX and after each move, and now.
    pub history: Vec<i64>,
    /// Whether value and change are in tenths.
    pub in_tenths: bool,
    /// A word of warning beside it.
    pub warning: Option<&'static str>,
}

/// Gauges in as many columns as fit.
#[derive(Clone, Debug)]
pub struct GaugeGrid<'a> {
    /// The gauges.
    pub cells: &'a [GaugeCell],
    /// The gauge under the cursor.
    pub chosen: Option<usize>,
    /// The colours.
    pub theme: &'a Theme,
}

/// Value and change: `100▲12`.
const VALUE: usize = 7;
/// Blanks between two gauges.
const GAP: usize = 2;
/// The widest sparkline.
const SPARK: usize = 14;

impl GaugeGrid<'_> {
    /// How many columns of gauges fit.
    pub fn columns(&self, width: u16) -> usize {
        let least = self.name_width() + 1 + VALUE + GAP;
        ((usize::from(width) + GAP) / least).clamp(1, self.cells.len().max(1))
    }

    /// How many rows the gauges take.
    pub fn height(&self, width: u16) -> u16 {
        let rows = self.cells.len().div_ceil(self.columns(width));
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    fn name_width(&self) -> usize {
        let longest = self.cells.iter().map(|cell| cell.name.width()).max();
        longest.unwrap_or(0).clamp(4, 14)
    }

    fn cell(&self, place: usize, cell: &GaugeCell, width: usize) -> Line<'static> {
        let theme = self.theme;
        let style = if self.chosen == Some(place) {
            theme.strong.patch(theme.selected)
        } else {
            theme.text
        };
        let name = self.name_width().min(width);
        let mut spans = vec![
            Span::styled(pad(&cell.name, name), theme.dim),
            Span::raw(" "),
        ];
        if cell.in_tenths {
            spans.push(Span::styled(tenths(cell.value), style));
            if cell.change != 0 {
                let change = format!(" {}", signed_tenths(cell.change));
                spans.push(Span::styled(change, theme.accent));
            }
            return Line::from(spans);
        }
        spans.push(Span::styled(format!("{:>3}", cell.value), style));
        spans.push(beside(cell.change, VALUE - 3, theme));
        let spare = width.saturating_sub(name + 1 + VALUE);
        if let Some(warning) = cell.warning {
            let word = if warning.width() <= spare {
                warning
            } else {
                "!"
            };
            spans.push(Span::styled(word, theme.danger));
        } else if spare >= 4 && cell.history.len() > 1 {
            spans.push(Span::styled(
                sparkline(&cell.history, spare.min(SPARK)),
                theme.bar,
            ));
        }
        Line::from(spans)
    }
}

impl Widget for &GaugeGrid<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() || self.cells.is_empty() {
            return;
        }
        let columns = self.columns(area.width);
        let width = usize::from(area.width) / columns;
        for (place, cell) in self.cells.iter().enumerate() {
            let (row, column) = (place / columns, place % columns);
            let x = u16::try_from(column * width).unwrap_or(u16::MAX);
            let y = u16::try_from(row).unwrap_or(u16::MAX);
            if y >= area.height || x >= area.width {
                continue;
            }
            let wide = if columns == 1 {
                width
            } else {
                width.saturating_sub(GAP)
            };
            let spot = Rect {
                x: area.x + x,
                y: area.y + y,
                width: u16::try_from(wide).unwrap_or(u16::MAX).min(area.width - x),
                height: 1,
            };
            self.cell(place, cell, wide).render(spot, buf);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    fn cells() -> Vec<GaugeCell> {
        let cell = |name: &str, value, change| GaugeCell {
            name: name.to_owned(),
            value,
            change,
            history: vec![50, 60, value],
            in_tenths: false,
            warning: None,
        };
        let mut cells = vec![
            cell("sanctions", 65, 5),
            cell("战争 war", 60, 0),
            cell("oil price", 50, -8),
            cell("western reset", 100, 12),
        ];
        cells[2].warning = Some("low");
        cells.push(GaugeCell {
            in_tenths: true,
            value: 125,
            change: -14,
            ..cell("gains", 0, 0)
        });
        cells
    }

    #[test]
    fn gauges_fill_the_columns_that_there_are() {
        let theme = Theme::default();
        let cells = cells();
        let grid = GaugeGrid {
            cells: &cells,
            chosen: Some(1),
            theme: &theme,
        };
        let all: Vec<String> = [26, 57, 100]
            .into_iter()
            .map(|columns| shown(&grid, columns, grid.height(columns)))
            .collect();
        insta::assert_snapshot!(all.join("\n"));
    }

    #[test]
    fn every_size_can_be_drawn() {
        let theme = Theme::default();
        let cells = cells();
        every_size(&GaugeGrid {
            cells: &cells,
            chosen: None,
            theme: &theme,
        });
    }
}
