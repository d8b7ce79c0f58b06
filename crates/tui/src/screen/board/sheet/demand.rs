//! The patron's sheet: a card from the hand, how hard it is pressed, and what is promised.
//!
//! ```text
//! ┌ What does China ask for? ──────────────────────────┐   ┌ EC4 Fixed-formula crude discount ────────────┐
//! │ › 1 EC4 Fixed-formula crude discount  Economy firm │   │ How hard?                                    │
//! │   2 AR1 A mapped seabed …             Arctic  mild │ → │ › 2 ●○○ Request   asks 65 % · effort 1       │
//! │   3 Hold                                           │   │ What is promised in return?                  │
//! │                                                    │   │   5 None                                     │
//! │ “Winter prices show what the market bears …”       │   │ The dice: −2 on the roll, China presses …    │
//! └────────────────────────────────────────────────────┘   └──────────────────────────────────────────────┘
//! ```
//!
//! In sealed mode a third step decides beforehand what follows, met or defied.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::notice::Tone;
use crate::page::paper::{FULL, Reading, below, heading, inside, lines, options, paper};
use crate::page::{Page, Then};
use crate::screen::board::choices::{Choice, playable, row};
use crate::screen::board::on_table;
use crate::screen::board::sheet::remarks;
use crate::screen::board::sheet::terms::{self, Terms};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::{Text, Walk};
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_core::engine::action::{Action, NamedDemand, SealedDemand};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::FollowUp;
use unequal_core::model::contest::Demand;
use unequal_core::model::place::CardAt;
use unequal_session::seal::{fresh_nonce, seal_demand};

/// Where the patron is in deciding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Which card.
    Card,
    /// On which terms.
    Terms,
    /// Sealed: what follows.
    Afterwards,
}

/// What does the patron ask for?
#[derive(Debug)]
pub struct DemandSheet {
    sealed: bool,
    cards: Vec<CardAt>,
    /// Among the cards; the line after the last is to hold.
    walk: Walk,
    terms: Terms,
    /// Sealed: the follow-ups if met and if defied.
    after: [FollowUp; 2],
    /// Sealed: which of the two is being chosen.
    after_row: usize,
    step: Step,
}

/// Rows of the two lists of terms, the preview under them, and a free line.
const TERMS_HEIGHT: u16 = 21;
const IF_MET: [FollowUp; 2] = [FollowUp::Pocket, FollowUp::Reward];
const IF_DEFIED: [FollowUp; 3] = [FollowUp::Pocket, FollowUp::Punish, FollowUp::BackDown];

impl DemandSheet {
    /// Opens the sheet, at a card or at the first.
    pub fn new(glance: &Glance<'_>, card: Option<CardAt>) -> Self {
        let cards = playable(glance);
        let place = card.and_then(|card| cards.iter().position(|other| *other == card));
        Self {
            sealed: glance.view.options.sealed,
            walk: Walk::at(place.unwrap_or(0)),
            cards,
            terms: Terms::default(),
            after: [FollowUp::Pocket, FollowUp::Punish],
            after_row: 0,
            step: if place.is_some() {
                Step::Terms
            } else {
                Step::Card
            },
        }
    }

    fn card(&self) -> Option<CardAt> {
        let place = self.walk.chosen(self.cards.len() + 1)?;
        self.cards.get(place).copied()
    }

    fn demand(&self) -> Option<Demand> {
        Some(Demand {
            card: self.card()?,
            intensity: self.terms.intensity,
            inducement: self.terms.inducement,
        })
    }

    fn named(&self, glance: &Glance<'_>) -> Option<NamedDemand> {
        let card = self.card()?;
        Some(NamedDemand {
            card: glance.scenario().cards[card].id.clone(),
            intensity: self.terms.intensity,
            inducement: self.terms.inducement,
        })
    }

