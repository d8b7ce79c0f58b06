//! Moves the eye over the board and opens the sheet for what is chosen.

use crate::command::Command;
use crate::effect::Effect;
use crate::errand::{Order, Papers};
use crate::glance::{Glance, look};
use crate::notice::Tone;
use crate::page::Then;
use crate::page::asking::white_cell;
use crate::page::confirm::leave_the_table;
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::panel::Panel;
use crate::screen::board::state::{Board, TAB_ROWS};
use crate::screen::board::{room, sheet};
use crate::sitting::{Sitting, turn};
use crate::widget::domain_table::Column;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;

/// How much there is to choose from in each panel.
struct Extent {
    options: usize,
    domains: usize,
    gauges: usize,
    entries: usize,
    room: usize,
    panels: &'static [Panel],
}

/// Does a command on the board.
pub(super) fn on(board: &mut Board, sitting: &mut Sitting, command: Command) -> Then {
    match command {
        Command::Back => return back(board, sitting),
        Command::GoHome => return leave_the_table(sitting),
        Command::Act => return act(board, sitting),
        Command::Pick(number) => {
            return pick(board, sitting, usize::from(number.saturating_sub(1)));
        }
        Command::Row(row) if row < TAB_ROWS => return pick(board, sitting, usize::from(row)),
        Command::Confirm => return confirm(board, sitting),
        Command::DropCurtain => {
            return match sitting.seat {
                Some(_) if sitting.desk.keeps_screen => Then::Go(turn::leave_the_console(sitting)),
                Some(seat) => Then::Go(turn::hand_over(sitting, seat)),
                None => Then::Stay,
            };
        }
        Command::TakeScreen => {
            let elsewhere = sitting.seat != Some(Seat::WhiteCell);
            if elsewhere && sitting.place.as_ref().is_some_and(turn::has_white_cell) {
                sitting.desk.keeps_screen = true;
                return Then::Go(turn::hand_over(sitting, Seat::WhiteCell));
            }
            return Then::Stay;
        }
        Command::Fire => return fire(sitting),
        Command::Print => return print(sitting),
        Command::Pause if is_paused(sitting) => return submit(Action::GoOn),
        Command::Briefing if sitting.seat == Some(Seat::WhiteCell) => {
            return Then::Open(room::briefings::sheet(false));
        }
        Command::Briefing => {
            let Some(seat) = sitting.seat else {
                return Then::Stay;
            };
            sitting.briefed.remove(&seat);
            return Then::Go(turn::sit_down(sitting, seat));
        }
        _ => {}
    }
    if let Some(sheet) = sheet::opened_by(sitting, board, command) {
        return Then::Open(sheet);
    }
    if let Some(told) = told_instead(sitting, command) {
        sitting.say(Tone::Plain, told);
        return Then::Stay;
    }
    if let Some(extent) = look(sitting).map(|glance| extent(&glance)) {
        go(board, command, &extent);
    }
    Then::Stay
}

/// What is said where a key of the white cell's opens nothing: at another seat, or when there is nothing to do with it.
fn told_instead(sitting: &Sitting, command: Command) -> Option<String> {
    let others = [Command::Adjust, Command::Undo, Command::EndSession];
    if !room::commands().chain(others).any(|one| one == command) {
        return None;
    }
    let name = command.name();
    let glance = look(sitting)?;
    Some(match glance.seat {
        Seat::WhiteCell => format!("Nothing to do now: {name}."),
        _ if turn::has_white_cell(glance.place) => {
            format!("The white cell does this: {name}. W hands it the screen.")
        }
        _ => format!("The white cell does this: {name}."),
    })
}

/// Paper for the table: the white cell's to print, since it holds what each seat alone may know.
fn print(sitting: &mut Sitting) -> Then {
    let place = sitting.place.as_ref();
    let path = place.and_then(|place| place.standing().path.clone());
    let words = match path {
        _ if sitting.seat != Some(Seat::WhiteCell) => "The white cell prints: ask it for paper.",
        None => "This session is not in a file: print its deck from the home screen, d then P.",
        Some(path) => {
            sitting.say(Tone::Plain, "Printing …");
            return Then::Do(vec![Effect::Work(Order::Print(Papers::Session(path)))]);
        }
    };
    sitting.say(Tone::Plain, words);
    Then::Stay
}

/// One step back: for the white cell that enters an act for a seat, to its own board; else from another panel to the
/// options, and from there to the home screen, if that is meant.
fn back(board: &mut Board, sitting: &mut Sitting) -> Then {
    if sitting.desk.keeps_screen && sitting.seat != Some(Seat::WhiteCell) {
        return Then::Go(turn::to_the_console(sitting));
    }
    if board.focus != Panel::Act {
        board.focus = Panel::Act;
        return Then::Stay;
    }
    leave_the_table(sitting)
}

fn extent(glance: &Glance<'_>) -> Extent {
    Extent {
        options: choices(glance).len(),
        domains: glance.scenario().domains.len(),
        gauges: glance.gauges(),
        entries: glance.entries(),
        room: room::rows(glance).len(),
        panels: Panel::of(glance.seat),
    }
}

/// The place after a step in a list, kept inside it.
fn stepped(chosen: usize, by: isize, rows: usize) -> usize {
    chosen.saturating_add_signed(by).min(rows.saturating_sub(1))
}

