//! The replay: a session step by step, as one seat could know it then; nothing here changes the record.
//!
//! ```text
//!  unequal · Stockholm table 2     entry 31 of 60 · move 4 · RESPONSE · everything     ○ reading only
//! ┌ Stability 58 ▼4 ───────────────────────────────────────────────────────────────────────────────┐
//! │ 100 ┤                            ┊                                                             │
//! │  60 ┤⠒⠒⠤⣀⣀⣀⠒⠒⠤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀●⠒⠒⠤⠤⣀⣀⣀⣀⣀⣀                                               │
//! │          ◆        ⚑        ▲                                                                   │
//! │     1       2       3       4        5       6                                                 │
//! ├ Entry 31 ──────────────────────────────────────┬ Domains ──────────────────────────────────────┤
//! │ Russia refused “Joint stations”                │ Economy  ███▌ 74▲2  ▆ 81  ▃ 38  ━━●─┃ 38/75   │
//! │ Russia, today 11:42, by person                 ├ Pressures ────────────────────────────────────┤
//! │ Why                                            │ sanctions 65▲5  war 60  trust 55              │
//! │ bastion secrecy                                ├ On the table ─────────────────────────────────┤
//! ├ Record ────────────────────────────────────────┤ EC4 Fixed-formula crude discount              │
//! │ › 4 ▎Russia refused “Joint stations …”         │                                               │
//! └────────────────────────────────────────────────┴───────────────────────────────────────────────┘
//!  ←→ entry   n mark   space play   g guess   b branch   e explain   t tree   ? help
//! ```
//!
//! A pair of eyes sees the table as it could be seen at that entry: nothing of what came later, and
//! the reasons of others only once they were open. The white cell's eyes see everything.

mod draw;
mod eyes;
pub mod filter;
mod guess;
pub mod mark;
mod place;
mod player;
mod reel;
mod remark;
mod sheet;
mod study;
mod text;

pub use eyes::look_with;
pub use player::{tick, tick_if_due};
pub use remark::draft_prefix;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::App;
use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::notice::Tone;
use crate::screen::Screen;
use crate::screen::replay::filter::Filter;
use crate::screen::replay::guess::Guesses;
use crate::screen::replay::mark::Mark;
use crate::screen::replay::player::Player;
use crate::screen::replay::reel::Reel;
use crate::screen::replay::study::Study;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Annotations;
use unequal_session::Table;
use unequal_session::sight::Seen;

/// Where the reader is, and how the record is looked at.
#[derive(Debug)]
pub struct Replay {
    reel: Reel,
    /// The step that is looked at.
    step: usize,
    /// Whose eyes.
    eyes: Seat,
    filter: Filter,
    /// Whether undone entries are stepped through as well.
    undone: bool,
    /// The marks that `n` goes to; none: all weighty ones.
    sought: Option<Mark>,
    /// The part that is read where there is room for one only.
    part: Part,
    /// Lines of the entry's text scrolled away.
    scroll: usize,
    /// The entries that the last search found.
    hits: Vec<u64>,
    /// What people wrote beside the record, or why it cannot be read.
    remarks: Result<Annotations, String>,
    /// What the program found.
    study: Study,
    /// Whether the record plays by itself.
    player: Player,
    /// The guesses made, while decisions are guessed.
    guesses: Option<Guesses>,
}

/// A part of the replay beside the curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Entry,
    Record,
    Domains,
    Gauges,
    Table,
    Why,
}

impl Part {
    const ALL: [Self; 6] = [
        Self::Entry,
        Self::Record,
        Self::Domains,
        Self::Gauges,
        Self::Table,
        Self::Why,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Entry => "Entry",
            Self::Record => "Record",
            Self::Domains => "Domains",
            Self::Gauges => "Pressures",
            Self::Table => "Table",
            Self::Why => "Why",
        }
    }

    fn stepped(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|part| *part == self).unwrap_or(0);
        Self::ALL[(at + Self::ALL.len()).saturating_add_signed(by) % Self::ALL.len()]
    }
}

impl Replay {
    /// The replay of a session, at an entry or at its beginning, with a seat's eyes.
    ///
    /// Without a seat, everything is shown of a session that has ended, and what is public of another.
    pub fn new(table: &Table, at: Option<u64>, seat: Option<Seat>) -> Self {
        let eyes = seat.unwrap_or(if table.has_ended() {
            Seat::WhiteCell
        } else {
            Seat::Observer
        });
        let mut replay = Self {
            reel: Reel::new(table, eyes, Filter::default(), false),
            step: 0,
            eyes,
            filter: Filter::default(),
            undone: false,
            sought: None,
            part: Part::default(),
            scroll: 0,
            hits: Vec::new(),
            remarks: remark::load(table),
            study: Study::default(),
            player: Player::default(),
            guesses: None,
        };
        replay.mark_anew();
        let at = at.unwrap_or(u64::from(table.last_number() > 0));
        replay.step = replay.reel.step_at(at);
        // An entry that was undone is only there where undone ones are.
        if replay.at() != at && replay.reel.frame(at).is_some() {
            replay.undone = true;
            replay.cut(table);
            replay.step = replay.reel.step_at(at);
        }
        replay
    }

