//! Reads copies: line by line, up to the first that is not as it was written.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use serde::Deserialize;

use super::lines::{DIGEST, END, FORMAT, Head, heading};
use crate::cli::error::Error;
use crate::cli::lines::{Told, told};
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_core::store::seals::{COPY_LEAD, chained};

/// The largest copy that is read, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// The gauge of which the text tells.
const STABILITY: &str = "stability";

/// A copy as far as it is whole.
#[derive(Debug)]
pub struct Copy {
    /// The first line.
    pub head: Head,
    /// All lines that are as they were written.
    pub lines: Vec<String>,
    /// The first line that is not, from 1, and what is wrong with it.
    pub fault: Option<(usize, String)>,
    entries: Vec<EntryTold>,
    standing: Vec<String>,
}

/// What the text tells of an entry.
#[derive(Debug, Deserialize)]
struct EntryTold {
    entry: EntryNumber,
    #[serde(rename = "move")]
    move_number: u32,
    phase: Phase,
    by: Player,
    sentence: String,
    rationale: Option<String>,
    confidence: Option<u8>,
    dissent: Option<String>,
    corrected: Option<EntryNumber>,
    #[serde(default)]
    undone: bool,
    changes: Vec<(String, i64, i64, String)>,
}

#[derive(Deserialize)]
struct Last {
    standing: Vec<String>,
}

/// Whether a file begins as copies do.
pub fn is_copy(path: &Path) -> bool {
    let mut begins = [0; COPY_LEAD.len()];
    // A pipe would wait for ever to be opened.
    path.is_file()
        && File::open(path).is_ok_and(|mut file| file.read_exact(&mut begins).is_ok())
        && begins == *COPY_LEAD.as_bytes()
}

impl Copy {
    /// Reads a copy.
    ///
    /// # Errors
    ///
    /// Says why it cannot be read, or that its head is not whole.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(LARGEST).read_to_end(&mut bytes))
            .map_err(|cause| Error::from_io(path, "read the copy", &cause))?;
        let text = String::from_utf8_lossy(&bytes);
        let mut digest = String::new();
        let mut copy: Option<Self> = None;
        for (place, line) in text.lines().enumerate() {
            let read = unchained(line, &mut digest).and_then(|inner| match &mut copy {
                None => Self::begun(&inner).map(|begun| copy = Some(begun)),
                Some(copy) => copy.take(&inner),
            });
            if let Some(copy) = copy.as_mut().filter(|_| read.is_ok()) {
                copy.lines.push(line.to_owned());
            } else if let Err(why) = read {
                let why = later(line).unwrap_or(why);
                let Some(mut copy) = copy else {
                    let shown = path.display();
                    return Err(Error::data(format!("{shown}: line 1: {why}"))
                        .hint("take the copy again from where it came"));
                };
                copy.fault = Some((place + 1, why));
                return Ok(copy);
            }
        }
        let shown = path.display();
        let mut copy = copy.ok_or_else(|| Error::data(format!("{shown}: an empty copy")))?;
        if copy.standing.is_empty() {
            let why = "the copy ends before its last line: it was cut off".to_owned();
            copy.fault = Some((copy.lines.len() + 1, why));
        }
        Ok(copy)
    }

    /// A copy of which the first line is read.
    fn begun(line: &str) -> Result<Self, String> {
        Ok(Self {
            head: serde_json::from_str(line).map_err(|_| not_as_written())?,
            lines: Vec::new(),
            fault: None,
            entries: Vec::new(),
            standing: Vec::new(),
        })
    }

    fn take(&mut self, line: &str) -> Result<(), String> {
        if !self.standing.is_empty() {
            return Err("something was added behind the last line".to_owned());
        }
        if let Ok(entry) = serde_json::from_str::<EntryTold>(line) {
            let before = self.entries.last();
            let before = before.map_or(EntryNumber::STARTEX, |before| before.entry);
            if entry.entry <= before || entry.entry > self.head.entry {
                return Err(format!("entry {} has no place here", entry.entry));
            }
            self.entries.push(entry);
            return Ok(());
        }
        let last: Last = serde_json::from_str(line).map_err(|_| not_as_written())?;
        self.standing = last.standing;
        Ok(())
    }

    /// How many entries it holds.
    pub const fn entries(&self) -> usize {
        self.entries.len()
    }

    /// Prints it as `unequal replay --text` prints a session.
    ///
    /// # Errors
    ///
    /// As [`Out::text`].
    pub fn print(&self, out: &mut Out) -> Result<(), Error> {
        out.line(heading(&self.head))?;
        out.line("")?;
        for entry in &self.entries {
            out.line(entry.told())?;
        }
        out.line("")?;
        for line in &self.standing {
            out.line(plain(line))?;
        }
        Ok(())
    }
}

impl EntryTold {
    fn told(&self) -> String {
        let moved = |(gauge, ..): &&(String, i64, i64, String)| gauge == STABILITY;
        let mut moved = self.changes.iter().filter(moved);
        let first = moved.next();
        let last = moved.next_back().or(first);
        let span = first.zip(last).map(|(first, last)| (first.1, last.2));
        told(&Told {
            number: self.entry,
            move_number: self.move_number,
            phase: self.phase,
            sentence: &plain(&self.sentence),
            by: &self.by,
            rationale: self.rationale.as_deref(),
            confidence: self.confidence,
            dissent: self.dissent.as_deref(),
            corrected: self.corrected,
            undone: self.undone,
            stability: span.filter(|(from, to)| from != to),
        })
    }
}

/// A line without its digest, which must be that of it and of all before it.
fn unchained(line: &str, digest: &mut String) -> Result<String, String> {
    let split = line
        .strip_suffix(END)
        .and_then(|line| line.rsplit_once(DIGEST));
    let (open, written) = split.ok_or_else(not_as_written)?;
    let computed = chained(digest, open);
    if computed != written {
        return Err(not_as_written());
    }
    *digest = computed;
    Ok(format!("{open}}}"))
}

fn not_as_written() -> String {
    "not as it was written: changed, cut off, moved, or one before it is gone".to_owned()
}

/// What a later program's copy is told as.
fn later(line: &str) -> Option<String> {
    let format: u32 = line
        .strip_prefix(COPY_LEAD)?
        .split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()?;
    (format > FORMAT).then(|| format!("a copy of format {format}, which a later program wrote"))
}
