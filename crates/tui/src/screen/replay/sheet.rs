//! The sheets that lie over the replay: to find, to filter, to read, to ask.

mod annotate;
mod branch;
mod debrief;
mod entry;
mod explain;
mod fan;
mod filter;
mod go_to;
mod search;
mod tree;

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::errand::Order;
use crate::page::{Page, Sheet};
use crate::screen::replay::{here, say};
use crate::stack::Overlay;

/// Lays a sheet over the replay.
fn lay(app: &mut App, page: impl Page + 'static) {
    app.overlays
        .push(Overlay::Sheet(Box::new(Sheet::new(page))));
}

/// Opens the sheet of a command; gives what is to be done for it, where it has one.
pub(super) fn open(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let (replay, table) = here(app)?;
    let at = replay.at();
    let nothing = Some(Vec::new());
    match command {
        Command::Filter => lay(app, filter::FilterSheet::default()),
        Command::GoToEntry => lay(app, go_to::GoToSheet::new()),
        Command::ReadEntry => lay(app, entry::EntrySheet::default()),
        Command::Search => {
            let sheet = search::SearchSheet::new(replay, table);
            lay(app, sheet);
        }
        Command::Annotate | Command::Bookmark => {
            let bookmark = command == Command::Bookmark;
            if let Some(sheet) = annotate::AnnotateSheet::new(app, bookmark) {
                lay(app, sheet);
            }
        }
        Command::Branch if table.path().is_none() => {
            say(
                app,
                "This session is not in a file, so that nothing can branch off it.",
            );
        }
        Command::Branch => {
            let sheet = branch::BranchSheet::new(replay, table);
            lay(app, sheet);
        }
        Command::Tree => {
            if let Some(sheet) = tree::TreeSheet::new(app) {
                lay(app, sheet);
            }
        }
        Command::Explain | Command::FanChart | Command::Debrief if !replay.knows_the_future() => {
            say(app, HIDDEN);
        }
        Command::Explain => {
            let known = replay.study.answers.contains_key(&at);
            lay(app, explain::ExplainSheet::new(at));
            return Some(wanted(app, known || at == 0, Order::Explain(at)));
        }
        Command::FanChart => {
            let known = replay.study.fans.contains_key(&at);
            lay(app, fan::FanSheet::new(at));
            return Some(wanted(app, known, Order::Fan(at)));
        }
        Command::Debrief => {
            let known = replay.study.aar.is_some();
            let sheet = debrief::DebriefSheet::new(app);
            lay(app, sheet);
            return Some(wanted(app, known, Order::Study));
        }
        _ => return None,
    }
    nothing
}

/// What the program says rests on what is hidden.
pub(super) const HIDDEN: &str =
    "This rests on what is hidden: it is shown with everything only, and not while you guess.";

/// The work to be done, unless its fruit is there or it is under way.
fn wanted(app: &App, known: bool, order: Order) -> Vec<Effect> {
    let idle = !known && !app.errands.does(&order);
    idle.then_some(Effect::Work(order)).into_iter().collect()
}
