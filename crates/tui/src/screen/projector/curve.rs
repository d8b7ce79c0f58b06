//! The curve of stability on the wall, with the number, where it stands, and a few gauges beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use crate::screen::projector::table;
use crate::theme::Theme;
use crate::wall::scene::Scene;
use crate::widget::big_text::BigText;
use crate::widget::change::{arrow, bar};
use crate::widget::fit::{fit, pad, wrap};
use crate::widget::stability_curve::{Bold, StabilityCurve};

/// The curve, and beside it the number, where it stands, and a few gauges.
pub(super) fn stability(scene: &Scene<'_>, area: Rect, buf: &mut Buffer, theme: &Theme) {
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
    let mut told = 1;
    for (words, row) in words.iter().zip(rows) {
        Line::from(Span::styled(words.as_str(), style)).render(row, buf);
        told += 1;
    }
    told
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

/// Draws a text as large as fits, or else in plain letters; gives its columns and rows.
pub(super) fn large(text: &str, area: Rect, buf: &mut Buffer, style: Style) -> (u16, u16) {
    if let Some(big) = BigText::fitting(text, area.width, area.height, style) {
        (&big).render(area, buf);
        return (big.width(), big.height());
    }
    let line = Line::from(Span::styled(fit(text, usize::from(area.width)), style));
    (&line).render(area, buf);
    (u16::try_from(line.width()).unwrap_or(area.width), 1)
}
