//! An entry: one act, recorded with its reasons, what chance gave and what it changed.

use serde::{Deserialize, Serialize};

use crate::engine::action::Action;
use crate::engine::entry_number::EntryNumber;
use crate::engine::phase::Phase;
use crate::engine::player::Player;
use crate::engine::seat::Seat;
use crate::model::choice::Band;

/// One recorded act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its place in the record, from 1.
    pub number: EntryNumber,
    /// The entry from whose state the act starts; 0 is STARTEX.
    pub after: EntryNumber,
    /// When, in UTC: `2026-11-23T20:45:10Z`.
    pub at: String,
    /// The seat that acts.
    pub seat: Seat,
    /// Who sat there.
    pub by: Player,
    /// The version of the program that wrote it, where that is not the one that wrote what stands
    /// before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// The move.
    #[serde(rename = "move")]
    pub move_number: u32,
    /// The phase.
    pub phase: Phase,
    /// The act.
    pub act: Action,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rationale: Option<String>,
    /// How sure, 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// Who disagreed, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissent: Option<String>,
    /// What chance gave.
    #[serde(default, skip_serializing_if = "Drawn::is_nothing")]
    pub drawn: Drawn,
    /// What the act changed, in order, each change with its reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangeLine>,
    /// The digest of the state after the act.
    pub state: String,
    /// The digest of the record up to and with this entry.
    pub digest: String,
}

/// An act to be recorded: an [`Entry`] before the journal gives it a number and a digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// The entry from whose state the act starts; 0 is STARTEX.
    pub after: EntryNumber,
    /// When, in UTC: `2026-11-23T20:45:10Z`.
    pub at: String,
    /// The seat that acts.
    pub seat: Seat,
    /// Who sat there.
    pub by: Player,
    /// The move.
    pub move_number: u32,
    /// The phase.
    pub phase: Phase,
    /// The act.
    pub act: Action,
    /// Why.
    pub rationale: Option<String>,
    /// How sure, 0 to 100.
    pub confidence: Option<u8>,
    /// Who disagreed, and why.
    pub dissent: Option<String>,
    /// What chance gave.
    pub drawn: Drawn,
    /// What the act changed, in order, each change with its reason.
    pub changes: Vec<ChangeLine>,
    /// The digest of the state after the act.
    pub state: String,
}

impl NewEntry {
    /// The entry that this becomes with its number and digest.
    pub fn recorded(self, number: EntryNumber, digest: String) -> Entry {
        Entry {
            number,
            after: self.after,
            at: self.at,
            seat: self.seat,
            by: self.by,
            program: None,
            move_number: self.move_number,
            phase: self.phase,
            act: self.act,
            rationale: self.rationale,
            confidence: self.confidence,
            dissent: self.dissent,
            drawn: self.drawn,
            changes: self.changes,
            state: self.state,
            digest,
        }
    }
}

impl From<Entry> for NewEntry {
    fn from(entry: Entry) -> Self {
        Self {
            after: entry.after,
            at: entry.at,
            seat: entry.seat,
            by: entry.by,
            move_number: entry.move_number,
            phase: entry.phase,
            act: entry.act,
            rationale: entry.rationale,
            confidence: entry.confidence,
            dissent: entry.dissent,
            drawn: entry.drawn,
            changes: entry.changes,
            state: entry.state,
        }
    }
}

/// What chance and the rules gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// The event that the pile gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// The sum of the dice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roll: Option<i64>,
    /// The band that the rules gave, where the ruling that stands is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Band>,
}

impl Drawn {
    /// Whether chance had no part in the act.
    pub const fn is_nothing(&self) -> bool {
        self.event.is_none() && self.roll.is_none() && self.computed.is_none()
    }
}

/// One change of one gauge, as it stands in the record: `["trust", 60, 52, "tabling"]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    from = "(String, i64, i64, String)",
    into = "(String, i64, i64, String)"
)]
pub struct ChangeLine {
    /// The gauge's word.
    pub gauge: String,
    /// The value before.
    pub from: i64,
    /// The value after.
    pub to: i64,
    /// The reason's word.
    pub reason: String,
}

impl From<(String, i64, i64, String)> for ChangeLine {
    fn from((gauge, from, to, reason): (String, i64, i64, String)) -> Self {
        Self {
            gauge,
            from,
            to,
            reason,
        }
    }
}

impl From<ChangeLine> for (String, i64, i64, String) {
    fn from(line: ChangeLine) -> Self {
        (line.gauge, line.from, line.to, line.reason)
    }
}
