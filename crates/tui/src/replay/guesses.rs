//! The guesses made of what was decided.

use std::collections::BTreeMap;

use unequal_core::engine::entry_number::EntryNumber;

/// How near a guess came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// As it was.
    Right,
    /// The same demand at another weight, or another demand in the same domain.
    Near,
    /// Another.
    Wrong,
}

/// The guesses made so far, by entry.
#[derive(Debug, Default)]
pub(crate) struct Guesses(pub(crate) BTreeMap<EntryNumber, Nearness>);

impl Guesses {
    fn count(&self, nearness: Nearness) -> usize {
        self.0.values().filter(|made| **made == nearness).count()
    }

    /// The tally: `guessed 3 of 5, 1 near`.
    pub(crate) fn words(&self) -> String {
        let near = match self.count(Nearness::Near) {
            0 => String::new(),
            near => format!(", {near} near"),
        };
        match self.0.len() {
            0 => "guess first".to_owned(),
            all => format!("guessed {} of {all}{near}", self.count(Nearness::Right)),
        }
    }
}
