//! The patron's sheet: a card of the menu, how hard it is pressed, and what is promised; or the client's offer.
//!
//! ```text
//! ┌ What does China do? · effort 3 ────────────────────┐   ┌ EC4 Fixed-formula crude discount ────────────┐
//! │ › 1 EC4 Fixed-formula crude discount  Economy firm │   │ How hard?                                    │
//! │   2 AR1 A mapped seabed …             Arctic  mild │ → │ › 2 ●○○ Request   asks 65 % · effort 1       │
//! │   3 Take up the offer: AR3 … for credit            │   │ What is promised in return?                  │
//! │   4 Hold                                           │   │   5 None                                     │
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
use crate::screen::board::choices::{Choice, playable};
use crate::screen::board::option::row;
use crate::screen::board::sheet::afterwards::Afterwards;
use crate::screen::board::sheet::remarks;
use crate::screen::board::sheet::terms::{self, Terms};
use crate::screen::board::{card, opening};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::{Text, Walk};
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Piece;
use unequal_core::engine::action::{Action, NamedDemand, SealedDemand};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Demand;
use unequal_core::model::place::CardAt;
use unequal_session::seal::{fresh_nonce, seal_demand};
use unequal_session::telling::demand_words;

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

/// What the patron may do with its move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// Take up the offer.
    TakeUp,
    /// Table a card.
    Card(CardAt),
    /// Ask for nothing.
    Hold,
}

/// What does the patron ask for?
#[derive(Debug)]
pub struct DemandSheet {
    sealed: bool,
    deeds: Vec<Deed>,
    walk: Walk,
    terms: Terms,
    /// Sealed: what follows.
    after: Afterwards,
    step: Step,
}

/// Rows of the two lists of terms, the preview under them, and a free line.
const TERMS_HEIGHT: u16 = 22;

impl DemandSheet {
    /// Opens the sheet, at a card or at the first line.
    pub fn new(glance: &Glance<'_>, card: Option<CardAt>) -> Self {
        let take_up = glance.view.offer_waits.then_some(Deed::TakeUp);
        let cards = playable(glance).into_iter().map(Deed::Card);
        let deeds: Vec<Deed> = take_up
            .into_iter()
            .chain(cards)
            .chain([Deed::Hold])
            .collect();
        let wanted = card.map(Deed::Card);
        let place = deeds.iter().position(|deed| Some(*deed) == wanted);
        Self {
            sealed: glance.view.options.sealed,
            walk: Walk::at(place.unwrap_or(0)),
            deeds,
            terms: Terms::within(glance),
            after: Afterwards::default(),
            step: if place.is_some() {
                Step::Terms
            } else {
                Step::Card
            },
        }
    }

    /// Opens the sheet at the offer that lies on the table.
    pub fn at_the_offer(glance: &Glance<'_>) -> Self {
        Self::new(glance, None)
    }

    fn deed(&self) -> Deed {
        let place = self.walk.chosen(self.deeds.len());
        place.map_or(Deed::Hold, |place| self.deeds[place])
    }

    fn card(&self) -> Option<CardAt> {
        match self.deed() {
            Deed::Card(card) => Some(card),
            Deed::TakeUp | Deed::Hold => None,
        }
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
            card: glance.scenario().card(card).id.clone(),
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
        let take_up = self.deed() == Deed::TakeUp;
        if self.sealed {
            let text = glance.text();
            let words = match &named {
                Some(named) => demand_words(glance.place.deck(), named),
                None if take_up => format!("{} takes up the offer", text.patron),
                None => format!("{} asks for nothing", text.patron),
            };
            let plan = SealedDemand {
                take_up,
                demand: named,
                if_met: self.after.if_met,
                if_defied: self.after.if_defied,
            };
            let plan = seal_demand(plan, fresh_nonce());
            return Then::Open(remarks::open_sealed(sitting, Seat::Patron, plan, words));
        }
        let action = match named {
            Some(named) => Action::Demand {
                card: named.card,
                intensity: named.intensity,
                inducement: named.inducement,
            },
            None if take_up => Action::TakeUp,
            None => Action::Hold,
        };
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
                let closed =
                    look(sitting).and_then(|glance| terms::closed(&glance, self.terms.intensity));
                if let Some(why) = closed {
                    sitting.say(Tone::Trouble, why);
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
                self.walk.follow(command, self.deeds.len(), text);
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
            Step::Afterwards => self.after.follow(command),
        }
    }

