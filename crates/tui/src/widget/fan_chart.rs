//! A fan of stability by move: the middle half dark, nine tenths light, the median as a line, and the
//! session's own way as dots.
//!
//! ```text
//! 100 ┤
//!  80 ┤             ░░░░░░░░
//!  60 ┤●──●──●─░░▒▒▒▒▒▒▒▒▒▒▒
//!  40 ┤        ░░▒━━●━━●━━━━
//!  20 ┤             ░░░░░░░░
//!     0   2   4   6   8   10
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::theme::Theme;

/// Where sessions go, and where one went.
#[derive(Clone, Copy, Debug)]
pub struct FanChart<'a> {
    /// Stability at STARTEX and after each move, up to where the fan opens.
    pub before: &'a [i64],
    /// Stability at 5, 25, 50, 75 and 95 percent, after each move from there on.
    pub spreads: &'a [[i64; 5]],
    /// Stability at STARTEX and after each move, as the session went.
    pub path: &'a [i64],
    /// The colours.
    pub theme: &'a Theme,
}

const GUTTER: u16 = 5;

impl FanChart<'_> {
    fn moves(&self) -> usize {
        let fan = self.before.len().saturating_sub(1) + self.spreads.len();
        fan.max(self.path.len().saturating_sub(1)).max(1)
    }

    fn column(&self, width: u16, place: usize) -> usize {
        place * usize::from(width.saturating_sub(1)) / self.moves()
    }

    fn row(height: u16, level: i64) -> usize {
        let level = usize::try_from(level.clamp(0, 100)).unwrap_or(0);
        ((100 - level) * usize::from(height.saturating_sub(1)) + 50) / 100
    }

    /// The percentages at a column between two moves, in proportion.
    fn between(&self, width: u16, x: usize) -> Option<[i64; 5]> {
        let opens = self.before.len().checked_sub(1)?;
        let start = [*self.before.last()?; 5];
        let at = |place: usize| match place.checked_sub(1) {
            None => Some(start),
            Some(place) => self.spreads.get(place).copied(),
        };
        (0..self.spreads.len()).find_map(|place| {
            let left = self.column(width, opens + place);
            let right = self.column(width, opens + place + 1);
            if !(left..=right).contains(&x) {
                return None;
            }
            let (from, to) = (at(place)?, at(place + 1)?);
            let span = i64::try_from((right - left).max(1)).ok()?;
            let gone = i64::try_from(x - left).ok()?;
            let mut mixed = [0; 5];
            for (mixed, (from, to)) in mixed.iter_mut().zip(from.into_iter().zip(to)) {
                *mixed = from + (to - from) * gone / span;
            }
            Some(mixed)
        })
    }

    fn fan(&self, plot: Rect, buf: &mut Buffer) {
        for (x, column) in (plot.x..plot.right()).enumerate() {
            let Some([low, lower, middle, upper, high]) = self.between(plot.width, x) else {
                continue;
            };
            let row = |level| Self::row(plot.height, level);
            for (y, place) in (plot.y..plot.bottom()).enumerate() {
                let (sign, style) = if y == row(middle) {
                    ("━", self.theme.accent)
                } else if (row(upper)..=row(lower)).contains(&y) {
                    ("▒", self.theme.text)
                } else if (row(high)..=row(low)).contains(&y) {
                    ("░", self.theme.dim)
                } else {
                    continue;
                };
                buf.set_stringn(column, place, sign, 1, style);
            }
        }
    }

    fn axes(&self, area: Rect, plot: Rect, buf: &mut Buffer) {
        for (y, place) in (plot.y..plot.bottom()).enumerate() {
            let step = if plot.height >= 11 { 20 } else { 50 };
            let label = (0..=100)
                .step_by(step)
                .find(|level| Self::row(plot.height, *level) == y);
            let text =
                label.map_or_else(|| "    │".to_owned(), |level: i64| format!("{level:>3} ┤"));
            buf.set_stringn(area.x, place, text, usize::from(GUTTER), self.theme.dim);
        }
        let every = [1, 2, 4, 5, 10, 20]
            .into_iter()
            .find(|every| usize::from(plot.width) * every / self.moves() >= 4)
            .unwrap_or(20);
        for number in (0..=self.moves()).step_by(every) {
            let x = self.column(plot.width, number);
            put(
                buf,
                plot,
                x,
                plot.bottom(),
                &number.to_string(),
                self.theme.dim,
            );
        }
    }
}

fn put(buf: &mut Buffer, plot: Rect, x: usize, y: u16, text: &str, style: Style) {
    let x = plot.x.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
    if x < plot.right() {
        buf.set_stringn(x, y, text, usize::from(plot.right() - x), style);
    }
}

impl Widget for &FanChart<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.width <= GUTTER || area.height < 3 {
            return;
        }
        let plot = Rect {
            x: area.x + GUTTER,
            width: area.width - GUTTER,
            height: area.height - 1,
            ..area
        };
        self.axes(area, plot, buf);
        self.fan(plot, buf);
        for (place, level) in self.path.iter().enumerate() {
            let x = self.column(plot.width, place);
            let y = plot.y + u16::try_from(FanChart::row(plot.height, *level)).unwrap_or(0);
            put(buf, plot, x, y, "●", self.theme.strong);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    #[test]
    fn the_fan_opens_where_the_session_was_left_and_the_session_goes_through_it() {
        let theme = Theme::default();
        let chart = FanChart {
            before: &[64, 60, 58],
            spreads: &[
                [50, 54, 57, 60, 63],
                [40, 48, 55, 60, 66],
                [30, 42, 52, 61, 70],
            ],
            path: &[64, 60, 58, 55, 41, 38],
            theme: &theme,
        };
        insta::assert_snapshot!(shown(&chart, 60, 14));
        every_size(&chart);
        every_size(&FanChart {
            before: &[],
            spreads: &[],
            path: &[],
            theme: &theme,
        });
    }
}
