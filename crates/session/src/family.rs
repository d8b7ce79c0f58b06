//! The family of a session: its trunk, the branches that leave it, and the branches of those.
//!
//! A branch names its parent by file, entry and digest. All of a family lie in one folder, so that it
//! is found by looking at the headers of the records there; only those of the family are read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::error::SessionError;
use crate::history::{History, Verified};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::holder::Holders;
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
    pub parent: Option<(usize, EntryNumber)>,
    /// How many generations it is away from the trunk.
    pub depth: usize,
    /// How many of its entries are copies of its parent's.
    pub copied: u64,
    /// How many entries it has that this program understands.
    pub entries: u64,
    /// The move of its last entry.
    pub move_number: u32,
    /// Who holds the seats that play.
    pub seats: Holders,
    /// Stability where it began, after each closed move, and at its end; what the rules do not give
    /// as the record says it is left out.
    pub curve: Vec<i64>,
    /// How many points at the head of the curve it has from its parent: they lie before the parting.
    pub shared: usize,
    /// Why it is not known as a whole; none where it is.
    pub in_part: Option<InPart>,
}

/// Why a line of a family is not known as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InPart {
    /// A later program wrote something in it: nothing of its play is told.
    Newer,
    /// The file is damaged from some entry on.
    Damaged,
    /// An entry is not what the rules give, or is none that any program wrote.
    Differs,
}

impl InPart {
    /// What keeps a record from being known as a whole: a fault of the file, else of the rules.
    fn of(file: Option<&StoreError>, rules: Option<&SessionError>) -> Option<Self> {
        match file {
            Some(StoreError::OtherVersion { .. }) => Some(Self::Newer),
            Some(fault) if fault.is_damage() => Some(Self::Damaged),
            Some(_) => Some(Self::Differs),
            None => rules.map(|_| Self::Differs),
        }
    }

    /// In a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Newer => "by a later program",
            Self::Damaged => "damaged",
            Self::Differs => "not as the rules give",
        }
    }
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
/// Fails where the folder cannot be listed or the session itself cannot be read. Other files whose
/// header cannot be read, or is of another version, are no kin.
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
        && let Ok((record, _)) = read_whole_part(&found.path)
        && is_child(&root.header, found, &record)
    {
        root = Found {
            path: found.path.clone(),
            header: found.header.clone(),
        };
    }
    let mut family = Vec::new();
    let mut taken = BTreeSet::new();
    descend(&root, None, &all, &mut taken, &mut family)?;
    Ok(family)
}

/// Whether a header's parent is this record: the digest of the entry after which it leaves tells,
/// that of the header where it leaves at STARTEX.
fn is_child(header: &Header, parent: &Found, record: &Record) -> bool {
    header.parent.as_ref().is_some_and(|named| {
        named.file == parent.file() && record.digest_at(named.entry) == Some(named.digest.as_str())
    })
}

/// Where a line leaves another.
struct Leaving {
    /// The parent's place in the family.
    parent: usize,
    /// The entry after which it leaves.
    entry: EntryNumber,
    /// How many entries led there.
    copied: u64,
    depth: usize,
}

fn descend(
    found: &Found,
    leaving: Option<&Leaving>,
    all: &[Found],
    taken: &mut BTreeSet<String>,
    family: &mut Vec<Kin>,
) -> Result<(), StoreError> {
    if !taken.insert(found.file()) {
        return Ok(());
    }
    let (record, fault) = read_whole_part(&found.path)?;
    let mut children: Vec<(&Found, EntryNumber)> = all
        .iter()
        .filter(|child| is_child(&child.header, found, &record))
        .filter_map(|child| Some((child, child.header.parent.as_ref()?.entry)))
        .collect();
    children.sort_by_key(|(child, entry)| (*entry, child.header.started.clone(), child.file()));
    let entries = record.entries.len() as u64;
    let verified = Verified::of_record(&found.path, record);
    let in_part = InPart::of(fault.as_ref(), verified.fault.as_ref());
    let history = verified.history.filter(|_| in_part != Some(InPart::Newer));
    let parent = family.len();
    family.push(kin(found, entries, in_part, history.as_ref(), leaving));
    for (child, entry) in children {
        let leaving = Leaving {
            parent,
            entry,
            copied: history
                .as_ref()
                .map_or(0, |history| history.line_to(entry).len() as u64),
            depth: leaving.map_or(0, |leaving| leaving.depth) + 1,
        };
        // A branch that cannot be read in whole is left out; it is listed with its fault elsewhere.
        let _ = descend(child, Some(&leaving), all, taken, family);
    }
    Ok(())
}

fn kin(
    found: &Found,
    entries: u64,
    in_part: Option<InPart>,
    history: Option<&History>,
    leaving: Option<&Leaving>,
) -> Kin {
    let header = &found.header;
    let last = history.and_then(|history| history.moments().last());
    Kin {
        path: found.path.clone(),
        name: history.map_or(&*header.name, History::name).to_owned(),
        parent: leaving.map(|leaving| (leaving.parent, leaving.entry)),
        depth: leaving.map_or(0, |leaving| leaving.depth),
        copied: leaving.map_or(0, |leaving| leaving.copied),
        entries,
        move_number: last.map_or(0, |moment| moment.entry.move_number),
        seats: header.seats.clone(),
        curve: history.map_or_else(Vec::new, History::curve),
        shared: history.map_or(0, |history| {
            let copied = leaving.map(|leaving| history.state_at(EntryNumber::new(leaving.copied)));
            copied.map_or(0, |state| state.counting().path.len())
        }),
        in_part,
    }
}
