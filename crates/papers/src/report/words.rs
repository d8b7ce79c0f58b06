//! Words that reports share: notices, units, bands, acts that were not taken.

use crate::document::{Inline, cited, said};
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::Action;
use unequal_core::model::choice::{Band, Inducement};
use unequal_core::model::gauge::Gauge;
use unequal_core::model::scenario::Scenario;
use unequal_session::reading::Cite;
use unequal_session::telling::clock_words;

/// What every report says of itself.
pub(super) const NOTICE: &str = "This is a record of what people decided in an exercise and why. \
It is not a forecast, and stability is a judgement with a spread, not a score to be won.";

/// The unit of a gauge.
pub(super) const fn unit(gauge: Gauge) -> &'static str {
    match gauge {
        Gauge::Gains => "tenths of a point",
        _ => "points, 0 to 100",
    }
}

/// A band in words.
pub(super) const fn band_words(band: Band) -> &'static str {
    match band {
        Band::Slip => "slip",
        Band::AsOffered => "as offered",
        Band::Hold => "hold",
    }
}

/// How many of something, with its noun: `1 demand`, `3 demands`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// Items of a sentence: `a`, `a and b`, `a, b and c`.
pub(super) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// An act that could have been chosen, in a few words: `Press “Joint patrols”, with a modest inducement`.
pub fn option_words(deck: &Deck, scenario: &Scenario, act: &Action) -> String {
    let text = &deck.text;
    match act {
        Action::Hold => text.hold.name.clone(),
        Action::Demand {
            card,
            intensity,
            inducement,
        } => {
            let title = scenario
                .card_index(card)
                .map_or_else(|| plain(card), |card| text.cards[card].title.clone());
            let promise = match inducement {
                Inducement::None => String::new(),
                other => format!(", inducement: {}", text.inducement(*other).name),
            };
            format!("{}: “{title}”{promise}", text.intensity(*intensity).name)
        }
        Action::Respond { response, to, .. } => {
            let to = to.as_deref().and_then(|id| scenario.domain_index(id));
            let to = to.map_or_else(String::new, |domain| {
                format!(": {}", text.domains[domain].name)
            });
            format!("{}{to}", text.response(*response).name)
        }
        Action::FollowUp { choice } => text.follow_up(*choice).name.clone(),
        other => other.word().to_owned(),
    }
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
