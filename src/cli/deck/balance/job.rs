//! What is played of a deck for its balance, and what came of it.

use std::ops::ControlFlow;

use crate::cli::args::{Claims, DeckBalance};
use crate::cli::error::Error;
use crate::cli::simulate::told;
use unequal_core::analysis::balance::{Condition, Survey, SurveyPlan, conditions, survey};
use unequal_core::analysis::ensemble::EnsembleError;
use unequal_core::deck::Deck;
use unequal_core::study::StudyError;
use unequal_core::study::best_response::{Gaps, gaps};
use unequal_core::study::number::{Lever, numbers};
use unequal_core::study::sensitivity::survey::{Survey as Numbers, survey as one_at_a_time};
use unequal_core::study::sensitivity::target::Target;
use unequal_core::study::session::{Pairing, Plan};
use unequal_core::study::theory::inquiry::{Form, Inquiry, Standing, Tried};
use unequal_papers::balance::{Measured, Theory};

/// What is added to the seed of the command for the first under which claims are tested: far from those under
/// which numbers are tuned.
const FRESH: u64 = 5_000_000;
/// The bot that plays itself where numbers are moved, as in `unequal sensitivity`.
const USUAL: &str = "logit";

/// What is to be played of a deck.
pub(super) struct Job<'a> {
    deck: &'a Deck,
    survey: SurveyPlan,
    theory: Option<(Form, Inquiry<'a>)>,
    claims: Plan,
    numbers: Option<(Vec<Lever>, Plan)>,
}

/// What came of it.
pub(super) struct Found<'a> {
    pub(super) deck: &'a Deck,
    pub(super) survey: Survey<'a>,
    pub(super) conditions: Vec<Condition>,
    pub(super) theory: Option<(Form, Plan, Vec<Standing>)>,
    pub(super) gaps: Vec<Gaps>,
    pub(super) numbers: Option<Numbers>,
}

impl<'a> Job<'a> {
    pub(super) fn new(deck: &'a Deck, args: &DeckBalance) -> Self {
        let scenario = &deck.scenario;
        let plan = |first: u64, sessions: u64| Plan {
            first,
            sessions,
            threads: args.threads,
        };
        let form = match args.claims {
            Claims::Full => Some(Form::Full),
            Claims::Short => Some(Form::Short),
            Claims::None => None,
        };
        let levers = || numbers(scenario).into_iter().map(Lever::from).collect();
        Self {
            deck,
            survey: SurveyPlan {
                runs: args.runs,
                rollout_runs: args.rollout_runs,
                seed: args.seed,
                threads: args.threads,
                europe: args.europe,
            },
            theory: form.map(|form| (form, Inquiry::new(scenario, form))),
            claims: plan(FRESH.wrapping_add(args.seed), args.runs),
            numbers: (args.numbers).map(|sessions| (levers(), plan(args.seed, sessions))),
        }
    }

    /// How many sessions are played, each part of the work after the other.
    fn parts(&self) -> [u64; 3] {
        let theory = self.theory.as_ref();
        let numbers = self.numbers.as_ref();
        [
            Survey::sessions(&self.deck.scenario, &self.survey),
            theory.map_or(0, |(_, inquiry)| inquiry.sessions(self.claims)),
            numbers.map_or(0, |(levers, plan)| {
                plan.sessions * (1 + 2 * levers.len() as u64)
            }),
        ]
    }

    /// How many sessions are played.
    pub(super) fn sessions(&self) -> u64 {
        self.parts().iter().sum()
    }

    /// Plays them; `watch` is told how many are done, and may break off.
    pub(super) fn measure(
        &self,
        watch: &(dyn Fn(u64) -> ControlFlow<()> + Sync),
    ) -> Result<Found<'a>, Error> {
        let scenario = &self.deck.scenario;
        let [of_survey, of_claims, of_numbers] = self.parts();
        let survey = survey(scenario, self.survey, watch).map_err(|error| told(&error))?;
        let theory = match &self.theory {
            None => None,
            Some((form, inquiry)) => {
                let exempt = |test: &str| self.deck.text.exempt(test).map(str::to_owned);
                let standings = inquiry.answer(&exempt, self.claims, &|progress| {
                    watch(of_survey + progress.done)
                });
                Some((
                    *form,
                    self.claims,
                    standings.map_err(|error| stopped(&error))?,
                ))
            }
        };
        let numbers = match &self.numbers {
            None => None,
            Some((levers, plan)) => {
                let usual = scenario.policy_at(USUAL).unwrap_or_default();
                let name = &scenario.policy(usual).name;
                let target = Target {
                    scenario,
                    pairings: &[Pairing::new(name, name)],
                    plan: *plan,
                };
                let found = one_at_a_time(&target, levers, &|progress| {
                    // What plays alike at several points is played once: the rest of it is done already.
                    let alike = of_numbers.saturating_sub(progress.of);
                    watch(of_survey + of_claims + alike + progress.done)
                });
                let found = found.map_err(|error| stopped(&error))?;
                if !found.is_whole() {
                    return Err(told(&EnsembleError::Stopped));
                }
                Some(found)
            }
        };
        Ok(Found {
            deck: self.deck,
            conditions: conditions(&survey),
            gaps: gaps(&survey),
            survey,
            theory,
            numbers,
        })
    }
}

/// The error of a study that gave no result.
fn stopped(error: &StudyError) -> Error {
    match error {
        StudyError::Stopped => told(&EnsembleError::Stopped),
        other => Error::wrong_use(other.to_string()),
    }
}

impl Found<'_> {
    /// As the page shows it.
    pub(super) fn measured(&self) -> Measured<'_> {
        let theory = self.theory.as_ref();
        Measured {
            deck: self.deck,
            survey: &self.survey,
            conditions: &self.conditions,
            theory: theory.map(|(form, plan, standings)| Theory {
                form: *form,
                plan: *plan,
                standings,
            }),
            gaps: &self.gaps,
            numbers: self.numbers.as_ref(),
        }
    }

    /// How many conditions do not hold.
    pub(super) fn broken_conditions(&self) -> usize {
        let conditions = self.conditions.iter();
        conditions.filter(|one| one.holds == Some(false)).count()
    }

    /// The tests that are clearly missed and from which the deck is not exempt.
    pub(super) fn missed(&self) -> Vec<String> {
        let standings = self.theory.iter().flat_map(|(.., standings)| standings);
        let tests = standings.flat_map(|standing| &standing.tests);
        let missed = tests.filter(|tried: &&Tried| tried.is_broken());
        let id = &self.deck.scenario.id;
        missed.map(|tried| format!("{id} {}", tried.id)).collect()
    }
}
