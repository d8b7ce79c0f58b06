//! What lies on the table before the demand, to read: Europe's measure, who climbs down in a crisis, the client's offer.

use crate::glance::{Glance, lines};
use crate::screen::board::{card, effects};
use crate::theme::Theme;
use crate::widget::change::tenths;
use crate::widget::prose::Piece;
use unequal_core::engine::phase::Phase;
use unequal_core::model::choice::{MeasureKind, Offer};
use unequal_core::model::europe::{Taken, cost};
use unequal_core::model::place::MeasureAt;
use unequal_core::model::side::{BySide, Side};
use unequal_session::telling::measure_does;

/// What a kind of measure does by itself, beside its changes; of a sanction what is known of who complies.
fn by_kind(glance: &Glance<'_>, measure: MeasureAt) -> String {
    let sanction = glance.scenario().measure(measure).kind == MeasureKind::Sanction;
    let europe = glance.view.europe.as_ref().filter(|_| sanction);
    match europe.and_then(|known| known.compliance) {
        Some(known) => glance.text().europe.compliance_found(known).to_owned(),
        None => measure_does(glance.place.deck(), measure),
    }
}

/// A measure to read: what is done, what it would be good for, what it costs, what it may do.
pub fn measure(glance: &Glance<'_>, at: MeasureAt, theme: &Theme) -> Vec<Piece> {
    let words = &glance.text().measures[at];
    let mut pieces = vec![Piece::Heading(words.title.clone(), theme.europe)];
    pieces.extend(measure_words(glance, at));
    pieces.extend(beside_measure(glance, at, theme));
    pieces
}

/// What a measure is, in its own words.
pub fn measure_words(glance: &Glance<'_>, at: MeasureAt) -> Option<Piece> {
    said(&glance.text().measures[at].text)
}

/// What there is to read of a measure beside its words.
pub fn beside_measure(glance: &Glance<'_>, at: MeasureAt, theme: &Theme) -> Vec<Piece> {
    let words = &glance.text().measures[at];
    let rules = glance.scenario().measure(at);
    let mut pieces = Vec::new();
    let mut costs = format!(
        "{} · costs {} of unity",
        lines::kind_words(rules.kind),
        rules.unity
    );
    if let Some(secret) = cost(rules, true) {
        costs = format!("{costs}, {secret} in secret");
    }
    pieces.push(Piece::Aside(costs));
    pieces.extend(said(&by_kind(glance, at)));
    let may = [
        ("In any case", &rules.change, ""),
        ("Where it works", &rules.works, words.outcome(1)),
        ("Where it backfires", &rules.backfires, words.outcome(-1)),
        (
            "Where the secret comes out",
            &rules.leaks,
            words.leaks.as_str(),
        ),
    ];
    for (heading, changes, told) in may {
        let moved = effects::words(glance, changes);
        if moved.is_empty() && told.is_empty() {
            continue;
        }
        pieces.extend([Piece::Gap, Piece::Heading(heading.to_owned(), theme.strong)]);
        pieces.extend(said(told));
        pieces.extend((!moved.is_empty()).then_some(Piece::Aside(moved)));
    }
    for (heading, told) in [
        ("What it would be good for", &words.why),
        ("What the members say", &words.members),
    ] {
        if !told.is_empty() {
            pieces.extend([Piece::Gap, Piece::Heading(heading.to_owned(), theme.strong)]);
            pieces.extend(said(told));
        }
    }
    if let Some(precedent) = &words.precedent {
        pieces.push(Piece::Gap);
        pieces.extend(card::precedent(precedent, theme));
    }
    pieces
}

/// Europe's measure of this move, with what its dice made of it.
pub fn taken(glance: &Glance<'_>, taken: Taken, theme: &Theme) -> Vec<Piece> {
    let words = &glance.text().measures[taken.step.measure];
    let name = &glance.text().europe_name;
    let mut pieces = vec![
        Piece::Heading(
            format!("{name}: {}", lines::step(glance, taken.step)),
            theme.europe,
        ),
        Piece::Aside(lines::outcome(taken)),
    ];
    let came_out = taken.step.in_secret && taken.band < 0;
    let told = if came_out {
        words.leaks.as_str()
    } else {
        words.outcome(taken.band)
    };
    pieces.extend(said(&words.text));
    pieces.extend(said(told));
    pieces
}

