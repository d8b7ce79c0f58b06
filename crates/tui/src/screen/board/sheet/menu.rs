//! The patron's menu as a table: its cards, the offer on the table, and asking for nothing, each with what it would do.

use crate::glance::{Glance, lines};
use crate::page::decision::Decision;
use crate::screen::board::option::severity;
use crate::screen::board::sheet::terms;
use crate::screen::board::{card, consequence, effects, opening, stakes};
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::prose::Piece;
use unequal_core::model::choice::{Demand, Inducement, Intensity, Response};
use unequal_core::model::place::CardAt;

/// What the patron may do with its move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Take up the offer.
    TakeUp,
    /// Table a card.
    Card(CardAt),
    /// Ask for nothing.
    Hold,
}

/// What asking for nothing would come to.
pub(super) fn holding(glance: &Glance<'_>) -> Vec<Piece> {
    let moved = glance.view.preview_hold(glance.scenario());
    let words = glance.text().hold.text.clone();
    let told = consequence::told(glance, &effects::certain(&moved));
    std::iter::once(Piece::Text(words)).chain(told).collect()
}

/// What is read of the card, of the offer, or of asking for nothing, before its terms are chosen.
pub(super) fn told(glance: &Glance<'_>, deed: Deed, theme: &Theme) -> Vec<Piece> {
    match (deed, glance.view.open_offer()) {
        (Deed::Card(at), _) => {
            let words = &glance.text().cards[at];
            let domain = &glance.text().domains[glance.scenario().card(at).domain].name;
            let title = lines::card(glance, at);
            let grave = severity(words.severity);
            let heading = format!("{title} · {domain} · {grave}");
            let mut pieces = vec![Piece::Heading(heading, theme.patron)];
            pieces.extend(card::pieces(glance, at, theme));
            pieces
        }
        (Deed::TakeUp, Some(offer)) => {
            let moved = glance.view.preview_take_up(glance.scenario(), offer);
            let mut pieces = consequence::told(glance, &effects::certain(&moved));
            pieces.extend(opening::offer(glance, offer, theme));
            pieces
        }
        (Deed::TakeUp, None) => Vec::new(),
        (Deed::Hold, _) => holding(glance),
    }
}

/// A card, the offer or asking for nothing as a row of the table.
fn row(glance: &Glance<'_>, deed: Deed, intensity: Intensity) -> ChoiceRow {
    let (text, scenario, view) = (glance.text(), glance.scenario(), &glance.view);
    match deed {
        Deed::TakeUp => {
            let name = "Take up the offer".to_owned();
            match view.open_offer() {
                Some(offer) => {
                    let moved = view.preview_take_up(scenario, offer);
                    consequence::row(glance, name, &effects::certain(&moved))
                }
                None => ChoiceRow {
                    name,
                    open: true,
                    ..ChoiceRow::default()
                },
            }
        }
        Deed::Hold => {
            let moved = view.preview_hold(scenario);
            consequence::row(glance, text.hold.name.clone(), &effects::certain(&moved))
        }
        Deed::Card(card) => {
            let name = lines::card(glance, card);
            let demand = Demand {
                card,
                intensity,
                inducement: Inducement::None,
            };
            match terms::reply_of(glance, demand, Response::Accept) {
                Some(reply) => {
                    let preview = view.preview(scenario, demand, reply);
                    consequence::row(glance, name, &effects::likely(glance, &preview))
                }
                None => ChoiceRow {
                    name,
                    note: format!("{} cannot give it whole", text.client),
                    open: true,
                    ..ChoiceRow::default()
                },
            }
        }
    }
}

/// The page of the menu, with the deed at a place chosen; cards are weighed as demands of an intensity.
pub(super) fn decision(
    glance: &Glance<'_>,
    (deeds, walk): (&[Deed], Walk),
    intensity: Intensity,
    theme: &Theme,
) -> Decision {
    let (text, scenario) = (glance.text(), glance.scenario());
    let chosen = walk.chosen(deeds.len());
    let deed = chosen.map(|place| deeds[place]);
    let mut known = Vec::new();
    if let Some(Deed::Card(card)) = deed {
        let domain = scenario.card(card).domain;
        known = stakes::red_lines(glance, domain, theme);
        let restraint = &text.domains[domain].restraint;
        if !restraint.is_empty() {
            let heading = format!("What holds {} back", text.patron);
            known.extend([
                Piece::Gap,
                Piece::Heading(heading, theme.patron),
                Piece::Text(restraint.clone()),
            ]);
        }
        known.push(Piece::Gap);
    }
    known.push(consequence::legend(glance));
    let asks = text.intensity(intensity).name.to_lowercase();
    Decision {
        table: ChoiceTable {
            head: format!("If {} says yes to a {asks}", text.client),
            columns: consequence::columns(glance),
            rows: deeds
                .iter()
                .map(|deed| row(glance, *deed, intensity))
                .collect(),
            chosen,
            from: walk.column(),
            ..ChoiceTable::default()
        },
        does: deed.map_or_else(Vec::new, |deed| told(glance, deed, theme)),
        known,
        ..Decision::default()
    }
}
