//! The terms of a demand: how hard it is pressed, what is promised, and what each answer to it would likely do.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

use crate::glance::Glance;
use crate::glance::lines::dots;
use crate::page::decision::Decision;
use crate::page::paper::{heading, lines, options};
use crate::screen::board::option::why_closed;
use crate::screen::board::{card, consequence, effects, stakes};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::{signed, tenths};
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Piece;
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
            let note = match why {
                None => format!("{} % · effort {}", rules.scope, rules.effort),
                Some(_) if *intensity > glance.view.limit => "a side climbed down".to_owned(),
                Some(_) => format!("effort {}: no", rules.effort),
            };
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
            OptionRow {
                name: words.name.clone(),
                note: if rules.price > 0 {
                    format!("costs {}", tenths(rules.price))
                } else {
                    String::new()
                },
                open: true,
                ..OptionRow::default()
            }
        })
        .collect()
}

/// Rows of the two lists beside each other.
const HEIGHT: u16 = 5;

/// Draws the two lists beside each other.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    glance: &Glance<'_>,
    terms: Terms,
    sitting: &Sitting,
) {
    let strong = sitting.theme.strong;
    let intensities = Intensity::ALL.len();
    let halves = [Constraint::Fill(1), Constraint::Fill(1)];
    let width = area.width.min(WIDEST);
    let area = Rect { width, ..area };
    let [left, right] = Layout::horizontal(halves).spacing(2).areas(area);
    let at = lines(
        frame,
        left,
        &[heading("How hard, asking how much?", strong)],
    );
    let rows = intensity_rows(glance);
    // The choice of the other list stays marked while the cursor is in this one.
    let list = OptionList::new(&rows, Some(terms.intensity.index()));
    let list = list.at_rest(terms.row >= intensities);
    options(&list, at, frame.buffer_mut(), sitting);
    let head = heading("What is promised in return?", strong);
    let at = lines(frame, right, &[head]);
    let rows = inducement_rows(glance);
    let list = OptionList::new(&rows, Some(terms.inducement.index())).from(intensities + 1);
    let list = list.at_rest(terms.row < intensities);
    options(&list, at, frame.buffer_mut(), sitting);
}

/// The most columns of the two lists: numbers do not stand far from their names.
const WIDEST: u16 = 110;

/// The page on which the terms of a demand are chosen.
pub fn decision(glance: &Glance<'_>, demand: Demand, from: usize, theme: &Theme) -> Decision {
    let (view, scenario, text) = (&glance.view, glance.scenario(), glance.text());
    let row = |response: &Response| {
        let name = text.response(*response).name.clone();
        let Some(reply) = reply_of(glance, demand, *response) else {
            return ChoiceRow {
                name,
                note: why_closed(glance, demand, *response).to_owned(),
                ..ChoiceRow::default()
            };
        };
        let instead = reply.instead.map(|card| text.cards[card].code.as_str());
        let name = instead.map_or_else(|| name.clone(), |code| format!("{name} → {code}"));
        let preview = view.preview(scenario, demand, reply);
        consequence::row(glance, name, &effects::likely(glance, &preview))
    };
    let mut known = stakes::red_lines(glance, scenario.card(demand.card).domain, theme);
    for part in [
        card::pieces(glance, demand.card, theme),
        stakes::whole(glance, demand, theme),
        vec![consequence::legend(glance)],
    ] {
        known.push(Piece::Gap);
        known.extend(part);
    }
    Decision {
        table: ChoiceTable {
            head: format!("If {} answers", text.client),
            columns: consequence::columns(glance),
            rows: Response::ALL.iter().map(row).collect(),
            looked_at: true,
            from,
            ..ChoiceTable::default()
        },
        own: [HEIGHT + 1, 0],
        does: does(glance, demand, theme),
        known,
        ..Decision::default()
    }
}

/// What the terms of a demand mean, and how the dice lean.
pub fn does(glance: &Glance<'_>, demand: Demand, theme: &Theme) -> Vec<Piece> {
    let (text, scenario) = (glance.text(), glance.scenario());
    let words = text.intensity(demand.intensity);
    let told = closed(glance, demand.intensity).unwrap_or_else(|| words.text.clone());
    let mut pieces = vec![Piece::Text(format!("{}: {told}", words.name))];
    if demand.inducement != Inducement::None {
        let words = text.inducement(demand.inducement);
        let price = tenths(scenario.inducement(demand.inducement).price);
        let words = format!("{}: {} It costs {price} when met.", words.name, words.text);
        pieces.push(Piece::Text(words));
    }
    pieces.push(habit(glance, demand));
    let first = Reply::plain(Response::Accept);
    let preview = glance.view.preview(scenario, demand, first);
    let [slip, offered, hold] = preview.odds;
    let modifier = preview.factors.modifier;
    let lean = match modifier.signum() {
        1 => format!("{} stands firmer", text.client),
        -1 => format!("{} presses harder", text.patron),
        _ => "Both sides are even".to_owned(),
    };
    let client = &text.client;
    pieces.extend([
        Piece::Heading("The dice".to_owned(), theme.strong),
        Piece::Text(format!(
            "{lean} ({} on the roll). Of 36 throws {client} gives more than it meant in {slip}, what it offered in {offered}, less in {hold}.",
            signed(modifier)
        )),
    ]);
    pieces
}

/// What is felt as usual in the demand's domain, and how far beyond it the demand goes.
fn habit(glance: &Glance<'_>, demand: Demand) -> Piece {
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
    let words = match over {
        0 => "this is within it".to_owned(),
        1 => "this is one step beyond it".to_owned(),
        steps => format!("this is {steps} steps beyond it"),
    };
    let usual = usual.to_lowercase();
    Piece::Text(format!(
        "The habit in {name}: up to a {usual}{sign}; {words}."
    ))
}

/// The reply that a response would likely be: to deflect, to the card of the domain that can give most. None
/// where it cannot be given.
pub fn reply_of(glance: &Glance<'_>, demand: Demand, response: Response) -> Option<Reply> {
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
