//! Strain against a red line: `──●──┃─`, with the line at the same column in every row.

use ratatui::text::{Line, Span};

use crate::theme::Theme;
use crate::widget::change::beside;

/// Strain in a domain, against the line that was declared for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedLine {
    /// Strain, 0..=100.
    pub strain: i64,
    /// The declared line.
    pub line: i64,
    /// Where the line really lies, where this seat knows.
    pub crossing: Option<i64>,
    /// Whether it stands crossed.
    pub crossed: bool,
}

impl RedLine {
    /// Where a strain lies on `columns`: the declared line is at three quarters of them.
    fn column(&self, strain: i64, columns: usize) -> usize {
        let columns = i64::try_from(columns).unwrap_or(0);
        let line = columns * 3 / 4;
        let place = strain * line / self.line.max(1);
        usize::try_from(place.clamp(0, (columns - 1).max(0))).unwrap_or(0)
    }

    /// Whether strain is within a tenth of the line, or past it.
    pub const fn is_close(&self) -> bool {
        self.crossed || self.strain + 10 >= self.line
    }

    /// The gauge in `columns` cells.
    pub fn gauge(&self, columns: usize, theme: &Theme) -> Line<'static> {
        if columns == 0 {
            return Line::default();
        }
        let at = self.column(self.strain, columns);
        let line = self.column(self.line, columns);
        let known = self
            .crossing
            .filter(|crossing| *crossing != self.line)
            .map(|crossing| self.column(crossing, columns));
        let danger = self.is_close();
        let cell = |place: usize| {
            if place == at {
                let sign = if self.crossed { "✗" } else { "●" };
                let style = if danger { theme.danger } else { theme.strong };
                Span::styled(sign, style)
            } else if place == line {
                Span::styled("┃", theme.danger)
            } else if known == Some(place) {
                Span::styled("╎", theme.danger)
            } else if place < at {
                Span::styled("━", if danger { theme.danger } else { theme.bar })
            } else {
                Span::styled("─", theme.bar_dim)
            }
        };
        (0..columns).map(cell).collect()
    }

    /// The numbers: `38▲4/75`, strain with its change against the line, with a sign where it stands crossed or is near.
    pub fn numbers(&self, change: i64, theme: &Theme) -> [Span<'static>; 3] {
        let sign = match (self.crossed, self.is_close()) {
            (true, _) => "✗",
            (false, true) => "!",
            (false, false) => "",
        };
        let style = if self.is_close() {
            theme.danger
        } else {
            theme.text
        };
        [
            Span::styled(self.strain.to_string(), style),
            beside(change, 0, theme),
            Span::styled(format!("/{}{sign}", self.line), style),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(strain: i64, crossing: Option<i64>, crossed: bool, columns: usize) -> String {
        let red_line = RedLine {
            strain,
            line: 60,
            crossing,
            crossed,
        };
        let theme = Theme::default();
        let numbers = Line::from(red_line.numbers(0, &theme).to_vec());
        format!("{} {numbers}", red_line.gauge(columns, &theme))
    }

    #[test]
    fn a_change_of_strain_stands_beside_the_strain() {
        let red_line = RedLine {
            strain: 34,
            line: 60,
            crossing: None,
            crossed: false,
        };
        let numbers = red_line.numbers(4, &Theme::default()).to_vec();
        assert_eq!(Line::from(numbers).to_string(), "34▲4/60");
    }

    #[test]
    fn the_mark_moves_towards_the_line_and_past_it() {
        assert_eq!(drawn(0, None, false, 8), "●─────┃─ 0/60");
        assert_eq!(drawn(30, Some(60), false, 8), "━━━●──┃─ 30/60");
        assert_eq!(drawn(52, Some(70), false, 8), "━━━━━●┃╎ 52/60!");
        assert_eq!(drawn(66, Some(50), true, 8), "━━━━━╎✗─ 66/60✗");
        assert_eq!(drawn(100, None, true, 8), "━━━━━━┃✗ 100/60✗");
        assert_eq!(drawn(100, None, true, 0), " 100/60✗");
    }
}
