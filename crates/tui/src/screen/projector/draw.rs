//! Draws the projector from its scene: reading only, at any size from 60 by 20.

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::screen::projector::acts::{self, inset};
use crate::screen::projector::curve::large;
use crate::screen::projector::{curve, pages, poster, shows, table, way_in};
use crate::theme::Theme;
use crate::wall::DISCLAIMER;
use crate::wall::scene::Scene;
use crate::wall::stage::Stage;
use crate::widget::big_text::BigText;
use crate::widget::fit::{fit, wrap};
use crate::widget::large::{Large, Size};
use unequal_core::deck::plain;
use unequal_session::{Condition, Watch};

/// What is waited for.
pub(super) enum Waiting<'a> {
    /// A file, or one that can be read in its place.
    Watched(&'a Watch),
    /// Any session in a folder.
    Any(&'a Path),
}

/// Draws a session.
pub(super) fn session(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let roomy = area.height >= 30;
    let gap = Constraint::Length(u16::from(roomy));
    let band = Constraint::Length(if roomy { (area.height / 6).max(4) } else { 4 });
    let large_clock = roomy && scene.countdown.is_some();
    let phase_rows = Constraint::Length(if large_clock { 4 } else { 1 });
    let notice = acts::announcement_height(scene, area);
    let acts_rows = Constraint::Length(acts::height(scene, area));
    let on_table = table::height(scene, area);
    let notice_gap = Constraint::Length(u16::from(roomy && notice > 0));
    let [
        head,
        _,
        headline,
        _,
        phase,
        _,
        middle,
        _,
        on_table,
        _,
        notice,
        _,
        last,
        foot,
    ] = Layout::vertical([
        Constraint::Length(1),
        gap,
        band,
        Constraint::Length(u16::from(large_clock)),
        phase_rows,
        gap,
        Constraint::Fill(1),
        Constraint::Length(u16::from(roomy && on_table > 0)),
        Constraint::Length(on_table),
        notice_gap,
        Constraint::Length(notice),
        gap,
        acts_rows,
        Constraint::Length(1),
    ])
    .areas(area);
    header(scene, head, buf, theme);
    headlines(scene, inset(headline), buf, theme);
    status(scene, &scene.phase, inset(phase), buf, theme);
    curve::stability(scene, inset(middle), buf, theme);
    table::draw(scene, inset(on_table), area, buf, theme);
    acts::announcement(scene, inset(notice), area, buf, theme);
    acts::draw(scene, inset(last), area, buf, theme);
    footer(scene, (1, 1), inset(foot), buf, theme);
}

/// Draws a scene that has the wall for itself: what is read, below a line or two that say where play stands.
pub(super) fn scene(
    scene: &Scene<'_>,
    (stage, page): (&Stage, u32),
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let roomy = area.height >= 30;
    let notice = acts::announcement_height(scene, area);
    let [head, status, _, main, _, notice, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(if roomy { Size::Low.rows() } else { 1 }),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(u16::from(notice > 0)),
        Constraint::Length(notice),
        Constraint::Length(1),
    ])
    .areas(area);
    header(scene, head, buf, theme);
    where_play_stands(scene, inset(status), buf, theme);
    acts::announcement(scene, inset(notice), area, buf, theme);
    let main = inset(main);
    let pages = match stage {
        Stage::Board => (1, 1),
        Stage::Slides(slides) => pages::draw(slides, page, main, buf, theme),
        Stage::Answers(title, answers) => shows::answers((title, answers), page, main, buf, theme),
        Stage::Estimates(poll, names) => {
            shows::estimates(poll, names.then_some(page), main, buf, theme)
        }
        Stage::Dice(rolled, result) => {
            shows::dice(*rolled, result, main, buf, theme);
            (1, 1)
        }
        Stage::Curve => {
            told_curve(scene, main, buf, theme);
            (1, 1)
        }
        Stage::WayIn(link) => way_in::draw(link, page, main, buf, theme),
    };
    footer(scene, pages, inset(foot), buf, theme);
}

