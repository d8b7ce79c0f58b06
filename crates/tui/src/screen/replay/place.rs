//! Goes about in the record: by entry, phase, move and mark, both ways.

use crate::app::App;
use crate::command::Command;
use crate::screen::replay::mark::Mark;
use crate::screen::replay::{Replay, guess, here, say};

impl Replay {
    /// Goes to a step, or as near as there is one.
    pub(super) fn go(&mut self, step: usize) {
        let to = step.min(self.reel.steps.len().saturating_sub(1));
        if to != self.step {
            self.step = to;
            self.scroll = 0;
        }
    }

    /// Goes to an entry, or the last one before it that is stepped through.
    pub fn go_to(&mut self, number: u64) {
        self.go(self.reel.step_at(number));
    }

    /// The step where a stretch of entries that are alike begins: this one's, or the one before.
    fn start_back<K: PartialEq>(&self, alike: impl Fn(u64) -> K) -> usize {
        let steps = &self.reel.steps;
        let mut to = self.step.saturating_sub(1);
        while to > 1 && alike(steps[to - 1]) == alike(steps[to]) {
            to -= 1;
        }
        to
    }

    /// The step where the next stretch of entries that are alike begins.
    fn start_on<K: PartialEq>(&self, alike: impl Fn(u64) -> K) -> usize {
        let steps = &self.reel.steps;
        let Some(now) = steps.get(self.step) else {
            return 0;
        };
        let now = alike(*now);
        (self.step + 1..steps.len())
            .find(|place| alike(steps[*place]) != now)
            .unwrap_or(steps.len() - 1)
    }

    fn move_of(&self, number: u64) -> u32 {
        self.reel.frame(number).map_or(0, |frame| frame.move_number)
    }

    fn phase_of(&self, number: u64) -> Option<(u32, unequal_core::engine::phase::Phase)> {
        let frame = self.reel.frame(number)?;
        Some((frame.move_number, frame.phase))
    }

    /// Whether `n` stops at a mark.
    fn is_sought(&self, mark: Mark) -> bool {
        self.sought
            .map_or_else(|| mark.is_weighty(), |sought| sought == mark)
    }

    /// The steps that `n` stops at, in order.
    pub(super) fn stops(&self) -> impl Iterator<Item = usize> {
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

    fn what_is_sought(&self) -> &'static str {
        self.sought.map_or("marks", Mark::word)
    }
}

/// Does a command that goes about; gives whether it was one.
pub(super) fn on(app: &mut App, command: Command) -> bool {
    let Some((replay, _)) = here(app) else {
        return false;
    };
    let to = match command {
        Command::EntryBack => replay.step.saturating_sub(1),
        Command::EntryOn => replay.step + 1,
        Command::PhaseBack => replay.start_back(|number| replay.phase_of(number)),
        Command::PhaseOn => replay.start_on(|number| replay.phase_of(number)),
        Command::MoveBack => replay.start_back(|number| replay.move_of(number)),
        Command::MoveOn => replay.start_on(|number| replay.move_of(number)),
        Command::FirstEntry => 0,
        Command::LastEntry => usize::MAX,
        Command::Row(row) => usize::from(row),
        Command::Up if replay.scroll > 0 => {
            replay.scroll -= 1;
            return true;
        }
        Command::Down => {
            replay.scroll += 1;
            return true;
        }
        Command::NextMark | Command::PreviousMark => {
            step_to_mark(app, command == Command::NextMark);
            return true;
        }
        Command::WhichMarks => {
            which_marks(app);
            return true;
        }
        _ => return false,
    };
    if to > replay.step && replay.guesses.is_some() && !matches!(command, Command::Row(_)) {
        guess::go_on(app, to);
    } else {
        replay.go(to);
    }
    true
}

fn step_to_mark(app: &mut App, forward: bool) {
    let Some((replay, _)) = here(app) else {
        return;
    };
    let now = replay.step;
    let to = if forward {
        replay.stops().find(|step| *step > now)
    } else {
        replay.stops().filter(|step| *step < now).last()
    };
    if let Some(step) = to {
        replay.go(step);
        return;
    }
    let side = if forward { "after" } else { "before" };
    let words = format!("No {} {side} this entry.", replay.what_is_sought());
    say(app, words);
}

/// Chooses the next kind of marks that there is any of.
fn which_marks(app: &mut App) {
    let Some((replay, _)) = here(app) else {
        return;
    };
    let count = |kind: Option<Mark>| {
        let wanted = |mark: Mark| kind.map_or_else(|| mark.is_weighty(), |kind| kind == mark);
        replay
            .reel
            .marks()
            .filter(|(_, mark)| wanted(*mark))
            .count()
    };
    let all: Vec<Option<Mark>> = std::iter::once(None)
        .chain(Mark::ALL.into_iter().map(Some))
        .collect();
    let at = all.iter().position(|kind| *kind == replay.sought);
    let next = (1..=all.len())
        .map(|by| all[(at.unwrap_or(0) + by) % all.len()])
        .find(|kind| kind.is_none() || count(*kind) > 0)
        .flatten();
    let found = count(next);
    replay.sought = next;
    let words = match next {
        None => format!("n and N go to all weighty marks: {found}."),
        Some(kind) => format!("n and N go to {} {}: {found}.", kind.sign(), kind.word()),
    };
    say(app, words);
}
