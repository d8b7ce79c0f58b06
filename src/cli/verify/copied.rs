//! `unequal verify` of copies: whether one hangs together, and whether it is true to the session it was made from.

use std::path::Path;

use serde_json::{Map, Value};

use super::finding::{Finding, Verdict};
use crate::cli::copy;
use crate::cli::copy::read::Copy;
use crate::cli::error::Error;
use crate::cli::lines::entries;
use crate::cli::out::Out;
use unequal_core::deck::plain;
use unequal_core::store::seals::Key;
use unequal_core::store::typed;
use unequal_session::{History, Table};

/// The key under which a line is sealed.
const SEAL: &str = "seal";
/// The keys of a line that follow from the others, or from the program that wrote it.
const BESIDE: [&str; 3] = [SEAL, "digest", "program"];

/// What is wrong with a copy.
enum Wrong {
    /// A line is not what its seat could see.
    Line(usize, String),
    /// The lines are right, and what is sealed cannot be shown to be.
    Sealed(String),
}

/// Looks at a copy, and holds it against the session that it was made from.
pub(super) fn examine(path: &Path, against: Option<&Path>) -> Finding {
    let mut finding = Finding::of(path);
    let copy = match Copy::read(path) {
        Ok(copy) => copy,
        Err(error) => {
            finding.verdict = Verdict::Damaged;
            finding.tell(&error);
            return finding;
        }
    };
    finding.entries = copy.entries() as u64;
    finding.seat = Some(copy.head.seat.word());
    finding.after = Some(copy.head.entry);
    let shown = path.display();
    if let Some((line, why)) = &copy.fault {
        finding.verdict = Verdict::Damaged;
        finding.line = Some(*line);
        finding.tell(
            &Error::data(format!("{shown}: line {line}: {why}"))
                .hint("take the copy again from where it came"),
        );
        return finding;
    }
    let Some(save) = against else {
        finding.verdict = Verdict::Copy;
        return finding;
    };
    match hold(&copy, save) {
        Ok(None) => finding.verdict = Verdict::TrueCopy,
        Ok(Some(wrong)) => {
            finding.verdict = Verdict::FalseCopy;
            let error = match wrong {
                Wrong::Line(line, why) => {
                    finding.line = Some(line);
                    Error::data(format!("{shown}: line {line}: {why}"))
                }
                Wrong::Sealed(why) => Error::data(format!("{shown}: {why}")),
            };
            finding.tell(&error.hint(
                "the copy was changed, or made from another session, or the session was changed since",
            ));
        }
        Err(error) => {
            finding.verdict = Verdict::Copy;
            finding.tell(&error);
        }
    }
    finding
}

/// Makes the copy again from the session, and compares the two.
fn hold(copy: &Copy, save: &Path) -> Result<Option<Wrong>, Error> {
    let (history, _) = History::read(save)?;
    let (seat, entry) = (copy.head.seat, copy.head.entry);
    let last = history.last_number();
    if entry > last {
        return Ok(Some(Wrong::Line(
            1,
            format!("it was made after entry {entry}, and the session ends at entry {last}"),
        )));
    }
    let key = Key::load(save)?;
    let table = Table::looking_on(history.upto(entry)?);
    let made = copy::text(table, seat, key.as_ref())?;
    let made: Vec<&str> = made.lines().collect();
    for (place, line) in copy.lines.iter().enumerate() {
        let line_number = place + 1;
        let Some(made) = made.get(place) else {
            let why = format!("the {seat} seat could see nothing of it");
            return Ok(Some(Wrong::Line(line_number, why)));
        };
        let (is, made) = (fields(line), fields(made));
        if let Some(key) = differs(&is, &made) {
            let why = format!("`{}` is not what the {seat} seat could see", plain(key));
            return Ok(Some(Wrong::Line(line_number, why)));
        }
        if key.is_some() && is.get(SEAL) != made.get(SEAL) {
            let why = "its seal does not open to the session's entry".to_owned();
            return Ok(Some(Wrong::Line(line_number, why)));
        }
    }
    if copy.lines.len() < made.len() {
        let why = format!(
            "the seat could see {} lines, and these are fewer",
            made.len()
        );
        return Ok(Some(Wrong::Line(copy.lines.len() + 1, why)));
    }
    if key.is_none() {
        let key = plain(&Key::path_for(save).display().to_string());
        return Ok(Some(Wrong::Sealed(format!(
            "its lines are what the {seat} seat could see, and its seals cannot be opened: the key, {key}, \
             is not there"
        ))));
    }
    Ok(None)
}

fn fields(line: &str) -> Map<String, Value> {
    serde_json::from_str(line).unwrap_or_default()
}

/// The first key in which two lines differ.
fn differs<'a>(is: &'a Map<String, Value>, made: &'a Map<String, Value>) -> Option<&'a str> {
    let keys = made.keys().chain(is.keys()).map(String::as_str);
    keys.filter(|key| !BESIDE.contains(key))
        .find(|key| is.get(*key) != made.get(*key))
}

/// Says in a sentence what was found.
pub(super) fn print(finding: &Finding, against: Option<&Path>, out: &mut Out) -> Result<(), Error> {
    let name = plain(&finding.file.display().to_string());
    let count = entries(finding.entries);
    let seat = finding.seat.unwrap_or_default();
    let after = finding.after.unwrap_or_default();
    let save = against.map(|save| plain(&save.display().to_string()));
    let save = save.unwrap_or_default();
    match finding.verdict {
        Verdict::TrueCopy => out.line(format!(
            "{name}: a true copy of {save}: its {count} are all that the {seat} seat could know after entry \
             {after}, and every seal opens"
        )),
        Verdict::FalseCopy => out.line(format!("{name}: not true to {save}")),
        _ => {
            out.line(format!(
                "{name}: a copy for the {seat} seat after entry {after}, {count}: it hangs together; whether \
                 it is true, and what is sealed, only the session can tell"
            ))?;
            if against.is_none() {
                let shown = typed(&finding.file);
                out.line(format!(
                    "  once the white cell has opened the session: `unequal verify {shown} --against SAVE`"
                ))?;
            }
            Ok(())
        }
    }
}
