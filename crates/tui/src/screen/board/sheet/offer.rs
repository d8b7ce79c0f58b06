//! The client's sheets for an offer: what it offers of its own accord, then what it asks in return.
//!
//! ```text
//! ┌ What does Russia offer? ─────────────────────┐   ┌ AR3 Port dues: what for? ────────────────────┐
//! │                       stab. trust resent.    │   │                       stab. trust resent.    │
//! │ › 1 AR3 Port dues        +2    +1       ·    │ → │ › 1 Credit on easy terms +2    +1       ·    │
//! │   2 EC7 A long lease     +1    +1       ·    │   │   2 Backing abroad       +5    +1      −1    │
//! │ “We could do without the dues for …”         │   │ A loan that can be shown at home …           │
//! └──────────────────────────────────────────────┘   └──────────────────────────────────────────────┘
//! ```

use crate::command::{Command, Hint};
use crate::glance::{Glance, lines, look};
use crate::keymap::Layer;
use crate::page::decision::Decision;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::choices::offerable;
use crate::screen::board::sheet::remarks;
use crate::screen::board::{card, consequence, effects, opening, stakes};
use crate::sitting::Sitting;
use crate::widget::change::{signed, tenths};
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Offer;
use unequal_core::model::offer::likely_delivery;
use unequal_core::model::place::{AskAt, CardAt, DomainAt};

#[derive(Debug)]
struct WhatToOffer;

/// The sheet of what may be offered, at the first card of a domain.
pub fn sheet(glance: &Glance<'_>, domain: Option<DomainAt>) -> Sheet {
    let of = |card: &CardAt| Some(glance.scenario().card(*card).domain) == domain;
    let at = cards(glance).iter().position(of);
    listing::sheet(WhatToOffer, at.unwrap_or(0))
}

/// The cards that may be offered, domain by domain.
fn cards(glance: &Glance<'_>) -> Vec<CardAt> {
    let mut cards = offerable(glance);
    cards.sort_by_key(|card| glance.scenario().card(*card).domain);
    cards
}

impl Lists for WhatToOffer {
    fn title(&self, glance: &Glance<'_>) -> String {
        format!("What does {} offer?", glance.text().client)
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let (text, scenario) = (glance.text(), glance.scenario());
        let row = |at: CardAt| {
            let rules = scenario.card(at);
            let capacity = glance.view.domain(scenario, rules.domain).capacity;
            OptionRow {
                name: lines::card(glance, at),
                note: format!("{} of {capacity} capacity", rules.capacity_need),
                aside: text.domains[rules.domain].short.clone(),
                open: true,
                ..OptionRow::default()
            }
        };
        cards(glance).into_iter().map(row).collect()
    }

    fn empty(&self) -> &'static str {
        "There is nothing to offer now."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let Some(at) = cards(glance).get(place).copied() else {
            return Vec::new();
        };
        let offered = glance.text().cards[at].offered();
        let title = lines::card(glance, at);
        let mut pieces = vec![Piece::Heading(title, sitting.theme.client)];
        if !offered.is_empty() {
            pieces.push(Piece::Text(format!("“{offered}”")));
        }
        let given = likely_delivery(glance.scenario(), glance.view.position());
        pieces.push(Piece::Aside(format!(
            "If it is taken up, {given} % of it would be handed over at this trust, and it costs less face than a demand met."
        )));
        pieces.extend(card::beside(glance, at, &sitting.theme));
        pieces
    }

    fn decides(&self) -> bool {
        true
    }

    fn decision(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Option<Decision> {
        let cards = cards(glance);
        let at = cards.get(place).copied()?;
        let row = |card: &CardAt| {
            let name = lines::card(glance, *card);
            match (WhatFor { card: *card }).asks(glance).first() {
                Some(ask) => weighed(glance, name, *card, *ask),
                None => ChoiceRow {
                    name,
                    open: true,
                    ..ChoiceRow::default()
                },
            }
        };
        let domain = glance.scenario().card(at).domain;
        Some(Decision {
            table: ChoiceTable {
                head: format!("If {} takes it up", glance.text().patron),
                columns: consequence::columns(glance),
                rows: cards.iter().map(row).collect(),
                chosen: Some(place),
                ..ChoiceTable::default()
            },
            does: self.pieces(glance, sitting, place),
            known: known(glance, domain, sitting),
            ..Decision::default()
        })
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        vec![Command::Confirm.hint("what for")]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        if command != Command::Confirm {
            return Then::Stay;
        }
        let card = look(sitting).and_then(|glance| cards(&glance).get(place?).copied());
        card.map_or(Then::Stay, |card| {
            Then::Open(listing::sheet(WhatFor { card }, 0))
        })
    }
}

