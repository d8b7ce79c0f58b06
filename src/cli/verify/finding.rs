//! What `unequal verify` finds about one file.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::error::Error;
use crate::cli::lines;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::store::{Age, StoreError};
use unequal_session::SessionError;
use unequal_session::history::History;

/// What was found about one file.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    pub(super) file: PathBuf,
    pub(super) verdict: Verdict,
    /// Whole entries that replay to what is stored.
    pub(super) entries: u64,
    /// Whether the session has ended; none where nothing could be replayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ended: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ending: Option<&'static str>,
    /// The first entry that is not as it should be; 0 is the header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_wrong: Option<EntryNumber>,
    /// Of a copy: whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seat: Option<&'static str>,
    /// Of a copy: after which entry it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<EntryNumber>,
    /// Of a copy: the first line that is not as it should be, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) problem: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hint: Option<String>,
    /// The digest of the last whole entry, to be noted elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) digest: Option<String>,
    /// What was added to the file, or changed in it, that is no part of the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
    /// What was sealed, and the signatures that hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) seals: Vec<Seal>,
}

/// One head of a record, and the signatures of it that hold.
#[derive(Debug, Serialize)]
pub(super) struct Seal {
    pub(super) entry: EntryNumber,
    pub(super) signed: Vec<Signed>,
}

/// A signature that holds.
#[derive(Debug, Serialize)]
pub(super) struct Signed {
    pub(super) seat: &'static str,
    /// The kind of the key, and its fingerprint.
    pub(super) key: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    /// Chain and replay hold.
    Whole,
    /// Holds up to its last entry, which was never finished.
    Torn,
    /// Changed since it was written.
    Damaged,
    /// The chain holds, and the rules give something else.
    Differs,
    /// Made by a later version of the program.
    Newer,
    /// Made by an earlier version, whose rules or format this one has left behind.
    Older,
    /// Not the record of which a digest was noted.
    Other,
    /// Ends before an entry at which it was sealed.
    Cut,
    /// Not what was sealed, or not signed by whom it should be.
    Unsealed,
    /// Holds, and nobody could look at its signatures.
    Unchecked,
    /// A copy for a seat that hangs together, and was not held against its session.
    Copy,
    /// A copy that is true to its session.
    TrueCopy,
    /// A copy that is not.
    FalseCopy,
    /// Something else than a session.
    NoSession,
    /// No file that can be read.
    Missing,
}

impl Verdict {
    pub(super) const fn holds(self) -> bool {
        matches!(self, Self::Whole | Self::TrueCopy)
    }
}

impl Finding {
    /// Nothing is found yet.
    pub(super) fn of(path: &Path) -> Self {
        Self {
            file: path.to_owned(),
            verdict: Verdict::Whole,
            entries: 0,
            ended: None,
            ending: None,
            first_wrong: None,
            seat: None,
            after: None,
            line: None,
            problem: None,
            hint: None,
            note: None,
            digest: None,
            seals: Vec::new(),
        }
    }

    /// Whether nothing wrong was found, though not all could be looked at.
    pub(super) fn is_fine(&self) -> bool {
        self.verdict.holds() || (self.verdict == Verdict::Copy && self.problem.is_none())
    }

    pub(super) fn tell(&mut self, error: &Error) {
        self.problem = Some(error.message.clone());
        self.hint = error.hints.first().cloned();
    }

    pub(super) fn differs(&mut self, error: &SessionError) {
        self.verdict = Verdict::Differs;
        self.first_wrong = Some(match error {
            SessionError::Differs { number, .. } | SessionError::Replay { number, .. } => *number,
            _ => EntryNumber::STARTEX,
        });
        self.problem = Some(plain(&error.to_string()));
        self.hint = Some(
            "the file is as it was written: another version of the rules made it, or a hand that \
             knew the format"
                .to_owned(),
        );
    }

    /// Looks for the entry whose digest was noted.
    pub(super) fn hold_against(&mut self, digits: &str, history: &History) {
        let last = history.last_number();
        let is_noted = |entry: &EntryNumber| history.digest_at(*entry).starts_with(digits);
        match EntryNumber::STARTEX.through(last).rfind(is_noted) {
            Some(entry) if entry < last => {
                let since = lines::entries(last.since(entry));
                self.note = Some(format!(
                    "the digest is that of entry {entry}; {since} came after it"
                ));
            }
            None if self.verdict.holds() => self.is_other(),
            Some(_) | None => {}
        }
    }

    /// The record holds in itself, and the digest that was noted is none of its own.
    pub(super) fn is_other(&mut self) {
        self.verdict = Verdict::Other;
        let shown = plain(&self.file.display().to_string());
        self.problem = Some(format!(
            "{shown}: no entry of it has the digest that was noted: it is another record, or what \
             led to that digest was cut off or changed"
        ));
        self.hint = Some("take the record again from where the digest was noted".to_owned());
    }

    pub(super) fn store(&mut self, error: &StoreError) {
        self.verdict = match error {
            StoreError::OtherVersion { version, .. } => match version.age {
                Age::Newer => Verdict::Newer,
                Age::Older => Verdict::Older,
            },
            StoreError::Unreadable { .. } => Verdict::Differs,
            error if error.is_damage() => Verdict::Damaged,
            StoreError::NotASession { .. } => Verdict::NoSession,
            _ => Verdict::Missing,
        };
        self.first_wrong = error.entry();
        self.problem = Some(error.to_string());
        self.hint = Some(error.hint());
    }
}
