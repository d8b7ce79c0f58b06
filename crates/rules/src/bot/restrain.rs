//! Restrictions on what a bot considers: a floor of intensity, and answering in kind (rules 21.7).

use crate::model::choice::{Demand, FollowUp, Intensity, Response, is_met};
use crate::model::current::LastAnswer;
use crate::model::game::Game;
use crate::model::scenario::{Scenario, ValuePolicy};

/// The intensities that a patron considers, as steps; to hold and to take up an offer is always allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Restraint {
    lowest: usize,
    highest: usize,
}

impl Restraint {
    /// No restriction.
    pub(super) const NONE: Self = Self {
        lowest: 0,
        highest: 3,
    };

    /// A policy's own floor.
    pub(super) const fn floor(policy: &ValuePolicy) -> Self {
        Self {
            lowest: policy.floor,
            highest: 3,
        }
    }

    /// Gentle after a good answer, one step harder after a bad one.
    pub(super) const fn in_kind(game: &Game) -> Self {
        let (lowest, highest) = match game.memory.answer {
            None | Some(LastAnswer::InFull) => (0, 1),
            Some(LastAnswer::InPart) => (0, 2),
            Some(LastAnswer::Not(Intensity::Probe)) => (1, 3),
            Some(LastAnswer::Not(Intensity::Request)) => (2, 3),
            Some(LastAnswer::Not(Intensity::Press | Intensity::Ultimatum)) => (3, 3),
        };
        Self { lowest, highest }
    }

    /// Whether an intensity is considered.
    pub(super) const fn allows(self, intensity: Intensity) -> bool {
        self.lowest <= intensity.index() && intensity.index() <= self.highest
    }
}

/// The replies that a client which answers in kind considers; a signal does not lower the norm for it.
pub(super) fn replies_in_kind(
    scenario: &Scenario,
    game: &Game,
    demand: Demand,
) -> &'static [Response] {
    use Response::{Accept, Conditions, Deflect, Hedge, Partial, Refuse, Stall};
    let norm = scenario
        .domain(scenario.card(demand.card).domain)
        .restraint_norm;
    let last = game.memory.follow_up;
    if demand.intensity.steps() > norm + 1 || last == Some(FollowUp::Punish) {
        &[Partial, Stall, Deflect, Hedge, Refuse]
    } else if matches!(last, Some(FollowUp::Reward | FollowUp::BackDown)) {
        &[Accept, Conditions, Partial, Deflect]
    } else {
        Response::ALL
    }
}

/// The follow-up of a patron that answers in kind.
pub(super) fn follow_up_in_kind(game: &Game) -> FollowUp {
    let Some(exchange) = game.open_exchange() else {
        return FollowUp::Pocket;
    };
    let response = exchange.reply.response;
    if matches!(response, Response::Accept | Response::Conditions) {
        FollowUp::Reward
    } else if is_met(response) {
        FollowUp::Pocket
    } else if exchange.demand.intensity == Intensity::Probe {
        FollowUp::BackDown
    } else {
        FollowUp::Punish
    }
}
