//! The stability curve as a scrubber: one place an entry, a cursor on it, marks and moves under it.
//!
//! ```text
//! 100 ┤            ┊
//!  60 ┤⠒⠒⠤⣀        ┊
//!  40 ┤╌╌╌╌⠉⠢⣀⣀⣀⣀⣀⣀●⠒⠒⠤⠤⣀⣀╌╌╌╌╌╌ crisis
//!  20 ┤            ┊
//!          ◆    ⚑       ▲
//!     1   2    3   4   5    6
//! ```
//!
//! What came after the cursor is fainter; where it must not be known it is not drawn at all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::dots::Dots;
use crate::widget::stability_curve::Threshold;

/// Stability after each entry, with the entry that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Scrubber<'a> {
    /// Stability at each place, STARTEX first.
    pub levels: &'a [i64],
    /// The place that is looked at.
    pub at: usize,
    /// Whether what came after it may be shown.
    pub future: bool,
    /// Where moves begin, with their numbers.
    pub moves: &'a [(usize, u32)],
    /// Signs under the curve.
    pub marks: &'a [(usize, &'static str)],
    /// Where the regime changes.
    pub thresholds: &'a [Threshold<'a>],
    /// The colours.
    pub theme: &'a Theme,
}

/// Columns of the axis labels and the axis itself.
const GUTTER: u16 = 5;

/// Places by which the axis grows where its length must not tell the end.
const STRETCH: usize = 20;

/// The parts of the area.
struct Plan {
    plot: Rect,
    /// Columns that places may use; words stand to the right of them.
    reach: u16,
    marks: Option<u16>,
    moves: Option<u16>,
}

impl Scrubber<'_> {
    fn plan(&self, area: Rect) -> Plan {
        let gutter = if area.width >= 24 { GUTTER } else { 0 };
        let under = match area.height {
            0..4 => 0,
            4..6 => 1,
            _ => 2,
        };
        let plot = Rect {
            x: area.x + gutter,
            width: area.width - gutter,
            height: area.height - under,
            ..area
        };
        let widest = self.thresholds.iter().map(|t| t.word.width()).max();
        let words = u16::try_from(widest.unwrap_or(0)).unwrap_or(0) + 1;
        let reach = if plot.width >= 30 {
            plot.width - words
        } else {
            plot.width
        };
        Plan {
            plot,
            reach,
            marks: (under > 0).then(|| plot.bottom()),
            moves: (under > 1).then(|| plot.bottom() + 1),
        }
    }

    /// Dots from the left for a place.
    fn column(&self, plan: &Plan, place: usize) -> usize {
        let last = (usize::from(plan.reach) * 2).saturating_sub(1);
        // The scale must not tell how much is to come.
        let places = if self.future {
            self.levels.len().saturating_sub(1)
        } else {
            (self.at / STRETCH + 1) * STRETCH
        };
        place * last / places.max(1)
    }

    /// Dots from the top for a level.
    fn row(plot: Rect, level: i64) -> usize {
        let level = usize::try_from(level.clamp(0, 100)).unwrap_or(0);
        let last = (usize::from(plot.height) * 4).saturating_sub(2);
        ((100 - level) * last + 50) / 100
    }

    fn dots(&self, plan: &Plan, from: usize, to: usize) -> Dots {
        let mut dots = Dots::new(plan.plot.width, plan.plot.height);
        let point = |place: usize| {
            let level = self.levels.get(place).copied().unwrap_or(0);
            (self.column(plan, place), Self::row(plan.plot, level))
        };
        for place in from..to {
            dots.line(point(place), point(place + 1));
        }
        dots
    }

    fn axis(&self, area: Rect, buf: &mut Buffer, plan: &Plan) {
        if plan.plot.x == area.x {
            return;
        }
        // With few rows a tick between the ends would stand where the curve passes at another level.
        let step = if plan.plot.height >= 11 { 20 } else { 100 };
        let mut labels = vec![None; usize::from(plan.plot.height)];
        let marked = self.thresholds.iter().map(|t| t.at);
        for level in marked.chain((0..=100).step_by(step)) {
            if let Some(label) = labels.get_mut(Self::row(plan.plot, level) / 4)
                && label.is_none()
            {
                *label = Some(level);
            }
        }
        for (y, label) in (plan.plot.y..).zip(labels) {
            let text = label.map_or_else(|| "    │".to_owned(), |v: i64| format!("{v:>3} ┤"));
            buf.set_stringn(area.x, y, text, usize::from(GUTTER), self.theme.dim);
        }
    }

    fn thresholds(&self, buf: &mut Buffer, plan: &Plan) {
        let mut taken = Vec::new();
        for threshold in self.thresholds {
            let row = Self::row(plan.plot, threshold.at) / 4;
            let y = plan.plot.y + u16::try_from(row).unwrap_or(0);
            for x in plan.plot.x..plan.plot.x + plan.reach {
                buf[(x, y)].set_symbol("╌").set_style(self.theme.rule);
            }
            if plan.reach < plan.plot.width && !taken.contains(&row) {
                let start = usize::from(plan.reach) + 1;
                put(buf, plan.plot, start, y, threshold.word, self.theme.danger);
            }
            taken.push(row);
        }
    }

    fn cursor(&self, buf: &mut Buffer, plan: &Plan) {
        let x = self.column(plan, self.at) / 2;
        let level = self.levels.get(self.at).copied().unwrap_or(0);
        let here = Self::row(plan.plot, level) / 4;
        for (row, y) in (plan.plot.y..plan.plot.bottom()).enumerate() {
            let (sign, style) = if row == here {
                ("●", self.theme.accent)
            } else {
                ("┊", self.theme.dim)
            };
            put(buf, plan.plot, x, y, sign, style);
        }
    }

    fn under(&self, buf: &mut Buffer, plan: &Plan) {
        let last = if self.future { usize::MAX } else { self.at };
        if let Some(y) = plan.marks {
            for (place, sign) in self.marks.iter().filter(|(place, _)| *place <= last) {
                let x = self.column(plan, *place) / 2;
                let style = if *place == self.at {
                    self.theme.selected
                } else {
                    self.theme.accent
                };
                put(buf, plan.plot, x, y, sign, style);
            }
        }
        if let Some(y) = plan.moves {
            let mut free = 0;
            for (place, number) in self.moves.iter().filter(|(place, _)| *place <= last) {
                let x = self.column(plan, *place) / 2;
                let words = number.to_string();
                if x >= free {
                    put(buf, plan.plot, x, y, &words, self.theme.dim);
                    free = x + words.width() + 1;
                }
            }
        }
    }
}

