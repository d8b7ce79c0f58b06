//! What a comparison says: plain data, as one seat may know it.

use serde::Serialize;

use crate::history::{Held, History};
use crate::reading::Shift;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

/// A line of play to compare.
#[derive(Clone, Debug)]
pub struct Strand<'a> {
    /// What to call it.
    pub name: String,
    /// The session.
    pub table: &'a History,
    /// The entry at which the line ends.
    pub end: EntryNumber,
}

impl<'a> Strand<'a> {
    /// A whole session, under its own name.
    pub fn whole(table: &'a History) -> Self {
        Self {
            name: unequal_core::deck::plain(table.name()),
            table,
            end: table.last_number(),
        }
    }
}

/// The version of this model.
pub(super) const FORMAT: u32 = 2;

/// Two or more lines of play side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The version of this format, for programs that read the JSON.
    pub format: u32,
    /// Whose knowledge it holds.
    pub seat: Seat,
    /// The lines, in the order in which they were given.
    pub lines: Vec<LineFacts>,
    /// What differs besides the acts: decks, rules, seeds, options, who held the seats.
    pub settings: Vec<Setting>,
    /// Steps that all lines share from STARTEX on: acts of play, without what only runs the room.
    pub shared: usize,
    /// Where the lines first part; none where they are the same.
    pub divergence: Option<Divergence>,
    /// Acts from there on, those of the same place in the same move side by side.
    pub rows: Vec<Row>,
}

/// What one line came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LineFacts {
    /// What it is called.
    pub name: String,
    /// The name of its file, where it has one.
    pub file: Option<String>,
    /// The entry at which it ends.
    pub end: EntryNumber,
    /// Where it leaves the record that it branches off, if it does: what follows nobody decided.
    pub what_if: Option<WhatIf>,
    /// Who held the seats that play, span by span.
    pub holders: Vec<SeatHeld>,
    /// Steps from STARTEX to there.
    pub steps: usize,
    /// Moves closed.
    pub moves: u32,
    /// Stability at STARTEX and after each closed move.
    pub curve: Vec<i64>,
    /// Stability where the line ends.
    pub stability: i64,
    /// How it ended; none where it goes on.
    pub ending: Option<LineEnding>,
    /// Decisions of the two sides.
    pub decisions: usize,
    /// How many of them came with a reason that the seat may know.
    pub with_reasons: usize,
    /// Rulings, events and adjustments that departed from what was computed or drawn.
    pub overrides: usize,
    /// By how many points they moved the final stability; none where the seat may not know it.
    pub overrides_moved: Option<i64>,
}

/// Where a branch leaves the record that it branches off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    /// The file of that record.
    pub trunk: String,
    /// The last entry that they share.
    pub after: EntryNumber,
    /// The move in which they part, from 1.
    pub move_number: u32,
}

impl WhatIf {
    /// What it means, in a sentence about the line of this name.
    pub fn sentence(&self, name: &str) -> String {
        format!(
            "{name} is a what-if: it leaves {} after entry {}, in move {}, and nobody decided what follows but those whose \
             names stand with it.",
            self.trunk, self.after, self.move_number
        )
    }
}

/// Who held a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeatHeld {
    /// The seat.
    pub seat: Seat,
    /// What the deck calls it.
    pub name: String,
    /// Who held it, and from which entry and move on.
    pub held: Vec<Held>,
}

/// How a line ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineEnding {
    /// The ending's word.
    pub ending: String,
    /// Its title.
    pub title: String,
    /// How far the patron met its aims, in points.
    pub patron: i64,
    /// How far the client met its aims.
    pub client: i64,
    /// How well Europe came out of it.
    pub europe: i64,
}

/// Something that differs besides the acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// What.
    pub what: &'static str,
    /// Its value in each line.
    pub values: Vec<String>,
    /// Set where it makes the lines' numbers incomparable: another deck, other rules.
    pub warning: Option<&'static str>,
}

/// Where lines first part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Divergence {
    /// The move, from 1.
    pub move_number: u32,
    /// The phase.
    pub phase: &'static str,
    /// What made them part.
    pub cause: Cause,
    /// The same in a sentence.
    pub sentence: String,
    /// The entry of each line; none where a line had ended before.
    pub entries: Vec<Option<EntryNumber>>,
}

/// What made lines part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// People, a bot or the white cell acted otherwise.
    Act,
    /// The same act, and chance gave something else.
    Chance,
    /// The same act with the same luck, and other effects: the position or the deck differs.
    Effect,
    /// A line ends where others go on.
    Length,
}

/// Acts of the same place in the same move, side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The move, from 1.
    pub move_number: u32,
    /// The phase.
    pub phase: &'static str,
    /// Whether all lines have the same act here, with the same outcome.
    pub same: bool,
    /// By line; none where a line has no act here.
    pub cells: Vec<Option<Cell>>,
}

/// One act of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The entry.
    pub entry: EntryNumber,
    /// The seat.
    pub seat: Seat,
    /// What the deck calls the seat.
    pub seat_name: String,
    /// The hand that acted.
    pub by: String,
    /// What happened, in a sentence.
    pub sentence: String,
    /// Why, where the seat may know.
    pub rationale: Option<String>,
    /// How sure, where the seat may know.
    pub confidence: Option<u8>,
    /// Who disagreed, where the seat may know.
    pub dissent: Option<String>,
    /// Stability before and after.
    pub stability: Shift,
}
