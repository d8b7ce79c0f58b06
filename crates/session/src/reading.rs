//! A record as one seat may read it: what gaps, research questions, voices and reports are made from.

use serde::Serialize;

use crate::history::History;
use crate::sight::Seen;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;

/// A record as one seat may read it.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The table.
    pub table: &'a History,
    /// Whose eyes.
    pub seat: Seat,
    /// The record as the seat may see it.
    pub seen: Vec<Seen>,
    /// Whether nothing is hidden from the seat: the white cell, and everybody after the end.
    pub open: bool,
}

/// A value before and after something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shift {
    /// Before it.
    pub before: i64,
    /// After it.
    pub after: i64,
}

/// A pointer to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cite {
    /// The entry.
    pub entry: EntryNumber,
    /// The move, from 1.
    pub move_number: u32,
    /// The entry in a sentence.
    pub sentence: String,
}

impl Cite {
    /// A pointer to an entry that a seat sees.
    pub fn to(seen: &Seen) -> Self {
        Self {
            entry: seen.number,
            move_number: seen.move_number,
            sentence: seen.sentence.clone(),
        }
    }
}

impl<'a> Reading<'a> {
    /// The record as `seat` may read it now.
    pub fn new(table: &'a History, seat: Seat) -> Self {
        Self {
            table,
            seat,
            seen: table.seen(seat),
            open: seat == Seat::WhiteCell || table.has_ended(),
        }
    }

    /// The entries that stand and count: turn zero does not.
    pub fn standing(&self) -> impl Iterator<Item = &Seen> {
        self.seen
            .iter()
            .filter(|seen| !seen.undone && !is_turn_zero(seen))
    }

    /// The entries that stand, turn zero with them: people who joined then are in the room.
    pub fn standing_with_turn_zero(&self) -> impl Iterator<Item = &Seen> {
        self.seen.iter().filter(|seen| !seen.undone)
    }

    /// An entry's act as far as the seat knows it. What is sealed or estimated is there as it stands in the record,
    /// and must not be shown before it is open.
    pub fn act<'s>(&self, seen: &'s Seen) -> Option<&'s Action>
    where
        'a: 's,
    {
        seen.act.as_ref().or_else(|| {
            let act = &self.table.moment(seen.number)?.entry.act;
            let kept = matches!(act, Action::Commit { .. } | Action::Estimate { .. });
            kept.then_some(act)
        })
    }

    /// What an entry did, in a sentence; empty for an entry that the seat does not see.
    pub fn sentence(&self, number: EntryNumber) -> String {
        self.seen
            .binary_search_by_key(&number, |seen| seen.number)
            .map_or_else(|_| String::new(), |place| self.seen[place].sentence.clone())
    }
}

/// Whether an entry belongs to turn zero, whose effects are thrown away.
pub const fn is_turn_zero(seen: &Seen) -> bool {
    seen.move_number == 0
}
