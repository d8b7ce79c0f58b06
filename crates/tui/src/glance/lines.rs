//! What lies on the table, each thing in a line.

use crate::glance::Glance;
use unequal_core::model::choice::{Demand, Inducement, Intensity, MeasureKind, Offer, Reply, Step};
use unequal_core::model::europe::Taken;
use unequal_core::model::place::CardAt;

/// Code and title of a card.
pub fn card(glance: &Glance<'_>, card: CardAt) -> String {
    let words = &glance.text().cards[card];
    format!("{} {}", words.code, words.title)
}

/// How hard, as a shape: `●●○`.
pub fn dots(intensity: Intensity) -> String {
    let steps = usize::try_from(intensity.steps()).unwrap_or(0);
    format!("{}{}", "●".repeat(steps), "○".repeat(3 - steps.min(3)))
}

/// A demand in a line: `Economy · Press ●●○ · promised: modest`.
pub fn demand(glance: &Glance<'_>, demand: Demand) -> String {
    let text = glance.text();
    let domain = glance.scenario().card(demand.card).domain;
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

/// A reply in words: `Russia: Deflect → AR3 Port dues`; where it is given in own words, these and what they come nearest
/// to.
pub fn reply(glance: &Glance<'_>, reply: Reply, own: Option<&str>) -> String {
    let text = glance.text();
    let own = own.map_or_else(String::new, |words| format!("“{words}”, nearest to "));
    let name = &text.response(reply.response).name;
    let mut line = format!("{}: {own}{name}", text.client);
    if let Some(instead) = reply.instead {
        line.push_str(" → ");
        line.push_str(&card(glance, instead));
    }
    line
}

/// A measure as it is taken, in a line: `Sanctions on … · sanctions, in secret`.
pub fn step(glance: &Glance<'_>, step: Step) -> String {
    let title = &glance.text().measures[step.measure].title;
    let kind = kind_words(glance.scenario().measure(step.measure).kind);
    let secret = if step.in_secret { ", in secret" } else { "" };
    format!("{title} · {kind}{secret}")
}

/// What the dice made of a measure, in a line.
pub fn outcome(taken: Taken) -> String {
    let words = match (taken.band, taken.step.in_secret) {
        (1.., _) => "it works",
        (0, _) => "nothing besides",
        (..0, true) => "the secret comes out",
        (..0, false) => "it backfires",
    };
    format!("dice {}: {words}", taken.roll)
}

/// An offer in a line: `EC7 A long lease · in return: Credit on easy terms`.
pub fn offer(glance: &Glance<'_>, offer: Offer) -> String {
    let ask = &glance.text().asks[offer.ask].title;
    let title = card(glance, offer.card);
    format!("{title} · in return: {ask}")
}

/// A kind of measure, in a word or two.
pub const fn kind_words(kind: MeasureKind) -> &'static str {
    match kind {
        MeasureKind::Signal => "signal",
        MeasureKind::Sanction => "sanctions",
        MeasureKind::Engage => "talks",
        MeasureKind::Hedge => "hedge",
        MeasureKind::Watch => "find out",
        MeasureKind::Prepare => "plan",
        MeasureKind::Mediate => "mediation",
    }
}
