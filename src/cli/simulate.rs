//! `unequal simulate`: many sessions of bots, counted.

use std::path::Path;

use serde::Serialize;

use crate::cli::args::{From, SimulateArgs};
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::page;
use crate::cli::patience::Patience;
use crate::cli::report;
use unequal_core::analysis::ensemble::shard::Shard;
use unequal_core::analysis::ensemble::summary::Origin;
use unequal_core::analysis::ensemble::{self, EnsembleError, Plan, Summary};
use unequal_core::bot::EuropeBot;
use unequal_core::deck::{Deck, plain};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::model::game::Game;
use unequal_core::model::scenario::Scenario;
use unequal_core::model::side::BySide;
use unequal_core::study::StudyError;
use unequal_core::study::warning::{EarlyWarning, Taken, early_warning};
use unequal_papers::document::text;
use unequal_papers::warning;
use unequal_session::Table;

/// An ensemble with its early warning, as a program reads it.
#[derive(Debug, Serialize)]
struct Warned<'a> {
    #[serde(flatten)]
    shard: &'a Shard,
    early_warning: &'a EarlyWarning,
}

/// What was simulated.
struct Simulated {
    deck: Deck,
    shard: Shard,
    signs: Option<EarlyWarning>,
}

/// Runs the command.
///
/// # Errors
///
/// Says what cannot be played.
pub fn run(args: &SimulateArgs, out: &mut Out) -> Result<(), Error> {
    page::check(args.out.as_deref(), args.replace)?;
    within(args)?;
    let simulated = match (&args.deck, &args.from) {
        (Some(deck), _) => from_start(decks::load(deck)?, args, out)?,
        (None, Some(from)) => from_entry(from, args, out)?,
        (None, None) => return Err(Error::wrong_use("neither a deck nor a session is named")),
    };
    let Simulated { deck, shard, signs } = &simulated;
    let summary = &shard.summary;
    match signs {
        None if args.json => out.json(shard),
        None => out.text(&summary.table()),
        Some(early_warning) if args.json => out.json(&Warned {
            shard,
            early_warning,
        }),
        Some(found) => {
            out.text(&summary.table())?;
            if args.out.is_none() {
                return out.text(&format!("\n{}", text::text(&warning::section(found))));
            }
            let paper = warning::page(found, summary, deck, &command(args, summary));
            let page = page::drawn(&paper, args.out.as_deref());
            page::write(args.out.as_deref(), args.replace, &page, out)
        }
    }
}

/// Whether the part lies within the whole that is named.
///
/// # Errors
///
/// Says where it does not.
fn within(args: &SimulateArgs) -> Result<(), Error> {
    let end = args.first.saturating_add(args.runs);
    match args.of {
        Some(whole) if end > whole => {
            let last = end - 1;
            let message = format!(
                "the part goes to session {last}, and a whole of {whole} ends with {}",
                whole - 1
            );
            Err(Error::wrong_use(message).hint("--first and --runs together are at most --of"))
        }
        _ => Ok(()),
    }
}

/// The command that makes the same page again, with every number that decides it.
fn command(args: &SimulateArgs, summary: &Summary) -> String {
    let source = match (&args.deck, &summary.from) {
        (_, Some(from)) => format!("--from {}@{}", from.save, from.entry),
        (deck, None) => {
            let deck = deck.as_ref().map(|deck| deck.to_string_lossy());
            format!("--deck {}", plain(&deck.unwrap_or_default()))
        }
    };
    let europe = match summary.europe {
        EuropeBot::Absent => String::new(),
        bot => format!(" --europe {bot}"),
    };
    let BySide { patron, client } = &summary.bots;
    let (runs, seed) = (args.runs, args.seed);
    let first = match args.first {
        0 => String::new(),
        first => format!(" --first {first}"),
    };
    format!(
        "unequal simulate {source} --patron {patron} --client {client}{europe} --runs {runs}{first} --seed {seed} --signs"
    )
}

fn plan(scenario: &Scenario, args: &SimulateArgs, europe: EuropeBot) -> Result<Plan, Error> {
    let bot = |name: &str| name.strip_prefix("bot:").unwrap_or(name).to_owned();
    let (patron, client) = (bot(&args.patron), bot(&args.client));
    let plan = Plan::named(scenario, &patron, &client, europe, args.runs, args.seed);
    Ok(Plan {
        first: args.first,
        threads: args.threads,
        ..plan.map_err(|error| told(&error))?
    })
}

