//! Sets lines side by side, and plays a branch to its end before: work that is done beside the loop.

use std::path::{Path, PathBuf};

use crate::errand::{Found, Gathered};
use crate::outside::left::Job;
use crate::sitting::Sitting;
use unequal_core::engine::seat::Seat;
use unequal_core::store::read_header;
use unequal_papers::report::cohort::{self, SessionLine};
use unequal_session::compare::{Comparison, Strand};
use unequal_session::history::{Decks, History};
use unequal_session::play_out::{Unended, play_out};
use unequal_session::{SessionError, Table};

/// Lines side by side.
pub(super) fn compared(paths: &[PathBuf], seat: Option<Seat>) -> Found {
    side_by_side(paths, seat).map_or_else(Found::Trouble, Found::Compared)
}

/// The same, or why they cannot be read.
fn side_by_side(paths: &[PathBuf], seat: Option<Seat>) -> Result<Box<Comparison>, String> {
    let mut tables = Vec::new();
    for path in paths {
        let (table, _) = Table::read(path).map_err(|error| error.to_string())?;
        tables.push(table);
    }
    let seat = seat.unwrap_or(if tables.iter().all(|table| table.has_ended()) {
        Seat::WhiteCell
    } else {
        Seat::Audience
    });
    let strands: Vec<Strand<'_>> = tables.iter().map(|table| Strand::whole(table)).collect();
    Ok(Box::new(Comparison::new(&strands, seat)))
}

/// The work that reads sessions, each into a line: all of what has ended, and what is public of others.
pub(super) fn gathered(paths: Vec<PathBuf>) -> Job {
    Box::new(move |progress| {
        let mut found = Gathered {
            lines: Vec::new(),
            paths: Vec::new(),
            unread: Vec::new(),
        };
        let mut decks = Decks::default();
        let mut keys: Vec<String> = Vec::new();
        for path in &paths {
            if progress.step(paths.len()).is_break() {
                return None;
            }
            match History::read_with(path, &mut decks) {
                Ok((table, _)) => {
                    let seat = if table.has_ended() {
                        Seat::WhiteCell
                    } else {
                        Seat::Audience
                    };
                    let stem = path.file_stem().unwrap_or_default();
                    let key = cohort::key(&stem.to_string_lossy(), &keys);
                    found.lines.push(SessionLine::of(&key, &table, seat));
                    found.paths.push(path.clone());
                    keys.push(key);
                }
                Err(error) => {
                    let words = format!("Not read: {}: {error}.", path.display());
                    found.unread.push(words);
                }
            }
        }
        Some(Found::Gathered(Box::new(found)))
    })
}

/// The work that plays a branch to its end, for whoever reads it now.
pub(super) fn playing_out(sitting: &Sitting, path: PathBuf) -> Job {
    let at = sitting.clock.now();
    let eyes = sitting.replay.as_ref().map(|replay| replay.eyes());
    Box::new(move |progress| {
        let told = |done, all| progress.tell(done, all);
        match play_out(&path, &at, &told) {
            Ok(()) => {}
            Err(Unended::BrokenOff) => return None,
            Err(error) => {
                let words = format!("It was not played to its end: {error}.");
                return Some(Found::Trouble(words));
            }
        }
        let both = beside_its_trunk(&path).map_err(|error| error.to_string());
        let both = both.and_then(|paths| side_by_side(&paths, eyes));
        Some(Found::PlayedOut(path, both))
    })
}

/// The line that a branch leaves, and the branch.
fn beside_its_trunk(path: &Path) -> Result<Vec<PathBuf>, SessionError> {
    let parent = read_header(path)?.parent;
    let trunk = parent.map(|parent| path.with_file_name(parent.file));
    Ok(trunk.into_iter().chain([path.to_owned()]).collect())
}
