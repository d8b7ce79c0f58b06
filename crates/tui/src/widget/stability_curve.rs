//! The curve of the partnership's stability: the largest thing on the board.
//!
//! ```text
//! 100 ┤
//!  80 ┤⣀⣀⡀
//!  60 ┤   ⠈⠉⠒⠤⣀⡀● 58 ▼4
//!  40 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ crisis
//!  20 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ rupture
//!     0   2   4   6   8   10  12
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::theme::Theme;
use crate::widget::change::arrow;
use crate::widget::dots::Dots;

/// A level at which the regime changes.
#[derive(Clone, Copy, Debug)]
pub struct Threshold<'a> {
    /// Where it lies.
    pub at: i64,
    /// The word for what begins there.
    pub word: &'a str,
}

/// A sign under the curve, at a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The move, counted from 1; 0 is STARTEX.
    pub move_number: usize,
    /// The sign.
    pub sign: &'static str,
}

/// Stability from STARTEX to this moment, on an axis from 0 to 100.
#[derive(Clone, Copy, Debug)]
pub struct StabilityCurve<'a> {
    /// Stability at STARTEX and after each closed move.
    pub path: &'a [i64],
    /// Stability at this moment.
    pub now: i64,
    /// Whether a move is being played: then this moment lies half a move after the last closed one.
    pub underway: bool,
    /// What to show as change beside the value.
    pub change: i64,
    /// Moves planned: the width of the axis, which grows where play goes on.
    pub moves: usize,
    /// Where the regime changes.
    pub thresholds: &'a [Threshold<'a>],
    /// Signs on the axis.
    pub marks: &'a [Mark],
    /// The colours.
    pub theme: &'a Theme,
}

/// The same curve drawn twice as thick, for the far end of a room.
#[derive(Clone, Copy, Debug)]
pub struct Bold<'a>(pub StabilityCurve<'a>);

/// How thick the line is, in dots.
const LINE: usize = 2;
/// How thick the bold line is.
const BOLD: usize = 4;

/// Columns of the axis labels and the axis itself.
const GUTTER: u16 = 5;

/// The parts of the area.
struct Plan {
    plot: Rect,
    /// Columns of the plot that moves may use; words stand to the right of them.
    reach: u16,
    span: usize,
    labelled: bool,
}