/// A card offered for something, as a row of the table.
fn weighed(glance: &Glance<'_>, name: String, card: CardAt, ask: AskAt) -> ChoiceRow {
    let offer = Offer { card, ask };
    let moved = glance.view.preview_take_up(glance.scenario(), offer);
    consequence::row(glance, name, &effects::certain(&moved))
}

/// What to keep in mind while something of a domain is offered.
fn known(glance: &Glance<'_>, domain: DomainAt, sitting: &Sitting) -> Vec<Piece> {
    let theme = &sitting.theme;
    let mut pieces = stakes::red_lines(glance, domain, theme);
    let patron = &glance.text().patron;
    let next = format!("What {patron} may do then");
    let words = format!(
        "{patron} may take it up, which uses its demand of the move, or set it aside and ask for what it likes."
    );
    pieces.extend([
        Piece::Gap,
        Piece::Heading(next, theme.patron),
        Piece::Text(words),
        Piece::Gap,
        consequence::legend(glance),
    ]);
    pieces
}

/// What is asked in return.
#[derive(Debug)]
struct WhatFor {
    card: CardAt,
}

impl WhatFor {
    /// The asks: first those that the deck suggests for the card, then the others.
    fn asks(&self, glance: &Glance<'_>) -> Vec<AskAt> {
        let wanted: Vec<AskAt> = glance.text().wants(self.card).map(|(at, _)| at).collect();
        let others = glance.scenario().asks.places();
        let others: Vec<AskAt> = others.filter(|at| !wanted.contains(at)).collect();
        wanted.into_iter().chain(others).collect()
    }
}

impl Lists for WhatFor {
    fn title(&self, glance: &Glance<'_>) -> String {
        format!("{}: what for?", lines::card(glance, self.card))
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |ask: AskAt| {
            let offer = Offer {
                card: self.card,
                ask,
            };
            let moved = glance.view.preview_take_up(glance.scenario(), offer);
            let (before, after) = moved.supported;
            let price = tenths(glance.scenario().asks[ask].price);
            OptionRow {
                name: glance.text().asks[ask].title.clone(),
                note: format!(
                    "stability {} · costs {} {price}",
                    signed(after - before),
                    glance.text().patron
                ),
                open: true,
                ..OptionRow::default()
            }
        };
        self.asks(glance).into_iter().map(row).collect()
    }

    fn empty(&self) -> &'static str {
        "There is nothing to ask for."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let Some(ask) = self.asks(glance).get(place).copied() else {
            return Vec::new();
        };
        let offer = Offer {
            card: self.card,
            ask,
        };
        let moved = glance.view.preview_take_up(glance.scenario(), offer);
        let mut pieces = consequence::told(glance, &effects::certain(&moved));
        pieces.extend(opening::asked(glance, offer, &sitting.theme));
        pieces.push(Piece::Text(glance.text().offer.text.clone()));
        pieces
    }

    fn decides(&self) -> bool {
        true
    }

    fn decision(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Option<Decision> {
        let asks = self.asks(glance);
        let row = |ask: AskAt| {
            let name = glance.text().asks[ask].title.clone();
            weighed(glance, name, self.card, ask)
        };
        let domain = glance.scenario().card(self.card).domain;
        Some(Decision {
            asked: card::pieces(glance, self.card, &sitting.theme),
            table: ChoiceTable {
                head: format!("If {} takes it up", glance.text().patron),
                columns: consequence::columns(glance),
                rows: asks.into_iter().map(row).collect(),
                chosen: Some(place),
                ..ChoiceTable::default()
            },
            does: self.pieces(glance, sitting, place),
            known: known(glance, domain, sitting),
            ..Decision::default()
        })
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        vec![Command::Confirm.hint("to the reasons")]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        if command != Command::Confirm {
            return Then::Stay;
        }
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        let Some(ask) = place.and_then(|place| self.asks(&glance).get(place).copied()) else {
            return Then::Stay;
        };
        let scenario = glance.scenario();
        let action = Action::Offer {
            card: scenario.card(self.card).id.clone(),
            ask: scenario.asks[ask].id.clone(),
        };
        let does = place.map_or_else(Vec::new, |place| self.pieces(&glance, sitting, place));
        Then::Open(remarks::open(sitting, Seat::Client, action, does))
    }
}
