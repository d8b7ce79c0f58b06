//! A storage that behaves as disks do at their worst, after the model of `SQLite`'s crash tests.

use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard};

use unequal_partners::store::Storage;

/// The smallest piece that a disk writes whole. Small, so that every entry spans several.
const SECTOR: usize = 64;

/// Luck for tests: the same for the same seed.
#[derive(Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// What is to go wrong. Counts are of calls, from 1; 0 is never.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each fault is there or not")]
pub(crate) struct Faults {
    /// The append that finds the disk full,
    pub(crate) full_at: usize,
    /// after so many bytes.
    pub(crate) room: usize,
    /// The full disk shows as an error, not as a short write.
    pub(crate) full_as_error: bool,
    /// The sync that fails; later ones report success, as a system may.
    pub(crate) sync_fails_at: usize,
    /// Cutting back fails as well.
    pub(crate) truncate_fails: bool,
    /// A program at fault: it reports what was never synced.
    pub(crate) never_syncs: bool,
    /// A program at fault: it holds back what it says it has written.
    pub(crate) writes_late: bool,
}

#[derive(Debug, Default)]
struct Inside {
    faults: Faults,
    /// What survives the loss of power.
    durable: Vec<u8>,
    /// What other programs see.
    cached: Vec<u8>,
    /// What has not even left the program.
    held: Vec<u8>,
    appends: usize,
    syncs: usize,
}

/// A disk with one file on it. Clones are the same disk.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk(Arc<Mutex<Inside>>);

impl Disk {
    /// A disk that holds these bytes safely.
    pub(crate) fn holding(bytes: &[u8], faults: Faults) -> Self {
        let inside = Inside {
            faults,
            durable: bytes.into(),
            cached: bytes.into(),
            ..Inside::default()
        };
        Self(Arc::new(Mutex::new(inside)))
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap()
    }

    /// How often a sync was asked for.
    pub(crate) fn syncs(&self) -> usize {
        self.inside().syncs
    }

    /// What other programs see; it is also what remains when the program alone is killed.
    pub(crate) fn seen(&self) -> Vec<u8> {
        self.inside().cached.clone()
    }

    /// What remains when the power goes: of the sectors that were not synced some are written,
    /// some torn, some not, in no order.
    pub(crate) fn after_power_cut(&self, dice: &mut Dice) -> Vec<u8> {
        let inside = self.inside();
        let (old, new) = (&inside.durable, &inside.cached);
        let mut length = old.len();
        let mut found = vec![0; new.len().max(old.len())];
        found[..old.len()].copy_from_slice(old);
        for sector in 0..found.len().div_ceil(SECTOR) {
            let start = sector * SECTOR;
            let written = match dice.below(3) {
                0 => 0,
                1 => dice.below(SECTOR),
                _ => SECTOR,
            };
            let end = (start + written).min(new.len());
            if start < end && end > old.len() {
                // What was synced stands: a disk does not spoil the rest of a sector.
                let from = start.max(old.len());
                found[from..end].copy_from_slice(&new[from..end]);
                length = length.max(end);
            }
        }
        // The new length may have reached the disk before what it makes room for.
        if dice.below(4) == 0 {
            length = length.max(new.len());
        }
        found.truncate(length);
        found
    }
}

impl Storage for Disk {
    fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut inside = self.inside();
        inside.appends += 1;
        if inside.faults.writes_late {
            let held = std::mem::replace(&mut inside.held, bytes.into());
            inside.cached.extend_from_slice(&held);
            return Ok(bytes.len());
        }
        if inside.appends == inside.faults.full_at {
            let room = inside.faults.room.min(bytes.len());
            inside.cached.extend_from_slice(&bytes[..room]);
            return if inside.faults.full_as_error {
                Err(ErrorKind::StorageFull.into())
            } else {
                Ok(room)
            };
        }
        inside.cached.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut inside = self.inside();
        inside.syncs += 1;
        if inside.syncs == inside.faults.sync_fails_at {
            return Err(io::Error::other("input/output error"));
        }
        // After a failed sync the system holds the lost bytes for written: it syncs no more.
        let lost = inside.faults.sync_fails_at > 0 && inside.syncs > inside.faults.sync_fails_at;
        if !inside.faults.never_syncs && !lost {
            let Inside {
                durable, cached, ..
            } = &mut *inside;
            durable.clone_from(cached);
        }
        Ok(())
    }

    fn length(&mut self) -> io::Result<u64> {
        let inside = self.inside();
        Ok((inside.cached.len() + inside.held.len()) as u64)
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut inside = self.inside();
        if inside.faults.truncate_fails {
            return Err(io::Error::other("input/output error"));
        }
        inside.cached.truncate(usize::try_from(length).unwrap());
        Ok(())
    }
}
