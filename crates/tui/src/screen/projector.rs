//! The projector: what the room may see of a session that is played elsewhere, large and live.
//!
//! ```text
//!  unequal · Stockholm table 2                                                            ● live
//!
//!  █▄ ▄█ ▄▀▀▄ █  █ █▀▀▀   ▄▀▀█   █▀▀▄ █  █ ▄▀▀▀ ▄▀▀▀ ▀█▀ ▄▀▀▄     move and who is to act, in
//!  █ ▀ █ ▀▄▄▀ ▀▄▀  █▄▄▄   ▀▀▀█   █▀▀▄ ▀▄▄▀ ▄▄▄▀ ▄▄▄▀ ▄█▄ █▀▀█     letters as large as fit
//!
//!  2028 · RESPONSE · Russia is to answer                                                      6:42
//!
//!  100 ┤                                                     ▄▄▄▄▄ ▄▀▀▄
//!   80 ┤⣀⣀⡀                                                  █▄▄▄  ▀▄▄▀     stability, the largest
//!   60 ┤   ⠈⠉⠒⠤⣀⡀● 58                                        ▄▄▄▄▀ ▀▄▄▀     thing on the screen
//!   40 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ crisis                   ▼4 · strained
//!   20 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ rupture                  trust      50▼5
//!      0   2   4   6   8   10  12                            autonomy   61
//!
//!  ▎ China pressed for “Fixed-formula crude discount”        the last public act, in a sentence
//!
//!  Hypothetical, and no forecast.                                                       ? keys
//! ```
//!
//! It is made from the observers' view and from the record as observers may see it, and from
//! nothing else. Once a session has ended everything is open to observers; the projector still shows
//! neither hands nor hidden lines, for it is the white cell's to say when the room looks at those.

mod acts;
mod draw;
mod scene;

use std::path::Path;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;
use crate::clock::Clock;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::screen::projector::scene::Scene;
use unequal_session::{Condition, Pace, SessionError, Watch};

/// The projector.
#[derive(Debug)]
pub struct Projector {
    watch: Watch,
    /// How the clocks stood when they were last looked at, and when that was.
    pace: Pace,
    looked_at: String,
    /// Whether the room does not want to see a countdown.
    hides_clock: bool,
}

impl Projector {
    /// A projector of the session in a file, which need not be there yet.
    ///
    /// # Errors
    ///
    /// Fails where the file is there and cannot be watched.
    pub fn begin(path: &Path, clock: &Clock) -> Result<Self, SessionError> {
        let mut projector = Self {
            watch: Watch::begin(path)?,
            pace: Pace::default(),
            looked_at: String::new(),
            hides_clock: false,
        };
        projector.look_at_clocks(clock.now());
        Ok(projector)
    }

    /// How long to wait before the next look at the file, and at the clocks where they are shown.
    pub fn pause(&self, clock: &Clock) -> Duration {
        let pause = self.watch.pause();
        match clock.to_next_second() {
            Some(tick) if self.ticks() => pause.min(tick),
            _ => pause,
        }
    }

    /// Looks at the file and at the clocks; gives whether there is anything new to draw.
    pub fn look(&mut self, clock: &Clock) -> bool {
        let changed = self.watch.look();
        if !changed && !self.ticks() {
            return false;
        }
        let now = clock.now();
        let ticked = now != self.looked_at;
        if changed || ticked {
            self.look_at_clocks(now);
        }
        changed || ticked
    }

    /// Whether what is shown of the clocks changes by itself.
    fn ticks(&self) -> bool {
        !self.hides_clock && *self.watch.condition() == Condition::Live && self.pace.is_running()
    }

    /// While nobody has the session open, no time passes in it.
    fn look_at_clocks(&mut self, now: String) {
        self.pace = match self.watch.table() {
            Some(table) if *self.watch.condition() == Condition::Live => Pace::of(table, &now),
            Some(table) => Pace::at_last(table),
            None => Pace::default(),
        };
        self.looked_at = now;
    }

    /// Shows the countdown, or hides it.
    pub const fn toggle_clock(&mut self) {
        self.hides_clock = !self.hides_clock;
    }

    /// The session's name, once there is one.
    pub fn session(&self) -> Option<&str> {
        self.watch.table().map(|table| table.setup().name.as_str())
    }

    /// Draws the projector.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        let buf = frame.buffer_mut();
        match self.watch.table() {
            Some(table) => {
                let pace = (!self.hides_clock).then_some(&self.pace);
                let scene = Scene::of(table, &self.watch, pace);
                draw::session(&scene, area, buf, &app.theme);
            }
            None => draw::waiting(&self.watch, area, buf, &app.theme),
        }
    }
}

/// The commands of the footer, where something calls for one.
pub fn hints() -> Vec<Hint> {
    vec![
        Command::Countdown.into(),
        Command::NextTheme.into(),
        Command::Quit.into(),
        Command::Help.into(),
    ]
}

/// Does a command on the projector.
pub fn on(command: Command) -> Vec<Effect> {
    match command {
        Command::Back | Command::GoHome => vec![Effect::Quit],
        _ => Vec::new(),
    }
}
