//! Several sessions in one picture: how each went and ended, and how they spread.
//!
//! The lines come from reports, or from the tidy tables that reports make. What is not known of a
//! session that came from a table is left out, and said to be.

mod paper;
mod read;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::csv::Keyed;
use crate::report::words::NOTICE;
use unequal_core::model::side::Side;
use unequal_session::telling::listed;

pub use paper::{html, markdown};
pub use read::{NotATable, read};

/// The version of this model, for programs that read the JSON.
const FORMAT: u32 = 2;

/// Several sessions in one picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cohort {
    /// The version of this format.
    pub format: u32,
    /// What a comparison of this kind is not.
    pub notice: String,
    /// Why the sessions' numbers should not be held against one another; empty where they may be.
    pub warnings: Vec<String>,
    /// The sessions that are counted, in the order in which they were given.
    pub sessions: Vec<SessionLine>,
    /// Branches of sessions, which nobody decided: counted nowhere unless that was asked for.
    pub branches: Vec<SessionLine>,
    /// How many ended in each ending, the most frequent first.
    pub endings: Vec<EndingCount>,
    /// How stability spreads, move by move.
    pub spread: Vec<Spread>,
}

/// One session of a cohort.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SessionLine {
    /// The key by which tables know it.
    pub session: String,
    /// Its name.
    pub name: String,
    /// The file of the record that it branches off; none for a session of its own.
    pub parent: Option<String>,
    /// The seat whose knowledge the line holds, where something is hidden from it.
    pub known_to: Option<String>,
    /// The deck's id; empty where it is not known.
    pub deck: String,
    /// BLAKE3 of the deck's text; empty where it is not known.
    pub deck_hash: String,
    /// The version of the rules; empty where it is not known.
    pub rules: String,
    /// Who held the patron's seat.
    pub patron: String,
    /// Who held the client's seat.
    pub client: String,
    /// Who held Europe's seat.
    pub europe: String,
    /// Moves closed.
    pub moves: Option<u32>,
    /// Entries of the record that the seat may see.
    pub entries: Option<usize>,
    /// The title of its ending; none while it goes on.
    pub ending: Option<String>,
    /// Stability at STARTEX and after each closed move; empty where it is not known.
    pub curve: Vec<i64>,
    /// Stability where the session stands.
    pub stability: Option<i64>,
    /// Rulings that departed from the computed result.
    pub overrides: Option<usize>,
    /// What they moved stability by, all together, in points.
    pub overrides_moved: Option<i64>,
    /// Decisions by people.
    pub decisions: Option<usize>,
    /// Decisions by people without a reason.
    pub without_reason: Option<usize>,
}

/// How many sessions ended in an ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndingCount {
    /// Its title; none for sessions that go on.
    pub ending: Option<String>,
    /// How many.
    pub sessions: usize,
}

/// What becomes of branches in a picture of sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Branches {
    /// They stand in a table of their own and are counted nowhere.
    #[default]
    Apart,
    /// They count like sessions.
    Counted,
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

impl SessionLine {
    /// The line of a reported session.
    pub fn of(report: Keyed<'_>) -> Self {
        let Keyed { key, aar } = report;
        let facts = &aar.session;
        let closed = aar.course.points.iter().filter(|point| point.closed);
        Self {
            session: key.to_owned(),
            name: facts.name.clone(),
            parent: facts.parent.as_ref().map(|parent| parent.file.clone()),
            known_to: facts.redacted.then(|| facts.seat.clone()),
            deck: facts.deck.clone(),
            deck_hash: facts.deck_hash.clone(),
            rules: facts.rules.to_string(),
            patron: facts.held_by(Side::Patron),
            client: facts.held_by(Side::Client),
            europe: facts.europe_held_by(),
            moves: Some(facts.moves_played),
            entries: Some(facts.entries),
            ending: aar.ending.as_ref().map(|ending| ending.title.clone()),
            curve: closed.map(|point| point.stability).collect(),
            stability: Some(aar.overrides.end),
            overrides: Some(aar.overrides.lines.len()),
            overrides_moved: aar
                .overrides
                .without
                .map(|without| aar.overrides.end - without),
            decisions: Some(aar.gaps.decisions),
            without_reason: Some(aar.gaps.without_reason.len()),
        }
    }
}

