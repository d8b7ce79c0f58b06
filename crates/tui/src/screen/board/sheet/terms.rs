//! The terms of a demand: how hard it is pressed, what is promised, and what that would likely do.

mod answers;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::glance::Glance;
use crate::page::paper::{below, heading, lines, options};
use crate::screen::board::effects::likely;
use crate::screen::board::on_table::dots;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::{signed, tenths};
use crate::widget::fit::fit_parts;
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_core::model::choice::{Demand, Inducement, Intensity, Reply, Response};
use unequal_core::model::exchange::legal_replies;

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
    /// The terms to begin with: a request, or less where that is not open.
    pub fn within(glance: &Glance<'_>) -> Self {
        let mut terms = Self::default();
        if closed(glance, terms.intensity).is_some() {
            terms.go_to(0);
        }
        terms
    }

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

/// Why an intensity is not open: there is not the effort, or a side has climbed down.
pub fn closed(glance: &Glance<'_>, intensity: Intensity) -> Option<String> {
    let (view, cost) = (&glance.view, glance.scenario().intensity(intensity).effort);
    if intensity > view.limit {
        let most = glance.text().intensity(view.limit).name.to_lowercase();
        return Some(format!(
            "A side has climbed down: in this move no more than a {most}."
        ));
    }
    let left = view.effort.filter(|left| cost > *left)?;
    Some(format!("This needs effort {cost}; {left} is left."))
}

fn intensity_rows(glance: &Glance<'_>) -> Vec<OptionRow> {
    let text = glance.text();
    Intensity::ALL
        .iter()
        .map(|intensity| {
            let rules = glance.scenario().intensity(*intensity);
            let words = text.intensity(*intensity);
            let why = closed(glance, *intensity);
            let open = why.is_none();
            let note = why.unwrap_or_else(|| {
                format!(
                    "asks {} % · effort {} · {}",
                    rules.scope, rules.effort, words.text
                )
            });
            OptionRow {
                name: format!("{} {}", dots(*intensity), words.name),
                note,
                open,
                ..OptionRow::default()
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
                ..OptionRow::default()
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
    room: Rect,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let width = room.width;
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
    let dice = format!(
        "{lean} ({}) · more than meant {slip}/36 · as offered {offered} · less {hold}",
        signed(factors.modifier)
    );
    let columns = usize::from(width);
    let name = if DICE.width() + dice.width() <= columns {
        DICE
    } else {
        ""
    };
    let dice = fit_parts(&dice, columns.saturating_sub(name.width()));
    let mut lines = vec![Line::from(vec![
        Span::styled(name, theme.strong),
        Span::styled(dice, theme.text),
    ])];
    // In a small terminal the answers need the row.
    lines.extend(
        (usize::from(room.height) > Response::ALL.len() + 2).then(|| habit(glance, demand, theme)),
    );
    lines.push(answers::head(glance, width, theme));
    for response in Response::ALL {
        match reply_of(glance, demand, *response) {
            Some(reply) => {
                let preview = view.preview(scenario, demand, reply);
                let likely = likely(glance, &preview);
                lines.push(answers::row(glance, reply, &likely, width, theme));
            }
            None => lines.push(answers::closed_row(glance, demand, *response, width, theme)),
        }
    }
    lines
}

/// What is felt as usual in the demand's domain, and how far beyond it the demand goes.
fn habit(glance: &Glance<'_>, demand: Demand, theme: &Theme) -> Line<'static> {
    let (text, scenario) = (glance.text(), glance.scenario());
    let at = scenario.card(demand.card).domain;
    let (domain, name) = (scenario.domain(at), &text.domains[at].name);
    let signal = glance.view.domain(scenario, at).signal > 0;
    let norm = domain.restraint_norm - i64::from(signal);
    let over = (demand.intensity.steps() - norm).max(0) + i64::from(glance.view.place);
    let usual = usize::try_from(domain.restraint_norm).ok();
    let usual = usual.and_then(|place| Intensity::ALL.get(place));
    let usual = usual.map_or("", |usual| text.intensity(*usual).name.as_str());
    let sign = if signal {
        format!(
            " · ◇ a signal of {}’s makes it one step less",
            text.europe_name
        )
    } else {
        String::new()
    };
    let (words, style) = match over {
        0 => ("this is within it".to_owned(), theme.dim),
        1 => ("this is one step beyond it".to_owned(), theme.text),
        steps => (format!("this is {steps} steps beyond it"), theme.text),
    };
    let usual = usual.to_lowercase();
    Line::from(vec![
        Span::styled("The habit: ", theme.strong),
        Span::styled(format!("in {name} up to a {usual}{sign} · {words}"), style),
    ])
}

/// The reply that a response would likely be: to deflect, to the card of the domain that can give most. None
/// where it cannot be given.
fn reply_of(glance: &Glance<'_>, demand: Demand, response: Response) -> Option<Reply> {
    let (view, scenario) = (&glance.view, glance.scenario());
    let menu = view.menu.as_deref().unwrap_or_default();
    let legal = legal_replies(
        scenario,
        view.position(),
        &view.progress,
        menu,
        demand.card,
        demand.intensity,
    );
    let capacity = |reply: &Reply| {
        let domain = reply.instead.map(|card| scenario.card(card).domain);
        domain.map(|domain| view.domain(scenario, domain).capacity)
    };
    let of = legal.filter(|reply| reply.response == response);
    of.max_by_key(capacity)
}

/// What the chances are called where there is room.
const DICE: &str = "The dice: ";
