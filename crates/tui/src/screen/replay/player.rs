//! Plays the record like a film: at several speeds, on and back, until a key is pressed or its end is reached.

use std::time::{Duration, Instant};

use crate::app::App;
use crate::command::Command;
use crate::screen::Screen;
use crate::screen::replay::{Replay, here, say};

/// Milliseconds an entry, from slow to fast.
const PACES: [u64; 6] = [4000, 2000, 1000, 500, 250, 125];
/// The pace at first.
const USUAL: usize = 2;

/// How the record is played.
#[derive(Clone, Copy, Debug)]
pub(super) struct Player {
    pace: usize,
    back: bool,
    /// When the entry that is shown was reached; none while nothing plays.
    since: Option<Instant>,
}

impl Default for Player {
    fn default() -> Self {
        Self {
            pace: USUAL,
            back: false,
            since: None,
        }
    }
}

impl Player {
    fn interval(self) -> Duration {
        Duration::from_millis(PACES[self.pace])
    }

    pub(super) const fn is_on(self) -> bool {
        self.since.is_some()
    }

    pub(super) const fn stop(&mut self) {
        self.since = None;
    }

    /// How it is played, in a few words: `▶ 2 a second`.
    pub(super) fn words(self) -> String {
        let sign = if self.back { "◀" } else { "▶" };
        let pace = PACES[self.pace];
        if pace >= 1000 {
            format!("{sign} one in {} s", pace / 1000)
        } else {
            format!("{sign} {} a second", 1000 / pace)
        }
    }
}

impl Replay {
    /// How long it is until the next entry is shown by itself.
    pub fn pause(&self) -> Option<Duration> {
        let since = self.player.since?;
        Some(self.player.interval().saturating_sub(since.elapsed()))
    }
}

/// Shows the next entry if it is time; gives whether it was.
pub fn tick_if_due(app: &mut App) -> bool {
    let due = match &app.screen {
        Screen::Replay(replay) => replay.pause().is_some_and(|pause| pause.is_zero()),
        _ => false,
    };
    if due {
        tick(app);
    }
    due
}

/// Shows the next entry, where the record plays and nothing lies over it.
pub fn tick(app: &mut App) {
    let covered = !app.overlays.is_empty();
    let Some((replay, _)) = here(app) else {
        return;
    };
    if !replay.player.is_on() {
        return;
    }
    replay.player.since = Some(Instant::now());
    if covered {
        return;
    }
    let back = replay.player.back;
    let before = replay.step;
    if back {
        replay.go(before.saturating_sub(1));
    } else {
        super::guess::go_on(app, before + 1);
    }
    let Some((replay, _)) = here(app) else {
        return;
    };
    if replay.step == before {
        replay.player.stop();
    }
}

/// Does a command about playing; gives whether it was one. Any other command stops it.
pub(super) fn on(app: &mut App, command: Command) -> bool {
    let Some((replay, _)) = here(app) else {
        return false;
    };
    let player = &mut replay.player;
    match command {
        Command::Play => {
            player.since = if player.is_on() {
                None
            } else {
                Some(Instant::now())
            };
        }
        Command::Faster => player.pace = (player.pace + 1).min(PACES.len() - 1),
        Command::Slower => player.pace = player.pace.saturating_sub(1),
        Command::Direction => player.back = !player.back,
        _ => return false,
    }
    if command != Command::Play {
        let words = format!("{}: space plays and stops.", player.words());
        say(app, words);
    }
    true
}
