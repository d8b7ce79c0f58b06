//! What Europe did, with dice and effect, what it was prepared for, and who climbed down in crises.

use serde::Serialize;

use crate::document::{
    Block, Inline, Rank, Section, Span, Table, cells, cited, dim, heading, paragraph, strong, told,
};
use crate::report::section::chronology::{Effect, effects, measure_result};
use crate::report::session::SessionFacts;
use crate::report::sight::Sight;
use crate::report::words::{change_words, crisis_act_name, in_secret};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::choice::{Ending, MeasureKind, Side};
use unequal_core::model::europe::Taken;
use unequal_core::model::gauge::Gauge;
use unequal_session::reading::Shift;
use unequal_session::sight::Seen;
use unequal_session::telling::listed;
use unequal_session::telling::{count, signed};

/// What Europe did and was prepared for, as far as the seat may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Europe {
    /// The measures, in order.
    pub measures: Vec<MeasureLine>,
    /// The endings that there is a plan for; none where the seat may not know it.
    pub plans: Option<Vec<PlanLine>>,
    /// Whether there was a plan for the ending that came; none before it, and where the seat may not know it.
    pub prepared: Option<bool>,
    /// How well sanctions were kept by those who only said so; none where it is not known.
    pub compliance: Option<i64>,
}

/// An ending that Europe has a plan for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanLine {
    /// The ending.
    pub ending: Ending,
    /// Its title.
    pub title: String,
}

/// A measure of Europe's and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureLine {
    /// The move, from 1.
    pub move_number: u32,
    /// The entry.
    pub entry: EntryNumber,
    /// The measure's id.
    pub measure: String,
    /// Its title.
    pub title: String,
    /// Its kind, as a word.
    pub kind: &'static str,
    /// Whether it was taken in secret.
    pub secret: bool,
    /// The two dice.
    pub roll: i64,
    /// `worked`, `nothing besides`, `backfired` or `came out`.
    pub result: &'static str,
    /// What it moved.
    pub effects: Vec<Effect>,
}

/// Decisions of both sides in a crisis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CrisisLine {
    /// The move, from 1.
    pub move_number: u32,
    /// The entry by which both were revealed.
    pub entry: EntryNumber,
    /// Whether the patron climbed down.
    pub patron: bool,
    /// Whether the client did.
    pub client: bool,
    /// The same in words of the deck.
    pub words: String,
    /// Whether Europe mediated in this move, as far as the seat may know.
    pub mediated: bool,
    /// Stability before and after.
    pub stability: Shift,
}

/// What Europe did; none where nobody ever sat there.
pub(super) fn of(sight: &Sight<'_>) -> Option<Europe> {
    let eyes = if sight.open {
        Seat::WhiteCell
    } else {
        sight.seat
    };
    let view = sight.table.view(eyes);
    let measures: Vec<MeasureLine> = sight
        .standing()
        .filter_map(|seen| Some(measure(sight, seen, taken(seen)?)))
        .collect();
    if !view.has_europe && measures.is_empty() {
        return None;
    }
    let own = view.europe.as_ref();
    let plan = |ending: &Ending| PlanLine {
        ending: *ending,
        title: sight.table.deck().text.ending(*ending).title.clone(),
    };
    Some(Europe {
        measures,
        plans: own.map(|own| own.plans.iter().map(plan).collect()),
        prepared: prepared(&view),
        compliance: own.and_then(|own| own.compliance),
    })
}

fn prepared(view: &View) -> Option<bool> {
    let (outcome, own) = (view.outcome?, view.europe.as_ref()?);
    Some(own.plans.contains(&outcome.ending))
}

fn taken(seen: &Seen) -> Option<Taken> {
    seen.facts.iter().find_map(|fact| match fact {
        Fact::MeasureTaken(taken) => Some(*taken),
        _ => None,
    })
}

fn measure(sight: &Sight<'_>, seen: &Seen, taken: Taken) -> MeasureLine {
    let at = taken.step.measure;
    MeasureLine {
        move_number: seen.move_number,
        entry: seen.number,
        measure: sight.table.scenario().measure(at).id.clone(),
        title: sight.table.deck().text.measures[at].title.clone(),
        kind: sight.table.scenario().measure(at).kind.word(),
        secret: taken.step.in_secret,
        roll: taken.roll,
        result: measure_result(taken),
        effects: effects(sight, &seen.changes),
    }
}

