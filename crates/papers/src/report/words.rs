//! Words that reports share: notices, units, bands, acts that were not taken.

use crate::document::{Inline, cited, said};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::model::choice::{Band, Inducement};
use unequal_core::model::gauge::Gauge;
use unequal_core::model::scenario::Scenario;
use unequal_core::model::side::Side;
use unequal_session::reading::Cite;
use unequal_session::telling::{clock_words, hand_words, signed, signed_tenths, tenths, whole};

/// What every report says of itself.
pub(super) const NOTICE: &str = "This is a record of what was decided in an exercise and why. \
It is not a forecast, and stability is a judgement with a spread, not a score to be won.";

/// The unit of what is kept in tenths, and read with its decimal.
const TENTHS: &str = "tenths of a point";

/// The unit of all else.
const POINTS: &str = "points, 0 to 100";

/// The units of gauges.
pub(super) const UNITS: [&str; 2] = [POINTS, TENTHS];

/// The unit of a gauge.
pub(super) const fn unit(gauge: Gauge) -> &'static str {
    match gauge {
        Gauge::Gains => TENTHS,
        _ => POINTS,
    }
}

/// A value in its unit, as it is read.
pub(super) fn level_words(value: i64, unit: &str) -> String {
    if unit == TENTHS {
        tenths(value)
    } else {
        whole(value)
    }
}

/// A change in its unit, as it is read.
pub(super) fn change_words(by: i64, unit: &str) -> String {
    if unit == TENTHS {
        signed_tenths(by)
    } else {
        signed(by)
    }
}

/// Whose hand an act was, by the record's word for it, in words.
pub(super) fn hand(by: &str) -> String {
    hand_words(&Player::from(by))
}

/// A band in words.
pub(super) const fn band_words(band: Band) -> &'static str {
    match band {
        Band::Slip => "more than meant",
        Band::AsOffered => "as offered",
        Band::Hold => "the ground held",
    }
}

/// An act that could have been chosen, in a few words: `Press: “Joint patrols”, inducement: modest`.
pub fn option_words(deck: &Deck, scenario: &Scenario, act: &Action) -> String {
    let text = &deck.text;
    let card = |id: &str| {
        let title = scenario.card_at(id).map(|card| &text.cards[card].title);
        title.map_or_else(|| plain(id), Clone::clone)
    };
    match act {
        Action::Hold => text.hold.name.clone(),
        Action::Demand {
            card: id,
            intensity,
            inducement,
        } => {
            let promise = match inducement {
                Inducement::None => String::new(),
                other => format!(", inducement: {}", text.inducement(*other).name),
            };
            format!(
                "{}: “{}”{promise}",
                text.intensity(*intensity).name,
                card(id)
            )
        }
        Action::Respond {
            response, instead, ..
        } => {
            let instead = instead.as_deref().map(|id| format!(": “{}”", card(id)));
            format!(
                "{}{}",
                text.response(*response).name,
                instead.unwrap_or_default()
            )
        }
        Action::FollowUp { choice } => text.follow_up(*choice).name.clone(),
        Action::Offer { card: id, ask } => {
            let title = scenario.ask_at(ask).map(|ask| &text.asks[ask].title);
            let ask = title.map_or_else(|| plain(ask), Clone::clone);
            format!("offer “{}” for “{ask}”", card(id))
        }
        Action::NoOffer => "no offer".to_owned(),
        Action::TakeUp => "take up the offer".to_owned(),
        Action::Measure { measure, secret } => {
            format!(
                "“{}”{}",
                measure_title(deck, scenario, measure),
                in_secret(*secret)
            )
        }
        Action::Abstain => "no measure".to_owned(),
        Action::CrisisAct { climb_down: true } => "climb down".to_owned(),
        Action::CrisisAct { climb_down: false } => "do not climb down".to_owned(),
        other => other.word().to_owned(),
    }
}

/// What a measure is called with this deck.
pub(super) fn measure_title(deck: &Deck, scenario: &Scenario, id: &str) -> String {
    let measure = scenario.measure_at(id);
    measure.map_or_else(|| plain(id), |at| deck.text.measures[at].title.clone())
}

/// What is said of a measure that was taken in secret.
pub(super) const fn in_secret(secret: bool) -> &'static str {
    if secret { ", in secret" } else { "" }
}

/// What a side does in a crisis when it climbs down, as this deck calls it.
pub(super) fn crisis_act_name(deck: &Deck, side: Side) -> &str {
    &deck.text.crisis.act(side).name
}

/// A number with one decimal and a sign: `+3.2`, `−0.4`.
pub fn signed_tenth(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    if rounded > 0.0 {
        format!("+{rounded:.1}")
    } else if rounded < 0.0 {
        format!("−{:.1}", -rounded)
    } else {
        "±0.0".to_owned()
    }
}

/// A length of time.
pub(super) fn seconds_words(seconds: i64) -> String {
    clock_words(u32::try_from(seconds).unwrap_or(u32::MAX))
}

/// Acts with their moves, a line each.
pub(super) fn cites(cites: &[Cite]) -> Vec<Inline> {
    let cite = |cite: &Cite| {
        said! { "move " (cite.move_number) ": " (cited(&cite.sentence, cite.entry)) }
    };
    cites.iter().map(cite).collect()
}
