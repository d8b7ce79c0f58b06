//! Who held a seat, and from where on; where a branch parts from the record that it leaves.

use crate::history::History;
use crate::setup::Holder;
use serde::Serialize;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Parent;

/// Who held a seat from an entry on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// The entry from which on; 0 is STARTEX.
    pub from: EntryNumber,
    /// The move then, from 1.
    pub move_number: u32,
    /// Who.
    pub by: Holder,
}

impl History {
    /// The last entry that a branch shares with the record it leaves; none for a session of its own. What follows is a
    /// what-if.
    pub fn parted_at(&self) -> Option<EntryNumber> {
        self.header().parent.as_ref().map(Parent::last_copied)
    }

    /// Who held a seat on the line that stands, in order; never empty, and no holder follows himself.
    pub fn held(&self, seat: Seat) -> Vec<Held> {
        self.held_to(seat, self.last_number())
    }

    /// The same on the line that led to an entry, whether it stands or not.
    pub fn held_to(&self, seat: Seat, end: EntryNumber) -> Vec<Held> {
        let mut held = vec![Held {
            from: EntryNumber::STARTEX,
            move_number: 1,
            by: self.setup().holder(seat).clone(),
        }];
        let line = self.line_to(end).into_iter();
        for moment in line.filter_map(|number| self.moment(number)) {
            let entry = &moment.entry;
            let Action::HandOver { of, to, .. } = &entry.act else {
                continue;
            };
            if *of == seat && held.last().is_none_or(|last| last.by != *to) {
                held.push(Held {
                    from: entry.number,
                    move_number: entry.move_number,
                    by: to.clone(),
                });
            }
        }
        held
    }
}
