//! The paper of a sheet: its box and title, the lines on it, a text to scroll.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Text;
use crate::widget::dialog::Dialog;
use crate::widget::fit::{fit, pad, wrap};
use crate::widget::option_list::OptionList;
use crate::widget::prose::{Piece, Prose};
use crate::widget::rows::{Rows, mark};

/// Draws an empty sheet with its title; gives the room inside.
pub(crate) fn paper(
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    size: (u16, u16),
    theme: &Theme,
) -> Rect {
    // The header stays in sight. In a small terminal a sheet is alone: no box shows round a box.
    let area = below_header(area);
    let dialog = dialog(area, title, size, theme);
    if area.width < ALONE.0 || area.height < ALONE.1 {
        frame.render_widget(Clear, area);
        frame.buffer_mut().set_style(area, theme.text);
    }
    frame.render_widget(&dialog, area);
    dialog.inside(area)
}

/// The room inside a sheet, as the terminal is now.
pub(crate) fn inside(sitting: &Sitting, size: (u16, u16)) -> Rect {
    let screen = Rect::new(0, 0, sitting.size.0, sitting.size.1.saturating_sub(1));
    let screen = if size == WHOLE { screen } else { over(screen) };
    let area = below_header(screen);
    dialog(area, "", size, &sitting.theme).inside(area)
}

/// The box of a sheet: one of the usual size grows with the terminal.
fn dialog<'a>(
    area: Rect,
    title: &'a str,
    (columns, rows): (u16, u16),
    theme: &'a Theme,
) -> Dialog<'a> {
    let grown = |wanted: u16, usual: u16, there: u16, margin: u16| {
        if wanted == usual {
            usual.max(there.saturating_sub(margin))
        } else {
            wanted
        }
    };
    Dialog {
        title,
        columns: grown(columns, FULL.0, area.width, MARGIN.0),
        rows: grown(rows, FULL.1, area.height, MARGIN.1),
        theme,
    }
}

/// What is left of a screen for what lies over it: where there is room, the first line stays in sight,
/// since it says what is being written.
pub(crate) fn over(screen: Rect) -> Rect {
    below(screen, u16::from(screen.height >= ROOMY))
}

fn below_header(area: Rect) -> Rect {
    below(area, u16::from(area.height > 1))
}

/// A text in the room that a sheet has for it.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The text.
    pub(crate) prose: Prose,
    /// Where it lies.
    pub(crate) place: Rect,
}

impl Reading {
    /// Wraps a text to a place; a column is kept for the signs that more lies above or below.
    pub(crate) fn new(pieces: &[Piece], place: Rect, theme: &Theme) -> Self {
        Self {
            prose: Prose::new(pieces, place.width.saturating_sub(2), theme),
            place,
        }
    }

    /// Lines that are made already, in a place: cut where they are wider, and short of the signs where
    /// more lies above or below.
    pub(crate) fn of(mut lines: Vec<Line<'static>>, place: Rect) -> Self {
        let signs = if lines.len() > usize::from(place.height) {
            2
        } else {
            0
        };
        let columns = usize::from(place.width.saturating_sub(signs));
        for line in lines.iter_mut().filter(|line| line.width() > columns) {
            *line = cut(line, columns);
        }
        Self {
            prose: Prose::of(lines),
            place,
        }
    }

    /// How long it is, for whoever walks through it.
    pub(crate) const fn text(&self) -> Text {
        Text {
            beyond: self.prose.last_scroll(self.place.height),
            rows: self.place.height as usize,
        }
    }

    /// Whether it is longer than its place.
    pub(crate) const fn goes_on(&self) -> bool {
        self.text().beyond > 0
    }

    /// Draws it from a line on.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, scroll: usize, theme: &Theme) {
        self.prose
            .draw(self.place, frame.buffer_mut(), scroll, theme);
    }
}

/// The usual size of a sheet: all of a small terminal, and of a large one all but a margin.
pub(crate) const FULL: (u16, u16) = (112, 34);

/// Columns and rows that a large terminal keeps free around a sheet of the usual size, its border counted.
const MARGIN: (u16, u16) = (48, 8);

/// The size of a page that takes the screen: all of it but the first line.
pub(crate) const WHOLE: (u16, u16) = (u16::MAX, u16::MAX);

/// The rows from which what lies over a screen leaves its first line alone.
const ROOMY: u16 = 30;

/// Below these columns and rows a sheet is all that is shown.
const ALONE: (u16, u16) = (100, 28);

/// Draws lines from the top of an area; gives the room below them.
pub(crate) fn lines(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>]) -> Rect {
    let mut used = 0;
    for (line, spot) in lines.iter().zip(area.rows()) {
        cut(line, usize::from(area.width)).render(spot, frame.buffer_mut());
        used += 1;
    }
    below(area, used)
}

