//! What participants expected of stated outcomes, and how near they came: Brier scores, spread, calibration.
//!
//! All of it can be worked out while the session runs, for the console; the report draws the same model.
//! Before the reveal there are no numbers in it, for nobody.

use std::collections::HashMap;

use serde::Serialize;

use crate::reading::Reading;
use crate::sight::Seen;
use crate::telling::seat_name;
use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::name::known_as;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::PollView;

/// The ranges in which calibration is read, in percent, ends included.
const RANGES: [(u8, u8); 5] = [(0, 19), (20, 39), (40, 60), (61, 80), (81, 100)];

/// What participants expected, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Estimates {
    /// The questions, in the order in which they were asked.
    pub polls: Vec<PollLine>,
    /// Everybody who gave an estimate on a question that was resolved, the nearest first.
    pub forecasters: Vec<Forecaster>,
    /// The same by seat, in the order of the seats.
    pub seats: Vec<Forecaster>,
    /// How often what was called so likely happened; only ranges with estimates.
    pub calibration: Vec<Calibration>,
}

/// A question, with what people answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PollLine {
    /// Its name.
    pub id: String,
    /// The entry in which it was asked.
    pub entry: EntryNumber,
    /// The question.
    pub question: String,
    /// What decides it.
    pub resolution: String,
    /// How many gave an estimate.
    pub answered: usize,
    /// The participants who gave none.
    pub missing: Vec<String>,
    /// The entry that revealed the estimates.
    pub revealed_by: Option<EntryNumber>,
    /// Whether they had been revealed before and that was taken back: then they were not blind.
    pub seen_before: bool,
    /// The estimates; empty until they are revealed.
    pub estimates: Vec<EstimateLine>,
    /// Their mean, in percent; none until they are revealed.
    pub mean: Option<f64>,
    /// How far they lie apart; none until they are revealed.
    pub spread: Option<Spread>,
    /// What came true; none until somebody says so.
    pub happened: Option<bool>,
    /// The entry that said so.
    pub resolved_by: Option<EntryNumber>,
    /// On what grounds.
    pub grounds: Option<String>,
    /// The mean Brier score; none until it is resolved.
    pub brier: Option<f64>,
}

/// How far the estimates on a question lie apart, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The lowest.
    pub lowest: u8,
    /// As many lie below as above.
    pub median: f64,
    /// The highest.
    pub highest: u8,
}

/// One person's estimate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EstimateLine {
    /// Whose.
    pub name: String,
    /// Where they sat.
    pub seat: Seat,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The entry that holds it: the last one before the reveal.
    pub entry: EntryNumber,
    /// 0 to 100.
    pub percent: u8,
    /// The Brier score: the square of how far it was from what happened, 0 best and 1 worst.
    pub brier: Option<f64>,
}

/// Somebody who gave estimates, or a seat from which they came.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forecaster {
    /// The name.
    pub name: String,
    /// Resolved questions with an estimate of theirs; for a seat, estimates on resolved questions.
    pub questions: usize,
    /// The mean Brier score over them.
    pub brier: f64,
}

/// How often what was called so likely happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Calibration {
    /// The range of estimates, in percent: from here,
    pub from: u8,
    /// to here, this one included.
    pub to: u8,
    /// Estimates in the range.
    pub estimates: usize,
    /// Their mean, in percent.
    pub expected: f64,
    /// Of how many of them it happened, in percent.
    pub happened: f64,
}

impl Estimates {
    /// What was expected, and what came of it; none where nobody was asked.
    pub fn of(reading: &Reading<'_>) -> Option<Self> {
        let view = reading.table.view(reading.seat);
        let polls: Vec<PollLine> = view
            .room
            .polls
            .iter()
            .map(|poll| line(reading, poll))
            .collect();
        (!polls.is_empty()).then(|| Self {
            forecasters: forecasters(&polls),
            seats: seats(&polls),
            calibration: calibration(&polls),
            polls,
        })
    }
}

fn line(reading: &Reading<'_>, poll: &PollView) -> PollLine {
    let given = poll.estimates.as_deref().unwrap_or_default();
    let mut entries: HashMap<String, EntryNumber> = HashMap::new();
    for seen in reading.standing_with_turn_zero() {
        match reading.act(seen) {
            Some(Action::Estimate { id, name, .. }) if *id == poll.id => {
                entries.insert(known_as(name), seen.number);
            }
            Some(Action::Rename { name, to }) => {
                if let Some(number) = entries.remove(&known_as(name)) {
                    entries.insert(known_as(to), number);
                }
            }
            Some(
                acts_of!(Action: play, plan, rulings, course, pace, people, estimates, words, marks),
            )
            | None => {}
        }
    }
    let estimates: Vec<EstimateLine> = given
        .iter()
        .map(|given| EstimateLine {
            name: plain(&given.name),
            seat: given.seat,
            seat_name: seat_name(reading.table.deck(), given.seat).to_owned(),
            entry: entries
                .get(&known_as(&given.name))
                .copied()
                .unwrap_or_default(),
            percent: given.percent,
            brier: poll.happened.map(|happened| brier(given.percent, happened)),
        })
        .collect();
    let asked = number(last(
        reading,
        |act| matches!(act, Action::AskEstimate { id, .. } if *id == poll.id),
    ));
    let is_reveal = |act: &Action| matches!(act, Action::RevealEstimates { id } if *id == poll.id);
    let resolved = last(
        reading,
        |act| matches!(act, Action::ResolveEstimate { id, .. } if *id == poll.id),
    );
    PollLine {
        id: plain(&poll.id),
        entry: asked,
        question: plain(&poll.question),
        resolution: plain(&poll.resolution),
        answered: poll.answered.len(),
        missing: poll.missing.iter().map(|name| plain(name)).collect(),
        revealed_by: last(reading, is_reveal).map(|seen| seen.number),
        seen_before: reading.seen.iter().any(|seen| {
            seen.undone && seen.number > asked && reading.act(seen).is_some_and(is_reveal)
        }),
        mean: mean(estimates.iter().map(|line| f64::from(line.percent))),
        spread: spread(&estimates),
        happened: poll.happened,
        resolved_by: resolved.map(|seen| seen.number),
        grounds: resolved.and_then(|seen| match reading.act(seen) {
            Some(Action::ResolveEstimate { reason, .. }) => reason.as_deref().map(plain),
            _ => None,
        }),
        brier: mean(estimates.iter().filter_map(|line| line.brier)),
        estimates,
    }
}

