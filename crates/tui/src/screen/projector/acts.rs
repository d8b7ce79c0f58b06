//! The last public acts on the projector: the latest in a sentence, large where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::screen::projector::scene::{Act, Scene};
use crate::theme::Theme;
use crate::widget::big_text::BigText;
use crate::widget::fit::{fit, wrap};

/// The last public act in a sentence, in large letters where there is room for them.
enum Sentence {
    Large(Vec<BigText>),
    Plain(Vec<String>),
}

impl Sentence {
    fn of(text: &str, area: Rect, style: Style) -> Self {
        let width = area.width.saturating_sub(2);
        let most = area.height / 5;
        let large = (area.height >= 36)
            .then(|| BigText::lines(text, width, style))
            .flatten()
            .filter(|lines| lines.len() <= usize::from(most / LARGE));
        match large {
            Some(lines) => Self::Large(lines),
            None => Self::Plain(wrap(text, usize::from(width))),
        }
    }

    /// Draws it with a sign in a style of its own before each row.
    fn draw(&self, area: Rect, buf: &mut Buffer, sign: Style, style: Style) {
        for row in area.rows() {
            Line::from(Span::styled("▎", sign)).render(row, buf);
        }
        let area = Rect {
            x: area.x + 2.min(area.width),
            width: area.width.saturating_sub(2),
            ..area
        };
        match self {
            Self::Plain(words) => {
                for (words, row) in words.iter().zip(area.rows()) {
                    Line::from(Span::styled(words.as_str(), style)).render(row, buf);
                }
            }
            Self::Large(large) => {
                let tops = (area.y..area.bottom()).step_by(usize::from(LARGE));
                for (line, y) in large.iter().zip(tops) {
                    let height = LARGE.min(area.bottom() - y);
                    line.render(Rect { y, height, ..area }, buf);
                }
            }
        }
    }

    fn height(&self) -> u16 {
        let rows = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
        match self {
            Self::Large(lines) => rows(lines.len()).saturating_mul(LARGE),
            Self::Plain(lines) => rows(lines.len()),
        }
    }
}

/// Rows of a line of large letters.
const LARGE: u16 = 4;

/// The most rows of an announcement in plain letters.
const ANNOUNCED: u16 = 3;

/// Rows that the announcement gets.
pub(super) fn announcement_height(scene: &Scene<'_>, area: Rect, theme: &Theme) -> u16 {
    let Some(text) = &scene.announcement else {
        return 0;
    };
    let said = Sentence::of(text, inset(area), theme.accent);
    match said {
        Sentence::Large(_) => said.height(),
        Sentence::Plain(_) => said.height().min(ANNOUNCED),
    }
}

/// The announcement.
pub(super) fn announcement(
    scene: &Scene<'_>,
    area: Rect,
    whole: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let Some(text) = &scene.announcement else {
        return;
    };
    let style = theme.accent.patch(theme.title);
    let style = Style {
        fg: theme.accent.fg,
        ..style
    };
    match Sentence::of(text, inset(whole), style) {
        Sentence::Plain(words) => {
            let rows = usize::from(area.height);
            let kept = cut(words, rows, usize::from(area.width.saturating_sub(2)));
            Sentence::Plain(kept).draw(area, buf, theme.accent, style);
        }
        large @ Sentence::Large(_) => large.draw(area, buf, theme.accent, style),
    }
}

/// Rows that the last acts get: more on larger screens.
pub(super) fn height(scene: &Scene<'_>, area: Rect, theme: &Theme) -> u16 {
    let area = inset(area);
    let Some(act) = scene.acts.first() else {
        return 1;
    };
    let sentence = Sentence::of(&act.sentence, area, theme.text).height();
    let more = wrap(&act.more, usize::from(area.width.saturating_sub(2)));
    let more = if act.more.is_empty() { 0 } else { more.len() };
    let needed = sentence.saturating_add(u16::try_from(more.min(3)).unwrap_or(3));
    needed.clamp(2, (area.height / 6).max(sentence + 3)) + older_rows(area.height)
}

/// Rows for acts before the last one.
const fn older_rows(height: u16) -> u16 {
    if height >= 30 { 2 } else { 0 }
}

/// The last public act in full, and those before it where there is room.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, whole: Rect, buf: &mut Buffer, theme: &Theme) {
    let width = usize::from(area.width.saturating_sub(2));
    let Some((last, older)) = scene.acts.split_first() else {
        let words = fit("Nothing has been played yet.", width);
        Line::from(Span::styled(words, theme.dim)).render(area, buf);
        return;
    };
    let strong = theme.text.patch(theme.strong);
    let sentence = Sentence::of(&last.sentence, inset(whole), strong);
    let height = sentence.height().min(area.height);
    let [top, rest] =
        Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]).areas(area);
    sentence.draw(top, buf, theme.seat(last.seat), strong);
    let mut lines: Vec<Line<'_>> = Vec::new();
    let room = usize::from(rest.height);
    if !last.more.is_empty() {
        let kept = usize::from(older_rows(whole.height)).min(older.len());
        let more = cut(wrap(&last.more, width), room.saturating_sub(kept), width);
        lines.extend(told(last, &more, theme.text, theme));
    }
    for act in older {
        let left = room.saturating_sub(lines.len());
        let mark = if act.undone { "× " } else { "" };
        let words = wrap(&format!("{mark}{}", act.sentence), width);
        lines.extend(told(act, &cut(words, left, width), theme.dim, theme));
    }
    for (line, row) in lines.into_iter().zip(rest.rows()) {
        line.render(row, buf);
    }
}

/// Lines of an act, each with the sign of its seat before it.
fn told<'a>(
    act: &Act,
    words: &[String],
    style: Style,
    theme: &Theme,
) -> impl Iterator<Item = Line<'a>> {
    let sign = theme.seat(act.seat);
    words
        .iter()
        .map(move |words| {
            Line::from(vec![
                Span::styled("▎ ", sign),
                Span::styled(words.clone(), style),
            ])
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// The first lines of a text; where some are left out, the last that is shown says so.
fn cut(mut lines: Vec<String>, rows: usize, width: usize) -> Vec<String> {
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            *last = fit(&format!("{last} …"), width);
            if !last.ends_with('…') {
                last.push('…');
            }
        }
    }
    lines
}

/// Leaves a margin on both sides.
pub(super) fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(4),
        ..area
    }
}
