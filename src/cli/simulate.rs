//! `unequal simulate`: many sessions of bots, counted.

use std::path::Path;

use crate::cli::args::{From, SimulateArgs};
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::patience::Patience;
use crate::cli::report;
use unequal_core::analysis::ensemble::summary::Origin;
use unequal_core::analysis::ensemble::{self, EnsembleError, Plan, Summary};
use unequal_core::deck::plain;
use unequal_core::model::scenario::Scenario;
use unequal_session::Table;

/// Runs the command.
///
/// # Errors
///
/// Says what cannot be played.
pub fn run(args: &SimulateArgs, out: &mut Out) -> Result<(), Error> {
    let summary = match (&args.deck, &args.from) {
        (Some(deck), _) => from_start(&decks::load(deck)?.scenario, args, out)?,
        (None, Some(from)) => from_entry(from, args, out)?,
        (None, None) => return Err(Error::wrong_use("neither a deck nor a session is named")),
    };
    if args.json {
        out.json(&summary)
    } else {
        out.text(&summary.table())
    }
}

fn plan(scenario: &Scenario, args: &SimulateArgs) -> Result<Plan, Error> {
    let bot = |name: &str| name.strip_prefix("bot:").unwrap_or(name).to_owned();
    let (patron, client) = (bot(&args.patron), bot(&args.client));
    let plan = Plan::named(
        scenario,
        &patron,
        &client,
        args.europe,
        args.runs,
        args.seed,
    );
    Ok(Plan {
        threads: args.threads,
        ..plan.map_err(|error| told(&error))?
    })
}

fn from_start(scenario: &Scenario, args: &SimulateArgs, out: &mut Out) -> Result<Summary, Error> {
    let plan = plan(scenario, args)?;
    let patience = Patience::new(out, args.runs);
    ensemble::run(scenario, &plan, &|done| patience.see(done)).map_err(|error| told(&error))
}

fn from_entry(from: &From, args: &SimulateArgs, out: &mut Out) -> Result<Summary, Error> {
    let table = report::read(&from.save, out)?;
    let shown = plain(&from.save.display().to_string());
    let last = table.last_number();
    let entry = from.entry.unwrap_or(last);
    if entry > last {
        let message = format!("{shown}: there is no entry {entry}; the last is {last}");
        return Err(Error::wrong_use(message).hint(format!("use {shown}@0 to {shown}@{last}")));
    }
    let state = table.state_at(entry);
    if state.game.outcome.is_some() {
        let message = format!("{shown}: after entry {entry} the session is over");
        return Err(Error::wrong_use(message).hint(earlier(&table, &from.save)));
    }
    if state.room.rehearsing {
        let message = format!("{shown}: entry {entry} belongs to turn zero, which is thrown away");
        return Err(Error::wrong_use(message).hint("name an entry after it"));
    }
    let plan = plan(table.scenario(), args)?;
    let summary = {
        let patience = Patience::new(out, args.runs);
        ensemble::run_from(table.scenario(), &plan, state, &|done| patience.see(done))
    };
    Ok(Summary {
        from: Some(Origin {
            save: shown,
            entry,
            move_number: state.move_number(),
            phase: state.phase.word().to_owned(),
        }),
        ..summary.map_err(|error| told(&error))?
    })
}

/// The last entry from which there was something left to play.
fn earlier(table: &Table, save: &Path) -> String {
    let open = |number: &u64| table.state_at(*number).game.outcome.is_none();
    let last = (0..table.last_number()).rev().find(open).unwrap_or(0);
    format!("name an earlier entry: {}@{last}", save.display())
}

/// The error of an ensemble that gave no result.
pub(super) fn told(error: &EnsembleError) -> Error {
    match error {
        EnsembleError::UnknownBot { .. } => {
            Error::wrong_use(error.to_string()).hint("people cannot be simulated: name two bots")
        }
        EnsembleError::NoRuns | EnsembleError::Threads { .. } => {
            Error::wrong_use(error.to_string())
        }
        EnsembleError::Stopped => Error::data(error.to_string())
            .hint("nothing is shown of a part, since which part it is depends on timing"),
    }
}
