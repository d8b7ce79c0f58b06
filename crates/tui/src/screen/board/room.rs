//! The room of the white cell: what waits, line by line with its key, and the sheets behind the lines.
//!
//! ```text
//! ┌ Room ──────────────────────────────────────────────┐
//! │ i Injects     ● 1 due · 3 waiting · 1 held back     │
//! │ o Rulings     1 to look at again                    │
//! │ e Estimates   1 open, 3 of 7 given                  │
//! │ y Gaps        4 acts without a reason               │
//! │ v People      China 3 · Russia 4                    │
//! │ s Announce    Coffee at ten                         │
//! │ B Projector   question, answers, curve, rules …     │
//! │ p Pause       play is on                            │
//! │ t Clocks      phase 6 min · session 2 h 45 min      │
//! │ z Course      move 3 of 12 · China: people …        │
//! └────────────────────────────────────────────────────┘
//! ```

pub mod aloud;
pub mod announce;
pub mod argue;
pub mod blind;
pub mod briefings;
pub mod course;
pub mod day;
pub mod due;
pub mod entrance;
pub mod gaps;
pub mod hand_over;
pub mod length;
pub mod new_demand;
pub mod news;
pub mod parts;
pub mod pause;
pub mod people;
pub mod pins;
pub mod plan;
pub mod plan_inject;
pub mod poll_forms;
pub mod polls;
pub mod present;
pub mod projector;
pub mod rename;
pub mod rulings;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::glance::Glance;
use crate::key::Key;
use crate::keymap::{self, Layer};
use crate::page::Sheet;
use crate::screen::board::panel::Panel;
use crate::screen::board::room::parts::joined;
use crate::screen::board::room::present::presence;
use crate::screen::board::sheet::clocks::ClocksSheet;
use crate::sitting::Sitting;
use crate::widget::fit::{fit, pad};
use crate::widget::rows::Rows;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::Holder;
use unequal_session::telling::{clock_words, holder_words};

