//! Several lines or sessions side by side: their curves, where they part and why, acts and reasons, endings.
//!
//! ```text
//! ┌ Side by side ─────────────────────────────────────────────────────────────────────┐
//! │ 100 ┤                                     A  Stockholm 2          46  Managed …   │
//! │  60 ┤A━━━A━━━A━━━A                        B  Another answer       51  —           │
//! │  40 ┤        ━━━B━━━B                                                             │
//! │ They part in move 4, response: Russia decided otherwise.                          │
//! │ A                                     B                                           │
//! │ 31 Russia refused “Joint …”           31 Russia accepted in part “Joint …”        │
//! │ “bastion secrecy”                     no reason written down                      │
//! └───────────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Two lines stand in two columns; of more, ←→ chooses which stands beside the first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::page::paper::{Reading, below, inside, paper};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::curves::{Curve, Curves};
use crate::widget::fit::{fit, fit_parts, pad, wrap};
use unequal_session::compare::{Cell, Comparison, LineFacts, Row};
use unequal_session::reading::Shift;
use unequal_session::telling::count;
use unequal_session::telling::signed;

/// All of the screen.
const WHOLE: (u16, u16) = (u16::MAX - 8, u16::MAX - 8);

/// The comparison.
#[derive(Debug)]
pub struct CompareSheet {
    comparison: Comparison,
    /// The line beside the first one.
    other: usize,
    walk: Walk,
}

impl CompareSheet {
    /// A comparison, from its top.
    pub fn new(comparison: Comparison) -> Self {
        Self {
            comparison,
            other: 1,
            walk: Walk::default(),
        }
    }
}

/// The letter of a line.
fn letter(place: usize) -> char {
    u8::try_from(place % 26).map_or('?', |place| char::from(b'A' + place))
}

/// The hue of a line: its letter tells the same.
const fn hue(place: usize, theme: &Theme) -> Style {
    match place % 5 {
        0 => theme.strong,
        1 => theme.client,
        2 => theme.patron,
        3 => theme.white_cell,
        _ => theme.audience,
    }
}

fn styled(text: String, style: Style) -> Line<'static> {
    Line::from(Span::styled(text, style))
}

/// The name of a line; that of a what-if says so first, so that no short name hides it.
fn called(line: &LineFacts) -> String {
    match line.what_if {
        Some(_) => format!("what-if · {}", line.name),
        None => line.name.clone(),
    }
}

/// How a line ended.
fn ending(line: &LineFacts) -> &str {
    let ending = line.ending.as_ref();
    ending.map_or("goes on", |ending| ending.title.as_str())
}

/// A line in the table of lines, its ending in so many columns.
fn facts(
    place: usize,
    line: &LineFacts,
    endings: usize,
    width: usize,
    theme: &Theme,
) -> Line<'static> {
    let moved = line
        .overrides_moved
        .filter(|_| line.overrides > 0)
        .map_or_else(String::new, |moved| format!(" ({})", signed(moved)));
    let tail = format!(
        "{:>3}  {}  {:>2} {} · reasons {}/{} · overrides {}{moved}",
        line.stability,
        pad(ending(line), endings),
        line.moves,
        if line.moves == 1 { "move " } else { "moves" },
        line.with_reasons,
        line.decisions,
        line.overrides
    );
    let name = (width / 4).clamp(12, 40);
    Line::from(vec![
        Span::styled(format!("{}  ", letter(place)), hue(place, theme)),
        Span::styled(pad(&fit(&called(line), name), name + 1), hue(place, theme)),
        Span::styled(fit_parts(&tail, width.saturating_sub(name + 4)), theme.text),
    ])
}

/// One act as lines of a column.
fn cell(cell: Option<&Cell>, place: usize, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
    let Some(cell) = cell else {
        return vec![styled("—".to_owned(), theme.dim)];
    };
    let mut out: Vec<Line<'static>> = Vec::new();
    let head = format!("{} {}", cell.entry, cell.sentence);
    for line in wrap(&head, columns) {
        out.push(styled(line, hue(place, theme)));
    }
    let quoted = cell.rationale.as_ref().map(|why| format!("“{why}”"));
    let dissent = cell.dissent.as_ref().map(|who| format!("✗ {who}"));
    for text in [quoted, dissent].into_iter().flatten() {
        for line in wrap(&text, columns) {
            out.push(styled(line, theme.text));
        }
    }
    let Shift { before, after } = cell.stability;
    if before != after {
        out.push(styled(format!("stability {before} → {after}"), theme.dim));
    }
    out
}

