//! `unequal deck balance`: every bot against every bot, and whether the deck is fair.

use serde::Serialize;

use super::page;
use crate::cli::args::DeckBalance;
use crate::cli::decks;
use crate::cli::error::{Error, Kind};
use crate::cli::out::Out;
use crate::cli::patience::Patience;
use crate::cli::simulate::told;
use unequal_core::analysis::balance::{Condition, Survey, SurveyPlan, conditions, survey};
use unequal_core::analysis::ensemble::Summary;
use unequal_core::bot::EuropeBot;
use unequal_core::deck::{Deck, plain};
use unequal_papers::balance::markdown;

/// The survey as a program reads it.
#[derive(Debug, Serialize)]
struct Balance<'a> {
    deck: &'a str,
    hash: &'a str,
    runs: u64,
    rollout_runs: u64,
    europe: EuropeBot,
    seed: u64,
    holds: bool,
    conditions: &'a [Condition],
    pairings: Vec<&'a Summary>,
}

pub(super) fn run(args: &DeckBalance, out: &mut Out) -> Result<(), Error> {
    page::check(args.out.as_deref(), args.replace)?;
    let deck = decks::load(&args.deck)?;
    let plan = SurveyPlan {
        runs: args.runs,
        rollout_runs: args.rollout_runs,
        seed: args.seed,
        threads: args.threads,
        europe: args.europe,
    };
    let survey = {
        let patience = Patience::new(out, Survey::sessions(&deck.scenario, &plan));
        survey(&deck.scenario, plan, &|done| patience.see(done))
    };
    let survey = survey.map_err(|error| told(&error))?;
    let conditions = conditions(&survey);
    print_survey(args, &deck, &survey, &conditions, out)?;
    let broken = conditions.iter().filter(|c| c.holds == Some(false)).count();
    match broken {
        0 => Ok(()),
        _ if args.json => Err(Error::said(Kind::Data)),
        1 => Err(Error::data("1 condition of a balanced deck does not hold")),
        _ => Err(Error::data(format!(
            "{broken} conditions of a balanced deck do not hold"
        ))),
    }
}

fn print_survey(
    args: &DeckBalance,
    deck: &Deck,
    survey: &Survey<'_>,
    conditions: &[Condition],
    out: &mut Out,
) -> Result<(), Error> {
    if args.json {
        return out.json(&Balance {
            deck: &deck.scenario.id,
            hash: &deck.hash,
            runs: survey.plan.runs,
            rollout_runs: survey.plan.rollout_runs,
            europe: survey.plan.europe,
            seed: survey.plan.seed,
            holds: conditions.iter().all(|c| c.holds != Some(false)),
            conditions,
            pairings: survey.pairings.iter().map(|p| &p.summary).collect(),
        });
    }
    let text = markdown(survey, conditions, deck, &command(args));
    page::write(args.out.as_deref(), args.replace, &text, out)
}

/// The command that makes the same page again, with every number that decides it.
fn command(args: &DeckBalance) -> String {
    let europe = match args.europe {
        EuropeBot::Absent => String::new(),
        bot => format!(" --europe {bot}"),
    };
    format!(
        "unequal deck balance {} --runs {} --rollout-runs {}{europe} --seed {}",
        plain(&args.deck.to_string_lossy()),
        args.runs,
        args.rollout_runs,
        args.seed
    )
}
