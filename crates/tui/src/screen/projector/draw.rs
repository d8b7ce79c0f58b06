//! Draws the projector from its scene: reading only, at any size from 60 by 20.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::screen::projector::acts::{self, inset};
use crate::screen::projector::scene::Scene;
use crate::screen::projector::table;
use crate::theme::Theme;
use crate::widget::big_text::BigText;
use crate::widget::change::{arrow, bar};
use crate::widget::fit::{fit, pad, wrap};
use crate::widget::stability_curve::{Bold, StabilityCurve};
use unequal_core::deck::plain;
use unequal_session::{Condition, Watch};

/// What everything shown is, so that nobody takes it for more.
const DISCLAIMER: &str = "Hypothetical, and no forecast.";

/// Draws a session.
pub(super) fn session(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let roomy = area.height >= 30;
    let gap = Constraint::Length(u16::from(roomy));
    let band = Constraint::Length(if roomy { (area.height / 6).max(4) } else { 4 });
    let large_clock = roomy && scene.countdown.is_some();
    let phase_rows = Constraint::Length(if large_clock { 4 } else { 1 });
    let notice = acts::announcement_height(scene, area, theme);
    let acts_rows = Constraint::Length(acts::height(scene, area, theme));
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
    phase_line(scene, inset(phase), buf, theme);
    stability(scene, inset(middle), buf, theme);
    table::draw(scene, inset(on_table), buf, theme);
    acts::announcement(scene, inset(notice), area, buf, theme);
    acts::draw(scene, inset(last), area, buf, theme);
    footer(scene, inset(foot), buf, theme);
}

