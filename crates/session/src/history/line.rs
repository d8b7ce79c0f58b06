//! Lines of play: undo turns a record into a tree, and every entry stands on one line of it.

use crate::history::History;
use crate::moment::Moment;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;

/// A piece of a record that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The first entry that was taken back.
    pub from: EntryNumber,
    /// The last one.
    pub to: EntryNumber,
    /// The entry that took it back.
    pub by: EntryNumber,
    /// Why.
    pub reason: String,
    /// Stability at STARTEX and after each closed move, up to its last entry.
    pub curve: Vec<i64>,
    /// How many values of its curve it has from before its first entry.
    pub shared: usize,
}

impl History {
    /// Whether an entry stands: false once it has been undone.
    pub fn is_standing(&self, number: EntryNumber) -> bool {
        let last = self.last_number();
        !number.is_startex() && number <= last && !self.is_undone_by(number, last)
    }

    /// Whether an entry had been undone right after entry `at`.
    pub(crate) fn is_undone_by(&self, number: EntryNumber, at: EntryNumber) -> bool {
        self.undos
            .iter()
            .any(|(undo, to)| *to < number && number < *undo && *undo <= at)
    }

    /// The entries that stand, in order.
    pub fn standing(&self) -> impl Iterator<Item = &Moment> {
        let stands = self.standing_marks();
        self.moments()
            .iter()
            .zip(stands)
            .filter(|(_, stands)| *stands)
            .map(|(moment, _)| moment)
    }

    /// Whether each entry stands, in order: one pass for records of any length.
    pub fn standing_marks(&self) -> Vec<bool> {
        let mut marks = vec![true; self.moments().len()];
        for (undo, to) in &self.undos {
            let place = undo.before().count();
            let from = to.count().min(place);
            marks[from..place].fill(false);
        }
        marks
    }

    /// The entry from whose state an entry started; 0 is STARTEX.
    ///
    /// It is the entry before, but right after an undo it is the entry that the undo went back to.
    pub fn came_from(&self, number: EntryNumber) -> EntryNumber {
        let before = number.before();
        match self.moment(before).map(|moment| &moment.entry.act) {
            Some(Action::Undo { to, .. }) => *to,
            _ => before,
        }
    }

    /// The entry after which the game began that was played at `number`, and those of its entries that led there:
    /// turn zero and the session know nothing of each other.
    pub(crate) fn game_line(&self, number: EntryNumber) -> (EntryNumber, Vec<EntryNumber>) {
        let mut line = self.line_to(number);
        let begins = |number: &EntryNumber| {
            let act = self.moment(*number).map(|moment| &moment.entry.act);
            matches!(act, Some(Action::Rehearse | Action::StartEx))
        };
        let Some(place) = line.iter().rposition(begins) else {
            return (EntryNumber::STARTEX, line);
        };
        let start = line[place];
        (start, line.split_off(place + 1))
    }

    /// The entries that led to the state after `number`, oldest first; undo acts are not among them.
    pub fn line_to(&self, number: EntryNumber) -> Vec<EntryNumber> {
        let mut line = Vec::new();
        let mut at = number.min(self.last_number());
        while !at.is_startex() {
            let act = self.moment(at).map(|moment| &moment.entry.act);
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
    pub fn line_ends(&self) -> Vec<EntryNumber> {
        let left = self.undos.iter().map(|(undo, _)| undo.before());
        let mut ends: Vec<EntryNumber> = left.filter(|end| !end.is_startex()).collect();
        ends.push(self.last_number());
        ends
    }

    /// The entries that follow an entry on its line; where it was undone, those that had followed it.
    pub fn ahead(&self, after: EntryNumber) -> impl Iterator<Item = EntryNumber> {
        let ends = [self.last_number()].into_iter().chain(self.line_ends());
        let line = ends
            .map(|end| self.line_to(end))
            .find(|line| after.is_startex() || line.contains(&after))
            .unwrap_or_default();
        line.into_iter().filter(move |number| *number > after)
    }

    /// The pieces of this record that were taken back, in the order in which that was done.
    pub fn taken_back(&self) -> Vec<TakenBack> {
        self.moments()
            .iter()
            .filter_map(|moment| match &moment.entry.act {
                Action::Undo { to, reason } => Some(TakenBack {
                    from: to.next(),
                    to: moment.entry.number.before(),
                    by: moment.entry.number,
                    reason: reason.clone(),
                    curve: self
                        .state_at(moment.entry.number.before())
                        .counting()
                        .path
                        .clone(),
                    shared: self.state_at(*to).counting().path.len(),
                }),
                _ => None,
            })
            .collect()
    }
}
