//! The patron's page: a card of the menu, how hard it is pressed, and what is promised; or the client's offer.
//!
//! ```text
//! ┌ What does China ask for? · effort 3 ───────────────┐   ┌ EC4 Fixed-formula crude discount ────────────┐
//! │ If Russia accepts a request     stab. trust …      │   │ How hard?             What is promised?      │
//! │ › 1 EC4 Fixed-formula crude …      −2    −1        │   │ › 2 ●○○ Request       • 5 None               │
//! │   2 AR1 A mapped seabed …         !−5    −2        │ → │                                              │
//! │   3 Take up the offer             ✓+3   ✓+2        │   │ If Russia answers     stab. trust …          │
//! │   4 Hold                           +1    +1        │   │ Accept                   −2    −1            │
//! │ “Winter prices show what the market bears …”       │   │ What the dice may make of it …               │
//! └────────────────────────────────────────────────────┘   └──────────────────────────────────────────────┘
//! ```
//!
//! In sealed mode a third step decides beforehand what follows, met or defied.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::{Glance, lines, look};
use crate::notice::Tone;
use crate::page::decision::Decision;
use crate::page::paper::{WHOLE, paper};
use crate::page::{Page, Then};
use crate::screen::board::choices::playable;
use crate::screen::board::sheet::afterwards::Afterwards;
use crate::screen::board::sheet::menu::{self, Deed};
use crate::screen::board::sheet::remarks;
use crate::screen::board::sheet::terms::{self, Terms};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
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

/// What does the patron ask for?
#[derive(Debug)]
pub struct DemandSheet {
    sealed: bool,
    deeds: Vec<Deed>,
    walk: Walk,
    /// In the tables of the steps behind the first, each read from its beginning.
    beside: Walk,
    terms: Terms,
    /// Sealed: what follows.
    after: Afterwards,
    step: Step,
}

impl DemandSheet {
    /// Opens the sheet, at a card or at the first line: all that could be asked for lies side by side first.
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
            beside: Walk::default(),
            deeds,
            terms: Terms::within(glance),
            after: Afterwards::default(),
            step: Step::Card,
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
        let does = match self.demand() {
            Some(demand) => terms::does(&glance, demand, &sitting.theme),
            None => menu::told(&glance, self.deed(), &sitting.theme),
        };
        Then::Open(remarks::open(sitting, Seat::Patron, action, does))
    }

    fn forward(&mut self, sitting: &mut Sitting) -> Then {
        self.beside = Walk::default();
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

    fn go(&mut self, command: Command, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let decision = self.decision(&glance, &sitting.theme);
        match self.step {
            Step::Card => {
                decision.follow(&mut self.walk, command, sitting);
            }
            _ if decision.follow_beside(&mut self.beside, command, sitting) => {}
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

    /// The page as it is in this step.
    fn decision(&self, glance: &Glance<'_>, theme: &Theme) -> Decision {
        match (self.step, self.demand()) {
            (Step::Terms, Some(demand)) => {
                let from = self.beside.column();
                terms::decision(glance, demand, from, theme)
            }
            (Step::Afterwards, Some(demand)) => self.after.decision(glance, demand, theme),
            _ => {
                let intensity = self.terms.intensity;
                menu::decision(glance, (&self.deeds, self.walk), intensity, theme)
            }
        }
    }
}

impl Page for DemandSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let next = match self.step {
            Step::Card if self.deed() == Deed::TakeUp => "take it up",
            Step::Card if self.card().is_none() => "hold",
            Step::Card => "how hard",
            Step::Terms if !self.sealed => "to the reasons",
            Step::Terms => "then what follows",
            Step::Afterwards => "to the reasons",
        };
        let mut hints = vec![Command::Confirm.hint(next), Command::Up.hint("choose")];
        if self.step == Step::Terms {
            hints.push(Command::NextField.hint("list"));
        }
        if let Some(glance) = look(sitting) {
            hints.extend(self.decision(&glance, &sitting.theme).hints(sitting));
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
                format!("{} · effort {effort}", lines::card(&glance, card))
            }
            (Step::Afterwards, Some(card)) => {
                format!("{} · what follows", lines::card(&glance, card))
            }
        };
        let inner = paper(frame, area, &title, WHOLE, &sitting.theme);
        let decision = self.decision(&glance, &sitting.theme);
        let scroll = match self.step {
            Step::Card => self.walk.scroll(),
            Step::Terms | Step::Afterwards => self.beside.scroll(),
        };
        decision.draw(frame, inner, scroll, &glance, sitting);
        let [own, _] = decision.laid_out(inner, &sitting.theme).own;
        match self.step {
            Step::Card => {}
            Step::Terms => terms::draw(frame, own, &glance, self.terms, sitting),
            Step::Afterwards => {
                if let Some(demand) = self.demand() {
                    self.after.draw(frame, own, (&glance, demand), sitting);
                }
            }
        }
    }

    fn takes_screen(&self) -> bool {
        true
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
                self.go(other, sitting);
            }
        }
        Then::Stay
    }
}
