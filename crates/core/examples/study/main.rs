//! Studies decks, and writes what was found as Markdown.
//!
//! ```text
//! cargo run -p unequal-core --release --example study -- theory DECK..        the claims of decks, tested
//! cargo run -p unequal-core --release --example study -- survey DECK PAIRING..  every number, one at a time
//! cargo run -p unequal-core --release --example study -- levers DECK PAIRING..  the levers of levers.txt, one at a time
//! cargo run -p unequal-core --release --example study -- morris DECK PAIRING..  those levers, by elementary effects
//! cargo run -p unequal-core --release --example study -- sobol DECK PAIRING..   the first 20 of them, by variance
//! cargo run -p unequal-core --release --example study -- bots DECK BOT..        every bot against every other, and each seat over the deck's
//! cargo run -p unequal-core --release --example study -- signs DECK PAIRING..   what comes before an ending
//! ```
//!
//! DECK is `reference`, or a file; before an `@` may stand what it is called, behind a comma what is
//! changed, as in `short@reference,session.moves=8,session.moves_spread=1`. `--sessions N` (of each pairing), `--first SEED`,
//! `--rows N`, `--threads N` and, for claims, `--only T1,T11` may stand anywhere.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it says what it found"
)]

mod deck;
mod page;

use std::error::Error;
use std::ops::ControlFlow;
use std::time::Instant;

use deck::deck;
use unequal_core::model::scenario::Scenario;
use unequal_core::study::best_response::responses;
use unequal_core::study::number::{Lever, numbers};
use unequal_core::study::sensitivity::global::{elementary, variance};
use unequal_core::study::sensitivity::survey::survey;
use unequal_core::study::sensitivity::target::Target;
use unequal_core::study::session::{Pairing, Plan, Progress, unwatched};
use unequal_core::study::theory::inquiry::{Form, Inquiry};
use unequal_core::study::warning::warnings;

/// The levers that are varied together: one a line, behind `#` a remark.
const LEVERS: &str = include_str!("levers.txt");

/// What the command line asks for.
struct Asked {
    words: Vec<String>,
    plan: Plan,
    rows: usize,
    /// The claims to look at; all where none is named.
    only: Option<String>,
}

fn asked() -> Result<Asked, Box<dyn Error>> {
    let mut asked = Asked {
        words: Vec::new(),
        plan: Plan {
            first: 5_000_000,
            sessions: 2000,
            threads: None,
        },
        rows: 256,
        only: None,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut next = || {
            words
                .next()
                .ok_or(format!("after {word} something is missing"))
        };
        let mut number = || -> Result<u64, Box<dyn Error>> { Ok(next()?.parse()?) };
        match &*word {
            "--only" => asked.only = Some(next()?),
            "--sessions" => asked.plan.sessions = number()?,
            "--first" => asked.plan.first = number()?,
            "--threads" => asked.plan.threads = Some(usize::try_from(number()?)?),
            "--rows" => asked.rows = usize::try_from(number()?)?,
            _ => asked.words.push(word),
        }
    }
    Ok(asked)
}

/// The levers of the list that the deck has.
fn levers(scenario: &Scenario) -> Vec<Lever> {
    let all = numbers(scenario);
    let lines = LEVERS
        .lines()
        .map(|line| line.split('#').next().unwrap_or("").trim());
    lines
        .filter(|line| !line.is_empty())
        .filter_map(|pattern| Lever::among(&all, pattern).ok())
        .collect()
}

/// Says now and then how far it is.
fn watch(progress: Progress) -> ControlFlow<()> {
    let step = (progress.of / 20).max(1);
    if progress.done.is_multiple_of(step) {
        eprintln!("{} of {} sessions", progress.done, progress.of);
    }
    ControlFlow::Continue(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let asked = asked()?;
    let began = Instant::now();
    let words: Vec<&str> = asked.words.iter().map(|word| &**word).collect();
    let [what, rest @ ..] = &words[..] else {
        return Err("say what to study: see the head of examples/study/main.rs".into());
    };
    if *what == "theory" {
        let mut columns = Vec::new();
        for name in rest {
            let scenario = deck(name)?;
            eprintln!("{name}");
            let mut inquiry = Inquiry::new(&scenario, Form::Full);
            if let Some(only) = &asked.only {
                inquiry = inquiry.only(&only.split(',').collect::<Vec<_>>());
            }
            let standings = inquiry.answer(&|_| None, asked.plan, &watch)?;
            let called = name.split_once('@').map_or(*name, |(called, _)| called);
            columns.push((called.to_owned(), standings));
        }
        print!("{}", page::theory(&columns, asked.plan));
        eprintln!("{:.1} s", began.elapsed().as_secs_f64());
        return Ok(());
    }
    let [name, rest @ ..] = rest else {
        return Err("which deck?".into());
    };
    let scenario = deck(name)?;
    if *what == "bots" {
        let found = responses(&scenario, rest, asked.plan, &unwatched)?;
        let shipped: Vec<&str> = scenario.policies.iter().map(|bot| &*bot.name).collect();
        print!("{}", page::bots(&found, &shipped));
    } else {
        let pairings = rest.iter().map(|word| word.parse());
        let pairings: Vec<Pairing> = pairings.collect::<Result<_, _>>()?;
        let target = Target {
            scenario: &scenario,
            pairings: &pairings,
            plan: asked.plan,
        };
        match *what {
            "survey" => {
                let all: Vec<Lever> = numbers(&scenario).into_iter().map(Lever::from).collect();
                print!("{}", page::survey(&survey(&target, &all, &watch)?));
            }
            "levers" => {
                print!(
                    "{}",
                    page::survey(&survey(&target, &levers(&scenario), &watch)?)
                );
            }
            "signs" => {
                print!(
                    "{}",
                    page::signs(&warnings(&scenario, &pairings, asked.plan, &watch)?)
                );
            }
            "morris" => {
                let found = elementary(&target, &levers(&scenario), asked.rows, 1, &watch)?;
                print!("{}", page::morris(&found));
            }
            "sobol" => {
                let mut levers = levers(&scenario);
                levers.truncate(20);
                let found = variance(&target, &levers, asked.rows, 1, &watch)?;
                print!("{}", page::sobol(&found));
            }
            _ => return Err(format!("there is no study `{what}`").into()),
        }
    }
    eprintln!("{:.1} s", began.elapsed().as_secs_f64());
    Ok(())
}
