//! The sessions of a deck as it is, kept one by one, so that only those are played again that a changed number changes.

use std::slice;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::target::Target;
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::scenario::Scenario;
use crate::study::StudyError;
use crate::study::number::Lever;
use crate::study::reading::Reading;
use crate::study::record::Record;
use crate::study::session::{BATCH, Counter, Observer, observe};

/// Sessions of one pairing: what came of each, and what of the deck it has read.
#[derive(Debug, Default)]
struct Known(Vec<(Record, Reading)>);

impl Observer for Known {
    fn begin(&mut self, scenario: &Scenario, game: &Game) {
        let mut record = Record::default();
        record.begin(scenario, game);
        self.0.push((record, Reading::begin(scenario, game)));
    }

    fn after_move(&mut self, scenario: &Scenario, game: &Game) {
        if let Some((record, reading)) = self.0.last_mut() {
            record.after_move(scenario, game);
            reading.after_move(scenario, game);
        }
    }

    fn end(&mut self, scenario: &Scenario, game: &Game, outcome: &Outcome) {
        if let Some((record, reading)) = self.0.last_mut() {
            record.end(scenario, game, outcome);
            reading.end();
        }
    }

    fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// The sessions of every pairing on the deck as it is.
pub(super) struct Baseline<'a> {
    target: Target<'a>,
    known: Vec<Known>,
}

impl<'a> Baseline<'a> {
    /// Plays them, on all threads.
    pub(super) fn play(target: Target<'a>, counter: &Counter<'_>) -> Result<Self, StudyError> {
        let Target {
            scenario,
            pairings,
            plan,
        } = target;
        let known = pairings.iter().map(|pairing| {
            let batches = (0..plan.sessions.div_ceil(BATCH))
                .into_par_iter()
                .map(|batch| {
                    let first = batch * BATCH;
                    let which = first..(first + BATCH).min(plan.sessions);
                    observe::<Known>(scenario, pairing, plan.first, which, counter)
                });
            let mut all = Known::default();
            for part in batches.collect::<Result<Vec<Known>, StudyError>>()? {
                all.merge(part);
            }
            Ok(all)
        });
        let known = known.collect::<Result<Vec<Known>, StudyError>>()?;
        Ok(Self { target, known })
    }

    /// What came of them, by pairing.
    pub(super) fn records(&self) -> Vec<Record> {
        let whole = |known: &Known| {
            let mut whole = Record::default();
            for (record, _) in &known.0 {
                whole.merge(record.clone());
            }
            whole
        };
        self.known.iter().map(whole).collect()
    }

    /// What comes of them with a lever at a setting, by pairing.
    ///
    /// A session in which the lever is not read comes out as it did, and is not played again: a card that is
    /// never laid out, or an event that never comes, changes nothing.
    pub(super) fn moved(
        &self,
        lever: &Lever,
        setting: i64,
        counter: &Counter<'_>,
    ) -> Result<Vec<Record>, StudyError> {
        let Target {
            scenario,
            pairings,
            plan,
        } = self.target;
        let other = lever.at(scenario, setting);
        let each = pairings.iter().zip(&self.known).map(|(pairing, known)| {
            let is_read = lever.is_read(scenario, slice::from_ref(pairing));
            let looks_ahead = pairing.looks_ahead(scenario);
            let changes = |reading: &Reading| is_read && (looks_ahead || lever.is_read_in(reading));
            let sessions = (0..).zip(&known.0);
            let (again, stays): (Vec<_>, Vec<_>) =
                sessions.partition(|(_, (_, reading))| changes(reading));
            let which = again.into_iter().map(|(session, _)| session);
            let mut record: Record = observe(&other, pairing, plan.first, which, counter)?;
            for (_, (stays, _)) in stays {
                record.merge(stays.clone());
                counter.add(1)?;
            }
            Ok(record)
        });
        each.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::number::numbers;
    use crate::study::session::{Pairing, Plan, unwatched};
    use crate::study::tests::reference;

    #[test]
    fn sessions_that_are_not_played_again_would_come_out_as_they_did() {
        let scenario = reference();
        let pairings = [
            "random:random:random",
            "greedy:random",
            "ask-2-0-210:reply-deflect",
        ];
        let pairings = pairings.map(|text| text.parse::<Pairing>().expect("a pairing"));
        let target = Target {
            scenario: &scenario,
            pairings: &pairings,
            plan: Plan {
                first: 400,
                sessions: 12,
                threads: None,
            },
        };
        let counter = Counter::new(u64::MAX, &unwatched);
        let baseline = Baseline::play(target, &counter).expect("it plays");
        let stays = |lever: &Lever| {
            let readings = baseline.known.iter().flat_map(|known| &known.0);
            readings
                .filter(|(_, reading)| !lever.is_read_in(reading))
                .count()
        };
        let mut spared = 0;
        for lever in numbers(&scenario).into_iter().map(Lever::from) {
            let here = stays(&lever);
            if here > 0 {
                spared += here;
                let again = target.play(&lever.at(&scenario, lever.high), &counter);
                let moved = baseline.moved(&lever, lever.high, &counter);
                assert!(moved.ok() == again.ok(), "{}", lever.name);
            }
        }
        assert!(spared > 1000, "{spared}");
    }
}
