//! Several sessions in one picture: how each went and ended, and how they spread.
//!
//! The lines come from reports, or from the tidy tables that reports make. What is not known of a
//! session that came from a table is left out, and said to be.

mod drawn;
mod group;
mod line;
mod paper;
mod parting;
mod read;
mod score;
mod sort;
mod spread;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::words::NOTICE;
use unequal_session::telling::listed;

pub use group::{ALL as WAYS, By, Group};
pub use line::{FieldTally, Given, SessionLine, Step};
pub use paper::{html, markdown, tables};
pub use parting::{Parting, Way};
pub use read::{NotATable, read};
pub use score::{Scores, SeatScore};
pub use sort::{SORTS, Sort};
pub use spread::{EndingCount, Spread};
use spread::{endings, spread};

/// The version of this model, for programs that read the JSON.
const FORMAT: u32 = 5;

/// Several sessions in one picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cohort {
    /// The version of this format.
    pub format: u32,
    /// What a comparison of this kind is not.
    pub notice: String,
    /// Why the sessions' numbers should not be held against one another; empty where they may be.
    pub warnings: Vec<String>,
    /// The sessions that are counted, in the order in which they were given, or sorted.
    pub sessions: Vec<SessionLine>,
    /// Branches of sessions, which nobody decided: counted nowhere unless that was asked for.
    pub branches: Vec<SessionLine>,
    /// How many ended in each ending, the most frequent first.
    pub endings: Vec<EndingCount>,
    /// How stability spreads, move by move.
    pub spread: Vec<Spread>,
    /// What was asked and answered in all sessions, field by field; empty where it is not known.
    pub fields: Vec<FieldTally>,
    /// How near estimates came; none where nothing was resolved.
    pub scores: Option<Scores>,
    /// Where the sessions part; none where they cannot be compared, or are the same.
    pub parting: Option<Parting>,
    /// What sessions and branches are sorted by, where they are.
    pub sort: Option<Sort>,
    /// What the sessions are grouped by, where they are.
    pub by: Option<By>,
    /// The groups, the largest first.
    pub groups: Vec<Group>,
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
            fields: line::summed(&sessions),
            scores: score::scores(&sessions),
            parting: parting::parting(&sessions),
            sort: None,
            by: None,
            groups: Vec::new(),
            sessions,
            branches,
        }
    }

    /// The same sessions in another order, in groups that are made from here on, too.
    #[must_use]
    pub fn sorted(mut self, sort: Option<Sort>) -> Self {
        if let Some(sort) = sort {
            sort.put(&mut self.sessions);
            sort.put(&mut self.branches);
        }
        self.sort = sort;
        self
    }

    /// The same sessions, in groups as well.
    #[must_use]
    pub fn by(mut self, by: Option<By>) -> Self {
        self.by = by;
        self.groups = by.map_or_else(Vec::new, |by| by.groups(&self.sessions));
        self
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
            format!("{value} in {}", named(&names))
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
            named(&redacted)
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
            named(&left_out)
        ));
    }
    (!counted.is_empty()).then(|| {
        format!(
            "Branches are among these lines: {}. They are what-ifs: what they share with a session counts twice, and \
             nobody decided the rest.",
            named(&counted)
        )
    })
}

/// Names that are told one by one; of more, how many they are.
const NAMED: usize = 8;

fn named(names: &[String]) -> String {
    if names.len() > NAMED {
        return format!("{} sessions", names.len());
    }
    listed(names)
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
