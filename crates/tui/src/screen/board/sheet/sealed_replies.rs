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
//!
//! A number chooses the response of the reply under the cursor; 8 goes to a line for own words, of which that response is
//! then the one that they come nearest to.

mod shown;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::paper::{WHOLE, paper};
use crate::page::{Page, Then};
use crate::screen::board::sheet::remarks;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::walk::Walk;
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
    /// The card of each domain that is asked for first.
    asked: Vec<Option<CardAt>>,
    /// Own words of each reply.
    words: Vec<[LineField; 2]>,
    /// Whether own words are typed.
    types: bool,
    walk: Walk,
    column: usize,
}

/// Characters that own words may have.
const LONGEST: usize = 400;

/// A reply: the response, and for a deflection the card that is given instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    response: Response,
    instead: Option<CardAt>,
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
    pub fn new(sitting: &Sitting, glance: &Glance<'_>) -> Self {
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
        let line = |domain: &str, how: &str| {
            let prefix = draft_prefix(Seat::Client, "commit");
            let name = format!("{prefix}{domain}-{how}-words");
            LineField::new(LONGEST)
                .with_value(&sitting.draft(&name))
                .with_draft(&name)
                .with_placeholder("as you would say it to the other side; empty: none")
        };
        let domains = scenario.domains.iter();
        let words = domains.map(|domain| ["gentle", "hard"].map(|how| line(&domain.id, how)));
        Self {
            replies,
            words: words.collect(),
            types: false,
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

    /// What was typed in own words for a reply.
    fn typed(&self, row: usize, column: usize) -> Option<&str> {
        let words = self.words.get(row)?[column].text().trim();
        (!words.is_empty()).then_some(words)
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

    fn plan(&self, glance: &Glance<'_>) -> SealedResponse {
        let domains = &glance.scenario().domains;
        let reply = |row: usize, column: usize| {
            let cell = self.replies[row][column];
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
                words: self.typed(row, column).map(str::to_owned),
            }
        };
        SealedResponse {
            replies: domains
                .iter()
                .zip(0..self.replies.len())
                .map(|(domain, row)| SealedReplies {
                    domain: domain.id.clone(),
                    gentle: reply(row, 0),
                    hard: reply(row, 1),
                })
                .collect(),
        }
    }
}

impl Page for SealedRepliesSheet {
    fn layer(&self) -> Layer {
        if self.types {
            Layer::Line
        } else {
            Layer::Sheet
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        let (row, column) = (self.row(), self.column);
        let words = self.words.get_mut(row).filter(|_| self.types)?;
        Some(&mut words[column])
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        if self.types {
            return vec![Command::Confirm.hint("so it reads"), Command::Back.into()];
        }
        let mut hints = vec![
            Command::Confirm.hint("reasons"),
            Command::Pick(1).hint("to 8 response"),
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
        let [own, below] = decision.laid_out(inner, theme).own;
        self.draw_replies(frame, own, &glance, sitting);
        self.draw_words(frame, below, theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back | Command::Confirm if self.types => self.types = false,
            _ if self.types => {}
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
            Command::Pick(number) if usize::from(number) > Response::ALL.len() => {
                self.types = !self.words.is_empty();
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
