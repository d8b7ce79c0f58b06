//! Balance: what every pairing of a deck's bots does to each other, and whether the deck is fair.
//!
//! A survey plays an ensemble of every bot against every bot, all under the same session seeds. The
//! conditions of a balanced deck are read off it.

mod conditions;
pub(super) mod roles;

use crate::analysis::ensemble::{EnsembleError, Plan, Summary, Tally, Watch, count};
use crate::bot::EuropeBot;
use crate::model::place::PolicyAt;
use crate::model::scenario::{Policy, PolicyKind, Scenario};
use crate::model::side::BySide;

pub use conditions::{Condition, conditions};

/// How to survey a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SurveyPlan {
    /// Sessions a pairing.
    pub runs: u64,
    /// Sessions a pairing in which a bot looks ahead, which takes some hundred times as long.
    pub rollout_runs: u64,
    /// The seed of every ensemble.
    pub seed: u64,
    /// Threads; none: as many as there are cores.
    pub threads: Option<usize>,
    /// Who sits in Europe's seat.
    pub europe: EuropeBot,
}

/// Whether a bot plays every candidate to the end before it chooses, which takes long.
const fn looks_ahead(policy: &Policy) -> bool {
    matches!(policy.kind, PolicyKind::Rollout { .. })
}

/// One bot against another.
#[derive(Clone, Debug)]
pub struct Pairing {
    /// The patron, by its place among the deck's policies.
    pub patron: PolicyAt,
    /// The client, likewise.
    pub client: PolicyAt,
    /// The counts.
    pub tally: Tally,
    /// What they come to.
    pub summary: Summary,
}

/// Every bot against every bot.
#[derive(Clone, Debug)]
pub struct Survey<'a> {
    /// The deck's numbers.
    pub scenario: &'a Scenario,
    /// How it was played.
    pub plan: SurveyPlan,
    /// All pairings, by patron and then by client, in the deck's order.
    pub pairings: Vec<Pairing>,
}

/// Plays every bot of a deck against every bot.
///
/// `watch` is told from any thread how many sessions are done, and may break off.
///
/// # Errors
///
/// As an ensemble: nothing to play, no threads, or `watch` breaks off.
pub fn survey<'a>(
    scenario: &'a Scenario,
    plan: SurveyPlan,
    watch: Watch<'_>,
) -> Result<Survey<'a>, EnsembleError> {
    let mut pairings = Vec::new();
    let mut done = 0;
    for (patron_place, patron) in scenario.policies.placed() {
        for (client_place, client) in scenario.policies.placed() {
            let slow = looks_ahead(patron) || looks_ahead(client);
            let ensemble = Plan {
                bots: BySide::new(patron.name.clone(), client.name.clone()),
                europe: plan.europe,
                first: 0,
                runs: if slow { plan.rollout_runs } else { plan.runs },
                seed: plan.seed,
                threads: plan.threads,
            };
            let before = done;
            let tally = count(scenario, &ensemble, &|played| watch(before + played))?;
            done += tally.sessions;
            pairings.push(Pairing {
                patron: patron_place,
                client: client_place,
                summary: Summary::new(scenario, &ensemble, &tally),
                tally,
            });
        }
    }
    Ok(Survey {
        scenario,
        plan,
        pairings,
    })
}

impl Survey<'_> {
    /// How many sessions a survey of a deck plays.
    pub fn sessions(scenario: &Scenario, plan: &SurveyPlan) -> u64 {
        let all = scenario.policies.len() as u64;
        let slow = scenario.policies.iter().filter(|p| looks_ahead(p)).count() as u64;
        let quick = (all - slow) * (all - slow);
        quick * plan.runs + (all * all - quick) * plan.rollout_runs
    }

    /// A bot's name.
    pub fn name(&self, place: PolicyAt) -> &str {
        &self.scenario.policies[place].name
    }

    /// The pairing of two bots.
    fn pairing(&self, patron: PolicyAt, client: PolicyAt) -> Option<&Pairing> {
        self.pairings
            .iter()
            .find(|pairing| pairing.patron == patron && pairing.client == client)
    }

    /// All counts of the pairings that fit, in one.
    pub fn pooled(&self, fits: impl Fn(&Pairing) -> bool) -> Tally {
        let mut pool = Tally::new(self.scenario);
        for pairing in self.pairings.iter().filter(|pairing| fits(pairing)) {
            pool.merge(&pairing.tally);
        }
        pool
    }

    /// The mean of a figure over the pairings that fit, each of which counts the same.
    #[expect(clippy::cast_precision_loss, reason = "a deck has but a few bots")]
    fn evenly(&self, fits: impl Fn(&Pairing) -> bool, figure: impl Fn(&Summary) -> f64) -> f64 {
        let fitting = || self.pairings.iter().filter(|pairing| fits(pairing));
        fitting()
            .map(|pairing| figure(&pairing.summary))
            .sum::<f64>()
            / fitting().count() as f64
    }

    /// Whether a bot plays for something and without noise, so that what it tables seems worth it.
    pub fn is_sensible(&self, place: PolicyAt) -> bool {
        match &self.scenario.policies[place].kind {
            PolicyKind::Value(policy) | PolicyKind::TitForTat(policy) => policy.lambda < 0,
            PolicyKind::Rollout { .. } => true,
            PolicyKind::Random | PolicyKind::Fixed(_) => false,
        }
    }
}
