//! What presses and what resists, term by term, and what it makes of the roll.
//!
//! ```text
//! presses                        resists
//! leverage at work      57       red line           18
//! credibility           38       grievance           8
//! promise                0       freedom of action  12
//!                                can afford to wait 11
//!                       95                          49
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::theme::Theme;
use crate::widget::change::signed;
use crate::widget::fit::pad;
use unequal_core::model::contest::Factors;

/// The factors of a contest.
#[derive(Clone, Copy, Debug)]
pub struct FactorList<'a> {
    /// The factors.
    pub factors: Factors,
    /// Names of the sides: patron, client.
    pub sides: (&'a str, &'a str),
    /// The colours.
    pub theme: &'a Theme,
}

/// Rows that the list takes.
pub const HEIGHT: u16 = 6;
const COLUMN: usize = 28;

impl FactorList<'_> {
    /// What presses: a word and a number each, those at 0 left out but the first.
    pub fn press(&self) -> Vec<(&'static str, i64)> {
        let f = &self.factors;
        vec![
            ("leverage at work", f.pressed_leverage),
            ("belief in threats", f.credibility),
            ("promise", f.promise),
        ]
    }

    /// What resists.
    pub fn resist(&self) -> Vec<(&'static str, i64)> {
        let f = &self.factors;
        vec![
            ("weight on red line", f.red_line),
            ("grievance", f.resentment),
            ("freedom of action", f.autonomy),
            ("can afford to wait", f.endurance),
        ]
    }

    /// The modifier in words.
    pub fn modifier(&self) -> String {
        let (patron, client) = self.sides;
        let who = match self.factors.modifier.signum() {
            1 => format!("{client} stands firmer"),
            -1 => format!("{patron} presses harder"),
            _ => "both sides are even".to_owned(),
        };
        format!("{} on the roll: {who}", signed(self.factors.modifier))
    }

    fn side(&self, name: &str, style: Style, terms: &[(&str, i64)]) -> Vec<Line<'static>> {
        let theme = self.theme;
        let number = |n: i64| format!("{n:>4}");
        let mut lines = vec![Line::from(Span::styled(pad(name, COLUMN - 2), style))];
        for (word, value) in terms {
            let text = if *value == 0 { theme.dim } else { theme.text };
            lines.push(Line::from(vec![
                Span::styled(pad(word, COLUMN - 6), text),
                Span::styled(number(*value), text),
            ]));
        }
        let sum: i64 = terms.iter().map(|(_, value)| value).sum();
        lines.push(Line::from(vec![
            Span::raw(pad("", COLUMN - 6)),
            Span::styled(number(sum), theme.strong),
        ]));
        lines
    }
}

impl Widget for &FactorList<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let (patron, client) = self.sides;
        let press = self.side(
            &format!("{patron} presses"),
            self.theme.patron,
            &self.press(),
        );
        let resist = self.side(
            &format!("{client} resists"),
            self.theme.client,
            &self.resist(),
        );
        let half = area.width / 2;
        let wide = usize::from(half) >= COLUMN - 2;
        let places = if wide {
            let column = half.min(u16::try_from(COLUMN).unwrap_or(half) + 2);
            let right = Rect {
                x: area.x + column,
                width: area.width - column,
                ..area
            };
            vec![(press, area), (resist, right)]
        } else {
            let rows = u16::try_from(press.len()).unwrap_or(0).min(area.height);
            let below = Rect {
                y: area.y + rows,
                height: area.height - rows,
                ..area
            };
            vec![(press, area), (resist, below)]
        };
        for (lines, area) in places {
            for (line, spot) in lines.iter().zip(area.rows()) {
                line.render(spot, buf);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    #[test]
    fn the_terms_stand_beside_their_sums() {
        let theme = Theme::default();
        let list = FactorList {
            factors: Factors {
                leverage: 81,
                pressed_leverage: 57,
                credibility: 38,
                promise: 0,
                red_line: 18,
                resentment: 8,
                autonomy: 12,
                endurance: 11,
                modifier: -4,
            },
            sides: ("China", "俄罗斯"),
            theme: &theme,
        };
        insta::assert_snapshot!(format!("{}{}", shown(&list, 60, 8), list.modifier()));
        every_size(&list);
    }
}
