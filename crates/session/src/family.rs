//! The family of a session: its trunk, the branches that leave it, and the branches of those.
//!
//! A branch names its parent by file, entry and digest. All of a family lie in one folder, so that it
//! is found by looking at the headers of the records there; nothing is replayed for it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::table::Table;
use unequal_core::engine::action::Action;
use unequal_core::store::place::records;
use unequal_core::store::{Header, Record, StoreError, read_header, read_whole_part};

/// One line of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kin {
    /// Its file.
    pub path: PathBuf,
    /// The session's name.
    pub name: String,
    /// Its parent, by its place in the family, and the entry after which it leaves it.
    pub parent: Option<(usize, u64)>,
    /// How many generations it is away from the trunk.
    pub depth: usize,
    /// How many of its entries are copies of its parent's.
    pub copied: u64,
    /// How many entries it has.
    pub entries: u64,
    /// The move of its last entry.
    pub move_number: u32,
    /// Who holds patron's and client's seat.
    pub seats: (String, String),
    /// Stability as the record tells it: where it began, after each closed move, and at its end.
    pub curve: Vec<i64>,
}

/// A piece of a record that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The first entry that was taken back.
    pub from: u64,
    /// The last one.
    pub to: u64,
    /// The entry that took it back.
    pub by: u64,
    /// Why.
    pub reason: String,
}

struct Found {
    path: PathBuf,
    header: Header,
}

impl Found {
    fn file(&self) -> String {
        file_name(&self.path)
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The family of the session in this file: the trunk first, each branch below what it leaves.
///
/// # Errors
///
/// Fails where the folder cannot be listed or the session itself cannot be read. Other files that
/// cannot be read are no kin.
pub fn family(path: &Path) -> Result<Vec<Kin>, StoreError> {
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let mut all: Vec<Found> = records(folder)?
        .into_iter()
        .filter_map(|path| {
            let header = read_header(&path).ok()?;
            Some(Found { path, header })
        })
        .collect();
    all.sort_by_key(Found::file);
    let mut root = Found {
        path: path.to_owned(),
        header: read_header(path)?,
    };
    let mut climbed = BTreeSet::from([root.file()]);
    while let Some(parent) = &root.header.parent
        && climbed.insert(parent.file.clone())
        && let Some(found) = all.iter().find(|found| found.file() == parent.file)
        && is_child(&root.header, &found.path)
    {
        root = Found {
            path: found.path.clone(),
            header: found.header.clone(),
        };
    }
    let mut family = Vec::new();
    let mut taken = BTreeSet::new();
    descend(&root, (None, 0), 0, &all, &mut taken, &mut family)?;
    Ok(family)
}

/// Whether a header's parent is the record in this file: the digest of the entry it leaves tells.
fn is_child(header: &Header, parent: &Path) -> bool {
    let Some(named) = &header.parent else {
        return false;
    };
    if named.entry == 0 {
        return true;
    }
    let Ok((record, _)) = read_whole_part(parent) else {
        return false;
    };
    digest_of(&record, named.entry) == Some(named.digest.as_str())
}

fn digest_of(record: &Record, entry: u64) -> Option<&str> {
    let place = usize::try_from(entry.checked_sub(1)?).ok()?;
    record.entries.get(place).map(|entry| entry.digest.as_str())
}

fn descend(
    found: &Found,
    (parent, copied): (Option<(usize, u64)>, u64),
    depth: usize,
    all: &[Found],
    taken: &mut BTreeSet<String>,
    family: &mut Vec<Kin>,
) -> Result<(), StoreError> {
    if !taken.insert(found.file()) {
        return Ok(());
    }
    let (record, _) = read_whole_part(&found.path)?;
    let here = family.len();
    family.push(Kin {
        copied,
        ..kin(found, &record, parent, depth)
    });
    let mut children: Vec<(&Found, u64)> = all
        .iter()
        .filter_map(|child| {
            let named = child.header.parent.as_ref()?;
            let is_mine = named.file == found.file()
                && (named.entry == 0
                    || digest_of(&record, named.entry) == Some(named.digest.as_str()));
            is_mine.then_some((child, named.entry))
        })
        .collect();
    children.sort_by_key(|(child, entry)| (*entry, child.header.started.clone(), child.file()));
    for (child, entry) in children {
        // A branch that cannot be read in whole is left out; it is listed with its fault elsewhere.
        let leaves = (Some((here, entry)), line_length(&record, entry));
        let _ = descend(child, leaves, depth + 1, all, taken, family);
    }
    Ok(())
}

/// How many entries led to an entry of a record: undo acts and what they took back are not among them.
fn line_length(record: &Record, entry: u64) -> u64 {
    let mut length = 0;
    let mut at = entry;
    while let Some(place) = at.checked_sub(1) {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        match record.entries.get(place).map(|entry| &entry.act) {
            Some(Action::Undo { to, .. }) => at = *to,
            Some(_) => {
                length += 1;
                at -= 1;
            }
            None => break,
        }
    }
    length
}

fn kin(found: &Found, record: &Record, parent: Option<(usize, u64)>, depth: usize) -> Kin {
    let header = &found.header;
    let last = record.entries.last();
    let mut level = None;
    let mut curve = Vec::new();
    for entry in &record.entries {
        for change in entry.changes.iter().filter(|c| c.gauge == "stability") {
            if curve.is_empty() {
                curve.push(change.from);
            }
            level = Some(change.to);
        }
        if entry.act == Action::CloseMove
            && let Some(level) = level
        {
            curve.push(level);
        }
    }
    if let Some(level) = level.filter(|level| curve.last() != Some(level)) {
        curve.push(level);
    }
    Kin {
        path: found.path.clone(),
        name: header.name.clone(),
        parent,
        depth,
        copied: 0,
        entries: record.entries.len() as u64,
        move_number: last.map_or(0, |entry| entry.move_number),
        seats: (
            header.seats.patron.to_string(),
            header.seats.client.to_string(),
        ),
        curve,
    }
}

impl Table {
    /// The pieces of this record that were taken back, in the order in which that was done.
    pub fn taken_back(&self) -> Vec<TakenBack> {
        self.moments()
            .iter()
            .filter_map(|moment| match &moment.entry.act {
                Action::Undo { to, reason } => Some(TakenBack {
                    from: to + 1,
                    to: moment.entry.number - 1,
                    by: moment.entry.number,
                    reason: reason.clone(),
                }),
                _ => None,
            })
            .collect()
    }
}
