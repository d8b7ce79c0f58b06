//! Every entry as the seat may see it, with what it brought about and what the white cell ruled.

use std::collections::BTreeMap;

use crate::report::Sight;
use crate::report::course::{date, fact_words};
use crate::report::model::{Act, AnnotationLine, Effect, Line, Ruling};
use crate::report::words::unit;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::ledger::Change;
use unequal_core::engine::resolve::contest::{Demand, Reply, band};
use unequal_session::sight::Seen;
use unequal_session::telling::{gauge_name, reason_words, seat_name};

/// Every entry, undone ones too.
pub(super) fn chronology(sight: &Sight<'_>) -> Vec<Line> {
    sight.seen.iter().map(|seen| line(sight, seen)).collect()
}

fn line(sight: &Sight<'_>, seen: &Seen) -> Line {
    let table = sight.table;
    let level = |number: u64| table.gauge_at(number, Gauge::Stability);
    Line {
        entry: seen.number,
        move_number: seen.move_number,
        date: date(sight, seen.move_number),
        at: plain(&seen.at),
        phase: seen.phase.word(),
        seat: seen.seat.word(),
        seat_name: seat_name(table.deck(), seen.seat).to_owned(),
        by: plain(&seen.by.text()),
        kind: seen.kind,
        sentence: seen.sentence.clone(),
        rationale: seen.rationale.clone(),
        confidence: seen.confidence,
        dissent: seen.dissent.clone(),
        undone: seen.undone,
        act: act(sight, seen),
        ruling: ruling(sight, seen),
        effects: effects(sight, &seen.changes),
        events: seen
            .facts
            .iter()
            .filter_map(|fact| fact_words(sight, fact))
            .collect(),
        stability: (level(seen.number - 1), level(seen.number)),
        annotations: annotations(sight, seen.number),
    }
}

fn annotations(sight: &Sight<'_>, number: u64) -> Vec<AnnotationLine> {
    let all = sight.annotations.into_iter();
    all.flat_map(|annotations| annotations.of(number))
        .map(|annotation| AnnotationLine {
            author: plain(&annotation.author),
            kind: annotation.kind.word(),
            text: plain(&annotation.text),
        })
        .collect()
}

/// The parts of an act. Hashes, nonces and what stays sealed are never among them.
fn act(sight: &Sight<'_>, seen: &Seen) -> Act {
    let mut act = Act::default();
    match sight.act(seen) {
        Some(Action::Demand {
            card,
            intensity,
            inducement,
        }) => {
            let scenario = sight.table.scenario();
            if let Some(card) = scenario.card_index(card) {
                with_demand(
                    sight,
                    &mut act,
                    Demand {
                        card,
                        intensity: *intensity,
                        inducement: *inducement,
                    },
                );
            }
        }
        Some(Action::RevealDemand { plan, .. }) => {
            let named = plan.demand.as_ref();
            let card = named.and_then(|named| sight.table.scenario().card_index(&named.card));
            if let (Some(named), Some(card)) = (named, card) {
                with_demand(
                    sight,
                    &mut act,
                    Demand {
                        card,
                        intensity: named.intensity,
                        inducement: named.inducement,
                    },
                );
            }
        }
        Some(Action::Respond { response, to, ask }) => {
            response.word().clone_into(&mut act.response);
            act.deflected_to = plain(to.as_deref().unwrap_or_default());
            act.counter_ask = plain(ask.as_deref().unwrap_or_default());
        }
        Some(Action::FollowUp { choice }) => choice.word().clone_into(&mut act.follow_up),
        _ => {}
    }
    for fact in &seen.facts {
        match fact {
            Fact::EventDrawn(event) => {
                let events = &sight.table.scenario().events;
                event
                    .map_or("quiet", |event| &events[event].id)
                    .clone_into(&mut act.event);
            }
            Fact::Resolved(exchange) => {
                with_demand(sight, &mut act, exchange.demand);
                with_reply(sight, &mut act, exchange.reply);
            }
            _ => {}
        }
    }
    act
}

fn with_demand(sight: &Sight<'_>, act: &mut Act, demand: Demand) {
    let scenario = sight.table.scenario();
    let card = &scenario.cards[demand.card];
    act.card.clone_from(&card.id);
    act.domain.clone_from(&scenario.domains[card.domain].id);
    demand.intensity.word().clone_into(&mut act.intensity);
    demand.inducement.word().clone_into(&mut act.inducement);
}

fn with_reply(sight: &Sight<'_>, act: &mut Act, reply: Reply) {
    reply.response.word().clone_into(&mut act.response);
    if let Some(to) = reply.to {
        let domain = &sight.table.scenario().domains[to];
        act.deflected_to.clone_from(&domain.id);
    }
}

/// The computed and the standing result of a contest.
fn ruling(sight: &Sight<'_>, seen: &Seen) -> Option<Ruling> {
    let exchange = seen.resolved()?;
    let scenario = sight.table.scenario();
    let computed = band(scenario, exchange.roll, exchange.modifier);
    let overruled = computed != exchange.band || exchange.arguments != 0;
    // The public sentence of a ruling tells its reason only where a band was named.
    let reason = match sight.act(seen) {
        Some(Action::Rule { reason, band, .. }) if sight.open || band.is_some() => {
            reason.as_deref().map(plain)
        }
        _ => None,
    };
    Some(Ruling {
        roll: exchange.roll,
        modifier: exchange.modifier,
        arguments: exchange.arguments,
        computed: computed.word(),
        ruled: exchange.band.word(),
        overruled,
        reason: reason.filter(|_| overruled),
        offer_percent: exchange.offer,
    })
}

/// Net changes in canonical order, each with all its reasons.
fn effects(sight: &Sight<'_>, changes: &[Change]) -> Vec<Effect> {
    let deck = sight.table.deck();
    let mut net: BTreeMap<Gauge, Effect> = BTreeMap::new();
    for change in changes {
        let because = reason_words(deck, change.reason);
        net.entry(change.gauge)
            .and_modify(|effect| {
                effect.to = change.to;
                if !effect.because.contains(&because) {
                    effect.because.push(because.clone());
                }
            })
            .or_insert_with(|| Effect {
                gauge: sight.table.scenario().gauge_word(change.gauge),
                name: gauge_name(deck, change.gauge),
                unit: unit(change.gauge),
                from: change.from,
                to: change.to,
                because: vec![because.clone()],
            });
    }
    net.into_values()
        .filter(|effect| effect.by() != 0)
        .collect()
}