/// Moves the focus, or the eye inside the panel that has it.
fn go(board: &mut Board, command: Command, extent: &Extent) {
    let by: isize = match command {
        Command::NextField | Command::NextPanel => {
            board.focus = board.focus.stepped(1, extent.panels);
            return;
        }
        Command::PreviousField | Command::PreviousPanel => {
            board.focus = board.focus.stepped(-1, extent.panels);
            return;
        }
        Command::Row(row) => {
            let place = usize::from(row.saturating_sub(TAB_ROWS));
            board.focus = extent.panels.get(place).copied().unwrap_or(board.focus);
            return;
        }
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -8,
        Command::PageDown => 8,
        Command::First => isize::MIN / 2,
        Command::Last => isize::MAX / 2,
        Command::Left | Command::Right => {
            sideways(board, command == Command::Right, extent);
            return;
        }
        _ => return,
    };
    let cursor = &mut board.cursor;
    match board.focus {
        Panel::Act => cursor.option = stepped(cursor.option, by, extent.options),
        Panel::Table => cursor.scroll = cursor.scroll.saturating_add_signed(by).min(400),
        Panel::Domains => cursor.domain.0 = stepped(cursor.domain.0, by, extent.domains),
        Panel::Gauges => cursor.gauge = stepped(cursor.gauge, by, extent.gauges),
        Panel::Record => {
            cursor.record = stepped(cursor.record, by.saturating_neg(), extent.entries);
        }
        Panel::Room => cursor.room = stepped(cursor.room, by, extent.room),
        Panel::Why => {}
    }
}

/// Left and right: between the columns of the domains, between gauges, else between panels.
fn sideways(board: &mut Board, right: bool, extent: &Extent) {
    let by = if right { 1 } else { -1 };
    let cursor = &mut board.cursor;
    match board.focus {
        Panel::Domains => {
            cursor.domain.1 = match (cursor.domain.1, right) {
                (Column::Dependence, true) | (Column::Strain, false) => Column::Capacity,
                (Column::Capacity | Column::Strain, true) => Column::Strain,
                (_, false) => Column::Dependence,
            };
        }
        Panel::Gauges => cursor.gauge = stepped(cursor.gauge, by, extent.gauges),
        Panel::Act | Panel::Table | Panel::Why | Panel::Record | Panel::Room => {
            board.focus = board.focus.stepped(by, extent.panels);
        }
    }
}

/// Does what is chosen in the panel that has the focus.
fn confirm(board: &mut Board, sitting: &mut Sitting) -> Then {
    let command = match board.focus {
        Panel::Act | Panel::Table => return act(board, sitting),
        Panel::Domains | Panel::Gauges | Panel::Why => Command::Why,
        Panel::Record => Command::Reasons,
        Panel::Room => {
            let row = board.cursor.room;
            let rows = look(sitting).map(|glance| room::rows(&glance));
            let line = rows.as_ref().and_then(|rows| rows.get(row));
            line.map_or(Command::Act, |line| line.command)
        }
    };
    on(board, sitting, command)
}

/// Chooses an option by its place and opens it.
fn pick(board: &mut Board, sitting: &mut Sitting, place: usize) -> Then {
    if look(sitting).is_none_or(|glance| place >= choices(&glance).len()) {
        return Then::Stay;
    }
    board.focus = Panel::Act;
    board.cursor.option = place;
    act(board, sitting)
}

/// Opens the sheet of the chosen option.
fn act(board: &Board, sitting: &mut Sitting) -> Then {
    let Some(glance) = look(sitting) else {
        return Then::Stay;
    };
    let choices = choices(&glance);
    let place = board.cursor.option.min(choices.len().saturating_sub(1));
    let Some(choice) = choices.get(place).cloned() else {
        let waiting = format!(
            "Nothing to decide here: waiting for {}.",
            glance.waits_for()
        );
        sitting.say(Tone::Plain, waiting);
        return Then::Stay;
    };
    match choice {
        Choice::OpenMove => submit(Action::Inject { instead: None }),
        Choice::CloseMove => submit(Action::CloseMove),
        Choice::GoOn => submit(Action::GoOn),
        Choice::Fire(id) => submit(Action::FireInject { id }),
        Choice::HandScreen(seat) => {
            sitting.desk.keeps_screen = false;
            Then::Go(turn::hand_over(sitting, seat))
        }
        Choice::EnterFor(seat) => Then::Go(turn::enter_for(sitting, seat)),
        Choice::Step => Then::Do(vec![Effect::Step]),
        // The end is shown by itself, as soon as nothing lies over the board.
        Choice::End => Then::Stay,
        other => sheet::of_choice(sitting, &other).map_or(Then::Stay, Then::Open),
    }
}

fn is_paused(sitting: &Sitting) -> bool {
    sitting.seat == Some(Seat::WhiteCell)
        && look(sitting).is_some_and(|glance| glance.view.room.pause.is_some())
}

/// Brings the first inject that is due into play.
fn fire(sitting: &mut Sitting) -> Then {
    if sitting.seat != Some(Seat::WhiteCell) {
        return Then::Stay;
    }
    let due = look(sitting).and_then(|glance| glance.view.room.due.first().cloned());
    if let Some(id) = due {
        return submit(Action::FireInject { id });
    }
    let words = "No inject is due. The plan opens with i; x brings something into play at once.";
    sitting.say(Tone::Plain, words);
    Then::Stay
}

/// An act of the white cell that needs no words.
fn submit(action: Action) -> Then {
    Then::Do(white_cell(action))
}