/// An offer to read: what is offered, what is asked for it.
pub fn offer(glance: &Glance<'_>, offer: Offer, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let words = text.cards[offer.card].offered();
    let title = lines::card(glance, offer.card);
    let mut pieces = vec![Piece::Heading(
        format!("{} offers {title}", text.client),
        theme.client,
    )];
    pieces.extend(quoted(words));
    pieces.push(Piece::Gap);
    pieces.extend(asked(glance, offer, theme));
    pieces.push(Piece::Gap);
    pieces.extend(card::beside(glance, offer.card, theme));
    pieces
}

/// What is asked in return for an offer, to read.
pub fn asked(glance: &Glance<'_>, offer: Offer, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let ask = &text.asks[offer.ask];
    let heading = format!("In return: {}", ask.title);
    let mut pieces = vec![Piece::Heading(heading, theme.client)];
    pieces.extend(said(&ask.text));
    let rules = &glance.scenario().asks[offer.ask];
    let moved = effects::words(glance, &rules.change);
    pieces.push(Piece::Parts(format!(
        "costs {} {} of gains · brings {}: {moved}",
        text.patron,
        tenths(rules.price),
        text.client
    )));
    pieces.extend(said(&ask.patron_view));
    pieces
}

/// How it stands with the offer of this move.
fn offered(glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
    let (view, text) = (&glance.view, glance.text());
    let Some(made) = view.offer else {
        return Vec::new();
    };
    if view.offer_waits {
        return offer(glance, made, theme);
    }
    let line = lines::offer(glance, made);
    let (fate, voice) = if view.taken_up {
        ("was taken up", &text.offer.taken_patron_voice)
    } else {
        ("was set aside", &text.offer.aside_patron_voice)
    };
    let mut pieces = vec![
        Piece::Heading(format!("{} offered {line}", text.client), theme.client),
        Piece::Aside(format!("The offer {fate}.")),
    ];
    pieces.extend(quoted(voice));
    pieces
}

/// Who climbs down in the crisis of this move, as far as the seat that looks knows it.
fn crisis(glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
    let (view, text) = (&glance.view, glance.text());
    let BySide { patron, client } = view.crisis_acts;
    if view.phase == Phase::Crisis {
        let line = |side: Side| {
            let name = glance.name(side.into());
            let words = match (view.crisis_acts[side], view.crisis_decided[side]) {
                (Some(true), _) => format!("{name}: {}", text.crisis.act(side).name),
                (Some(false), _) => format!("{name} stands where it stands"),
                (None, true) => format!("{name} has decided"),
                (None, false) => format!("{name} is to decide"),
            };
            Piece::Point(words)
        };
        let words = "The partnership is in crisis. Each side decides whether to climb down; neither sees \
                     what the other does before both have decided.";
        let mut pieces = vec![Piece::Text(words.to_owned())];
        pieces.extend(Side::ALL.iter().map(|side| line(*side)));
        return pieces;
    }
    match (patron, client) {
        (Some(patron), Some(client)) => climbed_down(glance, BySide::new(patron, client), theme),
        _ => Vec::new(),
    }
}

/// Who climbed down in a crisis, and what is said of it.
pub fn climbed_down(glance: &Glance<'_>, acts: BySide<bool>, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let acted = acts.iter().filter(|(_, acts)| **acts).count();
    let heading = |(side, acts): (Side, &bool)| {
        let name = glance.name(side.into());
        let words = if *acts {
            format!("{name}: {}", text.crisis.act(side).name)
        } else {
            format!("{name} stands where it stands")
        };
        Piece::Heading(words, theme.seat(side.into()))
    };
    let mut pieces: Vec<Piece> = acts.iter().map(heading).collect();
    pieces.extend(said(text.crisis.outcome(acted)));
    pieces
}

/// All that lies on the table before the demand, the latest first, with a free line behind each part.
pub fn pieces(glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
    let measure = glance.view.measure;
    let parts = [
        offered(glance, theme),
        crisis(glance, theme),
        measure.map_or_else(Vec::new, |measure| taken(glance, measure, theme)),
    ];
    let told = parts.into_iter().filter(|part| !part.is_empty());
    told.flat_map(|part| part.into_iter().chain([Piece::Gap]))
        .collect()
}

fn said(words: &str) -> Option<Piece> {
    (!words.is_empty()).then(|| Piece::Text(words.to_owned()))
}

fn quoted(words: &str) -> Option<Piece> {
    (!words.is_empty()).then(|| Piece::Text(format!("“{words}”")))
}
