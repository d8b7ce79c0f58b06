//! Moves the eye over the board and opens the sheet for what is chosen.

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::flow;
use crate::glance::{Glance, look};
use crate::notice::Tone;
use crate::page::confirm::Confirm;
use crate::screen::Screen;
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::panel::Panel;
use crate::screen::board::{Board, room, sheet};
use crate::stack::Overlay;
use crate::widget::domain_table::Column;
use crate::widget::menu::stepped;
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::seat::Seat;

/// Rows from here on are the tabs: the mouse reports them so.
pub(super) const TAB_ROWS: u16 = 1000;

/// Where the eye is in each panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The chosen option.
    pub option: usize,
    /// The first line shown of what lies on the table.
    pub scroll: usize,
    /// The chosen domain and column.
    pub domain: (usize, Column),
    /// The chosen gauge: conditions first, then moods.
    pub gauge: usize,
    /// The chosen entry, counted back from the last.
    pub record: usize,
    /// The chosen line of the room.
    pub room: usize,
}

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
pub(super) fn on(app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Back => {
            back(app);
            return Vec::new();
        }
        Command::GoHome => {
            ask_to_leave(app);
            return Vec::new();
        }
        Command::Act => return act(app, None),
        Command::Pick(number) => return pick(app, usize::from(number.saturating_sub(1))),
        Command::Row(row) if row < TAB_ROWS => return pick(app, usize::from(row)),
        Command::Confirm => return confirm(app),
        Command::DropCurtain => {
            match app.seat {
                Some(_) if app.desk.keeps_screen => flow::leave_the_console(app),
                Some(seat) => flow::hand_over(app, seat),
                None => {}
            }
            return Vec::new();
        }
        Command::TakeScreen => {
            if app.seat != Some(Seat::WhiteCell)
                && app.table.as_ref().is_some_and(flow::has_white_cell)
            {
                app.desk.keeps_screen = true;
                flow::hand_over(app, Seat::WhiteCell);
            }
            return Vec::new();
        }
        Command::Fire => return fire(app),
        Command::Pause if is_paused(app) => return go_on(app),
        Command::Briefing => {
            if let Some(seat) = app.seat {
                app.briefed.remove(&seat);
                flow::sit_down(app, seat);
            }
            return Vec::new();
        }
        _ => {}
    }
    if let Some(sheet) = sheet::opened_by(app, command) {
        app.overlays.push(Overlay::Sheet(Box::new(sheet)));
        return Vec::new();
    }
    let Some(extent) = look(app).map(|glance| extent(&glance)) else {
        return Vec::new();
    };
    if let Screen::Board(board) = &mut app.screen {
        go(board, command, &extent);
    }
    Vec::new()
}

/// One step back: from another panel to the options, from there to the home screen, if that is meant.
fn back(app: &mut App) {
    match &mut app.screen {
        Screen::Board(board) if board.focus != Panel::Act => board.focus = Panel::Act,
        Screen::Board(_) if app.desk.keeps_screen && app.seat != Some(Seat::WhiteCell) => {
            flow::to_the_console(app);
        }
        _ => ask_to_leave(app),
    }
}

/// Nobody leaves a table full of people by one key too many.
fn ask_to_leave(app: &mut App) {
    let read_only = app.table.as_ref().is_some_and(|table| !table.is_writable());
    let text = if read_only {
        "Back to the home screen."
    } else if !app.trail.is_empty() {
        "Every act is on disk. This leads back to the line that you left for this one."
    } else {
        "Every act is on disk. The session can be continued from the home screen at any time."
    };
    app.overlays.push(Overlay::Confirm(Confirm {
        title: "Leave the table?".to_owned(),
        text: text.to_owned(),
        effects: vec![Effect::Leave],
    }));
}

