//! Estimates with their Brier scores and how well they were calibrated.

use std::collections::BTreeMap;

use crate::deck::plain;
use crate::engine::action::Action;
use crate::report::Sight;
use crate::report::model::{Calibration, EstimateLine, Estimates, Forecaster, PollLine};

/// The ranges in which calibration is read, in percent, ends included.
const RANGES: [(u8, u8); 5] = [(0, 19), (20, 39), (40, 60), (61, 80), (81, 100)];

/// What was expected, and what came of it; none where nobody was asked.
pub(super) fn estimates(sight: &Sight<'_>) -> Option<Estimates> {
    let view = sight.table.view(sight.seat);
    if view.room.polls.is_empty() {
        return None;
    }
    let polls: Vec<PollLine> = view
        .room
        .polls
        .iter()
        .map(|poll| {
            let given = poll.estimates.as_deref().unwrap_or_default();
            let estimates: Vec<EstimateLine> = given
                .iter()
                .map(|given| EstimateLine {
                    name: plain(&given.name),
                    entry: entry_of(sight, |act| {
                        matches!(act, Action::Estimate { id, name, .. }
                            if *id == poll.id && *name == given.name)
                    }),
                    percent: given.percent,
                    brier: poll.happened.map(|happened| brier(given.percent, happened)),
                })
                .collect();
            let resolved = entry_of(
                sight,
                |act| matches!(act, Action::ResolveEstimate { id, .. } if *id == poll.id),
            );
            PollLine {
                id: plain(&poll.id),
                entry: entry_of(
                    sight,
                    |act| matches!(act, Action::AskEstimate { id, .. } if *id == poll.id),
                ),
                question: plain(&poll.question),
                resolution: plain(&poll.resolution),
                answered: poll.answered.len(),
                mean: mean(estimates.iter().map(|line| f64::from(line.percent))),
                happened: poll.happened,
                resolved_by: poll.happened.map(|_| resolved),
                brier: mean(estimates.iter().filter_map(|line| line.brier)),
                estimates,
            }
        })
        .collect();
    Some(Estimates {
        forecasters: forecasters(&polls),
        calibration: calibration(&polls),
        polls,
    })
}

/// The last entry that stands with such an act; 0 where the seat sees none.
fn entry_of(sight: &Sight<'_>, is: impl Fn(&Action) -> bool) -> u64 {
    let moments = sight.table.moments();
    let found = sight.seen.iter().rev().find(|seen| {
        let place = usize::try_from(seen.number - 1).unwrap_or(usize::MAX);
        let moment = moments.get(place);
        !seen.undone && moment.is_some_and(|moment| is(&moment.entry.act))
    });
    found.map_or(0, |seen| seen.number)
}

/// The square of how far an estimate was from what happened.
fn brier(percent: u8, happened: bool) -> f64 {
    let truth = if happened { 1.0 } else { 0.0 };
    (f64::from(percent) / 100.0 - truth).powi(2)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = values.fold((0_u32, 0.0), |(count, sum), value| (count + 1, sum + value));
    (count > 0).then(|| sum / f64::from(count))
}

fn forecasters(polls: &[PollLine]) -> Vec<Forecaster> {
    let mut scores: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for line in polls.iter().flat_map(|poll| &poll.estimates) {
        if let Some(brier) = line.brier {
            scores.entry(&line.name).or_default().push(brier);
        }
    }
    let mut forecasters: Vec<Forecaster> = scores
        .into_iter()
        .filter_map(|(name, scores)| {
            Some(Forecaster {
                name: name.to_owned(),
                questions: scores.len(),
                brier: mean(scores.into_iter())?,
            })
        })
        .collect();
    forecasters.sort_by(|a, b| a.brier.total_cmp(&b.brier));
    forecasters
}

fn calibration(polls: &[PollLine]) -> Vec<Calibration> {
    let resolved: Vec<(u8, bool)> = polls
        .iter()
        .filter_map(|poll| Some((poll, poll.happened?)))
        .flat_map(|(poll, happened)| {
            let given = poll.estimates.iter();
            given.map(move |line| (line.percent, happened))
        })
        .collect();
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
mod tests {
    use super::*;

    fn poll(happened: Option<bool>, given: &[(&str, u8)]) -> PollLine {
        PollLine {
            id: "q".to_owned(),
            entry: 1,
            question: "?".to_owned(),
            resolution: "!".to_owned(),
            answered: given.len(),
            estimates: given
                .iter()
                .map(|(name, percent)| EstimateLine {
                    name: (*name).to_owned(),
                    entry: 2,
                    percent: *percent,
                    brier: happened.map(|happened| brier(*percent, happened)),
                })
                .collect(),
            mean: None,
            happened,
            resolved_by: None,
            brier: None,
        }
    }

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-12
    }

    #[test]
    fn a_brier_score_is_the_square_of_the_distance() {
        assert!(close(brier(100, true), 0.0) && close(brier(100, false), 1.0));
        assert!(close(brier(70, true), 0.09) && close(brier(50, false), 0.25));
    }

    #[test]
    fn who_was_nearest_comes_first_and_open_questions_do_not_count() {
        let polls = [
            poll(Some(true), &[("Anna", 70), ("Bo", 40)]),
            poll(Some(false), &[("Anna", 70), ("Bo", 10)]),
            poll(None, &[("Anna", 100), ("Eva", 100)]),
        ];
        let found = forecasters(&polls);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].name.as_str(), found[0].questions), ("Bo", 2));
        assert!(close(found[0].brier, f64::midpoint(0.36, 0.01)));
        assert!(close(found[1].brier, f64::midpoint(0.09, 0.49)));
    }

    #[test]
    fn calibration_holds_what_was_said_against_what_happened() {
        let polls = [
            poll(Some(true), &[("Anna", 70), ("Bo", 80)]),
            poll(Some(false), &[("Anna", 75), ("Bo", 0)]),
        ];
        let ranges = calibration(&polls);
        assert_eq!(ranges.len(), 2);
        assert_eq!((ranges[0].from, ranges[0].estimates), (0, 1));
        assert!(close(ranges[1].expected, 75.0) && close(ranges[1].happened, 200.0 / 3.0));
        let covered: Vec<u8> = RANGES.iter().flat_map(|(from, to)| *from..=*to).collect();
        assert_eq!(
            covered,
            (0..=100).collect::<Vec<u8>>(),
            "every percent has one range"
        );
    }
}
