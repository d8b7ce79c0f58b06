//! The sheets that lie over the replay: to find, to filter, to read, to ask.

mod annotate;
mod entry;
mod filter;
mod go_to;
mod search;

use crate::tui::app::App;
use crate::tui::command::Command;
use crate::tui::overlay::Overlay;
use crate::tui::screen::board::sheet::{Page, Sheet};
use crate::tui::screen::replay::here;

/// Lays a sheet over the replay.
fn lay(app: &mut App, page: impl Page + 'static) {
    app.overlays
        .push(Overlay::Sheet(Box::new(Sheet::new(page))));
}

/// Opens the sheet of a command; gives whether it has one.
pub(super) fn open(app: &mut App, command: Command) -> bool {
    let Some((replay, table)) = here(app) else {
        return false;
    };
    match command {
        Command::Filter => lay(app, filter::FilterSheet::default()),
        Command::GoToEntry => lay(app, go_to::GoToSheet::new()),
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
        Command::ReadEntry => lay(app, entry::EntrySheet::default()),
        _ => return false,
    }
    true
}
