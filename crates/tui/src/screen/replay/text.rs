//! An entry in full: what happened, why, how sure, who disagreed, how it was ruled, what it changed.

use crate::replay::Replay;
use crate::screen::board::changes::sums;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::signed_tenths;
use crate::widget::prose::Piece;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Band;
use unequal_core::model::place::DomainAt;
use unequal_session::Place;
use unequal_session::sight::Seen;
use unequal_session::telling::{
    gauge_name, hand_words, holder_words, phase_name, reason_words, seat_name, signed,
};

impl Replay {
    /// The entry that is looked at, in full.
    pub(super) fn pieces(&self, place: &Place, sitting: &Sitting) -> Vec<Piece> {
        let Some(seen) = self.seen(place, self.at()) else {
            return startex(place, &sitting.theme);
        };
        let theme = &sitting.theme;
        let who = seat_name(place.deck(), seen.seat);
        let mut pieces = vec![
            Piece::Heading(seen.sentence.clone(), theme.title),
            Piece::Aside(format!(
                "{who}, by {} · move {}, {} · {}",
                hand_words(&seen.by),
                seen.move_number,
                phase_name(place.deck(), seen.phase),
                sitting.clock.day(&seen.at),
            )),
        ];
        if seen.undone {
            pieces.push(Piece::Aside("× This was undone later.".to_owned()));
        }
        pieces.extend(self.remark_pieces(seen.number, theme));
        pieces.extend(self.said(&seen, place, theme));
        pieces.extend(ruling(place, &seen, theme));
        pieces.extend(self.finding_pieces(seen.number, theme));
        if seen.facts.contains(&Fact::MoveClosed) {
            let account = place.account(seen.number);
            pieces.push(Piece::Gap);
            pieces.push(Piece::Heading(
                "Why stability moved".to_owned(),
                theme.strong,
            ));
            pieces.push(Piece::Text(account.sentence(place.deck())));
        }
        pieces.extend(changed(place, &seen, theme));
        pieces
    }

    /// Reasons, confidence and dissent, or why there are none to be read.
    fn said(&self, seen: &Seen, place: &Place, theme: &Theme) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let said = [
            ("Why", seen.rationale.clone()),
            (
                "Confidence",
                seen.confidence.map(|sure| format!("{sure} of 100")),
            ),
            ("✗ Dissent", seen.dissent.clone()),
        ];
        for (title, words) in said {
            if let Some(words) = words {
                pieces.push(Piece::Gap);
                pieces.push(Piece::Heading(title.to_owned(), theme.seat(seen.seat)));
                pieces.push(Piece::Text(words));
            }
        }
        if let Some(by) = seen.corrected {
            pieces.push(Piece::Aside(format!("Put right in entry {by}.")));
        }
        let is_decision = self
            .reel
            .frame(seen.number)
            .is_some_and(|frame| frame.is_choice);
        if is_decision && seen.rationale.is_none() {
            let mine = seen.seat == self.eyes || place.is_open_at(self.at());
            let words = if mine && seen.by.bot().is_some() {
                "A bot decided; bots write no reasons down."
            } else if mine && seen.by.is_machine() {
                "A program decided, and gave no reason."
            } else if mine {
                "○ No reason was written down."
            } else {
                "Its reasons were not open to these eyes then."
            };
            pieces.push(Piece::Gap);
            pieces.push(Piece::Aside(words.to_owned()));
        }
        pieces
    }
}

/// Before the first entry.
fn startex(place: &Place, theme: &Theme) -> Vec<Piece> {
    let set_up = &place.standing().set_up;
    let text = &place.deck().text;
    let held = Seat::PLAYING.into_iter().filter_map(|seat| {
        let holder = set_up.of(seat)?;
        Some(format!(
            "{}: {}",
            text.seat_name(seat),
            holder_words(holder)
        ))
    });
    let held: Vec<String> = held.collect();
    let mut pieces = vec![
        Piece::Heading("STARTEX".to_owned(), theme.title),
        Piece::Aside(held.join(" · ")),
    ];
    if !text.about.summary.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(text.about.summary.clone()));
    }
    pieces
}

const fn band_words(band: Band) -> &'static str {
    match band {
        Band::Slip => "more is given than meant",
        Band::AsOffered => "as offered",
        Band::Hold => "the ground is held",
    }
}

/// The result that was computed, and the one that stands.
pub(super) fn ruling(place: &Place, seen: &Seen, theme: &Theme) -> Vec<Piece> {
    let Some(exchange) = seen.resolved() else {
        return Vec::new();
    };
    let computed = exchange.computed(place.scenario());
    let mut pieces = vec![
        Piece::Gap,
        Piece::Heading("The ruling".to_owned(), theme.white_cell),
        Piece::Point(format!(
            "computed: dice {}, {} from the table: {}",
            exchange.roll,
            signed(exchange.modifier),
            band_words(computed)
        )),
    ];
    if exchange.arguments != 0 {
        pieces.push(Piece::Point(format!(
            "arguments heard: {}",
            signed(exchange.arguments)
        )));
    }
    let card = exchange.reply.instead.unwrap_or(exchange.demand.card);
    let code = place
        .deck()
        .text
        .cards
        .get(card)
        .map_or("", |card| card.code.as_str());
    let stands = format!(
        "{}, {} % of {code} is handed over",
        band_words(exchange.band),
        exchange.delivered
    );
    pieces.push(Piece::Point(if computed == exchange.band {
        format!("stands: {stands}")
    } else {
        format!("✎ ruled otherwise: {stands}")
    }));
    pieces
}

/// What the entry changed, gauge by gauge.
pub(super) fn changed(place: &Place, seen: &Seen, theme: &Theme) -> Vec<Piece> {
    let deck = place.deck();
    let mut pieces = Vec::new();
    for fact in &seen.facts {
        let domain = |place: &DomainAt| deck.text.domains[*place].name.clone();
        let words = match fact {
            Fact::RedLineCrossed(place) => format!("▲ A red line was crossed: {}", domain(place)),
            Fact::CrisisBegan => "! A crisis began".to_owned(),
            Fact::CrisisEnded => "The crisis is over".to_owned(),
            _ => continue,
        };
        pieces.push(Piece::Gap);
        pieces.push(Piece::Heading(words, theme.danger));
    }
    let sums = sums(&seen.changes);
    if sums.is_empty() {
        return pieces;
    }
    pieces.push(Piece::Gap);
    pieces.push(Piece::Heading("What it changed".to_owned(), theme.title));
    for sum in &sums {
        let tenths = sum.gauge == unequal_core::model::gauge::Gauge::Gains;
        let by = if tenths {
            signed_tenths(sum.by())
        } else {
            format!("{} to {}", signed(sum.by()), sum.to)
        };
        let mut reasons: Vec<String> = Vec::new();
        for (reason, _) in &sum.reasons {
            let words = reason_words(deck, *reason);
            if !reasons.contains(&words) {
                reasons.push(words);
            }
        }
        pieces.push(Piece::Point(format!(
            "{} {by}: {}",
            gauge_name(deck, sum.gauge),
            reasons.join("; ")
        )));
    }
    pieces
}