impl StabilityCurve<'_> {
    fn plan(&self, area: Rect) -> Plan {
        let labelled = area.width >= 24;
        let axis = u16::from(area.height >= 4);
        let gutter = if labelled { GUTTER } else { 0 };
        let plot = Rect {
            x: area.x + gutter,
            width: area.width - gutter,
            height: area.height - axis,
            ..area
        };
        let widest = self.thresholds.iter().map(|t| t.word.width()).max();
        let words = u16::try_from(widest.unwrap_or(0)).unwrap_or(0) + 1;
        let reach = if plot.width >= 30 {
            plot.width - words
        } else {
            plot.width
        };
        let closed = self.path.len().saturating_sub(1);
        let span = self.moves.max(closed + usize::from(self.underway)).max(1);
        Plan {
            plot,
            reach,
            span,
            labelled,
        }
    }

    fn row(plot: Rect, value: i64) -> usize {
        let value = usize::try_from(value.clamp(0, 100)).unwrap_or(0);
        let last = (usize::from(plot.height) * 4).saturating_sub(2);
        ((100 - value) * last + 50) / 100
    }

    /// Dots from the left for a time in half moves.
    fn column(plan: &Plan, halves: usize) -> usize {
        let last = (usize::from(plan.reach) * 2).saturating_sub(1);
        halves * last / (2 * plan.span)
    }

    fn draw_axis(&self, area: Rect, buf: &mut Buffer, plan: &Plan) {
        let plot = plan.plot;
        if plan.labelled {
            let mut labels = vec![None; usize::from(plot.height)];
            // With few rows a tick would share its row with a threshold and lie about its place.
            let step = if plot.height < 10 { 100 } else { 20 };
            let marked = self.thresholds.iter().map(|threshold| threshold.at);
            for value in marked.chain((0..=100).step_by(step)) {
                if let Some(label) = labels.get_mut(Self::row(plot, value) / 4)
                    && label.is_none()
                {
                    *label = Some(value);
                }
            }
            for (y, label) in (plot.y..).zip(labels) {
                let text = label.map_or_else(|| "    │".to_owned(), |v: i64| format!("{v:>3} ┤"));
                buf.set_stringn(area.x, y, text, usize::from(GUTTER), self.theme.dim);
            }
        }
        if plot.height == area.height {
            return;
        }
        let y = plot.bottom();
        let step = [1, 2, 4, 5, 10, 20]
            .into_iter()
            .find(|step| usize::from(plan.reach) * step / plan.span >= 5)
            .unwrap_or(20);
        for number in (0..=plan.span).step_by(step) {
            let x = Self::column(plan, 2 * number) / 2;
            self.put(buf, plot, x, y, &number.to_string(), self.theme.dim);
        }
        for mark in self.marks {
            let halves = (2 * mark.move_number).saturating_sub(1);
            let x = Self::column(plan, halves) / 2;
            self.put(buf, plot, x, y, mark.sign, self.theme.accent);
        }
    }

    #[expect(clippy::unused_self, reason = "reads as one of the drawing steps")]
    fn put(&self, buf: &mut Buffer, plot: Rect, x: usize, y: u16, text: &str, style: Style) {
        let x = plot.x.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
        if x < plot.right() {
            buf.set_stringn(x, y, text, usize::from(plot.right() - x), style);
        }
    }

    fn draw_thresholds(&self, buf: &mut Buffer, plan: &Plan) -> Vec<usize> {
        let plot = plan.plot;
        let mut rows = Vec::new();
        for threshold in self.thresholds {
            let row = Self::row(plot, threshold.at) / 4;
            let y = plot.y + u16::try_from(row).unwrap_or(0);
            for x in plot.x..plot.x + plan.reach {
                if let Some(cell) = buf.cell_mut((x, y)) {
                    cell.set_symbol("╌").set_style(self.theme.rule);
                }
            }
            let start = usize::from(plan.reach) + 1;
            if plan.reach < plot.width && !rows.contains(&row) {
                self.put(buf, plot, start, y, threshold.word, self.theme.danger);
            }
            rows.push(row);
        }
        rows
    }

    fn dots(&self, plan: &Plan, weight: usize) -> Dots {
        let mut dots = Dots::new(plan.plot.width, plan.plot.height);
        let mut points: Vec<(usize, usize)> = self
            .path
            .iter()
            .enumerate()
            .map(|(number, value)| (Self::column(plan, 2 * number), Self::row(plan.plot, *value)))
            .collect();
        points.push(self.here(plan));
        for pair in points.windows(2) {
            dots.stroke(pair[0], pair[1], weight);
        }
        dots
    }

    /// Where this moment lies, in dots.
    fn here(&self, plan: &Plan) -> (usize, usize) {
        let closed = self.path.len().saturating_sub(1);
        let halves = 2 * closed + usize::from(self.underway);
        (Self::column(plan, halves), Self::row(plan.plot, self.now))
    }

    /// Writes the value where it covers neither the curve nor a word.
    fn draw_label(&self, buf: &mut Buffer, plan: &Plan, dots: &Dots, busy: &[usize]) {
        let (x, y) = self.here(plan);
        let (column, row) = (x / 2, y / 4);
        let value = format!("{}", self.now);
        let change = arrow(self.change);
        let width = value.width() + 1 + change.width();
        let height = usize::from(plan.plot.height);
        let above = row.checked_sub(1);
        let below = Some(row + 1).filter(|row| *row < height);
        let left = column.checked_sub(width + 1);
        let start = Some(column.saturating_sub(width / 2));
        let places = [
            (Some(column + 2), Some(row)),
            (Some(column + 1), above),
            (Some(column + 1), below),
            (start, above),
            (start, below),
            (left, above),
            (left, below),
            (left, Some(row)),
        ];
        let free = |x: usize, y: usize| {
            let end = if busy.contains(&y) {
                plan.reach
            } else {
                plan.plot.width
            };
            x + width <= usize::from(end) && (x..x + width).all(|column| !dots.holds(column, y))
        };
        let place = places
            .into_iter()
            .filter_map(|(x, y)| Some((x?, y?)))
            .find(|(x, y)| free(*x, *y));
        if let Some((x, row)) = place {
            let y = plan.plot.y + u16::try_from(row).unwrap_or(0);
            self.put(
                buf,
                plan.plot,
                x,
                y,
                &format!("{value} "),
                self.theme.strong,
            );
            let x = x + value.width() + 1;
            self.put(buf, plan.plot, x, y, &change, self.theme.accent);
        }
        let y = plan.plot.y + u16::try_from(row).unwrap_or(0);
        self.put(buf, plan.plot, column, y, "●", self.theme.accent);
    }
}

impl Widget for &StabilityCurve<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.draw(area, buf, LINE);
    }
}

impl Widget for &Bold<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.0.draw(area, buf, BOLD);
    }
}

impl StabilityCurve<'_> {
    fn draw(&self, area: Rect, buf: &mut Buffer, weight: usize) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let plan = self.plan(area);
        if plan.plot.is_empty() {
            return;
        }
        self.draw_axis(area, buf, &plan);
        let busy = self.draw_thresholds(buf, &plan);
        let dots = self.dots(&plan, weight);
        dots.draw(plan.plot, buf, self.theme.strong);
        self.draw_label(buf, &plan, &dots, &busy);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    fn curve<'a>(path: &'a [i64], now: i64, theme: &'a Theme) -> StabilityCurve<'a> {
        StabilityCurve {
            path,
            now,
            underway: true,
            change: -4,
            moves: 12,
            thresholds: &[
                Threshold {
                    at: 40,
                    word: "crisis",
                },
                Threshold {
                    at: 18,
                    word: "rupture",
                },
            ],
            marks: &[Mark {
                move_number: 3,
                sign: "▲",
            }],
            theme,
        }
    }

    #[test]
    fn the_curve_shows_path_value_change_and_thresholds() {
        let theme = Theme::default();
        insta::assert_snapshot!(shown(&curve(&[64, 70, 66, 52], 48, &theme), 60, 12));
    }

    #[test]
    fn at_the_end_of_a_long_session_the_value_still_stands_beside_the_curve() {
        let theme = Theme::default();
        let path = [64, 60, 55, 47, 41, 38, 33, 30, 28, 27, 25, 22, 20, 19];
        let mut curve = curve(&path, 19, &theme);
        curve.underway = false;
        insta::assert_snapshot!(shown(&curve, 60, 10));
    }

    #[test]
    fn every_size_can_be_drawn() {
        let theme = Theme::default();
        every_size(&curve(&[64, 0, 100], 100, &theme));
        every_size(&curve(&[], 0, &theme));
    }
}
