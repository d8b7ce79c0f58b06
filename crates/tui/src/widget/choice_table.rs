//! A table to choose from: choices as rows, the same gauges as columns, the best and the worst of a column marked.
//!
//! ```text
//! If Russia answers            stability   trust  resentment   gains
//! › 1 Accept                          −6     ✓−3         !+6   ✓+6.6
//!   2 Stall                          ✓−4      −4          +5    +0.8
//!   3 ✗ Refuse                       !−7     !−8         ✓+3       ·
//!   4 Deflect                  no card of another domain can be given
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::change::{signed, signed_tenths};
use crate::widget::fit::{fit, pad};
use crate::widget::rows::{Rows, mark};

/// A gauge that choices are compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// The name where there is less room.
    pub short: &'static str,
    /// Whether its numbers are tenths.
    pub tenths: bool,
    /// 1 where more is better for who looks, −1 where less is, 0 where it is neither.
    pub better: i64,
}

/// A choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceRow {
    /// What it is called.
    pub name: String,
    /// What is said in place of numbers: why it is not open, or that nothing moves.
    pub note: String,
    /// By how much it moves the gauge of each column; none where the note stands for all.
    pub cells: Vec<i64>,
    /// Whether it may be chosen.
    pub open: bool,
    /// Whether a red line may be crossed.
    pub crosses: bool,
}

/// A table to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceTable {
    /// What stands over the names.
    pub head: String,
    /// The gauges.
    pub columns: Vec<Column>,
    /// The choices.
    pub rows: Vec<ChoiceRow>,
    /// The choice under the cursor.
    pub chosen: Option<usize>,
    /// Whether the cursor is elsewhere: the choice is kept.
    pub rests: bool,
    /// Whether it is only looked at: no choice has a number.
    pub looked_at: bool,
    /// How many choices of other tables the numbers go on from.
    pub before: usize,
    /// The first column in sight, where not all are.
    pub from: usize,
    /// Whether no key leads to other columns: then no arrow says so.
    pub fixed: bool,
}

/// What the best of a column has before its number, and the worst.
pub const SIGNS: [&str; 2] = ["✓", "!"];

/// The sign before a choice that may cross a red line.
const CROSSES: &str = "✗ ";
/// The fewest columns that are shown beside the names.
const LEAST: usize = 3;

/// Columns of the arrows that say where more columns lie.
const SIDES: usize = 4;

/// Columns of the names, and of each gauge with the name that it has there.
struct Cells {
    before: usize,
    name: usize,
    /// The place of the first gauge in sight.
    from: usize,
    gauges: Vec<(usize, &'static str)>,
}

impl ChoiceTable {
    /// Rows that it wants: its heading and one a choice; none without a choice.
    pub fn height(&self) -> u16 {
        match self.rows.len() {
            0 => 0,
            rows => u16::try_from(rows + 1).unwrap_or(u16::MAX),
        }
    }

    const fn window(area: Rect) -> Option<Rect> {
        match area.height.checked_sub(1) {
            Some(height) => Some(Rect {
                y: area.y + 1,
                height,
                ..area
            }),
            None => None,
        }
    }

    fn rows_in(&self, area: Rect) -> Option<Rows> {
        let window = Self::window(area)?;
        let rows = Rows::around(self.rows.len(), self.chosen, window);
        Some(if self.rests { rows.at_rest() } else { rows })
    }

    /// Where each choice in sight lies, by its place among these and those that it goes on from.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let before = self.before;
        let places = self.rows_in(area).into_iter().flat_map(Rows::places);
        places.map(move |(place, spot)| (place + before, spot))
    }

    fn number(column: &Column, by: i64) -> String {
        match by {
            0 => "·".to_owned(),
            by if column.tenths => signed_tenths(by),
            by => signed(by),
        }
    }

