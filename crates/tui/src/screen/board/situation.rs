//! Where the partnership stands: the curve of its stability, and beside or below it how far each ending is, in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::glance::Glance;
use crate::page::decision::curve;
use crate::page::paper::{below, within};
use crate::screen::board::panel::frame;
use crate::theme::Theme;
use crate::widget::change::arrow;
use unequal_core::model::gauge::Gauge;

/// The fewest rows of the curve before signs take rows from it.
const CURVE: u16 = 6;
/// The most rows of signs below the curve.
const BELOW: u16 = 6;
/// The fewest columns at which signs stand beside the curve, and the columns that they get there.
const WIDE: (u16, u16) = (104, 40);

/// Draws the panel of the curve.
pub(super) fn draw(glance: &Glance<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = frame(area, buf, title(glance, theme), theme);
    let (place, signs) = places(inner);
    curve(glance, place, buf, theme);
    draw_signs(glance, signs, buf, theme);
}

/// The value, how it changed, where it stands and where it is heading.
fn title(glance: &Glance<'_>, theme: &Theme) -> Line<'static> {
    let now = glance.view.get(Gauge::Stability);
    let change = glance.stability_change();
    let mut title = vec![
        Span::styled(" Stability ", theme.title),
        Span::styled(format!("{now} "), theme.strong),
    ];
    if change != 0 {
        title.push(Span::styled(format!("{} ", arrow(change)), theme.accent));
    }
    let regime = if glance.is_grave() {
        Span::styled(format!("! {} ", glance.regime()), theme.danger)
    } else {
        Span::styled(format!("{} ", glance.regime()), theme.text)
    };
    title.push(Span::styled("· ", theme.dim));
    title.push(regime);
    let heading = format!("· heading for {} ", glance.view.supported);
    title.push(Span::styled(heading, theme.dim));
    Line::from(title)
}

/// Where the curve lies, and where the signs.
fn places(inner: Rect) -> (Rect, Rect) {
    if inner.width >= WIDE.0 {
        let width = inner.width - WIDE.1 - 2;
        let signs = Rect {
            x: inner.x + width + 2,
            width: WIDE.1,
            ..inner
        };
        return (Rect { width, ..inner }, signs);
    }
    let rows = inner.height.saturating_sub(CURVE).min(BELOW);
    let height = inner.height - rows;
    (Rect { height, ..inner }, below(inner, height))
}

/// The signs that press most, as many as there are rows for; the sheet of signposts has all of them.
fn draw_signs(glance: &Glance<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let told = glance.pressing().into_iter().map(|(grave, words)| {
        let (sign, style) = if grave {
            ("! ", theme.danger)
        } else {
            ("· ", theme.text)
        };
        (Span::styled(sign, theme.dim), words, style)
    });
    let told: Vec<_> = told.collect();
    for (line, spot) in within(&told, area.width, area.height)
        .iter()
        .zip(area.rows())
    {
        line.render(spot, buf);
    }
}