/// The moves of crisis in which both sides decided, in order.
pub(super) fn crises(sight: &Sight<'_>) -> Vec<CrisisLine> {
    let decided = sight.standing().filter_map(|seen| {
        let acts = seen.facts.iter().find_map(|fact| match fact {
            Fact::ClimbedDown(acts) => Some(*acts),
            _ => None,
        })?;
        let level = |number| sight.table.gauge_at(number, Gauge::Stability);
        Some(CrisisLine {
            move_number: seen.move_number,
            entry: seen.number,
            patron: acts.patron,
            client: acts.client,
            words: climbed(sight, acts.patron, acts.client),
            mediated: mediated(sight, seen.move_number),
            stability: Shift {
                before: level(seen.number.before()),
                after: level(seen.number),
            },
        })
    });
    decided.collect()
}

fn climbed(sight: &Sight<'_>, patron: bool, client: bool) -> String {
    let deck = sight.table.deck();
    let name = |side: Side| {
        let who = deck.text.seat_name(side.into());
        format!("{who}: {}", crisis_act_name(deck, side))
    };
    let acts = [(patron, Side::Patron), (client, Side::Client)];
    let acts = acts.into_iter().filter(|(acts, _)| *acts);
    let names: Vec<String> = acts.map(|(_, side)| name(side)).collect();
    if names.is_empty() {
        "neither climbed down".to_owned()
    } else {
        listed(&names)
    }
}

fn mediated(sight: &Sight<'_>, move_number: u32) -> bool {
    let scenario = sight.table.scenario();
    let here = sight
        .standing()
        .filter(|seen| seen.move_number == move_number);
    here.filter_map(taken)
        .any(|taken| scenario.measure(taken.step.measure).kind == MeasureKind::Mediate)
}

pub(super) fn section(
    session: &SessionFacts,
    europe: Option<&Europe>,
    crises: &[CrisisLine],
) -> Section {
    let mut blocks = Vec::new();
    if let Some(europe) = europe {
        blocks.push(paragraph(Rank::Plain, prepared_words(session, europe)));
        if !europe.measures.is_empty() {
            blocks.push(Block::Table(
                Table::default()
                    .numbers(["move"])
                    .texts(["measure", "kind", "dice", "what it moved"])
                    .rows(europe.measures.iter().map(row)),
            ));
        }
    }
    if !crises.is_empty() {
        blocks.push(heading("In crises"));
        blocks.push(Block::Table(
            Table::default()
                .numbers(["move"])
                .texts(["who climbed down"])
                .numbers(["stability"])
                .rows(crises.iter().map(crisis_row)),
        ));
    }
    let title = match (europe.is_some(), crises.is_empty()) {
        (true, true) => "What Europe did",
        (true, false) => "What Europe did, and the crises",
        (false, _) => "The crises",
    };
    Section::new("europe", title, title, blocks)
}

/// What Europe was prepared for, in a sentence or two.
fn prepared_words(session: &SessionFacts, europe: &Europe) -> String {
    let name = session.seat_named(Seat::Europe);
    let taken = count(europe.measures.len(), "measure", "measures");
    let mut words = format!("{name} took {taken}, as far as is known here.");
    if let Some(plans) = &europe.plans {
        words = format!("{name} took {taken}. ");
        let plans = match plans.as_slice() {
            [] => "It had a plan for no ending.".to_owned(),
            plans => {
                let titles: Vec<String> = plans.iter().map(|plan| plan.title.clone()).collect();
                format!("It had a plan for: {}.", listed(&titles))
            }
        };
        words.push_str(&plans);
    }
    match europe.prepared {
        Some(true) => words += " There was one for the ending that came.",
        Some(false) => words += " There was none for the ending that came.",
        None => {}
    }
    if let Some(compliance) = europe.compliance {
        let added = signed(compliance);
        let of = " Those who only say that they keep sanctions add ";
        words.extend([of, added.as_str(), " to the roll of one."]);
    }
    words
}

fn row(line: &MeasureLine) -> Vec<Inline> {
    let moved: Vec<String> = (line.effects.iter())
        .map(|effect| format!("{} {}", effect.name, change_words(effect.by(), effect.unit)))
        .collect();
    let secret = Some(in_secret(line.secret)).filter(|words| !words.is_empty());
    cells! {
        [(line.move_number)] [(cited(&line.title, line.entry)) (secret.map(dim))] [(line.kind)]
        [(line.roll) ": " (strong(line.result))] [(moved.join(" · "))]
    }
}

fn crisis_row(line: &CrisisLine) -> Vec<Inline> {
    let Shift { before, after } = line.stability;
    let mediated = line.mediated.then(|| dim("; mediated"));
    cells! {
        [(line.move_number)] [(told(&line.words)) (mediated) " " (Span::cite(line.entry))]
        [(before) " → " (after)]
    }
}