    /// Columns of a gauge's widest number, with the sign before it.
    fn widest(&self, place: usize) -> usize {
        let column = &self.columns[place];
        let cells = self.rows.iter().filter_map(|row| row.cells.get(place));
        let widths = cells.map(|by| Self::number(column, *by).width() + 1);
        widths.max().unwrap_or(0)
    }

    /// How the columns lie in so many: all gauges by their names, or else as many as fit by short ones.
    fn cells(&self, room: usize) -> Cells {
        let before = if self.looked_at { 0 } else { BEFORE };
        let crosses = self.rows.iter().any(|row| row.crosses);
        let sign = if crosses { CROSSES.width() } else { 0 };
        let numbered = self.rows.iter().filter(|row| !row.cells.is_empty());
        let names = numbered.map(|row| row.name.width() + sign);
        let longest = names.max().unwrap_or(0);
        let headed = |sides: usize| longest.max((self.head.width() + sides).saturating_sub(before));
        let of = |name: fn(&Column) -> &'static str, gap: usize| -> Vec<(usize, &'static str)> {
            let all = self.columns.iter().enumerate();
            all.map(|(place, column)| {
                let name = name(column);
                (name.width().max(self.widest(place)) + gap, name)
            })
            .collect()
        };
        let wide = of(|column| column.name, 2);
        let sum = |cells: &[(usize, &str)]| cells.iter().map(|(width, _)| width).sum::<usize>();
        // Where all gauges are in sight, no arrows stand behind the heading.
        let all = of(|column| column.short, 1);
        let whole = [(SIDES, &wide), (0, &wide), (0, &all)].into_iter();
        let mut whole = whole.map(|(sides, gauges)| (headed(sides), gauges));
        if let Some((name, gauges)) =
            whole.find(|(name, gauges)| before + name + sum(gauges) <= room)
        {
            return Cells {
                before,
                name,
                from: 0,
                gauges: gauges.clone(),
            };
        }
        let longest = headed(SIDES);
        // One gauge fewer stands beside names that are read in full then.
        let beside = |gauges: usize| sum(&all[..gauges.min(all.len())]);
        let over = |gauges: usize| before + longest + beside(gauges) > room;
        let least = beside(LEAST - usize::from(over(LEAST) && !over(LEAST - 1)));
        let name = longest.min(room.saturating_sub(before + least));
        let fits = |cells: &[(usize, &str)]| before + name + sum(cells) <= room;
        // The last column in sight may be the last of all, but no column is left free behind it.
        let end = (0..all.len()).find(|from| fits(&all[*from..]));
        let from = self.from.min(end.unwrap_or(0));
        let mut gauges = all[from.min(all.len())..].to_vec();
        while !fits(&gauges) && !gauges.is_empty() {
            gauges.pop();
        }
        Cells {
            before,
            name,
            from,
            gauges,
        }
    }

    /// The values that are marked as the best and the worst of a column; none where most choices share them.
    fn marked(&self, place: usize) -> [Option<i64>; 2] {
        let better = self.columns[place].better;
        let open = self.rows.iter().filter(|row| row.open);
        let values: Vec<i64> = open
            .filter_map(|row| row.cells.get(place).copied())
            .collect();
        let (least, most) = (values.iter().min(), values.iter().max());
        if better == 0 || least == most {
            return [None, None];
        }
        let (best, worst) = if better > 0 {
            (most, least)
        } else {
            (least, most)
        };
        [best, worst].map(|value| {
            let value = value.copied()?;
            let shared = values.iter().filter(|other| **other == value).count();
            (shared <= 2).then_some(value)
        })
    }

    /// The columns in sight in an area where the table begins with one of them, as far as it may.
    fn in_sight(&self, area: Rect, from: usize) -> Range<usize> {
        let Some(rows) = self.rows_in(area) else {
            return 0..0;
        };
        let begun = Self {
            from,
            ..self.clone()
        };
        let cells = begun.cells(rows.columns());
        cells.from..cells.from + cells.gauges.len()
    }

    /// Whether columns of gauges lie out of sight in an area.
    pub fn goes_on(&self, area: Rect) -> bool {
        self.in_sight(area, self.from).len() < self.columns.len()
    }

    /// The column to begin with after a step to the side, so that none is passed over.
    pub fn aside(&self, area: Rect, right: bool) -> usize {
        let now = self.in_sight(area, self.from);
        if right {
            return self.in_sight(area, now.end.max(now.start + 1)).start;
        }
        let touches = |from: &usize| self.in_sight(area, *from).end >= now.start;
        (0..now.start).find(touches).unwrap_or(0)
    }

    fn heading(&self, cells: &Cells, theme: &Theme) -> Line<'static> {
        // Arrows at the end of the names say where more columns lie.
        let before = cells.from > 0;
        let behind = cells.from + cells.gauges.len() < self.columns.len();
        let sides = match (before && !self.fixed, behind && !self.fixed) {
            (true, true) => "← →",
            (true, false) => "←  ",
            (false, true) => "  →",
            (false, false) => "",
        };
        let names = cells.before + cells.name;
        let head = pad(&self.head, names.saturating_sub(sides.width()));
        let mut text = String::new();
        for (width, name) in &cells.gauges {
            text.push_str(&" ".repeat(width - name.width()));
            text.push_str(name);
        }
        Line::from(vec![
            Span::styled(head, theme.dim),
            Span::styled(sides, theme.accent),
            Span::styled(text, theme.dim),
        ])
    }

    fn row(&self, place: usize, room: usize, cells: &Cells, theme: &Theme) -> Line<'static> {
        let row = &self.rows[place];
        let here = self.chosen == Some(place);
        let style = if row.open { theme.text } else { theme.dim };
        let key = if row.open { theme.accent } else { theme.dim };
        let mut spans = Vec::new();
        if cells.before > 0 {
            spans.push(if here && self.rests {
                Span::styled("• ", theme.dim)
            } else {
                mark(here, theme)
            });
            let number = match place + self.before + 1 {
                number @ 1..=9 => number.to_string(),
                _ => " ".to_owned(),
            };
            spans.extend([Span::styled(number, key), Span::raw(" ")]);
        }
        let mut name = cells.name;
        if row.crosses {
            spans.push(Span::styled(CROSSES, theme.danger));
            name = name.saturating_sub(CROSSES.width());
        }
        if row.cells.is_empty() {
            let left = room.saturating_sub(cells.before);
            let name = name.max(row.name.width().min(left));
            spans.push(Span::styled(pad(&row.name, name), style));
            let left = left.saturating_sub(name + 2);
            spans.push(Span::styled(
                format!("  {}", fit(&row.note, left)),
                theme.dim,
            ));
            return Line::from(spans);
        }
        spans.push(Span::styled(pad(&row.name, name), style));
        for (place, (width, _)) in (cells.from..).zip(&cells.gauges) {
            let by = row.cells.get(place).copied().unwrap_or(0);
            let number = Self::number(&self.columns[place], by);
            let [best, worst] = self.marked(place);
            let (sign, hue) = match (row.open, Some(by)) {
                (true, by) if by == best => (SIGNS[0], theme.good),
                (true, by) if by == worst => (SIGNS[1], theme.danger),
                _ => ("", style),
            };
            let free = width.saturating_sub(sign.width() + number.width());
            spans.push(Span::raw(" ".repeat(free)));
            spans.push(Span::styled(format!("{sign}{number}"), hue));
        }
        Line::from(spans)
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let Some(rows) = self.rows_in(area) else {
            return;
        };
        let room = rows.columns();
        let cells = self.cells(room);
        self.heading(&cells, theme).render(area, buf);
        rows.draw(buf, theme, |place| self.row(place, room, &cells, theme));
    }
}

/// Columns of the mark and the number before a name.
const BEFORE: usize = 4;

#[cfg(test)]
mod tests;
