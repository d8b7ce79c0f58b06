//! The pile of events: the first entry whose conditions hold comes into play (rules 4).

use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Ledger, Reason};
use crate::model::luck::{Stream, shuffle_into, shuffled};
use crate::model::place::{At as _, EventAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::{Event, Scenario};

/// The entry of the log for a move into which nothing came because no entry was left that could.
pub const NONE_LEFT: usize = 99;

/// The entries that have not come yet, next first; numbers from the number of events up are quiet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventPile {
    /// What has not come yet, next first.
    pub entries: Vec<EventAt>,
}

impl EventPile {
    /// Shuffles all events and quiet entries.
    pub fn shuffle(&mut self, scenario: &Scenario, seed: u64) {
        let count = scenario.events.len() + scenario.session.quiet_events;
        shuffle_into(&mut self.entries, seed, Stream::EventPile, 0, count);
    }

    /// Shuffles what is left under another seed.
    pub fn reshuffle(&mut self, seed: u64) {
        let order = shuffled(seed, Stream::EventPile, 0, self.entries.len());
        self.entries = order.into_iter().map(|place| self.entries[place]).collect();
    }

    /// The entries that have not come yet, next first.
    pub fn entries(&self) -> &[EventAt] {
        &self.entries
    }

    /// Takes out the entry that comes now, if there is one.
    pub fn draw(
        &mut self,
        scenario: &Scenario,
        position: &Position,
        progress: &Progress,
    ) -> Option<EventAt> {
        let place = self.place_due(scenario, position, progress)?;
        Some(self.entries.remove(place))
    }

    /// The entry that would come now, if there is one.
    pub fn due(
        &self,
        scenario: &Scenario,
        position: &Position,
        progress: &Progress,
    ) -> Option<EventAt> {
        let place = self.place_due(scenario, position, progress)?;
        self.entries.get(place).copied()
    }

    fn place_due(
        &self,
        scenario: &Scenario,
        position: &Position,
        progress: &Progress,
    ) -> Option<usize> {
        self.entries.iter().position(|&entry| {
            let event = scenario.events.get(entry);
            event.is_none_or(|event| may_come(event, position, progress))
        })
    }

    /// Takes out an event that comes for another reason than its turn.
    pub fn take_out(&mut self, event: EventAt) {
        self.entries.retain(|&entry| entry != event);
    }
}

/// Whether the conditions of an event hold.
pub fn may_come(event: &Event, position: &Position, progress: &Progress) -> bool {
    let given = progress.delivered();
    given.contains_all(&event.given)
        && given.contains_none(&event.not_given)
        && (event.at_least.iter()).all(|&(gauge, bound)| position.get(gauge) >= bound)
        && (event.at_most.iter()).all(|&(gauge, bound)| position.get(gauge) <= bound)
}

/// What the log shows for an entry, or for none.
pub fn entry_number(scenario: &Scenario, entry: Option<EventAt>) -> usize {
    let entries = scenario.events.len() + scenario.session.quiet_events;
    entry.map_or_else(|| NONE_LEFT.max(entries), EventAt::index)
}

/// Applies what an entry changes; a quiet one changes nothing.
pub fn apply(books: &mut Books<'_, Position, impl Ledger>, entry: EventAt) {
    let scenario = books.scenario;
    if let Some(event) = scenario.events.get(entry) {
        books.add_all(&event.change, Reason::Inject);
    }
}