    /// Goes on to the reasons.
    fn finish(&self, sitting: &Sitting) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let named = self.named(&glance);
        if self.sealed {
            let words = match &named {
                Some(named) => unequal_session::telling::demand_words(glance.place.deck(), named),
                None => format!("{} asks for nothing", glance.text().patron),
            };
            let plan = SealedDemand {
                demand: named,
                if_met: self.after[0],
                if_defied: self.after[1],
            };
            let plan = seal_demand(plan, fresh_nonce());
            return Then::Open(remarks::open_sealed(sitting, Seat::Patron, plan, words));
        }
        let action = named.map_or(Action::Hold, |named| Action::Demand {
            card: named.card,
            intensity: named.intensity,
            inducement: named.inducement,
        });
        Then::Open(remarks::open(sitting, Seat::Patron, action))
    }

    fn forward(&mut self, sitting: &mut Sitting) -> Then {
        match self.step {
            Step::Card if self.card().is_none() => self.finish(sitting),
            Step::Card => {
                self.step = Step::Terms;
                Then::Stay
            }
            Step::Terms => {
                let short = look(sitting)
                    .is_some_and(|glance| !terms::affordable(&glance, self.terms.intensity));
                if short {
                    sitting.say(
                        Tone::Trouble,
                        "There is not enough effort left to press so hard.",
                    );
                    return Then::Stay;
                }
                if self.sealed {
                    self.step = Step::Afterwards;
                    return Then::Stay;
                }
                self.finish(sitting)
            }
            Step::Afterwards => self.finish(sitting),
        }
    }

    fn go(&mut self, command: Command, text: Option<Text>) {
        match self.step {
            Step::Card => {
                self.walk.follow(command, self.cards.len() + 1, text);
            }
            _ if self.walk.follow_text(command, text) => {}
            Step::Terms => {
                let mut rows = Walk::at(self.terms.row);
                if rows.follow(command, terms::ROWS, None) {
                    self.terms.go_to(rows.chosen(terms::ROWS).unwrap_or(0));
                } else if matches!(
                    command,
                    Command::NextField | Command::PreviousField | Command::Left | Command::Right
                ) {
                    self.terms.switch();
                }
            }
            Step::Afterwards => {
                let count = IF_MET.len() + IF_DEFIED.len();
                let mut rows = Walk::at(self.after_row);
                if rows.follow(command, count, None) {
                    self.go_after(rows.chosen(count).unwrap_or(0));
                }
            }
        }
    }

    /// How long the card's text is, as the terminal is now.
    fn text(&self, sitting: &Sitting) -> Option<Text> {
        let glance = look(sitting)?;
        let reading = self.reading(inside(sitting, FULL), &glance, &sitting.theme)?;
        Some(reading.text())
    }

    fn go_after(&mut self, row: usize) {
        self.after_row = row;
        match row.checked_sub(IF_MET.len()) {
            None => self.after[0] = IF_MET[row],
            Some(place) => self.after[1] = IF_DEFIED[place],
        }
    }

    /// Rows that the list of cards gets.
    fn list_height(&self, inner: Rect) -> u16 {
        let rows = u16::try_from(self.cards.len() + 1).unwrap_or(u16::MAX);
        rows.min(inner.height * 2 / 5).max(3).min(inner.height)
    }

    /// The card's text, where there is room for it.
    fn reading(&self, inner: Rect, glance: &Glance<'_>, theme: &Theme) -> Option<Reading> {
        let card = self.card()?;
        let above = match self.step {
            Step::Card => self.list_height(inner) + 2,
            Step::Terms => TERMS_HEIGHT,
            Step::Afterwards => return None,
        };
        let place = below(inner, above);
        let reading = Reading::new(&on_table::card(glance, card, theme), place, theme);
        (place.height > 2).then_some(reading)
    }

    fn draw_cards(
        &self,
        frame: &mut Frame<'_>,
        inner: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let mut rows: Vec<OptionRow> = self
            .cards
            .iter()
            .map(|card| row(glance, &Choice::Card(*card)))
            .collect();
        rows.push(row(glance, &Choice::Hold));
        let height = self.list_height(inner);
        let place = Rect { height, ..inner };
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, place, frame.buffer_mut(), sitting);
        let rest = below(inner, height + 1);
        if let Some(card) = self.card() {
            let title = on_table::card_title(glance, card);
            lines(frame, rest, &[heading(&title, sitting.theme.patron)]);
        }
    }

    fn draw_terms(
        &self,
        frame: &mut Frame<'_>,
        inner: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let rest = terms::draw(frame, inner, glance, self.terms, sitting);
        if let Some(demand) = self.demand() {
            let told = terms::preview(glance, demand, rest.width, &sitting.theme);
            lines(frame, rest, &told);
        }
    }

    fn draw_after(
        &self,
        frame: &mut Frame<'_>,
        inner: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let text = glance.text();
        let list = |choices: &[FollowUp]| -> Vec<OptionRow> {
            choices
                .iter()
                .map(|choice| OptionRow {
                    name: text.follow_up(*choice).name.clone(),
                    note: text.follow_up(*choice).text.clone(),
                    open: true,
                })
                .collect()
        };
        let mut at = inner;
        let groups = [
            ("If at least half is given", list(&IF_MET), self.after[0], 1),
            (
                "If less is given",
                list(&IF_DEFIED),
                self.after[1],
                IF_MET.len() + 1,
            ),
        ];
        for (words, rows, chosen, first) in groups {
            at = lines(frame, at, &[heading(words, theme.strong)]);
            let place = rows
                .iter()
                .position(|row| row.name == text.follow_up(chosen).name);
            let height = u16::try_from(rows.len()).unwrap_or(0);
            let here = (first - 1..first - 1 + rows.len()).contains(&self.after_row);
            let list = OptionList::new(&rows, place).from(first).at_rest(!here);
            let spot = Rect {
                height: height.min(at.height),
                ..at
            };
            options(&list, spot, frame.buffer_mut(), sitting);
            at = below(at, height + 1);
        }
        let words = "Where the choice turns out not to be open, the answer is pocketed, or else the demand is withdrawn.";
        for line in crate::widget::fit::wrap(words, usize::from(at.width)) {
            at = lines(frame, at, &[heading(&line, theme.dim)]);
        }
    }
}

