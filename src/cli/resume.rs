//! `unequal resume`: goes on with a session, on the screen or by a script.

use crate::cli::args::{LookArgs, ResumeArgs};
use crate::cli::clock::Clock;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::run::{Run, default_bot};
use crate::cli::screen;
use crate::cli::script::Script;
use crate::cli::text::{Ear, Text};
use unequal_core::deck::plain;
use unequal_core::store::{noted, typed};
use unequal_session::{Holder, Owner, Table};
use unequal_tui::Start;

/// Runs the command.
///
/// # Errors
///
/// Says why the record cannot be continued, or what [`Run::headless`] meets.
pub fn run(args: &ResumeArgs, look: LookArgs, out: &mut Out) -> Result<(), Error> {
    if args.text {
        return by_lines(args, out);
    }
    let Some(path) = &args.script else {
        let shown = typed(&args.save);
        if args.output.log || args.output.json {
            return Err(
                Error::wrong_use("--log and --json belong to a run by script")
                    .hint(format!("use `unequal resume {shown} --script FILE --json`")),
            );
        }
        let instead = format!("unequal resume {shown} --script FILE");
        let attended = (args.programs).attended(args.seats.commands(), Holder::Human);
        return screen::beside(Start::Resume(args.save.clone()), look, &instead, attended);
    };
    let clock = Clock::of(&args.time)?;
    let mut script = Script::open(path)?;
    if args.output.live {
        script = script.live();
    }
    let (table, torn) = Table::resume(&args.save)?;
    if let Some(torn) = torn {
        out.notice(format!(
            "note: {}: {torn}",
            plain(&args.save.display().to_string())
        ));
    }
    if !args.output.json && !args.output.log {
        let (number, shown) = (table.last_number(), plain(&args.save.display().to_string()));
        let digest = noted::short(table.digest_at(number));
        out.line(format!("{shown}: digest of entry {number}: {digest}"))?;
    }
    let usual = Holder::Bot(default_bot(table.deck()));
    let run = Run {
        clock: &clock,
        output: args.output,
        attended: args.programs.attended(args.seats.commands(), usual),
    };
    run.headless(table, &mut script, out)
}

/// Goes on line by line.
fn by_lines(args: &ResumeArgs, out: &mut Out) -> Result<(), Error> {
    let clock = Clock::of(&args.time)?;
    let (mut table, torn) = Table::resume(&args.save)?;
    if let Some(torn) = torn {
        let shown = plain(&args.save.display().to_string());
        out.notice(format!("note: {shown}: {torn}"));
    }
    let attended = (args.programs).attended(args.seats.commands(), Holder::Human);
    table.reconvene(&clock.now())?;
    Text::new(Owner::of(table), attended, clock, Ear::typed(), out).play()
}