/// Draws what is shown before there is a session.
pub(super) fn waiting(watch: &Watch, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let path = plain(&watch.path().display().to_string());
    let (title, text) = match watch.condition() {
        Condition::Unusable(why) => ("This session cannot be shown", plain(why)),
        _ => (
            "Waiting for the session",
            format!("It is shown here as soon as {path} is there."),
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
    let (live, words) = &scene.standing;
    let (sign, style) = if *live {
        ("● ", theme.good)
    } else {
        ("○ ", theme.danger)
    };
    let area = inset(area);
    let room = usize::from(area.width);
    let words = fit(words, room.saturating_sub(14) * 3 / 4);
    let right = Line::from(vec![
        Span::styled(sign, style),
        Span::styled(words, if *live { theme.dim } else { theme.danger }),
    ]);
    let left = room.saturating_sub(right.width() + 12);
    Line::from(vec![
        Span::styled("unequal · ", theme.dim),
        Span::styled(fit(scene.session, left), theme.title),
    ])
    .render(area, buf);
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
    let line = Line::from(Span::styled(fit(&name, usize::from(beside.width)), style));
    if let Some(row) = beside.rows().nth(1) {
        line.right_aligned().render(row, buf);
    }
}

/// Draws a text as large as fits, or else in plain letters; gives its columns and rows.
fn large(text: &str, area: Rect, buf: &mut Buffer, style: Style) -> (u16, u16) {
    if let Some(big) = BigText::fitting(text, area.width, area.height, style) {
        (&big).render(area, buf);
        return (big.width(), big.height());
    }
    let line = Line::from(Span::styled(fit(text, usize::from(area.width)), style));
    (&line).render(area, buf);
    (u16::try_from(line.width()).unwrap_or(area.width), 1)
}

/// Date, phase, and what is waited for; on the right the countdown, large where there is room.
fn phase_line(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let strong = theme.text.patch(theme.strong);
    let taken = countdown(scene, area, buf, theme);
    let room = area.width.saturating_sub(taken + 2);
    let words = fit(&scene.phase.join(" · "), usize::from(room));
    let middle = Rect {
        y: area.y + area.height / 2,
        height: area.height.min(1),
        width: room,
        ..area
    };
    Line::from(Span::styled(words, strong)).render(middle, buf);
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

/// The curve, and beside it the number, where it stands, and a few gauges.
fn stability(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    // The curve gives way to the names of the gauges, but keeps half.
    let names = u16::try_from(longest_name(scene) + GAUGE).unwrap_or(u16::MAX);
    let side = (area.width / 4).max(names.min(area.width / 2));
    let side = side.clamp(27, 60).min(area.width);
    let [curve, _, side] = Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(2),
        Constraint::Length(side),
    ])
    .areas(area);
    (&Bold(StabilityCurve {
        path: &scene.path,
        now: scene.now,
        underway: scene.underway,
        change: scene.change,
        moves: scene.moves,
        thresholds: &scene.thresholds,
        marks: &scene.marks,
        theme,
    }))
        .render(curve, buf);
    let strong = theme.text.patch(theme.strong);
    let gauges = u16::try_from(scene.gauges.len()).unwrap_or(0);
    // Letters beyond half the height would leave nothing for what explains them.
    let most = side
        .height
        .saturating_sub(gauges + 2)
        .min(side.height * 3 / 5);
    let number = Rect {
        height: most.max(4).min(side.height),
        ..side
    };
    let rows = large(&scene.now.to_string(), number, buf, strong).1;
    let [_, _, regime, _, gauges] = Layout::vertical([
        Constraint::Length(rows),
        Constraint::Length(u16::from(side.height > rows + gauges + 2)),
        Constraint::Length(2),
        Constraint::Length(u16::from(side.height > rows + gauges + 3)),
        Constraint::Fill(1),
    ])
    .areas(side);
    let told = where_it_stands(scene, regime, buf, theme);
    let gauges = Rect {
        y: gauges.y - (regime.height - told.min(regime.height)),
        height: gauges.height + (regime.height - told.min(regime.height)),
        ..gauges
    };
    let rows = u16::try_from(scene.gauges.len()).unwrap_or(u16::MAX);
    let apart = gauges.height >= 2 * rows + SIGNS;
    let rows = if apart { 2 * rows } else { rows };
    let [gauges, _, signs] = Layout::vertical([
        Constraint::Length(rows),
        Constraint::Length(u16::from(!apart)),
        Constraint::Fill(1),
    ])
    .areas(gauges);
    gauge_lines(scene, gauges, buf, theme);
    table::signs(scene, signs, buf, theme);
}

/// The fewest rows of signs before the gauges take more room.
const SIGNS: u16 = 6;

/// The change of stability, and the word for where it stands; gives the rows it takes.
fn where_it_stands(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let style = if scene.grave {
        theme.danger
    } else {
        theme.text.patch(theme.strong)
    };
    let sign = if scene.grave { "! " } else { "" };
    let room = usize::from(area.width);
    let change = arrow(scene.change);
    let mut first = Line::from(Span::styled("stability ", theme.dim));
    first.push_span(Span::styled(change, theme.accent));
    let words = wrap(&format!("{sign}{}", scene.regime), room);
    let mut rows = area.rows();
    // On one line where it fits.
    if let [word] = words.as_slice()
        && first.width() + 3 + word.width() <= room
    {
        let dot = if scene.change == 0 { "· " } else { " · " };
        first.push_span(Span::styled(dot, theme.dim));
        first.push_span(Span::styled(word.clone(), style));
        if let Some(row) = rows.next() {
            first.render(row, buf);
        }
        return 1;
    }
    if let Some(row) = rows.next() {
        first.render(row, buf);
    }
    if let Some(row) = rows.next() {
        Line::from(Span::styled(fit(&words.join(" "), room), style)).render(row, buf);
    }
    2
}

/// Columns of a gauge beside its name: its value and its change.
const GAUGE: usize = 8;

fn longest_name(scene: &Scene<'_>) -> usize {
    let names = scene.gauges.iter().map(|(name, ..)| name.width());
    names.max().unwrap_or(0)
}

fn gauge_lines(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let room = usize::from(area.width);
    let name_width = longest_name(scene).min(room.saturating_sub(GAUGE)).max(4);
    // Bars on neighbouring rows would run together.
    let apart = usize::from(area.height) >= 2 * scene.gauges.len();
    let rows = area.rows().step_by(if apart { 2 } else { 1 });
    for ((name, value, change), row) in scene.gauges.iter().zip(rows) {
        let mut line = Line::from(vec![
            Span::styled(pad(name, name_width), theme.text),
            Span::styled(format!(" {value:>3}"), theme.text.patch(theme.strong)),
            Span::styled(pad(&arrow(*change), 4), theme.accent),
        ]);
        let spare = room.saturating_sub(line.width() + 1);
        if spare >= 8 && apart {
            line.push_span(Span::raw(" "));
            line.push_span(Span::styled(bar(*value, spare), theme.bar));
        }
        line.render(row, buf);
    }
}

fn footer(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let words = if scene.marks.is_empty() {
        DISCLAIMER.to_owned()
    } else {
        format!("{DISCLAIMER}  ▲ a red line was crossed")
    };
    let words = fit(&words, usize::from(area.width.saturating_sub(8)));
    Line::from(Span::styled(words, theme.dim)).render(area, buf);
    keys(area, buf, theme);
}

fn keys(area: Rect, buf: &mut Buffer, theme: &Theme) {
    Line::from(Span::styled("? keys", theme.dim))
        .right_aligned()
        .render(area, buf);
}