/// Draws a list of options, and notes where they lie.
pub(crate) fn options(list: &OptionList<'_>, area: Rect, buf: &mut Buffer, sitting: &Sitting) {
    sitting.mark_rows(list.places(area));
    list.draw(area, buf, &sitting.theme);
}

/// Draws the lines of a list, and notes where they lie while one is chosen.
pub(crate) fn menu(
    frame: &mut Frame<'_>,
    area: Rect,
    rows: &[Line<'_>],
    chosen: Option<usize>,
    sitting: &Sitting,
) {
    let window = Rows::around(rows.len(), chosen, area);
    if chosen.is_some() {
        sitting.mark_rows(window.places());
    }
    let theme = &sitting.theme;
    window.draw(frame.buffer_mut(), theme, |place| {
        let mut line = Line::from(mark(chosen == Some(place), theme));
        line.spans.extend(rows[place].spans.iter().cloned());
        line
    });
}

/// The line, cut with `…` where it is wider than `columns`.
pub(crate) fn cut(line: &Line<'_>, columns: usize) -> Line<'static> {
    let mut left = columns;
    let fits = line.width() <= columns;
    let mut spans = Vec::new();
    for span in &line.spans {
        let width = span.width();
        // The last span in sight gets the sign, also where it would just have fitted.
        let last = !fits && width >= left;
        let text = if last {
            let all = format!("{} …", span.content);
            fit(&all, left)
        } else {
            span.content.to_string()
        };
        left = left.saturating_sub(width);
        spans.push(Span::styled(text, span.style));
        if last {
            break;
        }
    }
    Line::from(spans)
}

/// The area without its first rows.
pub(crate) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// Texts in columns beside the beginning of a row, each wrapped to its columns, with two blanks between them: as
/// many lines as the longest needs.
pub(crate) fn row(head: Vec<Span<'static>>, texts: &[(&str, usize, Style)]) -> Vec<Line<'static>> {
    let before = Line::from(head);
    let blank = Line::raw(" ".repeat(before.width()));
    let wrapped = texts
        .iter()
        .map(|(words, columns, _)| hanging(words, *columns));
    let wrapped: Vec<Vec<String>> = wrapped.collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(1);
    let line = |at: usize| {
        let mut line = if at == 0 {
            before.clone()
        } else {
            blank.clone()
        };
        for (place, (of, (_, columns, style))) in wrapped.iter().zip(texts).enumerate() {
            let words = of.get(at).map_or("", String::as_str);
            let words = if place + 1 < texts.len() {
                pad(words, columns + 2)
            } else {
                words.to_owned()
            };
            line.push_span(Span::styled(words, *style));
        }
        line
    };
    (0..height).map(line).collect()
}

/// A text wrapped to columns; behind the mark of a point its further lines stand below its first word.
fn hanging(words: &str, columns: usize) -> Vec<String> {
    let point = words.strip_prefix("· ").map(|rest| ("· ", rest));
    let Some((mark, rest)) = point.or(words.strip_prefix("✗ ").map(|rest| ("✗ ", rest))) else {
        return wrap(words, columns);
    };
    let lines = wrap(rest, columns.saturating_sub(2)).into_iter();
    lines
        .enumerate()
        .map(|(at, line)| format!("{}{line}", if at == 0 { mark } else { "  " }))
        .collect()
}

/// Sentences with a mark before each, in lines of some columns, as many of them as there are rows. The first are told
/// in full as long as a row is left for each of the others; where none is, a sentence is cut to its line.
pub(crate) fn within(
    told: &[(Span<'static>, String, Style)],
    columns: u16,
    rows: u16,
) -> Vec<Line<'static>> {
    let (columns, rows) = (usize::from(columns), usize::from(rows));
    let mut spare = rows.saturating_sub(told.len());
    let mut all = Vec::new();
    for (mark, words, style) in told {
        let room = columns.saturating_sub(mark.width());
        let whole = row(vec![mark.clone()], &[(words, room, *style)]);
        let more = whole.len() - 1;
        if more > spare {
            let cut = fit(words, room);
            all.push(Line::from(vec![mark.clone(), Span::styled(cut, *style)]));
        } else {
            spare -= more;
            all.extend(whole);
        }
    }
    all.truncate(rows);
    all
}

/// A text in a style, wrapped to columns.
pub(crate) fn wrapped(words: &str, columns: usize, style: Style) -> Vec<Line<'static>> {
    let lines = wrap(words, columns).into_iter();
    lines.map(|line| Line::styled(line, style)).collect()
}

/// A heading line.
pub(crate) fn heading(words: &str, style: Style) -> Line<'static> {
    Line::from(Span::styled(words.to_owned(), style))
}
