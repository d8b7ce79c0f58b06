//! `unequal simulate`: many sessions of two bots, counted.

use crate::analysis::ensemble::{self, EnsembleError, Plan};
use crate::cli::args::SimulateArgs;
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::patience::Patience;

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
        let patience = Patience::new(out, args.runs);
        ensemble::run(&deck.scenario, &plan, &|done| patience.see(done))
    };
    let summary = summary.map_err(|error| told(&error))?;
    if args.json {
        out.json(&summary)
    } else {
        out.text(&summary.table())
    }
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
