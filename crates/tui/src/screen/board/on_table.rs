//! What lies on the table, to read: the demand, the response, what came of it, what came before, the news of the move.

use crate::glance::{Glance, band_words, lines};
use crate::screen::board::{card, effects, opening};
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::view::Exchange;
use unequal_core::model::choice::Response;
use unequal_core::model::side::Side;

/// What an exchange came to, so far.
pub fn exchange(glance: &Glance<'_>, exchange: &Exchange, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let mut pieces = vec![
        Piece::Heading(lines::card(glance, exchange.demand.card), theme.patron),
        Piece::Aside(lines::demand(glance, exchange.demand)),
        Piece::Heading(
            lines::reply(glance, exchange.reply, glance.own_words_of(exchange)),
            theme.client,
        ),
        Piece::Text(format!(
            "{} {}: {}.",
            text.client,
            band_words(exchange.band),
            handed_over(glance, exchange)
        )),
    ];
    if let Some(choice) = exchange.follow_up {
        let words = format!("{}: {}", text.patron, text.follow_up(choice).name);
        pieces.push(Piece::Heading(words, theme.patron));
    }
    pieces
}

/// What is handed over of which card: `65 % of EC4 is handed over`.
pub fn handed_over(glance: &Glance<'_>, exchange: &Exchange) -> String {
    let card = exchange.reply.instead.unwrap_or(exchange.demand.card);
    let code = &glance.text().cards[card].code;
    match exchange.delivered {
        0 => format!("nothing of {code} is handed over"),
        percent => format!("{percent} % of {code} is handed over"),
    }
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
    for (place, tabled) in view.tabled.iter().enumerate() {
        let demand = tabled.demand;
        pieces.push(Piece::Heading(
            lines::card(glance, demand.card),
            theme.patron,
        ));
        pieces.push(Piece::Aside(lines::demand(glance, demand)));
        if let Some(reply) = tabled.reply {
            let own = glance.own_words_on_table(place);
            let line = lines::reply(glance, reply, own);
            pieces.push(Piece::Heading(line, theme.client));
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
        pieces.extend(card::pieces(glance, demand.card, theme));
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
    pieces.extend(opening::pieces(glance, theme));
    pieces.extend(signals(glance, theme));
    match view.phase {
        Phase::Inject => pieces.extend(before(glance)),
        _ => pieces.extend(event(glance, theme)),
    }
    pieces
}

/// Where signals of Europe's stand, and for how long.
fn signals(glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
    let (text, scenario) = (glance.text(), glance.scenario());
    let domains = scenario.domains();
    let standing = domains.filter_map(|domain| {
        let moves = glance.view.domain(scenario, domain).signal;
        let name = &text.domains[domain].name;
        let words = match moves {
            0 => return None,
            1 => format!("{name}: to the end of this move"),
            moves => format!("{name}: for {moves} moves, this one counted"),
        };
        Some(Piece::Point(words))
    });
    let standing: Vec<Piece> = standing.collect();
    if standing.is_empty() {
        return standing;
    }
    let heading = format!("◇ A signal of {}’s stands", text.europe_name);
    let heading = Piece::Heading(heading, theme.europe);
    let told = std::iter::once(heading).chain(standing);
    told.chain([Piece::Gap]).collect()
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
        1 => "The first move has not been opened.".to_owned(),
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
