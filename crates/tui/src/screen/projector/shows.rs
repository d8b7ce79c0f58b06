//! Draws the scenes that are more than words: answers, estimates, dice.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::screen::projector::pages;
use crate::screen::projector::poster::largest;
use crate::theme::Theme;
use crate::wall::slide::{Pages, Slide};
use crate::wall::spread;
use crate::wall::stage::Rolled;
use crate::widget::fit::wrap;
use crate::widget::large::{Large, Size};
use unequal_core::deck::plain;
use unequal_core::engine::room::people::Estimate;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::PollView;

/// The area below its first rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// Draws a heading in the largest letters that leave some rows; gives the room below it.
fn heading(words: &str, area: Rect, leave: u16, buf: &mut Buffer, style: Style) -> Rect {
    let room = Rect {
        height: area.height.saturating_sub(leave),
        ..area
    };
    let made =
        largest(words, room, Size::Small).or_else(|| Large::new(words, Size::Plain, area.width));
    let rows = made.map_or(0, |made| {
        made.draw(area, buf, style);
        made.height()
    });
    below(area, rows + u16::from(area.height > rows + leave))
}

/// What may be answered: a number and a name each, all in letters of one size, with a line about each where there is
/// room for all; on several pages where that size would be the terminal's own. Gives the page, from 1, and how many
/// there are.
pub(super) fn answers(
    (title, answers): (&str, &[(String, String)]),
    page: u32,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (usize, usize) {
    let numbered: Vec<String> = (1..)
        .zip(answers)
        .map(|(number, (name, _))| format!("{number}  {name}"))
        .collect();
    let many = u16::try_from(answers.len()).unwrap_or(u16::MAX);
    if area.height < many.saturating_mul(Size::Low.rows() + 1) {
        let slide = Slide {
            over: title.to_owned(),
            seat: Some(Seat::Patron),
            body: numbered,
            pages: Pages::Points,
            ..Slide::default()
        };
        return pages::draw(&[slide], page, area, buf, theme);
    }
    let rest = heading(
        title,
        area,
        many.saturating_mul(Size::Low.rows()),
        buf,
        theme.strong.patch(theme.patron),
    );
    let room = rest.height / many.max(1);
    let made = |size: Size| -> Option<Vec<Large>> {
        numbered
            .iter()
            .map(|name| Large::new(name, size, rest.width).filter(|made| made.height() <= room))
            .collect()
    };
    let Some(names) = Size::DOWN.into_iter().find_map(made) else {
        return (1, 1);
    };
    let tall = names.iter().map(Large::height).max().unwrap_or(1);
    let columns = usize::from(rest.width.saturating_sub(4));
    let told: Vec<Vec<String>> = answers
        .iter()
        .map(|(_, about)| wrap(about, columns))
        .collect();
    let longest = told.iter().map(Vec::len).max().unwrap_or(0);
    let longest = u16::try_from(longest).unwrap_or(u16::MAX);
    let with_words = tall.saturating_add(longest) <= room;
    let step = room.min(tall + if with_words { longest + 1 } else { 1 });
    for (place, name) in (0_u16..).zip(&names) {
        let spot = below(rest, place.saturating_mul(step));
        name.draw(spot, buf, theme.text.patch(theme.strong));
        if !with_words {
            continue;
        }
        let words = told.get(usize::from(place)).into_iter().flatten();
        for (line, row) in words.zip(below(spot, tall).rows()) {
            let line = Line::from(vec![
                Span::raw("    "),
                Span::styled(line.as_str(), theme.dim),
            ]);
            line.render(row, buf);
        }
    }
    (1, 1)
}

/// A blob of an estimate: its columns and rows.
const BLOB: (u16, u16) = (4, 2);
const ROUND: [&str; 2] = ["▟██▙", "▜██▛"];

/// Estimates as dots over a scale, with names or without; gives the page of the names, from 1, and how many there are.
pub(super) fn estimates(
    poll: &PollView,
    names: Option<u32>,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (usize, usize) {
    let given = poll.estimates.clone().unwrap_or_default();
    let strong = theme.text.patch(theme.strong);
    let rest = heading(
        &plain(&poll.question),
        area,
        area.height * 2 / 3,
        buf,
        strong,
    );
    let (lines, columns) = named(&given, rest.width);
    let wanted = u16::try_from(lines.len().div_ceil(columns) + 1).unwrap_or(u16::MAX);
    let shown = match names {
        Some(_) => rest.height - wanted.min(rest.height / 2),
        None => rest.height,
    };
    let scale = Rect {
        height: shown,
        ..rest
    };
    dots(&given, scale, buf, theme);
    names.map_or((1, 1), |page| {
        in_columns((&lines, columns), page, below(rest, shown), buf, theme)
    })
}

/// The dots over their scale, and what they come to under it.
fn dots(given: &[Estimate], area: Rect, buf: &mut Buffer, theme: &Theme) {
    let strong = theme.text.patch(theme.strong);
    let Some(told) = spread::told(given) else {
        return;
    };
    if area.height < 6 || area.width < 2 * BLOB.0 {
        return;
    }
    let foot = Rect {
        height: area.height / 3,
        ..area
    };
    let told = largest(&told, foot, Size::Low);
    let told_rows = told.as_ref().map_or(0, Large::height);
    // The axis has a row for its line and some for its numbers.
    let numbers = Size::Low.rows();
    let axis = area
        .bottom()
        .saturating_sub(told_rows + numbers + 2)
        .max(area.y);
    let slots = (area.width / BLOB.0).max(2);
    let mut piled = vec![0_u16; usize::from(slots)];
    let room = axis.saturating_sub(area.y) / BLOB.1;
    let slot = |percent: u16| percent * (slots - 1) / 100;
    for one in given {
        let at = slot(u16::from(one.percent));
        let pile = &mut piled[usize::from(at)];
        *pile += 1;
        if *pile <= room {
            let y = axis - *pile * BLOB.1;
            for (row, half) in (0_u16..).zip(ROUND) {
                buf.set_string(area.x + at * BLOB.0, y + row, half, theme.accent);
            }
        }
    }
    for column in 0..slots * BLOB.0 {
        buf.set_string(area.x + column, axis, "━", theme.rule);
    }
    for (at, pile) in (0_u16..)
        .zip(&piled)
        .filter(|(_, pile)| **pile > room.max(1))
    {
        // More than the wall is high: how many they are stands on the axis.
        buf.set_string(area.x + at * BLOB.0, axis, format!(" {pile} "), strong);
    }
    for mark in [0_u16, 25, 50, 75, 100] {
        if let Some(label) = Large::new(&mark.to_string(), Size::Low, area.width) {
            let middle = area.x + slot(mark) * BLOB.0 + BLOB.0 / 2;
            let x = middle.saturating_sub(label.width() / 2).max(area.x);
            let x = x.min(area.right().saturating_sub(label.width()));
            let below = Rect::new(x, axis + 1, area.right() - x, numbers);
            label.draw(below.intersection(area), buf, theme.text);
        }
    }
    if let Some(told) = told {
        told.draw(
            below(area, area.height.saturating_sub(told_rows)),
            buf,
            strong,
        );
    }
}

/// Who gave which estimate, the highest first, and in how many columns they stand.
fn named(given: &[Estimate], width: u16) -> (Vec<String>, usize) {
    let lines: Vec<String> = spread::highest_first(given)
        .iter()
        .map(|given| format!("{:>3} %  {}", given.percent, plain(&given.name)))
        .collect();
    let widest = lines
        .iter()
        .map(|line| Line::raw(line.as_str()).width())
        .max()
        .unwrap_or(1);
    let columns = (usize::from(width) / (widest + 3)).max(1);
    if columns > 1 {
        return (lines, columns);
    }
    let wrapped = lines.iter().flat_map(|line| wrap(line, usize::from(width)));
    (wrapped.collect(), 1)
}

/// Draws names in columns below a free row; gives the page, from 1, and how many there are.
fn in_columns(
    (lines, columns): (&[String], usize),
    page: u32,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (usize, usize) {
    let rows = usize::from(below(area, 1).height).max(1);
    let each = rows * columns;
    let pages = lines.len().div_ceil(each).max(1);
    let at = usize::try_from(page).unwrap_or(0) % pages;
    let step = area.width / u16::try_from(columns).unwrap_or(1);
    for (place, line) in lines.iter().skip(at * each).take(each).enumerate() {
        let x = u16::try_from(place / rows).unwrap_or(0) * step;
        let y = u16::try_from(place % rows).unwrap_or(0) + 1;
        let spot = Rect::new(area.x + x, area.y + y, step, 1).intersection(area);
        if !spot.is_empty() {
            Line::styled(line.as_str(), theme.text.patch(theme.strong)).render(spot, buf);
        }
    }
    (at + 1, pages)
}

/// The dice, their sum beside them, and what it comes to under them.
pub(super) fn dice(rolled: Rolled, result: &Slide, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let strong = theme.text.patch(theme.strong);
    let side = (area.height * 2 / 5).clamp(5, 13);
    // An odd number of rows has a middle one.
    let side = side - u16::from(side.is_multiple_of(2));
    let across = side * 2;
    let mut x = area.x;
    if let Some((one, other)) = rolled.faces {
        for face in [one, other] {
            let spot = Rect::new(x, area.y, across, side).intersection(area);
            die(face, spot, buf, theme);
            x += across + 2;
        }
        x += 2;
    }
    let beside = Rect {
        x,
        width: area.right().saturating_sub(x),
        height: side.min(area.height),
        ..area
    };
    let sum = rolled.told();
    if let Some(made) = largest(&sum, beside, Size::Small) {
        let free = beside.height.saturating_sub(made.height()) / 2;
        made.draw(below(beside, free), buf, strong);
    }
    pages::draw(
        std::slice::from_ref(result),
        0,
        below(area, side + 1),
        buf,
        theme,
    );
}

/// Where the pips of a face lie on a grid of three by three.
const fn pips(face: u8) -> &'static [(u16, u16)] {
    match face {
        1 => &[(1, 1)],
        2 => &[(0, 0), (2, 2)],
        3 => &[(0, 0), (1, 1), (2, 2)],
        4 => &[(0, 0), (2, 0), (0, 2), (2, 2)],
        5 => &[(0, 0), (2, 0), (1, 1), (0, 2), (2, 2)],
        _ => &[(0, 0), (2, 0), (0, 1), (2, 1), (0, 2), (2, 2)],
    }
}

/// A die with a frame, its pips as large as a third of it allows.
fn die(face: u8, area: Rect, buf: &mut Buffer, theme: &Theme) {
    if area.width < 10 || area.height < 5 {
        return;
    }
    let strong = theme.text.patch(theme.strong);
    let frame = ratatui::widgets::Block::bordered()
        .border_type(ratatui::widgets::BorderType::Rounded)
        .border_style(strong);
    let inner = frame.inner(area);
    frame.render(area, buf);
    let (wide, high) = ((inner.width / 5).max(2), (inner.height / 5).max(1));
    for (column, row) in pips(face) {
        let x = inner.x + (inner.width - wide) * (1 + 2 * column) / 6;
        let y = inner.y + (inner.height - high) * row / 2;
        let margin = (inner.height - high).checked_rem(2).unwrap_or(0);
        let y = (y + u16::from(margin > 0 && *row == 2)).min(inner.bottom() - high);
        for line in 0..high {
            buf.set_string(x, y + line, "█".repeat(usize::from(wide)), theme.accent);
        }
    }
}
