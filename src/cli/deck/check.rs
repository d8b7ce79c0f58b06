//! `unequal deck check`: every problem at once, then what could be better.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::Serialize;

use crate::cli::args::DeckCheck;
use crate::cli::decks;
use crate::cli::error::{Error, Kind};
use crate::cli::out::Out;
use unequal_core::analysis::rehearse::{SESSIONS, findings, rehearse};
use unequal_core::deck::report::{Grade, render};
use unequal_core::deck::{Deck, LoadError, Problem, lint, plain, report};

/// Time between two looks at a watched file.
const PACE: Duration = Duration::from_millis(300);

pub(super) fn run(args: &DeckCheck, out: &mut Out) -> Result<(), Error> {
    if args.watch {
        return watch(&args.decks, args.quick, out);
    }
    let mut checked: Vec<Checked> = Vec::new();
    for name in &args.decks {
        checked.push(examine(name, args.quick)?);
    }
    if args.json {
        out.json(&serde_json::json!({ "format": 1, "decks": checked }))?;
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
    /// Why it cannot be played.
    problems: Vec<Found>,
    /// What could be better in a deck that can be played.
    findings: Vec<Found>,
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

    fn all(text: &str, problems: &[Problem]) -> Vec<Self> {
        problems
            .iter()
            .map(|problem| Self::new(text, problem))
            .collect()
    }
}

/// Checks a deck; a file that is not there is wrong use, not a finding.
fn examine(name: &OsStr, quick: bool) -> Result<Checked, Error> {
    match decks::find(name) {
        Ok(deck) => sound(&deck, name, quick),
        Err(LoadError::Wrong(problems)) => Ok(Checked {
            deck: problems.name.clone(),
            playable: false,
            problems: Found::all(&problems.text, &problems.problems),
            findings: Vec::new(),
            text: format!("{}{problems}\n", report(&problems, false)),
        }),
        Err(error) => Err(decks::told(error)),
    }
}

/// A deck that can be played: what could be better in it, and what never happens when it is played.
fn sound(deck: &Deck, name: &OsStr, quick: bool) -> Result<Checked, Error> {
    let name = match name.to_str() {
        Some("-") => decks::STDIN.to_owned(),
        _ => plain(&name.to_string_lossy()),
    };
    let mut found = lint(deck);
    let mut rehearsed = String::new();
    if !quick {
        let tally = rehearse(deck, SESSIONS).map_err(|error| Error::fault(error.to_string()))?;
        found.extend(findings(deck, &tally));
        rehearsed = format!(", {} rehearsals", tally.sessions);
    }
    let verdict = match found.len() {
        0 => "no problem found".to_owned(),
        1 => "no problem, 1 finding".to_owned(),
        count => format!("no problem, {count} findings"),
    };
    let rules = &deck.scenario;
    let text = format!(
        "{}{name}: {verdict} ({} domains, {} cards, {} measures, {} injects, {} bots{rehearsed})\n",
        render(&name, &deck.source, &found, Grade::Warning, false),
        rules.domains.len(),
        rules.cards.len(),
        rules.measures.len(),
        rules.events.len(),
        rules.policies.len()
    );
    Ok(Checked {
        deck: name,
        playable: true,
        problems: Vec::new(),
        findings: Found::all(&deck.source, &found),
        text,
    })
}

impl Checked {
    fn print(&self, out: &mut Out) -> Result<(), Error> {
        out.text(&self.text)
    }
}

/// Checks each time a file changes, until the reader goes away or the program is interrupted.
fn watch(names: &[OsString], quick: bool, out: &mut Out) -> Result<(), Error> {
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
            match examine(name, quick) {
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
