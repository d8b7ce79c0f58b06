//! A change beside a value: `▲5`, `▼4`, and nothing where nothing moved.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::theme::Theme;
pub use unequal_session::telling::{signed, signed_tenths, tenths};

/// A change as people read it beside a value.
pub fn arrow(by: i64) -> String {
    match by.signum() {
        1 => format!("▲{by}"),
        -1 => format!("▼{}", by.unsigned_abs()),
        _ => String::new(),
    }
}

/// A change beside a value, padded to `columns`.
pub fn beside(by: i64, columns: usize, theme: &Theme) -> Span<'static> {
    let style = if by == 0 { Style::new() } else { theme.accent };
    Span::styled(format!("{:<columns$}", arrow(by)), style)
}

/// A bar of eighths of cells, `columns` wide at 100.
pub fn bar(value: i64, columns: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let value = usize::try_from(value.clamp(0, 100)).unwrap_or(0);
    let eighths = (value * columns * 8 + 50) / 100;
    let mut out = "█".repeat(eighths / 8);
    out.push_str(EIGHTHS[eighths % 8]);
    if eighths == 0 && value > 0 && columns > 0 {
        out.push_str(EIGHTHS[1]);
    }
    out
}

/// A column of one cell for a value of 0..=100.
pub const fn block(value: i64) -> &'static str {
    const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    match value {
        ..=12 => BLOCKS[0],
        13..=24 => BLOCKS[1],
        25..=37 => BLOCKS[2],
        38..=49 => BLOCKS[3],
        50..=62 => BLOCKS[4],
        63..=74 => BLOCKS[5],
        75..=87 => BLOCKS[6],
        _ => BLOCKS[7],
    }
}

/// The last values as columns of one cell, drawn between the least and the largest of them.
pub fn sparkline(values: &[i64], columns: usize) -> String {
    let shown = &values[values.len().saturating_sub(columns)..];
    let (Some(least), Some(most)) = (shown.iter().min(), shown.iter().max()) else {
        return String::new();
    };
    // A span of at least 20 keeps small tremors small.
    let span = (most - least).max(20);
    let ground = (least + most - span) / 2;
    shown
        .iter()
        .map(|value| block((value - ground) * 100 / span))
        .collect()
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// It was played: full blocks.
    Played,
    /// It was only supposed: thin strokes.
    Supposed,
    /// It was played and taken back: dots.
    TakenBack,
}

/// A curve on an axis that several share, a column a move, and nothing where the line runs with the one that it leaves
/// but for its corner.
pub fn on_axis(values: &[i64], shared: usize, (least, most): (i64, i64), stroke: Stroke) -> String {
    const THIN: [&str; 4] = ["⡀", "⡄", "⡆", "⡇"];
    const DOTS: [&str; 4] = ["⡀", "⠄", "⠂", "⠁"];
    // A span of at least 20 keeps small tremors small.
    let span = (most - least).max(20);
    let ground = (least + most - span) / 2;
    let sign = |(place, value): (usize, &i64)| {
        let part = (value - ground) * 100 / span;
        match place + 1 {
            before if before < shared => " ",
            corner if corner == shared => "┗",
            _ => {
                let quarter = usize::try_from(part.clamp(0, 99) / 25).unwrap_or(0);
                match stroke {
                    // Not to the top: the curves of lines one above another would grow into one.
                    Stroke::Played => block(part * 7 / 8),
                    Stroke::Supposed => THIN[quarter],
                    Stroke::TakenBack => DOTS[quarter],
                }
            }
        }
    };
    values.iter().enumerate().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_shows_its_direction_by_shape_and_nothing_where_nothing_moved() {
        assert_eq!(
            (arrow(5), arrow(-4), arrow(0)),
            ("▲5".into(), "▼4".into(), String::new())
        );
        assert_eq!(
            (signed(5), signed(-4), signed(0)),
            ("+5".into(), "−4".into(), "±0".into())
        );
        assert_eq!(
            (tenths(-4), signed_tenths(125)),
            ("−0.4".into(), "+12.5".into())
        );
    }

    #[test]
    fn a_bar_is_full_at_a_hundred_and_never_wider_than_its_columns() {
        assert_eq!(bar(100, 4), "████");
        assert_eq!(bar(0, 4), "");
        assert_eq!(bar(1, 4), "▏");
        for value in -5..110 {
            assert!(bar(value, 7).chars().count() <= 7);
        }
        assert_eq!(bar(50, 0), "");
    }

    #[test]
    fn lines_on_one_axis_share_its_scale_and_begin_where_they_part() {
        use Stroke::{Played, Supposed, TakenBack};
        let span = (0, 100);
        assert_eq!(on_axis(&[0, 50, 100], 0, span, Played), "▁▄▇");
        assert_eq!(on_axis(&[0, 50, 100, 20], 2, span, Supposed), " ┗⡇⡀");
        assert_eq!(on_axis(&[0, 50, 100, 60], 2, span, TakenBack), " ┗⠁⠂");
        assert_eq!(on_axis(&[60, 60], 0, span, Supposed), "⡆⡆");
        assert_eq!(on_axis(&[], 0, span, Supposed), "");
    }

    #[test]
    fn a_sparkline_shows_the_latest_values() {
        assert_eq!(sparkline(&[0, 50, 60, 60], 3), "▃▇▇");
        assert_eq!(sparkline(&[], 3), "");
        assert_eq!(sparkline(&[1, 2], 0), "");
    }
}
