//! Warning signs of a session: what anybody outside the room could have seen after each move.

use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::study::sign::Sign;

use crate::history::History;

/// A sign that has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What could be seen.
    pub sign: Sign,
    /// The moves after which it showed, from 1, each with the entry that closed it: one at least, in order.
    pub moves: Vec<(u32, EntryNumber)>,
}

/// The signs that had shown by an entry on the line of play that led to it, the earliest first; turn zero does not
/// count. They are read from public figures and public acts, so they are the same for every seat.
pub fn shown(history: &History, until: EntryNumber) -> Vec<Shown> {
    let closed = closed(history, until);
    let mut shown: Vec<Shown> = Sign::ALL
        .iter()
        .map(|sign| {
            let shows = |entry| sign.shows(history.scenario(), &history.state_at(entry).game);
            let moves = closed.iter().filter(|(_, entry)| shows(*entry));
            Shown {
                sign: *sign,
                moves: moves.copied().collect(),
            }
        })
        .filter(|shown| !shown.moves.is_empty())
        .collect();
    shown.sort_by_key(|shown| shown.moves[0].1);
    shown
}

/// The moves that had been closed by an entry on the line of play that led to it, each with the entry that closed it;
/// turn zero does not count.
pub fn closed(history: &History, until: EntryNumber) -> Vec<(u32, EntryNumber)> {
    let mut closed = Vec::new();
    let mut number = until;
    while let Some(moment) = history.moment(number) {
        let entry = &moment.entry;
        if entry.act == Action::CloseMove && !history.state_at(number).room.rehearsing {
            closed.push((entry.move_number, number));
        }
        number = history.came_from(number);
    }
    closed.reverse();
    closed
}
