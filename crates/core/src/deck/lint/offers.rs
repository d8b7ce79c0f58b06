//! Finds offers that nobody can make or pay, and measures that Europe can never agree on.

use crate::deck::check::{Findings, at};
use crate::deck::raw::RawDeck;
use crate::deck::raw::card::Card;
use crate::model::choice::{Ending, MeasureKind};

/// Looks through offers and measures.
pub(super) fn lint(raw: &RawDeck, findings: &mut Findings<'_>) {
    for (place, card) in raw.card.iter().enumerate() {
        if card.offer || card.own {
            offer(raw, place, card, findings);
        } else if card.offer_text.is_some() || !card.wants.is_empty() {
            findings.value(
                "not-offered",
                &at!["card", place],
                format!(
                    "`{}` has words for an offer, and the client may not bring it up",
                    card.id
                ),
                "add `offer = true`, or take out `offer_text` and `wants`".to_owned(),
            );
        }
    }
    measures(raw, findings);
}

fn offer(raw: &RawDeck, place: usize, card: &Card, findings: &mut Findings<'_>) {
    let here = at!["card", place];
    if raw.ask.is_empty() {
        findings.value(
            "no-ask",
            &here,
            format!(
                "`{}` is offered, and there is nothing to ask for it",
                card.id
            ),
            "without an `[[ask]]` no offer is ever tabled".to_owned(),
        );
        return;
    }
    if card.indivisible {
        findings.value(
            "never-offered",
            &here.to("offer"),
            "an offer never gives a card whole, and this one is indivisible".to_owned(),
            "take out `offer`, or `indivisible`".to_owned(),
        );
    }
    let domain = raw.domain.iter().find(|domain| domain.id == card.domain);
    let most = domain.map_or(100, |domain| domain.capacity.max(domain.capacity_max));
    if card.capacity_need * raw.offer.scope > 100 * most {
        findings.value(
            "unpayable-offer",
            &here.to("capacity_need"),
            format!("to offer it takes more than the {most} that its domain ever has"),
            format!("at most {}", 100 * most / raw.offer.scope),
        );
    }
    let worth = card.gain * raw.offer.scope / 10;
    let price = |id: &String| {
        raw.ask
            .iter()
            .find(|ask| ask.id == *id)
            .map(|ask| ask.price)
    };
    let cheapest = card.wants.iter().filter_map(price).min();
    if let Some(cheapest) = cheapest.filter(|cheapest| *cheapest >= worth) {
        findings.value(
            "offer-at-a-loss",
            &here.to("wants"),
            format!(
                "it brings the patron {worth} tenths at most, and costs it {cheapest} at least"
            ),
            "nobody who looks at the numbers will take it up: want something cheaper".to_owned(),
        );
    }
}

fn measures(raw: &RawDeck, findings: &mut Findings<'_>) {
    let most = raw.europe.unity.max.max(raw.europe.unity.start);
    for (place, measure) in raw.measure.iter().enumerate() {
        let here = at!["measure", place];
        if measure.unity > most {
            findings.value(
                "unaffordable-measure",
                &here.to("unity"),
                format!("it costs {}, and unity never exceeds {most}", measure.unity),
                "it can never be taken".to_owned(),
            );
        } else if let Some(extra) = measure.secret.filter(|extra| measure.unity + extra > most) {
            findings.value(
                "unaffordable-measure",
                &here.to("secret"),
                format!(
                    "in secret it costs {}, and unity never exceeds {most}",
                    measure.unity + extra
                ),
                "it can never be taken in secret".to_owned(),
            );
        }
        if measure.kind == MeasureKind::Prepare {
            let earlier = raw.measure.iter().take(place);
            let same = |other: &&crate::deck::raw::europe::Measure| {
                other.kind == measure.kind && other.ending == measure.ending
            };
            if earlier.filter(same).count() > 0 {
                findings.value(
                    "same-plan",
                    &here.to("ending"),
                    "an earlier measure plans for the same ending".to_owned(),
                    "a plan is made once".to_owned(),
                );
            }
        }
    }
    let planned = |ending: &&Ending| {
        raw.measure
            .iter()
            .any(|one| one.kind == MeasureKind::Prepare && one.ending == Some(**ending))
    };
    let missing: Vec<&str> = Ending::ALL
        .iter()
        .filter(|ending| !planned(ending))
        .map(|ending| ending.word())
        .collect();
    if !raw.measure.is_empty() && !missing.is_empty() {
        findings.value(
            "no-plan",
            &at!["measure"],
            format!("there is no plan for {}", missing.join(", ")),
            "whoever holds the seat can prepare only for what a measure of the kind `prepare` names".to_owned(),
        );
    }
}
