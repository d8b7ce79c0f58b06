//! Reads records, whole or damaged, without changing or locking anything.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::FORMAT;
use super::codec::{decode_entry, decode_header};
use super::entry::Entry;
use super::error::StoreError;
use super::frame::{self, Beginning, Block};
use super::header::Header;

/// Enough bytes to see whether a file is a session at all.
const FIRST_LINE: usize = 128;

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

    /// The digest at an entry; for 0 that of the header.
    pub fn digest_at(&self, entry: u64) -> Option<&str> {
        match entry.checked_sub(1) {
            None => Some(&self.header_digest),
            Some(index) => self
                .entries
                .get(usize::try_from(index).ok()?)
                .map(|entry| entry.digest.as_str()),
        }
    }
}

/// What remains at the end of a file of an entry that was never finished, nor acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TornTail {
    /// The number that the entry would have had.
    pub entry: u64,
    /// Where it begins in the file.
    pub offset: u64,
    /// How many bytes of it there are.
    pub bytes: u64,
    /// How many it would have, where that can be told.
    pub needs: Option<u64>,
    /// Where its bytes were put when they were cut from the record.
    pub kept: Option<PathBuf>,
}

impl std::fmt::Display for TornTail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "entry {} was cut off after {} bytes",
            self.entry, self.bytes
        )?;
        if let Some(needs) = self.needs {
            write!(f, " of {needs}")?;
        }
        f.write_str(" and was never acknowledged")?;
        if let Some(kept) = &self.kept {
            let kept = super::text::on_one_line(&kept.to_string_lossy());
            write!(f, "; it is left out, and its bytes are kept in {kept}")?;
        }
        Ok(())
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
    if let HeaderRead::Needs(needs) = parse_header(path, &bytes)? {
        bytes.resize(needs.max(has), 0);
        let rest = bytes.get_mut(has..).unwrap_or_default();
        has += fill(&mut file, rest).map_err(io)?;
        bytes.truncate(has);
    }
    match parse_header(path, &bytes)? {
        HeaderRead::Read { header, .. } => Ok(*header),
        HeaderRead::Needs(needs) => Err(cut_header(path, &bytes, Some(needs))),
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
        return Err(StoreError::NotASession {
            path: path.to_owned(),
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

/// A header at the beginning of a file.
pub(crate) enum HeaderRead {
    /// Read.
    Read {
        header: Box<Header>,
        length: usize,
        digest: String,
    },
    /// Whole so far, but there must be so many bytes.
    Needs(usize),
}

/// Reads the header at the beginning of a file.
pub(crate) fn parse_header(path: &Path, bytes: &[u8]) -> Result<HeaderRead, StoreError> {
    let format = match frame::beginning(bytes) {
        Beginning::Format(format) => format,
        Beginning::Cut => return Err(cut_header(path, bytes, None)),
        Beginning::Damaged => FORMAT,
        Beginning::Other => {
            return Err(StoreError::NotASession {
                path: path.to_owned(),
            });
        }
    };
    match frame::read(bytes, &frame::header_lead(format), "") {
        Block::Damaged(fault) => Err(StoreError::DamagedHeader {
            path: path.to_owned(),
            fault,
            line_ends: bytes
                .iter()
                .take_while(|b| **b != b'\n')
                .any(|b| *b == b'\r'),
        }),
        // The first line keeps its shape in every format to come, and its check held.
        _ if format > FORMAT => Err(StoreError::NewerFormat {
            path: path.to_owned(),
            format,
        }),
        Block::Torn { needs: Some(needs) } => Ok(HeaderRead::Needs(needs)),
        Block::Torn { needs: None } => Err(cut_header(path, bytes, None)),
        Block::Whole {
            body,
            length,
            digest,
        } => match decode_header(body) {
            Ok(header) => Ok(HeaderRead::Read {
                header: Box::new(header),
                length,
                digest,
            }),
            Err(problem) => Err(StoreError::Unreadable {
                path: path.to_owned(),
                entry: 0,
                problem: problem.0,
            }),
        },
    }
}

fn cut_header(path: &Path, bytes: &[u8], needs: Option<usize>) -> StoreError {
    StoreError::CutHeader {
        path: path.to_owned(),
        has: bytes.len() as u64,
        needs: needs.map(|needs| needs as u64),
    }
}

/// Reads a whole file's bytes, up to the first damage.
pub(crate) fn parse(path: &Path, bytes: &[u8]) -> Result<(Record, Option<StoreError>), StoreError> {
    let (header, length, header_digest) = match parse_header(path, bytes)? {
        HeaderRead::Read {
            header,
            length,
            digest,
        } => (*header, length, digest),
        HeaderRead::Needs(needs) => return Err(cut_header(path, bytes, Some(needs))),
    };
    let mut cursor = Cursor {
        number: 1,
        offset: length as u64,
        previous: header_digest.clone(),
    };
    let (entries, end) = cursor.advance(path, bytes.get(length..).unwrap_or_default());
    let (torn, damage) = match end {
        End::Boundary => (None, None),
        End::Torn(torn) => (Some(torn), None),
        End::Damaged(damage) => (None, Some(damage)),
    };
    let record = Record {
        header,
        header_digest,
        entries,
        torn,
        size: cursor.offset,
    };
    Ok((record, damage))
}

/// How the bytes end that were read.
pub(crate) enum End {
    /// With a whole entry.
    Boundary,
    /// Within an entry.
    Torn(TornTail),
    /// Before they should, by damage.
    Damaged(StoreError),
}

/// A place between two entries of a record.
#[derive(Clone, Debug)]
pub(crate) struct Cursor {
    /// The number of the entry that follows.
    pub(crate) number: u64,
    /// Where it begins in the file.
    pub(crate) offset: u64,
    /// The digest of what comes before.
    pub(crate) previous: String,
}

impl Cursor {
    /// Reads all whole entries that follow, and goes behind them.
    pub(crate) fn advance(&mut self, path: &Path, mut bytes: &[u8]) -> (Vec<Entry>, End) {
        let mut entries = Vec::new();
        loop {
            if bytes.is_empty() {
                return (entries, End::Boundary);
            }
            let lead = frame::entry_lead(self.number);
            match frame::read(bytes, &lead, &self.previous) {
                Block::Whole {
                    body,
                    length,
                    digest,
                } => match decode_entry(body, self.number) {
                    Ok(entry) => {
                        entries.push(entry);
                        self.number += 1;
                        self.offset += length as u64;
                        self.previous = digest;
                        bytes = bytes.get(length..).unwrap_or_default();
                    }
                    Err(problem) => {
                        let damage = StoreError::Unreadable {
                            path: path.to_owned(),
                            entry: self.number,
                            problem: problem.0,
                        };
                        return (entries, End::Damaged(damage));
                    }
                },
                Block::Torn { needs } => {
                    let torn = TornTail {
                        entry: self.number,
                        offset: self.offset,
                        bytes: bytes.len() as u64,
                        needs: needs.map(|needs| needs as u64),
                        kept: None,
                    };
                    return (entries, End::Torn(torn));
                }
                Block::Damaged(fault) => {
                    let damage = StoreError::DamagedEntry {
                        path: path.to_owned(),
                        entry: self.number,
                        offset: self.offset,
                        fault,
                    };
                    return (entries, End::Damaged(damage));
                }
            }
        }
    }
}
