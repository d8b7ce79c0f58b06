//! Reports as tidy tables: one row an act, one row a gauge and move, one row a session, one row an estimate.
//!
//! Every row names its session, so that tables of several sessions can be put under one another. Text
//! that a spreadsheet would take for a formula gets an apostrophe before it; nothing else is changed.

mod estimates;
mod rows;
mod sessions;

use crate::report::csv::rows::{harmless, table};
use crate::report::model::{Course, Line};

pub(super) use estimates::ESTIMATES;
pub use estimates::estimates;
pub use rows::Keyed;
pub(super) use sessions::SESSIONS;
pub use sessions::sessions;

/// A table, as a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The file's name.
    pub name: &'static str,
    /// The rows, with a head.
    pub text: String,
}

/// All tables, each with the rows of all sessions.
pub fn tables(reports: &[Keyed<'_>]) -> [Table; 4] {
    [
        Table {
            name: "acts.csv",
            text: acts(reports),
        },
        Table {
            name: "gauges.csv",
            text: gauges(reports),
        },
        Table {
            name: "sessions.csv",
            text: sessions(reports),
        },
        Table {
            name: "estimates.csv",
            text: estimates(reports),
        },
    ]
}

/// The head of the table of acts.
pub(super) const ACTS: [&str; 41] = [
    "session",
    "entry",
    "move",
    "date",
    "phase",
    "seat",
    "seat_name",
    "by",
    "at",
    "kind",
    "undone",
    "sentence",
    "card",
    "domain",
    "intensity",
    "inducement",
    "response",
    "given_instead",
    "counter_ask",
    "asked_in_return",
    "follow_up",
    "climbs_down",
    "measure",
    "secret",
    "measure_roll",
    "measure_result",
    "event",
    "roll",
    "modifier",
    "arguments",
    "computed_band",
    "ruled_band",
    "overruled",
    "ruling_reason",
    "delivered_percent",
    "rationale",
    "confidence",
    "dissent",
    "red_lines_and_crises",
    "stability_before",
    "stability_after",
];

/// One row an entry.
pub fn acts(reports: &[Keyed<'_>]) -> String {
    let rows = reports.iter().flat_map(|report| {
        let lines = report.aar.chronology.iter();
        lines.map(|line| act(report.key, line).map(harmless))
    });
    table(ACTS.map(str::to_owned), rows)
}

fn act(key: &str, line: &Line) -> [String; ACTS.len()] {
    let ruling = line.ruling.as_ref();
    let dice = line.measure.as_ref();
    let number = |part: fn(&crate::report::model::Ruling) -> i64| {
        ruling.map_or_else(String::new, |ruling| part(ruling).to_string())
    };
    let word =
        |part: fn(&crate::report::model::Ruling) -> String| ruling.map_or_else(String::new, part);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        key.to_owned(),
        line.entry.to_string(),
        line.move_number.to_string(),
        text(&line.date),
        line.phase.to_owned(),
        line.seat.to_owned(),
        line.seat_name.clone(),
        line.by.clone(),
        line.at.clone(),
        line.kind.word().to_owned(),
        line.undone.to_string(),
        line.sentence.clone(),
        line.act.card.clone(),
        line.act.domain.clone(),
        line.act.intensity.clone(),
        line.act.inducement.clone(),
        line.act.response.clone(),
        line.act.given_instead.clone(),
        line.act.counter_ask.clone(),
        line.act.asked_in_return.clone(),
        line.act.follow_up.clone(),
        line.act.climbs_down.clone(),
        line.act.measure.clone(),
        line.act.secret.clone(),
        dice.map_or_else(String::new, |dice| dice.roll.to_string()),
        dice.map_or_else(String::new, |dice| dice.result.to_owned()),
        line.act.event.clone(),
        number(|ruling| ruling.roll),
        number(|ruling| ruling.modifier),
        number(|ruling| ruling.arguments),
        word(|ruling| ruling.computed.to_owned()),
        word(|ruling| ruling.ruled.to_owned()),
        word(|ruling| ruling.overruled.to_string()),
        word(|ruling| ruling.reason.clone().unwrap_or_default()),
        number(|ruling| ruling.delivered_percent),
        text(&line.rationale),
        line.confidence.map_or_else(String::new, |c| c.to_string()),
        text(&line.dissent),
        line.events.join("; "),
        line.stability.0.to_string(),
        line.stability.1.to_string(),
    ]
}

/// The head of the table of gauges.
pub(super) const GAUGES: [&str; 9] = [
    "session", "move", "date", "entry", "closed", "gauge", "name", "unit", "value",
];

/// One row a gauge and move.
pub fn gauges(reports: &[Keyed<'_>]) -> String {
    let rows = reports
        .iter()
        .flat_map(|report| gauge_rows(report.key, &report.aar.course));
    table(GAUGES.map(str::to_owned), rows)
}

fn gauge_rows<'a>(
    key: &'a str,
    course: &'a Course,
) -> impl Iterator<Item = [String; GAUGES.len()]> {
    course
        .points
        .iter()
        .enumerate()
        .flat_map(move |(place, point)| {
            course.gauges.iter().map(move |gauge| {
                [
                    key.to_owned(),
                    point.move_number.to_string(),
                    point.date.clone().unwrap_or_default(),
                    point.entry.to_string(),
                    point.closed.to_string(),
                    gauge.gauge.clone(),
                    gauge.name.clone(),
                    gauge.unit.to_owned(),
                    gauge.values[place].to_string(),
                ]
                .map(harmless)
            })
        })
}
