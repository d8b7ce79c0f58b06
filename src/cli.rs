//! The command line: reads what is asked for, runs it, and turns every error into an exit status.
//!
//! Each command has one file. Only `out` prints; `error` says what went wrong, where, and what to
//! do next.

pub mod annotate;
pub mod args;
pub mod ask;
pub mod branch;
pub mod clock;
pub mod close;
pub mod compare;
pub mod completions;
pub mod copy;
pub mod deck;
pub mod decks;
pub mod drive;
pub mod error;
pub mod guard;
#[cfg(all(unix, not(feature = "portable")))]
pub mod host;
pub mod json;
pub mod lines;
pub mod merge;
pub mod out;
pub mod page;
pub mod patience;
pub mod play;
pub mod print;
pub mod replay;
pub mod report;
pub mod resume;
pub mod run;
pub mod schema;
pub mod screen;
pub mod script;
pub mod seal;
#[cfg(all(unix, not(feature = "portable")))]
pub mod seat;
pub mod sensitivity;
pub mod simulate;
pub mod ssh;
pub mod text;
#[cfg(not(all(unix, not(feature = "portable"))))]
pub mod unhosted;
pub mod verify;
pub mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

use crate::cli::args::{Cli, Command};
use crate::cli::error::{Error, Kind};
use crate::cli::out::Out;
use unequal_core::deck::plain;

/// Runs the program with these arguments, the program's name first, and gives its exit status.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    guard::install();
    guard::outlive_file_limits();
    let mut out = Out::standard();
    let done = guard::guarded(|| {
        let asked = understand(arguments, &mut out)?;
        asked.map_or(Ok(()), |cli| command(cli, &mut out))
    });
    let done = done.and_then(|()| out.flush());
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _nobody_reads = out.flush();
            out.error(&error);
            ExitCode::from(error.kind.status())
        }
    }
}

/// Reads the arguments; none where help or version was asked for and printed.
fn understand(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut Out,
) -> Result<Option<Cli>, Error> {
    match Cli::try_parse_from(arguments) {
        Ok(cli) => Ok(Some(cli)),
        Err(error) if !error.use_stderr() => {
            let text = error.render();
            out.text(
                &if out.is_terminal() && std::env::var_os("NO_COLOR").is_none() {
                    text.ansi().to_string()
                } else {
                    text.to_string()
                },
            )?;
            Ok(None)
        }
        Err(error) => Err(wrong_use(&error)),
    }
}

/// Clap's message in our form: `error: …`, then what it shows, then `hint: …`.
fn wrong_use(error: &clap::Error) -> Error {
    let text = error.render().to_string();
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return Error::said(Kind::Use).after(text);
    }
    let mut lines = text.lines().map(plain);
    let first = lines.next().unwrap_or_default();
    let mut told = Error::wrong_use(first.strip_prefix("error: ").unwrap_or(&first));
    let mut place = Vec::new();
    for line in lines {
        if let Some(tip) = line.strip_prefix("  tip: ") {
            told = told.hint(tip);
        } else if line.starts_with("For more information") {
            told = told.hint("`unequal --help` lists all commands, with examples");
        } else if !line.is_empty() {
            place.push(line);
        }
    }
    told.at(place)
}

fn command(cli: Cli, out: &mut Out) -> Result<(), Error> {
    match cli.command {
        None => play::home(cli.look),
        Some(Command::Play(args)) => play::run(&args, cli.look, out),
        Some(Command::Resume(args)) => resume::run(&args, cli.look, out),
        #[cfg(all(unix, not(feature = "portable")))]
        Some(Command::Host(args)) => host::run(&args, cli.look, out),
        #[cfg(all(unix, not(feature = "portable")))]
        Some(Command::Seat(args)) => seat::run(&args, cli.look, out),
        #[cfg(not(all(unix, not(feature = "portable"))))]
        Some(
            Command::Host(args::HostArgs { save, .. })
            | Command::Seat(args::SeatAtArgs { save, .. }),
        ) => unhosted::refused(&save),
        Some(Command::Run(args)) => run::run(&args, out),
        Some(Command::Replay(args)) => replay::run(&args, cli.look, out),
        Some(Command::Watch(args)) => watch::run(&args, cli.look, out),
        Some(Command::Report(args)) => report::run(&args, out),
        Some(Command::Print(args)) => print::run(&args, out),
        Some(Command::Close(args)) => close::run(&args, out),
        Some(Command::Annotate(args)) => annotate::run(&args, out),
        Some(Command::Ask(args)) => ask::run(&args, out),
        Some(Command::Branch(args)) => branch::run(&args, out),
        Some(Command::Copy(args)) => copy::run(&args, out),
        Some(Command::Seal(args)) => seal::run(&args, out),
        Some(Command::Compare(args)) => compare::run(&args, out),
        Some(Command::Verify(args)) => verify::run(&args, out),
        Some(Command::Deck(args)) => deck::run(&args, out),
        Some(Command::Simulate(args)) => simulate::run(&args, out),
        Some(Command::Merge(args)) => merge::run(&args, out),
        Some(Command::Sensitivity(args)) => sensitivity::run(&args, out),
        Some(Command::Schema(args)) => schema::run(args, out),
        Some(Command::Completions { shell }) => completions::run(shell, out),
    }
}