impl CompareSheet {
    /// Everything below the curves, wrapped to a width.
    fn text(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let comparison = &self.comparison;
        let endings = comparison.lines.iter().map(|line| ending(line).width());
        let endings = endings.max().unwrap_or(0).min(22);
        let mut out: Vec<Line<'static>> = comparison
            .lines
            .iter()
            .enumerate()
            .map(|(place, line)| facts(place, line, endings, width, theme))
            .collect();
        for (place, line) in comparison.lines.iter().enumerate() {
            let Some(what_if) = &line.what_if else {
                continue;
            };
            let words = format!("! {}", what_if.sentence(&letter(place).to_string()));
            out.extend(
                wrap(&words, width)
                    .into_iter()
                    .map(|line| styled(line, theme.danger)),
            );
        }
        for setting in &comparison.settings {
            let values: Vec<String> = setting
                .values
                .iter()
                .enumerate()
                .map(|(place, value)| format!("{} {value}", letter(place)))
                .collect();
            let (sign, style) = match setting.warning {
                Some(_) => ("! ", theme.danger),
                None => ("· ", theme.dim),
            };
            let warning = setting
                .warning
                .map_or_else(String::new, |words| format!(": {words}"));
            let words = format!(
                "{sign}{} differs: {}{warning}",
                setting.what,
                values.join(", ")
            );
            out.extend(
                wrap(&words, width)
                    .into_iter()
                    .map(|line| styled(line, style)),
            );
        }
        out.push(Line::default());
        let parted = comparison.divergence.as_ref().map_or_else(
            || "The lines are the same from their first act to their last.".to_owned(),
            |parted| {
                format!(
                    "After {} in common they part in move {}, {}. {}",
                    count(comparison.shared, "step", "steps"),
                    parted.move_number,
                    parted.phase.replace('-', " "),
                    parted.sentence
                )
            },
        );
        out.extend(
            wrap(&parted, width)
                .into_iter()
                .map(|line| styled(line, theme.title)),
        );
        out.extend(self.rows(width, theme));
        out
    }

    fn rows(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let columns = (width.saturating_sub(3)) / 2;
        let mut out = Vec::new();
        let mut shown_move = 0;
        for row in &self.comparison.rows {
            if row.move_number != shown_move {
                shown_move = row.move_number;
                out.push(Line::default());
                let names = [0, self.other].map(|place| {
                    let name = self.comparison.lines.get(place);
                    let name = name.map_or_else(String::new, called);
                    let words = format!("{}  {name} · move {shown_move}", letter(place));
                    (fit(&words, columns), hue(place, theme))
                });
                let [(first, one), (second, other)] = names;
                out.push(Line::from(vec![
                    Span::styled(pad(&first, columns + 3), one),
                    Span::styled(second, other),
                ]));
            }
            out.extend(self.pair(row, columns, theme));
        }
        out
    }

    fn pair(&self, row: &Row, columns: usize, theme: &Theme) -> Vec<Line<'static>> {
        let cells = [0, self.other].map(|place| {
            let of_line = row.cells.get(place).and_then(Option::as_ref);
            cell(of_line, place, columns, theme)
        });
        let height = cells[0].len().max(cells[1].len());
        let sign = if row.same { " = " } else { " │ " };
        (0..height)
            .map(|at| {
                let mut spans = Vec::new();
                let (text, style) = part(&cells[0], at);
                spans.push(Span::styled(pad(&text, columns), style));
                let between = if at == 0 { sign } else { " │ " };
                spans.push(Span::styled(between, theme.rule));
                let (text, style) = part(&cells[1], at);
                spans.push(Span::styled(text, style));
                Line::from(spans)
            })
            .collect()
    }

    /// The curves, and the text below them.
    fn places(inner: Rect) -> (Rect, Rect) {
        let height = (inner.height / 3).clamp(5, 14).min(inner.height);
        (Rect { height, ..inner }, below(inner, height + 1))
    }

    fn reading(&self, place: Rect, theme: &Theme) -> Reading {
        // Columns are kept for the signs that more lies above or below.
        let width = usize::from(place.width.saturating_sub(2));
        Reading::of(self.text(width, theme), place)
    }

    /// The text, as the terminal is now.
    fn laid_out(&self, sitting: &Sitting) -> Reading {
        let (_, place) = Self::places(inside(sitting, WHOLE));
        self.reading(place, &sitting.theme)
    }
}

fn part(lines: &[Line<'static>], at: usize) -> (String, Style) {
    lines.get(at).map_or_else(
        || (String::new(), Style::default()),
        |line| {
            let style = line
                .spans
                .first()
                .map_or(Style::default(), |span| span.style);
            (line.to_string(), style)
        },
    )
}

impl Page for CompareSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = Vec::new();
        if self.laid_out(sitting).goes_on() {
            hints.push(Command::Up.hint("scroll"));
        }
        if self.comparison.lines.len() > 2 {
            hints.push(Command::Left.hint("which beside A"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let theme = &sitting.theme;
        let title = match self.comparison.lines.len() {
            2 => "Two lines side by side".to_owned(),
            count => format!("{count} lines side by side"),
        };
        let inner = paper(frame, area, &title, WHOLE, theme);
        let curves: Vec<Curve<'_>> = self
            .comparison
            .lines
            .iter()
            .enumerate()
            .map(|(place, line)| Curve {
                letter: letter(place),
                style: hue(place, theme),
                levels: &line.curve,
            })
            .collect();
        let (chart, place) = Self::places(inner);
        let curves = Curves {
            curves: &curves,
            theme,
        };
        frame.render_widget(&curves, chart);
        self.reading(place, theme)
            .draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let count = self.comparison.lines.len();
        match command {
            Command::Back | Command::Confirm => return Then::Close,
            Command::Left if self.other > 1 => self.other -= 1,
            Command::Right if self.other + 1 < count => self.other += 1,
            other => {
                let text = self.laid_out(sitting).text();
                self.walk.read(other, text);
            }
        }
        Then::Stay
    }
}
