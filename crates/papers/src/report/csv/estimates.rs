//! The table of estimates: one row an estimate that was revealed.

use crate::report::csv::rows::{Keyed, harmless, table};
use crate::report::model::{EstimateLine, PollLine};

/// The head of the table of estimates.
pub(in crate::report) const ESTIMATES: [&str; 10] = [
    "session",
    "question_id",
    "question",
    "resolution",
    "name",
    "seat",
    "entry",
    "percent",
    "happened",
    "brier",
];

/// One row an estimate.
pub fn estimates(reports: &[Keyed<'_>]) -> String {
    let rows = reports.iter().flat_map(|report| {
        let polls = report.aar.estimates.iter();
        polls
            .flat_map(|estimates| &estimates.polls)
            .flat_map(move |poll| {
                let given = poll.estimates.iter();
                given.map(move |line| estimate(report.key, poll, line).map(harmless))
            })
    });
    table(ESTIMATES.map(str::to_owned), rows)
}

fn estimate(key: &str, poll: &PollLine, line: &EstimateLine) -> [String; ESTIMATES.len()] {
    [
        key.to_owned(),
        poll.id.clone(),
        poll.question.clone(),
        poll.resolution.clone(),
        line.name.clone(),
        line.seat.word().to_owned(),
        line.entry.to_string(),
        line.percent.to_string(),
        poll.happened
            .map_or_else(String::new, |happened| happened.to_string()),
        line.brier
            .map_or_else(String::new, |brier| format!("{brier:.4}")),
    ]
}
