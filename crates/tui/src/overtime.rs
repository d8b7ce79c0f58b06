//! A hard clock has run out: the side's turn at the screen is over, and the white cell decides.
//!
//! That it ran out is put on the record; no rule depends on it. What was typed stays as a draft. Until
//! the white cell has given more time, taken the clock away, or acted, it has the screen.

use crate::app::App;
use crate::flow;
use crate::notice::Tone;
use crate::page::Sheet;
use crate::screen::Screen;
use crate::screen::board::sheet::overtime::OvertimeSheet;
use crate::stack::Overlay;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::pace::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_session::pace::Reading;
use unequal_session::pilot::PROGRAM;
use unequal_session::{Holder, Pace, Remarks, Table};

/// A clock that has run out, and the side whose turn that ends, if it is one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtime {
    /// The clock.
    pub of: ClockOf,
    /// The side that was to act.
    pub side: Option<Seat>,
}

/// The hard clock that has run out and is still to be put on the record.
fn untold(table: &Table, pace: &Pace) -> Option<ClockOf> {
    hard(table, pace, false).map(|overtime| overtime.of)
}

/// The hard clock that the white cell has to deal with.
pub fn overtime(app: &App) -> Option<Overtime> {
    let table = app.table.as_ref().filter(|table| is_ours(table))?;
    hard(table, &Pace::of(table, &app.clock.now()), true)
}

/// Whether clocks end turns here: a white cell is at the table, and some clock is hard.
fn is_ours(table: &Table) -> bool {
    table.is_writable()
        && table.has_hard_clock()
        && flow::people(table).contains(&Seat::WhiteCell)
        && table.view(Seat::Observer).phase != Phase::Ended
}

fn hard(table: &Table, pace: &Pace, told: bool) -> Option<Overtime> {
    let waits = table.view(Seat::Observer).waits_for;
    let by_people =
        |seat: &&Seat| **seat != Seat::WhiteCell && table.holder(**seat) == Holder::Human;
    let side = waits.iter().find(by_people).copied();
    let ends = |reading: &&Reading| {
        let Reading { clock, runs, .. } = reading;
        clock.hard
            && *runs
            && reading.is_out()
            && reading.told == told
            && (side.is_some() || clock.of == ClockOf::Session)
    };
    pace.clocks.iter().find(ends).map(|reading| Overtime {
        of: reading.clock.of,
        side: match reading.clock.of {
            ClockOf::Patron => Some(Seat::Patron),
            ClockOf::Client => Some(Seat::Client),
            ClockOf::Phase => side,
            ClockOf::Session => None,
        },
    })
}

/// Ends a turn whose hard clock has run out; gives whether it did.
pub fn end_turn(app: &mut App, pace: &Pace, now: &str) -> bool {
    let Some(table) = app.table.as_ref().filter(|table| is_ours(table)) else {
        return false;
    };
    if !matches!(
        app.screen,
        Screen::Board(_) | Screen::Curtain(_) | Screen::Briefing(_)
    ) {
        return false;
    }
    let Some(of) = untold(table, pace) else {
        return false;
    };
    app.keep_draft();
    let Some(table) = &mut app.table else {
        return false;
    };
    let act = Action::ClockOut { of };
    let told = table.submit(Seat::WhiteCell, PROGRAM, &act, Remarks::default(), now);
    if let Err(error) = told {
        app.say(
            Tone::Trouble,
            format!("The time is over, and could not be recorded: {error}"),
        );
        return false;
    }
    app.clocks.put_off = false;
    // What the white cell itself is at is not disturbed.
    if app.seat != Some(Seat::WhiteCell) && !app.desk.keeps_screen {
        app.overlays.clear();
        flow::hand_over(app, Seat::WhiteCell);
    }
    true
}

/// Sees to it that the white cell decides; gives whether nobody else is to get the screen.
pub fn holds(app: &mut App) -> bool {
    let Some(overtime) = overtime(app) else {
        app.clocks.put_off = false;
        return false;
    };
    match app.seat {
        Some(Seat::WhiteCell) if app.clocks.put_off => {}
        Some(Seat::WhiteCell) => {
            let sheet = Sheet::new(OvertimeSheet::new(overtime));
            app.overlays.push(Overlay::Sheet(Box::new(sheet)));
        }
        // The white cell enters an act for the side.
        Some(_) if app.desk.keeps_screen => {}
        _ => flow::hand_over(app, Seat::WhiteCell),
    }
    true
}
