//! `unequal deck check`: every problem at once.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::Serialize;

use crate::cli::args::DeckCheck;
use crate::cli::decks;
use crate::cli::error::{Error, Kind};
use crate::cli::out::Out;
use crate::deck::{Deck, LoadError, Problem, plain, report};

/// Time between two looks at a watched file.
const PACE: Duration = Duration::from_millis(300);

pub(super) fn run(args: &DeckCheck, out: &mut Out) -> Result<(), Error> {
    if args.watch {
        return watch(&args.decks, out);
    }
    let mut checked: Vec<Checked> = Vec::new();
    for name in &args.decks {
        checked.push(examine(name)?);
    }
    if args.json {
        out.json(&serde_json::json!({ "decks": checked }))?;
    } else {
        for deck in &checked {
            deck.print(out)?;
        }
    }
    if checked.iter().all(|deck| deck.playable) {
        Ok(())
    } else {
        Err(Error::said(Kind::Data))
    }
}

/// What was found about a deck.
#[derive(Debug, Serialize)]
struct Checked {
    deck: String,
    playable: bool,
    problems: Vec<Found>,
    #[serde(skip)]
    text: String,
}

#[derive(Debug, Serialize)]
struct Found {
    code: &'static str,
    #[serde(rename = "in", skip_serializing_if = "String::is_empty")]
    path: String,
    line: usize,
    column: usize,
    message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
}

impl Found {
    fn new(text: &str, problem: &Problem) -> Self {
        let before = text.get(..problem.span.start).unwrap_or_default();
        let head = before.rsplit('\n').next().unwrap_or_default();
        Self {
            code: problem.code,
            path: problem.path.clone(),
            line: before.matches('\n').count() + 1,
            column: head.chars().count() + 1,
            message: problem.message.clone(),
            help: problem.help.clone(),
        }
    }
}

/// Checks a deck; a file that is not there is wrong use, not a finding.
fn examine(name: &OsStr) -> Result<Checked, Error> {
    match decks::find(name) {
        Ok(deck) => Ok(sound(&deck, name)),
        Err(LoadError::Wrong(problems)) => Ok(Checked {
            deck: problems.name.clone(),
            playable: false,
            problems: problems
                .problems
                .iter()
                .map(|problem| Found::new(&problems.text, problem))
                .collect(),
            text: format!("{}{problems}\n", report(&problems, false)),
        }),
        Err(error) => Err(decks::told(error)),
    }
}

fn sound(deck: &Deck, name: &OsStr) -> Checked {
    let name = plain(&name.to_string_lossy());
    let rules = &deck.scenario;
    let text = format!(
        "{name}: no problem found ({} domains, {} demands, {} injects, {} bots)\n",
        rules.domains.len(),
        rules.cards.len(),
        rules.events.len(),
        rules.policies.len()
    );
    Checked {
        deck: name,
        playable: true,
        problems: Vec::new(),
        text,
    }
}

impl Checked {
    fn print(&self, out: &mut Out) -> Result<(), Error> {
        out.text(&self.text)
    }
}

/// Checks each time a file changes, until the reader goes away or the program is interrupted.
fn watch(names: &[OsString], out: &mut Out) -> Result<(), Error> {
    for name in names {
        if !Path::new(name).is_file() {
            let message = format!("{}: only a file can be watched", name.to_string_lossy());
            return Err(Error::wrong_use(message).hint("name a deck file"));
        }
    }
    let mut seen: Vec<Option<Stamp>> = vec![None; names.len()];
    loop {
        for (name, seen) in names.iter().zip(&mut seen) {
            let now = stamp(Path::new(name));
            if *seen == Some(now) {
                continue;
            }
            *seen = Some(now);
            match examine(name) {
                Ok(checked) => checked.print(out)?,
                // Editors replace files: for a moment there may be none.
                Err(error) if error.kind == Kind::Use => out.error(&error),
                Err(error) => return Err(error),
            }
            out.line(format!("-- watching {}", plain(&name.to_string_lossy())))?;
            out.flush()?;
        }
        if out.is_closed() {
            return Ok(());
        }
        std::thread::sleep(PACE);
    }
}

/// By what a change of a file is known.
type Stamp = (Option<SystemTime>, u64);

fn stamp(path: &Path) -> Stamp {
    let metadata = path.metadata();
    let length = metadata.as_ref().map_or(0, std::fs::Metadata::len);
    (
        metadata.and_then(|metadata| metadata.modified()).ok(),
        length,
    )
}