    /// How long the card's text is, as the terminal is now.
    fn text(&self, sitting: &Sitting) -> Option<Text> {
        let glance = look(sitting)?;
        let reading = self.reading(inside(sitting, FULL), &glance, &sitting.theme)?;
        Some(reading.text())
    }

    /// Rows that the list of cards gets.
    fn list_height(&self, inner: Rect) -> u16 {
        let rows = u16::try_from(self.deeds.len()).unwrap_or(u16::MAX);
        rows.min(inner.height * 2 / 5).max(3).min(inner.height)
    }

    /// The text of the card or of the offer, where there is room for it.
    fn reading(&self, inner: Rect, glance: &Glance<'_>, theme: &Theme) -> Option<Reading> {
        let above = match self.step {
            Step::Card => self.list_height(inner) + 2,
            Step::Terms => TERMS_HEIGHT,
            Step::Afterwards => return None,
        };
        let place = below(inner, above);
        let pieces = match (self.deed(), glance.view.open_offer()) {
            (Deed::Card(card), _) => card::pieces(glance, card, theme),
            (Deed::TakeUp, Some(offer)) => opening::offer(glance, offer, theme),
            (Deed::TakeUp, None) => Vec::new(),
            (Deed::Hold, _) => vec![Piece::Text(glance.text().hold.text.clone())],
        };
        let reading = Reading::new(&pieces, place, theme);
        (place.height > 2).then_some(reading)
    }

    fn draw_cards(
        &self,
        frame: &mut Frame<'_>,
        inner: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let choice = |deed: &Deed| match deed {
            Deed::TakeUp => Choice::TakeUp,
            Deed::Card(card) => Choice::Card(*card),
            Deed::Hold => Choice::Hold,
        };
        let rows = self.deeds.iter().map(|deed| row(glance, &choice(deed)));
        let rows: Vec<OptionRow> = rows.collect();
        let height = self.list_height(inner);
        let place = Rect { height, ..inner };
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, place, frame.buffer_mut(), sitting);
        let rest = below(inner, height + 1);
        if let Some(card) = self.card() {
            let title = card::title(glance, card);
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
            let told = terms::preview(glance, demand, rest, &sitting.theme);
            lines(frame, rest, &told);
        }
    }
}

impl Page for DemandSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let next = match self.step {
            Step::Card if self.deed() == Deed::TakeUp => "take it up",
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
                let does = if glance.view.offer_waits {
                    "do"
                } else {
                    "ask for"
                };
                format!(
                    "What does {} {does}? · effort {effort}",
                    glance.text().patron
                )
            }
            (Step::Terms, Some(card)) => {
                format!("{} · effort {effort}", card::title(&glance, card))
            }
            (Step::Afterwards, Some(card)) => {
                format!("{} · what follows", card::title(&glance, card))
            }
        };
        let inner = paper(frame, area, &title, FULL, &sitting.theme);
        match self.step {
            Step::Card => self.draw_cards(frame, inner, &glance, sitting),
            Step::Terms => self.draw_terms(frame, inner, &glance, sitting),
            Step::Afterwards => self.after.draw(frame, inner, &glance, sitting),
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
                self.walk.go(self.deeds.len() - 1);
            }
            other => {
                let text = self.text(sitting);
                self.go(other, text);
            }
        }
        Then::Stay
    }
}