    /// Whether what the program can say of the session is wanted and not there.
    pub fn wants_study(&self) -> bool {
        self.eyes == Seat::WhiteCell && self.study.aar.is_none()
    }

    /// The entry that is looked at; 0 is STARTEX.
    pub fn at(&self) -> u64 {
        self.reel.steps.get(self.step).copied().unwrap_or(0)
    }

    /// Whose eyes.
    pub const fn eyes(&self) -> Seat {
        self.eyes
    }

    /// Whether what came after this entry may be shown.
    fn knows_the_future(&self) -> bool {
        self.eyes == Seat::WhiteCell && self.guesses.is_none()
    }

    /// The entry as these eyes could see it then.
    fn seen(&self, table: &Table, number: u64) -> Option<Seen> {
        let then = if self.knows_the_future() {
            table.last_number()
        } else {
            self.at()
        };
        table.entry_seen(number, then, self.eyes)
    }

    /// Takes up the record anew: other eyes.
    fn look_anew(&mut self, table: &Table) {
        let at = self.at();
        self.reel = Reel::new(table, self.eyes, self.filter, self.undone);
        self.mark_anew();
        self.step = self.reel.step_at(at);
    }

    /// Chooses anew what is stepped through.
    fn cut(&mut self, table: &Table) {
        let at = self.at();
        self.reel.cut(table, self.filter, self.undone);
        self.step = self.reel.step_at(at);
    }

    /// Goes to an entry, whatever is left out of the steps now.
    fn show(&mut self, table: &Table, number: u64) {
        if self.reel.steps.binary_search(&number).is_err() {
            self.filter = Filter::default();
            self.undone |= self.reel.frame(number).is_some_and(|frame| frame.undone);
            self.cut(table);
        }
        self.go_to(number);
    }

    /// Puts the marks anew that do not lie in the entries themselves.
    fn mark_anew(&mut self) {
        let hits = self.hits.iter().map(|number| (*number, Mark::Hit));
        let marks: Vec<(u64, Mark)> = hits
            .chain(self.marks_of_remarks())
            .chain(self.turning_marks())
            .collect();
        self.reel.mark(marks);
    }

    /// The commands of the footer.
    pub fn hints(&self, app: &App) -> Vec<Hint> {
        let play = if self.player.is_on() { "stop" } else { "play" };
        let away = if app.trail.is_empty() { "home" } else { "back" };
        vec![
            Command::EntryBack.hint("entry"),
            Command::MoveBack.hint("move"),
            Command::NextMark.hint("mark"),
            Command::Play.hint(play),
            Command::Branch.into(),
            Command::Tree.into(),
            Command::Help.into(),
            Command::Explain.into(),
            Command::Eyes.into(),
            Command::Annotate.into(),
            Command::Search.hint("find"),
            Command::Guess.into(),
            Command::Back.hint(away),
        ]
    }

    /// Draws the replay.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, app: &App) {
        draw::draw(self, frame, area, app);
    }
}

/// The replay on the screen, with the session that it is of.
fn here(app: &mut App) -> Option<(&mut Replay, &Table)> {
    match (&mut app.screen, &app.table) {
        (Screen::Replay(replay), Some(table)) => Some((replay, table)),
        _ => None,
    }
}

/// Does a command on the replay.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    if player::on(app, command) {
        return Vec::new();
    }
    if let Some((replay, _)) = here(app) {
        replay.player.stop();
    }
    if place::on(app, command) {
        return Vec::new();
    }
    let effects = sheet::open(app, command)
        .or_else(|| eyes::on(app, command))
        .or_else(|| study::on(app, command));
    if let Some(effects) = effects {
        return effects;
    }
    match command {
        Command::Back if app.errands.break_off() => say(app, "Broken off."),
        Command::Back | Command::GoHome => return vec![Effect::Leave],
        Command::Guess => guess::turn(app),
        Command::Continue => return go_on(app),
        Command::NextField | Command::NextPanel => turn(app, 1),
        Command::PreviousField | Command::PreviousPanel => turn(app, -1),
        _ => {}
    }
    Vec::new()
}

/// Goes on with the session that is read, where it has not ended.
fn go_on(app: &mut App) -> Vec<Effect> {
    let Some((_, table)) = here(app) else {
        return Vec::new();
    };
    match table.path() {
        Some(path) if !table.has_ended() => vec![Effect::Resume(path.to_owned())],
        _ => {
            say(
                app,
                "This session has ended: b begins a branch from any entry of it.",
            );
            Vec::new()
        }
    }
}

fn turn(app: &mut App, by: isize) {
    if let Some((replay, _)) = here(app) {
        replay.part = replay.part.stepped(by);
    }
}

/// Says something in a line.
fn say(app: &mut App, words: impl Into<String>) {
    app.say(Tone::Plain, words);
}
