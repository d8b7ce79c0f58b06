//! The terms of a demand: how hard it is pressed, what is promised, and what that would likely do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::glance::Glance;
use crate::page::paper::{below, heading, lines, options};
use crate::screen::board::effects::{Likely, likely};
use crate::screen::board::on_table::dots;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::{signed, signed_tenths, tenths};
use crate::widget::fit::pad;
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_core::model::choice::{Inducement, Intensity, Response};
use unequal_core::model::contest::{Demand, Reply};
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::DomainAt;

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
    sitting: &Sitting,
) -> Rect {
    let theme = &sitting.theme;
    let intensities = Intensity::ALL.len();
    let mut at = lines(frame, area, &[heading("How hard?", theme.strong)]);
    let rows = intensity_rows(glance);
    // The choice of the other list stays marked while the cursor is in this one.
    let list = OptionList::new(&rows, Some(terms.intensity.index()));
    let place = Rect {
        height: 4.min(at.height),
        ..at
    };
    let list = list.at_rest(terms.row >= intensities);
    options(&list, place, frame.buffer_mut(), sitting);
    at = below(at, 5);
    at = lines(
        frame,
        at,
        &[heading("What is promised in return?", theme.strong)],
    );
    let rows = inducement_rows(glance);
    let list = OptionList::new(&rows, Some(terms.inducement.index())).from(intensities + 1);
    let place = Rect {
        height: 3.min(at.height),
        ..at
    };
    let list = list.at_rest(terms.row < intensities);
    options(&list, place, frame.buffer_mut(), sitting);
    below(at, 4)
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
                format!("{lean} ({}) · ", signed(factors.modifier)),
                theme.text,
            ),
            Span::styled(
                format!("more than meant {slip}/36 · as offered {offered} · less {hold}"),
                theme.text,
            ),
        ]),
        head(glance, width, theme),
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
        lines.push(row(glance, reply, &likely(glance, &preview), width, theme));
    }
    lines
}

/// The domain that a client would most likely deflect to.
fn best_deflection(glance: &Glance<'_>, demand: Demand) -> Option<DomainAt> {
    let scenario = glance.scenario();
    let domain = scenario.cards[demand.card].domain;
    scenario
        .domains
        .places()
        .filter(|to| *to != domain)
        .max_by_key(|to| glance.view.domain(scenario, *to).capacity)
}

/// Columns of the name and of a number, by the room there is.
const fn cells(width: u16) -> (usize, usize) {
    if width < 92 { (22, 9) } else { (32, 12) }
}

/// The gauges that a patron looks at.
const COLUMNS: [(Gauge, &str); 5] = [
    (Gauge::Gains, "gains"),
    (Gauge::Trust, "trust"),
    (Gauge::Resentment, "resent."),
    (Gauge::Autonomy, "autonomy"),
    (Gauge::Credibility, "credib."),
];

fn head(glance: &Glance<'_>, width: u16, theme: &Theme) -> Line<'static> {
    let (first, cell) = cells(width);
    let mut text = pad(&format!("If {} answers", glance.text().client), first);
    text.push_str(&pad("stability", cell));
    for (_, name) in COLUMNS {
        text.push(' ');
        text.push_str(&pad(name, cell - 1));
    }
    Line::from(Span::styled(text, theme.dim))
}

fn row(
    glance: &Glance<'_>,
    reply: Reply,
    likely: &Likely,
    width: u16,
    theme: &Theme,
) -> Line<'static> {
    let text = glance.text();
    let (first, cell) = cells(width);
    let name = match reply.to {
        Some(to) => format!(
            "{} → {}",
            text.response(reply.response).name,
            text.domains[to].code
        ),
        None => text.response(reply.response).name.clone(),
    };
    let mut spans = vec![
        Span::styled(pad(&name, first - 1), theme.client),
        Span::raw(" "),
        Span::styled(pad(&signed(likely.supported), cell), theme.strong),
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
        spans.push(Span::styled(
            format!(" {}", pad(&number, cell - 1)),
            theme.text,
        ));
    }
    if likely.crossing > 0 {
        spans.push(Span::styled(
            format!("✗ red line {}/36", likely.crossing),
            theme.danger,
        ));
    }
    Line::from(spans)
}
