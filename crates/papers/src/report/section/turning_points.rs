//! The moments that moved most: by expected final stability where it was worked out, else by outlook.

use serde::Serialize;

use crate::document::{
    Block, Item, Marker, Rank, Section, cited, dim, paragraph, quote, said, strong,
};
use crate::report::sight::{Findings, Sight};
use crate::report::words::signed_tenth;
use unequal_core::acts_of;
use unequal_core::engine::action::Kind;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::reading::Cite;
use unequal_session::sight::Seen;

/// The moments that moved most.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningPoints {
    /// What was measured.
    pub measure: String,
    /// The points, largest first.
    pub points: Vec<TurningPoint>,
}

/// A moment that moved much.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningPoint {
    /// The entry.
    pub entry: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// The entry in a sentence.
    pub sentence: String,
    /// What led there: demand and response, or offer, each with its entry.
    pub context: Vec<Cite>,
    /// By how many points.
    pub moved: f64,
    /// Half the width of the 95 % interval, where it was sampled.
    pub give_or_take: Option<f64>,
    /// To what value.
    pub to: f64,
    /// Why, where a side said so.
    pub rationale: Option<String>,
}

/// How many turning points are told.
const MOST: usize = 6;
/// Points by which a moment must move stability to be told.
const LEAST: f64 = 1.0;

/// The moments that moved most.
pub(super) fn of(sight: &Sight<'_>) -> TurningPoints {
    let (measure, mut points) = match &sight.findings {
        Some(findings) => by_expectation(sight, findings),
        None => by_outlook(sight),
    };
    points.retain(|point| point.moved.abs() >= LEAST);
    points.sort_by(|a, b| b.moved.abs().total_cmp(&a.moved.abs()));
    points.truncate(MOST);
    TurningPoints { measure, points }
}

fn by_expectation(sight: &Sight<'_>, findings: &Findings<'_>) -> (String, Vec<TurningPoint>) {
    let measure = format!(
        "change of the mean final stability over {} playouts a moment, {} in both seats, in points, with its 95 % interval",
        findings.terms.playouts, findings.terms.policy
    );
    let points = findings
        .answers
        .iter()
        .filter(|answer| answer.moved.is_clear())
        .filter_map(|answer| {
            let seen = sight.standing().find(|seen| seen.number == answer.entry)?;
            turns(seen.kind).then_some(())?;
            Some(TurningPoint {
                give_or_take: Some(answer.moved.give_or_take()),
                ..point(sight, seen, answer.moved.mean, answer.expected.stability)
            })
        });
    (measure, points.collect())
}

/// By outlook.
fn by_outlook(sight: &Sight<'_>) -> (String, Vec<TurningPoint>) {
    let measure =
        "change of outlook (stability and what supports it, weighted 1 to 2), in points; \
                   for expected final stability, ask for expectations"
            .to_owned();
    let level = |number: EntryNumber| {
        let outlook = sight.table.outlook_at(number);
        i32::try_from(outlook).map_or(0.0, f64::from)
    };
    let points = sight
        .standing()
        .filter(|seen| turns(seen.kind))
        .map(|seen| {
            let (before, after) = (level(seen.number.before()), level(seen.number));
            point(sight, seen, after - before, after)
        });
    (measure, points.collect())
}

/// Whether an act is one at which a session can turn: what a seat does, what comes from outside, what the white cell
/// rules. The drift at the end of a move is nobody's act, and how long a session lasts is no turn of it.
const fn turns(kind: Kind) -> bool {
    match kind {
        Kind::Undo | Kind::CloseMove | Kind::End | acts_of!(Kind: room) => false,
        Kind::Inject
        | Kind::SetMeasure
        | Kind::SetCrisisAct
        | Kind::VetoOffer
        | Kind::Rule
        | Kind::Adjust
        | Kind::FireInject
        | Kind::AdHocInject
        | acts_of!(Kind: seats) => true,
    }
}

fn point(sight: &Sight<'_>, seen: &Seen, moved: f64, to: f64) -> TurningPoint {
    TurningPoint {
        entry: seen.number,
        move_number: seen.move_number,
        sentence: seen.sentence.clone(),
        context: context(sight, seen),
        moved,
        give_or_take: None,
        to,
        rationale: seen.rationale.clone(),
    }
}

/// Demand and response behind a response, ruling or follow-up, and the offer behind its taking up: the acts of
/// both sides before it in the same move.
fn context(sight: &Sight<'_>, seen: &Seen) -> Vec<Cite> {
    let wanted: &[Kind] = match seen.kind {
        Kind::TakeUp => &[Kind::Offer],
        Kind::Respond | Kind::RevealResponse => &[Kind::Demand, Kind::RevealDemand],
        Kind::Rule | Kind::FollowUp => &[
            Kind::Demand,
            Kind::RevealDemand,
            Kind::Respond,
            Kind::RevealResponse,
        ],
        Kind::Measure
        | Kind::Abstain
        | Kind::CrisisAct
        | Kind::Offer
        | Kind::NoOffer
        | Kind::Demand
        | Kind::Hold
        | Kind::Commit
        | Kind::RevealDemand
        | acts_of!(Kind: conduct, room) => &[],
    };
    let own = sight.recorded.exchanges().find(|(_, exchange)| {
        exchange.ruling_entry == seen.number || exchange.reply_entry == seen.number
    });
    if let Some((_, exchange)) = own {
        return [exchange.demand_entry, exchange.reply_entry]
            .into_iter()
            .filter(|number| *number < seen.number)
            .map(|entry| Cite {
                entry,
                move_number: seen.move_number,
                sentence: sight.sentence(entry),
            })
            .collect();
    }
    let before = sight
        .standing()
        .filter(|other| other.move_number == seen.move_number && other.number < seen.number)
        .filter(|other| wanted.contains(&other.kind));
    let mut before: Vec<Cite> = before.map(Cite::to).collect();
    let surplus = before.len().saturating_sub(2);
    before.drain(..surplus);
    before
}

pub(super) fn section(turning: &TurningPoints) -> Section {
    let mut blocks = vec![paragraph(
        Rank::Note,
        format!("Measure: {}.", turning.measure),
    )];
    if turning.points.is_empty() {
        blocks.push(paragraph(Rank::Plain, NONE));
    } else {
        let points = turning.points.iter().map(item).collect();
        blocks.push(Block::List(Marker::Number, points));
    }
    Section::new("turning-points", "Turning points", "Turning points", blocks)
}

/// What is said where no moment is told.
pub(in crate::report) const NONE: &str = "No moment moved it by a point or more.";

fn item(point: &TurningPoint) -> Item {
    let error = point
        .give_or_take
        .map_or_else(String::new, |error| format!(" ± {error:.1}"));
    let moved = format!("{}{error}", signed_tenth(point.moved));
    let mut item = Item::from(said! {
        (strong(moved)) " to " (format!("{:.0}", point.to)) ", move " (point.move_number) ": "
        (cited(&point.sentence, point.entry))
    });
    for Cite {
        entry, sentence, ..
    } in &point.context
    {
        item.add(dim(said! { "after: " (cited(sentence, *entry)) }));
    }
    item.add(
        point
            .rationale
            .as_ref()
            .map(|reason| said! { "why: " (quote(reason)) }),
    );
    item
}
