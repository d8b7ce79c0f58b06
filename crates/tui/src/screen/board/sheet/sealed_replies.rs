//! The client's sheet in sealed mode: a reply for each domain, to gentle demands and to hard ones.
//!
//! ```text
//! ┌ Russia decides, sealed ─────────────────────────────────────────────────────┐
//! │                    to a probe or a request    to pressure or an ultimatum   │
//! │ › Economy          Accept in part             Stall                         │
//! │   Arctic           Stall                      Refuse                        │
//! │                                                                             │
//! │ To a request of EC1           stab. trust resent. auton. endur. strain      │
//! │   1 Accept                       −2    −1      +3     −3     −4     +8      │
//! │ • 3 Accept in part               −1    −1      +2     −2     −2     +6      │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::glance::{Glance, lines, look};
use crate::page::decision::Decision;
use crate::page::paper::{WHOLE, heading, lines, paper};
use crate::page::{Page, Then};
use crate::screen::board::sheet::remarks;
use crate::screen::board::{card, consequence, effects, stakes};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::fit::{fit, pad};
use crate::widget::prose::Piece;
use unequal_core::engine::action::{SealedReplies, SealedReply, SealedResponse};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Demand, Inducement, Intensity, Reply, Response};
use unequal_core::model::place::{At as _, CardAt, DomainAt};
use unequal_core::model::scenario::BroughtUpBy;
use unequal_session::seal::{fresh_nonce, seal_response};

/// A reply for each domain, gentle and hard.
#[derive(Debug)]
pub struct SealedRepliesSheet {
    replies: Vec<[Cell; 2]>,
    /// The cards that may be given instead, by domain.
    rungs: Vec<Option<CardAt>>,
    /// The card of each domain that is asked for first.
    asked: Vec<Option<CardAt>>,
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

/// The card of each domain that is on the menu in any case: the open one that was demanded least often.
fn asked(glance: &Glance<'_>) -> Vec<Option<CardAt>> {
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
        least.map(|(at, _)| at)
    };
    scenario.domains().map(rung).collect()
}

