//! `unequal run`: a session without a screen.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::args::{Held, OutputArgs, RunArgs};
use crate::cli::clock::Clock;
use crate::cli::decks;
use crate::cli::drive::{Plans, Stop, drive, waiting};
use crate::cli::error::Error;
use crate::cli::json::{EntryLine, FORMAT, SeenLine};
use crate::cli::lines;
use crate::cli::out::Out;
use crate::cli::script::Script;
use unequal_core::deck::Deck;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::holder::Holders;
use unequal_core::engine::seat::Seat;
use unequal_core::store::StoreError;
use unequal_core::store::typed;
use unequal_seat::Attended;
use unequal_session::{Holder, Moment, Owner, Setup, SubmitError, Table};

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
        Some(path) if args.output.live => Script::open(path)?.live(),
        Some(path) => Script::open(path)?,
        None => Script::empty(),
    };
    let setup = setup(args, &deck);
    let now = clock.now();
    let attended = args.attended(Holder::Bot(default_bot(&deck)));
    let table = match &args.save {
        Some(path) => Table::create(deck, &setup, path, &now)?,
        None => Table::unrecorded(deck, &setup, &now)?,
    };
    let run = Run {
        clock: &clock,
        output: args.output,
        attended,
    };
    run.headless(table, &mut script, out)
}

fn setup(args: &RunArgs, deck: &Deck) -> Setup {
    let default = || Holder::Bot(default_bot(deck));
    // Everybody sees the name, so the seed is no part of it.
    let name = || deck.text.about.title.clone();
    Setup {
        name: args.name.clone().unwrap_or_else(name),
        seed: args.seed,
        seats: Holders {
            patron: Held::or(args.patron.as_ref(), default),
            client: Held::or(args.client.as_ref(), default),
            europe: Held::or(args.europe.as_ref(), || Holder::Nobody),
        },
        options: args.options(),
        moves: args.moves,
        moves_spread: args.spread,
        demands: args.demands,
    }
}

/// `logit` where the deck has it, else the deck's first bot.
pub fn default_bot(deck: &Deck) -> String {
    let policies = &deck.scenario.policies;
    let first = policies.first().map(|policy| policy.name.clone());
    match deck.scenario.policy_at(DEFAULT_BOT) {
        Some(_) => DEFAULT_BOT.to_owned(),
        None => first.unwrap_or_else(|| DEFAULT_BOT.to_owned()),
    }
}

/// The line before one of a live script is read.
#[derive(Debug, Serialize)]
struct Asked<'a> {
    /// The version of this format.
    format: u32,
    /// The seats that are waited for.
    waits_for: &'a [Seat],
    /// The last entry.
    entry: EntryNumber,
}

/// The line after one of a live script was not taken.
#[derive(Debug, Serialize)]
struct Refused<'a> {
    /// The version of this format.
    format: u32,
    /// Why.
    refused: &'a str,
}

/// How a session goes on without a screen.
#[derive(Debug)]
pub struct Run<'a> {
    /// Which time the record gets.
    pub clock: &'a Clock,
    /// What is printed.
    pub output: OutputArgs,
    /// The programs that hold seats.
    pub attended: Attended,
}

