//! Lines of play: undo turns a record into a tree, and every entry stands on one line of it.

use crate::table::Table;
use unequal_core::engine::action::Action;

impl Table {
    /// The entry from whose state an entry started; 0 is STARTEX.
    ///
    /// It is the entry before, but right after an undo it is the entry that the undo went back to.
    pub fn came_from(&self, number: u64) -> u64 {
        let before = number.saturating_sub(1);
        let place = usize::try_from(before).ok().and_then(|n| n.checked_sub(1));
        match place
            .and_then(|place| self.moments().get(place))
            .map(|moment| &moment.entry.act)
        {
            Some(Action::Undo { to, .. }) => *to,
            _ => before,
        }
    }

    /// The entries that led to the state after `number`, oldest first; undo acts are not among them.
    pub fn line_to(&self, number: u64) -> Vec<u64> {
        let mut line = Vec::new();
        let mut at = number.min(self.last_number());
        while at > 0 {
            let place = usize::try_from(at - 1).unwrap_or(usize::MAX);
            let act = self.moments().get(place).map(|moment| &moment.entry.act);
            if let Some(Action::Undo { to, .. }) = act {
                at = *to;
            } else {
                line.push(at);
                at = self.came_from(at);
            }
        }
        line.reverse();
        line
    }

    /// The ends of all lines of this record: the last entry, and each place that an undo left behind.
    pub fn line_ends(&self) -> Vec<u64> {
        let mut ends: Vec<u64> = self
            .moments()
            .iter()
            .filter(|moment| matches!(moment.entry.act, Action::Undo { .. }))
            .map(|moment| moment.entry.number - 1)
            .filter(|end| *end > 0)
            .collect();
        ends.push(self.last_number());
        ends
    }
}
