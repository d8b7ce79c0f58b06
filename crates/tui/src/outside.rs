//! Does what the interface asks for: the only place from which the table and the drafts are changed.

mod errands;
mod lines;

use std::path::Path;

use crate::app::App;
use crate::console::Console;
use crate::drafts::draft_prefix;
use crate::effect::Effect;
use crate::notice::Tone;
use crate::screen::home::Home;
use crate::screen::projector::Projector;
use crate::screen::replay::{self, Replay};
use crate::screen::{Screen, board};
use crate::{flow, terminal};
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::store::{Annotation, AnnotationKind, Annotations};
use unequal_session::pilot::PROGRAM;
use unequal_session::seal::SealedPlan;
use unequal_session::{Drafts, Remarks, Setup, StoreError, Table, shelf};
use unequal_session::{SessionError, SubmitError};

/// Does one effect; gives whether the program is to be left. What fails is said in a notice.
pub fn perform(app: &mut App, console: &mut impl Console, effect: Effect) -> bool {
    match try_perform(app, console, effect) {
        Ok(leave) => leave,
        Err(error) => {
            app.say(Tone::Trouble, told(&error));
            false
        }
    }
}

/// Does one effect; gives whether the program is to be left.
///
/// # Errors
///
/// Fails where a session cannot be opened; what was shown before is still shown.
pub fn try_perform(
    app: &mut App,
    console: &mut impl Console,
    effect: Effect,
) -> Result<bool, SessionError> {
    match effect {
        Effect::Quit => return Ok(true),
        Effect::Mouse(on) => console.listen_to_mouse(on),
        Effect::ListSessions => app.shelf.list(),
        Effect::Create { deck, setup, path } => {
            let table = create(app, &deck, &setup, path.as_deref())?;
            opened(app, console, table);
        }
        Effect::Resume(path) => {
            let (mut table, torn) = Table::resume(&path)?;
            let again = reconvene(&mut table, &app.clock.now());
            opened(app, console, table);
            if let Err(error) = again {
                app.say(
                    Tone::Trouble,
                    format!("The break counts on the clocks: {error}"),
                );
            }
            if let Some(torn) = torn {
                app.say(
                    Tone::Trouble,
                    format!("{torn}. Everything before it is there."),
                );
            }
        }
        Effect::Replay { path, at, seat } => show(app, console, &path, at, seat)?,
        Effect::Branch { departure, play_on } => {
            lines::branch(app, console, &departure, play_on);
        }
        Effect::Work(order) => errands::begin(app, order),
        Effect::GoTo { path, at } => lines::go_to(app, console, &path, at)?,
        Effect::Annotate(annotations) => annotate(app, annotations),
        Effect::LookWith(seat) => {
            replay::look_with(app, seat);
            errands::study(app);
        }
        Effect::Watch(path) => {
            let projector = Projector::begin(&path, &app.clock)?;
            console.set_title(projector.session());
            app.screen = Screen::Projector(Box::new(projector));
        }
        Effect::Submit {
            seat,
            action,
            remarks,
        } => submit(app, (seat, flow::PERSON), &action, remarks),
        Effect::SubmitAs { seat, by, action } => {
            submit(app, (seat, &by), &action, Remarks::default());
        }
        Effect::Seal {
            seat,
            plan,
            remarks,
        } => seal(app, seat, &plan, remarks),
        Effect::Step => {
            flow::step(app);
        }
        Effect::Leave if lines::come_back(app, console) => {}
        Effect::Leave => leave(app, console),
    }
    Ok(false)
}

/// Lets the replay look for what has come back and what goes on by itself; gives whether it is to be drawn.
pub fn look(app: &mut App) -> bool {
    let came = errands::collect(app);
    errands::of_sheet(app);
    replay::tick_if_due(app) || came || app.errands.is_busy()
}

/// Opens a session for reading.
fn show(
    app: &mut App,
    console: &mut impl Console,
    path: &Path,
    at: Option<u64>,
    seat: Option<Seat>,
) -> Result<(), SessionError> {
    let (table, _) = Table::read(path)?;
    let replay = Replay::new(&table, at, seat);
    opened(app, console, table);
    app.screen = Screen::Replay(Box::new(replay));
    errands::study(app);
    Ok(())
}

/// Closes the open session, if there is one, and shows the home screen.
pub fn leave(app: &mut App, console: &mut impl Console) {
    app.keep_draft();
    app.errands.clear();
    app.overlays.clear();
    app.table = None;
    app.drafts = None;
    app.sealed.clear();
    app.seat = None;
    app.screen = Screen::Home(Home::default());
    app.shelf.list();
    console.set_title(None);
    terminal::note_record(None);
}

