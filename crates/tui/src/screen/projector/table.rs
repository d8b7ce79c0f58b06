//! What the projector says beside and under the curve: how far each ending is, and what lies on the table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::screen::projector::scene::Scene;
use crate::theme::Theme;
use crate::widget::fit::{fit, wrap};

/// Rows that what lies on the table gets.
pub(super) fn height(scene: &Scene<'_>, area: Rect) -> u16 {
    let most = if area.height >= 30 { 4 } else { 2 };
    u16::try_from(scene.table.len()).unwrap_or(most).min(most)
}

/// What lies on the table, the latest last; where there is too little room, the latest only.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let rows = usize::from(area.height);
    let hidden = scene.table.len().saturating_sub(rows);
    for ((seat, words), row) in scene.table.iter().skip(hidden).zip(area.rows()) {
        let room = usize::from(area.width.saturating_sub(2));
        let style = theme.text.patch(theme.strong);
        let line = Line::from(vec![
            Span::styled("▎ ", theme.seat(*seat)),
            Span::styled(fit(words, room), style),
        ]);
        line.render(row, buf);
    }
}

/// The signs that press most, as many as there is room for: none is cut.
pub(super) fn signs(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let room = usize::from(area.width.saturating_sub(2));
    let mut left = usize::from(area.height);
    let mut rows = area.rows();
    for (grave, words) in &scene.signs {
        let lines = wrap(words, room);
        if lines.len() > left {
            return;
        }
        left -= lines.len();
        let (sign, style) = if *grave {
            ("! ", theme.danger)
        } else {
            ("· ", theme.text)
        };
        for ((place, words), row) in lines.into_iter().enumerate().zip(&mut rows) {
            let mark = if place == 0 { sign } else { "  " };
            let line = Line::from(vec![
                Span::styled(mark, theme.dim),
                Span::styled(words, style),
            ]);
            line.render(row, buf);
        }
    }
}
