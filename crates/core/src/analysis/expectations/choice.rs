//! What could have been chosen instead: the alternatives to an act that differ from it in one thing.

use crate::analysis::bot::demand_options;
use crate::engine::choice::{FollowUp, Intensity};
use crate::engine::phase::Phase;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::resolve::delivery::legal_replies;
use crate::engine::scenario::Scenario;
use crate::engine::state::State;

/// A choice of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The patron's: a demand, or none.
    Demand(Option<Demand>),
    /// The client's.
    Reply(Reply),
    /// The patron's, after the reply.
    FollowUp(FollowUp),
}

/// What else was open where `taken` was chosen, in canonical order; `taken` itself is left out.
///
/// For a reply and a follow-up that is all that was legal. For a demand it is to hold, and every
/// demand with another card, another intensity or another inducement, but not two of them at once.
/// For a hold it is a plain request on every card that effort allows.
pub fn alternatives(scenario: &Scenario, state: &State, taken: Choice) -> Vec<Choice> {
    match taken {
        Choice::Demand(demand) => demand_options(scenario, &state.game)
            .into_iter()
            .filter(|option| *option != demand && is_near(*option, demand))
            .map(Choice::Demand)
            .collect(),
        Choice::Reply(reply) => match asked(state) {
            Some(demand) => legal_replies(scenario, &state.game.position, demand.card)
                .filter(|option| *option != reply)
                .map(Choice::Reply)
                .collect(),
            None => Vec::new(),
        },
        Choice::FollowUp(choice) => state
            .game
            .legal_follow_ups()
            .iter()
            .filter(|option| **option != choice)
            .map(|option| Choice::FollowUp(*option))
            .collect(),
    }
}

/// The demand that is being answered; in sealed play, the one that has just been revealed.
fn asked(state: &State) -> Option<Demand> {
    let tabled = match state.phase {
        Phase::Ruling => state.tabled.first(),
        _ => state.tabled.iter().find(|tabled| tabled.reply.is_none()),
    };
    tabled.map(|tabled| tabled.demand)
}

fn is_near(option: Option<Demand>, taken: Option<Demand>) -> bool {
    match (option, taken) {
        (None, _) => true,
        (Some(option), Some(taken)) => {
            let differs = [
                option.card != taken.card,
                option.intensity != taken.intensity,
                option.inducement != taken.inducement,
            ];
            differs.into_iter().filter(|differs| *differs).count() == 1
        }
        (Some(option), None) => {
            option.intensity == Intensity::Request
                && option.inducement == crate::engine::choice::Inducement::None
        }
    }
}
