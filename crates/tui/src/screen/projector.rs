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
//! What is shown comes from the [wall](crate::wall).

mod acts;
mod curve;
mod draw;
pub(in crate::screen) mod pages;
mod poster;
mod shows;
mod table;
mod way_in;

use std::path::{Path, PathBuf};
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ability::Glyphs;
use crate::clock::Clock;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::glance::Glance;
use crate::goal::Goal;
use crate::keymap::Layer;
use crate::page::{Page, Then, with_keys};
use crate::screen::projector::draw::Waiting;
use crate::sitting::Sitting;
use crate::wall::stage::Stage;
use crate::wall::{Wall, slide};
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::store::stage::{Call, Scene as CalledScene};
use unequal_session::{Condition, Pace, Place, SessionError, Watch, shelf};

/// Whose eyes the room has.
const ROOM: Seat = Seat::Audience;

/// How long it may be before a folder without a session is looked at again.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long a page stands that turns by itself: long enough to read it aloud.
const READ: i64 = 12;

/// The page that stands on the wall.
#[derive(Debug, Default)]
struct Turned {
    /// What it is of, and the page that was called.
    of: (String, u32),
    /// Whether it turns by itself.
    by_itself: bool,
    /// Pages that were turned since, at the wall or by themselves.
    pages: u32,
    /// When the last was, in seconds since 1970.
    at: i64,
}

impl Turned {
    /// Takes what stands there now: what is new begins with its first page.
    fn look(&mut self, wall: &Wall<'_>, now: i64) {
        let of = (wall.stage.subject(), wall.page);
        if self.of != of {
            *self = Self {
                of,
                at: now,
                ..Self::default()
            };
        }
        self.by_itself = wall.stage.turns_by_itself();
    }

    /// Turns to another page.
    const fn turn(&mut self, pages: u32, now: i64) {
        self.pages = pages;
        self.at = now;
    }

    /// Turns a page where its time is over; gives whether it did.
    const fn pass(&mut self, now: i64) -> bool {
        let is_over = self.by_itself && now - self.at >= READ;
        if is_over {
            self.turn(self.pages.wrapping_add(1), now);
        }
        is_over
    }
}

/// The folder of which the session in play is shown.
#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// Whether the session that is shown was played when it was looked at last.
    was_live: bool,
    /// Sessions that were open already when the one that is shown was left: nobody turns to them now.
    open_before: Vec<PathBuf>,
}

impl Folder {
    /// The session in play, while the one that is shown is not being played: one that was opened since, or else the one
    /// that was changed last.
    fn in_play(&mut self) -> Option<PathBuf> {
        let open = shelf::open(&self.path);
        if self.was_live {
            self.was_live = false;
            self.open_before.clone_from(&open);
        }
        self.open_before.retain(|before| open.contains(before));
        let opened = open.into_iter().find(|one| !self.open_before.contains(one));
        opened.or_else(|| shelf::newest(&self.path))
    }
}

/// The projector.
#[derive(Debug)]
pub struct Projector {
    /// The folder of which the session in play is shown; none where a file was named.
    folder: Option<Folder>,
    /// The file; none while the folder has no session.
    watch: Option<Watch>,
    /// What the room may see of the session, as far as it was read.
    place: Option<Place>,
    /// How the clocks stood when they were last looked at, and when that was.
    pace: Pace,
    looked_at: String,
    /// The page that stands there.
    turned: Turned,
}

impl Projector {
    /// A projector of the session in a file, which need not be there yet.
    ///
    /// # Errors
    ///
    /// Fails where the file is there and cannot be watched.
    pub fn begin(path: &Path, clock: &Clock) -> Result<Self, SessionError> {
        let mut projector = Self::new(None);
        projector.follow(Watch::begin(path)?, clock);
        Ok(projector)
    }

    /// A projector of the session in play in a folder, which need not hold one yet.
    pub fn of_newest(folder: PathBuf, clock: &Clock) -> Self {
        let mut projector = Self::new(Some(folder));
        projector.look_for_newer(clock);
        projector
    }

    fn new(folder: Option<PathBuf>) -> Self {
        let folder = folder.map(|path| Folder {
            path,
            was_live: false,
            open_before: Vec::new(),
        });
        Self {
            folder,
            watch: None,
            place: None,
            pace: Pace::default(),
            looked_at: String::new(),
            turned: Turned::default(),
        }
    }

    fn follow(&mut self, watch: Watch, clock: &Clock) {
        self.place = watch.place(ROOM);
        self.watch = Some(watch);
        self.look_at_clocks(clock.now());
        self.look_at_page(true, clock);
    }

    /// Goes to the session in play where the one that is shown is not being played; gives whether it did.
    fn look_for_newer(&mut self, clock: &Clock) -> bool {
        let is_live = self.is_live();
        let Some(folder) = &mut self.folder else {
            return false;
        };
        if is_live {
            folder.was_live = true;
            return false;
        }
        let newest = folder.in_play();
        let shown = self.watch.as_ref().map(Watch::path);
        // What cannot be read is not news to the room: it is looked at again later.
        let watch = newest
            .filter(|newest| Some(newest.as_path()) != shown)
            .and_then(|newest| Watch::begin(&newest).ok());
        let Some(watch) = watch.filter(|watch| watch.place(ROOM).is_some()) else {
            return false;
        };
        self.follow(watch, clock);
        true
    }

    fn is_live(&self) -> bool {
        let condition = self.watch.as_ref().map(Watch::condition);
        condition == Some(&Condition::Live)
    }

    /// Whether what is shown of the clocks changes by itself.
    fn ticks(&self, hidden: bool) -> bool {
        !hidden && self.is_live() && self.pace.is_running()
    }

