//! Goes from one line of a family to another: begins branches, shows them, comes back to where one left.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::console::Console;
use crate::notice::Tone;
use crate::outside::{opened, show, told};
use crate::screen::Screen;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::branch::{BranchError, Departure, Stopped};
use unequal_session::{SessionError, StoreError, Table, shelf};

/// Where the reader is: the file and the entry.
fn here(app: &App) -> Option<(PathBuf, u64)> {
    let table = app.table.as_ref()?;
    let at = match &app.screen {
        Screen::Replay(replay) => replay.at(),
        _ => table.last_number(),
    };
    Some((table.path()?.to_owned(), at))
}

/// Begins a branch; what fails is said, and nothing else has changed then.
pub(super) fn branch(
    app: &mut App,
    console: &mut impl Console,
    departure: &Departure,
    play_on: bool,
) {
    let Some((trunk, at)) = here(app) else {
        let words = "This session is not in a file, so that nothing can branch off it.";
        app.say(Tone::Trouble, words);
        return;
    };
    let (branch, stopped, path) = match begin(app, &trunk, departure) {
        Ok(begun) => begun,
        Err(error) => {
            app.say(Tone::Trouble, format!("No branch was made: {error}"));
            return;
        }
    };
    let kept = kept(&branch, departure, stopped.as_ref());
    let to = first_own(app.table.as_ref(), &branch, departure);
    app.overlays.clear();
    app.trail.push((trunk, at));
    if play_on {
        opened(app, console, branch);
        app.say(Tone::Good, format!("{kept} Leaving it leads back here."));
        return;
    }
    drop(branch);
    match show(app, console, &path, Some(to), Some(Seat::WhiteCell)) {
        Ok(()) => app.say(Tone::Good, kept),
        Err(error) => app.say(Tone::Trouble, told(&error)),
    }
}

/// The number of the exchanged act in a branch, or of its first entry of its own: what was undone is no
/// part of a branch, so that its entries have other numbers.
fn first_own(trunk: Option<&Table>, branch: &Table, departure: &Departure) -> u64 {
    let copied = trunk.map_or(0, |trunk| trunk.line_to(departure.after).len());
    let own = branch.moments().iter().skip(copied);
    let exchanged = |act: &Action| {
        departure
            .instead
            .as_ref()
            .is_none_or(|instead| instead == act)
    };
    own.map(|moment| &moment.entry)
        .find(|entry| exchanged(&entry.act))
        .map_or(copied as u64, |entry| entry.number)
}

type Begun = (Table, Option<Stopped>, PathBuf);

fn begin(app: &App, trunk: &Path, departure: &Departure) -> Result<Begun, BranchError> {
    let at = app.clock.now();
    let folder = trunk.parent().unwrap_or_else(|| Path::new(""));
    let table = app
        .table
        .as_ref()
        .ok_or(BranchError::NothingToExchange(departure.after))?;
    loop {
        let path = shelf::free_path(folder, &departure.name, &at);
        match table.branch(departure, &path, &at) {
            // Somebody else took the name just now: take the next.
            Err(BranchError::Session(SessionError::Store(StoreError::Exists { .. }))) => {}
            Err(error) => return Err(error),
            Ok((branch, stopped)) => return Ok((branch, stopped, path)),
        }
    }
}

/// What became of a branch, in a sentence.
fn kept(branch: &Table, departure: &Departure, stopped: Option<&Stopped>) -> String {
    let file = branch.path().and_then(Path::file_name);
    let file = file.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    if departure.instead.is_none() {
        return format!("A branch after entry {} in {file}.", departure.after);
    }
    match stopped {
        None => format!("The act was exchanged in {file}, and all that followed is kept."),
        Some(stopped) => format!(
            "The act was exchanged in {file}. What followed is kept up to entry {} of the trunk, \
             which is no longer possible: {}.",
            stopped.at, stopped.because
        ),
    }
}

/// Shows another line of the family.
pub(super) fn go_to(
    app: &mut App,
    console: &mut impl Console,
    path: &Path,
    at: Option<u64>,
) -> Result<(), SessionError> {
    let from = here(app);
    let seat = match &app.screen {
        Screen::Replay(replay) => Some(replay.eyes()),
        _ => None,
    };
    let (table, _) = Table::read(path)?;
    drop(table);
    // Who goes back along the way does not make it longer.
    match app.trail.iter().position(|(left, _)| left == path) {
        Some(place) => app.trail.truncate(place),
        None => app.trail.extend(from),
    }
    app.overlays.clear();
    show(app, console, path, at, seat)
}

/// Comes back to the line that was left for this one; gives whether there was one.
pub(super) fn come_back(app: &mut App, console: &mut impl Console) -> bool {
    app.keep_draft();
    while let Some((path, at)) = app.trail.pop() {
        if app.table.as_ref().and_then(Table::path) == Some(&path) {
            continue;
        }
        app.overlays.clear();
        // The branch gives its file free before anything else is opened.
        let name = app.table.take().map(|table| table.setup().name.clone());
        match show(app, console, &path, Some(at), None) {
            Ok(()) => {
                let left = name.map_or_else(String::new, |name| format!("“{name}” is kept. "));
                app.say(Tone::Plain, format!("{left}Back at entry {at}."));
                return true;
            }
            Err(error) => {
                app.say(Tone::Trouble, told(&error));
                return false;
            }
        }
    }
    false
}
