//! What the projector says beside and under the curve: how far each ending is, and what lies on the table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::screen::projector::acts::inset;
use crate::theme::Theme;
use crate::wall::scene::Scene;
use crate::widget::fit::wrap;
use unequal_core::engine::seat::Seat;

/// What lies on the table in lines, the latest last; where there is too little room, the latest alone, and none cut.
fn lines(scene: &Scene<'_>, area: Rect, columns: u16) -> Vec<(Seat, String)> {
    let most = if area.height >= 30 { 6 } else { 3 };
    let room = usize::from(columns.saturating_sub(2));
    let mut lines: Vec<(Seat, String)> = Vec::new();
    for (seat, words) in scene.table.iter().rev() {
        let words = wrap(words, room);
        if !lines.is_empty() && lines.len() + words.len() > most {
            break;
        }
        let words = words.into_iter().map(|words| (*seat, words));
        lines.splice(0..0, words);
    }
    lines
}

/// Rows that what lies on the table gets.
pub(super) fn height(scene: &Scene<'_>, area: Rect) -> u16 {
    u16::try_from(lines(scene, area, inset(area).width).len()).unwrap_or(0)
}

/// Draws what lies on the table.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, whole: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = theme.text.patch(theme.strong);
    for ((seat, words), row) in lines(scene, whole, area.width).into_iter().zip(area.rows()) {
        let line = Line::from(vec![
            Span::styled("▎ ", theme.seat(seat)),
            Span::styled(words, style),
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
