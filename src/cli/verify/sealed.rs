//! `unequal verify` of seals: whether a record is the one that its seats signed, and whether they did.

use std::fs;
use std::path::{Path, PathBuf};

use super::finding::{Finding, Seal, Signed, Verdict};
use crate::cli::lines;
use crate::cli::ssh::{self, Checked};
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::store::sealed::{self, Head, Sealed, Unheld};

/// What does not hold.
struct Broken {
    verdict: Verdict,
    problem: String,
    hint: &'static str,
}

const AGAIN: &str = "take the record, with what lies beside it, from somebody who signed it";
const SIGNERS: &str =
    "name a file of allowed signers with --signers: a line has a seat and its public key";

/// Looks at the seals beside a record whose chain holds. With `signers`, these keys are believed and no others,
/// and each of their seats must have signed.
pub(super) fn examine(finding: &mut Finding, path: &Path, signers: Option<&Path>) {
    let found = sealed::beside(path).and_then(|found| {
        let bytes = fs::read(path);
        let bytes = bytes.map_err(|_| unequal_core::store::StoreError::NotFound {
            path: path.to_owned(),
        })?;
        Ok((found, bytes))
    });
    let (found, bytes) = match found {
        Ok(found) => found,
        Err(error) => return finding.store(&error),
    };
    let believed = signers.map_or_else(|| sealed::signers_for(path), Path::to_owned);
    let look = Look {
        path,
        bytes: &bytes,
        signers: &believed,
    };
    let mut broken = None;
    for sealed in &found {
        let mut seal = Seal {
            entry: sealed.entry,
            signed: Vec::new(),
        };
        let looked = look.at(sealed, &mut seal);
        broken = broken.or(looked.err());
        finding.seals.push(seal);
    }
    let end = EntryNumber::new(finding.entries);
    let broken = broken.or_else(|| signers.and_then(|signers| missing(finding, signers)));
    if let Some(broken) = broken {
        finding.verdict = broken.verdict;
        finding.problem = Some(broken.problem);
        finding.hint = Some(broken.hint.to_owned());
    } else if let Some(last) = finding.seals.last().filter(|seal| seal.entry < end) {
        let since = lines::entries(end.since(last.entry));
        finding.note = Some(format!(
            "{since} came after entry {}, which was sealed last",
            last.entry
        ));
    }
}

/// A record, and whose keys are believed.
struct Look<'a> {
    path: &'a Path,
    bytes: &'a [u8],
    signers: &'a Path,
}

impl Look<'_> {
    /// Looks at one head, and notes the signatures that hold until one does not.
    fn at(&self, sealed: &Sealed, seal: &mut Seal) -> Result<(), Broken> {
        let entry = sealed.entry;
        let file = Head::path_for(self.path, entry);
        let Some(head) = &sealed.head else {
            return Err(broken(
                format!("{}: missing, or not what a seat has signed", shown(&file)),
                AGAIN,
            ));
        };
        let record = shown(self.path);
        head.hold(self.path, self.bytes).map_err(|unheld| match unheld {
            Unheld::Cut => Broken {
                verdict: Verdict::Cut,
                ..broken(
                    format!("{record}: it was sealed after entry {entry}, and what it had up to there is cut off"),
                    AGAIN,
                )
            },
            Unheld::Other => broken(
                format!("{record}: not the record that was sealed after entry {entry}"),
                AGAIN,
            ),
        })?;
        if sealed.signed.is_empty() {
            let file = shown(&file);
            return Err(broken(
                format!("{file}: no signature lies beside it"),
                AGAIN,
            ));
        }
        let signers = shown(self.signers);
        if !self.signers.is_file() {
            return Err(broken(
                format!("{signers}: no such file, so nobody can say whose the signatures are"),
                SIGNERS,
            ));
        }
        for seat in &sealed.signed {
            let signature = Head::signature_for(self.path, entry, *seat);
            match ssh::check(&file, &signature, self.signers, seat.word()) {
                Checked::Good(key) => seal.signed.push(Signed {
                    seat: seat.word(),
                    key,
                }),
                Checked::Bad => {
                    let signature = shown(&signature);
                    return Err(broken(
                        format!(
                            "{signature}: no signature of the {seat} seat, by the keys in {signers}"
                        ),
                        AGAIN,
                    ));
                }
                Checked::Unable(why) => {
                    return Err(Broken {
                        verdict: Verdict::Unchecked,
                        ..broken(
                            format!("{record}: its signatures were not checked: {why}"),
                            ssh::INSTALL,
                        )
                    });
                }
            }
        }
        Ok(())
    }
}

/// Whoever should have signed: one head has to be signed by all of them.
fn missing(finding: &Finding, signers: &Path) -> Option<Broken> {
    let names = fs::read_to_string(signers).map(|text| sealed::names(&text));
    let names = names.unwrap_or_default();
    if names.is_empty() {
        return Some(broken(
            format!("{}: names no signer", shown(signers)),
            SIGNERS,
        ));
    }
    let signed = |seal: &Seal| {
        let has = |name: &String| seal.signed.iter().any(|signed| signed.seat == name);
        names.iter().all(has)
    };
    if finding.seals.iter().any(signed) {
        return None;
    }
    let record = shown(&finding.file);
    let names = names.join(", ");
    let problem = format!(
        "{record}: no entry of it was signed by all of: {}",
        plain(&names)
    );
    Some(broken(
        problem,
        "each of them signs with `unequal seal SAVE --seat SEAT --key KEY`",
    ))
}

fn broken(problem: String, hint: &'static str) -> Broken {
    Broken {
        verdict: Verdict::Unsealed,
        problem,
        hint,
    }
}

fn shown(path: impl Into<PathBuf>) -> String {
    plain(&path.into().display().to_string())
}