impl Page for DemandSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let next = match self.step {
            Step::Card if self.card().is_none() => "hold",
            Step::Card => "choose",
            Step::Terms if !self.sealed => "to the reasons",
            Step::Terms => "then what follows",
            Step::Afterwards => "to the reasons",
        };
        let mut hints = vec![Command::Confirm.hint(next), Command::Up.hint("choose")];
        if self.step == Step::Terms {
            hints.push(Command::NextField.hint("other list"));
        }
        if self.text(sitting).is_some_and(|text| text.beyond > 0) {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let effort = glance.view.effort.unwrap_or(0);
        let title = match (self.step, self.card()) {
            (Step::Card, _) | (_, None) => {
                format!(
                    "What does {} ask for? · effort {effort}",
                    glance.text().patron
                )
            }
            (Step::Terms, Some(card)) => {
                format!("{} · effort {effort}", on_table::card_title(&glance, card))
            }
            (Step::Afterwards, Some(card)) => {
                format!("{} · what follows", on_table::card_title(&glance, card))
            }
        };
        let inner = paper(frame, area, &title, FULL, &sitting.theme);
        match self.step {
            Step::Card => self.draw_cards(frame, inner, &glance, sitting),
            Step::Terms => self.draw_terms(frame, inner, &glance, sitting),
            Step::Afterwards => self.draw_after(frame, inner, &glance, sitting),
        }
        if let Some(reading) = self.reading(inner, &glance, &sitting.theme) {
            reading.draw(frame, self.walk.scroll(), &sitting.theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => match self.step {
                Step::Card => return Then::Close,
                Step::Terms => self.step = Step::Card,
                Step::Afterwards => self.step = Step::Terms,
            },
            Command::Confirm => return self.forward(sitting),
            Command::Hold => {
                self.step = Step::Card;
                self.walk.go(self.cards.len());
            }
            other => {
                let text = self.text(sitting);
                self.go(other, text);
            }
        }
        Then::Stay
    }
}
