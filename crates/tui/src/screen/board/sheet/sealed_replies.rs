//! The client's sheet in sealed mode: a reply for each domain, to gentle demands and to hard ones.
//!
//! ```text
//! ┌ Russia decides, sealed ─────────────────────────────────────────────────────┐
//! │                    to a probe or a request    to a pressed demand or worse  │
//! │ › Economy          Accept in part             Stall                         │
//! │   Arctic           Stall                      Refuse                        │
//! │                                                                             │
//! │ 1 Accept  2 Accept, counter-ask  3 Accept in part  4 Stall  5 Deflect …     │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::screen::board::card;
use crate::screen::board::sheet::remarks;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::{fit, pack, pad, wrap};
use unequal_core::engine::action::{SealedReplies, SealedReply, SealedResponse};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Response;
use unequal_core::model::place::{At as _, CardAt, DomainAt};
use unequal_core::model::scenario::BroughtUpBy;
use unequal_session::seal::{fresh_nonce, seal_response};

/// A reply for each domain, gentle and hard.
#[derive(Debug)]
pub struct SealedRepliesSheet {
    replies: Vec<[Cell; 2]>,
    /// The cards that may be given instead, by domain.
    rungs: Vec<Option<CardAt>>,
    walk: Walk,
    column: usize,
}

/// A reply: the response, and for a deflection the card that is given instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    response: Response,
    instead: Option<CardAt>,
}

/// The name of a domain: its short one where the other has no room.
fn domain<'a>(glance: &Glance<'a>, place: usize, columns: usize) -> &'a str {
    let words = &glance.text().domains[DomainAt::new(place)];
    if words.name.width() <= columns {
        &words.name
    } else {
        &words.short
    }
}

/// The card of each domain that is on the menu in any case: the open one that was demanded least often. None
/// where that is given whole or not at all.
fn rungs(glance: &Glance<'_>) -> Vec<Option<CardAt>> {
    let (scenario, progress) = (glance.scenario(), &glance.view.progress);
    let move_index = glance.view.move_number.saturating_sub(1);
    let rung = |domain: DomainAt| {
        let cards = scenario.cards.placed();
        let open = cards.filter(|(at, rules)| {
            rules.domain == domain
                && rules.brought_up_by != BroughtUpBy::Client
                && progress.is_open(scenario, *at, move_index)
        });
        let least = open.min_by_key(|(at, _)| progress.tabled(*at));
        least
            .filter(|(_, rules)| !rules.indivisible)
            .map(|(at, _)| at)
    };
    scenario.domains().map(rung).collect()
}

impl SealedRepliesSheet {
    /// Opens the sheet with a cautious plan to start from.
    pub fn new(glance: &Glance<'_>) -> Self {
        let scenario = glance.scenario();
        let rungs = rungs(glance);
        let replies = scenario.domains().map(|domain| {
            let others = scenario.domains().filter(|other| *other != domain);
            let others = others.filter(|other| rungs[other.index()].is_some());
            let richest = others.max_by_key(|other| glance.view.domain(scenario, *other).capacity);
            let instead = richest.and_then(|other| rungs[other.index()]);
            [Response::Partial, Response::Stall].map(|response| Cell { response, instead })
        });
        let replies = replies.collect();
        Self {
            replies,
            rungs,
            walk: Walk::default(),
            column: 0,
        }
    }

    fn row(&self) -> usize {
        self.walk.chosen(self.replies.len()).unwrap_or(0)
    }

    fn cell_mut(&mut self) -> Option<&mut Cell> {
        let row = self.row();
        self.replies.get_mut(row).map(|row| &mut row[self.column])
    }

    /// Sets a response; to deflect once more names the card of the next domain.
    fn choose(&mut self, place: usize) {
        let Some(response) = Response::ALL.get(place).copied() else {
            return;
        };
        let (row, rungs) = (self.row(), self.rungs.clone());
        let Some(cell) = self.cell_mut() else {
            return;
        };
        if response == Response::Deflect && cell.response == response {
            let other = |(domain, card): (usize, &Option<CardAt>)| card.filter(|_| domain != row);
            let others: Vec<CardAt> = rungs.iter().enumerate().filter_map(other).collect();
            let now = others.iter().position(|card| Some(*card) == cell.instead);
            let next = now.map_or(0, |now| (now + 1) % others.len().max(1));
            cell.instead = others.get(next).copied();
        }
        cell.response = response;
    }

