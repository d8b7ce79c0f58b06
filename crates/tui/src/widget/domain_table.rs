//! The domains side by side: dependence, leverage, what can still be given, and strain on the red line.
//!
//! ```text
//!               dependence    leverage  capacity red line
//! Economy       ████▉   74▲2  ▆ 81      ▃ 38     ━━━●──┃─ 38/75
//! ◇Defence      ███▏    46    ▄ 40      ▁! 4▼6   ━●────┃─ 12/52
//! ```
//!
//! `◇` stands before a domain in which a signal of Europe's stands, `◈` where it is at stake, too; `!` before a
//! capacity that pays for no card that is open.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::theme::Theme;
use crate::widget::change::{bar, beside, block};
use crate::widget::fit::pad;
use crate::widget::red_line::RedLine;

/// A domain as one row.
#[derive(Clone, Debug)]
pub struct DomainRow {
    /// Name, short.
    pub name: String,
    /// Dependence and its change.
    pub dependence: (i64, i64),
    /// Leverage and its change.
    pub leverage: (i64, i64),
    /// What can still be given, and its change.
    pub capacity: (i64, i64),
    /// Whether it pays for no card that is open.
    pub is_spent: bool,
    /// Whether a signal of Europe's stands here.
    pub has_signal: bool,
    /// Strain on the red line.
    pub red_line: RedLine,
    /// Change of the strain.
    pub strain_change: i64,
}

/// The columns that can be asked why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Dependence, and leverage that follows from it.
    #[default]
    Dependence,
    /// What can still be given.
    Capacity,
    /// Strain.
    Strain,
}

/// All domains.
#[derive(Clone, Debug)]
pub struct DomainTable<'a> {
    /// One row a domain.
    pub rows: &'a [DomainRow],
    /// The gauge under the cursor: row and column.
    pub chosen: Option<(usize, Column)>,
    /// The domain of what lies on the table.
    pub at_stake: Option<usize>,
    /// The colours.
    pub theme: &'a Theme,
}

/// How wide each part is; 0 leaves it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Widths {
    name: usize,
    bar: usize,
    leverage: usize,
    gauge: usize,
    /// Blanks between columns.
    gap: usize,
}

/// A value and its change: `74▲12`.
const VALUE: usize = 6;
/// `100▲12/75✗`.
const NUMBERS: usize = 10;

impl Widths {
    fn of(area: usize, longest: usize) -> Self {
        let mut widths = Self {
            name: longest.clamp(4, 16),
            bar: 0,
            leverage: VALUE,
            gauge: 0,
            gap: 1,
        };
        if area < widths.total() {
            widths.leverage = 0;
        }
        if area < widths.total() {
            widths.name = 6;
        }
        let spare = area.saturating_sub(widths.total());
        if spare >= 6 {
            widths.gauge = (spare - 1).min(8);
        }
        let spare = area.saturating_sub(widths.total());
        if spare >= 5 {
            widths.bar = (spare - 1).min(if spare > 30 { 20 } else { 10 });
        }
        let spare = area.saturating_sub(widths.total());
        if spare >= 4 {
            widths.gap = 2;
        }
        let spare = area.saturating_sub(widths.total());
        widths.gauge += spare.min(12) * usize::from(widths.gauge > 0);
        widths
    }

    /// Columns taken, with the gaps that come with each part.
    const fn total(self) -> usize {
        let mut total =
            1 + self.name + self.gap + VALUE + self.gap + 2 + VALUE + self.gap + NUMBERS;
        if self.bar > 0 {
            total += self.bar + 1;
        }
        if self.leverage > 0 {
            total += 2 + self.leverage + self.gap;
        }
        if self.gauge > 0 {
            total += self.gauge + 1;
        }
        total
    }
}

