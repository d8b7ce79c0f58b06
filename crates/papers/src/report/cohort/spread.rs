//! How sessions ended, and how their stability spreads move by move.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::cohort::line::SessionLine;

/// How many sessions ended in an ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingCount {
    /// Its word; none for sessions that go on.
    pub ending: Option<String>,
    /// What the deck calls it; the first of several where decks differ.
    pub title: Option<String>,
    /// How many.
    pub sessions: usize,
}

impl EndingCount {
    /// What the deck calls it, else its word; none for sessions that go on.
    pub fn called(&self) -> Option<&str> {
        self.title.as_deref().or(self.ending.as_deref())
    }
}

/// Stability of all sessions after a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// The move; 0 is STARTEX.
    pub move_number: usize,
    /// Sessions that got there or had ended before.
    pub sessions: usize,
    /// Those of them that had ended: they stay where they ended.
    pub ended: usize,
    /// The lowest.
    pub low: i64,
    /// A quarter of the sessions lies at or below it.
    pub quarter: i64,
    /// The one in the middle; of an even number the lower of the two.
    pub median: i64,
    /// Three quarters of the sessions lie at or below it.
    pub three_quarters: i64,
    /// The highest.
    pub high: i64,
}

/// How many sessions ended in each ending, the most frequent first.
pub(super) fn endings(sessions: &[SessionLine]) -> Vec<EndingCount> {
    let mut counts: BTreeMap<Option<&str>, (Option<&String>, usize)> = BTreeMap::new();
    // Of a session without its facts it is not known whether it ended.
    for line in sessions.iter().filter(|line| line.entries.is_some()) {
        let known = counts.entry(line.ending.as_deref()).or_default();
        known.0 = known.0.or(line.ending_title.as_ref());
        known.1 += 1;
    }
    let mut counts: Vec<EndingCount> = counts
        .into_iter()
        .map(|(ending, (title, sessions))| EndingCount {
            ending: ending.map(str::to_owned),
            title: title.cloned(),
            sessions,
        })
        .collect();
    counts.sort_by(|a, b| {
        let order = |count: &EndingCount| (count.ending.is_none(), usize::MAX - count.sessions);
        order(a).cmp(&order(b))
    });
    counts
}

/// How stability spreads, move by move.
pub(super) fn spread(sessions: &[SessionLine]) -> Vec<Spread> {
    let longest = sessions.iter().map(|line| line.curve.len()).max();
    (0..longest.unwrap_or(0))
        .filter_map(|move_number| {
            // Without those that have ended, what is left would look as if it had recovered.
            let has_ended =
                |line: &&SessionLine| line.ending.is_some() && line.curve.len() <= move_number;
            let here = sessions.iter().filter_map(|line| {
                let carried = line.curve.last().filter(|_| has_ended(&line));
                line.curve.get(move_number).or(carried)
            });
            let mut here: Vec<i64> = here.copied().collect();
            here.sort_unstable();
            let part = |quarters: usize| here.get((here.len().max(1) - 1) * quarters / 4).copied();
            Some(Spread {
                move_number,
                sessions: here.len(),
                ended: sessions
                    .iter()
                    .filter(has_ended)
                    .filter(|line| !line.curve.is_empty())
                    .count(),
                low: part(0)?,
                quarter: part(1)?,
                median: part(2)?,
                three_quarters: part(3)?,
                high: part(4)?,
            })
        })
        .collect()
}
