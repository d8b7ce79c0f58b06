//! A disk at its worst, as far as a system may promise no more than it was asked for.
//!
//! What was not synced is lost, torn or written in any order, sector by sector; names in a folder that was not
//! synced come and go in any order, each whole.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use super::traced::Call;
use crate::record::faulty::Dice;

/// The smallest piece that a disk writes whole. Small, so that every entry spans several.
const SECTOR: usize = 64;

/// The content of a file.
#[derive(Clone, Debug, Default)]
struct Content {
    /// What survives the loss of power.
    durable: Vec<u8>,
    /// What programs see.
    seen: Vec<u8>,
}

/// A change of names that may not have reached the disk.
#[derive(Clone, Debug)]
struct Change {
    folder: PathBuf,
    goes: Option<PathBuf>,
    comes: Option<(PathBuf, u64)>,
}

/// Which syncs a program at fault leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Without {
    /// None: the program as it is.
    #[default]
    Nothing,
    /// Those of files.
    Files,
    /// Those of folders.
    Folders,
}

/// A disk with one folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Disk {
    contents: HashMap<u64, Content>,
    /// The names that survive the loss of power.
    durable: BTreeMap<PathBuf, u64>,
    /// The names that programs see.
    seen: BTreeMap<PathBuf, u64>,
    /// What lies between the two, in order.
    changes: Vec<Change>,
}

impl Disk {
    /// Does what a program has called for.
    pub(super) fn take(&mut self, call: &Call, without: Without) {
        match call {
            Call::Make(file, path) => {
                self.contents.insert(*file, Content::default());
                self.change(path, None, Some((path.clone(), *file)));
            }
            Call::Write(file, at, bytes) => {
                let seen = &mut self.content(*file).seen;
                let end = at + bytes.len();
                if seen.len() < end {
                    seen.resize(end, 0);
                }
                seen[*at..end].copy_from_slice(bytes);
            }
            Call::Length(file, length) => self.content(*file).seen.resize(*length, 0),
            Call::Sync(_) if without == Without::Files => {}
            Call::Sync(file) => {
                let content = self.content(*file);
                content.durable.clone_from(&content.seen);
            }
            Call::SyncFolder(_) if without == Without::Folders => {}
            Call::SyncFolder(folder) => {
                let changes = std::mem::take(&mut self.changes);
                for change in changes {
                    if change.folder == *folder {
                        apply(&mut self.durable, &change);
                    } else {
                        self.changes.push(change);
                    }
                }
            }
            Call::Rename(from, to) => {
                let file = self.seen[from];
                self.change(to, Some(from.clone()), Some((to.clone(), file)));
            }
            Call::Remove(path) => self.change(path, Some(path.clone()), None),
            Call::Tell(_) => {}
        }
    }

    fn content(&mut self, file: u64) -> &mut Content {
        self.contents.get_mut(&file).expect("it was made")
    }

    fn change(&mut self, of: &Path, goes: Option<PathBuf>, comes: Option<(PathBuf, u64)>) {
        let folder = of.parent().unwrap().to_owned();
        let change = Change {
            folder,
            goes,
            comes,
        };
        apply(&mut self.seen, &change);
        self.changes.push(change);
    }

    /// Puts what the loss of power leaves into a folder.
    pub(super) fn lose_power(&self, dice: &mut Dice, folder: &Path) {
        let mut names = self.durable.clone();
        // Some systems write names down in order, others in none.
        let in_order = dice.below(2) == 0;
        let reached = dice.below(self.changes.len() + 1);
        for (place, change) in self.changes.iter().enumerate() {
            let written = if in_order {
                place < reached
            } else {
                dice.below(2) == 0
            };
            if written {
                apply(&mut names, change);
            }
        }
        for (name, file) in names {
            let left = left_of(&self.contents[&file], dice);
            fs::write(folder.join(name), left).unwrap();
        }
    }
}

fn apply(names: &mut BTreeMap<PathBuf, u64>, change: &Change) {
    if let Some(goes) = &change.goes {
        names.remove(goes);
    }
    if let Some((path, file)) = &change.comes {
        names.insert(path.clone(), *file);
    }
}

/// What is left of a file: of what was not synced each sector is old, new, or new up to some byte.
fn left_of(content: &Content, dice: &mut Dice) -> Vec<u8> {
    let Content { durable, seen } = content;
    if durable == seen {
        return seen.clone();
    }
    let longest = durable.len().max(seen.len());
    let mut left = durable.clone();
    left.resize(longest, 0);
    let mut length = durable.len();
    for start in (0..longest).step_by(SECTOR) {
        let written = match dice.below(3) {
            0 => 0,
            1 => dice.below(SECTOR),
            _ => SECTOR,
        };
        let end = (start + written).min(seen.len());
        if start < end {
            left[start..end].copy_from_slice(&seen[start..end]);
            length = length.max(end);
        }
    }
    // The new length may have reached the disk before what it makes room for, or what it cuts off.
    if dice.below(3) == 0 {
        length = seen.len();
    }
    left.truncate(length);
    left
}
