//! Does what the interface asks for: the only place from which the table and the drafts are changed.

mod abreast;
pub(crate) mod clocks;
mod confined;
mod errands;
mod file;
mod left;
mod lines;
mod opening;
mod room;
mod shelved;
mod unasked;

use std::path::Path;

use crate::console::Console;
use crate::effect::Effect;
use crate::flow;
use crate::goal::Goal;
use crate::notice::Tone;
use crate::outside::confined::May;
use crate::outside::opening::{opened, show, told};
use crate::outside::unasked::by_program;
use crate::replay::remark;
use crate::screen::projector::Projector;
use crate::sitting::{Sitting, day, turn};
use crate::stack::Stack;
use crate::theme::ThemeName;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::store::choices;
use unequal_core::store::noted;
use unequal_core::store::{Annotation, AnnotationKind};
use unequal_session::SessionError;
use unequal_session::seal::SealedPlan;
use unequal_session::telling::NAMELESS;
use unequal_session::{Place, Remarks, Setup, StoreError, Table, shelf};

/// Does one effect; gives whether the program is to be left. What fails is said in a notice.
pub fn perform(stack: &mut Stack, console: &mut impl Console, effect: Effect) -> bool {
    match try_perform(stack, console, effect) {
        Ok(leave) => leave,
        Err(error) => {
            stack.sitting.say(Tone::Trouble, told(&error));
            false
        }
    }
}

/// Keeps the choice of colours. A comfort: where it cannot be kept, it is made again the next time.
fn keep_theme(stack: &Stack, theme: ThemeName) {
    if let Some(path) = &stack.sitting.choices {
        let _next_time_again = choices::keep_theme(path, theme.word());
    }
}

/// Leaves the terminal to the shell, and takes it again as it was.
fn suspend(stack: &mut Stack, console: &mut impl Console) {
    stack.sitting.keep_draft();
    console.suspend();
    if stack.sitting.mouse {
        console.listen_to_mouse(true);
    }
    console.set_title(stack.sitting.title.as_deref());
    stack.sitting.redraw = true;
}

/// Does one effect; gives whether the program is to be left.
///
/// # Errors
///
/// Fails where a session cannot be opened; what was shown before is still shown.
pub fn try_perform(
    stack: &mut Stack,
    console: &mut impl Console,
    effect: Effect,
) -> Result<bool, SessionError> {
    match confined::may(&stack.sitting, &effect) {
        May::Do => {}
        May::Pass => return Ok(false),
        May::Leave => return Ok(true),
        May::Refuse => {
            let words = "That is not to be had at this terminal: it is one seat's alone.";
            stack.sitting.say(Tone::Plain, words);
            return Ok(false);
        }
    }
    match effect {
        Effect::Quit => return Ok(true),
        Effect::Mouse(on) => console.listen_to_mouse(on),
        Effect::KeepTheme(theme) => keep_theme(stack, theme),
        Effect::Suspend => suspend(stack, console),
        Effect::ListSessions => stack.sitting.shelf.list(),
        Effect::Create { deck, setup, path } => {
            let table = create(&stack.sitting, &deck, &setup, path.as_deref())?;
            opened(stack, console, table);
        }
        Effect::Resume(path) => resume(stack, console, &path)?,
        Effect::Replay { path, at, seat } => show(stack, console, &path, at, seat)?,
        Effect::Branch { departure, then } => {
            lines::branch(stack, console, &departure, then);
        }
        Effect::Work(order) => errands::begin(stack, order),
        Effect::GoTo { path, at } => lines::go_to(stack, console, &path, at)?,
        Effect::Annotate(annotations) => annotate(stack, annotations),
        Effect::LookWith(seat) => {
            if let Some(place) = &mut stack.sitting.place {
                place.sit(seat);
            }
            if let Some((replay, place)) = stack.sitting.reading() {
                let words = replay.look_with(place);
                stack.sitting.say(Tone::Plain, words);
            }
            errands::study(stack);
        }
        Effect::Watch(path) => {
            let projector = Projector::begin(&path, &stack.sitting.clock)?;
            room::project(stack, console, projector);
        }
        Effect::WatchNewest => {
            let sitting = &stack.sitting;
            let folder = sitting.shelf.folder.clone();
            let projector = Projector::of_newest(folder, &sitting.clock);
            room::project(stack, console, projector);
        }
        Effect::Submit {
            seat,
            action,
            remarks,
        } => submit(stack, (seat, NAMELESS), &action, remarks),
        Effect::SubmitAs { seat, by, action } => {
            submit(stack, (seat, &by), &action, Remarks::default());
        }
        Effect::Seal {
            seat,
            plan,
            remarks,
        } => seal(stack, seat, &plan, remarks),
        Effect::Step => {
            step(stack);
        }
        Effect::Lift => stack.lift(),
        Effect::Bare => stack.clear(),
        Effect::Command(command) => {
            for effect in stack.command(command) {
                if try_perform(stack, console, effect)? {
                    return Ok(true);
                }
            }
        }
        Effect::GoOn => room::go_on(stack),
        Effect::Call(scene, page) => room::call(stack, scene, page),
        Effect::HideDice => room::hide_dice(stack),
        Effect::ClockOut(of) => clocks::clock_out(stack, of),
        Effect::MoreTime(minutes) => clocks::more_time(stack, minutes),
        Effect::Lapse { counts } => clocks::settle_lapse(stack, counts),
        Effect::SitDown { seat, console } => room::sit_down(stack, seat, console),
        Effect::SetPin { seat, pin } => room::set_pin(stack, seat, pin.as_deref()),
        Effect::Answer { asks, leave } => {
            if let Some(place) = &stack.sitting.place {
                place.answer(&asks, leave);
            }
        }
        Effect::MustEnd(end) => {
            day::set(&mut stack.sitting, end);
            stack.lift();
        }
        Effect::Elsewhere => file::elsewhere(stack, console),
        Effect::RenameSession { path, name } => shelved::rename(stack, console, &path, &name)?,
        Effect::CopySession { path, folder } => shelved::copy(stack, &path, &folder),
        Effect::Leave if lines::come_back(stack, console) => {}
        Effect::Leave => leave(stack, console),
    }
    Ok(false)
}

