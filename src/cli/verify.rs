//! `unequal verify`: chain, replay, stored against recomputed.

mod copied;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::args::VerifyArgs;
use crate::cli::copy::read::is_copy;
use crate::cli::error::{Error, Kind};
use crate::cli::lines;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::store::noted;
use unequal_core::store::typed;
use unequal_core::store::{Age, StoreError};
use unequal_session::SessionError;
use unequal_session::history::{History, Verified};

/// Runs the command.
///
/// # Errors
///
/// Fails where a record does not verify; which ones was printed.
pub fn run(args: &VerifyArgs, out: &mut Out) -> Result<(), Error> {
    let expected = args.expect.as_deref();
    if expected.is_some() && args.saves.len() > 1 {
        return Err(Error::wrong_use("a digest is that of one record")
            .hint("verify the record alone to hold it against the digest"));
    }
    let against = args.against.as_deref();
    if let Some(session) = args.saves.iter().find(|path| !is_copy(path))
        && against.is_some()
    {
        let shown = session.display();
        return Err(Error::wrong_use(format!("{shown}: no copy of a session"))
            .hint("--against holds what `unequal copy` wrote against the session"));
    }
    let findings = args.saves.iter().map(|path| {
        if is_copy(path) {
            copied::examine(path, against)
        } else {
            examine(path, expected)
        }
    });
    let findings: Vec<Finding> = findings.collect();
    let holds = findings.iter().all(|finding| finding.verdict.holds());
    if args.json {
        out.json(&Document {
            verified: holds,
            saves: &findings,
        })?;
    } else {
        for finding in &findings {
            finding.print(against, out)?;
        }
    }
    if findings.iter().all(Finding::is_fine) {
        return Ok(());
    }
    let misnamed = |finding: &Finding| finding.is_fine() || finding.verdict == Verdict::Missing;
    out.flush()?;
    let kind = if findings.iter().all(misnamed) {
        Kind::Use
    } else {
        Kind::Data
    };
    Err(Error::said(kind))
}

#[derive(Debug, Serialize)]
struct Document<'a> {
    verified: bool,
    saves: &'a [Finding],
}

/// What was found about one file.
#[derive(Debug, Serialize)]
struct Finding {
    file: PathBuf,
    verdict: Verdict,
    /// Whole entries that replay to what is stored.
    entries: u64,
    /// Whether the session has ended; none where nothing could be replayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ending: Option<&'static str>,
    /// The first entry that is not as it should be; 0 is the header.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_wrong: Option<u64>,
    /// Of a copy: whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<&'static str>,
    /// Of a copy: after which entry it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<u64>,
    /// Of a copy: the first line that is not as it should be, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// The digest of the last whole entry, to be noted elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
    /// What was added to the file, or changed in it, that is no part of the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
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
    const fn holds(self) -> bool {
        matches!(self, Self::Whole | Self::TrueCopy)
    }
}

fn examine(path: &Path, expected: Option<&str>) -> Finding {
    let mut finding = Finding::of(path);
    let verified = match Verified::read(path) {
        Ok(verified) => verified,
        Err(error) => {
            finding.store(&error);
            return finding;
        }
    };
    finding.entries = verified.entries();
    match (verified.fault, verified.torn) {
        (Some(SessionError::Store(damage)), _) => finding.store(&damage),
        (Some(error), _) => {
            finding.differs(&error);
            return finding;
        }
        (None, Some(tail)) if !tail.is_cut() => finding.note = Some(tail.to_string()),
        (None, Some(torn)) => {
            finding.verdict = Verdict::Torn;
            finding.first_wrong = Some(torn.entry);
            let shown = plain(&path.display().to_string());
            finding.problem = Some(format!("{shown}: {torn}"));
            finding.hint = Some(format!(
                "all entries before it are whole; take a copy again from where it came; `unequal \
                 resume {shown}` goes on without the unfinished one",
                shown = typed(path)
            ));
        }
        (None, None) => {}
    }
    if let Some(history) = verified.history {
        finding.ended = Some(history.has_ended());
        let outcome = history.view(Seat::WhiteCell).outcome;
        finding.ending = outcome.map(|outcome| outcome.ending.word());
        finding.digest = Some(history.digest_at(finding.entries).to_owned());
        if let Some(digits) = expected {
            finding.hold_against(digits, &history);
        }
    }
    finding
}

