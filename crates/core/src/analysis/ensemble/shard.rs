//! Parts of an ensemble that were played apart, and the whole that they add up to.
//!
//! A session depends on nothing but its own number and the seed, and everything is counted in integers: parts
//! that were played on several machines come to the same whole, to the last digit, as one run of all of them.

use serde::{Deserialize, Serialize};

use crate::analysis::ensemble::plan::Plan;
use crate::analysis::ensemble::summary::{Origin, Summary};
use crate::analysis::ensemble::tally::Tally;
use crate::model::scenario::Scenario;

/// The version of this form, for programs that read it.
pub const FORMAT: u32 = 1;

/// An ensemble, or a part of one, with the counts that parts are added up from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    /// The version of this form.
    pub format: u32,
    /// The digest of the deck's text.
    pub deck_hash: String,
    /// What the counts come to.
    #[serde(flatten)]
    pub summary: Summary,
    /// What was counted, in integers: lists stand in the deck's order, or in the order of the words above.
    pub counts: Tally,
}

/// Why parts do not add up to a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unmergeable {
    /// No part at all.
    #[error("there is nothing to merge")]
    Nothing,
    /// A part of another form.
    #[error("{part}: of format {format}; this program reads format {FORMAT}")]
    Format {
        /// The part.
        part: String,
        /// Its format.
        format: u32,
    },
    /// Something that differs and must not.
    #[error("{one} and {other} were not played alike: {what} differs")]
    Differs {
        /// A part.
        one: String,
        /// Another.
        other: String,
        /// What differs.
        what: &'static str,
    },
    /// The counts do not fit what the part says of itself.
    #[error("{part}: its counts are not those of {runs} sessions of this deck")]
    Counts {
        /// The part.
        part: String,
        /// The sessions that it names.
        runs: u64,
    },
    /// Sessions that two parts have played.
    #[error("{one} and {other} hold the same sessions, from number {from} on")]
    Twice {
        /// A part.
        one: String,
        /// Another.
        other: String,
        /// The first session that both have played.
        from: u64,
    },
    /// Sessions that no part has played.
    #[error("sessions {from} to {to} are in no part: they lie between {one} and {other}")]
    Missing {
        /// The part before.
        one: String,
        /// The part after.
        other: String,
        /// The first that is missing.
        from: u64,
        /// The last.
        to: u64,
    },
}

impl Shard {
    /// What was counted, with what it comes to.
    pub fn new(
        scenario: &Scenario,
        deck_hash: &str,
        plan: &Plan,
        from: Option<Origin>,
        counts: Tally,
    ) -> Self {
        Self {
            format: FORMAT,
            deck_hash: deck_hash.to_owned(),
            summary: Summary {
                from,
                ..Summary::new(scenario, plan, &counts)
            },
            counts,
        }
    }

    /// The number after that of its last session.
    const fn end(&self) -> u64 {
        self.summary.first.saturating_add(self.summary.runs)
    }

    /// What about it is not as with another, where anything is not.
    fn differs(&self, other: &Self) -> Option<&'static str> {
        let (mine, theirs) = (&self.summary, &other.summary);
        let alike = [
            (
                "the deck",
                (&mine.deck, &self.deck_hash) == (&theirs.deck, &other.deck_hash),
            ),
            (
                "a bot",
                (&mine.bots, mine.europe) == (&theirs.bots, theirs.europe),
            ),
            ("the seed", mine.seed == theirs.seed),
            ("where sessions were taken up", mine.from == theirs.from),
        ];
        let mut differing = alike.iter().filter(|(_, alike)| !alike);
        differing.next().map(|(what, _)| *what)
    }
}

/// Adds parts up, each with the name by which people know it, in any order.
///
/// # Errors
///
/// Says which parts were not played alike, overlap, or leave sessions out between them.
pub fn merge(mut parts: Vec<(String, Shard)>) -> Result<Shard, Unmergeable> {
    for (part, shard) in &parts {
        let part = part.clone();
        let runs = shard.summary.runs;
        if shard.format != FORMAT {
            let format = shard.format;
            return Err(Unmergeable::Format { part, format });
        }
        if shard.counts.sessions != runs || shard.counts.cards.len() != shard.summary.cards.len() {
            return Err(Unmergeable::Counts { part, runs });
        }
    }
    parts.sort_by_key(|(_, shard)| shard.summary.first);
    let mut parts = parts.into_iter();
    let (mut last, mut whole) = parts.next().ok_or(Unmergeable::Nothing)?;
    for (name, shard) in parts {
        if let Some(what) = whole.differs(&shard) {
            let (one, other) = (last, name);
            return Err(Unmergeable::Differs { one, other, what });
        }
        if !whole.counts.is_shaped_like(&shard.counts) {
            let runs = shard.summary.runs;
            return Err(Unmergeable::Counts { part: name, runs });
        }
        let (end, from) = (whole.end(), shard.summary.first);
        if from < end {
            let (one, other) = (last, name);
            return Err(Unmergeable::Twice { one, other, from });
        }
        if from > end {
            return Err(Unmergeable::Missing {
                one: last,
                other: name,
                from: end,
                to: from - 1,
            });
        }
        whole.counts.merge(&shard.counts);
        whole.summary.runs += shard.summary.runs;
        last = name;
    }
    whole.summary = whole.summary.counting(&whole.counts);
    Ok(whole)
}
