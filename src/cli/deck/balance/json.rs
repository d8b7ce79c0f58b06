//! The balance of decks as a program reads it.

use serde::Serialize;

use super::job::Found;
use crate::cli::error::Error;
use crate::cli::out::Out;
use unequal_core::analysis::balance::Condition;
use unequal_core::analysis::ensemble::Summary;
use unequal_core::analysis::ensemble::summary::in_europes_seat;
use unequal_core::bot::EuropeBot;
use unequal_core::study::best_response::Gaps;
use unequal_core::study::sensitivity::survey::{Survey as Numbers, Weight};
use unequal_core::study::theory::inquiry::{Form, Standing};

#[derive(Debug, Serialize)]
struct Balance<'a> {
    /// The version of this format.
    format: u32,
    deck: &'a str,
    hash: &'a str,
    runs: u64,
    rollout_runs: u64,
    #[serde(serialize_with = "in_europes_seat")]
    europe: EuropeBot,
    seed: u64,
    holds: bool,
    conditions: &'a [Condition],
    #[serde(skip_serializing_if = "Option::is_none")]
    theory: Option<Theory<'a>>,
    gaps: &'a [Gaps],
    #[serde(skip_serializing_if = "Option::is_none")]
    numbers: Option<Idle<'a>>,
    pairings: Vec<&'a Summary>,
}

/// How a deck stands to the claims.
#[derive(Debug, Serialize)]
struct Theory<'a> {
    form: Form,
    sessions: u64,
    first_seed: u64,
    claims: &'a [Standing],
}

/// The numbers that decide nothing, or little.
#[derive(Debug, Serialize)]
struct Idle<'a> {
    of: usize,
    pairings: &'a [String],
    nothing: Vec<&'a str>,
    little: Vec<&'a str>,
}

/// One document about one deck, or a list of them about several.
pub(super) fn print(found: &[Found<'_>], out: &mut Out) -> Result<(), Error> {
    let mut decks: Vec<Balance<'_>> = found.iter().map(balance).collect();
    if decks.len() == 1
        && let Some(only) = decks.pop()
    {
        return out.json(&only);
    }
    out.json(&serde_json::json!({ "format": 1, "decks": decks }))
}

fn balance<'a>(found: &'a Found<'_>) -> Balance<'a> {
    let plan = &found.survey.plan;
    let pairings = found.survey.pairings.iter();
    Balance {
        format: 1,
        deck: &found.deck.scenario.id,
        hash: &found.deck.hash,
        runs: plan.runs,
        rollout_runs: plan.rollout_runs,
        europe: plan.europe,
        seed: plan.seed,
        holds: found.broken_conditions() == 0 && found.missed().is_empty(),
        conditions: &found.conditions,
        theory: found.theory.as_ref().map(|(form, plan, claims)| Theory {
            form: *form,
            sessions: plan.sessions,
            first_seed: plan.first,
            claims,
        }),
        gaps: &found.gaps,
        numbers: found.numbers.as_ref().map(idle),
        pairings: pairings.map(|pairing| &pairing.summary).collect(),
    }
}

fn idle(found: &Numbers) -> Idle<'_> {
    let of = |weight: Weight| {
        let moved = found
            .moved
            .iter()
            .filter(move |moved| moved.weight == weight);
        moved.map(|moved| &*moved.lever.name).collect()
    };
    Idle {
        of: found.moved.len(),
        pairings: &found.pairings,
        nothing: of(Weight::Nothing),
        little: of(Weight::Little),
    }
}
