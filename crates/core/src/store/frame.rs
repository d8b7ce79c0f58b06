//! The frame of a block of the record: its first line with length and check, its last with a digest.
//!
//! The header and every entry are such blocks. The first line tells how long the block is and
//! proves itself by a check, so that a block cut short (a torn tail) is told from one that is whole
//! and wrong (damage). The last line holds the digest of the block and of all that came before it.

use std::fmt;

use crate::engine::entry_number::EntryNumber;

/// The lead of the header's first line, up to the number of the format.
pub(crate) const HEADER_LEAD: &str = "# unequal session, format ";
/// What stands between the header's format and its length.
const HEADER_LENGTH: &str = ", header ";
const LENGTH_END: &str = " bytes";
const CHECK_LEAD: &str = ", check ";
const CHECK_DIGITS: usize = 8;
const DIGEST_LEAD: &str = "digest = \"";
const DIGEST_DIGITS: usize = 64;
const DIGEST_END: &str = "\"\n";
const DIGEST_LINE: usize = DIGEST_LEAD.len() + DIGEST_DIGITS + DIGEST_END.len();
/// A length with more digits than these is none: no session comes near a petabyte.
const MOST_DIGITS: usize = 15;

/// The lead of an entry's first line, up to its length.
pub(crate) fn entry_lead(number: EntryNumber) -> String {
    format!("\n[[entry]]  # {number}, ")
}

/// The lead of the header's first line, up to its length.
pub(crate) fn header_lead(format: u64) -> String {
    format!("{HEADER_LEAD}{format}{HEADER_LENGTH}")
}

/// The digest of a block, in hex, given that of the block before.
pub(crate) fn digest_of(previous: &str, covered: &[u8]) -> String {
    hash_of(previous, covered).to_hex().to_string()
}

/// The check of a first line: the first digits of the digest of what stands before it.
fn check_of(previous: &str, line: &[u8]) -> String {
    let digits = hash_of(previous, line).to_hex();
    digits.chars().take(CHECK_DIGITS).collect()
}

fn hash_of(previous: &str, covered: &[u8]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(previous.as_bytes());
    hasher.update(covered);
    hasher.finalize()
}

/// Puts a body into its frame. Gives the block's text and digest.
pub(crate) fn enclose(lead: &str, body: &str, previous: &str) -> (String, String) {
    let around = lead.len()
        + LENGTH_END.len()
        + CHECK_LEAD.len()
        + CHECK_DIGITS
        + "\n".len()
        + body.len()
        + DIGEST_LINE;
    // The length counts its own digits.
    let mut length = around + 1;
    while around + length.to_string().len() != length {
        length = around + length.to_string().len();
    }
    let mut text = String::with_capacity(length);
    text.push_str(lead);
    text.push_str(&length.to_string());
    text.push_str(LENGTH_END);
    let check = check_of(previous, text.as_bytes());
    text.push_str(CHECK_LEAD);
    text.push_str(&check);
    text.push('\n');
    text.push_str(body);
    let digest = digest_of(previous, text.as_bytes());
    text.push_str(DIGEST_LEAD);
    text.push_str(&digest);
    text.push_str(DIGEST_END);
    debug_assert_eq!(text.len(), length, "the length counts every byte");
    (text, digest)
}

/// What is wrong with a block that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The first line is not as a first line is written.
    FirstLine {
        /// How it begins if it is whole.
        expected: String,
    },
    /// The check on the first line does not fit its numbers.
    Check {
        /// The check that fits.
        expected: String,
        /// The check that stands there.
        found: String,
    },
    /// The digest on the last line does not fit the block.
    Digest {
        /// The digest that fits.
        expected: String,
        /// What stands there.
        found: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstLine { expected } => {
                write!(
                    f,
                    "expected its first line to begin \"{}\"",
                    expected.trim_start()
                )
            }
            Self::Check { expected, found } => {
                write!(
                    f,
                    "expected check {expected} on its first line, found {found}"
                )
            }
            Self::Digest { expected, found } => {
                write!(
                    f,
                    "expected digest {expected} on its last line, found {found}"
                )
            }
        }
    }
}

/// What stands at a place where a block should begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block<'a> {
    /// A whole block that proves itself.
    Whole {
        /// What the frame encloses, with the digest line.
        body: &'a [u8],
        /// How many bytes the block has in all.
        length: usize,
        /// Its digest.
        digest: String,
    },
    /// The beginning of a block, and then the file ends.
    Torn {
        /// How many bytes the block would have, where its first line tells.
        needs: Option<usize>,
    },
    /// A block that does not prove itself.
    Damaged(Fault),
}

/// How reading a part of a first line can end early.
enum Stop {
    /// The bytes end, and so far they were right.
    Ended,
    /// A byte is wrong.
    Wrong,
}

