//! Where lines of play first part: a tree of first differences, with what became of each way.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::cohort::line::{SessionLine, Step};

/// So many partings lie upon each other at most: further down nearly every session is alone.
const DEEPEST: usize = 3;

/// Where sessions that went the same way until then part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parting {
    /// The move in which they part, from 1.
    pub move_number: u32,
    /// Acts that they share from STARTEX on.
    pub shared: usize,
    /// The ways that they take, those of most sessions first.
    pub ways: Vec<Way>,
}

/// One way that sessions take where they part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Way {
    /// What happened there, in a sentence; none where the sessions have no further act.
    pub sentence: Option<String>,
    /// The keys of the sessions.
    pub sessions: Vec<String>,
    /// Stability at the last entry of the lowest, the middle and the highest of them; none where it is not known.
    pub stability: Option<[i64; 3]>,
    /// Where they part again; none where they do not, or too far down to be told.
    pub then: Option<Parting>,
}

/// Where sessions part; none where their acts are not known, they have several decks, or they are all the same.
pub(super) fn parting(sessions: &[SessionLine]) -> Option<Parting> {
    let comparable = sessions.iter().all(|line| {
        !line.steps.is_empty()
            && line.deck_hash == sessions[0].deck_hash
            && line.rules == sessions[0].rules
    });
    let lines: Vec<&SessionLine> = sessions.iter().filter(|_| comparable).collect();
    part(&lines, 0, DEEPEST)
}

fn part(lines: &[&SessionLine], from: usize, deeper: usize) -> Option<Parting> {
    let (first, others) = lines.split_first()?;
    if others.is_empty() || deeper == 0 {
        return None;
    }
    let longest = lines.iter().map(|line| line.steps.len()).max()?;
    let parts = |place: &usize| {
        others
            .iter()
            .any(|line| line.steps.get(*place) != first.steps.get(*place))
    };
    let place = (from..longest).find(parts)?;
    let mut ways: BTreeMap<Option<&str>, Vec<&SessionLine>> = BTreeMap::new();
    for line in lines {
        let step = line.steps.get(place).map(|step| step.sentence.as_str());
        ways.entry(step).or_default().push(line);
    }
    let way = |(sentence, lines): (Option<&str>, Vec<&SessionLine>)| Way {
        sentence: sentence.map(str::to_owned),
        sessions: lines.iter().map(|line| line.session.clone()).collect(),
        stability: ends(&lines),
        then: part(&lines, place + 1, deeper - 1),
    };
    let mut ways: Vec<Way> = ways.into_iter().map(way).collect();
    ways.sort_by_key(|way| std::cmp::Reverse(way.sessions.len()));
    let here = lines.iter().find_map(|line| line.steps.get(place));
    Some(Parting {
        move_number: here.map_or(0, |step: &Step| step.move_number),
        shared: place,
        ways,
    })
}

/// Where the lowest, the middle and the highest of them ended.
fn ends(lines: &[&SessionLine]) -> Option<[i64; 3]> {
    let mut ends: Vec<i64> = lines.iter().filter_map(|line| line.stability).collect();
    ends.sort_unstable();
    let middle = (ends.len().max(1) - 1) / 2;
    Some([*ends.first()?, *ends.get(middle)?, *ends.last()?])
}
