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
//! │ p Pause       play is on                            │
//! │ t Clocks      phase 6 min · session 2 h 45 min      │
//! │ z Course      move 3 of 12 · China: people …        │
//! └────────────────────────────────────────────────────┘
//! ```

pub mod announce;
pub mod argue;
pub mod blind;
pub mod course;
pub mod due;
pub mod gaps;
pub mod hand_over;
pub mod length;
pub mod new_demand;
pub mod news;
pub mod parts;
pub mod pause;
pub mod people;
pub mod plan;
pub mod plan_inject;
pub mod poll_forms;
pub mod polls;
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
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::fit::{fit, pad};
use crate::widget::rows::Rows;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::Holder;
use unequal_session::telling::clock_words;

/// The commands of the room, in the order of its lines; then those that have no line.
pub const COMMANDS: &[Command] = &[
    Command::Injects,
    Command::Rulings,
    Command::Estimates,
    Command::Gaps,
    Command::People,
    Command::Announce,
    Command::Pause,
    Command::Clocks,
    Command::Course,
    Command::Fire,
    Command::InjectNow,
    Command::NewDemand,
];

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
    let line = |command, name, (words, waits): (String, bool)| RoomLine {
        command,
        name,
        words,
        waits,
    };
    vec![
        line(Command::Injects, "Injects", plan::summary(glance)),
        line(Command::Rulings, "Rulings", rulings::summary(glance)),
        line(Command::Estimates, "Estimates", polls::summary(glance)),
        line(Command::Gaps, "Gaps", gaps::summary(glance)),
        line(Command::People, "People", people(glance)),
        line(Command::Announce, "Announce", announced(glance)),
        line(Command::Pause, "Pause", paused(glance)),
        line(Command::Clocks, "Clocks", clocks(glance)),
        line(Command::Course, "Course", course(glance)),
    ]
}

fn people(glance: &Glance<'_>) -> (String, bool) {
    let participants = &glance.view.room.participants;
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
    let words = glance.view.room.announcement.as_deref();
    (
        unequal_core::deck::plain(words.unwrap_or("nothing is announced")),
        false,
    )
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
            let of = match clock.of.side() {
                Some(side) => glance.name(side.into()),
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
    let holder = |seat: Seat| match glance.place.holder(seat) {
        Holder::Human => format!("{}: people", glance.name(seat)),
        Holder::Bot(name) => format!("{}: bot {name}", glance.name(seat)),
    };
    let of_people = |seat: Seat| *glance.place.holder(seat) == Holder::Human;
    let seats = if Seat::played().all(of_people) {
        "people on both sides".to_owned()
    } else {
        joined(&Seat::played().map(holder).collect::<Vec<_>>())
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
    let running = glance.view.phase != Phase::Ended;
    match command {
        Command::Injects => Some(plan::sheet(glance)),
        Command::InjectNow if running => Some(plan_inject::now(sitting, glance)),
        Command::NewDemand if running => Some(new_demand::sheet(sitting, glance)),
        Command::Rulings => Some(rulings::sheet()),
        Command::Estimates => Some(polls::sheet(glance)),
        Command::Gaps => Some(gaps::sheet()),
        Command::People => Some(people::sheet()),
        Command::Announce => Some(announce::sheet(sitting)),
        Command::Pause if running => Some(pause::sheet(sitting)),
        Command::Course if running => Some(course::sheet()),
        _ => None,
    }
}

/// Draws the room.
pub fn draw(
    glance: &Glance<'_>,
    area: Rect,
    buf: &mut Buffer,
    chosen: Option<usize>,
    theme: &Theme,
) {
    let rows = rows(glance);
    let window = Rows::around(rows.len(), chosen, area);
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