impl Finding {
    /// Nothing is found yet.
    fn of(path: &Path) -> Self {
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
        }
    }

    /// Whether nothing wrong was found, though not all could be looked at.
    fn is_fine(&self) -> bool {
        self.verdict.holds() || (self.verdict == Verdict::Copy && self.problem.is_none())
    }

    fn tell(&mut self, error: &Error) {
        self.problem = Some(error.message.clone());
        self.hint = error.hints.first().cloned();
    }

    fn differs(&mut self, error: &SessionError) {
        self.verdict = Verdict::Differs;
        self.first_wrong = Some(match error {
            SessionError::Differs { number, .. } | SessionError::Replay { number, .. } => *number,
            _ => 0,
        });
        self.problem = Some(plain(&error.to_string()));
        self.hint = Some(
            "the file is as it was written: another version of the rules made it, or a hand that \
             knew the format"
                .to_owned(),
        );
    }

    /// Looks for the entry whose digest was noted.
    fn hold_against(&mut self, digits: &str, history: &History) {
        let is_noted = |entry: &u64| history.digest_at(*entry).starts_with(digits);
        match (0..=self.entries).rev().find(is_noted) {
            Some(entry) if entry < self.entries => {
                let since = lines::entries(self.entries - entry);
                self.note = Some(format!(
                    "the digest is that of entry {entry}; {since} came after it"
                ));
            }
            None if self.verdict.holds() => self.is_other(),
            Some(_) | None => {}
        }
    }

    /// The record holds in itself, and the digest that was noted is none of its own.
    fn is_other(&mut self) {
        self.verdict = Verdict::Other;
        let shown = plain(&self.file.display().to_string());
        self.problem = Some(format!(
            "{shown}: no entry of it has the digest that was noted: it is another record, or what \
             led to that digest was cut off or changed"
        ));
        self.hint = Some("take the record again from where the digest was noted".to_owned());
    }

    fn store(&mut self, error: &StoreError) {
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

    fn print(&self, against: Option<&Path>, out: &mut Out) -> Result<(), Error> {
        let name = plain(&self.file.display().to_string());
        let count = lines::entries(self.entries);
        let course = match (self.ended, self.ending) {
            (Some(true), Some(ending)) => format!(", ended ({ending})"),
            (Some(true), None) => ", ended".to_owned(),
            (Some(false), _) => ", not ended".to_owned(),
            (None, _) => String::new(),
        };
        match self.verdict {
            Verdict::Whole => out.line(format!("{name}: verified, {count}{course}"))?,
            Verdict::Torn => out.line(format!(
                "{name}: torn tail, {count} verified{course}, the one after is unfinished"
            ))?,
            Verdict::Damaged if self.seat.is_some() => {
                out.line(format!("{name}: a damaged copy, {count} read"))?;
            }
            Verdict::Damaged => out.line(format!("{name}: damaged, {count} verified{course}"))?,
            Verdict::Differs => out.line(format!("{name}: differs, {count} verified"))?,
            Verdict::Newer if self.entries > 0 => out.line(format!(
                "{name}: of a newer version, {count} verified{course}"
            ))?,
            Verdict::Newer => out.line(format!("{name}: of a newer version"))?,
            Verdict::Older => out.line(format!("{name}: of an older version"))?,
            Verdict::Other => out.line(format!("{name}: another record, {count} verified"))?,
            Verdict::Copy | Verdict::TrueCopy | Verdict::FalseCopy => {
                copied::print(self, against, out)?;
            }
            Verdict::NoSession => out.line(format!("{name}: no session file"))?,
            Verdict::Missing => out.line(format!("{name}: cannot be read"))?,
        }
        if let Some(digest) = &self.digest
            && matches!(
                self.verdict,
                Verdict::Whole | Verdict::Torn | Verdict::Other
            )
        {
            let shown = noted::short(digest);
            out.line(format!("  digest of entry {}: {shown}", self.entries))?;
        }
        out.flush()?;
        if let Some(note) = &self.note {
            out.notice(format!("note: {name}: {note}"));
        }
        if let Some(problem) = &self.problem {
            let mut error = Error::data(problem.as_str());
            if let Some(hint) = &self.hint {
                error = error.hint(hint.as_str());
            }
            out.error(&error);
        }
        Ok(())
    }
}