fn extent(glance: &Glance<'_>) -> Extent {
    Extent {
        options: choices(glance).len(),
        domains: glance.scenario().domains.len(),
        gauges: glance.conditions().len() + glance.moods().len(),
        entries: glance.table.seen(glance.seat).len(),
        room: room::rows(glance).len(),
        panels: Panel::of(glance.seat),
    }
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

/// The gauge under the cursor: stability where no gauge is.
pub(super) fn gauge_under(board: &Board, glance: &Glance<'_>) -> Gauge {
    let domain = u8::try_from(board.cursor.domain.0).unwrap_or(0);
    match board.focus {
        Panel::Domains => match board.cursor.domain.1 {
            Column::Dependence => Gauge::Dependence(domain),
            Column::Capacity => Gauge::Capacity(domain),
            Column::Strain => Gauge::Strain(domain),
        },
        Panel::Gauges => {
            let mut all = glance.conditions();
            all.extend(glance.moods());
            all.get(board.cursor.gauge)
                .map_or(Gauge::Stability, |(gauge, _)| *gauge)
        }
        Panel::Act | Panel::Table | Panel::Why | Panel::Record | Panel::Room => Gauge::Stability,
    }
}

/// Does what is chosen in the panel that has the focus.
fn confirm(app: &mut App) -> Vec<Effect> {
    let Screen::Board(board) = &app.screen else {
        return Vec::new();
    };
    let command = match board.focus {
        Panel::Act | Panel::Table => return act(app, None),
        Panel::Domains | Panel::Gauges | Panel::Why => Command::Why,
        Panel::Record => Command::Reasons,
        Panel::Room => {
            let row = board.cursor.room;
            let command =
                look(app).and_then(|glance| room::rows(&glance).get(row).map(|line| line.command));
            command.unwrap_or(Command::Act)
        }
    };
    on(app, command)
}

/// Chooses an option by its place and opens it.
fn pick(app: &mut App, place: usize) -> Vec<Effect> {
    let open = look(app).is_some_and(|glance| place < choices(&glance).len());
    if !open {
        return Vec::new();
    }
    if let Screen::Board(board) = &mut app.screen {
        board.focus = Panel::Act;
        board.cursor.option = place;
    }
    act(app, Some(place))
}

/// Opens the sheet of the chosen option.
fn act(app: &mut App, place: Option<usize>) -> Vec<Effect> {
    let option = match &app.screen {
        Screen::Board(board) => place.unwrap_or(board.cursor.option),
        _ => 0,
    };
    let Some(glance) = look(app) else {
        return Vec::new();
    };
    let choices = choices(&glance);
    let Some(choice) = choices.get(option.min(choices.len().saturating_sub(1))) else {
        let waiting = format!(
            "Nothing to decide here: waiting for {}.",
            glance.waits_for()
        );
        app.say(Tone::Plain, waiting);
        return Vec::new();
    };
    let choice = choice.clone();
    match choice {
        Choice::OpenMove => submit(
            app,
            unequal_core::engine::action::Action::Inject { instead: None },
        ),
        Choice::CloseMove => submit(app, unequal_core::engine::action::Action::CloseMove),
        Choice::GoOn => go_on(app),
        Choice::Fire(id) => submit(app, unequal_core::engine::action::Action::FireInject { id }),
        Choice::HandScreen(seat) => {
            app.desk.keeps_screen = false;
            flow::hand_over(app, seat);
            Vec::new()
        }
        Choice::EnterFor(seat) => {
            flow::enter_for(app, seat);
            Vec::new()
        }
        Choice::Step => vec![Effect::Step],
        Choice::End => {
            flow::settle(app);
            Vec::new()
        }
        other => {
            if let Some(sheet) = sheet::of_choice(app, &other) {
                app.overlays.push(Overlay::Sheet(Box::new(sheet)));
            }
            Vec::new()
        }
    }
}

fn is_paused(app: &App) -> bool {
    app.seat == Some(Seat::WhiteCell)
        && look(app).is_some_and(|glance| glance.view.room.pause.is_some())
}

fn go_on(app: &App) -> Vec<Effect> {
    submit(app, unequal_core::engine::action::Action::GoOn)
}

/// Brings the first inject that is due into play.
fn fire(app: &mut App) -> Vec<Effect> {
    if app.seat != Some(Seat::WhiteCell) {
        return Vec::new();
    }
    let due = look(app).and_then(|glance| glance.view.room.due.first().cloned());
    if let Some(id) = due {
        return submit(app, unequal_core::engine::action::Action::FireInject { id });
    }
    app.say(
        Tone::Plain,
        "No inject is due. The plan opens with i; x brings something into play at once.",
    );
    Vec::new()
}

/// An act of the white cell that needs no words.
fn submit(_app: &App, action: unequal_core::engine::action::Action) -> Vec<Effect> {
    vec![Effect::Submit {
        seat: Seat::WhiteCell,
        action,
        remarks: unequal_session::Remarks::default(),
    }]
}
