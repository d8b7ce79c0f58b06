//! Restrictions on what a bot considers: a floor of intensity, and answering in kind (rules 17.5).

use crate::engine::choice::{FollowUp, Intensity, Response};
use crate::engine::game::Game;
use crate::engine::resolve::contest::Demand;
use crate::engine::scenario::{Scenario, ValuePolicy};

/// The intensities that a patron considers, as steps; to hold is always allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Restraint {
    lowest: i64,
    highest: i64,
}

impl Restraint {
    /// A policy's own floor.
    pub(super) const fn floor(policy: &ValuePolicy) -> Self {
        Self {
            lowest: policy.floor,
            highest: 3,
        }
    }

    /// Gentle after a good answer, one step harder after a bad one.
    pub(super) const fn in_kind(game: &Game) -> Self {
        match game.memory.last {
            None => Self {
                lowest: 0,
                highest: 1,
            },
            Some((offer, _)) if offer >= 75 => Self {
                lowest: 0,
                highest: 1,
            },
            Some((offer, _)) if offer >= 50 => Self {
                lowest: 0,
                highest: 2,
            },
            Some((_, intensity)) => {
                let next = intensity.steps() + 1;
                Self {
                    lowest: if next > 3 { 3 } else { next },
                    highest: 3,
                }
            }
        }
    }

    /// Whether an intensity is considered.
    pub(super) const fn allows(self, intensity: Intensity) -> bool {
        self.lowest <= intensity.steps() && intensity.steps() <= self.highest
    }
}

/// The replies that a client which answers in kind considers.
pub(super) fn replies_in_kind(
    scenario: &Scenario,
    game: &Game,
    demand: Demand,
) -> &'static [Response] {
    use Response::{Accept, Conditions, Deflect, Hedge, Partial, Refuse, Stall};
    let norm = scenario.domains[scenario.cards[demand.card].domain].restraint_norm;
    let memory = &game.memory;
    if demand.intensity.steps() > norm + 1 || memory.follow_up == Some(FollowUp::Punish) {
        &[Partial, Stall, Deflect, Hedge, Refuse]
    } else if memory.held
        || matches!(
            memory.follow_up,
            Some(FollowUp::Reward | FollowUp::BackDown)
        )
    {
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
    if exchange.offer >= 75 {
        FollowUp::Reward
    } else if exchange.offer >= 50 {
        FollowUp::Pocket
    } else if exchange.demand.intensity.steps() >= 1 {
        FollowUp::Punish
    } else {
        FollowUp::BackDown
    }
}