/// The curve, and under it why stability moved, in letters as large as leave it half of the wall.
fn told_curve(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let words = Rect {
        height: area.height / 2,
        ..area
    };
    let made = poster::largest(&scene.account, words, Size::Small);
    let rows = made.as_ref().map_or(0, Large::height).min(words.height);
    let [upper, _, lower] = Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(rows),
    ])
    .areas(area);
    curve::stability(scene, upper, buf, theme);
    if let Some(made) = made {
        made.draw(lower, buf, theme.text.patch(theme.strong));
    }
}

/// The move, the phase and the clock: in one line, or in large letters where there is room.
fn where_play_stands(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let made = Large::new(&scene.headline, Size::Low, area.width / 2).filter(|_| area.height > 1);
    let Some(made) = made else {
        let parts = std::iter::once(&scene.headline).chain(&scene.phase);
        let parts: Vec<String> = parts.cloned().collect();
        status(scene, &parts, area, buf, theme);
        return;
    };
    made.draw(area, buf, theme.text.patch(theme.strong));
    let left = (made.width() + 3).min(area.width);
    let rest = Rect {
        x: area.x + left,
        width: area.width - left,
        ..area
    };
    status(scene, &scene.phase, rest, buf, theme);
}

/// Draws what is shown before there is a session.
pub(super) fn waiting(told: &Waiting<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let (title, text) = match told {
        Waiting::Watched(watch) => {
            let path = plain(&watch.path().display().to_string());
            match watch.condition() {
                Condition::Unusable(why) => ("This session cannot be shown", plain(why)),
                _ => (
                    "Waiting for the session",
                    format!("It is shown here as soon as {path} is there."),
                ),
            }
        }
        Waiting::Any(folder) => (
            "Waiting for a session",
            format!(
                "The newest in {} is shown here as soon as there is one.",
                plain(&folder.display().to_string())
            ),
        ),
    };
    let width = area.width.saturating_sub(8).min(76);
    let mut lines = vec![
        Line::from(Span::styled(title, theme.title)),
        Line::default(),
    ];
    lines.extend(
        wrap(&text, usize::from(width))
            .into_iter()
            .map(|line| Line::from(Span::styled(line, theme.text))),
    );
    let top = area.height.saturating_sub(6) / 2;
    for (line, row) in lines.iter().zip(area.rows().skip(usize::from(top))) {
        line.clone().centered().render(row, buf);
    }
    if let Some(foot) = area.rows().next_back() {
        keys(inset(foot), buf, theme);
    }
}

/// Program and session on the left, how it stands with the file on the right.
fn header(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let (followed, words) = &scene.standing;
    let (sign, style) = if *followed {
        ("● ", theme.good)
    } else {
        ("○ ", theme.danger)
    };
    let area = inset(area);
    let room = usize::from(area.width);
    let words = fit(words, room.saturating_sub(14) * 3 / 4);
    let right = Line::from(vec![
        Span::styled(sign, style),
        Span::styled(words, if *followed { theme.dim } else { theme.danger }),
    ]);
    let left = room.saturating_sub(right.width() + 2);
    let mut line = Line::from(Span::styled("unequal · ", theme.dim));
    if line.width() + Line::raw(scene.session).width() > left {
        // The name is worth more than the program's.
        line = Line::default();
    }
    let left = left.saturating_sub(line.width());
    line.push_span(Span::styled(fit(scene.session, left), theme.title));
    line.render(area, buf);
    right.right_aligned().render(area, buf);
}

