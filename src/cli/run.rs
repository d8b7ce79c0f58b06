//! `unequal run`: a session without a screen.

use std::path::{Path, PathBuf};

use crate::cli::args::{OutputArgs, RunArgs};
use crate::cli::clock::Clock;
use crate::cli::decks;
use crate::cli::drive::{Plans, Stop, drive, waiting};
use crate::cli::error::Error;
use crate::cli::json::EntryLine;
use crate::cli::lines;
use crate::cli::out::Out;
use crate::cli::script::Script;
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_core::store::StoreError;
use unequal_core::store::typed;
use unequal_session::{Holder, Setup, Table};

/// The bot that sits where nobody is named.
const DEFAULT_BOT: &str = "logit";

/// Runs the command.
///
/// # Errors
///
/// Says what cannot be played or recorded, which line of the script is wrong, or who is waited for.
pub fn run(args: &RunArgs, out: &mut Out) -> Result<(), Error> {
    let clock = Clock::of(&args.time)?;
    let script_on_stdin = args.script.as_deref() == Some(Path::new("-"));
    if script_on_stdin && args.deck == "-" {
        return Err(
            Error::wrong_use("deck and script cannot both come from standard input")
                .hint("put one of them into a file"),
        );
    }
    if args.save.as_deref() == Some(Path::new("-")) {
        return Err(Error::wrong_use("a record is a file, not standard output")
            .hint("name a file, such as --save session.toml; --json prints entries"));
    }
    if let Some(path) = args.save.as_deref().filter(|path| path.is_dir()) {
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
        }
        .into());
    }
    let deck = decks::load(&args.deck)?;
    let mut script = match &args.script {
        Some(path) => Script::open(path)?,
        None => Script::empty(),
    };
    let setup = setup(args, &deck);
    let now = clock.now();
    let mut table = match &args.save {
        Some(path) => Table::create(deck, &setup, path, &now)?,
        None => Table::unrecorded(deck, &setup, &now)?,
    };
    headless(&mut table, &mut script, &clock, args.output, out)
}

fn setup(args: &RunArgs, deck: &Deck) -> Setup {
    let default = || Holder::Bot(default_bot(deck));
    // Everybody sees the name, so the seed is no part of it.
    let name = || deck.text.about.title.clone();
    Setup {
        name: args.name.clone().unwrap_or_else(name),
        seed: args.seed,
        seats: args
            .holders
            .by_side()
            .map(|holder| holder.unwrap_or_else(default)),
        options: args.options(),
        moves: args.moves,
        moves_spread: args.spread,
        hand: args.hand,
        demands: args.demands,
    }
}

/// `logit` where the deck has it, else the deck's first bot.
fn default_bot(deck: &Deck) -> String {
    let policies = &deck.scenario.policies;
    let first = policies.first().map(|policy| policy.name.clone());
    match deck.scenario.policy_index(DEFAULT_BOT) {
        Some(_) => DEFAULT_BOT.to_owned(),
        None => first.unwrap_or_else(|| DEFAULT_BOT.to_owned()),
    }
}

/// Lets a session go on without a screen and prints what happens.
///
/// # Errors
///
/// As [`drive`]; and a session that waits for people is not done.
pub fn headless(
    table: &mut Table,
    script: &mut Script,
    clock: &Clock,
    output: OutputArgs,
    out: &mut Out,
) -> Result<(), Error> {
    let recorded: Option<PathBuf> = table.path().map(Path::to_owned);
    let with_time = matches!(clock, Clock::Stated(_));
    let (mut plans, lost) = Plans::of(table);
    if let Some(lost) = lost {
        out.notice(format!("note: {lost}"));
    }
    let stopped = drive(table, script, clock, &mut plans, &mut |table| {
        let moment = table.moments().last();
        if let Some(moment) = moment {
            if output.json {
                out.json_line(&EntryLine::new(table, moment, with_time))?;
                out.flush()?;
            } else if !output.log {
                out.line(lines::moment(table, moment))?;
            }
        }
        // A record is finished even if nobody reads the lines any more.
        Ok(recorded.is_some() || !out.is_closed())
    });
    if output.log {
        out.text(&table.canonical_log())?;
    }
    let stop = stopped?;
    // What follows speaks of the file, so it is looked at first.
    if table.path().is_some() {
        table.look()?;
    }
    if !output.log && !output.json {
        if let Some(ending) = lines::ending(table.deck(), &table.view(Seat::WhiteCell)) {
            out.line("")?;
            out.text(&ending)?;
        }
        if let Some(path) = table.path() {
            let entries = lines::entries(table.last_number());
            let shown = unequal_core::deck::plain(&path.display().to_string());
            out.line(format!("Recorded in {shown}: {entries}."))?;
        }
    }
    match stop {
        Stop::Ended | Stop::Enough => Ok(()),
        Stop::Waits(seats) => Err(waits(table, &seats)),
    }
}

fn waits(table: &Table, seats: &[Seat]) -> Error {
    let paused = table.view(Seat::WhiteCell).room.pause.is_some();
    let at = waiting::next_entry(table);
    let mut error = if paused {
        Error::data(format!("play is paused at {at}"))
            .hint("the white cell ends a pause with `go-on`")
    } else {
        let who = waiting::names(table, seats);
        Error::data(format!(
            "the session waits for {who}, held by people, at {at}"
        ))
    };
    for seat in seats.iter().filter(|_| !paused) {
        for open in waiting::open_acts(table, *seat) {
            if !error.hints.contains(&open) {
                error = error.hint(open);
            }
        }
    }
    match table.path() {
        Some(path) => {
            let shown = typed(path);
            error.hint(format!(
                "all entries so far are recorded; go on with `unequal resume {shown}`, or with \
                 `unequal resume {shown} --script FILE`"
            ))
        }
        None => error.hint("add the act to the script, or let a bot hold the seat"),
    }
}
