//! `unequal deck list`: the shipped decks, and those in `decks/`.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::error::Error;
use crate::cli::out::{Out, column};
use unequal_core::deck::{Deck, plain, shipped};
use unequal_papers::document::text::wrapped;

/// The folder whose decks are listed as well.
const FOLDER: &str = "decks";

#[derive(Debug, Serialize)]
struct Listed {
    /// What to give to `--deck`.
    deck: String,
    shipped: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moves: Option<u32>,
    cards: usize,
    measures: usize,
    injects: usize,
    bots: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

pub(super) fn run(json: bool, out: &mut Out) -> Result<(), Error> {
    let mut listed: Vec<Listed> = Vec::new();
    for deck in shipped() {
        let read = Deck::from_text(deck.id, deck.text).map_err(|problems| problems.to_string());
        listed.push(entry(deck.id.to_owned(), true, read));
    }
    for path in files(Path::new(FOLDER))? {
        let read = Deck::from_path(&path).map_err(|error| error.to_string());
        let same = |hash: &str| {
            listed
                .iter()
                .any(|other| other.hash.as_deref() == Some(hash))
        };
        if !read.as_ref().is_ok_and(|deck| same(&deck.hash)) {
            listed.push(entry(path.display().to_string(), false, read));
        }
    }
    if json {
        return out.json(&serde_json::json!({ "format": 1, "decks": listed }));
    }
    for deck in &listed {
        print(deck, out)?;
    }
    Ok(())
}

/// The TOML files of a folder, by name; none where there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let listed = match std::fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::from_io(folder, "list the decks", &error)),
    };
    let mut paths: Vec<PathBuf> = listed
        .filter_map(|item| Some(item.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml") && path.is_file())
        .collect();
    paths.sort();
    Ok(paths)
}

fn entry(name: String, is_shipped: bool, read: Result<Deck, String>) -> Listed {
    let mut listed = Listed {
        deck: name,
        shipped: is_shipped,
        title: None,
        summary: None,
        moves: None,
        cards: 0,
        measures: 0,
        injects: 0,
        bots: Vec::new(),
        hash: None,
        problem: None,
    };
    match read {
        Ok(deck) => {
            let Deck {
                scenario,
                text,
                hash,
                ..
            } = deck;
            listed.title = Some(text.about.title);
            listed.summary = Some(text.about.summary).filter(|summary| !summary.is_empty());
            listed.moves = Some(scenario.session.moves);
            listed.cards = scenario.cards.len();
            listed.measures = scenario.measures.len();
            listed.injects = scenario.events.len();
            listed.bots = scenario
                .policies
                .iter()
                .map(|policy| policy.name.clone())
                .collect();
            listed.hash = Some(hash);
        }
        Err(problem) => listed.problem = Some(problem),
    }
    listed
}

fn print(deck: &Listed, out: &mut Out) -> Result<(), Error> {
    let title = deck.title.as_deref().unwrap_or("does not load");
    out.line(format!(
        "{} {}",
        column(&plain(&deck.deck), 24),
        plain(title)
    ))?;
    let blank = "";
    if let Some(problem) = &deck.problem {
        return out.line(format!(
            "{blank:<24} {}; see `unequal deck check`",
            plain(problem)
        ));
    }
    out.line(format!(
        "{blank:<24} {} moves, {} cards, {} measures, {} injects, {}",
        deck.moves.unwrap_or_default(),
        deck.cards,
        deck.measures,
        deck.injects,
        if deck.shipped { "shipped" } else { "a file" }
    ))?;
    if let Some(summary) = &deck.summary {
        out.text(&wrapped(&plain(summary), 25, 96))?;
    }
    Ok(())
}
