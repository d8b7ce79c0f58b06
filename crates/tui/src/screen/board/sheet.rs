//! The sheets that lie over the board while an act is prepared, or while something is read.
//!
//! Each sheet is a file of its own. Sheets lie on each other like paper: Esc takes the upper one away,
//! and what was typed on it is still there when it comes back.

pub mod adjust;
pub mod clocks;
pub mod demand;
pub mod entries;
pub mod follow_up;
pub mod inject;
pub mod news;
pub mod note;
pub mod overtime;
pub mod remarks;
pub mod respond;
pub mod ruling;
pub mod sealed_replies;
pub mod terms;
pub mod undo;
pub mod why;

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::glance::look;
use crate::page::{Sheet, Then};
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::{Board, cursor, room};
use crate::screen::{Screen, board_screen};
use crate::stack::Overlay;
use unequal_core::engine::action::Action;
use unequal_core::engine::gauge::Gauge;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::Table;

/// Does a command on the sheet that lies on top.
pub fn on(app: &mut App, command: Command) -> Vec<Effect> {
    let mut sheet = match app.overlays.pop() {
        Some(Overlay::Sheet(sheet)) => sheet,
        Some(other) => {
            app.overlays.push(other);
            return Vec::new();
        }
        None => return Vec::new(),
    };
    let then = sheet.on(app, command);
    match then {
        Then::Stay => app.overlays.push(Overlay::Sheet(sheet)),
        Then::Close => {}
        Then::Open(upper) => {
            app.overlays.push(Overlay::Sheet(sheet));
            app.overlays.push(Overlay::Sheet(Box::new(upper)));
        }
        Then::Do(effects) => {
            app.overlays.push(Overlay::Sheet(sheet));
            return effects;
        }
    }
    Vec::new()
}

/// The sheet that an option of the board opens.
pub fn of_choice(app: &App, choice: &Choice) -> Option<Sheet> {
    let glance = look(app)?;
    Some(match choice {
        Choice::Card(card) => Sheet::new(demand::DemandSheet::new(&glance, Some(*card))),
        Choice::Hold => remarks::open(app, glance.seat, Action::Hold),
        Choice::Response(response) => Sheet::new(respond::RespondSheet::new(app, *response)),
        Choice::FollowUp(choice) => Sheet::new(follow_up::FollowUpSheet::new(*choice)),
        Choice::Rule => Sheet::new(ruling::RulingSheet::new(app)),
        Choice::OtherEvent => Sheet::new(inject::InjectSheet::new(&glance)),
        Choice::Seal if glance.seat == Seat::Patron => {
            Sheet::new(demand::DemandSheet::new(&glance, None))
        }
        Choice::Seal => Sheet::new(sealed_replies::SealedRepliesSheet::new(&glance)),
        Choice::OpenMove
        | Choice::CloseMove
        | Choice::Step
        | Choice::End
        | Choice::GoOn
        | Choice::Fire(_)
        | Choice::HandScreen(_)
        | Choice::EnterFor(_) => return None,
    })
}

/// The sheet that a command of the board opens, where it can be opened now.
pub fn opened_by(app: &App, command: Command) -> Option<Sheet> {
    let glance = look(app)?;
    let choices = choices(&glance);
    let first = |wanted: fn(&Choice) -> bool| {
        let choice = choices.iter().find(|choice| wanted(choice))?;
        of_choice(app, choice)
    };
    let white_cell = glance.seat == Seat::WhiteCell && glance.table.is_writable();
    let running = glance.view.phase != Phase::Ended;
    match command {
        Command::Why => {
            let gauge = match &app.screen {
                Screen::Board(board) => cursor::gauge_under(board, &glance),
                _ => Gauge::Stability,
            };
            Some(Sheet::new(why::WhySheet::new(gauge)))
        }
        Command::Reasons => {
            let back = match &app.screen {
                Screen::Board(board) => board.cursor.record,
                _ => 0,
            };
            Some(Sheet::new(entries::EntriesSheet::new(back)))
        }
        Command::Note if glance.table.is_writable() => Some(note::note(app)),
        Command::Bookmark if glance.table.is_writable() => Some(note::bookmark(app)),
        Command::EndSession if white_cell && running => Some(note::end(app)),
        Command::Adjust if white_cell && running => {
            let gauge = match &app.screen {
                Screen::Board(board) => cursor::gauge_under(board, &glance),
                _ => Gauge::Stability,
            };
            Some(Sheet::new(adjust::AdjustSheet::new(app, gauge)))
        }
        Command::Clocks if white_cell && running => Some(Sheet::new(clocks::ClocksSheet::new(app))),
        Command::Undo if white_cell => undo::UndoSheet::new(app).map(Sheet::new),
        Command::Inject => first(|choice| *choice == Choice::OtherEvent),
        Command::Demand => first(|choice| matches!(choice, Choice::Card(_))),
        Command::Hold => first(|choice| *choice == Choice::Hold),
        Command::Respond => first(|choice| matches!(choice, Choice::Response(_))),
        Command::FollowUp => first(|choice| matches!(choice, Choice::FollowUp(_))),
        Command::Rule => first(|choice| *choice == Choice::Rule),
        other => room::opened_by(app, &glance, other),
    }
}

/// Whether an act takes play on, so that nothing that lay on the table is of use any more.
const fn advances_play(act: &Action) -> bool {
    !matches!(
        act,
        Action::FireInject { .. } | Action::AdHocInject { .. } | Action::Adjust { .. }
    ) && !act.is_about_the_room()
}

/// After an act was put on the record: takes its sheets away and shows what it brought about.
pub fn submitted(app: &mut App, _seat: Seat) {
    let last = app.table.as_ref().and_then(|table| table.moments().last());
    let advances = last.is_none_or(|moment| advances_play(&moment.entry.act));
    while let Some(Overlay::Sheet(sheet)) = app.overlays.last() {
        if !advances && sheet.stays() {
            break;
        }
        app.overlays.pop();
    }
    if advances {
        app.overlays
            .retain(|overlay| !matches!(overlay, Overlay::Sheet(_)));
    }
    // An end that was taken back: the table is open again.
    let ended = app.table.as_ref().is_some_and(Table::has_ended);
    if matches!(app.screen, Screen::End(_)) && !ended {
        app.screen = board_screen(Board::default());
    }
    if let Some(news) = news::NewsSheet::latest(app) {
        app.overlays
            .push(Overlay::Sheet(Box::new(Sheet::new(news))));
    }
}