impl Cohort {
    /// The picture of these sessions. Where there is nothing but branches, they are counted.
    pub fn new(lines: Vec<SessionLine>, asked: Branches) -> Self {
        let all_branches = lines.iter().all(|line| line.parent.is_some());
        let apart = asked == Branches::Apart && !all_branches;
        let (branches, sessions): (Vec<_>, Vec<_>) = lines
            .into_iter()
            .partition(|line| apart && line.parent.is_some());
        let mut warnings = warnings(&sessions);
        warnings.extend(told_of_branches(&sessions, &branches));
        Self {
            format: FORMAT,
            notice: NOTICE.to_owned(),
            warnings,
            endings: endings(&sessions),
            spread: spread(&sessions),
            sessions,
            branches,
        }
    }

    /// The picture of reported sessions.
    pub fn of(reports: &[Keyed<'_>], asked: Branches) -> Self {
        Self::new(
            reports.iter().copied().map(SessionLine::of).collect(),
            asked,
        )
    }
}

/// What keeps the numbers of sessions from being held against one another.
fn warnings(sessions: &[SessionLine]) -> Vec<String> {
    let mut warnings = Vec::new();
    let groups = |of: fn(&SessionLine) -> String| -> BTreeMap<String, Vec<String>> {
        let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in sessions {
            groups
                .entry(of(line))
                .or_default()
                .push(line.session.clone());
        }
        groups
    };
    let told = |groups: BTreeMap<String, Vec<String>>| -> String {
        let each = groups.into_iter().map(|(value, names)| {
            let value = if value.is_empty() {
                "not known"
            } else {
                &value
            };
            format!("{value} in {}", listed(&names))
        });
        each.collect::<Vec<_>>().join("; ")
    };
    let decks = groups(|line| {
        let hash: String = line.deck_hash.chars().take(8).collect();
        match (line.deck.as_str(), hash.as_str()) {
            ("", "") => String::new(),
            (deck, hash) => format!("{deck} ({hash})"),
        }
    });
    if decks.len() > 1 {
        warnings.push(format!(
            "Different decks: acts and numbers need not mean the same. {}.",
            told(decks)
        ));
    }
    let rules = groups(|line| line.rules.clone());
    if rules.len() > 1 {
        warnings.push(format!(
            "Different rules: the same acts may give different numbers. Rules {}.",
            told(rules)
        ));
    }
    let redacted: Vec<String> = sessions
        .iter()
        .filter_map(|line| Some(format!("{} ({})", line.session, line.known_to.as_ref()?)))
        .collect();
    if !redacted.is_empty() {
        warnings.push(format!(
            "Told as a seat may know it while the session goes on: {}.",
            listed(&redacted)
        ));
    }
    let all_unknown = sessions.iter().all(|line| line.deck_hash.is_empty());
    if all_unknown && !sessions.is_empty() {
        warnings
            .push("Decks and rules are not known: the table of sessions was not given.".to_owned());
    }
    warnings
}

/// What is said of branches: that they are left out, or that they are among the sessions.
fn told_of_branches(sessions: &[SessionLine], branches: &[SessionLine]) -> Option<String> {
    let names = |lines: &mut dyn Iterator<Item = &SessionLine>| -> Vec<String> {
        lines.map(|line| line.session.clone()).collect()
    };
    let counted = names(&mut sessions.iter().filter(|line| line.parent.is_some()));
    let left_out = names(&mut branches.iter());
    if !left_out.is_empty() {
        return Some(format!(
            "Left out of counts and curves: {}. A branch is a what-if that shares its first moves with a session, and \
             nobody decided the rest.",
            listed(&left_out)
        ));
    }
    (!counted.is_empty()).then(|| {
        format!(
            "Branches are among these lines: {}. They are what-ifs: what they share with a session counts twice, and \
             nobody decided the rest.",
            listed(&counted)
        )
    })
}

fn endings(sessions: &[SessionLine]) -> Vec<EndingCount> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    // Of a session without its facts it is not known whether it ended.
    for line in sessions.iter().filter(|line| line.entries.is_some()) {
        *counts.entry(line.ending.as_deref()).or_default() += 1;
    }
    let mut counts: Vec<EndingCount> = counts
        .into_iter()
        .map(|(ending, sessions)| EndingCount {
            ending: ending.map(str::to_owned),
            sessions,
        })
        .collect();
    counts.sort_by(|a, b| {
        let order = |count: &EndingCount| (count.ending.is_none(), usize::MAX - count.sessions);
        order(a).cmp(&order(b))
    });
    counts
}

fn spread(sessions: &[SessionLine]) -> Vec<Spread> {
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

/// A key for a session that is told apart from those taken: `table-2`, `table-2-2`.
pub fn key(name: &str, taken: &[String]) -> String {
    let mut key = name.to_owned();
    let mut number = 2;
    while taken.contains(&key) {
        key = format!("{name}-{number}");
        number += 1;
    }
    key
}
