//! Who sits at the screen next: after every act the table decides, and the curtain falls in between.
//!
//! Bots and the program act while nothing lies over the board, one act between two drawings. A result
//! sheet therefore stays until it is closed; only then does the next seat get the screen.

use crate::app::App;
use crate::notice::{Notice, Tone};
use crate::overtime;
use crate::screen::board::{self, Board};
use crate::screen::briefing::Briefing;
use crate::screen::curtain::Curtain;
use crate::screen::end::End;
use crate::screen::replay::Replay;
use crate::screen::{Screen, board_screen};
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::AdjudicationMode;
use unequal_session::pilot::{self, PROGRAM};
use unequal_session::{Holder, Remarks, Table};

/// Whether the program opens and closes moves and rules: a rigid session needs no white cell.
///
/// A white cell that goes over to rigid rulings in mid-session keeps its seat.
pub fn rules_by_program(table: &Table) -> bool {
    let rigid = |mode| mode == AdjudicationMode::Rigid;
    rigid(table.setup().options.adjudication) && rigid(table.options().adjudication)
}

/// The seats that people hold and act from, in the order in which they are asked.
pub fn people(table: &Table) -> Vec<Seat> {
    let white_cell = (!rules_by_program(table)).then_some(Seat::WhiteCell);
    let sides = [Seat::Patron, Seat::Client]
        .into_iter()
        .filter(|seat| table.holder(*seat) == Holder::Human);
    white_cell.into_iter().chain(sides).collect()
}

/// Whether nobody but bots plays: then each act waits for a key, so that people can follow.
pub fn only_bots(table: &Table) -> bool {
    people(table).is_empty()
}

/// The next act that no person decides, told by who makes it: a bot's name, or nothing for the program.
///
/// Unlike [`pilot::next`] this costs nothing: it does not work the act out.
pub fn pilot_due(app: &App) -> Option<Option<String>> {
    let table = app.table.as_ref()?;
    if !table.is_writable() {
        return None;
    }
    let view = table.view(Seat::Observer);
    if view.room.pause.is_some() {
        return None;
    }
    let by_program = rules_by_program(table);
    match view.phase {
        Phase::Ended => None,
        Phase::Inject | Phase::Ruling | Phase::Drift => by_program.then_some(None),
        // A sealed follow-up was decided beforehand; the program only carries it out.
        Phase::FollowUp if view.options.sealed => Some(None),
        Phase::Reveal => view
            .waits_for
            .iter()
            .find_map(|seat| match kept_reveal(app, *seat) {
                Some(_) => Some(None),
                None => opens(table, *seat).map(Some),
            }),
        Phase::Demand | Phase::Sealing | Phase::Response | Phase::FollowUp => view
            .waits_for
            .iter()
            .find_map(|seat| match table.holder(*seat) {
                Holder::Bot(name) => Some(Some(name)),
                Holder::Human => None,
            }),
    }
}

/// The bot that opens a side's sealed plan: the one that committed to it, whoever holds the seat by now.
fn opens(table: &Table, seat: Seat) -> Option<String> {
    if let Some(bot) = pilot::commits_by(table, seat) {
        return Some(bot.to_owned());
    }
    match table.holder(seat) {
        // A bot in the place of people commits anew, as long as nothing has been revealed.
        Holder::Bot(name) if table.view(Seat::Observer).waits_for.len() == 2 => Some(name),
        Holder::Bot(_) | Holder::Human => None,
    }
}

/// The act that opens what a side of people sealed, where its plan was kept.
fn kept_reveal(app: &App, seat: Seat) -> Option<Action> {
    let table = app.table.as_ref()?;
    let in_memory = table
        .commitment(seat)
        .and_then(|hash| app.sealed.get(hash).cloned());
    in_memory.or_else(|| table.kept_reveal(app.drafts.as_ref()?, seat))
}

/// After a reveal the plan is in the record: the drafts need it no more.
fn forget_plan(app: &mut App, commitment: Option<&str>) {
    if let Some(hash) = commitment {
        app.sealed.remove(hash);
        if let Some(drafts) = &mut app.drafts {
            // A plan that stays behind harms nothing: it has been revealed.
            let _ = drafts.remove_plan(hash);
        }
    }
}

