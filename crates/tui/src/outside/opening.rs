//! Opens a session and shows it.

use std::path::Path;

use crate::console::Console;
use crate::flow;
use crate::notice::Tone;
use crate::outside::{errands, room};
use crate::stack::Stack;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Annotations;
use unequal_session::{Drafts, SessionError, Table};

/// Opens a session for reading.
pub(super) fn show(
    stack: &mut Stack,
    console: &mut impl Console,
    path: &Path,
    at: Option<EntryNumber>,
    seat: Option<Seat>,
) -> Result<(), SessionError> {
    let (table, rest) = Table::read(path)?;
    shown(stack, console, table, at, seat);
    if let Some(rest) = rest {
        stack.sitting.say(Tone::Trouble, rest.told(path));
    }
    errands::study(stack);
    Ok(())
}

/// Shows a session that was opened.
pub(super) fn opened(stack: &mut Stack, console: &mut impl Console, table: Table) {
    shown(stack, console, table, None, None);
}

fn shown(
    stack: &mut Stack,
    console: &mut impl Console,
    table: Table,
    at: Option<EntryNumber>,
    seat: Option<Seat>,
) {
    stack.sitting.errands.clear();
    console.set_title(Some(table.name()));
    console.note_record(table.path());
    let lost = match table.path() {
        Some(path) if table.is_writable() => {
            let (drafts, lost) = Drafts::load(path);
            stack.sitting.drafts = Some(drafts);
            lost
        }
        // Who reads must not touch the drafts of who plays: what is typed here has a file of its own.
        Some(path) => {
            let (drafts, lost) = Drafts::load(Annotations::path_for(path));
            stack.sitting.drafts = Some(drafts);
            lost
        }
        None => {
            stack.sitting.drafts = None;
            None
        }
    };
    stack.sitting.unsaved_draft = None;
    room::take_up(stack, &table);
    stack.forget_form();
    flow::open(stack, table, at, seat);
    listen(stack, console);
    let replay = stack.sitting.replay.as_ref();
    let unread = replay.and_then(|replay| replay.unread_remarks());
    let troubles = [lost.map(|lost| lost.to_string()), unread];
    let troubles: Vec<String> = troubles.into_iter().flatten().collect();
    if !troubles.is_empty() {
        stack.sitting.say(Tone::Trouble, troubles.join("; "));
    }
}

/// Lets whoever acts elsewhere wake this screen, where it can be woken.
fn listen(stack: &mut Stack, console: &impl Console) {
    let place = stack.sitting.place.as_ref();
    stack.is_woken = match (place, console.wakes()) {
        (Some(place), Some(wakes)) => {
            place.listen(wakes);
            true
        }
        _ => false,
    };
}

/// An error with what to do next.
pub(super) fn told(error: &SessionError) -> String {
    match error {
        SessionError::Store(store) => format!("{store}. What to do: {}.", store.hint()),
        other => other.to_string(),
    }
}
