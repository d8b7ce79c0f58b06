//! Does what the room is shown and what its clock says: calls scenes onto the projector, ends a pause in
//! time, lets a seat sit down with its PIN.

use std::path::{Path, PathBuf};

use crate::console::Console;
use crate::flow;
use crate::notice::Tone;
use crate::screen::board::room::projector;
use crate::screen::projector::Projector;
use crate::sitting::{pin, turn};
use crate::stack::Stack;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::store::stage::{Call, Scene};
use unequal_session::{Place, Remarks, Table};

/// Shows the projector.
pub(super) fn project(stack: &mut Stack, console: &mut impl Console, projector: Projector) {
    stack.sitting.title = projector.session().map(str::to_owned);
    console.set_title(stack.sitting.title.as_deref());
    stack.show(Box::new(projector));
}

/// Lets a seat sit down that has shown its PIN; as the white cell that takes the screen, it keeps it.
pub(super) fn sit_down(stack: &mut Stack, seat: Seat, console: bool) {
    let sitting = &mut stack.sitting;
    let goal = if console {
        turn::to_the_console(sitting)
    } else {
        turn::sit_down(sitting, seat)
    };
    stack.go(goal);
}

/// Gives a seat a PIN, or takes its own away.
pub(super) fn set_pin(stack: &mut Stack, seat: Seat, given: Option<&str>) {
    pin::set(&mut stack.sitting, seat, given);
    stack.lift();
}

/// Puts on the record that play goes on: the time of the pause is over.
pub(super) fn go_on(stack: &mut Stack) {
    let Some(owner) = &stack.owner else {
        return;
    };
    let sitting = &mut stack.sitting;
    let seen = sitting
        .place
        .as_ref()
        .map_or(EntryNumber::STARTEX, Place::last_number);
    let now = sitting.clock.now();
    let mut table = owner.table();
    let (seat, by) = (Seat::WhiteCell, Player::Program);
    let told = table.submit(seen, seat, &by, &Action::GoOn, Remarks::default(), &now);
    let told = told.map(|_| ());
    drop(table);
    match told {
        Ok(()) => {
            flow::look(stack);
            let words = "The pause is over: play goes on.";
            stack.sitting.say(Tone::Good, words);
        }
        Err(error) => {
            let words = format!("The pause is over, and could not be ended: {error}");
            sitting.say(Tone::Trouble, words);
        }
    }
}

/// Takes up what was called of a session before this program opened it.
pub(super) fn take_up(stack: &mut Stack, table: &Table) {
    let call = table.path().and_then(Call::beside);
    let call = call.filter(|call| {
        call.after <= table.last_number() && table.digest_at(call.after) == call.digest
    });
    let desk = &mut stack.sitting.desk;
    desk.hides_dice = call.as_ref().is_some_and(|call| call.hides_dice);
    desk.called.clone_from(&call);
    // A link ends with the host that gave it.
    let ended = call.filter(|call| call.scene == Some(Scene::Phones));
    if let Some((ended, path)) = ended.zip(table.path()) {
        let call = Call {
            scene: None,
            link: None,
            ..ended
        };
        keep(stack, path, call);
    }
}

/// Keeps beside the record what the projector is to show.
pub(super) fn call(stack: &mut Stack, scene: Option<Scene>, page: u32) {
    let Some((path, now)) = now(stack) else {
        let words = "This session has no file, so that no projector can follow it.";
        stack.sitting.say(Tone::Trouble, words);
        return;
    };
    let link = scene.filter(|scene| *scene == Scene::Phones).and_then(|_| {
        let place = stack.sitting.place.as_ref()?;
        Some(place.phones()?.invitation()?.link)
    });
    let call = Call {
        scene,
        page,
        link,
        ..now
    };
    if keep(stack, &path, call) {
        stack.sitting.say(Tone::Plain, projector::told(scene, page));
    }
}

/// Keeps beside the record whether the projector shows dice; what was called stays as it is.
pub(super) fn hide_dice(stack: &mut Stack) {
    let Some((path, now)) = now(stack) else {
        return;
    };
    let hides_dice = now.hides_dice;
    let called = stack.sitting.desk.called.clone().unwrap_or(now);
    let call = Call {
        hides_dice,
        ..called
    };
    keep(stack, &path, call);
}

/// A call after the last entry, of nothing yet, and the record that it is for; none where that is in no file.
fn now(stack: &Stack) -> Option<(PathBuf, Call)> {
    let table = stack.owner.as_ref()?.table();
    let after = table.last_number();
    let call = Call {
        scene: None,
        page: 0,
        hides_dice: stack.sitting.desk.hides_dice,
        link: None,
        after,
        digest: table.digest_at(after).to_owned(),
    };
    Some((table.path()?.to_owned(), call))
}

/// Keeps a call; gives whether that worked, and says why not.
fn keep(stack: &mut Stack, path: &Path, call: Call) -> bool {
    let kept = call.keep(path);
    match &kept {
        Ok(()) => stack.sitting.desk.called = Some(call),
        Err(error) => stack.sitting.say(Tone::Trouble, error.to_string()),
    }
    kept.is_ok()
}
