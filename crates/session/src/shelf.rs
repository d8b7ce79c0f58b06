//! The sessions on the shelf: what a list of saves tells of each.

use std::path::{Path, PathBuf};

use crate::error::SessionError;
use crate::history::{Decks, History};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::store::follow::is_open;
use unequal_core::store::{read_header, read_whole_part};

pub use unequal_core::store::place::{file_name, folder, records};

/// A saved session as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The file.
    pub path: PathBuf,
    /// The session's name.
    pub name: String,
    /// The deck's title.
    pub deck: String,
    /// The move that it stands in, or ended in; 0 before the first was opened.
    pub move_number: u32,
    /// What it waits for.
    pub phase: Phase,
    /// When it was last played, as RFC 3339 text.
    pub last: String,
    /// How many entries it has.
    pub entries: usize,
}

/// Looks at one save of many: it is replayed, so that a list says where it stands and not where its last act was done.
///
/// # Errors
///
/// Says why the file cannot be read as a session.
pub fn look(path: &Path, decks: &mut Decks) -> Result<Shelved, SessionError> {
    // Most files in a folder that are no sessions are told by their first line.
    read_header(path)?;
    let (record, damage) = read_whole_part(path)?;
    if let Some(damage) = damage {
        return Err(damage.into());
    }
    let history = History::of_record_with(path, record, decks)?;
    let view = history.view(Seat::Audience);
    let begun = view.move_number > 1 || view.phase != Phase::Inject;
    let last = history.moments().last().map(|moment| &moment.entry);
    Ok(Shelved {
        path: path.to_owned(),
        name: history.name().to_owned(),
        deck: history.header().deck.title.clone(),
        move_number: if begun { view.move_number } else { 0 },
        phase: view.phase,
        last: last
            .map_or(&history.header().started, |entry| &entry.at)
            .clone(),
        entries: history.moments().len(),
    })
}

/// The session in a folder that was changed last; none where there is none, or the folder cannot be listed.
pub fn newest(folder: &Path) -> Option<PathBuf> {
    let records = records(folder).ok()?;
    records.into_iter().find(|path| read_header(path).is_ok())
}

/// The sessions in a folder that some program has open, the last changed first.
pub fn open(folder: &Path) -> Vec<PathBuf> {
    let mut records = records(folder).unwrap_or_default();
    records.retain(|path| is_open(path) && read_header(path).is_ok());
    records
}

/// The path that a new session of this name gets in a folder: the first that is free. `day` is the date in
/// the room, such as `2026-11-26`.
pub fn free_path(folder: &Path, name: &str, day: &str) -> PathBuf {
    let mut number = 1;
    loop {
        let path = folder.join(file_name(name, day, number));
        // A link that leads nowhere takes its name as well.
        if path.symlink_metadata().is_err() || number == u32::MAX {
            return path;
        }
        number += 1;
    }
}
