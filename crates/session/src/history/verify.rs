//! Verifying a record: how far its chain holds, and how far the rules give what it says.

use std::path::Path;

use crate::error::SessionError;
use crate::history::History;
use crate::history::decks::Decks;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::store::{Record, StoreError, TornTail, read_whole_part};

/// A record that was read back as far as it holds.
#[derive(Debug)]
pub struct Verified {
    /// What the entries that hold come to; none where not even the header begins a session.
    pub history: Option<History>,
    /// The first thing that does not hold: of the rules, else of the file.
    pub fault: Option<SessionError>,
    /// What remains of an entry that was never finished.
    pub torn: Option<TornTail>,
}

impl Verified {
    /// Reads a record back, and changes nothing.
    ///
    /// # Errors
    ///
    /// Fails where the file has no whole header, so that there is nothing to verify.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let (record, damage) = read_whole_part(path)?;
        let verified = Self::of_record(path, record);
        Ok(Self {
            fault: verified.fault.or(damage.map(SessionError::Store)),
            ..verified
        })
    }

    /// Replays the whole part of a record until the rules give something else.
    pub(crate) fn of_record(path: &Path, record: Record) -> Self {
        let mut verified = Self {
            history: None,
            fault: None,
            torn: record.torn,
        };
        match History::of_header(
            path,
            record.header,
            record.header_digest,
            &mut Decks::default(),
        ) {
            Err(fault) => verified.fault = Some(fault),
            Ok(mut history) => {
                let mut entries = record.entries.into_iter();
                verified.fault = entries.find_map(|entry| history.replay(entry).err());
                verified.history = Some(history);
            }
        }
        verified
    }

    /// The last entry that holds, as do all before it.
    pub fn last_number(&self) -> EntryNumber {
        self.history
            .as_ref()
            .map_or(EntryNumber::STARTEX, History::last_number)
    }
}
