//! Where lines first part, and what made them.

use crate::compare::model::{Cause, Divergence};
use crate::compare::steps::{Side, Step};
use unequal_core::store::ChangeLine;

/// The first place in which not all lines have the same step; none where they are the same.
pub(super) fn find(lines: &[Side<'_>]) -> Option<usize> {
    let (first, others) = lines.split_first()?;
    let longest = lines.iter().map(|line| line.steps.len()).max()?;
    (0..longest).find(|place| {
        let one = first.steps.get(*place);
        others
            .iter()
            .any(|line| !is_same(one, line.steps.get(*place)))
    })
}

fn is_same(one: Option<&Step<'_>>, other: Option<&Step<'_>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is_same(other),
        (None, None) => true,
        _ => false,
    }
}

/// What happens where lines part.
pub(super) fn told(lines: &[Side<'_>], place: usize) -> Divergence {
    let here: Vec<Option<&Step<'_>>> = lines.iter().map(|line| line.steps.get(place)).collect();
    let cause = cause(&here);
    let known = here.iter().flatten().next();
    let sentence = match cause {
        Cause::Length => format!("{}.", by_line(lines, &here, of_length)),
        Cause::Act => format!("{}.", by_line(lines, &here, of_act)),
        Cause::Chance => format!(
            "The same act, and chance gave something else. {}.",
            by_line(lines, &here, of_act)
        ),
        Cause::Effect => format!(
            "The same act with the same luck had other effects: the position or the deck differs. {}.",
            by_line(lines, &here, |step| of_effect(step, &here))
        ),
    };
    Divergence {
        move_number: known.map_or(0, |step| step.moment.entry.move_number),
        phase: known.map_or("", |step| step.moment.entry.phase.word()),
        cause,
        sentence,
        entries: here
            .iter()
            .map(|step| step.map(|step| step.moment.entry.number))
            .collect(),
    }
}

fn cause<'a>(here: &[Option<&Step<'a>>]) -> Cause {
    let present: Vec<&Step<'a>> = here.iter().copied().flatten().collect();
    let all = |same: fn(&Step<'a>, &Step<'a>) -> bool| {
        present.windows(2).all(|pair| same(pair[0], pair[1]))
    };
    if !all(Step::is_same_act) {
        Cause::Act
    } else if !all(Step::is_same_luck) {
        Cause::Chance
    } else if !all(Step::is_same_effect) {
        Cause::Effect
    } else {
        Cause::Length
    }
}

/// What each line has here, lines with the same told together.
fn by_line(
    lines: &[Side<'_>],
    here: &[Option<&Step<'_>>],
    words: impl Fn(Option<&Step<'_>>) -> String,
) -> String {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for (line, step) in lines.iter().zip(here) {
        let words = words(*step);
        let name = format!("“{}”", line.name);
        match told.iter_mut().find(|(known, _)| *known == words) {
            Some((_, names)) => names.push(name),
            None => told.push((words, vec![name])),
        }
    }
    let told: Vec<String> = told
        .into_iter()
        .map(|(words, names)| format!("{}: {words}", names.join(", ")))
        .collect();
    told.join("; ")
}

fn of_act(step: Option<&Step<'_>>) -> String {
    step.map_or_else(
        || "ends before".to_owned(),
        |step| step.sentence().to_owned(),
    )
}

fn of_length(step: Option<&Step<'_>>) -> String {
    step.map_or_else(
        || "ends before".to_owned(),
        |step| format!("goes on with “{}”", step.sentence()),
    )
}

/// The first change that differs.
fn of_effect(step: Option<&Step<'_>>, here: &[Option<&Step<'_>>]) -> String {
    let Some(step) = step else {
        return "ends before".to_owned();
    };
    let changes = |step: &Step<'_>| step.changes.clone();
    let own = changes(step);
    let others: Vec<Vec<ChangeLine>> = here.iter().flatten().map(|step| changes(step)).collect();
    let differs = |place: &usize| {
        others
            .iter()
            .any(|other| other.get(*place) != own.get(*place))
    };
    let first = (0..own.len()).find(differs);
    let change = first.and_then(|place| own.get(place));
    change.map_or_else(
        || format!("{} (no further change)", step.sentence()),
        |change| {
            format!(
                "{} ({} {} → {})",
                step.sentence(),
                change.gauge,
                change.from,
                change.to
            )
        },
    )
}