    /// While nobody has the session open, no time passes in it.
    fn look_at_clocks(&mut self, now: String) {
        let clocks = self.place.as_ref().map(|place| &place.standing().clocks);
        self.pace = match clocks {
            Some(clocks) if self.is_live() => clocks.at(&now),
            Some(clocks) => clocks.at_last(),
            None => Pace::default(),
        };
        self.looked_at = now;
    }

    /// What stands on the wall.
    fn wall<'a>(
        &self,
        glance: &Glance<'a>,
        watch: &Watch,
        (hides_clocks, clock): (bool, &Clock),
    ) -> Wall<'a> {
        let pace = (!hides_clocks).then_some(&self.pace);
        // A link ends with the host that gave it.
        let ended = |call: &&Call| call.scene == Some(CalledScene::Phones) && !self.is_live();
        let call = watch.call().filter(|call| !ended(call));
        let standing = standing(watch, glance.place.has_ended());
        Wall::of(glance, call, standing, (pace, clock))
    }

    /// Looks which page stands there; gives whether it is another one by itself.
    fn look_at_page(&mut self, changed: bool, clock: &Clock) -> bool {
        let now = seconds(clock);
        if let (true, Some(room), Some(watch)) = (changed, &self.place, &self.watch) {
            let glance = Glance::new(room);
            let wall = self.wall(&glance, watch, (false, clock));
            self.turned.look(&wall, now);
        }
        self.turned.pass(now)
    }

    /// The session's name, once there is one.
    pub fn session(&self) -> Option<&str> {
        let place = self.place.as_ref()?;
        Some(&place.standing().name)
    }

    /// Looks at the file; gives whether anything of it is different.
    fn look(&mut self) -> bool {
        let Some(watch) = &mut self.watch else {
            return false;
        };
        if !watch.look() {
            return false;
        }
        self.place = watch.place(ROOM);
        true
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
        let pause = self.watch.as_ref().map_or(PATIENCE, Watch::pause);
        Some(match sitting.clock.to_next_second() {
            Some(tick) if self.ticks(sitting.clocks.hidden) => pause.min(tick),
            _ => pause,
        })
    }

    /// Looks at the file and at the clocks.
    fn pass(&mut self, sitting: &mut Sitting, _covered: bool) -> Option<Then> {
        let mut changed = self.look();
        changed |= self.look_for_newer(&sitting.clock);
        let now = sitting.clock.now();
        let ticked = self.ticks(sitting.clocks.hidden) && now != self.looked_at;
        if changed || ticked {
            self.look_at_clocks(now);
        }
        let turned = self.look_at_page(changed, &sitting.clock);
        if !(changed || ticked || turned) {
            return None;
        }
        sitting.title = self.session().map(str::to_owned);
        Some(Then::Stay)
    }

    fn offers(&self, _sitting: &Sitting) -> Vec<Command> {
        let mut offers = with_keys(self.layer());
        offers.retain(|command| *command != Command::Countdown || !self.pace.clocks.is_empty());
        offers
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![Command::Right.hint("page")];
        if !self.pace.clocks.is_empty() {
            hints.push(Command::Countdown.into());
        }
        hints.extend([Command::NextTheme, Command::Quit, Command::Help].map(Hint::from));
        hints
    }

    /// Draws the projector.
    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let buf = frame.buffer_mut();
        let theme = &sitting.theme;
        let (Some(room), Some(watch)) = (&self.place, &self.watch) else {
            let told = match (&self.watch, &self.folder) {
                (Some(watch), _) => Waiting::Watched(watch),
                (None, folder) => {
                    let folder = folder.as_ref().map(|folder| folder.path.as_path());
                    Waiting::Any(folder.unwrap_or(Path::new(".")))
                }
            };
            draw::waiting(&told, area, buf, theme);
            return;
        };
        let glance = Glance::new(room);
        let wall = self.wall(&glance, watch, (sitting.clocks.hidden, &sitting.clock));
        if matches!(wall.stage, Stage::Board) {
            draw::session(&wall.scene, area, buf, theme);
            return;
        }
        let page = wall.page.wrapping_add(self.turned.pages);
        let stage = match wall.stage {
            // No picture for a camera can be made of plain signs.
            Stage::WayIn(link) if sitting.glyphs == Glyphs::Plain => {
                Stage::Slides(vec![slide::way_in(&link)])
            }
            stage => stage,
        };
        draw::scene(&wall.scene, (&stage, page), area, buf, theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let turned = self.turned.pages;
        let now = seconds(&sitting.clock);
        match command {
            Command::Back | Command::GoHome => return Then::Do(vec![Effect::Quit]),
            Command::Right => self.turned.turn(turned.wrapping_add(1), now),
            Command::Left => self.turned.turn(turned.saturating_sub(1), now),
            _ => {}
        }
        Then::Stay
    }
}

/// The present moment, in seconds since 1970.
fn seconds(clock: &Clock) -> i64 {
    unequal_session::clock::seconds(&clock.now()).unwrap_or(0)
}

/// How it stands with the file, in words for the room.
fn standing(watch: &Watch, ended: bool) -> (bool, String) {
    match watch.condition() {
        Condition::Live => (true, "live".to_owned()),
        _ if ended => (true, "the session has ended".to_owned()),
        Condition::Left { unfinished: false } => (false, "not being played now".to_owned()),
        Condition::Left { unfinished: true } => (
            false,
            "interrupted: the act in hand was not recorded".to_owned(),
        ),
        Condition::NotThereYet | Condition::Away => {
            (false, "the file is gone; waiting for it".to_owned())
        }
        Condition::Unusable(why) => (false, format!("cannot be read: {}", plain(why))),
    }
}
