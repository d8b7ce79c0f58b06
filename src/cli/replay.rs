//! `unequal replay`: a session step by step, as one seat could know it.

mod cast;

use crate::cli::args::ReplayArgs;
use crate::cli::error::Error;
use crate::cli::json::SeenLine;
use crate::cli::lines;
use crate::cli::out::Out;
use crate::cli::report;
use crate::cli::screen;
use unequal_core::deck::plain;
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
pub fn run(args: &ReplayArgs, out: &mut Out) -> Result<(), Error> {
    if let Some(to) = &args.cast {
        return cast::write(args, to, out);
    }
    if !args.text && !args.json {
        return on_screen(args);
    }
    let (whole, rest) = History::read(&args.save)?;
    let last = whole.last_number();
    let table = match args.at {
        Some(at) if at < last => upto(&whole, at)?,
        Some(at) => {
            is_there(args, at, last)?;
            whole
        }
        None => whole,
    };
    print(args, &table, rest.as_ref(), out)
}

/// The record on the screen.
fn on_screen(args: &ReplayArgs) -> Result<(), Error> {
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
    };
    screen::open(start, args.look, &instead)
}

/// Fails where a record has no entry of this number.
fn is_there(args: &ReplayArgs, at: u64, last: u64) -> Result<(), Error> {
    if at <= last {
        return Ok(());
    }
    let shown = args.save.display();
    let message = format!("{shown}: there is no entry {at}; the last is {last}");
    Err(Error::wrong_use(message).hint(format!("use --at 0 to --at {last}")))
}

/// The same session when only the first `at` entries had been made: what came later is not known.
fn upto(whole: &History, at: u64) -> Result<History, Error> {
    let mut table = whole.anew();
    let count = usize::try_from(at).unwrap_or(usize::MAX);
    for moment in whole.moments().iter().take(count) {
        table.replay(moment.entry.clone())?;
    }
    Ok(table)
}

fn print(
    args: &ReplayArgs,
    table: &History,
    rest: Option<&Rest>,
    out: &mut Out,
) -> Result<(), Error> {
    let seat = args.seat.unwrap_or(Seat::WhiteCell);
    let entries = table.seen(seat);
    if args.json {
        for seen in &entries {
            out.json_line(&SeenLine::new(table, seen, seat))?;
        }
    } else {
        let about = &table.deck().text.about;
        let setup = table.setup();
        // With the seed, all that is hidden can be worked out.
        let seed = if table.is_open_at(table.last_number(), seat) {
            format!("seed {}, ", setup.seed)
        } else {
            String::new()
        };
        out.line(format!(
            "{}: {}, {seed}patron {}, client {}",
            plain(&setup.name),
            about.title,
            plain(&setup.seats.patron.to_string()),
            plain(&setup.seats.client.to_string()),
        ))?;
        out.line("")?;
        for seen in &entries {
            out.line(lines::seen(seen))?;
        }
        out.line("")?;
        let number = table.last_number();
        let view = table.view(seat);
        out.text(&lines::standing(table, number, &view))?;
        if let Some(ending) = lines::ending(table, &view) {
            out.line("")?;
            out.text(&ending)?;
        }
    }
    if let Some(rest) = rest {
        report::note(rest, &args.save, out);
    }
    Ok(())
}
