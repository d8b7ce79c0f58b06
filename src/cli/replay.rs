//! `unequal replay`: a session step by step, as one seat could know it.

mod cast;
mod copied;
mod notation;

use crate::cli::args::{LookArgs, ReplayArgs};
use crate::cli::copy::read::is_copy;
use crate::cli::error::Error;
use crate::cli::json::SeenLine;
use crate::cli::lines;
use crate::cli::out::Out;
use crate::cli::report;
use crate::cli::screen;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Rest;
use unequal_core::store::typed;
use unequal_session::History;
use unequal_tui::Start;

/// Runs the command.
///
/// # Errors
///
/// Says why the record cannot be read, or that there is no such entry.
pub fn run(args: &ReplayArgs, look: LookArgs, out: &mut Out) -> Result<(), Error> {
    if is_copy(&args.save) {
        return copied::run(args, out);
    }
    if let Some(to) = &args.cast {
        return cast::write(args, to, look, out);
    }
    if !args.text && !args.json && !args.notation {
        if args.no_machines {
            return Err(
                Error::wrong_use("--no-machines belongs to --text and --json")
                    .hint("on the screen `M` leaves out what machines did"),
            );
        }
        return on_screen(args, look);
    }
    let (whole, rest) = History::read(&args.save)?;
    let last = whole.last_number();
    let table = match args.at {
        Some(at) if at < last => whole.upto(at)?,
        Some(at) => {
            is_there(args, at, last)?;
            whole
        }
        None => whole,
    };
    if args.notation {
        notation::print(args, &table, out)?;
        if let Some(rest) = &rest {
            report::note(rest, &args.save, out);
        }
        return Ok(());
    }
    print(args, &table, rest.as_ref(), out)
}

/// The record on the screen.
fn on_screen(args: &ReplayArgs, look: LookArgs) -> Result<(), Error> {
    let shown = typed(&args.save);
    let instead = format!("unequal replay {shown} --text");
    if let Some(at) = args.at {
        let (table, _) = History::read(&args.save)?;
        is_there(args, at, table.last_number())?;
    }
    let start = Start::Replay {
        path: args.save.clone(),
        at: args.at,
        seat: args.seat,
        tour: args.tour,
    };
    screen::open(start, look, &instead)
}

/// Fails where a record has no entry of this number.
fn is_there(args: &ReplayArgs, at: EntryNumber, last: EntryNumber) -> Result<(), Error> {
    if at <= last {
        return Ok(());
    }
    let shown = args.save.display();
    let message = format!("{shown}: there is no entry {at}; the last is {last}");
    Err(Error::wrong_use(message).hint(format!("use --at 0 to --at {last}")))
}

fn print(
    args: &ReplayArgs,
    table: &History,
    rest: Option<&Rest>,
    out: &mut Out,
) -> Result<(), Error> {
    let seat = args.seat.unwrap_or(Seat::WhiteCell);
    let mut entries = table.seen(seat);
    if args.no_machines {
        entries.retain(|seen| !seen.by.is_machine());
    }
    let open = table.is_open_at(table.last_number(), seat);
    if args.json {
        for seen in &entries {
            let after = table.view_at(seen.number, seat);
            let line = SeenLine::new(table.scenario(), seen, &after);
            out.json_line(&line.with_act_if_open(table, seen, seat))?;
        }
    } else {
        let about = &table.deck().text.about;
        let setup = table.setup();
        // With the seed, all that is hidden can be worked out.
        let seed = if open {
            format!("seed {}, ", setup.seed)
        } else {
            String::new()
        };
        out.line(format!(
            "{}: {}, {seed}patron {}, client {}, europe {}",
            plain(&setup.name),
            about.title,
            plain(&setup.seats.patron.to_string()),
            plain(&setup.seats.client.to_string()),
            plain(&setup.seats.europe.to_string()),
        ))?;
        out.line("")?;
        for seen in &entries {
            out.line(lines::seen(seen))?;
        }
        out.line("")?;
        let number = table.last_number();
        let view = table.view(seat);
        out.text(&lines::standing(table.deck(), number, &view))?;
        if let Some(ending) = lines::ending(table.deck(), &view) {
            out.line("")?;
            out.text(&ending)?;
        }
    }
    if let Some(rest) = rest {
        report::note(rest, &args.save, out);
    }
    Ok(())
}
