//! `unequal simulate`: many sessions of two bots, counted.

use std::ops::ControlFlow;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::analysis::ensemble::{self, EnsembleError, Plan};
use crate::cli::args::SimulateArgs;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;

/// Time between two looks at how far it is.
const PACE: Duration = Duration::from_millis(200);

/// Runs the command.
///
/// # Errors
///
/// Says what cannot be played.
pub fn run(args: &SimulateArgs, out: &mut Out) -> Result<(), Error> {
    let deck = decks::load(&args.deck)?;
    let bot = |name: &str| name.strip_prefix("bot:").unwrap_or(name).to_owned();
    let (patron, client) = (bot(&args.patron), bot(&args.client));
    let mut plan = Plan::named(&deck.scenario, &patron, &client, args.runs, args.seed)
        .map_err(|error| told(&error))?;
    plan.threads = args.threads;
    let summary = {
        let teller = Mutex::new((Instant::now(), &mut *out));
        let tell = |done: u64| {
            // Whoever holds the line is telling already; nobody waits for it.
            if let Ok(mut teller) = teller.try_lock()
                && teller.0.elapsed() >= PACE
            {
                teller.0 = Instant::now();
                let text = format!("{done} of {} sessions", args.runs);
                teller.1.progress(&text);
            }
            ControlFlow::Continue(())
        };
        ensemble::run(&deck.scenario, &plan, &tell)
    };
    out.end_progress();
    let summary = summary.map_err(|error| told(&error))?;
    if args.json {
        out.json(&summary)
    } else {
        out.text(&summary.table())
    }
}

fn told(error: &EnsembleError) -> Error {
    match error {
        EnsembleError::UnknownBot { .. } => {
            Error::wrong_use(error.to_string()).hint("people cannot be simulated: name two bots")
        }
        EnsembleError::NoRuns | EnsembleError::Threads { .. } => {
            Error::wrong_use(error.to_string())
        }
        EnsembleError::Stopped => Error::data(error.to_string()),
    }
}
