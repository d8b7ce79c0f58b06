//! The terms of a demand: how hard it is pressed, what is promised, and what that would likely do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::engine::choice::{Inducement, Intensity, Response};
use crate::engine::gauge::Gauge;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::tui::screen::board::effects::{self, Likely, likely};
use crate::tui::screen::board::glance::Glance;
use crate::tui::screen::board::on_table::dots;
use crate::tui::screen::board::sheet::{below, heading};
use crate::tui::theme::Theme;
use crate::tui::widget::change::{signed, signed_tenths, tenths};
use crate::tui::widget::fit::{fit, pad};
use crate::tui::widget::option_list::{OptionList, OptionRow};

/// How hard, and for what in return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How hard.
    pub intensity: Intensity,
    /// What is promised.
    pub inducement: Inducement,
    /// The row under the cursor: intensities first, then inducements.
    pub row: usize,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            intensity: Intensity::Request,
            inducement: Inducement::None,
            row: Intensity::Request.index(),
        }
    }
}

/// Rows that the terms have.
pub const ROWS: usize = Intensity::ALL.len() + Inducement::ALL.len();

impl Terms {
    /// Moves to a row and takes what stands there.
    pub fn go_to(&mut self, row: usize) {
        self.row = row.min(ROWS - 1);
        match self.row.checked_sub(Intensity::ALL.len()) {
            None => self.intensity = Intensity::ALL[self.row],
            Some(place) => self.inducement = Inducement::ALL[place],
        }
    }

    /// Goes to the other list.
    pub fn switch(&mut self) {
        let row = if self.row < Intensity::ALL.len() {
            Intensity::ALL.len() + self.inducement.index()
        } else {
            self.intensity.index()
        };
        self.go_to(row);
    }
}

/// Whether the patron has the effort for an intensity.
pub fn affordable(glance: &Glance<'_>, intensity: Intensity) -> bool {
    let cost = glance.scenario().intensity(intensity).effort;
    glance.view.effort.is_none_or(|effort| cost <= effort)
}

fn intensity_rows(glance: &Glance<'_>) -> Vec<OptionRow> {
    let text = glance.text();
    Intensity::ALL
        .iter()
        .map(|intensity| {
            let rules = glance.scenario().intensity(*intensity);
            let words = text.intensity(*intensity);
            let open = affordable(glance, *intensity);
            let note = if open {
                format!(
                    "asks {} % · effort {} · {}",
                    rules.scope, rules.effort, words.text
                )
            } else {
                format!(
                    "needs effort {}, {} is left",
                    rules.effort,
                    glance.view.effort.unwrap_or(0)
                )
            };
            OptionRow {
                name: format!("{} {}", dots(*intensity), words.name),
                note,
                open,
            }
        })
        .collect()
}

fn inducement_rows(glance: &Glance<'_>) -> Vec<OptionRow> {
    let text = glance.text();
    Inducement::ALL
        .iter()
        .map(|inducement| {
            let rules = glance.scenario().inducement(*inducement);
            let words = text.inducement(*inducement);
            let price = if rules.price > 0 {
                format!("costs {} when met · ", tenths(rules.price))
            } else {
                String::new()
            };
            OptionRow {
                name: words.name.clone(),
                note: format!("{price}{}", words.text),
                open: true,
            }
        })
        .collect()
}

/// Draws the two lists; gives the room below.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    glance: &Glance<'_>,
    terms: Terms,
    theme: &Theme,
) -> Rect {
    let intensities = Intensity::ALL.len();
    let mut at = super::lines(frame, area, &[heading("How hard?", theme.strong)]);
    let rows = intensity_rows(glance);
    // The choice of the other list stays marked while the cursor is in this one.
    let list = OptionList {
        rows: &rows,
        chosen: Some(terms.intensity.index()),
        first: 1,
        theme,
    };
    let place = Rect {
        height: 4.min(at.height),
        ..at
    };
    frame.render_widget(&list, place);
    if terms.row >= intensities {
        soften(frame, place, terms.intensity.index(), theme);
    }
    at = below(at, 5);
    at = super::lines(
        frame,
        at,
        &[heading("What is promised in return?", theme.strong)],
    );
    let rows = inducement_rows(glance);
    let list = OptionList {
        rows: &rows,
        chosen: Some(terms.inducement.index()),
        first: intensities + 1,
        theme,
    };
    let place = Rect {
        height: 3.min(at.height),
        ..at
    };
    frame.render_widget(&list, place);
    if terms.row < intensities {
        soften(frame, place, terms.inducement.index(), theme);
    }
    below(at, 4)
}

/// Shows a chosen row that is not under the cursor: marked, but not highlighted.
fn soften(frame: &mut Frame<'_>, list: Rect, row: usize, theme: &Theme) {
    let row = u16::try_from(row).unwrap_or(0);
    if row < list.height {
        let spot = Rect {
            y: list.y + row,
            height: 1,
            ..list
        };
        let plain = ratatui::style::Style::reset().patch(theme.text);
        frame.buffer_mut().set_style(spot, plain);
    }
}

