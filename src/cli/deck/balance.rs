//! `unequal deck balance`: every bot against every bot, whether the deck is fair, and what it keeps of the claims.

mod job;
mod json;

use std::fmt::Write as _;

use crate::cli::args::{Claims, DeckBalance};
use crate::cli::decks;
use crate::cli::error::{Error, Kind};
use crate::cli::out::Out;
use crate::cli::page;
use crate::cli::patience::Patience;
use unequal_core::bot::EuropeBot;
use unequal_core::deck::{Deck, plain};
use unequal_core::study::theory::inquiry::is_cited;
use unequal_papers::balance::{self as paper, Measured};

use job::{Found, Job};

pub(super) fn run(args: &DeckBalance, out: &mut Out) -> Result<(), Error> {
    page::check(args.out.as_deref(), args.replace)?;
    let decks: Result<Vec<Deck>, Error> = args.decks.iter().map(|name| decks::load(name)).collect();
    let decks = decks?;
    for deck in &decks {
        expect_known_exemptions(deck)?;
    }
    let jobs: Vec<Job<'_>> = decks.iter().map(|deck| Job::new(deck, args)).collect();
    let found = measure(&jobs, out)?;
    if args.json {
        json::print(&found, out)?;
    } else {
        let measured: Vec<Measured<'_>> = found.iter().map(Found::measured).collect();
        let page = page::drawn(&paper::page(&measured, &command(args)), args.out.as_deref());
        page::write(args.out.as_deref(), args.replace, &page, out)?;
    }
    judge(&found, args.json)
}

/// Refuses a deck that is exempt from a test that there is not.
fn expect_known_exemptions(deck: &Deck) -> Result<(), Error> {
    let mut exempt = deck.text.exemptions.iter();
    let unknown = exempt.find(|exemption| !is_cited(&deck.scenario, &exemption.test));
    unknown.map_or(Ok(()), |exemption| {
        let message = format!(
            "{}: exempt from {}, and there is no such test",
            deck.scenario.id,
            plain(&exemption.test)
        );
        Err(Error::data(message).hint("the page without it cites every test by its number"))
    })
}

/// Does everything, and says how far it is.
fn measure<'a>(jobs: &[Job<'a>], out: &mut Out) -> Result<Vec<Found<'a>>, Error> {
    let all: u64 = jobs.iter().map(Job::sessions).sum();
    let patience = Patience::new(out, all);
    let mut before = 0;
    let mut found = Vec::new();
    for job in jobs {
        found.push(job.measure(&|done| patience.see(before + done))?);
        before += job.sessions();
    }
    Ok(found)
}

/// Fails where a condition does not hold, or a test is clearly missed from which a deck is not exempt.
fn judge(found: &[Found<'_>], said: bool) -> Result<(), Error> {
    let broken: usize = found.iter().map(Found::broken_conditions).sum();
    let missed: Vec<String> = found.iter().flat_map(Found::missed).collect();
    if broken == 0 && missed.is_empty() {
        return Ok(());
    }
    if said {
        return Err(Error::said(Kind::Data));
    }
    let mut told = match broken {
        0 => String::new(),
        1 => "1 condition of a balanced deck does not hold".to_owned(),
        _ => format!("{broken} conditions of a balanced deck do not hold"),
    };
    if !missed.is_empty() {
        let and = if broken > 0 { "; " } else { "" };
        let _ = write!(told, "{and}clearly missed: {}", missed.join(", "));
    }
    Err(Error::data(told))
}

/// The command that makes the same page again, with every number that decides it.
fn command(args: &DeckBalance) -> String {
    let decks = args.decks.iter().map(|deck| plain(&deck.to_string_lossy()));
    let mut command = format!(
        "unequal deck balance {} --runs {} --rollout-runs {}",
        decks.collect::<Vec<_>>().join(" "),
        args.runs,
        args.rollout_runs
    );
    match args.claims {
        Claims::Full => {}
        Claims::Short => command += " --claims short",
        Claims::None => command += " --claims none",
    }
    if let Some(sessions) = args.numbers {
        let _ = write!(command, " --numbers {sessions}");
    }
    if args.europe != EuropeBot::Absent {
        let _ = write!(command, " --europe {}", args.europe);
    }
    let _ = write!(command, " --seed {}", args.seed);
    command
}