/// Reads a first line piece by piece.
struct Line<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Line<'a> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn literal(&mut self, expected: &str) -> Result<(), Stop> {
        let (rest, expected) = (self.rest(), expected.as_bytes());
        if rest.starts_with(expected) {
            self.at += expected.len();
            return Ok(());
        }
        Err(if expected.starts_with(rest) {
            Stop::Ended
        } else {
            Stop::Wrong
        })
    }

    fn number(&mut self) -> Result<usize, Stop> {
        let rest = self.rest();
        let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let digits = rest.get(..digits).unwrap_or_default();
        if digits.len() > MOST_DIGITS || digits.first() == Some(&b'0') {
            return Err(Stop::Wrong);
        }
        self.at += digits.len();
        if digits.len() == rest.len() {
            return Err(Stop::Ended);
        }
        let text = std::str::from_utf8(digits).map_err(|_| Stop::Wrong)?;
        text.parse().map_err(|_| Stop::Wrong)
    }

    fn hex(&mut self, digits: usize) -> Result<&'a str, Stop> {
        let rest = self.rest();
        let found = rest.get(..digits.min(rest.len())).unwrap_or_default();
        if !found.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(Stop::Wrong);
        }
        if found.len() < digits {
            return Err(Stop::Ended);
        }
        self.at += digits;
        std::str::from_utf8(found).map_err(|_| Stop::Wrong)
    }
}

/// Reads the block that begins where `bytes` begin; `lead` says which block is expected.
pub(crate) fn read<'a>(bytes: &'a [u8], lead: &str, previous: &str) -> Block<'a> {
    match read_strictly(bytes, lead, previous) {
        // After a power cut some file systems leave zeros where the disk was not reached. No block
        // holds a zero byte, and one changed byte makes one zero, not two: this is a torn tail.
        Block::Damaged(fault) => {
            let written = bytes
                .iter()
                .rposition(|b| *b != 0)
                .map_or(0, |last| last + 1);
            let zeros = bytes.len() - written;
            if zeros < 2 {
                return Block::Damaged(fault);
            }
            match read_strictly(bytes.get(..written).unwrap_or_default(), lead, previous) {
                torn @ Block::Torn { .. } => torn,
                Block::Whole { .. } | Block::Damaged(_) => Block::Damaged(fault),
            }
        }
        read => read,
    }
}

fn read_strictly<'a>(bytes: &'a [u8], lead: &str, previous: &str) -> Block<'a> {
    let mut line = Line { bytes, at: 0 };
    let (length, found) = match first_line(&mut line, lead) {
        Ok(read) => read,
        Err(Stop::Ended) => return Block::Torn { needs: None },
        Err(Stop::Wrong) => {
            return Block::Damaged(Fault::FirstLine {
                expected: lead.to_owned(),
            });
        }
    };
    let covered = line.at - CHECK_LEAD.len() - CHECK_DIGITS;
    let expected = check_of(previous, bytes.get(..covered).unwrap_or_default());
    if expected != found {
        return Block::Damaged(Fault::Check {
            expected,
            found: found.to_owned(),
        });
    }
    match line.literal("\n") {
        Ok(()) => {}
        Err(Stop::Ended) => {
            return Block::Torn {
                needs: Some(length),
            };
        }
        Err(Stop::Wrong) => {
            return Block::Damaged(Fault::FirstLine {
                expected: lead.to_owned(),
            });
        }
    }
    let Some(block) = bytes.get(..length) else {
        return Block::Torn {
            needs: Some(length),
        };
    };
    let covered = length.saturating_sub(DIGEST_LINE);
    let (Some(body), Some(before), Some(last)) = (
        block.get(line.at..),
        block.get(..covered),
        block.get(covered..),
    ) else {
        return Block::Damaged(Fault::FirstLine {
            expected: lead.to_owned(),
        });
    };
    let digest = digest_of(previous, before);
    let found = last
        .strip_prefix(DIGEST_LEAD.as_bytes())
        .and_then(|last| last.strip_suffix(DIGEST_END.as_bytes()));
    if found != Some(digest.as_bytes()) {
        let found = String::from_utf8_lossy(found.unwrap_or(last));
        let found = super::text::on_one_line(&found);
        return Block::Damaged(Fault::Digest {
            expected: digest,
            found,
        });
    }
    Block::Whole {
        body,
        length,
        digest,
    }
}

fn first_line<'a>(line: &mut Line<'a>, lead: &str) -> Result<(usize, &'a str), Stop> {
    line.literal(lead)?;
    let length = line.number()?;
    line.literal(LENGTH_END)?;
    line.literal(CHECK_LEAD)?;
    let check = line.hex(CHECK_DIGITS)?;
    Ok((length, check))
}

/// What the beginning of a file says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// The first line of a session of this format; its check is still to be looked at.
    Format(u64),
    /// The beginning of such a first line, and then the file ends.
    Cut,
    /// Almost such a first line.
    Damaged,
    /// Something else.
    Other,
}

/// Looks at the beginning of a file.
pub(crate) fn beginning(bytes: &[u8]) -> Beginning {
    let mut line = Line { bytes, at: 0 };
    let read = line
        .literal(HEADER_LEAD)
        .and_then(|()| line.number())
        .and_then(|format| line.literal(HEADER_LENGTH).map(|()| format));
    match read {
        Ok(format) => Beginning::Format(format as u64),
        Err(Stop::Ended) => Beginning::Cut,
        Err(Stop::Wrong) => {
            let same = bytes
                .iter()
                .zip(HEADER_LEAD.as_bytes())
                .filter(|(a, b)| a == b)
                .count();
            if same * 4 >= HEADER_LEAD.len() * 3 {
                Beginning::Damaged
            } else {
                Beginning::Other
            }
        }
    }
}
