//! `unequal copy`: what one seat may know of a session at this moment, in a file of its own; the rest is sealed.

pub mod lines;
pub mod read;

use std::path::{Path, PathBuf};

use crate::cli::args::CopyArgs;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::report::{self, OUT, file_stem};
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::seals::Key;
use unequal_core::store::{StoreError, document};
use unequal_session::seal::fresh_key;
use unequal_session::{Owner, Table};

/// Runs the command.
///
/// # Errors
///
/// Says why the record cannot be read, or the copy or its key not be written.
pub fn run(args: &CopyArgs, out: &mut Out) -> Result<(), Error> {
    let table = report::read(&args.save, out)?;
    let last = table.last_number();
    let path = place(args, last);
    if let Some(path) = path.as_ref().filter(|path| path.symlink_metadata().is_ok()) {
        return Err(exists(path));
    }
    let over = table.has_ended();
    // Before the copy: what is sealed under a key that is lost cannot be opened.
    let key = Key::of(&args.save, fresh_key())?;
    let text = text(table, args.seat, Some(&key))?;
    let Some(path) = path else {
        return out.text(&text);
    };
    document::write(&path, &text, false).map_err(|error| match error {
        StoreError::Exists { path } => exists(&path),
        error => report::told(error, &path, OUT),
    })?;
    let shown = |path: &Path| plain(&path.display().to_string());
    out.line(format!("Wrote {}", shown(&path)))?;
    let seat = args.seat;
    if over {
        return out.line("The session has ended: the record itself is open to everybody.");
    }
    out.line(format!(
        "It holds what the {seat} seat may know after entry {last}, and seals the rest. Keep {} beside \
         the session and away from the teams: it opens what is sealed.",
        shown(&Key::path_for(&args.save))
    ))
}

/// The text of a copy of a whole table; without the key its seals are empty.
///
/// # Errors
///
/// Fails where what a seat sees cannot be written as JSON, which is a fault of the program.
pub fn text(table: Table, seat: Seat, key: Option<&Key>) -> Result<String, Error> {
    let last = table.last_number();
    let seals: Vec<String> = EntryNumber::STARTEX
        .through(last)
        .map(|entry| key.map_or_else(String::new, |key| key.seal(entry, table.digest_at(entry))))
        .collect();
    // From here on nothing is at hand but what the seat is shown.
    lines::write(&Owner::of(table).place(seat), &seals)
}

/// Where the copy goes; nowhere but to standard output for `-`.
fn place(args: &CopyArgs, last: EntryNumber) -> Option<PathBuf> {
    let stem = file_stem(&args.save);
    let name = format!("{stem}.{}-{last}.copy", args.seat);
    match &args.out {
        None => Some(args.save.with_file_name(name)),
        Some(path) if path == Path::new("-") => None,
        Some(path) if path.is_dir() => Some(path.join(name)),
        Some(path) => Some(path.clone()),
    }
}

fn exists(path: &Path) -> Error {
    let shown = path.display();
    Error::wrong_use(format!("{shown}: a file of this name exists")).hint(format!(
        "nothing is ever written over; name another place with {OUT}"
    ))
}
