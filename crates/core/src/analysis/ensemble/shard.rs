//! Parts of an ensemble that were played apart, and the whole that they add up to.
//!
//! A session depends on nothing but its own number and the seed, and everything is counted in integers: parts
//! that were played on several machines come to the same whole, to the last digit, as one run of all of them.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::analysis::ensemble::plan::Plan;
use crate::analysis::ensemble::summary::{Origin, Summary};
use crate::analysis::ensemble::tally::Tally;
use crate::bot::EuropeBot;
use crate::model::RULES;
use crate::model::scenario::Scenario;

/// The version of this form, for programs that read it.
pub const FORMAT: u32 = 2;

/// An ensemble, or a part of one, with the counts that parts are added up from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shard {
    /// The version of this form.
    pub format: u32,
    /// The version of the rules that were played.
    pub rules: u32,
    /// The digest of the deck's text.
    pub deck_hash: String,
    /// Sessions of the whole that this is a part of, where that was said; left out of what is whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<u64>,
    /// What the counts come to.
    #[serde(flatten)]
    pub summary: Summary,
    /// What was counted, in integers: lists stand in the deck's order, or in the order of the words above.
    pub counts: Tally,
}

/// What parts are to come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// So many sessions, or as many as the parts say where none are named here.
    Whole(Option<u64>),
    /// A part again: others may come before and after it.
    Part,
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
    #[error(
        "{one} and {other} were not played alike: {what} is {mine} in {one}, {theirs} in {other}"
    )]
    Differs {
        /// A part.
        one: String,
        /// Another.
        other: String,
        /// What differs.
        what: &'static str,
        /// What it is in the one.
        mine: String,
        /// What it is in the other.
        theirs: String,
    },
    /// The counts do not fit what the part says of itself.
    #[error("{part}: its counts are not those of {runs} sessions of this deck")]
    Counts {
        /// The part.
        part: String,
        /// The sessions that it names.
        runs: u64,
    },
    /// Counts that cannot all be true.
    #[error("{part}: its counts contradict one another: {what}")]
    Contradicts {
        /// The part.
        part: String,
        /// Which do.
        what: &'static str,
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
    #[error("{}", in_no_part(.missing))]
    Missing {
        /// Their numbers.
        missing: Vec<RangeInclusive<u64>>,
    },
    /// Sessions beyond the whole.
    #[error("{part} goes to session {last}, and the whole ends with {}", .whole.saturating_sub(1))]
    Beyond {
        /// The part.
        part: String,
        /// Its last session.
        last: u64,
        /// Sessions of the whole.
        whole: u64,
    },
}

/// That sessions are missing, by their numbers: `sessions 0 to 9 and 20 are in no part`.
pub fn in_no_part(missing: &[RangeInclusive<u64>]) -> String {
    let one = |span: &RangeInclusive<u64>| match (span.start(), span.end()) {
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("{from} to {to}"),
    };
    let named: Vec<String> = missing.iter().map(one).collect();
    match (missing, named.as_slice()) {
        ([span], [only]) if span.start() == span.end() => format!("session {only} is in no part"),
        (_, [before @ .., last]) if !before.is_empty() => {
            format!("sessions {} and {last} are in no part", before.join(", "))
        }
        (_, all) => format!("sessions {} are in no part", all.concat()),
    }
}

impl Shard {
    /// What was counted, with what it comes to; `whole` says of how many sessions it is a part.
    pub fn new(
        scenario: &Scenario,
        deck_hash: &str,
        plan: &Plan,
        whole: Option<u64>,
        from: Option<Origin>,
        counts: Tally,
    ) -> Self {
        let shard = Self {
            format: FORMAT,
            rules: RULES,
            deck_hash: deck_hash.to_owned(),
            whole,
            summary: Summary {
                from,
                ..Summary::new(scenario, plan, &counts)
            },
            counts,
        };
        shard.whole_or_part()
    }

    /// The same, without a word about the whole where it is one: parts and one run come to the same bytes.
    fn whole_or_part(self) -> Self {
        let runs = self.summary.runs;
        let whole = self
            .whole
            .filter(|&whole| (self.summary.first, whole) != (0, runs));
        Self { whole, ..self }
    }

    /// The number after that of its last session.
    const fn end(&self) -> u64 {
        self.summary.first.saturating_add(self.summary.runs)
    }