/// Whether an act that no person decides is to be made now.
pub fn is_pilot_due(app: &App) -> bool {
    !app.pilot_failed
        && app.overlays.is_empty()
        && matches!(app.screen, Screen::Board(_))
        && app.table.as_ref().is_some_and(|table| !only_bots(table))
        && pilot_due(app).is_some()
}

/// Makes the next act that no person decides. Gives whether there was one.
pub fn step(app: &mut App) -> bool {
    let at = app.clock.now();
    let Some(table) = &app.table else {
        return false;
    };
    let phase = table.view(Seat::Observer).phase;
    let revealed = (phase == Phase::Reveal)
        .then(|| {
            let seats = table.view(Seat::WhiteCell).waits_for;
            seats.into_iter().find_map(|seat| {
                let action = kept_reveal(app, seat)?;
                Some(pilot::Pilot {
                    seat,
                    by: PERSON.to_owned(),
                    action,
                })
            })
        })
        .flatten();
    let Some(next) = revealed.or_else(|| pilot::next(table, rules_by_program(table))) else {
        return false;
    };
    let Some(table) = &mut app.table else {
        return false;
    };
    let opened = (phase == Phase::Reveal)
        .then(|| table.commitment(next.seat).map(str::to_owned))
        .flatten();
    match table.submit(next.seat, &next.by, &next.action, Remarks::default(), &at) {
        Ok(_) => {
            forget_plan(app, opened.as_deref());
            board::submitted(app, next.seat);
            true
        }
        Err(error) => {
            let who = if next.by == PROGRAM {
                "The program"
            } else {
                next.by.as_str()
            };
            app.say(Tone::Trouble, format!("{who} could not act: {error}"));
            app.pilot_failed = true;
            false
        }
    }
}

/// What the record calls a person whose name is not known.
pub const PERSON: &str = "person";

/// Shows a session that was just opened to whoever has to sit down first.
pub fn open(app: &mut App, table: Table) {
    app.overlays.clear();
    app.briefed = people(&table)
        .into_iter()
        .filter(|seat| {
            table
                .moments()
                .iter()
                .any(|moment| moment.entry.seat == *seat)
        })
        .collect();
    let started = table.last_number() > 0;
    let people = people(&table);
    let ended = table.has_ended();
    let writable = table.is_writable();
    let waits = table.view(Seat::Observer).waits_for;
    let replay = (!writable).then(|| Replay::new(&table, None, None));
    app.table = Some(table);
    app.seat = None;
    app.desk.keeps_screen = false;
    app.desk.called_for.clear();
    if let Some(replay) = replay {
        app.screen = Screen::Replay(Box::new(replay));
        return;
    }
    if ended {
        app.screen = Screen::End(Box::new(End::new()));
        return;
    }
    match people.as_slice() {
        // Nobody hides anything from anybody: bots play, or one person alone.
        [] => sit_down(app, Seat::WhiteCell),
        [alone] => sit_down(app, *alone),
        _ => match people.iter().find(|seat| waits.contains(seat)) {
            // The white cell has just set the session up, and sits there already.
            Some(Seat::WhiteCell) if !started => sit_down(app, Seat::WhiteCell),
            Some(seat) => hand_over(app, *seat),
            // Bots or the program act first; meanwhile the board shows what is public.
            None => app.screen = board_screen(Board::default()),
        },
    }
}

