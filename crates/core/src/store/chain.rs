//! Follows the chain of digests through a record: what is whole, what is torn, what is damaged.

use std::path::{Path, PathBuf};

use super::FORMAT;
use super::error::StoreError;
use super::foreign::Foreign;
use super::frame::{self, Beginning, Block, Fault};
use super::version::{OtherVersion, program_of};
use crate::engine::entry_number::EntryNumber;

/// What stands at the end of a file and is no whole entry as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TornTail {
    /// What it is.
    pub kind: Tail,
    /// The number of the entry that it belongs to, or that should stand there.
    pub entry: EntryNumber,
    /// Where it begins in the file.
    pub offset: u64,
    /// How many bytes there are.
    pub bytes: u64,
    /// How many it would have, where that can be told.
    pub needs: Option<u64>,
    /// Where its bytes were put when they were cut from the record.
    pub kept: Option<PathBuf>,
}

impl std::fmt::Display for TornTail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.kind {
            Tail::Cut => {
                let Self { entry, bytes, .. } = self;
                write!(f, "entry {entry} was cut off after {bytes} bytes")?;
                if let Some(needs) = self.needs {
                    write!(f, " of {needs}")?;
                }
                // What this file was before nobody can tell from it.
                f.write_str(
                    "; if this is the file that was written, it was never acknowledged; if it is a \
                     copy, the copy is not whole",
                )?;
            }
            Tail::LineEnd => write!(
                f,
                "the last line of entry {} does not end as it was written; the entry is whole",
                self.entry
            )?,
            Tail::Blank => write!(f, "blank space was added after {}", self.before())?,
            Tail::Comment => write!(f, "a comment was added after {}", self.before())?,
        }
        if let Some(kept) = &self.kept {
            let kept = super::text::on_one_line(&kept.to_string_lossy());
            write!(f, "; it is left out, and its bytes are kept in {kept}")?;
        }
        Ok(())
    }
}

impl TornTail {
    /// Whether something that was acknowledged may be missing here.
    pub const fn is_cut(&self) -> bool {
        matches!(self.kind, Tail::Cut)
    }

    /// What stands before it.
    fn before(&self) -> String {
        let before = self.entry.before();
        if before.is_startex() {
            "the header".to_owned()
        } else {
            format!("entry {before}")
        }
    }
}

/// What can stand at the end of a file behind what is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// The beginning of an entry.
    Cut,
    /// The last line of a whole entry, with its line break missing or another one.
    LineEnd,
    /// Blank space, such as an editor leaves.
    Blank,
    /// Lines of comment.
    Comment,
}

/// The frame of a header at the beginning of a file.
pub(crate) enum HeaderFrame<'a> {
    /// Whole.
    Whole {
        body: &'a [u8],
        length: usize,
        digest: String,
    },
    /// Whole so far, but there must be so many bytes.
    Needs(usize),
}

/// Finds the header at the beginning of a file.
pub(crate) fn find_header<'a>(path: &Path, bytes: &'a [u8]) -> Result<HeaderFrame<'a>, StoreError> {
    let format = match frame::beginning(bytes) {
        Beginning::Format(format) => format,
        Beginning::Cut => return Err(cut_header(path, bytes.len(), None)),
        Beginning::Damaged => FORMAT,
        Beginning::Other => {
            return Err(StoreError::NotASession {
                path: path.to_owned(),
                what: Foreign::of(bytes),
            });
        }
    };
    match frame::read(bytes, &frame::header_lead(format), "") {
        Block::Whole {
            body,
            length,
            digest,
        } => match other_format(path, format, program_in(body)) {
            Some(other) => Err(other),
            None => Ok(HeaderFrame::Whole {
                body,
                length,
                digest,
            }),
        },
        Block::Torn { needs: Some(needs) } => Ok(HeaderFrame::Needs(needs)),
        Block::Torn { needs: None } => Err(cut_header(path, bytes.len(), None)),
        // The first line keeps its shape in every format to come. Where its check held, what follows
        // it may have a shape of its own.
        Block::Damaged(Fault::Digest { .. }) if format > FORMAT => {
            Err(short_of_header(path, bytes, bytes.len(), bytes.len()))
        }
        Block::Damaged(fault) => Err(StoreError::DamagedHeader {
            path: path.to_owned(),
            fault,
            line_ends: bytes
                .iter()
                .take_while(|b| **b != b'\n')
                .any(|b| *b == b'\r'),
        }),
    }
}

fn other_format(path: &Path, format: u64, program: Option<String>) -> Option<StoreError> {
    let version = OtherVersion::of_format(format, program)?;
    let path = path.to_owned();
    Some(StoreError::OtherVersion { path, version })
}

/// What a file is whose first line is right and whose header is not: cut, or of a format to come.
pub(crate) fn short_of_header(path: &Path, bytes: &[u8], has: usize, needs: usize) -> StoreError {
    match frame::beginning(bytes) {
        Beginning::Format(format) if format > FORMAT => other_format(path, format, None),
        _ => None,
    }
    .unwrap_or_else(|| cut_header(path, has, Some(needs)))
}

/// The program that the body of a header names, of whatever format it is.
fn program_in(body: &[u8]) -> Option<String> {
    let header: toml::Table = toml::from_str(std::str::from_utf8(body).ok()?).ok()?;
    program_of(header.get("session")?)
}

