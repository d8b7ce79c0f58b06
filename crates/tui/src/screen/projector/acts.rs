//! What was said to the room and what was done last, on the wall: in letters as large as leave the rest its room.
//!
//! Nothing is cut: what does not fit whole is left out. It has had a scene of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::screen::projector::poster::largest;
use crate::theme::Theme;
use crate::wall::scene::{Act, Scene};
use crate::widget::fit::wrap;
use crate::widget::large::{Large, Size};

/// A text beside the sign of who it comes from, in letters as large as `rows` allow, or else in plain ones.
fn sentence(text: &str, columns: u16, rows: u16) -> Option<Large> {
    let columns = columns.saturating_sub(2);
    let room = Rect::new(0, 0, columns, rows);
    largest(text, room, Size::Small).or_else(|| Large::new(text, Size::Plain, columns))
}

/// Draws it with its sign before each row.
fn draw_sentence(made: &Large, area: Rect, buf: &mut Buffer, sign: Style, style: Style) {
    for row in area.rows() {
        Line::from(Span::styled("▎", sign)).render(row, buf);
    }
    let area = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    made.draw(area, buf, style);
}

/// The announcement as it stands over other scenes: none where it would take too much of a small wall.
fn announced(scene: &Scene<'_>, whole: Rect) -> Option<Large> {
    let text = scene.announcement.as_ref()?;
    let most = if whole.height >= 30 {
        whole.height / 5
    } else {
        4
    };
    let made = sentence(text, inset(whole).width, most)?;
    (made.height() <= whole.height / 4).then_some(made)
}

/// Rows that the announcement gets.
pub(super) fn announcement_height(scene: &Scene<'_>, area: Rect) -> u16 {
    announced(scene, area).map_or(0, |made| made.height())
}

/// The announcement.
pub(super) fn announcement(
    scene: &Scene<'_>,
    area: Rect,
    whole: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    if let Some(made) = announced(scene, whole) {
        let style = theme.text.patch(theme.title).patch(theme.accent);
        draw_sentence(&made, area, buf, theme.accent, style);
    }
}

/// The last act, in large letters where the wall is large.
fn last(act: &Act, whole: Rect) -> Option<Large> {
    let most = if whole.height >= 36 {
        whole.height / 5
    } else {
        1
    };
    sentence(&act.sentence, inset(whole).width, most)
}

/// What is said beside an act, where it takes few rows.
fn beside(act: &Act, columns: u16) -> Vec<String> {
    const MOST: usize = 4;
    if act.more.is_empty() {
        return Vec::new();
    }
    let lines = wrap(&act.more, usize::from(columns.saturating_sub(2)));
    if lines.len() > MOST {
        Vec::new()
    } else {
        lines
    }
}

/// Rows that the last acts get: more on larger walls.
pub(super) fn height(scene: &Scene<'_>, whole: Rect) -> u16 {
    let Some(act) = scene.acts.first() else {
        return 1;
    };
    let more = beside(act, inset(whole).width).len();
    let rows = last(act, whole).map_or(1, |made| made.height());
    let needed = rows.saturating_add(u16::try_from(more).unwrap_or(0));
    needed.max(2) + if whole.height >= 30 { 2 } else { 0 }
}

/// The last public act in full, and those before it where there is room.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, whole: Rect, buf: &mut Buffer, theme: &Theme) {
    let Some((act, older)) = scene.acts.split_first() else {
        Line::styled("Nothing has been played yet.", theme.dim).render(area, buf);
        return;
    };
    let strong = theme.text.patch(theme.strong);
    let Some(made) = last(act, whole) else {
        return;
    };
    let rows = made.height().min(area.height);
    let top = Rect {
        height: rows,
        ..area
    };
    draw_sentence(&made, top, buf, theme.seat(act.seat), strong);
    let mut lines = told(act, &beside(act, area.width), theme.text, theme);
    let room = usize::from(area.height - rows);
    let width = usize::from(area.width.saturating_sub(2));
    for act in older {
        let mark = if act.undone { "× " } else { "" };
        let words = wrap(&format!("{mark}{}", act.sentence), width);
        if lines.len() + words.len() > room {
            break;
        }
        lines.extend(told(act, &words, theme.dim, theme));
    }
    let rows = area.rows().skip(usize::from(rows));
    for (line, row) in lines.into_iter().zip(rows) {
        line.render(row, buf);
    }
}

/// Lines of an act, each with the sign of its seat before it.
fn told(act: &Act, words: &[String], style: Style, theme: &Theme) -> Vec<Line<'static>> {
    let sign = theme.seat(act.seat);
    let line = |words: &String| {
        Line::from(vec![
            Span::styled("▎ ", sign),
            Span::styled(words.clone(), style),
        ])
    };
    words.iter().map(line).collect()
}

/// Leaves a margin on both sides.
pub(super) fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(4),
        ..area
    }
}
