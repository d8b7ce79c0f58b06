//! Entries and states as JSON objects, made from what one seat may know.

use serde::Serialize;

use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::view::View;
use unequal_core::model::scenario::Scenario;
use unequal_core::store::Drawn;
use unequal_seat::now::{Moved, StateAfter, changes};
use unequal_session::sight::Seen;
use unequal_session::telling::sentence;
use unequal_session::{History, Moment};

/// The version of these lines, and of the others that a session prints as JSON.
pub const FORMAT: u32 = 1;

/// An entry with the state after it, as the white cell sees both.
#[derive(Debug, Serialize)]
pub struct EntryLine<'a> {
    /// The version of this format.
    format: u32,
    /// The entry's number, from 1.
    entry: EntryNumber,
    #[serde(rename = "move")]
    move_number: u32,
    phase: &'static str,
    seat: &'static str,
    by: &'a Player,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    act: ActShown<'a>,
    /// What an answer says in own words, out of a sealed plan too.
    #[serde(skip_serializing_if = "Option::is_none")]
    own_words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissent: Option<&'a str>,
    sentence: String,
    #[serde(skip_serializing_if = "Drawn::is_nothing")]
    drawn: &'a Drawn,
    changes: Vec<Moved>,
    state: StateAfter,
}

/// An act as it stands in the record; an estimate without its number, which nobody sees before the reveal.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ActShown<'a> {
    Open(&'a Action),
    Blind {
        kind: &'static str,
        id: &'a str,
        name: &'a str,
    },
}

impl<'a> ActShown<'a> {
    const fn new(act: &'a Action) -> Self {
        match act {
            Action::Estimate { id, name, .. } => Self::Blind {
                kind: act.word(),
                id: id.as_str(),
                name: name.as_str(),
            },
            act => Self::Open(act),
        }
    }

    const fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }
}

impl<'a> EntryLine<'a> {
    /// The line of a moment; the time is part of it only where it was stated, so that the same
    /// session gives the same bytes.
    pub fn new(table: &History, moment: &'a Moment, with_time: bool) -> Self {
        let entry = &moment.entry;
        let act = ActShown::new(&entry.act);
        // What is said with an estimate would give it away.
        let open = act.is_open();
        Self {
            format: FORMAT,
            entry: entry.number,
            move_number: entry.move_number,
            phase: entry.phase.word(),
            seat: entry.seat.word(),
            by: &entry.by,
            at: with_time.then_some(entry.at.as_str()),
            act,
            own_words: table.own_words(entry.number, entry.number),
            rationale: entry.rationale.as_deref().filter(|_| open),
            confidence: entry.confidence.filter(|_| open),
            dissent: entry.dissent.as_deref().filter(|_| open),
            sentence: sentence(table, moment, Seat::WhiteCell),
            drawn: &entry.drawn,
            changes: changes(table.scenario(), &moment.changes),
            state: StateAfter::new(
                table.scenario(),
                &table.view_at(entry.number, Seat::WhiteCell),
            ),
        }
    }
}

/// An entry as a seat may see it, with what that seat could know after it.
#[derive(Debug, Serialize)]
pub struct SeenLine<'a> {
    /// The version of this format.
    format: u32,
    /// The entry's number, from 1.
    entry: EntryNumber,
    #[serde(rename = "move")]
    move_number: u32,
    phase: &'static str,
    seat: &'static str,
    by: &'a Player,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<ActShown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_words: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<EntryNumber>,
    sentence: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    drawn: Option<&'a Drawn>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    undone: bool,
    changes: Vec<Moved>,
    state: StateAfter,
}

impl<'a> SeenLine<'a> {
    /// The line of an entry that a seat may see, with what it could know right after it.
    pub fn new(scenario: &Scenario, seen: &'a Seen, after: &View) -> Self {
        Self {
            format: FORMAT,
            entry: seen.number,
            move_number: seen.move_number,
            phase: seen.phase.word(),
            seat: seen.seat.word(),
            by: &seen.by,
            at: Some(&seen.at),
            kind: seen.kind.word(),
            act: None,
            own_words: seen.own_words.as_deref(),
            rationale: seen.rationale.as_deref(),
            confidence: seen.confidence,
            dissent: seen.dissent.as_deref(),
            corrected: seen.corrected,
            sentence: &seen.sentence,
            drawn: None,
            undone: seen.undone,
            changes: changes(scenario, &seen.changes),
            state: StateAfter::new(scenario, after),
        }
    }

    /// With the time, or without it.
    #[must_use]
    pub fn with_time(self, with_time: bool) -> Self {
        let at = self.at.filter(|_| with_time);
        Self { at, ..self }
    }

    /// With the act as it stands in the record and what chance gave, where nothing is hidden from the seat any more: an
    /// act of the white cell's says more than is told of it before.
    #[must_use]
    pub fn with_act_if_open(self, table: &'a History, seen: &Seen, seat: Seat) -> Self {
        let open = table.is_open_at(table.last_number(), seat);
        let Some(moment) = table.moment(seen.number).filter(|_| open) else {
            return self;
        };
        let entry = &moment.entry;
        Self {
            act: Some(ActShown::new(&entry.act)),
            drawn: Some(&entry.drawn).filter(|drawn| !drawn.is_nothing()),
            ..self
        }
    }
}
