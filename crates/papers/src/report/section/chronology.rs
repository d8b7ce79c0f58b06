//! Every entry as the seat may see it, with what it brought about and what the white cell ruled.

mod act;
mod drawn;

use serde::Serialize;

use crate::report::section::course::{date, fact_words};
use crate::report::sight::Sight;
use crate::report::words::unit;
use std::collections::BTreeMap;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::model::contest::band;
use unequal_core::model::europe::Taken;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::ledger::Change;
use unequal_session::reading::Shift;
use unequal_session::sight::Seen;
use unequal_session::telling::{gauge_name, person_words, reason_words, seat_name};

pub use act::Act;
pub(super) use drawn::section;

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its number.
    pub entry: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// When in the story, where the deck says so.
    pub date: Option<String>,
    /// When it was made, in UTC.
    pub at: String,
    /// The phase.
    pub phase: &'static str,
    /// The seat's word.
    pub seat: &'static str,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The hand: a person's name, `bot:NAME`, `outside:NAME VERSION, try N` or `program`.
    pub by: String,
    /// The kind of act.
    pub kind: Kind,
    /// What happened, in a sentence.
    pub sentence: String,
    /// Why, where it was said and may be known.
    pub rationale: Option<String>,
    /// How sure, 0 to 100.
    pub confidence: Option<u8>,
    /// Who disagreed, and why.
    pub dissent: Option<String>,
    /// The entry that put right what was written beside this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<EntryNumber>,
    /// Why stability moved, in words, where the entry closed a move.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Whether it was undone later.
    pub undone: bool,
    /// The act's parts, for tables.
    #[serde(skip_serializing_if = "Act::is_empty")]
    pub act: Act,
    /// The computed and the standing result, for rulings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruling: Option<Ruling>,
    /// The dice of a measure of Europe's, and what became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureDice>,
    /// Net changes of gauges, in canonical order.
    pub effects: Vec<Effect>,
    /// What else happened: red lines, crises.
    pub events: Vec<String>,
    /// Stability before and after.
    pub stability: Shift,
    /// What those who studied the record wrote to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<AnnotationLine>,
}

/// A remark on an entry by somebody who studied the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnnotationLine {
    /// Who made it.
    pub author: String,
    /// `comment`, `glyph` or `bookmark`.
    pub kind: &'static str,
    /// Its text.
    pub text: String,
}

/// The computed and the standing result of a contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ruling {
    /// The two dice.
    pub roll: i64,
    /// What press and resistance add to them.
    pub modifier: i64,
    /// Net argued modifier.
    pub arguments: i64,
    /// The band that dice and modifier give, arguments left out.
    pub computed: &'static str,
    /// The band that stands.
    pub ruled: &'static str,
    /// Whether the white cell departed from the computed result.
    pub overruled: bool,
    /// Why it did.
    pub reason: Option<String>,
    /// Percent of the card that was handed over.
    pub delivered_percent: i64,
}

/// The dice of a measure of Europe's, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureDice {
    /// The two dice.
    pub roll: i64,
    /// `worked`, `nothing besides`, `backfired` or `came out`.
    pub result: &'static str,
}

/// The net change of a gauge by one entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The gauge's word.
    pub gauge: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: &'static str,
    /// The value before.
    pub from: i64,
    /// The value after.
    pub to: i64,
    /// Why, in a few words each.
    pub because: Vec<String>,
}

impl Effect {
    /// The signed difference.
    pub const fn by(&self) -> i64 {
        self.to - self.from
    }
}

/// Every entry, undone ones too.
pub(super) fn of(sight: &Sight<'_>) -> Vec<Line> {
    sight
        .seen
        .iter()
        .filter(|seen| !(sight.people && seen.by.is_machine()))
        .map(|seen| of_entry(sight, seen))
        .collect()
}

fn of_entry(sight: &Sight<'_>, seen: &Seen) -> Line {
    let table = sight.table;
    let level = |number: EntryNumber| table.gauge_at(number, Gauge::Stability);
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
        corrected: seen.corrected,
        account: seen.facts.contains(&Fact::MoveClosed).then(|| {
            let account = table.account(seen.number, sight.seat);
            account.sentence(table.deck())
        }),
        undone: seen.undone,
        act: act::act(sight, seen),
        ruling: ruling(sight, seen),
        measure: seen.facts.iter().find_map(|fact| match fact {
            Fact::MeasureTaken(taken) => Some(measure(*taken)),
            _ => None,
        }),
        effects: effects(sight, &seen.changes),
        events: seen
            .facts
            .iter()
            .filter_map(|fact| fact_words(sight, fact))
            .collect(),
        stability: Shift {
            before: level(seen.number.before()),
            after: level(seen.number),
        },
        annotations: annotations(sight, seen.number),
    }
}

fn annotations(sight: &Sight<'_>, number: EntryNumber) -> Vec<AnnotationLine> {
    let all = sight.annotations.into_iter();
    all.flat_map(|annotations| annotations.of(number))
        .map(|annotation| AnnotationLine {
            author: person_words(&annotation.author),
            kind: annotation.kind.word(),
            text: plain(&annotation.text),
        })
        .collect()
}

/// The computed and the standing result of a contest.
pub(super) fn ruling(sight: &Sight<'_>, seen: &Seen) -> Option<Ruling> {
    let exchange = seen.resolved()?;
    let scenario = sight.table.scenario();
    let computed = band(scenario, exchange.roll, exchange.modifier);
    let overruled = computed != exchange.band || exchange.arguments != 0;
    // The public sentence of a ruling tells its reason only where a band was named.
    let reason = match &seen.act {
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
        delivered_percent: exchange.delivered,
    })
}

/// The dice of a measure, in words.
fn measure(taken: Taken) -> MeasureDice {
    MeasureDice {
        roll: taken.roll,
        result: measure_result(taken),
    }
}

/// What became of a measure: below 0 the band of a secret one says that it came out.
pub(super) const fn measure_result(taken: Taken) -> &'static str {
    let [worked, nothing, backfired, came_out] = RESULTS;
    match (taken.band, taken.step.in_secret) {
        (1.., _) => worked,
        (0, _) => nothing,
        (_, false) => backfired,
        (_, true) => came_out,
    }
}

/// What can become of a measure.
pub(in crate::report) const RESULTS: [&str; 4] =
    ["worked", "nothing besides", "backfired", "came out"];

/// Net changes in canonical order, each with all its reasons.
pub(super) fn effects(sight: &Sight<'_>, changes: &[Change]) -> Vec<Effect> {
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
