//! Several stability curves on one pair of axes: each with its letter and its hue.
//!
//! ```text
//! 100 ┤
//!  60 ┤AB━━━A━━━A━━━A
//!  40 ┤    ━━━B━━━B━━━B
//!     0   2   4   6   8
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::theme::Theme;
use crate::widget::dots::Dots;

/// One curve.
#[derive(Clone, Copy, Debug)]
pub struct Curve<'a> {
    /// Its letter.
    pub letter: char,
    /// Its hue.
    pub style: Style,
    /// Stability at STARTEX and after each move.
    pub levels: &'a [i64],
}

/// Several curves.
#[derive(Clone, Copy, Debug)]
pub struct Curves<'a> {
    /// The curves; where two lie on one another, the first is seen.
    pub curves: &'a [Curve<'a>],
    /// The colours.
    pub theme: &'a Theme,
}

const GUTTER: u16 = 5;

impl Curves<'_> {
    fn moves(&self) -> usize {
        let longest = self.curves.iter().map(|curve| curve.levels.len()).max();
        longest.unwrap_or(0).saturating_sub(1).max(1)
    }

    fn point(&self, plot: Rect, place: usize, level: i64) -> (usize, usize) {
        let across = (usize::from(plot.width) * 2).saturating_sub(1);
        let down = (usize::from(plot.height) * 4).saturating_sub(2);
        let level = usize::try_from(level.clamp(0, 100)).unwrap_or(0);
        (
            place * across / self.moves(),
            ((100 - level) * down + 50) / 100,
        )
    }
}

impl Widget for &Curves<'_> {
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
        for (row, y) in (plot.y..plot.bottom()).enumerate() {
            let step = if plot.height >= 11 { 20 } else { 50 };
            let here = |level: &i64| self.point(plot, 0, *level).1 / 4 == row;
            let label = (0..=100).step_by(step).find(here);
            let text = label.map_or_else(|| "    │".to_owned(), |level| format!("{level:>3} ┤"));
            buf.set_stringn(area.x, y, text, usize::from(GUTTER), self.theme.dim);
        }
        let every = [1, 2, 4, 5, 10, 20]
            .into_iter()
            .find(|every| usize::from(plot.width) * every / self.moves() >= 4)
            .unwrap_or(20);
        for number in (0..=self.moves()).step_by(every) {
            let x = plot.x + u16::try_from(self.point(plot, number, 0).0 / 2).unwrap_or(0);
            let words = number.to_string();
            let room = usize::from(plot.right().saturating_sub(x));
            if words.len() <= room {
                buf.set_stringn(x, plot.bottom(), words, room, self.theme.dim);
            }
        }
        for curve in self.curves.iter().rev() {
            let mut dots = Dots::new(plot.width, plot.height);
            let points: Vec<(usize, usize)> = curve
                .levels
                .iter()
                .enumerate()
                .map(|(place, level)| self.point(plot, place, *level))
                .collect();
            for pair in points.windows(2) {
                dots.line(pair[0], pair[1]);
            }
            dots.draw(plot, buf, curve.style);
        }
        for curve in self.curves.iter().rev() {
            for (place, level) in curve.levels.iter().enumerate() {
                let (x, y) = self.point(plot, place, *level);
                let x = plot.x + u16::try_from(x / 2).unwrap_or(0);
                let y = plot.y + u16::try_from(y / 4).unwrap_or(0);
                if x < plot.right() && y < plot.bottom() {
                    buf.set_stringn(x, y, curve.letter.to_string(), 1, curve.style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    #[test]
    fn each_curve_is_told_by_its_letter() {
        let theme = Theme::default();
        let curves = [
            Curve {
                letter: 'A',
                style: theme.strong,
                levels: &[64, 60, 55, 47, 46],
            },
            Curve {
                letter: 'B',
                style: theme.client,
                levels: &[64, 60, 62, 66, 70, 71],
            },
        ];
        let curves = Curves {
            curves: &curves,
            theme: &theme,
        };
        insta::assert_snapshot!(shown(&curves, 50, 12));
        every_size(&curves);
        every_size(&Curves {
            curves: &[],
            theme: &theme,
        });
    }
}