impl SealedRepliesSheet {
    /// Opens the sheet with a cautious plan to start from.
    pub fn new(glance: &Glance<'_>) -> Self {
        let scenario = glance.scenario();
        let asked = asked(glance);
        // What is given whole or not at all cannot be given instead.
        let whole = |at: &CardAt| scenario.card(*at).indivisible;
        let rungs: Vec<_> = asked.iter().map(|at| at.filter(|at| !whole(at))).collect();
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
            asked,
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

impl SealedRepliesSheet {
    /// The reply under the cursor, and a demand that it would be given to: the card of its domain that is asked
    /// for first, gently or hard.
    fn under(&self) -> Option<(Cell, Option<Demand>)> {
        let row = self.row();
        let cell = self.replies.get(row)?[self.column];
        let card = self.asked.get(row).copied().flatten();
        let demand = card.map(|card| Demand {
            card,
            intensity: [Intensity::Request, Intensity::Press][self.column],
            inducement: Inducement::None,
        });
        Some((cell, demand))
    }

    /// All responses to a demand as a table, that of a cell chosen.
    fn table(glance: &Glance<'_>, cell: Cell, demand: Option<Demand>) -> ChoiceTable {
        let text = glance.text();
        let row = |response: &Response| {
            let name = text.response(*response).name.clone();
            let deflects = *response == Response::Deflect;
            let instead = cell.instead.filter(|_| deflects);
            let reply = match (deflects, instead) {
                (true, Some(card)) => Some(Reply::deflect(card)),
                (true, None) => None,
                (false, _) => Some(Reply::plain(*response)),
            };
            match (demand, reply) {
                (Some(demand), Some(reply)) => {
                    let preview = glance.view.preview(glance.scenario(), demand, reply);
                    consequence::row(glance, name, &effects::likely(glance, &preview))
                }
                _ => ChoiceRow {
                    name,
                    open: true,
                    ..ChoiceRow::default()
                },
            }
        };
        let head = demand.map_or_else(String::new, |demand| {
            let asks = text.intensity(demand.intensity).name.to_lowercase();
            format!("To “{asks}” of {}", text.cards[demand.card].code)
        });
        ChoiceTable {
            head,
            columns: consequence::columns(glance),
            rows: Response::ALL.iter().map(row).collect(),
            chosen: Some(cell.response.index()),
            rests: true,
            fixed: true,
            ..ChoiceTable::default()
        }
    }

    fn decision(&self, glance: &Glance<'_>, theme: &Theme) -> Decision {
        let words = "Nobody sees this before both sides are revealed.";
        let head = vec![Piece::Aside(words.to_owned())];
        let Some((cell, demand)) = self.under() else {
            return Decision {
                head,
                ..Decision::default()
            };
        };
        let words = glance.text().response(cell.response);
        let mut does = vec![Piece::Text(words.text.clone())];
        if let Some(card) = cell.instead.filter(|_| cell.response == Response::Deflect) {
            does.push(Piece::Heading(lines::card(glance, card), theme.client));
            let again = "5 once more: another card is given instead.";
            does.push(Piece::Aside(again.to_owned()));
        }
        let closed = "What turns out not to be open becomes the next of accept, conditions, in part and stall that is.";
        let mut known = vec![Piece::Text(closed.to_owned()), Piece::Gap];
        known.extend(stakes::red_lines(glance, DomainAt::new(self.row()), theme));
        known.push(Piece::Gap);
        if let Some(demand) = demand {
            does.push(Piece::Gap);
            does.extend(stakes::what_may_follow(
                glance,
                demand,
                cell.response,
                theme,
            ));
            let title = lines::card(glance, demand.card);
            known.push(Piece::Heading(title, theme.patron));
            known.extend(card::pieces(glance, demand.card, theme));
            known.push(Piece::Gap);
        }
        known.push(consequence::legend(glance));
        let rows = u16::try_from(self.replies.len()).unwrap_or(u16::MAX);
        Decision {
            head,
            table: Self::table(glance, cell, demand),
            own: [rows.saturating_add(1), 0],
            does,
            known,
            ..Decision::default()
        }
    }

    /// Draws the replies, domain by domain.
    fn draw_replies(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let width = usize::from(area.width.min(WIDEST));
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
                Span::styled(pad(domain(glance, place, name), name), theme.text),
                Span::raw("  "),
            ];
            for (column, cell) in cells.iter().enumerate() {
                let style = if here && column == self.column {
                    theme.client.patch(theme.selected)
                } else {
                    theme.client
                };
                let words = Self::words(glance, *cell, half);
                spans.push(Span::styled(pad(&words, half), style));
                spans.push(Span::raw(" "));
            }
            rows.push(Line::from(spans));
        }
        let spots = area.rows().skip(1).enumerate();
        sitting.mark_rows(spots.take(self.replies.len()));
        lines(frame, area, &rows);
    }
}

/// The most columns of the replies: they do not stand far from their domains.
const WIDEST: u16 = 110;

impl Page for SealedRepliesSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![
            Command::Confirm.hint("reasons"),
            Command::Pick(1).hint("to 7 response"),
            Command::Up.hint("domain"),
            Command::Right.hint("column"),
        ];
        let decision = look(sitting).map(|glance| self.decision(&glance, &sitting.theme));
        let goes_on = decision.is_some_and(|decision| decision.text(sitting).beyond > 0);
        hints.extend(goes_on.then(|| Command::PageDown.hint("read on")));
        hints.push(Command::Back.into());
        hints
    }

    fn takes_screen(&self) -> bool {
        true
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("{} decides, sealed", glance.text().client);
        let inner = paper(frame, area, &title, WHOLE, theme);
        let decision = self.decision(&glance, theme);
        decision.draw(frame, inner, self.walk.scroll(), &glance, sitting);
        let [own, _] = decision.laid_out(inner, theme).own;
        self.draw_replies(frame, own, &glance, sitting);
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
                let decision = look(sitting).map(|glance| self.decision(&glance, &sitting.theme));
                let text = decision.map(|decision| decision.text(sitting));
                self.walk.follow(other, self.replies.len(), text);
            }
        }
        Then::Stay
    }
}
