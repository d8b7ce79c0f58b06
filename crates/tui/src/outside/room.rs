//! Does what the room is shown and what its clock says: calls scenes onto the projector, ends a pause in time.

use crate::console::Console;
use crate::flow;
use crate::notice::Tone;
use crate::screen::board::room::projector;
use crate::screen::projector::Projector;
use crate::stack::Stack;
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::store::stage::{Call, Scene};
use unequal_session::{Place, Remarks};

/// Shows the projector.
pub(super) fn project(stack: &mut Stack, console: &mut impl Console, projector: Projector) {
    stack.sitting.title = projector.session().map(str::to_owned);
    console.set_title(stack.sitting.title.as_deref());
    stack.show(Box::new(projector));
}

/// Puts on the record that play goes on: the time of the pause is over.
pub(super) fn go_on(stack: &mut Stack) {
    let Some(owner) = &stack.owner else {
        return;
    };
    let sitting = &mut stack.sitting;
    let seen = sitting.place.as_ref().map_or(0, Place::last_number);
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

/// Keeps beside the record what the projector is to show.
pub(super) fn call(stack: &mut Stack, scene: Option<Scene>, page: u32) {
    let Some(owner) = &stack.owner else {
        return;
    };
    let table = owner.table();
    let after = table.last_number();
    let call = Call {
        scene,
        page,
        after,
        digest: table.digest_at(after).to_owned(),
    };
    let told = table.path().map(|path| call.keep(path));
    drop(table);
    match told {
        Some(Ok(())) => {
            stack.sitting.desk.called = Some(call);
            stack.sitting.say(Tone::Plain, projector::told(scene, page));
        }
        Some(Err(error)) => stack.sitting.say(Tone::Trouble, error.to_string()),
        None => {
            let words = "This session has no file, so that no projector can follow it.";
            stack.sitting.say(Tone::Trouble, words);
        }
    }
}