impl DomainTable<'_> {
    fn head(&self, widths: Widths) -> Line<'static> {
        let gap = " ".repeat(widths.gap);
        let bar = if widths.bar > 0 { widths.bar + 1 } else { 0 };
        let gauge = if widths.gauge > 0 {
            widths.gauge + 1
        } else {
            0
        };
        let mut text = format!(" {}{gap}", pad("", widths.name));
        let depends = if bar > 0 { "dependence" } else { "depend" };
        text.push_str(&pad(depends, bar + VALUE));
        text.push_str(&gap);
        if widths.leverage > 0 {
            text.push_str(&pad("leverage", 2 + widths.leverage));
            text.push_str(&gap);
        }
        text.push_str(&pad("capacity", 2 + VALUE));
        text.push_str(&gap);
        let red_line = match gauge + NUMBERS {
            18.. => "strain on red line",
            13.. => "strain / line",
            _ => "red line",
        };
        text.push_str(red_line);
        Line::from(Span::styled(text, self.theme.dim))
    }

    fn row(&self, place: usize, row: &DomainRow, widths: Widths) -> Line<'static> {
        let theme = self.theme;
        let gap = Span::raw(" ".repeat(widths.gap));
        let chosen = |column: Column| self.chosen == Some((place, column));
        let stake = self.at_stake == Some(place);
        let (sign, hue) = match (stake, row.has_signal) {
            (true, false) => ("›", theme.patron),
            (true, true) => ("◈", theme.europe),
            (false, true) => ("◇", theme.europe),
            (false, false) => (" ", theme.text),
        };
        let mut spans = vec![
            Span::styled(sign, hue),
            Span::styled(
                pad(&row.name, widths.name),
                if stake { theme.strong } else { theme.text },
            ),
            gap.clone(),
        ];
        if widths.bar > 0 {
            spans.push(Span::styled(
                pad(&bar(row.dependence.0, widths.bar), widths.bar),
                theme.bar,
            ));
            spans.push(Span::raw(" "));
        }
        spans.extend(self.value(row.dependence, chosen(Column::Dependence)));
        spans.push(gap.clone());
        if widths.leverage > 0 {
            spans.push(Span::styled(
                format!("{} ", block(row.leverage.0)),
                theme.bar,
            ));
            spans.extend(self.value(row.leverage, false));
            spans.push(gap.clone());
        }
        spans.push(Span::styled(block(row.capacity.0), theme.bar));
        let spent = if row.is_spent { "!" } else { " " };
        spans.push(Span::styled(spent, theme.danger));
        spans.extend(self.value(row.capacity, chosen(Column::Capacity)));
        spans.push(gap);
        if widths.gauge > 0 {
            spans.extend(row.red_line.gauge(widths.gauge, theme).spans);
            spans.push(Span::raw(" "));
        }
        let numbers = row.red_line.numbers(row.strain_change, theme);
        spans.extend(numbers.map(|number| {
            if chosen(Column::Strain) {
                number.patch_style(theme.selected)
            } else {
                number
            }
        }));
        Line::from(spans)
    }

    fn value(&self, (value, change): (i64, i64), chosen: bool) -> [Span<'static>; 2] {
        let style = if chosen {
            self.theme.strong.patch(self.theme.selected)
        } else {
            self.theme.text
        };
        [
            Span::styled(format!("{value:>3}"), style),
            beside(change, VALUE - 3, self.theme),
        ]
    }
}

impl Widget for &DomainTable<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        let longest = self
            .rows
            .iter()
            .map(|row| unicode_width::UnicodeWidthStr::width(row.name.as_str()))
            .max()
            .unwrap_or(0);
        let widths = Widths::of(usize::from(area.width), longest);
        let mut spots = area.rows();
        if usize::from(area.height) > self.rows.len()
            && let Some(spot) = spots.next()
        {
            self.head(widths).render(spot, buf);
        }
        for ((place, row), spot) in self.rows.iter().enumerate().zip(spots) {
            self.row(place, row, widths).render(spot, buf);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    fn rows() -> Vec<DomainRow> {
        let row = |name: &str, dependence, leverage, capacity, strain, line, crossed| DomainRow {
            name: name.to_owned(),
            dependence,
            leverage,
            capacity,
            is_spent: capacity.0 == 0,
            has_signal: strain == 44,
            red_line: RedLine {
                strain,
                line,
                crossing: None,
                crossed,
            },
            strain_change: 0,
        };
        vec![
            row("Economy", (74, 2), (81, 0), (38, 0), 38, 75, false),
            row("北极 Arctic", (36, 0), (12, -3), (38, -10), 44, 45, false),
            row("Central Asia", (100, 0), (100, 0), (0, 0), 58, 52, true),
        ]
    }

    #[test]
    fn the_columns_stay_straight_at_every_width() {
        let theme = Theme::default();
        let rows = rows();
        let table = DomainTable {
            rows: &rows,
            chosen: Some((0, Column::Capacity)),
            at_stake: Some(1),
            theme: &theme,
        };
        let all: Vec<String> = [44, 57, 78, 110]
            .into_iter()
            .map(|columns| shown(&table, columns, 4))
            .collect();
        insta::assert_snapshot!(all.join("\n"));
    }

    #[test]
    fn every_size_can_be_drawn() {
        let theme = Theme::default();
        let rows = rows();
        every_size(&DomainTable {
            rows: &rows,
            chosen: None,
            at_stake: None,
            theme: &theme,
        });
    }
}
