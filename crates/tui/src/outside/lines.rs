//! Goes from one line of a family to another: begins branches, shows them, comes back to where one left.

use std::path::{Path, PathBuf};

use crate::command::Command;
use crate::console::Console;
use crate::effect::Onward;
use crate::errand::Order;
use crate::notice::Tone;
use crate::outside::errands;
use crate::outside::opening::{opened, show, told};
use crate::sitting::Sitting;
use crate::stack::Stack;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::branch::{BranchError, Departure, Stopped};
use unequal_session::{SessionError, StoreError, Table, shelf};

/// Where the reader is: the file and the entry.
fn here(sitting: &Sitting) -> Option<(PathBuf, EntryNumber)> {
    let place = sitting.place.as_ref()?;
    let at = sitting
        .replay
        .as_ref()
        .map_or_else(|| place.last_number(), |replay| replay.at());
    Some((place.standing().path.clone()?, at))
}

/// Begins a branch; what fails is said, and nothing else has changed then.
pub(super) fn branch(
    stack: &mut Stack,
    console: &mut impl Console,
    departure: &Departure,
    then: Onward,
) {
    let Some((trunk, at)) = here(&stack.sitting) else {
        let words = "This session is not in a file, so that nothing can branch off it.";
        stack.sitting.say(Tone::Trouble, words);
        return;
    };
    let (branch, stopped, path) = match begin(stack, &trunk, departure) {
        Ok(begun) => begun,
        Err(error) => {
            stack
                .sitting
                .say(Tone::Trouble, format!("No branch was made: {error}"));
            return;
        }
    };
    let kept = kept(&branch, departure, stopped.as_ref());
    let owner = stack.owner.as_ref();
    let copied = owner.map_or(0, |trunk| trunk.table().line_to(departure.after).len());
    let to = first_own(copied, &branch, departure);
    stack.clear();
    stack.sitting.trail.push((trunk, at));
    if then == Onward::PlayOn {
        opened(stack, console, branch);
        stack
            .sitting
            .say(Tone::Good, format!("{kept} Leaving it leads back here."));
        return;
    }
    drop(branch);
    match show(stack, console, &path, Some(to), Some(Seat::WhiteCell)) {
        Ok(()) if then == Onward::PlayOut => errands::begin(stack, Order::PlayOut(path)),
        Ok(()) => {
            let place = stack.sitting.place.as_ref();
            let goes_on = place.is_some_and(|place| !place.has_ended());
            let keys = if goes_on { GOES_ON } else { "" };
            stack.sitting.say(Tone::Good, format!("{kept}{keys}"));
        }
        Err(error) => stack.sitting.say(Tone::Trouble, told(&error)),
    }
}

/// The keys that go on from a branch that was made and has not ended.
const GOES_ON: &str = " C plays on, P lets bots play it to its end.";

/// The number of the exchanged act in a branch, or of its first entry of its own: what was undone is no
/// part of a branch, so that its entries have other numbers.
fn first_own(copied: usize, branch: &Table, departure: &Departure) -> EntryNumber {
    let own = branch.moments().iter().skip(copied);
    let exchanged = |act: &Action| {
        departure
            .instead
            .as_ref()
            .is_none_or(|instead| instead == act)
    };
    own.map(|moment| &moment.entry)
        .find(|entry| exchanged(&entry.act))
        .map_or(EntryNumber::last_of(copied), |entry| entry.number)
}

type Begun = (Table, Option<Stopped>, PathBuf);

fn begin(stack: &Stack, trunk: &Path, departure: &Departure) -> Result<Begun, BranchError> {
    let at = stack.sitting.clock.now();
    let folder = trunk.parent().unwrap_or_else(|| Path::new(""));
    let owner = stack.owner.as_ref();
    let owner = owner.ok_or(BranchError::NothingToExchange(departure.after))?;
    let table = owner.table();
    loop {
        let path = shelf::free_path(folder, &departure.name, &stack.sitting.clock.date(&at));
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
        None if departure.ends_there => format!("The act is supposed in {file}."),
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
    stack: &mut Stack,
    console: &mut impl Console,
    path: &Path,
    at: Option<EntryNumber>,
) -> Result<(), SessionError> {
    let from = here(&stack.sitting);
    let seat = stack.sitting.replay.as_ref().map(|replay| replay.eyes());
    let (table, _) = Table::read(path)?;
    drop(table);
    // Who goes back along the way does not make it longer.
    match stack
        .sitting
        .trail
        .iter()
        .position(|(left, _)| left == path)
    {
        Some(place) => stack.sitting.trail.truncate(place),
        None => stack.sitting.trail.extend(from),
    }
    stack.clear();
    show(stack, console, path, at, seat)
}

/// Shows the lines of the session that is replayed once one of them has another name.
///
/// # Errors
///
/// Says why the line that is open, where it is that one, cannot be read anew.
pub(super) fn renamed(
    stack: &mut Stack,
    console: &mut impl Console,
    path: &Path,
) -> Result<(), SessionError> {
    let Some(replay) = &stack.sitting.replay else {
        return Ok(());
    };
    let (at, eyes) = (replay.at(), replay.eyes());
    if here(&stack.sitting).is_some_and(|(open, _)| open == path) {
        show(stack, console, path, Some(at), Some(eyes))?;
    }
    for effect in stack.command(Command::Tree) {
        debug_assert!(false, "the tree of lines is a sheet alone: {effect:?}");
    }
    Ok(())
}

/// Comes back to the line that was left for this one; gives whether there was one.
pub(super) fn come_back(stack: &mut Stack, console: &mut impl Console) -> bool {
    stack.sitting.keep_draft();
    while let Some((path, at)) = stack.sitting.trail.pop() {
        let place = stack.sitting.place.as_ref();
        if place.and_then(|place| place.standing().path.as_ref()) == Some(&path) {
            continue;
        }
        // The branch gives its file free before anything else is opened.
        let name = place.map(|place| place.standing().name.clone());
        stack.give_up();
        stack.clear();
        match show(stack, console, &path, Some(at), None) {
            Ok(()) => {
                let left = name.map_or_else(String::new, |name| format!("“{name}” is kept. "));
                stack
                    .sitting
                    .say(Tone::Plain, format!("{left}Back at entry {at}."));
                return true;
            }
            Err(error) => {
                stack.sitting.say(Tone::Trouble, told(&error));
                return false;
            }
        }
    }
    false
}
