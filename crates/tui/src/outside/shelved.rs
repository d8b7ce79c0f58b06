//! Does what is asked of a session on the shelf that is not open.

use std::path::Path;

use crate::console::Console;
use crate::notice::Tone;
use crate::outside::lines;
use crate::stack::Stack;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::store::bundle;
use unequal_session::telling::NAMELESS;
use unequal_session::{Remarks, SessionError, Table};

/// Gives a session another name, by an act on its record.
pub(super) fn rename(
    stack: &mut Stack,
    console: &mut impl Console,
    path: &Path,
    name: &str,
) -> Result<(), SessionError> {
    let now = stack.sitting.clock.now();
    let (mut table, _) = Table::resume(path)?;
    let again = table.reconvene(&now);
    let action = Action::RenameSession {
        name: name.to_owned(),
    };
    let (seen, seat) = (table.last_number(), Seat::WhiteCell);
    let done = again.and_then(|()| {
        let remarks = Remarks::default();
        let act = table.submit(seen, seat, NAMELESS, &action, remarks, &now);
        act.map(|_| ())
    });
    drop(table);
    match done {
        Ok(()) => {
            stack.clear();
            stack.sitting.shelf.list();
            lines::renamed(stack, console, path)?;
            let words = format!("It is called {name} from now on; its file keeps its name.");
            stack.sitting.say(Tone::Good, words);
        }
        Err(error) => stack
            .sitting
            .say(Tone::Trouble, format!("Nothing was changed: {error}")),
    }
    Ok(())
}

/// Copies a session with what belongs to it into another folder.
pub(super) fn copy(stack: &mut Stack, path: &Path, folder: &Path) {
    match bundle::copy(path, folder) {
        Ok(to) => {
            stack.lift();
            let words = format!("The copy is {}.", to.display());
            stack.sitting.say(Tone::Good, words);
        }
        Err(error) => stack
            .sitting
            .say(Tone::Trouble, format!("Nothing was copied: {error}")),
    }
}