/// What a line of the room says of how things stand, and whether something waits for the white cell.
type Summary = fn(&Glance<'_>) -> (String, bool);

/// A sheet of the room: the command that opens it, and its line.
struct Behind {
    command: Command,
    /// What its line is called, and says; none for a sheet without a line.
    line: Option<(&'static str, Summary)>,
    sheet: fn(&Sitting, &Glance<'_>) -> Sheet,
    /// Whether there is nothing to do on it once the session has ended.
    running: bool,
}

impl Behind {
    const fn new(command: Command, sheet: fn(&Sitting, &Glance<'_>) -> Sheet) -> Self {
        Self {
            command,
            line: None,
            sheet,
            running: false,
        }
    }

    const fn line(mut self, name: &'static str, words: Summary) -> Self {
        self.line = Some((name, words));
        self
    }

    const fn while_running(mut self) -> Self {
        self.running = true;
        self
    }
}

/// The sheets of the room, in the order of their lines; then those that have no line.
const SHEETS: &[Behind] = &[
    Behind::new(Command::Injects, |_, glance| plan::sheet(glance)).line("Injects", plan::summary),
    Behind::new(Command::Rulings, |_, _| rulings::sheet()).line("Rulings", rulings::summary),
    Behind::new(Command::Estimates, |_, glance| polls::sheet(glance))
        .line("Estimates", polls::summary),
    Behind::new(Command::Gaps, |_, _| gaps::sheet()).line("Gaps", gaps::summary),
    Behind::new(Command::People, |_, _| people::sheet()).line("People", people),
    Behind::new(Command::Announce, |sitting, _| announce::sheet(sitting))
        .line("Announce", announced),
    Behind::new(Command::Projector, |sitting, _| projector::sheet(sitting))
        .line("Projector", projector::summary),
    Behind::new(Command::Pause, |sitting, _| pause::sheet(sitting))
        .line("Pause", paused)
        .while_running(),
    Behind::new(Command::Clocks, |sitting, _| {
        Sheet::new(ClocksSheet::new(sitting))
    })
    .line("Clocks", clocks)
    .while_running(),
    Behind::new(Command::Course, |_, _| course::sheet())
        .line("Course", course)
        .while_running(),
    Behind::new(Command::Pin, |_, _| pins::sheet()),
    Behind::new(Command::Entrance, |_, _| entrance::sheet()),
    Behind::new(Command::RunningOrder, |sitting, _| day::sheet(sitting)).while_running(),
    Behind::new(Command::InjectNow, plan_inject::now).while_running(),
    Behind::new(Command::NewDemand, new_demand::sheet).while_running(),
];

/// The commands that open the sheets of the room.
pub fn commands() -> impl Iterator<Item = Command> {
    SHEETS.iter().map(|behind| behind.command)
}

/// A line of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomLine {
    /// What opens what is behind it.
    pub command: Command,
    /// What it is called.
    pub name: &'static str,
    /// How it stands.
    pub words: String,
    /// Whether something waits for the white cell.
    pub waits: bool,
}

/// Columns of the names.
const NAMES: usize = 10;

/// The lines of the room, always in the same order, so that the hand finds them.
pub fn rows(glance: &Glance<'_>) -> Vec<RoomLine> {
    if glance.seat != Seat::WhiteCell {
        return Vec::new();
    }
    let line = |behind: &Behind| {
        let (name, summary) = behind.line?;
        let (words, waits) = summary(glance);
        Some(RoomLine {
            command: behind.command,
            name,
            words,
            waits,
        })
    };
    SHEETS.iter().filter_map(line).collect()
}

fn people(glance: &Glance<'_>) -> (String, bool) {
    if let Some(present) = presence(glance, &|_| None) {
        return (present, !glance.place.asks().is_empty());
    }
    let participants = &glance.view.room.participants;
    if participants.is_empty() && glance.place.entrance().is_some() {
        return ("seats are open to laptops: V".to_owned(), true);
    }
    if participants.is_empty() {
        return ("nobody is entered yet".to_owned(), false);
    }
    let parts: Vec<String> = Seat::ALL
        .into_iter()
        .map(|seat| {
            let number = participants.iter().filter(|one| one.seat == seat).count();
            match number {
                0 => String::new(),
                number => format!("{} {number}", glance.name(seat)),
            }
        })
        .collect();
    (joined(&parts), false)
}

fn announced(glance: &Glance<'_>) -> (String, bool) {
    let words = glance.announced().map(|(_, words)| words);
    let words = words.unwrap_or_else(|| "nothing is announced".to_owned());
    (words, false)
}

fn paused(glance: &Glance<'_>) -> (String, bool) {
    match glance.view.room.pause {
        Some(pause) if pause.reflection => ("‖ paused for reflection".to_owned(), true),
        Some(_) => ("‖ play is paused".to_owned(), true),
        None => ("play is on".to_owned(), false),
    }
}

fn clocks(glance: &Glance<'_>) -> (String, bool) {
    let set: Vec<String> = glance
        .view
        .room
        .clocks
        .iter()
        .map(|clock| {
            let of = match clock.of.seat() {
                Some(seat) => glance.name(seat),
                None => clock.of.word(),
            };
            let hard = if clock.hard { ", hard" } else { "" };
            format!("{of} {}{hard}", clock_words(clock.seconds))
        })
        .collect();
    if set.is_empty() {
        return ("no clock is set".to_owned(), false);
    }
    (joined(&set), false)
}

fn course(glance: &Glance<'_>) -> (String, bool) {
    let view = &glance.view;
    let at = if view.room.rehearsing {
        "turn zero".to_owned()
    } else if view.phase == Phase::Inject && view.move_number == 1 {
        let started = view.room.started;
        (if started { "STARTEX" } else { "before STARTEX" }).to_owned()
    } else {
        format!("move {} of {}", view.move_number, view.moves_planned)
    };
    let holder = |seat: Seat| {
        let words = holder_words(glance.place.holder(seat));
        format!("{}: {words}", glance.name(seat))
    };
    let of_people = |seat: &Seat| *glance.place.holder(*seat) == Holder::Human;
    let mut held: Vec<Seat> = Seat::PLAYING.to_vec();
    if !view.has_europe {
        held.retain(|seat| *seat != Seat::Europe);
    }
    let seats = if held.iter().all(of_people) {
        let where_ = if view.has_europe {
            "in every seat"
        } else {
            "on both sides"
        };
        format!("people {where_}")
    } else {
        joined(&held.into_iter().map(holder).collect::<Vec<_>>())
    };
    (joined(&[at, seats]), view.room.rehearsing)
}

/// The commands of the footer that the room calls for now.
pub fn hints(glance: &Glance<'_>, focus: Panel) -> Vec<Hint> {
    let mut hints = Vec::new();
    let room = &glance.view.room;
    if !room.due.is_empty() && focus != Panel::Act {
        hints.push(Command::Fire.into());
    }
    if room.pause.is_some() {
        hints.push(Command::Pause.hint("go on"));
    } else {
        hints.push(Command::Pause.into());
    }
    hints
}

/// The sheet that a command of the room opens, where it can be opened now.
pub fn opened_by(sitting: &Sitting, glance: &Glance<'_>, command: Command) -> Option<Sheet> {
    if glance.seat != Seat::WhiteCell || !glance.place.is_writable() {
        return None;
    }
    let behind = SHEETS.iter().find(|behind| behind.command == command)?;
    let open = !behind.running || glance.view.phase != Phase::Ended;
    open.then(|| (behind.sheet)(sitting, glance))
}

/// Draws the room.
pub fn draw(
    glance: &Glance<'_>,
    area: Rect,
    buf: &mut Buffer,
    chosen: Option<usize>,
    sitting: &Sitting,
) {
    let theme = &sitting.theme;
    let mut rows = rows(glance);
    let time = |stamp: &str| Some(sitting.clock.time(stamp));
    if let Some(present) = presence(glance, &time)
        && let Some(row) = rows.iter_mut().find(|row| row.command == Command::People)
    {
        row.words = present;
    }
    let window = Rows::around(rows.len(), chosen, area);
    for (place, spot) in window.places() {
        sitting.mark(spot, rows[place].command);
    }
    let room = window.columns().saturating_sub(NAMES + 3);
    window.draw(buf, theme, |place| {
        let row = &rows[place];
        let key = keymap::key_for(Layer::Board, row.command).map_or_else(String::new, Key::label);
        let style = if row.waits { theme.strong } else { theme.dim };
        Line::from(vec![
            Span::styled(pad(&key, 2), theme.accent),
            Span::styled(pad(row.name, NAMES + 1), theme.text),
            Span::styled(fit(&row.words, room), style),
        ])
    });
}
