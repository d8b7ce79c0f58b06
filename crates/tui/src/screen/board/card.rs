//! A card to read: what is asked, what each side stands to gain or lose, what was given of it, what precedes it.

use crate::glance::Glance;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::deck::text::{Label, Precedent};
use unequal_core::model::place::CardAt;
use unequal_session::telling::times;

/// A card to read: what is asked, what each side stands to gain or lose, what precedes it.
pub fn pieces(glance: &Glance<'_>, card: CardAt, theme: &Theme) -> Vec<Piece> {
    let words = &glance.text().cards[card].text;
    let quoted = (!words.is_empty()).then(|| Piece::Text(format!("“{words}”")));
    let mut pieces: Vec<Piece> = quoted.into_iter().collect();
    pieces.extend(beside(glance, card, theme));
    pieces
}

/// What a card comes to in full, what was given of it, and what it may be done with.
fn numbers(glance: &Glance<'_>, card: CardAt) -> Vec<String> {
    let rules = glance.scenario().card(card);
    let domain = &glance.text().domains[rules.domain].name;
    let capacity = glance.view.domain(glance.scenario(), rules.domain).capacity;
    let (patron, client) = (&glance.text().patron, &glance.text().client);
    let mut costs = vec![
        (rules.autonomy_cost, "freedom of action"),
        (rules.endurance_cost, "endurance"),
    ];
    costs.retain(|(by, _)| *by != 0);
    let mut costs: Vec<String> = costs
        .into_iter()
        .map(|(by, of)| format!("{by} of its {of}"))
        .collect();
    costs.push(format!(
        "{} of the {capacity} that it can still offer in {domain}",
        rules.capacity_need
    ));
    let last = costs.pop().unwrap_or_default();
    let costs = if costs.is_empty() {
        last
    } else {
        format!("{} and {last}", costs.join(", "))
    };
    let mut lines = vec![format!(
        "In full it is worth {} to {patron}, and takes from {client} {costs}. It strains \
         {client}’s red line by {} and ties it closer by {} points.",
        rules.gain, rules.red_line_weight, rules.lock_in
    )];
    let mut held = Vec::new();
    let given = glance.view.progress.given(card);
    // A demand of this move that was ruled on already is none from before.
    let exchanges = glance.view.exchanges.iter();
    let of_this_move = exchanges
        .filter(|exchange| exchange.demand.card == card)
        .count();
    let often = glance.view.progress.tabled(card) - i64::try_from(of_this_move).unwrap_or(0);
    if given > 0 {
        held.push(format!("{given} % of it was given"));
    }
    if often > 0 {
        held.push(format!("demanded {} before", times(often)));
    }
    if rules.indivisible {
        held.push("given whole or not at all".to_owned());
    }
    if rules.repeat {
        held.push("may be demanded again and again".to_owned());
    }
    lines.extend((!held.is_empty()).then(|| held.join(" · ")));
    lines
}

/// What there is to read of a card beside its words.
pub fn beside(glance: &Glance<'_>, card: CardAt, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let words = &text.cards[card];
    let mut pieces: Vec<Piece> = numbers(glance, card)
        .into_iter()
        .map(Piece::Aside)
        .collect();
    for (heading, style, body) in [
        (
            format!("{} gains", text.patron),
            theme.patron,
            &words.patron_gain,
        ),
        (
            format!("{} pays", text.client),
            theme.client,
            &words.client_cost,
        ),
    ] {
        if !body.is_empty() {
            pieces.push(Piece::Gap);
            pieces.push(Piece::Heading(heading, style));
            pieces.push(Piece::Text(body.clone()));
        }
    }
    if let Some(known) = &words.precedent {
        pieces.push(Piece::Gap);
        pieces.extend(precedent(known, theme));
    }
    pieces
}

/// What has happened of the kind, under a label that says how sure it is.
pub fn precedent(precedent: &Precedent, theme: &Theme) -> [Piece; 2] {
    let label = match precedent.label {
        Label::Fact => "Precedent: documented",
        Label::Claim => "Precedent: claimed by one side",
        Label::Leak => "Precedent: from leaked papers",
        Label::None => "No precedent found",
    };
    let heading = if precedent.date.is_empty() {
        label.to_owned()
    } else {
        format!("{label}, {}", precedent.date)
    };
    [
        Piece::Heading(heading, theme.strong),
        Piece::Aside(precedent.sourced()),
    ]
}