/// After every act and every closed sheet: gives the screen to whoever is to act.
pub fn settle(app: &mut App) {
    let Some(table) = &app.table else {
        return;
    };
    if !app.overlays.is_empty() || !matches!(app.screen, Screen::Board(_)) || !table.is_writable() {
        return;
    }
    if table.has_ended() {
        app.screen = Screen::End(Box::new(End::new()));
        return;
    }
    let people = people(table);
    let view = table.view(Seat::WhiteCell);
    let paused = view.room.pause.is_some();
    if paused || people.contains(&Seat::WhiteCell) {
        let due = view.room.due;
        let called = due.iter().any(|id| !app.desk.called_for.contains(id));
        app.desk.called_for = due;
        if paused || called {
            // What is due, and a pause, are the white cell's to deal with before anybody goes on.
            app.desk.keeps_screen = true;
            if app.seat != Some(Seat::WhiteCell) {
                hand_over(app, Seat::WhiteCell);
            }
            return;
        }
    }
    if people.is_empty() || pilot_due(app).is_some() || overtime::holds(app) {
        return;
    }
    let waits = view.waits_for;
    let Some(next) = people.into_iter().find(|seat| waits.contains(seat)) else {
        return;
    };
    if app.seat == Some(next) || app.seat.is_some_and(|sitting| waits.contains(&sitting)) {
        return;
    }
    match app.seat {
        Some(Seat::WhiteCell) if app.desk.keeps_screen => {}
        // The white cell has entered an act for a side, and gets its own board back.
        Some(_) if app.desk.keeps_screen => to_the_console(app),
        None if app.desk.keeps_screen => hand_over(app, Seat::WhiteCell),
        _ => hand_over(app, next),
    }
}

/// Whether somebody may sit down as the white cell: where rulings are by program, only to end a pause.
pub fn has_white_cell(table: &Table) -> bool {
    people(table).contains(&Seat::WhiteCell) || table.view(Seat::Observer).room.pause.is_some()
}

/// The white cell's board, without a curtain.
pub fn to_the_console(app: &mut App) {
    app.desk.keeps_screen = true;
    app.seat = Some(Seat::WhiteCell);
    app.screen = board_screen(board::for_seat(app, Seat::WhiteCell));
}

/// The board of a side for which the white cell enters an act.
pub fn enter_for(app: &mut App, seat: Seat) {
    app.desk.keeps_screen = true;
    app.seat = Some(seat);
    app.screen = board_screen(board::for_seat(app, seat));
}

/// The white cell lets others have the screen: the side that is waited for, behind the curtain.
pub fn leave_the_console(app: &mut App) {
    app.desk.keeps_screen = false;
    let Some(table) = &app.table else {
        return;
    };
    let waits = table.view(Seat::Observer).waits_for;
    let next = people(table).into_iter().find(|seat| waits.contains(seat));
    hand_over(app, next.unwrap_or(Seat::WhiteCell));
}

/// Lets the curtain fall for a seat; where no curtain is wanted, the seat sits down at once.
pub fn hand_over(app: &mut App, seat: Seat) {
    app.seat = None;
    let alone = app
        .table
        .as_ref()
        .is_none_or(|table| people(table).len() < 2);
    if app.curtain && !alone {
        app.screen = Screen::Curtain(Curtain::new(seat));
    } else {
        sit_down(app, seat);
    }
}

/// A seat sits down: it reads its briefing first, then gets the board.
pub fn sit_down(app: &mut App, seat: Seat) {
    app.seat = Some(seat);
    let has_briefing = app
        .table
        .as_ref()
        .is_some_and(|table| table.deck().text.briefing(seat).is_some());
    app.screen = if has_briefing && !app.briefed.contains(&seat) {
        Screen::Briefing(Briefing::new(seat))
    } else {
        board_screen(board::for_seat(app, seat))
    };
}

/// The briefing has been read: on to the board.
pub fn to_the_board(app: &mut App, seat: Seat) {
    app.briefed.insert(seat);
    app.screen = board_screen(board::for_seat(app, seat));
}

/// What the footer says while a bot works out its act.
pub fn thinking(app: &App) -> Option<Notice> {
    if !is_pilot_due(app) {
        return None;
    }
    let name = pilot_due(app)??;
    let table = app.table.as_ref()?;
    let seat = [Seat::Patron, Seat::Client]
        .into_iter()
        .find(|seat| table.holder(*seat) == Holder::Bot(name.clone()))?;
    let side = table.deck().text.seat_name(seat);
    Some(Notice {
        tone: Tone::Plain,
        text: format!("{side} ({name}) is thinking …"),
    })
}