/// Opens a session to go on with it, and tells which record that is and what was torn off it.
fn resume(stack: &mut Stack, console: &mut impl Console, path: &Path) -> Result<(), SessionError> {
    let (mut table, torn) = Table::resume(path)?;
    let again = table.reconvene(&stack.sitting.clock.now());
    opened(stack, console, table);
    if let Err(error) = again {
        stack.sitting.say(
            Tone::Trouble,
            format!("The break counts on the clocks: {error}"),
        );
    }
    if stack.sitting.notice.is_none() {
        let words = stack.owner.as_ref();
        let words = words.map(|owner| digest_words(&owner.table()));
        stack.sitting.say(Tone::Plain, words.unwrap_or_default());
    }
    if let Some(torn) = torn {
        let told = format!("{torn}. Everything before it is there.");
        stack.sitting.say(Tone::Trouble, told);
    }
    Ok(())
}

/// Takes in what has come back, and begins what the page on top wants; gives whether to draw.
pub fn look(stack: &mut Stack) -> bool {
    let mut came = flow::look(stack);
    came |= errands::collect(stack);
    came |= file::look(stack);
    errands::of_page(stack);
    came || stack.sitting.errands.is_busy()
}

/// Takes in what is under way, and waits for it.
pub(crate) fn wait(stack: &mut Stack) {
    errands::collect_all(stack);
}

/// Which record was opened, so that it can be held against what was noted of it.
fn digest_words(table: &Table) -> String {
    let last = table.last_number();
    let digest = noted::short(table.digest_at(last));
    format!("Opened at entry {last}, with the digest {digest}.")
}

/// Closes the open session, if there is one, and shows the home screen.
pub fn leave(stack: &mut Stack, console: &mut impl Console) {
    clocks::keep(stack);
    let sitting = &mut stack.sitting;
    sitting.keep_draft();
    let left = sitting
        .place
        .as_ref()
        .and_then(|place| place.standing().path.clone());
    // One of the examples, or of the folder, is listed anyway.
    let elsewhere = left.filter(|path| !path.starts_with(&sitting.shelf.folder));
    sitting.shelf.opened = elsewhere.or_else(|| sitting.shelf.opened.take());
    sitting.errands.clear();
    sitting.replay = None;
    sitting.drafts = None;
    sitting.sealed.clear();
    sitting.notes.clear();
    sitting.clocks.lapse = None;
    sitting.shelf.list();
    stack.give_up();
    stack.sitting.sit(None);
    stack.go(Goal::Home);
    console.set_title(None);
    console.note_record(None);
}