fn put(buf: &mut Buffer, plot: Rect, x: usize, y: u16, text: &str, style: Style) {
    let x = plot.x.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
    if x < plot.right() {
        buf.set_stringn(x, y, text, usize::from(plot.right() - x), style);
    }
}

impl Widget for &Scrubber<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() || self.levels.is_empty() {
            return;
        }
        let plan = self.plan(area);
        if plan.plot.is_empty() {
            return;
        }
        let last = self.levels.len() - 1;
        let at = self.at.min(last);
        self.axis(area, buf, &plan);
        self.thresholds(buf, &plan);
        self.cursor(buf, &plan);
        if self.future {
            self.dots(&plan, at, last)
                .draw(plan.plot, buf, self.theme.dim);
        }
        self.dots(&plan, 0, at)
            .draw(plan.plot, buf, self.theme.strong);
        let x = self.column(&plan, at) / 2;
        let y =
            plan.plot.y + u16::try_from(Scrubber::row(plan.plot, self.levels[at]) / 4).unwrap_or(0);
        put(buf, plan.plot, x, y, "●", self.theme.accent);
        self.under(buf, &plan);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    fn scrubber<'a>(levels: &'a [i64], at: usize, theme: &'a Theme) -> Scrubber<'a> {
        Scrubber {
            levels,
            at,
            future: true,
            moves: &[(1, 1), (4, 2), (7, 3)],
            marks: &[(2, "◆"), (5, "⚑"), (8, "▲")],
            thresholds: &[Threshold {
                at: 40,
                word: "crisis",
            }],
            theme,
        }
    }

    const LEVELS: [i64; 10] = [64, 64, 70, 66, 60, 52, 50, 48, 30, 33];

    #[test]
    fn the_curve_has_a_cursor_marks_and_moves() {
        let theme = Theme::default();
        insta::assert_snapshot!(shown(&scrubber(&LEVELS, 5, &theme), 60, 10));
    }

    #[test]
    fn what_came_later_is_not_drawn_where_it_must_not_be_known() {
        let theme = Theme::default();
        let hidden = Scrubber {
            future: false,
            ..scrubber(&LEVELS, 5, &theme)
        };
        let other = [64, 64, 70, 66, 60, 52, 99];
        let else_ = Scrubber {
            levels: &other,
            moves: &[(1, 1), (4, 2), (8, 3)],
            ..hidden
        };
        assert_eq!(shown(&hidden, 60, 10), shown(&else_, 60, 10));
    }

    #[test]
    fn a_low_axis_names_no_level_beside_a_curve_that_passes_at_another() {
        let theme = Theme::default();
        let drawn = shown(&scrubber(&[64; 10], 5, &theme), 60, 6);
        let row = drawn.lines().find(|line| line.contains('●')).unwrap();
        assert!(!row.contains('┤'), "{drawn}");
    }

    #[test]
    fn every_size_can_be_drawn() {
        let theme = Theme::default();
        every_size(&scrubber(&LEVELS, 9, &theme));
        every_size(&scrubber(&[], 3, &theme));
        every_size(&scrubber(&[50], 0, &theme));
    }
}