/// The last entry that stands with such an act, turn zero with it.
fn last<'a>(reading: &'a Reading<'_>, is: impl Fn(&Action) -> bool) -> Option<&'a Seen> {
    reading
        .standing_with_turn_zero()
        .filter(|seen| reading.act(seen).is_some_and(&is))
        .last()
}

fn number(seen: Option<&Seen>) -> EntryNumber {
    seen.map_or(EntryNumber::STARTEX, |seen| seen.number)
}

/// The Brier score of an estimate in percent: the square of how far it was from what happened, 0 best and 1 worst.
pub fn brier(percent: u8, happened: bool) -> f64 {
    let truth = if happened { 100 } else { 0 };
    f64::from((i32::from(percent) - truth).pow(2)) / 10_000.0
}

/// The mean of some values; none of none.
pub fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = values.fold((0_u32, 0.0), |(count, sum), value| (count + 1, sum + value));
    (count > 0).then(|| sum / f64::from(count))
}

fn spread(estimates: &[EstimateLine]) -> Option<Spread> {
    let mut percents: Vec<u8> = estimates.iter().map(|line| line.percent).collect();
    percents.sort_unstable();
    let middle = percents.len() / 2;
    let upper = f64::from(*percents.get(middle)?);
    let lower = f64::from(percents[(percents.len() - 1) / 2]);
    Some(Spread {
        lowest: percents[0],
        median: f64::midpoint(lower, upper),
        highest: percents[percents.len() - 1],
    })
}

fn forecasters(polls: &[PollLine]) -> Vec<Forecaster> {
    let mut scores: Vec<(&str, Vec<f64>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for line in polls.iter().flat_map(|poll| &poll.estimates) {
        let Some(brier) = line.brier else { continue };
        let place = *places.entry(known_as(&line.name)).or_insert(scores.len());
        match scores.get_mut(place) {
            Some((_, given)) => given.push(brier),
            None => scores.push((&line.name, vec![brier])),
        }
    }
    let mut forecasters: Vec<Forecaster> = scores
        .into_iter()
        .filter_map(|(name, scores)| forecaster(name, &scores))
        .collect();
    forecasters.sort_by(|a, b| {
        let by_name = || a.name.cmp(&b.name);
        a.brier.total_cmp(&b.brier).then_with(by_name)
    });
    forecasters
}

fn seats(polls: &[PollLine]) -> Vec<Forecaster> {
    Seat::ALL
        .into_iter()
        .filter_map(|seat| {
            let all = polls.iter().flat_map(|poll| &poll.estimates);
            let lines: Vec<&EstimateLine> = all.filter(|line| line.seat == seat).collect();
            let scores: Vec<f64> = lines.iter().filter_map(|line| line.brier).collect();
            forecaster(&lines.first()?.seat_name, &scores)
        })
        .collect()
}

fn forecaster(name: &str, scores: &[f64]) -> Option<Forecaster> {
    Some(Forecaster {
        name: name.to_owned(),
        questions: scores.len(),
        brier: mean(scores.iter().copied())?,
    })
}

fn calibration(polls: &[PollLine]) -> Vec<Calibration> {
    let resolved = polls
        .iter()
        .filter_map(|poll| Some((poll, poll.happened?)))
        .flat_map(|(poll, happened)| {
            let given = poll.estimates.iter();
            given.map(move |line| (line.percent, happened))
        });
    calibrated(&resolved.collect::<Vec<_>>())
}

/// How often what was called so likely happened: of estimates in percent, each with whether it happened.
pub fn calibrated(resolved: &[(u8, bool)]) -> Vec<Calibration> {
    RANGES
        .into_iter()
        .filter_map(|(from, to)| {
            let inside = || {
                let all = resolved.iter().copied();
                all.filter(move |(percent, _)| (from..=to).contains(percent))
            };
            Some(Calibration {
                from,
                to,
                estimates: inside().count(),
                expected: mean(inside().map(|(percent, _)| f64::from(percent)))?,
                happened: mean(inside().map(|(_, happened)| if happened { 100.0 } else { 0.0 }))?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