impl Run<'_> {
    /// Lets a session go on without a screen and prints what happens.
    ///
    /// # Errors
    ///
    /// As [`drive`]; and a session that waits for people is not done.
    pub fn headless(
        mut self,
        table: Table,
        script: &mut Script,
        out: &mut Out,
    ) -> Result<(), Error> {
        let recorded: Option<PathBuf> = table.path().map(Path::to_owned);
        let (mut plans, lost) = Plans::of(&table);
        if let Some(lost) = lost {
            out.notice(format!("note: {lost}"));
        }
        let mut shown = table.last_number();
        let owner = Owner::of(table);
        let stopped = loop {
            let stop = drive(
                &mut owner.table(),
                script,
                self.clock,
                &mut plans,
                &mut |table| {
                    self.show(table, &mut shown, out)?;
                    // A record is finished even if nobody reads the lines any more.
                    Ok(recorded.is_some() || !out.is_closed())
                },
            );
            let seats = match stop {
                Ok(Stop::Outside(seats)) => seats,
                Ok(Stop::Refused(error)) => {
                    self.refused(&error, out)?;
                    continue;
                }
                Ok(Stop::Asks(seats)) => {
                    self.asked(&owner.table(), &seats, out)?;
                    match script.read() {
                        Err(error) if script.is_asked() => self.refused(&error, out)?,
                        Err(error) => break Err(error),
                        Ok(_) => {}
                    }
                    continue;
                }
                stop => break stop,
            };
            let acted = self.attended.step(&owner, &|| self.clock.now());
            self.show(&owner.table(), &mut shown, out)?;
            match acted {
                Ok(true) => {}
                Ok(false) => break Ok(Stop::Waits(seats)),
                Err(SubmitError::Store(error)) => break Err(error.into()),
                Err(error) => break Err(Error::fault(error.to_string())),
            }
        };
        self.attended.dismiss("the session is over or is left");
        self.close(&mut owner.table(), stopped, out)
    }

    /// Says whose line is read next.
    fn asked(&self, table: &Table, seats: &[Seat], out: &mut Out) -> Result<(), Error> {
        if self.output.json {
            out.json_line(&Asked {
                format: FORMAT,
                waits_for: seats,
                entry: table.last_number(),
            })?;
        } else if !self.output.log {
            let who = waiting::names(table, seats);
            out.line(format!("      waits for {who}"))?;
        }
        out.flush()
    }

    /// Says that a line was not taken, and why.
    fn refused(&self, error: &Error, out: &mut Out) -> Result<(), Error> {
        if self.output.json {
            out.json_line(&Refused {
                format: FORMAT,
                refused: &error.message,
            })?;
            out.flush()?;
        }
        out.error(error);
        Ok(())
    }

    /// Prints the entries that were not shown yet.
    fn show(&self, table: &Table, shown: &mut EntryNumber, out: &mut Out) -> Result<(), Error> {
        let since = shown.count();
        *shown = table.last_number();
        if self.output.log {
            return Ok(());
        }
        for moment in table.moments().iter().skip(since) {
            self.print(table, moment, out)?;
        }
        if self.output.json {
            out.flush()?;
        }
        Ok(())
    }

    fn print(&self, table: &Table, moment: &Moment, out: &mut Out) -> Result<(), Error> {
        let with_time = matches!(self.clock, Clock::Stated(_));
        let number = moment.entry.number;
        let seat = self.output.seat.filter(|seat| *seat != Seat::WhiteCell);
        match seat.map(|seat| (seat, table.entry_seen(number, number, seat))) {
            None if self.output.json => out.json_line(&EntryLine::new(table, moment, with_time)),
            None => out.line(lines::moment(table, moment)),
            Some((_, None)) => Ok(()),
            Some((seat, Some(seen))) if self.output.json => {
                let after = table.view_at(number, seat);
                let line = SeenLine::new(table.scenario(), &seen, &after);
                out.json_line(&line.with_time(with_time))
            }
            Some((_, Some(seen))) => out.line(lines::seen(&seen)),
        }
    }

    /// Says how it ended, or why it stands still.
    fn close(
        &self,
        table: &mut Table,
        stopped: Result<Stop, Error>,
        out: &mut Out,
    ) -> Result<(), Error> {
        if self.output.log {
            out.text(&table.canonical_log())?;
        }
        let stop = stopped?;
        // What follows speaks of the file, so it is looked at first.
        if table.path().is_some() {
            table.look()?;
        }
        if !self.output.log && !self.output.json {
            if let Some(ending) = lines::ending(table.deck(), &table.view(Seat::WhiteCell)) {
                out.line("")?;
                out.text(&ending)?;
            }
            if let Some(path) = table.path() {
                let entries = lines::entries(table.last_number().get());
                let shown = unequal_core::deck::plain(&path.display().to_string());
                out.line(format!("Recorded in {shown}: {entries}."))?;
            }
        }
        match stop {
            Stop::Ended | Stop::Enough => Ok(()),
            Stop::Refused(error) => Err(*error),
            Stop::Waits(seats) | Stop::Outside(seats) | Stop::Asks(seats) => {
                Err(waits(table, &seats))
            }
        }
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
