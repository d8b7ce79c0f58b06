//! The projector: what the room may see of a session that is played elsewhere, large and live.
//!
//! ```text
//!  unequal · Stockholm table 2                                                            ● live
//!
//!  █▄ ▄█ ▄▀▀▄ █  █ █▀▀▀   ▄▀▀█   █▀▀▄ █  █ ▄▀▀▀ ▄▀▀▀ ▀█▀ ▄▀▀▄     move and who is to act, in
//!  █ ▀ █ ▀▄▄▀ ▀▄▀  █▄▄▄   ▀▀▀█   █▀▀▄ ▀▄▄▀ ▄▄▄▀ ▄▄▄▀ ▄█▄ █▀▀█     letters as large as fit
//!
//!  2028 · RESPONSE · Russia is to answer
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

use crate::session::{SessionError, Watch};
use crate::tui::app::App;
use crate::tui::command::{Command, Hint};
use crate::tui::effect::Effect;
use crate::tui::screen::projector::scene::Scene;

/// The projector.
#[derive(Debug)]
pub struct Projector {
    watch: Watch,
}

impl Projector {
    /// A projector of the session in a file, which need not be there yet.
    ///
    /// # Errors
    ///
    /// Fails where the file is there and cannot be watched.
    pub fn begin(path: &Path) -> Result<Self, SessionError> {
        let watch = Watch::begin(path)?;
        Ok(Self { watch })
    }

    /// How long to wait before the next look at the file.
    pub const fn pause(&self) -> Duration {
        self.watch.pause()
    }

    /// Looks at the file; gives whether there is anything new to draw.
    pub fn look(&mut self) -> bool {
        self.watch.look()
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
                let scene = Scene::of(table, &self.watch);
                draw::session(&scene, area, buf, &app.theme);
            }
            None => draw::waiting(&self.watch, area, buf, &app.theme),
        }
    }
}

/// The commands of the footer, where something calls for one.
pub fn hints() -> Vec<Hint> {
    vec![
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
