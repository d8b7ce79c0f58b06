//! `unequal branch`: another line from any entry, in a file of its own that names its parent.

mod band;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use serde_json::Value;

use crate::cli::args::BranchArgs;
use crate::cli::clock::Clock;
use crate::cli::error::Error;
use crate::cli::lines::entries;
use crate::cli::out::Out;
use crate::cli::run::{Run, default_bot};
use crate::cli::script::{Deed, Line, Script};
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::seat::Seat;
use unequal_core::store::typed;
use unequal_seat::{Attended, Limits};
use unequal_session::branch::{BranchError, Departure, Exchange, Stopped};
use unequal_session::shelf::free_path;
use unequal_session::{SubmitError, Table};

/// Runs the command.
///
/// # Errors
///
/// Says why the record cannot be read, the act not be exchanged, or the branch not be written.
pub fn run(args: &BranchArgs, out: &mut Out) -> Result<(), Error> {
    let clock = Clock::of(&args.time)?;
    let script = args.script.as_deref().map(Script::open).transpose()?;
    let mut script = script.map(|script| {
        if args.output.live {
            script.live()
        } else {
            script
        }
    });
    let trunk = super::report::read(&args.save, out)?;
    let last = trunk.last_number();
    let shown = plain(&args.save.display().to_string());
    if args.at > last {
        let message = format!("{shown}: there is no entry {}; the last is {last}", args.at);
        return Err(Error::wrong_use(message).hint(format!("use --at 0 to --at {last}")));
    }
    let line = match &args.instead {
        Some(text) => Some(exchanged(&trunk, args.at, text)?),
        None => None,
    };
    let name = args.name.clone().unwrap_or_else(|| {
        let name = trunk.name();
        format!("{name}, from entry {}", args.at)
    });
    let now = clock.now();
    let path = match &args.to {
        Some(path) => path.clone(),
        None => beside(&args.save, &name, &now),
    };
    let departure = Departure {
        name,
        after: args.at,
        instead: line.as_ref().map(|(_, action)| action.clone()),
        ends_there: false,
        luck: args.luck,
        seats: seats(args),
    };
    let exchange = line.map_or_else(Exchange::default, |(line, _)| Exchange {
        by: line.by,
        remarks: line.remarks,
    });
    let made = trunk.branch_saying(&departure, &exchange, &path, &now);
    let (branch, stopped) = made.map_err(|error| told(error, &typed(&args.save)))?;
    let quiet = args.output.json || args.output.log;
    if !quiet {
        tell(&branch, &path, args, stopped.as_ref(), out)?;
    } else if let Some(stopped) = &stopped {
        out.notice(format!("note: {}", where_stopped(stopped)));
    }
    if let Some(runs) = args.runs {
        band::tell((&trunk, &branch), args.at, runs, out)?;
    }
    match &mut script {
        Some(script) => {
            let stand_in = Holder::Bot(default_bot(branch.deck()));
            let run = Run {
                clock: &clock,
                output: args.output,
                attended: Attended::new(Vec::new(), Limits::default(), stand_in),
            };
            run.headless(branch, script, out)
        }
        None => Ok(()),
    }
}

/// Who holds seats from there on, where that was said.
fn seats(args: &BranchArgs) -> BTreeMap<Seat, Holder> {
    let said = [
        (Seat::Patron, &args.patron),
        (Seat::Client, &args.client),
        (Seat::Europe, &args.europe),
    ];
    said.into_iter()
        .filter_map(|(seat, holder)| Some((seat, holder.clone()?)))
        .collect()
}

/// The act of `--instead`, a line of a script in which the seat may be left out.
fn exchanged(
    trunk: &Table,
    after: EntryNumber,
    text: &str,
) -> Result<(Line, unequal_core::engine::action::Action), Error> {
    let number = trunk
        .exchanged_after(after)
        .ok_or_else(|| told(BranchError::NothingToExchange(after), ""))?;
    let seat = trunk
        .moment(number)
        .ok_or_else(|| told(BranchError::NothingToExchange(after), ""))?
        .entry
        .seat;
    let mut text = text.to_owned();
    if let Ok(Value::Object(mut object)) = serde_json::from_str::<Value>(&text) {
        object.entry("seat").or_insert_with(|| seat.word().into());
        text = Value::Object(object).to_string();
    }
    let bytes = std::io::Cursor::new(text.into_bytes());
    let mut script = Script::reading("--instead", Box::new(bytes));
    let line = script.take_if(|_| true)?.ok_or_else(|| {
        Error::wrong_use("--instead holds no act")
            .hint(r#"give one act, such as '{"kind":"respond","response":"refuse"}'"#)
    })?;
    if line.seat != seat {
        let named = line.seat;
        let message = format!("entry {number} is an act of the {seat} seat, not of {named}");
        return Err(Error::wrong_use(message)
            .hint("name that seat, or branch after the entry before another act"));
    }
    match &line.deed {
        Deed::Act(action) => {
            let action = action.clone();
            Ok((line, action))
        }
        Deed::Seal(_) => Err(
            Error::wrong_use("a sealed plan cannot be exchanged by itself")
                .hint("branch before it, and play on by a script with `seal` lines"),
        ),
    }
}

/// The first free name for a branch in the folder of its trunk.
fn beside(save: &Path, name: &str, now: &str) -> PathBuf {
    let folder = save.parent().unwrap_or(Path::new(""));
    let room = unequal_tui::clock::Clock::in_zone(TimeZone::system());
    let day = room.date(now);
    free_path(folder, name, &day)
}

fn tell(
    branch: &Table,
    path: &Path,
    args: &BranchArgs,
    stopped: Option<&Stopped>,
    out: &mut Out,
) -> Result<(), Error> {
    let shown = plain(&path.display().to_string());
    let trunk = plain(&args.save.display().to_string());
    let count = entries(branch.last_number().get());
    out.line(format!(
        "Branched off {trunk} after entry {} into {shown}: {count}.",
        args.at
    ))?;
    if let Some(luck) = args.luck {
        out.line(format!(
            "Luck is drawn anew from there on, under seed {luck}; the red lines stay where they lie."
        ))?;
    }
    match stopped {
        Some(stopped) => out.line(format!("{}.", where_stopped(stopped)))?,
        None if args.instead.is_some() && branch.has_ended() => {
            out.line("The trunk's acts were kept until the branch ended.")?;
        }
        None if args.instead.is_some() => {
            out.line("The trunk's acts after the exchanged one were all kept.")?;
        }
        None => {}
    }
    if args.script.is_none() && !branch.has_ended() {
        out.line(format!(
            "Go on with `unequal resume {shown}`, or with `unequal resume {shown} --script FILE`.",
            shown = typed(path)
        ))?;
    }
    Ok(())
}

fn where_stopped(stopped: &Stopped) -> String {
    format!(
        "The trunk's acts were kept up to its entry {}, which no longer fits: {}",
        stopped.at, stopped.because
    )
}

fn told(error: BranchError, shown: &str) -> Error {
    match error {
        BranchError::NothingToExchange(_) => Error::wrong_use(error.to_string())
            .hint("branch without --instead, and play on from there"),
        BranchError::Submit(SubmitError::Store(error)) => error.into(),
        BranchError::Submit(error) => {
            Error::data(format!("the act of --instead is refused: {error}")).hint(format!(
                "`unequal replay {shown} --text --at N` shows what could be done there"
            ))
        }
        BranchError::Session(error) => error.into(),
    }
}