fn cut_header(path: &Path, has: usize, needs: Option<usize>) -> StoreError {
    StoreError::CutHeader {
        path: path.to_owned(),
        has: has as u64,
        needs: needs.map(|needs| needs as u64),
    }
}

/// What the frames of a record's bytes say, before anything in them is read.
pub(crate) struct Frames<'a> {
    pub(crate) header: &'a [u8],
    pub(crate) header_digest: String,
    pub(crate) bodies: Vec<&'a [u8]>,
    pub(crate) end: Cursor,
    pub(crate) torn: Option<TornTail>,
    pub(crate) damage: Option<StoreError>,
}

pub(crate) fn find_frames<'a>(path: &Path, bytes: &'a [u8]) -> Result<Frames<'a>, StoreError> {
    let (header, length, header_digest) = match find_header(path, bytes)? {
        HeaderFrame::Whole {
            body,
            length,
            digest,
        } => (body, length, digest),
        HeaderFrame::Needs(needs) => {
            return Err(short_of_header(path, bytes, bytes.len(), needs));
        }
    };
    let mut end = Cursor {
        number: EntryNumber::FIRST,
        offset: length as u64,
        previous: header_digest.clone(),
    };
    let (mut bodies, stop) = end.advance(path, bytes.get(length..).unwrap_or_default());
    let at = usize::try_from(end.offset).unwrap_or(usize::MAX);
    let rest = bytes.get(at..).unwrap_or_default();
    let (torn, damage) = match stop {
        End::Boundary => (None, None),
        End::Torn(torn) => (Some(end.take_last(rest, &mut bodies).unwrap_or(torn)), None),
        End::Damaged(damage) => match end.take_last(rest, &mut bodies) {
            Some(tail) => (Some(tail), None),
            None => (None, Some(damage)),
        },
    };
    Ok(Frames {
        header,
        header_digest,
        bodies,
        end,
        torn,
        damage,
    })
}

/// What the chain of digests proves about a record's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The number of the last whole entry; 0 if there is none.
    pub last: EntryNumber,
    /// The digest of the whole record.
    pub digest: String,
    /// What remains of an unfinished entry.
    pub torn: Option<TornTail>,
}

/// Looks through a record's bytes for cuts and damage, without reading what the entries say.
pub fn check(path: impl AsRef<Path>, bytes: &[u8]) -> Result<Chain, StoreError> {
    let Frames {
        end, torn, damage, ..
    } = find_frames(path.as_ref(), bytes)?;
    match damage {
        Some(damage) => Err(damage),
        None => Ok(Chain {
            last: end.number.before(),
            digest: end.previous,
            torn,
        }),
    }
}

/// How the bytes end that were looked at.
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
    pub(crate) number: EntryNumber,
    /// Where it begins in the file.
    pub(crate) offset: u64,
    /// The digest of what comes before.
    pub(crate) previous: String,
}

impl Cursor {
    /// Looks whether what is left of a file is an entry of which only the last line break is another one, or
    /// what editors and people add: nothing of a record is lost by that.
    fn take_last<'a>(&mut self, rest: &'a [u8], bodies: &mut Vec<&'a [u8]>) -> Option<TornTail> {
        let tail = |kind, entry| TornTail {
            kind,
            entry,
            offset: self.offset,
            bytes: rest.len() as u64,
            needs: None,
            kept: None,
        };
        let written = rest.trim_ascii_end();
        if written.is_empty() {
            return Some(tail(Tail::Blank, self.number));
        }
        let text = std::str::from_utf8(written).unwrap_or("not a comment");
        let mut lines = text.lines().map(str::trim);
        if lines.all(|line| line.is_empty() || line.starts_with('#')) {
            return Some(tail(Tail::Comment, self.number));
        }
        let mended = [written, b"\n"].concat();
        let lead = frame::entry_lead(self.number);
        let Block::Whole {
            body,
            length,
            digest,
        } = frame::read(&mended, &lead, &self.previous)
        else {
            return None;
        };
        let begins = length - body.len();
        bodies.push(written.get(begins..)?);
        let tail = tail(Tail::LineEnd, self.number);
        self.number = self.number.next();
        self.offset += length as u64;
        self.previous = digest;
        Some(tail)
    }

    /// Finds the bodies of all whole entries that follow, and goes behind them.
    pub(crate) fn advance<'a>(&mut self, path: &Path, mut bytes: &'a [u8]) -> (Vec<&'a [u8]>, End) {
        let mut bodies = Vec::new();
        while !bytes.is_empty() {
            match frame::read(bytes, &frame::entry_lead(self.number), &self.previous) {
                Block::Whole {
                    body,
                    length,
                    digest,
                } => {
                    bodies.push(body);
                    self.number = self.number.next();
                    self.offset += length as u64;
                    self.previous = digest;
                    bytes = bytes.get(length..).unwrap_or_default();
                }
                Block::Torn { needs } => {
                    let torn = TornTail {
                        kind: Tail::Cut,
                        entry: self.number,
                        offset: self.offset,
                        bytes: bytes.len() as u64,
                        needs: needs.map(|needs| needs as u64),
                        kept: None,
                    };
                    return (bodies, End::Torn(torn));
                }
                Block::Damaged(fault) => {
                    let damage = StoreError::DamagedEntry {
                        path: path.to_owned(),
                        entry: self.number,
                        offset: self.offset,
                        fault,
                    };
                    return (bodies, End::Damaged(damage));
                }
            }
        }
        (bodies, End::Boundary)
    }
}
