//! The moments that moved most: by expected final stability where it was worked out, else by outlook.

use crate::report::model::{
    DecisionExpectation, ExpectationReport, ExpectedPoint, OptionLine, TurningPoint, TurningPoints,
};
use crate::report::words::option_words;
use crate::report::{Findings, Sight};
use unequal_core::engine::action::Kind;
use unequal_session::sight::Seen;

/// How many turning points are told.
const MOST: usize = 6;
/// Points by which a moment must move stability to be told.
const LEAST: f64 = 1.0;

/// The moments that moved most.
pub(super) fn turning_points(sight: &Sight<'_>) -> TurningPoints {
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
        "change of the mean final stability over {} playouts a moment, {} in both seats, in points",
        findings.terms.playouts, findings.terms.policy
    );
    let points = findings
        .answers
        .iter()
        .filter(|answer| answer.moved.is_clear())
        .filter_map(|answer| {
            let seen = sight.standing().find(|seen| seen.number == answer.entry)?;
            Some(TurningPoint {
                error: Some(answer.moved.error),
                ..point(sight, seen, answer.moved.mean, answer.expected.stability)
            })
        });
    (measure, points.collect())
}

/// By outlook. The drift at the end of a move is nobody's act and is left out.
fn by_outlook(sight: &Sight<'_>) -> (String, Vec<TurningPoint>) {
    let measure =
        "change of outlook (stability and what supports it, weighted 1 to 2), in points; \
                   for expected final stability, ask for expectations"
            .to_owned();
    let level = |number: u64| {
        let outlook = sight.table.view_at(number, sight.seat).outlook;
        i32::try_from(outlook).map_or(0.0, f64::from)
    };
    let points = sight
        .standing()
        .filter(|seen| !matches!(seen.kind, Kind::Undo | Kind::CloseMove))
        .map(|seen| {
            let (before, after) = (level(seen.number - 1), level(seen.number));
            point(sight, seen, after - before, after)
        });
    (measure, points.collect())
}

fn point(sight: &Sight<'_>, seen: &Seen, moved: f64, to: f64) -> TurningPoint {
    TurningPoint {
        entry: seen.number,
        move_number: seen.move_number,
        sentence: seen.sentence.clone(),
        context: context(sight, seen),
        moved,
        error: None,
        to,
        rationale: seen.rationale.clone(),
    }
}

/// Demand and response behind a response, ruling or follow-up: the acts of both sides before it in
/// the same move.
fn context(sight: &Sight<'_>, seen: &Seen) -> Vec<(u64, String)> {
    let wanted: &[Kind] = match seen.kind {
        Kind::Respond | Kind::RevealResponse => &[Kind::Demand, Kind::RevealDemand],
        Kind::Rule | Kind::FollowUp => &[
            Kind::Demand,
            Kind::RevealDemand,
            Kind::Respond,
            Kind::RevealResponse,
        ],
        _ => &[],
    };
    let own = sight.recorded.exchanges().find(|(_, exchange)| {
        exchange.ruling_entry == seen.number || exchange.reply_entry == seen.number
    });
    if let Some((_, exchange)) = own {
        return [exchange.demand_entry, exchange.reply_entry]
            .into_iter()
            .filter(|number| *number < seen.number)
            .map(|number| (number, sight.sentence(number)))
            .collect();
    }
    let before = sight
        .standing()
        .filter(|other| other.move_number == seen.move_number && other.number < seen.number)
        .filter(|other| wanted.contains(&other.kind));
    let mut before: Vec<(u64, String)> = before
        .map(|other| (other.number, other.sentence.clone()))
        .collect();
    let surplus = before.len().saturating_sub(2);
    before.drain(..surplus);
    before
}

/// What could be expected at each moment.
pub(super) fn expectations(sight: &Sight<'_>) -> Option<ExpectationReport> {
    let findings = sight.findings?;
    let points = findings.answers.iter().map(|answer| ExpectedPoint {
        entry: answer.entry,
        expected: answer.expected.clone(),
        moved: answer.moved,
    });
    let decisions = findings
        .answers
        .iter()
        .filter(|answer| !answer.instead.is_empty())
        .filter_map(|answer| {
            let seen = sight.standing().find(|seen| seen.number == answer.entry)?;
            let mut options: Vec<OptionLine> = answer
                .instead
                .iter()
                .map(|other| OptionLine {
                    words: option_words(sight.table.deck(), sight.table.scenario(), &other.act),
                    expected: other.expected.clone(),
                    difference: other.difference,
                })
                .collect();
            options.sort_by(|a, b| b.difference.mean.total_cmp(&a.difference.mean));
            Some(DecisionExpectation {
                entry: answer.entry,
                move_number: seen.move_number,
                seat: seen.seat.word(),
                sentence: seen.sentence.clone(),
                taken: answer.expected.clone(),
                options,
            })
        });
    Some(ExpectationReport {
        policy: findings.terms.policy.clone(),
        playouts: findings.terms.playouts,
        seed: findings.terms.seed,
        points: points.collect(),
        decisions: decisions.collect(),
    })
}