    /// A reply in so many columns; the code of what is given instead is never cut.
    fn words(glance: &Glance<'_>, cell: Cell, columns: usize) -> String {
        let text = glance.text();
        let name = &text.response(cell.response).name;
        match cell.response {
            Response::Deflect => match cell.instead {
                Some(card) => {
                    let code = format!(" → {}", text.cards[card].code);
                    fit(name, columns.saturating_sub(code.width())) + &code
                }
                None => format!("{name}: nothing can be named"),
            },
            _ => name.clone(),
        }
    }

    fn plan(&self, glance: &Glance<'_>) -> SealedResponse {
        let domains = &glance.scenario().domains;
        let reply = |cell: Cell| {
            let deflects = cell.response == Response::Deflect;
            let instead = cell.instead.filter(|_| deflects);
            // Without a card to name there is nothing to deflect to.
            let response = if deflects && instead.is_none() {
                Response::Partial
            } else {
                cell.response
            };
            SealedReply {
                response,
                instead: instead.map(|card| glance.scenario().card(card).id.clone()),
                ask: None,
            }
        };
        SealedResponse {
            replies: domains
                .iter()
                .zip(&self.replies)
                .map(|(domain, [gentle, hard])| SealedReplies {
                    domain: domain.id.clone(),
                    gentle: reply(*gentle),
                    hard: reply(*hard),
                })
                .collect(),
        }
    }
}

impl Page for SealedRepliesSheet {
    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Confirm.hint("to the reasons"),
            Command::Pick(1).hint("to 7 response"),
            Command::Up.hint("domain"),
            Command::Right.hint("gentle, hard"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("{} decides, sealed", glance.text().client);
        let inner = paper(frame, area, &title, (FULL.0, 22), theme);
        let width = usize::from(inner.width);
        let name = 16.min(width / 4);
        let half = width.saturating_sub(name + 5) / 2;
        let head = format!(
            "  {}  {} {}",
            pad("", name),
            pad("to a probe or a request", half),
            fit("to pressure or an ultimatum", half)
        );
        let mut rows = vec![heading(&head, theme.dim)];
        for (place, cells) in self.replies.iter().enumerate() {
            let here = place == self.row();
            let mut spans = vec![
                Span::styled(if here { "› " } else { "  " }, theme.accent),
                Span::styled(pad(domain(&glance, place, name), name), theme.text),
                Span::raw("  "),
            ];
            for (column, cell) in cells.iter().enumerate() {
                let style = if here && column == self.column {
                    theme.client.patch(theme.selected)
                } else {
                    theme.client
                };
                let words = Self::words(&glance, *cell, half);
                spans.push(Span::styled(pad(&words, half), style));
                spans.push(Span::raw(" "));
            }
            rows.push(Line::from(spans));
        }
        let spots = inner.rows().skip(1).enumerate();
        sitting.mark_rows(spots.take(self.replies.len()));
        let mut at = lines(frame, inner, &rows);
        at = below(at, 1);
        let keys: Vec<String> = Response::ALL
            .iter()
            .map(|response| {
                format!(
                    "{} {}",
                    response.index() + 1,
                    glance.text().response(*response).name
                )
            })
            .collect();
        for line in pack(&keys, "   ", width) {
            at = lines(frame, at, &[heading(&line, theme.accent)]);
        }
        at = below(at, 1);
        let words = "5 once more: another card is given instead. What turns out not to be open becomes the next of \
                     accept, conditions, in part and stall that is. Nobody sees this before both sides are revealed.";
        for line in wrap(words, width) {
            at = lines(frame, at, &[heading(&line, theme.dim)]);
        }
        let chosen = self.replies.get(self.row()).map(|row| row[self.column]);
        let instead = chosen.filter(|cell| cell.response == Response::Deflect);
        if let Some(card) = instead.and_then(|cell| cell.instead) {
            let title = card::title(&glance, card);
            lines(frame, below(at, 1), &[heading(&title, theme.client)]);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm => {
                let Some(glance) = look(sitting) else {
                    return Then::Close;
                };
                let plan = seal_response(self.plan(&glance), fresh_nonce());
                let words = format!("{} seals its replies", glance.text().client);
                return Then::Open(remarks::open_sealed(sitting, Seat::Client, plan, words));
            }
            Command::Left | Command::Right | Command::NextField | Command::PreviousField => {
                self.column = 1 - self.column;
            }
            Command::Pick(number) => self.choose(usize::from(number.saturating_sub(1))),
            other => {
                self.walk.follow(other, self.replies.len(), None);
            }
        }
        Then::Stay
    }
}
