//! Who sits at the screen next: after every act the table decides, and the curtain falls in between.
//!
//! Bots and the program act while nothing lies over the board, one act between two drawings. A result
//! sheet therefore stays until it is closed; only then does the next seat get the screen.

use crate::goal::Goal;
use crate::notice::{Notice, Tone};
use crate::page::Sheet;
use crate::replay::Replay;
use crate::screen::board::sheet::news::NewsSheet;
use crate::screen::board::sheet::overtime::OvertimeSheet;
use crate::sitting::Sitting;
use crate::sitting::hard_clock::{self, Overtime};
use crate::sitting::turn::{self, hand_over, people, pilot_due, sit_down};
use crate::stack::Stack;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::pilot::{self, Pilot};
use unequal_session::{Holder, Table};

/// Whether an act that no person decides is to be made now.
pub fn is_pilot_due(stack: &Stack) -> bool {
    let sitting = &stack.sitting;
    !sitting.pilot_failed
        && stack.bare_screen() == Some(Goal::Board)
        && sitting
            .table
            .as_ref()
            .is_some_and(|table| !turn::only_bots(table))
        && pilot_due(sitting).is_some()
}

/// The next act that no person decides: a bot's, the program's, or what was sealed beforehand.
pub fn next(sitting: &Sitting) -> Option<Pilot> {
    let table = sitting.table.as_ref()?;
    let revealed = || {
        let seats = table.view(Seat::WhiteCell).waits_for;
        seats.into_iter().find_map(|seat| {
            Some(Pilot {
                seat,
                by: turn::PERSON.into(),
                action: turn::kept_reveal(sitting, seat)?,
            })
        })
    };
    (table.view(Seat::Observer).phase == Phase::Reveal)
        .then(revealed)
        .flatten()
        .or_else(|| pilot::next(table, turn::rules_by_program(table)))
}

/// Shows a session that was just opened to whoever has to sit down first.
pub fn open(stack: &mut Stack, table: Table) {
    let sitting = &mut stack.sitting;
    let people = people(&table);
    let has_acted = |seat: &Seat| table.moments().iter().any(|m| m.entry.seat == *seat);
    sitting.briefed = people.iter().copied().filter(has_acted).collect();
    let started = table.last_number() > 0;
    let ended = table.has_ended();
    let waits = table.view(Seat::Observer).waits_for;
    sitting.replay = (!table.is_writable()).then(|| Box::new(Replay::new(&table, None, None)));
    sitting.take_up(Some(table));
    sitting.seat = None;
    sitting.desk.keeps_screen = false;
    sitting.desk.called_for.clear();
    let goal = if sitting.replay.is_some() {
        Goal::Replay
    } else if ended {
        Goal::End
    } else {
        match people.as_slice() {
            // Nobody hides anything from anybody: bots play, or one person alone.
            [] => sit_down(sitting, Seat::WhiteCell),
            [alone] => sit_down(sitting, *alone),
            _ => match people.iter().find(|seat| waits.contains(seat)) {
                // The white cell has just set the session up, and sits there already.
                Some(Seat::WhiteCell) if !started => sit_down(sitting, Seat::WhiteCell),
                Some(seat) => hand_over(sitting, *seat),
                // Bots or the program act first; meanwhile the board shows what is public.
                None => Goal::Board,
            },
        }
    };
    stack.go(goal);
}

/// After an act was put on the record: takes its sheets away and shows what it brought about.
pub fn submitted(stack: &mut Stack) {
    let table = stack.sitting.table.as_ref();
    let last = table.and_then(|table| table.moments().last());
    stack.lift_done(last.is_none_or(|moment| advances_play(&moment.entry.act)));
    // An end that was taken back: the table is open again.
    let ended = stack
        .sitting
        .table
        .as_ref()
        .is_some_and(|table| table.has_ended());
    if stack.screen() == Some(Goal::End) && !ended {
        stack.go(Goal::Board);
    }
    if let Some(news) = NewsSheet::latest(&stack.sitting) {
        stack.lay(Sheet::new(news));
    }
}

/// Whether an act takes play on, so that nothing that lay on the table is of use any more.
const fn advances_play(act: &Action) -> bool {
    !matches!(
        act,
        Action::FireInject { .. } | Action::AdHocInject { .. } | Action::Adjust { .. }
    ) && !act.is_about_the_room()
}

/// After every act and every closed sheet: gives the screen to whoever is to act.
pub fn settle(stack: &mut Stack) {
    if stack.bare_screen() == Some(Goal::Board)
        && let Some(goal) = settled(stack)
    {
        stack.go(goal);
    }
}

/// Where the board gives way to another screen.
fn settled(stack: &mut Stack) -> Option<Goal> {
    let sitting = &mut stack.sitting;
    let table = sitting.table.as_ref().filter(|table| table.is_writable())?;
    if table.has_ended() {
        return Some(Goal::End);
    }
    let people = people(table);
    let view = table.view(Seat::WhiteCell);
    let paused = view.room.pause.is_some();
    if paused || people.contains(&Seat::WhiteCell) {
        let due = view.room.due;
        let called = due.iter().any(|id| !sitting.desk.called_for.contains(id));
        sitting.desk.called_for = due;
        if paused || called {
            // What is due, and a pause, are the white cell's to deal with before anybody goes on.
            sitting.desk.keeps_screen = true;
            let elsewhere = sitting.seat != Some(Seat::WhiteCell);
            return elsewhere.then(|| hand_over(sitting, Seat::WhiteCell));
        }
    }
    if people.is_empty() || pilot_due(sitting).is_some() {
        return None;
    }
    if let Some(overtime) = hard_clock::overtime(sitting) {
        return decided(stack, overtime);
    }
    sitting.clocks.put_off = false;
    let waits = view.waits_for;
    let next = people.into_iter().find(|seat| waits.contains(seat))?;
    if sitting.seat == Some(next) || sitting.seat.is_some_and(|seat| waits.contains(&seat)) {
        return None;
    }
    match sitting.seat {
        Some(Seat::WhiteCell) if sitting.desk.keeps_screen => None,
        // The white cell has entered an act for a side, and gets its own board back.
        Some(_) if sitting.desk.keeps_screen => Some(turn::to_the_console(sitting)),
        None if sitting.desk.keeps_screen => Some(hand_over(sitting, Seat::WhiteCell)),
        _ => Some(hand_over(sitting, next)),
    }
}

/// Sees to it that the white cell decides what follows from a hard clock that ran out.
fn decided(stack: &mut Stack, overtime: Overtime) -> Option<Goal> {
    let sitting = &mut stack.sitting;
    match sitting.seat {
        Some(Seat::WhiteCell) if sitting.clocks.put_off => {}
        Some(Seat::WhiteCell) => {
            stack.lay(Sheet::new(OvertimeSheet::new(overtime)));
        }
        // The white cell enters an act for the side.
        Some(_) if sitting.desk.keeps_screen => {}
        _ => return Some(hand_over(sitting, Seat::WhiteCell)),
    }
    None
}

/// What the footer says while a bot works out its act.
pub fn thinking(stack: &Stack) -> Option<Notice> {
    if !is_pilot_due(stack) {
        return None;
    }
    let name = pilot_due(&stack.sitting)??;
    let table = stack.sitting.table.as_ref()?;
    let seat = [Seat::Patron, Seat::Client]
        .into_iter()
        .find(|seat| table.holder(*seat) == Holder::Bot(name.clone()))?;
    let side = table.deck().text.seat_name(seat);
    Some(Notice {
        tone: Tone::Plain,
        text: format!("{side} ({name}) is thinking …"),
    })
}
