//! The steps of a record: where they are, and where phases, moves and marks begin among them.

use crate::replay::Replay;
use crate::replay::mark::Mark;
use unequal_core::engine::entry_number::EntryNumber;

impl Replay {
    /// Goes to a step, or as near as there is one.
    pub(crate) fn go(&mut self, step: usize) {
        let to = step.min(self.reel.steps.len().saturating_sub(1));
        if to != self.step {
            self.step = to;
            self.scroll = 0;
        }
    }

    /// Goes to an entry, or the last one before it that is stepped through.
    pub fn go_to(&mut self, number: EntryNumber) {
        self.go(self.reel.step_at(number));
    }

    /// The step where a stretch of entries that are alike begins: this one's, or the one before.
    pub(crate) fn start_back<K: PartialEq>(&self, alike: impl Fn(EntryNumber) -> K) -> usize {
        let steps = &self.reel.steps;
        let mut to = self.step.saturating_sub(1);
        while to > 1 && alike(steps[to - 1]) == alike(steps[to]) {
            to -= 1;
        }
        to
    }

    /// The step where the next stretch of entries that are alike begins.
    pub(crate) fn start_on<K: PartialEq>(&self, alike: impl Fn(EntryNumber) -> K) -> usize {
        let steps = &self.reel.steps;
        let Some(now) = steps.get(self.step) else {
            return 0;
        };
        let now = alike(*now);
        (self.step + 1..steps.len())
            .find(|place| alike(steps[*place]) != now)
            .unwrap_or(steps.len() - 1)
    }

    pub(crate) fn move_of(&self, number: EntryNumber) -> u32 {
        self.reel.frame(number).map_or(0, |frame| frame.move_number)
    }

    pub(crate) fn phase_of(
        &self,
        number: EntryNumber,
    ) -> Option<(u32, unequal_core::engine::phase::Phase)> {
        let frame = self.reel.frame(number)?;
        Some((frame.move_number, frame.phase))
    }

    /// Whether `n` stops at a mark.
    pub(crate) fn is_sought(&self, mark: Mark) -> bool {
        self.sought
            .map_or_else(|| mark.is_weighty(), |sought| sought == mark)
    }

    /// The steps that `n` stops at, in order.
    pub(crate) fn stops(&self) -> impl Iterator<Item = usize> {
        let last = if self.knows_the_future() {
            usize::MAX
        } else {
            self.step
        };
        self.reel
            .marks()
            .filter(move |(step, mark)| self.is_sought(*mark) && *step <= last)
            .map(|(step, _)| step)
    }

    pub(crate) fn what_is_sought(&self) -> &'static str {
        self.sought.map_or("marks", Mark::word)
    }
}