    /// What about it is not as with another, where anything is not: what, here and there.
    fn differs(&self, other: &Self) -> Option<(&'static str, String, String)> {
        let told = |shard: &Self| {
            let played = &shard.summary;
            let europe = match played.europe {
                EuropeBot::Absent => "nobody",
                bot => bot.word(),
            };
            let from = played.from.as_ref();
            [
                ("the version of the rules", shard.rules.to_string()),
                ("the deck", played.deck.clone()),
                ("the digest of the deck", shard.deck_hash.clone()),
                ("the patron’s bot", played.bots.patron.clone()),
                ("the client’s bot", played.bots.client.clone()),
                ("the bot in Europe’s seat", europe.to_owned()),
                ("the seed", played.seed.to_string()),
                (
                    "where sessions were taken up",
                    from.map_or_else(
                        || "STARTEX".to_owned(),
                        |from| format!("entry {} of {}", from.entry, from.save),
                    ),
                ),
            ]
        };
        let mut both = told(self).into_iter().zip(told(other));
        both.find(|(mine, theirs)| mine != theirs)
            .map(|((what, mine), (_, theirs))| (what, mine, theirs))
    }

    /// Whether it is what it says of itself.
    ///
    /// # Errors
    ///
    /// Says what it is not.
    fn check(&self, part: &str) -> Result<(), Unmergeable> {
        let (part, runs) = (part.to_owned(), self.summary.runs);
        if self.format != FORMAT {
            let format = self.format;
            return Err(Unmergeable::Format { part, format });
        }
        if self.counts.sessions != runs || self.counts.cards.len() != self.summary.cards.len() {
            return Err(Unmergeable::Counts { part, runs });
        }
        if let Some(what) = self.counts.contradiction() {
            return Err(Unmergeable::Contradicts { part, what });
        }
        if self.summary != self.summary.counting(&self.counts) {
            let what = "what they come to is not what stands above them";
            return Err(Unmergeable::Contradicts { part, what });
        }
        Ok(())
    }
}

/// Adds parts up, each with the name by which people know it, in any order.
///
/// # Errors
///
/// Says which parts were not played alike, overlap, or leave sessions out: between them, and before and after them
/// where it is known how many the whole has.
pub fn merge(mut parts: Vec<(String, Shard)>, expected: Expected) -> Result<Shard, Unmergeable> {
    for (part, shard) in &parts {
        shard.check(part)?;
    }
    parts.sort_by_key(|(_, shard)| shard.summary.first);
    let mut expects = match expected {
        Expected::Whole(whole) => whole.map(|whole| ("--expect".to_owned(), whole)),
        Expected::Part => None,
    };
    let mut missing = Vec::new();
    let mut parts = parts.into_iter();
    let (mut last, mut whole) = parts.next().ok_or(Unmergeable::Nothing)?;
    agree(&mut expects, &last, &whole)?;
    for (name, shard) in parts {
        if let Some((what, mine, theirs)) = whole.differs(&shard) {
            return Err(Unmergeable::Differs {
                one: last,
                other: name,
                what,
                mine,
                theirs,
            });
        }
        if !whole.counts.is_shaped_like(&shard.counts) {
            let runs = shard.summary.runs;
            return Err(Unmergeable::Counts { part: name, runs });
        }
        agree(&mut expects, &name, &shard)?;
        let (end, from) = (whole.end(), shard.summary.first);
        if from < end {
            let (one, other) = (last, name);
            return Err(Unmergeable::Twice { one, other, from });
        }
        if from > end {
            missing.push(end..=from - 1);
        }
        whole.counts.merge(&shard.counts);
        // Up to its end, with what is missing: it is refused below.
        whole.summary.runs = shard.end() - whole.summary.first;
        last = name;
    }
    let (first, end) = (whole.summary.first, whole.end());
    whole.whole = expects.map(|(_, sessions)| sessions);
    if let Some(sessions) = whole.whole {
        if end > sessions {
            let (part, last) = (last, end - 1);
            return Err(Unmergeable::Beyond {
                part,
                last,
                whole: sessions,
            });
        }
        if matches!(expected, Expected::Whole(_)) {
            if first > 0 {
                missing.insert(0, 0..=first - 1);
            }
            if end < sessions {
                missing.push(end..=sessions - 1);
            }
        }
    }
    if !missing.is_empty() {
        return Err(Unmergeable::Missing { missing });
    }
    whole.summary = whole.summary.counting(&whole.counts);
    Ok(whole.whole_or_part())
}

/// Takes in what a part says of the whole, with who said so first.
///
/// # Errors
///
/// Fails where another said otherwise.
fn agree(expects: &mut Option<(String, u64)>, name: &str, part: &Shard) -> Result<(), Unmergeable> {
    let Some(whole) = part.whole else {
        return Ok(());
    };
    let (one, said) = expects.get_or_insert_with(|| (name.to_owned(), whole));
    if *said == whole {
        return Ok(());
    }
    Err(Unmergeable::Differs {
        one: one.clone(),
        other: name.to_owned(),
        what: "the number of sessions of the whole",
        mine: said.to_string(),
        theirs: whole.to_string(),
    })
}
