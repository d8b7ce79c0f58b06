//! `unequal play`, and `unequal` alone: a session on the screen.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;

use jiff::tz::TimeZone;

use crate::cli::args::{Held, LookArgs, PlayArgs, TimeArgs};
use crate::cli::clock::Clock;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::screen;
use crate::cli::text::{Ear, Text};
use unequal_core::deck::{Deck, shipped};
use unequal_core::engine::holder::Holders;
use unequal_core::engine::options::Options;
use unequal_core::store::StoreError;
use unequal_session::seal::fresh_seed;
use unequal_session::{Holder, Owner, Setup, Table, shelf};
use unequal_tui::Start;
use unequal_tui::clock::Clock as Wall;

/// What to use where the home screen cannot be shown.
const HEADLESS: &str = "unequal run --deck unequal-partners --seed 7";

/// Opens the home screen.
///
/// # Errors
///
/// Names the headless command where there is no terminal.
pub fn home(look: LookArgs) -> Result<(), Error> {
    screen::open(Start::Home, look, HEADLESS)
}

/// Runs the command: the form where nothing is chosen yet, else the session at once.
///
/// # Errors
///
/// Says what cannot be played or recorded.
pub fn run(args: &PlayArgs, look: LookArgs, out: &mut Out) -> Result<(), Error> {
    if args.text {
        return by_lines(args, out);
    }
    let instead = headless(args);
    screen::needed(&Start::Home, &instead)?;
    if is_bare(args) {
        return screen::open(Start::NewSession, look, &instead);
    }
    let named = args.deck.as_deref();
    if named == Some(OsStr::new("-")) {
        return Err(
            Error::wrong_use("the keyboard is needed: the deck cannot come from it too")
                .hint("name a deck file, or use `unequal run --deck -`"),
        );
    }
    let (deck, setup) = asked_for(args)?;
    if let Some(path) = args.save.as_deref() {
        writable(path)?;
    }
    let start = Start::Play {
        deck: Box::new(deck),
        setup,
        path: args.save.clone(),
    };
    screen::beside(start, look, &instead, args.attended())
}

/// The deck and the setup that the options ask for.
fn asked_for(args: &PlayArgs) -> Result<(Deck, Setup), Error> {
    let named = args.deck.as_deref();
    let first = shipped().first().map_or("", |deck| deck.id);
    let deck = decks::load(named.unwrap_or(OsStr::new(first)))?;
    let seed = args.seed.unwrap_or_else(fresh_seed);
    let setup = Setup {
        seats: Holders {
            patron: Held::or(args.patron.as_ref(), || Holder::Human),
            client: Held::or(args.client.as_ref(), || Holder::Human),
            europe: Held::or(args.europe.as_ref(), || Holder::Nobody),
        },
        moves: args.moves,
        options: Options {
            sealed: args.sealed,
            ..Options::default()
        },
        ..Setup::of_people(name(args), seed)
    };
    // What the deck cannot serve is told here, in the line where it was typed.
    setup.scenario(&deck)?;
    Ok((deck, setup))
}

/// Plays line by line, at whatever standard input and output are.
fn by_lines(args: &PlayArgs, out: &mut Out) -> Result<(), Error> {
    if args.deck.as_deref() == Some(OsStr::new("-")) {
        return Err(Error::wrong_use(
            "standard input is what is typed: the deck cannot come from it too",
        )
        .hint("name a deck file"));
    }
    let (deck, setup) = asked_for(args)?;
    let clock = Clock::of(&TimeArgs { now: None })?;
    let now = clock.now();
    let table = if let Some(path) = args.save.as_deref() {
        writable(path)?;
        Table::create(deck, &setup, path, &now)?
    } else {
        let day = now.split('T').next().unwrap_or_default();
        let folder = shelf::folder()?;
        Table::create(
            deck,
            &setup,
            &shelf::free_path(&folder, &setup.name, day),
            &now,
        )?
    };
    Text::new(Owner::of(table), args.attended(), clock, Ear::typed(), out).play()
}

const fn is_bare(args: &PlayArgs) -> bool {
    matches!(
        args,
        PlayArgs {
            deck: None,
            seed: None,
            patron: None,
            client: None,
            europe: None,
            moves: None,
            save: None,
            text: false,
            sealed: false,
            programs: _,
        }
    )
}

/// Refuses early what a record could not be written to.
fn writable(path: &Path) -> Result<(), Error> {
    if path.is_dir() {
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
        }
        .into());
    }
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists {
            path: path.to_owned(),
        }
        .into());
    }
    Ok(())
}

/// The session's name: that of its file, else the day's. Everybody sees it, so the seed is no part of it.
fn name(args: &PlayArgs) -> String {
    let stem = args.save.as_deref().and_then(Path::file_stem);
    stem.map_or_else(
        || Wall::in_zone(TimeZone::system()).session_name(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

/// The same session without a screen.
fn headless(args: &PlayArgs) -> String {
    let deck = args
        .deck
        .as_ref()
        .map_or("unequal-partners".into(), |deck| deck.to_string_lossy());
    let mut line = format!(
        "unequal run --deck {deck} --seed {}",
        args.seed.unwrap_or(7)
    );
    let seats = [
        ("patron", &args.patron),
        ("client", &args.client),
        ("europe", &args.europe),
    ];
    for (option, holder) in seats {
        match holder {
            Some(Held {
                command: Some(command),
                ..
            }) => {
                let _ = write!(line, " --{option} \"{command}\"");
            }
            Some(Held {
                holder: Holder::Bot(bot),
                ..
            }) => {
                let _ = write!(line, " --{option} {bot}");
            }
            Some(_) | None => {}
        }
    }
    if let Some(moves) = args.moves {
        let _ = write!(line, " --moves {moves}");
    }
    if args.sealed {
        line += " --sealed";
    }
    if let Some(save) = &args.save {
        let _ = write!(line, " --save {}", save.display());
    }
    line
}
