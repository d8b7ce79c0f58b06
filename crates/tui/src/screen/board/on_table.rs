//! What lies on the table, to read: the demand, the response, what came of it, the news of the move.

use crate::glance::{Glance, band_words};
use crate::screen::board::effects;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::deck::text::{Label, Precedent};
use unequal_core::engine::at::CardAt;
use unequal_core::engine::choice::{Inducement, Intensity, Response};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::resolve::contest::{Demand, Reply};
use unequal_core::engine::side::Side;
use unequal_core::engine::view::Exchange;

/// How hard, as a shape: `●●○`.
pub fn dots(intensity: Intensity) -> String {
    let steps = usize::try_from(intensity.steps()).unwrap_or(0);
    format!("{}{}", "●".repeat(steps), "○".repeat(3 - steps.min(3)))
}

/// A demand in a line: `Economy · Press ●●○ · promised: modest`.
pub fn demand_line(glance: &Glance<'_>, demand: Demand) -> String {
    let text = glance.text();
    let domain = glance.scenario().cards[demand.card].domain;
    let mut line = format!(
        "{} · {} {}",
        text.domains[domain].name,
        text.intensity(demand.intensity).name,
        dots(demand.intensity)
    );
    if demand.inducement != Inducement::None {
        line.push_str(" · promised: ");
        line.push_str(&text.inducement(demand.inducement).name.to_lowercase());
    }
    line
}

/// Code and title of a card.
pub fn card_title(glance: &Glance<'_>, card: CardAt) -> String {
    let words = &glance.text().cards[card];
    format!("{} {}", words.code, words.title)
}

/// A reply in words: `Russia: Deflect to another domain → Arctic`.
pub fn reply_line(glance: &Glance<'_>, reply: Reply) -> String {
    let text = glance.text();
    let mut line = format!("{}: {}", text.client, text.response(reply.response).name);
    if let Some(to) = reply.to {
        line.push_str(" → ");
        line.push_str(&text.domains[to].name);
    }
    line
}

/// A card to read: what is asked, what each side stands to gain or lose, what precedes it.
pub fn card(glance: &Glance<'_>, card: CardAt, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let words = &text.cards[card];
    let rules = &glance.scenario().cards[card];
    let mut pieces = Vec::new();
    if !words.text.is_empty() {
        pieces.push(Piece::Text(format!("“{}”", words.text)));
    }
    let numbers = format!(
        "gain {} · costs {} of freedom, {} of capacity · weight on the red line {} · lock-in {}",
        rules.gain, rules.autonomy_cost, rules.capacity_need, rules.red_line_weight, rules.lock_in
    );
    pieces.push(Piece::Aside(numbers));
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
    if let Some(precedent) = &words.precedent {
        pieces.push(Piece::Gap);
        pieces.extend(precedent_pieces(precedent, theme));
    }
    pieces
}

/// What has happened of the kind, under a label that says how sure it is.
pub fn precedent_pieces(precedent: &Precedent, theme: &Theme) -> [Piece; 2] {
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
        Piece::Aside(precedent.text.clone()),
    ]
}

/// What an exchange came to, so far.
pub fn exchange(glance: &Glance<'_>, exchange: &Exchange, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let mut pieces = vec![
        Piece::Heading(card_title(glance, exchange.demand.card), theme.patron),
        Piece::Aside(demand_line(glance, exchange.demand)),
        Piece::Heading(reply_line(glance, exchange.reply), theme.client),
        Piece::Text(format!(
            "{} {}: {} % of what was asked.",
            text.client,
            band_words(exchange.band),
            exchange.offer
        )),
    ];
    if let Some(choice) = exchange.follow_up {
        let words = format!("{}: {}", text.patron, text.follow_up(choice).name);
        pieces.push(Piece::Heading(words, theme.patron));
    }
    pieces
}

/// The news of the move.
fn event(glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
    let Some(event) = glance.view.event else {
        return vec![Piece::Aside(
            "No news from outside in this move.".to_owned(),
        )];
    };
    let words = &glance.text().events[event];
    let mut pieces = vec![Piece::Heading(words.title.clone(), theme.strong)];
    let moved = effects::words(glance, &glance.scenario().events[event].change);
    if !moved.is_empty() {
        pieces.push(Piece::Aside(moved));
    }
    if !words.text.is_empty() {
        pieces.push(Piece::Text(words.text.clone()));
    }
    pieces
}

/// Everything that lies on the table, the open matter first.
pub fn pieces(glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
    let view = &glance.view;
    let mut pieces = Vec::new();
    for tabled in &view.tabled {
        let demand = tabled.demand;
        pieces.push(Piece::Heading(
            card_title(glance, demand.card),
            theme.patron,
        ));
        pieces.push(Piece::Aside(demand_line(glance, demand)));
        if let Some(reply) = tabled.reply {
            pieces.push(Piece::Heading(reply_line(glance, reply), theme.client));
            if let Some(ask) = &tabled.ask {
                pieces.push(Piece::Text(format!("It asks in return: {ask}")));
            }
            if reply.response == Response::Conditions && tabled.ask.is_none() {
                pieces.push(Piece::Aside(
                    "The counter-ask was not written down.".to_owned(),
                ));
            }
        }
        pieces.push(Piece::Gap);
        pieces.extend(card(glance, demand.card, theme));
        pieces.push(Piece::Gap);
    }
    for done in view.exchanges.iter().rev() {
        pieces.extend(exchange(glance, done, theme));
        pieces.push(Piece::Gap);
    }
    if view.phase == Phase::Sealing || view.phase == Phase::Reveal {
        pieces.extend(sealing(glance));
        pieces.push(Piece::Gap);
    }
    match view.phase {
        Phase::Inject => pieces.extend(before(glance)),
        _ => pieces.extend(event(glance, theme)),
    }
    pieces
}

fn sealing(glance: &Glance<'_>) -> Vec<Piece> {
    let line = |(side, done): (Side, &bool)| {
        let name = glance.name(side.into());
        Piece::Point(if *done {
            format!("{name} has sealed its plan")
        } else {
            format!("{name} is still deciding")
        })
    };
    glance.view.committed.iter().map(line).collect()
}

fn before(glance: &Glance<'_>) -> Vec<Piece> {
    let number = glance.view.move_number;
    let mut pieces = vec![Piece::Text(match number {
        0 => "Turn zero: a rehearsal that is thrown away at STARTEX.".to_owned(),
        1 => "STARTEX. The first move has not been opened.".to_owned(),
        later => format!(
            "Move {} is closed. Move {later} has not been opened.",
            later - 1
        ),
    })];
    if number == 1 && !glance.text().about.summary.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(glance.text().about.summary.clone()));
    }
    pieces
}
