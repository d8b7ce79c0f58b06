//! Acts from the parting on, those of the same place in the same move side by side.

use std::collections::BTreeMap;

use crate::compare::model::Row;
use crate::compare::steps::{Side, Step};
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;

/// Where in a session an act stands: the move, the exchange in it, the phase, and which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    move_number: u32,
    exchange: usize,
    rank: usize,
    turn: usize,
}

/// The rows, in the order of play.
pub(super) fn rows(lines: &[Side<'_>], from: usize) -> Vec<Row> {
    let mut rows: BTreeMap<Place, Vec<Option<&Step<'_>>>> = BTreeMap::new();
    for (column, line) in lines.iter().enumerate() {
        for (step, place) in line.steps.iter().zip(places(line)).skip(from) {
            let row = rows.entry(place).or_insert_with(|| vec![None; lines.len()]);
            row[column] = Some(step);
        }
    }
    rows.into_values().map(|steps| row(lines, &steps)).collect()
}

fn row(lines: &[Side<'_>], steps: &[Option<&Step<'_>>]) -> Row {
    let first = steps.iter().flatten().next();
    let same = steps.windows(2).all(|pair| match pair {
        [Some(one), Some(other)] => one.is_same(other),
        _ => false,
    });
    Row {
        move_number: first.map_or(0, |step| step.moment.entry.move_number),
        phase: first.map_or("", |step| step.moment.entry.phase.word()),
        same,
        cells: lines
            .iter()
            .zip(steps)
            .map(|(line, step)| step.map(|step| line.cell(step)))
            .collect(),
    }
}

/// The place of each step of a line.
fn places(line: &Side<'_>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(line.steps.len());
    let (mut in_move, mut ruled) = (0, 0);
    let mut turns: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for step in &line.steps {
        let entry = &step.moment.entry;
        if entry.move_number != in_move {
            in_move = entry.move_number;
            ruled = 0;
            turns.clear();
        }
        // A follow-up belongs to the exchange that has just been ruled on.
        let exchange = match entry.phase {
            Phase::FollowUp => ruled.max(1) - 1,
            Phase::Drift | Phase::Ended => usize::MAX,
            Phase::Inject
            | Phase::Europe
            | Phase::Crisis
            | Phase::Offer
            | Phase::Demand
            | Phase::Sealing
            | Phase::Reveal
            | Phase::Response
            | Phase::Ruling => ruled,
        };
        let rank = rank(entry.phase);
        let turn = turns.entry((exchange, rank)).or_default();
        places.push(Place {
            move_number: entry.move_number,
            exchange,
            rank,
            turn: *turn,
        });
        *turn += 1;
        if matches!(entry.act, Action::Rule { .. }) {
            ruled += 1;
        }
    }
    places
}

/// The place of a phase in a move.
const fn rank(phase: Phase) -> usize {
    phase as usize
}
