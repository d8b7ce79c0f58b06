//! How the record is played like a film: at which speed, which way, since when.

use std::time::{Duration, Instant};

/// Milliseconds an entry, from slow to fast.
const PACES: [u64; 6] = [4000, 2000, 1000, 500, 250, 125];
/// The pace at first.
const USUAL: usize = 2;

/// How the record is played.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Player {
    /// Which of the paces, from slow to fast.
    pub(crate) pace: usize,
    /// Whether it goes back.
    pub(crate) back: bool,
    /// Whether the next entry is wanted at once.
    pub(crate) hurried: bool,
    /// When the entry that is shown was reached; none while nothing plays.
    pub(crate) since: Option<Instant>,
}

impl Default for Player {
    fn default() -> Self {
        Self {
            pace: USUAL,
            back: false,
            hurried: false,
            since: None,
        }
    }
}

impl Player {
    /// How long it is until the next entry is shown by itself; none while nothing plays.
    pub(crate) fn pause(self) -> Option<Duration> {
        let since = self.since?;
        let interval = Duration::from_millis(if self.hurried { 0 } else { PACES[self.pace] });
        Some(interval.saturating_sub(since.elapsed()))
    }

    /// The entry that is shown now has been reached.
    pub(crate) fn reached(&mut self) {
        self.hurried = false;
        self.since = Some(Instant::now());
    }

    /// Plays on, or stops.
    pub(crate) fn turn(&mut self) {
        self.since = match self.since {
            Some(_) => None,
            None => Some(Instant::now()),
        };
    }

    /// Plays faster.
    pub(crate) fn hasten(&mut self) {
        self.pace = (self.pace + 1).min(PACES.len() - 1);
    }

    /// Whether it plays.
    pub(crate) const fn is_on(self) -> bool {
        self.since.is_some()
    }

    /// Stops.
    pub(crate) const fn stop(&mut self) {
        self.since = None;
    }

    /// How it is played, in a few words: `▶ 2 a second`.
    pub(crate) fn words(self) -> String {
        let sign = if self.back { "◀" } else { "▶" };
        let pace = PACES[self.pace];
        if pace >= 1000 {
            format!("{sign} one in {} s", pace / 1000)
        } else {
            format!("{sign} {} a second", 1000 / pace)
        }
    }
}
