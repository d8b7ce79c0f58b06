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
//!   18 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ break                    trust      50▼5
//!      0   2   4   6   8   10  12                            · anger is heading for 71
//!
//!  ▎ China pressed for “Fixed-formula crude discount”        the last public act, in a sentence
//!
//!  Hypothetical, and no forecast.                                                       ? keys
//! ```
//!
//! Beside the curve stands how far each ending is, in the deck's words, and under it what lies on the table: the
//! measure, the offer, the demand.
//!
//! It is made from the audience's view and from the record as the audience may see it, and from
//! nothing else. Once a session has ended everything is open to the audience; the projector still shows
//! neither menus nor hidden lines nor plans, for it is the white cell's to say when the room looks at those.

mod acts;
mod draw;
mod scene;
mod table;

use std::path::Path;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::clock::Clock;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::page::{Page, Then};
use crate::screen::projector::scene::Scene;
use crate::sitting::Sitting;
use unequal_core::engine::seat::Seat;
use unequal_session::{Condition, Pace, Place, SessionError, Watch};

/// Whose eyes the room has.
const ROOM: Seat = Seat::Audience;

/// The projector.
#[derive(Debug)]
pub struct Projector {
    watch: Watch,
    /// What the room may see of the session, as far as it was read.
    place: Option<Place>,
    /// How the clocks stood when they were last looked at, and when that was.
    pace: Pace,
    looked_at: String,
}

impl Projector {
    /// A projector of the session in a file, which need not be there yet.
    ///
    /// # Errors
    ///
    /// Fails where the file is there and cannot be watched.
    pub fn begin(path: &Path, clock: &Clock) -> Result<Self, SessionError> {
        let watch = Watch::begin(path)?;
        let mut projector = Self {
            place: watch.place(ROOM),
            watch,
            pace: Pace::default(),
            looked_at: String::new(),
        };
        projector.look_at_clocks(clock.now());
        Ok(projector)
    }

    /// Whether what is shown of the clocks changes by itself.
    fn ticks(&self, hidden: bool) -> bool {
        !hidden && *self.watch.condition() == Condition::Live && self.pace.is_running()
    }

    /// While nobody has the session open, no time passes in it.
    fn look_at_clocks(&mut self, now: String) {
        let clocks = self.place.as_ref().map(|place| &place.standing().clocks);
        self.pace = match clocks {
            Some(clocks) if *self.watch.condition() == Condition::Live => clocks.at(&now),
            Some(clocks) => clocks.at_last(),
            None => Pace::default(),
        };
        self.looked_at = now;
    }

    /// The session's name, once there is one.
    pub fn session(&self) -> Option<&str> {
        let place = self.place.as_ref()?;
        Some(&place.standing().name)
    }
}

impl Page for Projector {
    fn layer(&self) -> Layer {
        Layer::Projector
    }

    fn screen(&self) -> Option<Goal> {
        Some(Goal::Projector)
    }

    fn pause(&self, sitting: &Sitting) -> Option<Duration> {
        let pause = self.watch.pause();
        Some(match sitting.clock.to_next_second() {
            Some(tick) if self.ticks(sitting.clocks.hidden) => pause.min(tick),
            _ => pause,
        })
    }

    /// Looks at the file and at the clocks.
    fn pass(&mut self, sitting: &mut Sitting, _covered: bool) -> Option<Then> {
        let changed = self.watch.look();
        if changed {
            self.place = self.watch.place(ROOM);
        }
        if !changed && !self.ticks(sitting.clocks.hidden) {
            return None;
        }
        let now = sitting.clock.now();
        if !changed && now == self.looked_at {
            return None;
        }
        self.look_at_clocks(now);
        sitting.title = self.session().map(str::to_owned);
        Some(Then::Stay)
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        vec![
            Command::Countdown.into(),
            Command::NextTheme.into(),
            Command::Quit.into(),
            Command::Help.into(),
        ]
    }

    /// Draws the projector.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let buf = frame.buffer_mut();
        match &self.place {
            Some(room) => {
                let pace = (!sitting.clocks.hidden).then_some(&self.pace);
                let scene = Scene::of(room, &self.watch, pace);
                draw::session(&scene, area, buf, &sitting.theme);
            }
            None => draw::waiting(&self.watch, area, buf, &sitting.theme),
        }
    }

    fn on(&mut self, _sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back | Command::GoHome => Then::Do(vec![Effect::Quit]),
            _ => Then::Stay,
        }
    }
}
