//! The lines of a result and of a move's end.

use ratatui::text::{Line, Span};

use crate::glance::{Glance, band_words, lines};
use crate::page::paper::{heading, wrapped};
use crate::screen::board::changes::{lines as change_lines, sums};
use crate::screen::board::sheet::news::{Kind, NewsSheet};
use crate::screen::board::{account, on_table};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::{arrow, signed};
use crate::widget::dice::{self, Dice, Rolled};
use crate::widget::fit::wrap;
use unequal_core::engine::action::charter::About;
use unequal_core::engine::action::{Action, Kind as Act};
use unequal_core::engine::fact::Fact;
use unequal_core::engine::view::Exchange;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::DomainAt;
use unequal_session::sight::Seen;

impl NewsSheet {
    /// A result or a move's end, line by line.
    pub(super) fn told(
        &self,
        glance: &Glance<'_>,
        sitting: &Sitting,
        width: u16,
    ) -> Vec<Line<'static>> {
        let Some(seen) = self.seen(glance) else {
            return Vec::new();
        };
        match self.kind {
            Kind::Result(exchange) => result(glance, &seen, &exchange, width, sitting),
            Kind::Closing => closing(glance, &seen, width, &sitting.theme),
            Kind::Event(_)
            | Kind::Inject
            | Kind::Measure(_)
            | Kind::ClimbedDown(_)
            | Kind::TakenUp(..)
            | Kind::Revealed => Vec::new(),
        }
    }
}

fn result(
    glance: &Glance<'_>,
    seen: &Seen,
    exchange: &Exchange,
    width: u16,
    sitting: &Sitting,
) -> Vec<Line<'static>> {
    let theme = &sitting.theme;
    let own = glance.place.own_words_ruled_on(seen.number);
    let reply = lines::reply(glance, exchange.reply, own.as_deref());
    let card = lines::card(glance, exchange.demand.card);
    let mut told = vec![heading(&card, theme.patron)];
    told.extend(wrapped(&reply, usize::from(width), theme.client));
    told.push(Line::default());
    told.extend(dice_lines(glance, seen, exchange, width, sitting));
    told.push(Line::default());
    told.push(heading("What it moved, before any follow-up", theme.strong));
    told.extend(change_lines(glance, &sums(&seen.changes), width, theme));
    told
}

/// The dice, with what they make beside them, or under them where it is narrow.
fn dice_lines(
    glance: &Glance<'_>,
    seen: &Seen,
    exchange: &Exchange,
    width: u16,
    sitting: &Sitting,
) -> Vec<Line<'static>> {
    let theme = &sitting.theme;
    let rolled = match glance.place.faces(seen.number) {
        Some((a, b)) => Rolled::Faces(a, b),
        None => Rolled::Sum(exchange.roll),
    };
    let total = exchange.roll + exchange.modifier + exchange.arguments;
    let argued = match exchange.arguments {
        0 => String::new(),
        by => format!(", {} of arguments", signed(by)),
    };
    let sum = format!(
        "{} rolled, {} of the forces{argued} = {total}",
        exchange.roll,
        signed(exchange.modifier)
    );
    let verdict = format!("{} {}", glance.text().client, band_words(exchange.band));
    let sum = (!sitting.desk.hides_dice).then(|| heading(&sum, theme.text));
    let mut words: Vec<Line<'static>> = sum.into_iter().collect();
    words.extend([
        heading(&verdict, theme.accent.patch(theme.strong)),
        heading(&on_table::handed_over(glance, exchange), theme.strong),
    ]);
    if let Some(Action::Rule {
        band: Some(_),
        reason,
        ..
    }) = &seen.act
    {
        let reason = unequal_core::deck::plain(reason.as_deref().unwrap_or_default());
        words.push(heading(&format!("✎ ruled so: {reason}"), theme.white_cell));
    }
    if sitting.desk.hides_dice {
        return words;
    }
    let dice = Dice { rolled, theme };
    if width < dice::WIDTH + 30 {
        let mut lines = vec![heading(&dice.words(), theme.strong)];
        lines.extend(words);
        return lines;
    }
    let mut beside = vec![Line::default()];
    beside.extend(words);
    beside.resize(usize::from(dice::HEIGHT).max(beside.len()), Line::default());
    dice.rows()
        .into_iter()
        .zip(beside)
        .map(|(face, words)| {
            let mut spans = vec![Span::styled(face, theme.strong), Span::raw("   ")];
            spans.extend(words.spans);
            Line::from(spans)
        })
        .collect()
}

fn closing(glance: &Glance<'_>, seen: &Seen, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let of_move = glance.place.of_move(seen.move_number);
    let mut told = vec![Line::from(vec![
        Span::styled(
            format!("Stability {} ", glance.view.get(Gauge::Stability)),
            theme.title,
        ),
        Span::styled(arrow(glance.stability_change()), theme.accent),
        Span::styled(
            format!(
                " · {} · heading for {}",
                glance.regime(),
                glance.view.supported
            ),
            theme.text,
        ),
    ])];
    let facts = of_move.iter().flat_map(|seen| &seen.facts);
    told.extend(
        facts
            .filter_map(|fact| grave_words(glance, fact))
            .map(|words| heading(&words, theme.danger)),
    );
    told.push(Line::default());
    for seen in of_move.iter().filter(|seen| is_told(seen)) {
        let style = theme.seat(seen.seat);
        for line in wrap(&seen.sentence, usize::from(width).saturating_sub(2)) {
            told.push(Line::from(vec![
                Span::styled("▎ ", style),
                Span::styled(line, theme.text),
            ]));
        }
    }
    told.push(Line::default());
    if glance.view.market_discount > 0 {
        let (patron, client) = (&glance.text().patron, &glance.text().client);
        let words = format!(
            "Isolation cost {client} {} of endurance unasked, and {patron} had the gain.",
            glance.view.market_discount
        );
        told.extend(wrapped(&words, usize::from(width), theme.text));
        told.push(Line::default());
    }
    told.push(heading("How far each ending is", theme.strong));
    for (grave, words) in glance.pressing().into_iter().take(5) {
        let style = if grave { theme.danger } else { theme.text };
        told.extend(wrapped(&format!("· {words}"), usize::from(width), style));
    }
    told.push(Line::default());
    told.push(heading("Why stability moved", theme.strong));
    let (account, deck) = (glance.account(), glance.place.deck());
    told.extend(wrapped(
        &account.sentence(deck),
        usize::from(width),
        theme.text,
    ));
    let room = (width, u16::MAX);
    told.extend(account::within(account, deck, room, theme));
    told.push(Line::default());
    told.push(heading("What moved in this move", theme.strong));
    let changes = of_move.iter().flat_map(|seen| &seen.changes);
    told.extend(change_lines(glance, &sums(changes), width, theme));
    told
}

/// Whether an entry is part of the move's story.
fn is_told(seen: &Seen) -> bool {
    !matches!(seen.kind, Act::CloseMove | Act::Commit) && seen.kind.charter().about == About::Play
}

/// What everybody must hear of a move.
fn grave_words(glance: &Glance<'_>, fact: &Fact) -> Option<String> {
    let domain = |d: DomainAt| glance.text().domains[d].name.as_str();
    Some(match fact {
        Fact::RedLineCrossed(d) => format!("✗ A red line was crossed: {}", domain(*d)),
        Fact::CrisisBegan => "! The partnership is in crisis".to_owned(),
        Fact::CrisisEnded => "✓ The crisis is over".to_owned(),
        _ => return None,
    })
}