/// What the demand would likely do, reply by reply: `if Russia …`.
pub fn preview(
    glance: &Glance<'_>,
    demand: Demand,
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let text = glance.text();
    let view = &glance.view;
    let scenario = glance.scenario();
    let first = view.preview(scenario, demand, Reply::plain(Response::Accept));
    let [slip, offered, hold] = first.odds;
    let factors = first.factors;
    let lean = match factors.modifier.signum() {
        1 => format!("{} stands firmer", text.client),
        -1 => format!("{} presses harder", text.patron),
        _ => "even".to_owned(),
    };
    let mut lines = vec![
        Line::from(vec![
            Span::styled("The dice: ", theme.strong),
            Span::styled(
                format!("{} on the roll, {lean} · ", signed(factors.modifier)),
                theme.text,
            ),
            Span::styled(
                format!(
                    "{} gives more {slip}/36 · as offered {offered}/36 · gives less {hold}/36",
                    text.client
                ),
                theme.text,
            ),
        ]),
        head(glance, theme),
    ];
    for response in Response::ALL {
        let reply = if *response == Response::Deflect {
            let target = best_deflection(glance, demand);
            let Some(to) = target else { continue };
            Reply {
                response: *response,
                to: Some(to),
            }
        } else {
            Reply::plain(*response)
        };
        let preview = view.preview(scenario, demand, reply);
        lines.push(row(glance, reply, &likely(glance, &preview), theme));
    }
    let width = usize::from(width);
    lines
        .into_iter()
        .map(|line| {
            if line.width() > width {
                cut(&line, width)
            } else {
                line
            }
        })
        .collect()
}

fn cut(line: &Line<'static>, width: usize) -> Line<'static> {
    let mut left = width;
    let mut spans = Vec::new();
    for span in &line.spans {
        let text = fit(&span.content, left);
        left = left.saturating_sub(unicode_width::UnicodeWidthStr::width(text.as_str()));
        spans.push(Span::styled(text, span.style));
        if left == 0 {
            break;
        }
    }
    Line::from(spans)
}

/// The domain that a client would most likely deflect to.
fn best_deflection(glance: &Glance<'_>, demand: Demand) -> Option<usize> {
    let scenario = glance.scenario();
    let domain = scenario.cards[demand.card].domain;
    (0..scenario.domains.len())
        .filter(|to| *to != domain)
        .max_by_key(|to| glance.view.domain(scenario, *to).capacity)
}

const NAME: usize = 26;
const CELL: usize = 11;

/// The gauges that a patron looks at.
const COLUMNS: [(Gauge, &str); 5] = [
    (Gauge::Gains, "gains"),
    (Gauge::Trust, "trust"),
    (Gauge::Resentment, "resentment"),
    (Gauge::Autonomy, "autonomy"),
    (Gauge::Credibility, "credibil."),
];

fn head(glance: &Glance<'_>, theme: &Theme) -> Line<'static> {
    let mut text = pad(&format!("If {} answers", glance.text().client), NAME);
    text.push_str(&pad("stability", CELL));
    for (_, name) in COLUMNS {
        text.push_str(&pad(name, CELL));
    }
    Line::from(Span::styled(text, theme.dim))
}

fn row(glance: &Glance<'_>, reply: Reply, likely: &Likely, theme: &Theme) -> Line<'static> {
    let text = glance.text();
    let name = match reply.to {
        Some(to) => format!(
            "{} → {}",
            text.response(reply.response).name,
            text.domains[to].code
        ),
        None => text.response(reply.response).name.clone(),
    };
    let mut spans = vec![
        Span::styled(pad(&name, NAME - 1), theme.client),
        Span::raw(" "),
        Span::styled(pad(&signed(likely.supported), CELL), theme.strong),
    ];
    for (gauge, _) in COLUMNS {
        let by = likely
            .changes
            .iter()
            .find(|(changed, _)| *changed == gauge)
            .map_or(0, |(_, by)| *by);
        let number = match (gauge, by) {
            (_, 0) => "·".to_owned(),
            (Gauge::Gains, by) => signed_tenths(by),
            (_, by) => signed(by),
        };
        spans.push(Span::styled(pad(&number, CELL), theme.text));
    }
    if likely.crossing > 0 {
        spans.push(Span::styled(
            format!("✗ red line {}/36", likely.crossing),
            theme.danger,
        ));
    }
    Line::from(spans)
}

/// Draws lines over an area, as many as fit.
pub fn draw_lines(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>]) {
    for (line, spot) in lines.iter().zip(area.rows()) {
        line.render(spot, frame.buffer_mut());
    }
}

/// The notes of a choice in words, for tests and narrow places.
pub fn words(glance: &Glance<'_>, demand: Demand, response: Response) -> String {
    let preview = glance
        .view
        .preview(glance.scenario(), demand, Reply::plain(response));
    effects::note(glance, &likely(glance, &preview))
}