fn create(
    app: &App,
    deck: &Deck,
    setup: &Setup,
    path: Option<&Path>,
) -> Result<Table, SessionError> {
    let at = app.clock.now();
    if let Some(path) = path {
        return Table::create(deck.clone(), setup, path, &at);
    }
    loop {
        let path = shelf::free_path(&app.shelf.folder, &setup.name, &at);
        match Table::create(deck.clone(), setup, &path, &at) {
            // Somebody else took the name just now: take the next.
            Err(SessionError::Store(StoreError::Exists { .. })) => {}
            made => return made,
        }
    }
}

/// Puts on the record that the table has come together again, where clocks would count the break.
fn reconvene(table: &mut Table, at: &str) -> Result<(), SubmitError> {
    if !table.has_clocks() || table.has_ended() {
        return Ok(());
    }
    let act = Action::Reconvene;
    table.submit(Seat::WhiteCell, PROGRAM, &act, Remarks::default(), at)?;
    Ok(())
}

/// Shows a session that was opened.
fn opened(app: &mut App, console: &mut impl Console, table: Table) {
    app.errands.clear();
    console.set_title(Some(&table.setup().name));
    terminal::note_record(table.path());
    let lost = match table.path() {
        Some(path) if table.is_writable() => {
            let (drafts, lost) = Drafts::load(path);
            app.drafts = Some(drafts);
            lost
        }
        // Who reads must not touch the drafts of who plays: what is typed here has a file of its own.
        Some(path) => {
            let (drafts, lost) = Drafts::load(Annotations::path_for(path));
            app.drafts = Some(drafts);
            lost
        }
        None => {
            app.drafts = None;
            None
        }
    };
    app.unsaved_draft = None;
    app.kept_form = None;
    flow::open(app, table);
    if let Some(lost) = lost {
        app.say(Tone::Trouble, lost.to_string());
    }
}

/// An error with what to do next.
fn told(error: &SessionError) -> String {
    match error {
        SessionError::Store(store) => format!("{store}. What to do: {}.", store.hint()),
        other => other.to_string(),
    }
}

fn submit(app: &mut App, (seat, by): (Seat, &str), action: &Action, remarks: Remarks) {
    let at = app.clock.now();
    let Some(table) = &mut app.table else {
        return;
    };
    match table.submit(seat, by, action, remarks, &at) {
        Ok(_) => {
            // What was typed for it was typed at the seat that has the screen.
            forget_drafts(app, app.seat.unwrap_or(seat), action);
            board::submitted(app, seat);
        }
        Err(error) => app.say(Tone::Trouble, format!("Nothing was changed: {error}")),
    }
}

/// Keeps the plan first: a commitment whose plan is lost could never be opened.
fn seal(app: &mut App, seat: Seat, plan: &SealedPlan, remarks: Remarks) {
    if let (Some(drafts), Some(kept)) = (&mut app.drafts, plan.to_keep())
        && let Err(error) = drafts.keep_plan(plan.hash(), kept)
    {
        app.say(
            Tone::Trouble,
            format!("The plan could not be kept, so nothing was committed: {error}"),
        );
        return;
    }
    app.sealed
        .insert(plan.hash().to_owned(), plan.reveal.clone());
    submit(app, (seat, flow::PERSON), &plan.commit, remarks);
}

/// After an act: what was typed for it is in the record now.
fn forget_drafts(app: &mut App, seat: Seat, action: &Action) {
    forget_drafts_of(app, &draft_prefix(seat, action.word()));
}

fn forget_drafts_of(app: &mut App, prefix: &str) {
    if let Some((name, _)) = &app.unsaved_draft
        && name.starts_with(prefix)
    {
        app.unsaved_draft = None;
    }
    let Some(drafts) = &mut app.drafts else {
        return;
    };
    let names: Vec<String> = drafts
        .texts()
        .filter(|(name, _)| name.starts_with(prefix))
        .map(|(name, _)| name.to_owned())
        .collect();
    for name in names {
        // A draft that stays behind is seen again, and harms nothing.
        let _ = drafts.remove(&name);
    }
}

/// Keeps annotations beside the record that is replayed.
fn annotate(app: &mut App, annotations: Vec<Annotation>) {
    let Screen::Replay(replay) = &mut app.screen else {
        return;
    };
    let mut entries = Vec::new();
    for annotation in annotations {
        if annotation.kind != AnnotationKind::Withdrawal {
            entries.push(annotation.entry);
        }
        if let Err(error) = replay.keep(annotation) {
            app.say(Tone::Trouble, format!("Nothing was kept: {error}"));
            return;
        }
    }
    for entry in entries {
        forget_drafts_of(app, &replay::draft_prefix(entry));
    }
    app.overlays.pop();
    app.say(Tone::Good, "Kept beside the record.");
}
