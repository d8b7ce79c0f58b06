//! The steps of a line: its acts of play in order, as a seat may know them.
//!
//! Notes, clocks, estimates and whatever else only runs the room are no steps; nor is turn zero, whose
//! effects were thrown away.

use crate::compare::model::{Cell, Strand};
use crate::history::History;
use crate::moment::Moment;
use crate::reading::Shift;
use crate::sight::Seen;
use crate::telling::seat_name;
use unequal_core::deck::plain;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::gauge::Gauge;
use unequal_core::store::{ChangeLine, Drawn};

/// A line's acts in order.
pub(super) struct Side<'a> {
    pub(super) name: &'a str,
    pub(super) table: &'a History,
    pub(super) seat: Seat,
    pub(super) end: EntryNumber,
    /// Whether nothing is hidden from the seat.
    pub(super) open: bool,
    pub(super) steps: Vec<Step<'a>>,
}

/// One act of a line.
pub(super) struct Step<'a> {
    pub(super) moment: &'a Moment,
    seen: Seen,
    /// What chance gave, as far as the seat knows.
    drawn: Drawn,
    /// What changed, as far as it knows, in words: lines may have different decks.
    pub(super) changes: Vec<ChangeLine>,
}

impl<'a> Side<'a> {
    pub(super) fn of(strand: &'a Strand<'_>, seat: Seat) -> Self {
        let table = strand.table;
        let end = strand.end.min(table.last_number());
        let mut seen = table.seen(seat).into_iter().peekable();
        let mut steps = Vec::new();
        for number in table.line_to(end) {
            while seen.next_if(|seen| seen.number < number).is_some() {}
            let moment = table.moment(number).filter(|moment| is_step(moment));
            if let (Some(moment), Some(seen)) = (moment, seen.next_if(|seen| seen.number == number))
            {
                steps.push(Step {
                    moment,
                    drawn: table.drawn(&seen.facts),
                    changes: table.change_lines(&seen.changes),
                    seen,
                });
            }
        }
        Self {
            name: &strand.name,
            table,
            seat,
            end,
            open: seat == Seat::WhiteCell || table.has_ended(),
            steps,
        }
    }

    /// Stability after an entry.
    pub(super) fn stability(&self, number: EntryNumber) -> i64 {
        self.table.gauge_at(number, Gauge::Stability)
    }

    /// The step in this place, for showing.
    pub(super) fn cell(&self, step: &Step<'_>) -> Cell {
        let seen = &step.seen;
        Cell {
            entry: seen.number,
            seat: seen.seat,
            seat_name: seat_name(self.table.deck(), seen.seat).to_owned(),
            by: plain(&seen.by.text()),
            sentence: seen.sentence.clone(),
            rationale: seen.rationale.clone(),
            confidence: seen.confidence,
            dissent: seen.dissent.clone(),
            stability: Shift {
                before: self.stability(self.table.came_from(seen.number)),
                after: self.stability(seen.number),
            },
        }
    }
}

/// Whether an entry is a step of play. Turn zero is move 0.
const fn is_step(moment: &Moment) -> bool {
    !moment.entry.act.is_about_the_room() && moment.entry.move_number > 0
}

impl Step<'_> {
    /// What happened, in a sentence.
    pub(super) fn sentence(&self) -> &str {
        &self.seen.sentence
    }

    /// Whether a reason is known.
    pub(super) const fn has_reason(&self) -> bool {
        self.seen.rationale.is_some()
    }

    /// Whether two lines have the same act in the same place; what people said with it is no part of it.
    pub(super) fn is_same_act(&self, other: &Self) -> bool {
        let (one, two) = (&self.moment.entry, &other.moment.entry);
        let same_choice = match (self.seen.act.as_ref(), other.seen.act.as_ref()) {
            // Hashes and nonces are no choices.
            (
                Some(Action::RevealDemand { plan: one, .. }),
                Some(Action::RevealDemand { plan: two, .. }),
            ) => one == two,
            (
                Some(Action::RevealResponse { plan: one, .. }),
                Some(Action::RevealResponse { plan: two, .. }),
            ) => one == two,
            _ if self.seen.kind == Kind::Commit => other.seen.kind == Kind::Commit,
            (Some(one), Some(two)) => one == two,
            // Of what is decided unseen it is known only that it was.
            (None, None) => self.seen.kind == other.seen.kind,
            (Some(_), None) | (None, Some(_)) => false,
        };
        let place =
            |entry: &unequal_core::store::Entry| (entry.seat, entry.move_number, entry.phase);
        same_choice && place(one) == place(two)
    }

    /// Whether chance gave the same.
    pub(super) fn is_same_luck(&self, other: &Self) -> bool {
        self.drawn == other.drawn
    }

    /// Whether the same changes came of it.
    pub(super) fn is_same_effect(&self, other: &Self) -> bool {
        self.changes == other.changes
    }

    /// Whether act, luck and effect are the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.is_same_act(other) && self.is_same_luck(other) && self.is_same_effect(other)
    }
}