fn from_start(deck: Deck, args: &SimulateArgs, out: &mut Out) -> Result<Simulated, Error> {
    let plan = plan(&deck.scenario, args, args.europe)?;
    let patience = patience(args, out);
    let counts = ensemble::count(&deck.scenario, &plan, &|done| patience.see(done));
    let counts = counts.map_err(|error| told(&error))?;
    let shard = Shard::new(&deck.scenario, &deck.hash, &plan, args.of, None, counts);
    let signs = signs(&deck.scenario, &plan, None, args, &patience)?;
    drop(patience);
    Ok(Simulated { deck, shard, signs })
}

/// Watches over everything that is played.
fn patience<'a>(args: &SimulateArgs, out: &'a mut Out) -> Patience<'a> {
    Patience::new(
        out,
        args.runs.saturating_mul(if args.signs { 2 } else { 1 }),
    )
}

/// The signs in the sessions of a plan that has been played, where they are asked for.
fn signs(
    scenario: &Scenario,
    plan: &Plan,
    from: Option<&Taken<'_>>,
    args: &SimulateArgs,
    patience: &Patience<'_>,
) -> Result<Option<EarlyWarning>, Error> {
    if !args.signs {
        return Ok(None);
    }
    let found = early_warning(scenario, plan, from, &|progress| {
        patience.see(plan.runs + progress.done)
    });
    found.map(Some).map_err(|error| match error {
        StudyError::Stopped => told(&EnsembleError::Stopped),
        other => Error::wrong_use(other.to_string()),
    })
}

fn from_entry(from: &From, args: &SimulateArgs, out: &mut Out) -> Result<Simulated, Error> {
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
    let europe = if state.has_europe() {
        args.europe
    } else {
        EuropeBot::Absent
    };
    if europe != args.europe {
        out.notice("note: the session is played without Europe’s seat, so nobody sits in it here");
    }
    let scenario = table.scenario();
    let plan = plan(scenario, args, europe)?;
    let patience = patience(args, out);
    let counts = ensemble::count_from(scenario, &plan, state, &|done| patience.see(done));
    let counts = counts.map_err(|error| told(&error))?;
    let origin = Origin {
        save: shown,
        entry,
        move_number: state.move_number(),
        phase: state.phase.word().to_owned(),
    };
    let hash = &table.deck().hash;
    let shard = Shard::new(scenario, hash, &plan, args.of, Some(origin), counts);
    let taken = Taken::up(scenario, state, closed(&table, entry));
    let signs = signs(scenario, &plan, Some(&taken), args, &patience)?;
    drop(patience);
    Ok(Simulated {
        deck: table.deck().clone(),
        shard,
        signs,
    })
}

/// The moves that stand closed at an entry, each as it was just after; what was taken back is not among them.
fn closed(table: &Table, entry: EntryNumber) -> Vec<&Game> {
    let mut closed: Vec<&Game> = Vec::new();
    for state in EntryNumber::STARTEX
        .through(entry)
        .map(|number| table.state_at(number))
    {
        let game = &state.game;
        // At the beginning of a move stands what has just been closed; elsewhere an earlier one may be open again.
        let stands = game.move_index + u32::from(state.phase != Phase::Inject);
        closed.retain(|earlier| earlier.move_index < stands);
        if state.phase == Phase::Inject && game.move_index > 0 && !state.room.rehearsing {
            closed.push(game);
        }
    }
    closed
}

/// The last entry from which there was something left to play.
fn earlier(table: &Table, save: &Path) -> String {
    let open = |number: &EntryNumber| table.state_at(*number).game.outcome.is_none();
    let mut before = EntryNumber::STARTEX.through(table.last_number().before());
    let last = before.rfind(open).unwrap_or_default();
    format!("name an earlier entry: {}@{last}", save.display())
}

/// The error of an ensemble that gave no result.
pub(super) fn told(error: &EnsembleError) -> Error {
    match error {
        EnsembleError::UnknownBot { .. } => {
            Error::wrong_use(error.to_string()).hint("people cannot be simulated: name two bots")
        }
        EnsembleError::NoRuns | EnsembleError::NoSense | EnsembleError::Threads { .. } => {
            Error::wrong_use(error.to_string())
        }
        EnsembleError::Stopped => Error::data(error.to_string())
            .hint("nothing is shown of a part, since which part it is depends on timing"),
    }
}