fn create(
    sitting: &Sitting,
    deck: &Deck,
    setup: &Setup,
    path: Option<&Path>,
) -> Result<Table, SessionError> {
    let at = sitting.clock.now();
    if let Some(path) = path {
        return Table::create(deck.clone(), setup, path, &at);
    }
    loop {
        let path = shelf::free_path(&sitting.shelf.folder, &setup.name, &sitting.clock.date(&at));
        match Table::create(deck.clone(), setup, &path, &at) {
            // Somebody else took the name just now: take the next.
            Err(SessionError::Store(StoreError::Exists { .. })) => {}
            made => return made,
        }
    }
}

fn submit(stack: &mut Stack, (seat, by): (Seat, &str), action: &Action, remarks: Remarks) {
    let sitting = &mut stack.sitting;
    let at = sitting.clock.now();
    let Some(place) = &mut sitting.place else {
        return;
    };
    match place.submit_for(seat, by, action, remarks, &at) {
        Ok(_) => {
            // What was typed for it was typed at the seat that has the screen.
            let typed_at = sitting.seat.unwrap_or(seat);
            sitting.forget_drafts(typed_at, action);
            flow::submitted(stack);
        }
        Err(error) => sitting.say(Tone::Trouble, format!("Nothing was changed: {error}")),
    }
}

/// Makes the next act that no person decides. Gives whether there was one.
pub fn step(stack: &mut Stack) -> bool {
    if stack.owner.is_none() {
        return open_own(stack);
    }
    let Some((turn, next)) = flow::next(stack) else {
        return false;
    };
    let sitting = &mut stack.sitting;
    let Some(owner) = &stack.owner else {
        return false;
    };
    let mut table = owner.table();
    let hash = table.commitment(next.seat).map(str::to_owned);
    let opens = matches!(
        next.action,
        Action::RevealDemand { .. } | Action::RevealResponse { .. }
    );
    let made = by_program(&mut table, turn.entry, &next, &sitting.clock.now());
    drop(table);
    match made {
        Ok(()) => {
            turn::forget_plan(sitting, hash.as_deref().filter(|_| opens));
            flow::look(stack);
            true
        }
        Err(error) => {
            let who = match &next.by {
                Player::Program => "The program".into(),
                other => other.text(),
            };
            sitting.say(Tone::Trouble, format!("{who} could not act: {error}"));
            sitting.pilot_failed = true;
            false
        }
    }
}

/// Opens what was sealed from a place of one seat alone. Gives whether there was something.
fn open_own(stack: &mut Stack) -> bool {
    let (Some((hash, reveal)), Some(seat)) = (flow::own_reveal(&stack.sitting), stack.sitting.seat)
    else {
        return false;
    };
    let before = stack.sitting.place.as_ref().map(Place::last_number);
    submit(stack, (seat, NAMELESS), &reveal, Remarks::default());
    let opened = stack.sitting.place.as_ref().map(Place::last_number) != before;
    if opened {
        turn::forget_plan(&mut stack.sitting, Some(&hash));
    }
    stack.sitting.pilot_failed = !opened;
    opened
}

/// Keeps the plan first: a commitment whose plan is lost could never be opened.
fn seal(stack: &mut Stack, seat: Seat, plan: &SealedPlan, remarks: Remarks) {
    let place = stack.sitting.place.as_ref();
    if let Some(refused) = place.and_then(|place| place.check_plan(plan).err()) {
        stack
            .sitting
            .say(Tone::Trouble, format!("Nothing was committed: {refused}"));
        return;
    }
    if let (Some(drafts), Some(kept)) = (&mut stack.sitting.drafts, plan.to_keep())
        && let Err(error) = drafts.keep_plan(plan.hash(), &kept)
    {
        stack.sitting.say(
            Tone::Trouble,
            format!("The plan could not be kept, so nothing was committed: {error}"),
        );
        return;
    }
    stack
        .sitting
        .sealed
        .insert(plan.hash().to_owned(), plan.reveal.clone());
    submit(stack, (seat, NAMELESS), &plan.commit, remarks);
}

/// Keeps annotations beside the record that is replayed.
fn annotate(stack: &mut Stack, annotations: Vec<Annotation>) {
    let sitting = &mut stack.sitting;
    let Some((replay, _)) = sitting.reading() else {
        return;
    };
    let mut entries = Vec::new();
    for annotation in annotations {
        if annotation.kind != AnnotationKind::Withdrawal {
            entries.push(annotation.entry);
        }
        if let Err(error) = replay.keep(annotation) {
            sitting.say(Tone::Trouble, format!("Nothing was kept: {error}"));
            return;
        }
    }
    for entry in entries {
        sitting.forget_drafts_of(&remark::draft_prefix(entry));
    }
    sitting.say(Tone::Good, "Kept beside the record.");
    stack.lift();
}
