//! Reads records, whole or damaged, without changing or locking anything.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::chain::{self, HeaderFrame, TornTail, find_frames, find_header};
use super::codec::{decode_entry, decode_header};
use super::entry::Entry;
use super::error::StoreError;
use super::foreign::Foreign;
use super::frame::{self, Beginning};
use super::header::Header;
use crate::engine::entry_number::EntryNumber;

/// Enough bytes to see whether a file is a session at all.
const FIRST_LINE: usize = 128;
/// Bytes of a file that are looked at to tell what else it is.
const LOOKED_AT: u64 = 4 * 1024 * 1024;

/// A record that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What was fixed at STARTEX.
    pub header: Header,
    /// The digest of the header, from which the first entry's follows.
    pub header_digest: String,
    /// All whole entries, in the order of their numbers, from 1.
    pub entries: Vec<Entry>,
    /// What remains of an entry that was being written when the program or the power went.
    pub torn: Option<TornTail>,
    /// How many bytes the header and the whole entries have.
    pub size: u64,
}

impl Record {
    /// The digest of the whole record: that of its last entry, or of the header.
    pub fn digest(&self) -> &str {
        self.entries
            .last()
            .map_or(&self.header_digest, |entry| &entry.digest)
    }

    /// The version of the program that wrote its last entry, or the header.
    pub fn program(&self) -> &str {
        let mut entries = self.entries.iter().rev();
        entries
            .find_map(|entry| entry.program.as_deref())
            .unwrap_or(&self.header.program)
    }

    /// The number of its last entry.
    pub const fn last_number(&self) -> EntryNumber {
        EntryNumber::last_of(self.entries.len())
    }

    /// The digest at an entry; for 0 that of the header.
    pub fn digest_at(&self, entry: EntryNumber) -> Option<&str> {
        match entry.index() {
            None => Some(&self.header_digest),
            Some(index) => self.entries.get(index).map(|entry| entry.digest.as_str()),
        }
    }
}

/// Reads a record. A torn tail is reported and left where it is; damage is an error.
pub fn read(path: impl AsRef<Path>) -> Result<Record, StoreError> {
    match read_whole_part(path)? {
        (_, Some(damage)) => Err(damage),
        (record, None) => Ok(record),
    }
}

/// Reads a record up to the first damage, and tells of that: for saving what is whole.
///
/// Without a whole header there is no record, and the error is the result.
pub fn read_whole_part(path: impl AsRef<Path>) -> Result<(Record, Option<StoreError>), StoreError> {
    let path = path.as_ref();
    let mut file = open(path)?;
    parse(path, &load(path, &mut file)?)
}

/// Reads the header alone, as for a list of sessions.
pub fn read_header(path: impl AsRef<Path>) -> Result<Header, StoreError> {
    let path = path.as_ref();
    let mut file = open(path)?;
    let io = |error| StoreError::from_io(path, "read the record", error);
    let mut bytes = vec![0; FIRST_LINE];
    let mut has = fill(&mut file, &mut bytes).map_err(io)?;
    bytes.truncate(has);
    if let HeaderFrame::Needs(needs) = find_header(path, &bytes)? {
        let claimed = file.metadata().map_err(io)?.len();
        if claimed < needs as u64 {
            let has = usize::try_from(claimed).unwrap_or(needs);
            return Err(chain::short_of_header(path, &bytes, has, needs));
        }
        bytes.resize(needs, 0);
        has += fill(&mut file, bytes.get_mut(has..).unwrap_or_default()).map_err(io)?;
        bytes.truncate(has);
    }
    match find_header(path, &bytes)? {
        HeaderFrame::Whole { body, .. } => read_header_body(path, body),
        HeaderFrame::Needs(needs) => Err(chain::short_of_header(path, &bytes, has, needs)),
    }
}

/// Opens a file to read it, if it is one.
pub(crate) fn open(path: &Path) -> Result<File, StoreError> {
    let io = |error| StoreError::from_io(path, "read the record", error);
    // A pipe would wait for ever to be opened.
    if !path.metadata().map_err(io)?.is_file() {
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
        });
    }
    File::open(path).map_err(io)
}

/// Reads all bytes of a file that begins as a session does.
pub(crate) fn load(path: &Path, file: &mut File) -> Result<Vec<u8>, StoreError> {
    let io = |error| StoreError::from_io(path, "read the record", error);
    file.seek(SeekFrom::Start(0)).map_err(io)?;
    let mut bytes = vec![0; FIRST_LINE];
    let has = fill(file, &mut bytes).map_err(io)?;
    bytes.truncate(has);
    if matches!(frame::beginning(&bytes), Beginning::Other) {
        let more = file.take(LOOKED_AT).read_to_end(&mut bytes);
        more.map_err(io)?;
        return Err(StoreError::NotASession {
            path: path.to_owned(),
            what: Foreign::of(&bytes),
        });
    }
    file.read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

/// Reads until a buffer is full or the file ends.
fn fill(file: &mut File, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut has = 0;
    while let Some(rest) = buffer.get_mut(has..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(read) => has += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(has)
}

fn read_header_body(path: &Path, body: &[u8]) -> Result<Header, StoreError> {
    decode_header(body).map_err(|unread| unread.in_file(path, EntryNumber::STARTEX))
}

/// Reads a record's bytes up to the first damage, as [`read_whole_part`] does with a file.
pub fn parse(
    path: impl AsRef<Path>,
    bytes: &[u8],
) -> Result<(Record, Option<StoreError>), StoreError> {
    let path = path.as_ref();
    let frames = find_frames(path, bytes)?;
    let header = read_header_body(path, frames.header)?;
    let (entries, unreadable) = decode(path, EntryNumber::FIRST, &frames.bodies, &header.program);
    let whole = unreadable.is_none();
    let record = Record {
        header,
        header_digest: frames.header_digest,
        entries,
        torn: frames.torn.filter(|_| whole),
        size: frames.end.offset,
    };
    Ok((record, unreadable.or(frames.damage)))
}

/// Reads what entries say, up to the first that cannot be understood; `program` is the version
/// that wrote what stands before them.
pub(crate) fn decode(
    path: &Path,
    first: EntryNumber,
    bodies: &[&[u8]],
    program: &str,
) -> (Vec<Entry>, Option<StoreError>) {
    let mut entries: Vec<Entry> = Vec::with_capacity(bodies.len());
    let mut program = program.to_owned();
    for (number, body) in first.onwards().zip(bodies) {
        match decode_entry(body, number, &program) {
            Ok(entry) => {
                if let Some(writer) = &entry.program {
                    program.clone_from(writer);
                }
                entries.push(entry);
            }
            Err(unread) => return (entries, Some(unread.in_file(path, number))),
        }
    }
    (entries, None)
}
