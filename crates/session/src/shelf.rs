//! The sessions on the shelf: what a list of saves tells of each without replaying it.

use std::path::{Path, PathBuf};

use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::store::{Record, StoreError, read_header, read_whole_part};

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
    /// The move of the last entry; 0 before the first.
    pub move_number: u32,
    /// The phase of the last entry.
    pub phase: Phase,
    /// When it was last played, as RFC 3339 text.
    pub last: String,
    /// How many entries it has.
    pub entries: usize,
    /// Whether the white cell ended it.
    pub ended_by_hand: bool,
}

/// Looks at a save. Only its chain is checked; replaying it is for when it is opened.
///
/// # Errors
///
/// Says why the file cannot be read as a session.
pub fn look(path: &Path) -> Result<Shelved, StoreError> {
    // Most files in a folder that are no sessions are told by their first line.
    read_header(path)?;
    let (record, damage) = read_whole_part(path)?;
    if let Some(damage) = damage {
        return Err(damage);
    }
    let last = record.entries.last();
    Ok(Shelved {
        path: path.to_owned(),
        name: name(&record).to_owned(),
        deck: record.header.deck.title.clone(),
        move_number: last.map_or(0, |entry| entry.move_number),
        phase: last.map_or(Phase::Inject, |entry| entry.phase),
        last: last.map_or_else(|| record.header.started.clone(), |entry| entry.at.clone()),
        entries: record.entries.len(),
        ended_by_hand: last.is_some_and(|entry| matches!(entry.act, Action::End { .. })),
    })
}

/// The session in a folder that was changed last; none where there is none, or the folder cannot be listed.
pub fn newest(folder: &Path) -> Option<PathBuf> {
    let records = records(folder).ok()?;
    records.into_iter().find(|path| read_header(path).is_ok())
}

/// What a session is called at its end, as far as it is written.
fn name(record: &Record) -> &str {
    let mut names = vec![(EntryNumber::STARTEX, record.header.name.as_str())];
    for entry in &record.entries {
        if let Action::RenameSession { name } = &entry.act {
            names.push((entry.number, name));
        }
        if let Action::Undo { to, .. } = &entry.act {
            names.retain(|(number, _)| number <= to);
        }
    }
    names.last().map_or("", |(_, name)| name)
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
