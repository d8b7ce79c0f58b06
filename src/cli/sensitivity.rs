//! `unequal sensitivity`: which numbers of a deck decide what happens, and which decide nothing.

mod table;

use serde::Serialize;

use crate::cli::args::{Method, SensitivityArgs};
use crate::cli::decks;
use crate::cli::error::Error;
use crate::cli::out::Out;
use crate::cli::patience::Patience;
use unequal_core::deck::Deck;
use unequal_core::study::StudyError;
use unequal_core::study::number::{Lever, numbers};
use unequal_core::study::sensitivity::global::{elementary, variance};
use unequal_core::study::sensitivity::survey::{Survey, survey};
use unequal_core::study::sensitivity::target::Target;
use unequal_core::study::session::{Pairing, Plan, Watch};

/// Sessions at each end of a range where numbers are only chosen for another method.
const GLANCE: u64 = 50;

/// A study as a program reads it.
#[derive(Debug, Serialize)]
struct Document<'a, T> {
    /// The version of this format.
    format: u32,
    deck: &'a str,
    hash: &'a str,
    method: &'static str,
    runs: u64,
    seed: u64,
    /// Whether all was played; else what follows is of the part that was.
    whole: bool,
    #[serde(flatten)]
    found: &'a T,
}

/// Runs the command.
///
/// # Errors
///
/// Says what cannot be studied, and whether the study was stopped.
pub fn run(args: &SensitivityArgs, out: &mut Out) -> Result<(), Error> {
    let deck = decks::load(&args.deck)?;
    let pairings: Vec<Pairing> = args
        .pairing
        .iter()
        .map(|text| text.parse::<Pairing>().map_err(|error| told(&error, &deck)))
        .collect::<Result<_, Error>>()?;
    let target = Target {
        scenario: &deck.scenario,
        pairings: &pairings,
        plan: Plan {
            first: args.seed,
            sessions: args.runs,
            threads: args.threads,
        },
    };
    let levers = levers(args, &target, &deck, out)?;
    let rows = |usual: usize| {
        let rows = args.rows.map(usize::try_from).and_then(Result::ok);
        rows.unwrap_or(usual)
    };
    let show = Show { args, deck: &deck };
    let points = |each: usize, rows: usize| (levers.len() + each) * rows;
    match args.method {
        Method::One => {
            let found = watched(&target, 1 + 2 * levers.len(), out, |watch| {
                survey(&target, &levers, watch)
            });
            let found = found.map_err(|error| told(&error, &deck))?;
            let text = table::survey(&found);
            show.print("one", found.is_whole(), &found, &text, out)
        }
        Method::Morris => {
            let rows = rows(20);
            let found = watched(&target, points(1, rows), out, |watch| {
                elementary(&target, &levers, rows, args.seed, watch)
            });
            let found = found.map_err(|error| told(&error, &deck))?;
            let text = table::morris(&found);
            show.print("morris", found.is_whole(), &found, &text, out)
        }
        Method::Sobol => {
            let rows = rows(256);
            let found = watched(&target, points(2, rows), out, |watch| {
                variance(&target, &levers, rows, args.seed, watch)
            });
            let found = found.map_err(|error| told(&error, &deck))?;
            let text = table::sobol(&found);
            show.print("sobol", found.is_whole(), &found, &text, out)
        }
    }
}

/// What is moved.
fn levers(
    args: &SensitivityArgs,
    target: &Target<'_>,
    deck: &Deck,
    out: &mut Out,
) -> Result<Vec<Lever>, Error> {
    let all = numbers(target.scenario);
    if !args.number.is_empty() {
        let named = args.number.iter().map(|pattern| {
            let lever = Lever::among(&all, pattern);
            lever.map_err(|error| told(&error, deck))
        });
        return named.collect();
    }
    let all: Vec<Lever> = all.into_iter().map(Lever::from).collect();
    if args.method == Method::One {
        return Ok(all);
    }
    let glance = Target {
        plan: Plan {
            sessions: args.runs.min(GLANCE),
            ..target.plan
        },
        ..*target
    };
    let found = watched(&glance, 1 + 2 * all.len(), out, |watch| {
        survey(&glance, &all, watch)
    });
    let found = found.and_then(|found| {
        if found.is_whole() {
            Ok(found)
        } else {
            Err(StudyError::Stopped)
        }
    });
    let Survey { moved, .. } = found.map_err(|error| told(&error, deck))?;
    let most = usize::try_from(args.most).unwrap_or(usize::MAX);
    Ok(moved
        .into_iter()
        .map(|moved| moved.lever)
        .take(most)
        .collect())
}

/// Works something out while a person is told how far it is and may stop it.
fn watched<T>(
    target: &Target<'_>,
    points: usize,
    out: &mut Out,
    study: impl FnOnce(Watch<'_>) -> Result<T, StudyError>,
) -> Result<T, StudyError> {
    let most = target.plan.sessions * (target.pairings.len() * points) as u64;
    let patience = Patience::new(out, most);
    study(&|progress| {
        // What plays alike at several points is played once: the rest of them is done already.
        patience.see(progress.done + most.saturating_sub(progress.of))
    })
}

/// What is shown, and of which deck.
struct Show<'a> {
    args: &'a SensitivityArgs,
    deck: &'a Deck,
}

impl Show<'_> {
    fn print<T: Serialize>(
        &self,
        method: &'static str,
        whole: bool,
        found: &T,
        text: &str,
        out: &mut Out,
    ) -> Result<(), Error> {
        let SensitivityArgs { runs, seed, .. } = self.args;
        if self.args.json {
            out.json(&Document {
                format: 1,
                deck: &self.deck.scenario.id,
                hash: &self.deck.hash,
                method,
                runs: *runs,
                seed: *seed,
                whole,
                found,
            })?;
        } else {
            let id = &self.deck.scenario.id;
            out.text(&format!("{id}: {method}, {runs} sessions of each pairing at every point, seed {seed}\n{text}"))?;
        }
        if whole {
            return Ok(());
        }
        Err(Error::data("stopped before all was played")
            .hint("what is shown is of the part that was played to its end; which that is depends on timing"))
    }
}

/// The error of a study that gave no result.
fn told(error: &StudyError, deck: &Deck) -> Error {
    let wrong = Error::wrong_use(error.to_string());
    match error {
        StudyError::UnknownBot(_) => {
            let names = deck.scenario.policies.iter().map(|policy| &*policy.name);
            let names = names.collect::<Vec<_>>().join(", ");
            wrong.hint(format!("the deck has {names}"))
        }
        StudyError::NoPairing(_) => {
            wrong.hint("as in `--pairing cautious:logit,logit:logit:planner`")
        }
        StudyError::UnknownNumber(_) => {
            wrong.hint("as in `--number stability.trust` or `--number 'domain.*.dependence'`")
        }
        StudyError::Stopped => Error::data("stopped before anything was played to its end"),
        StudyError::Unplayable(_) | StudyError::Nothing | StudyError::Threads { .. } => wrong,
    }
}