/// The move on the left and who is to act on the right, in one size, as large as fit.
fn headlines(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let text = theme.text.patch(theme.strong);
    let Some((name, seat)) = &scene.waits_for else {
        large(&scene.headline, area, buf, text);
        return;
    };
    let style = seat.map_or(text, |seat| theme.seat(seat));
    let name = name.to_uppercase();
    let both = format!("{} {name}", scene.headline);
    if let Some(both) = BigText::fitting(&both, area.width, area.height, text) {
        let area = Rect {
            y: area.y + (area.height - both.height()) / 2,
            ..area
        };
        if let (Some(left), Some(right)) =
            (both.alike(&scene.headline, text), both.alike(&name, style))
        {
            (&left).render(area, buf);
            let edge = Rect {
                x: area.right() - right.width(),
                width: right.width(),
                ..area
            };
            (&right).render(edge, buf);
        }
        return;
    }
    // Where both do not fit, the move is as small as it gets and the name stands in plain letters.
    let small = Rect {
        width: area.width / 2,
        ..area
    };
    let left = large(&scene.headline, small, buf, text).0;
    let beside = Rect {
        x: area.x + left + 3.min(area.width - left),
        width: area.width.saturating_sub(left + 3),
        ..area
    };
    let words = wrap(&name, usize::from(beside.width));
    let free = usize::from(beside.height).saturating_sub(words.len()) / 2;
    for (words, row) in words.into_iter().zip(beside.rows().skip(free)) {
        Line::from(Span::styled(words, style))
            .right_aligned()
            .render(row, buf);
    }
}

/// Some words of where play stands; on the right the countdown, large where there is room.
fn status(scene: &Scene<'_>, parts: &[String], area: Rect, buf: &mut Buffer, theme: &Theme) {
    let strong = theme.text.patch(theme.strong);
    let taken = countdown(scene, area, buf, theme);
    let room = area.width.saturating_sub(taken + 2);
    let words = last_parts(parts, usize::from(room));
    let middle = Rect {
        y: area.y + area.height / 2,
        height: area.height.min(1),
        width: room,
        ..area
    };
    Line::from(Span::styled(words, strong)).render(middle, buf);
}

/// As many of some words as fit, parted by dots: the last are what the room waits for.
fn last_parts(parts: &[String], room: usize) -> String {
    let told = (0..parts.len()).map(|from| parts[from..].join(" · "));
    let mut fitting = told.filter(|told| Line::raw(told.as_str()).width() <= room);
    let whole = || {
        parts
            .last()
            .map_or_else(String::new, |last| fit(last, room))
    };
    fitting.next().unwrap_or_else(whole)
}

/// The countdown; gives its columns.
fn countdown(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let Some((of, time, over)) = &scene.countdown else {
        return 0;
    };
    let style = if *over {
        theme.danger
    } else {
        theme.text.patch(theme.strong)
    };
    let of = if *over {
        format!("{of} over").trim().to_owned()
    } else {
        of.clone()
    };
    let most = area.width / 2;
    let Some(big) = BigText::fitting(&time.replace('−', "-"), most, area.height, style) else {
        let words = fit(format!("{of} {time}").trim(), usize::from(most));
        let line = Line::from(Span::styled(words, style)).right_aligned();
        let width = u16::try_from(line.width()).unwrap_or(most);
        (&line).render(area, buf);
        return width;
    };
    let place = Rect {
        x: area.right() - big.width(),
        width: big.width(),
        ..area
    };
    (&big).render(place, buf);
    let words = fit(&of, usize::from(most.saturating_sub(big.width() + 2)));
    let line = Line::from(Span::styled(words, style));
    let beside = u16::try_from(line.width()).unwrap_or(0);
    let spot = Rect {
        x: place.x.saturating_sub(beside + 2),
        y: area.y + area.height / 2,
        width: beside,
        height: 1.min(area.height),
    };
    line.render(spot.intersection(area), buf);
    big.width() + beside + 2
}

fn footer(
    scene: &Scene<'_>,
    (page, pages): (usize, usize),
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let mut words = DISCLAIMER.to_owned();
    if !scene.marks.is_empty() {
        words.push_str("  ▲ a red line was crossed");
    }
    let words = fit(&words, usize::from(area.width.saturating_sub(20)));
    Line::from(Span::styled(words, theme.dim)).render(area, buf);
    if pages > 1 {
        let words = format!("{page} of {pages}  ? keys");
        Line::from(Span::styled(words, theme.dim))
            .right_aligned()
            .render(area, buf);
    } else {
        keys(area, buf, theme);
    }
}

fn keys(area: Rect, buf: &mut Buffer, theme: &Theme) {
    Line::from(Span::styled("? keys", theme.dim))
        .right_aligned()
        .render(area, buf);
}
