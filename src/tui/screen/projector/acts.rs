//! The last public acts on the projector: the latest in a sentence, large where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::screen::projector::draw::inset;
use crate::tui::screen::projector::scene::{Act, Scene};
use crate::tui::theme::Theme;
use crate::tui::widget::big_text::BigText;
use crate::tui::widget::fit::{fit, wrap};

/// The last public act in a sentence, in large letters where there is room for them.
enum Sentence {
    Large(Vec<BigText>),
    Plain(Vec<String>),
}

impl Sentence {
    fn of(act: &Act, area: Rect, theme: &Theme) -> Self {
        let width = area.width.saturating_sub(2);
        let most = area.height / 5;
        let large = (area.height >= 36)
            .then(|| BigText::lines(&act.sentence, width, theme.text.patch(theme.strong)))
            .flatten()
            .filter(|lines| lines.len() <= usize::from(most / LARGE));
        match large {
            Some(lines) => Self::Large(lines),
            None => Self::Plain(wrap(&act.sentence, usize::from(width))),
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

/// Rows that the last acts get: more on larger screens.
pub(super) fn height(scene: &Scene<'_>, area: Rect, theme: &Theme) -> u16 {
    let area = inset(area);
    let Some(act) = scene.acts.first() else {
        return 1;
    };
    let sentence = Sentence::of(act, area, theme).height();
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
    let sentence = Sentence::of(last, inset(whole), theme);
    let height = sentence.height().min(area.height);
    let [top, rest] =
        Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]).areas(area);
    let mut lines: Vec<Line<'_>> = Vec::new();
    match &sentence {
        Sentence::Plain(words) => {
            let strong = theme.text.patch(theme.strong);
            for (line, row) in told(last, words, strong, theme).zip(top.rows()) {
                line.render(row, buf);
            }
        }
        Sentence::Large(large) => {
            for row in top.rows() {
                Line::from(Span::styled("▎", theme.seat(last.seat))).render(row, buf);
            }
            for (line, y) in large
                .iter()
                .zip((top.y..top.bottom()).step_by(usize::from(LARGE)))
            {
                let place = Rect {
                    x: top.x + 2,
                    y,
                    width: top.width.saturating_sub(2),
                    height: LARGE.min(top.bottom() - y),
                };
                line.render(place, buf);
            }
        }
    }
    let room = usize::from(rest.height);
    if !last.more.is_empty() {
        let kept = usize::from(older_rows(whole.height)).min(older.len());
        let more = cut(wrap(&last.more, width), room.saturating_sub(kept), width);
        lines.extend(told(last, &more, theme.text, theme));
    }
    for act in older.iter().take(room.saturating_sub(lines.len())) {
        let mark = if act.undone { "× " } else { "" };
        let words = vec![fit(&format!("{mark}{}", act.sentence), width)];
        lines.extend(told(act, &words, theme.dim, theme));
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
