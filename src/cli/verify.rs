//! `unequal verify`: chain, replay, stored against recomputed, seals.

mod copied;
mod finding;
mod sealed;

use std::path::Path;

use serde::Serialize;

use crate::cli::args::VerifyArgs;
use crate::cli::copy::read::is_copy;
use crate::cli::error::{Error, Kind};
use crate::cli::lines;
use crate::cli::out::Out;
use finding::{Finding, Verdict};
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_core::store::noted;
use unequal_core::store::typed;
use unequal_session::SessionError;
use unequal_session::history::Verified;

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
            let mut finding = examine(path, expected);
            if matches!(finding.verdict, Verdict::Whole | Verdict::Torn) {
                sealed::examine(&mut finding, path, args.signers.as_deref());
            }
            finding
        }
    });
    let findings: Vec<Finding> = findings.collect();
    let holds = findings.iter().all(|finding| finding.verdict.holds());
    if args.json {
        out.json(&Document {
            format: 1,
            verified: holds,
            saves: &findings,
        })?;
    } else {
        for finding in &findings {
            print(finding, against, out)?;
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
    /// The version of this format.
    format: u32,
    verified: bool,
    saves: &'a [Finding],
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
    finding.entries = verified.last_number().get();
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
        finding.digest = Some(history.digest_at(history.last_number()).to_owned());
        if let Some(digits) = expected {
            finding.hold_against(digits, &history);
        }
    }
    finding
}

fn print(finding: &Finding, against: Option<&Path>, out: &mut Out) -> Result<(), Error> {
    let name = plain(&finding.file.display().to_string());
    let count = lines::entries(finding.entries);
    let course = match (finding.ended, finding.ending) {
        (Some(true), Some(ending)) => format!(", ended ({ending})"),
        (Some(true), None) => ", ended".to_owned(),
        (Some(false), _) => ", not ended".to_owned(),
        (None, _) => String::new(),
    };
    match finding.verdict {
        Verdict::Whole => out.line(format!("{name}: verified, {count}{course}"))?,
        Verdict::Torn => out.line(format!(
            "{name}: torn tail, {count} verified{course}, the one after is unfinished"
        ))?,
        Verdict::Damaged if finding.seat.is_some() => {
            out.line(format!("{name}: a damaged copy, {count} read"))?;
        }
        Verdict::Damaged => out.line(format!("{name}: damaged, {count} verified{course}"))?,
        Verdict::Differs => out.line(format!("{name}: differs, {count} verified"))?,
        Verdict::Newer if finding.entries > 0 => out.line(format!(
            "{name}: of a newer version, {count} verified{course}"
        ))?,
        Verdict::Newer => out.line(format!("{name}: of a newer version"))?,
        Verdict::Older => out.line(format!("{name}: of an older version"))?,
        Verdict::Other => out.line(format!("{name}: another record, {count} verified"))?,
        Verdict::Cut => out.line(format!("{name}: cut off, {count} verified{course}"))?,
        Verdict::Unsealed => {
            out.line(format!("{name}: not as sealed, {count} verified{course}"))?;
        }
        Verdict::Unchecked => {
            out.line(format!(
                "{name}: {count} verified{course}, signatures not checked"
            ))?;
        }
        Verdict::Copy | Verdict::TrueCopy | Verdict::FalseCopy => {
            copied::print(finding, against, out)?;
        }
        Verdict::NoSession => out.line(format!("{name}: no session file"))?,
        Verdict::Missing => out.line(format!("{name}: cannot be read"))?,
    }
    if let Some(digest) = &finding.digest
        && matches!(
            finding.verdict,
            Verdict::Whole
                | Verdict::Torn
                | Verdict::Other
                | Verdict::Cut
                | Verdict::Unsealed
                | Verdict::Unchecked
        )
    {
        let shown = noted::short(digest);
        out.line(format!("  digest of entry {}: {shown}", finding.entries))?;
    }
    for seal in finding.seals.iter().filter(|seal| !seal.signed.is_empty()) {
        let signed = seal.signed.iter();
        let signed: Vec<String> = signed
            .map(|signed| format!("{} ({})", signed.seat, signed.key))
            .collect();
        out.line(format!(
            "  entry {} signed by {}",
            seal.entry,
            signed.join(", ")
        ))?;
    }
    out.flush()?;
    if let Some(note) = &finding.note {
        out.notice(format!("note: {name}: {note}"));
    }
    if let Some(problem) = &finding.problem {
        let mut error = Error::data(problem.as_str());
        if let Some(hint) = &finding.hint {
            error = error.hint(hint.as_str());
        }
        out.error(&error);
    }
    Ok(())
}
