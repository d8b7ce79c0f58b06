//! What a bot does in a seat of a table, phase by phase, as an act.

use crate::analysis::sealed;
use crate::bot::{Bot, EuropeBot, NoSuchBot, Plays as _};
use crate::engine::action::Action;
use crate::engine::legal::{
    act_of_decision, act_of_offer, act_of_reply, act_of_step, open_demand, sealed_follow_up,
};
use crate::engine::phase::Phase;
use crate::engine::sealing::commitment;
use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::legal::may_de_escalate;
use crate::model::scenario::Scenario;
use crate::model::side::Side;

/// A bot in a seat that plays.
#[derive(Clone, Debug)]
pub enum Seated<'a> {
    /// In the seat of a side.
    OfSide(Side, Box<Bot<'a>>),
    /// In Europe's.
    OfEurope(EuropeBot),
}

impl<'a> Seated<'a> {
    /// The bot of a name in a seat, which expects `europe` to sit in Europe's.
    ///
    /// # Errors
    ///
    /// Fails if no bot of that name plays such a seat.
    pub fn named(
        scenario: &'a Scenario,
        seat: Seat,
        name: &str,
        europe: EuropeBot,
    ) -> Result<Self, NoSuchBot> {
        let unknown = || NoSuchBot(name.to_owned());
        match seat.side() {
            Some(side) => {
                let bot = Bot::named(scenario, name)?.expecting(europe);
                Ok(Self::OfSide(side, Box::new(bot)))
            }
            None if seat == Seat::Europe => {
                let bot = EuropeBot::from_word(name).ok_or_else(unknown)?;
                Ok(Self::OfEurope(bot))
            }
            None => Err(unknown()),
        }
    }

    /// What it does now; none where nothing waits for it.
    pub fn act(&self, scenario: &Scenario, state: &State) -> Option<Action> {
        match self {
            Self::OfEurope(bot) if state.phase == Phase::Europe => {
                Some(act_of_step(scenario, bot.step(scenario, &state.game)))
            }
            Self::OfEurope(_) => None,
            Self::OfSide(side, bot) => of_side(scenario, state, *side, bot),
        }
    }
}

fn of_side(scenario: &Scenario, state: &State, side: Side, bot: &Bot<'_>) -> Option<Action> {
    let game = &state.game;
    match (state.phase, side) {
        (Phase::Crisis, side) => state.crisis_acts[side]
            .is_none()
            .then(|| Action::CrisisAct {
                climb_down: may_de_escalate(scenario, game, side) && bot.climbs_down(game, side),
            }),
        (Phase::Offer, Side::Client) => Some(act_of_offer(scenario, bot.offer(game))),
        (Phase::Demand, Side::Patron) => {
            Some(act_of_decision(scenario, bot.decide(&state.counted())))
        }
        (Phase::Response, Side::Client) => {
            let reply = bot.reply(&state.counted(), open_demand(state)?);
            Some(act_of_reply(scenario, reply))
        }
        (Phase::FollowUp, Side::Patron) => Some(Action::FollowUp {
            choice: sealed_follow_up(state).unwrap_or_else(|| bot.follow_up(game)),
        }),
        (Phase::Sealing, side) if state.sealed.hashes[side].is_none() => Some(Action::Commit {
            hash: plan(scenario, state, side, bot).hash,
        }),
        (Phase::Reveal, side) => {
            let open = match side {
                Side::Patron => state.sealed.demand.is_none(),
                Side::Client => state.sealed.response.is_none(),
            };
            open.then(|| plan(scenario, state, side, bot).reveal)
        }
        (
            Phase::Inject
            | Phase::Europe
            | Phase::Offer
            | Phase::Demand
            | Phase::Sealing
            | Phase::Response
            | Phase::Ruling
            | Phase::FollowUp
            | Phase::Drift
            | Phase::Ended,
            Side::Patron | Side::Client,
        ) => None,
    }
}

/// A bot's sealed plan: what commits it, and the act that opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedPlan {
    /// The hash that commits the side.
    pub hash: String,
    /// The act that opens it.
    pub reveal: Action,
}

/// The plan of a bot at this moment of a sealed session: the same as often as it is asked for.
pub fn plan(scenario: &Scenario, state: &State, side: Side, bot: &Bot<'_>) -> SealedPlan {
    let nonce = sealed::nonce(&state.game, side.into());
    match side {
        Side::Patron => {
            let plan = sealed::demand(scenario, bot, &state.game);
            SealedPlan {
                hash: commitment(&nonce, &plan),
                reveal: Action::RevealDemand { nonce, plan },
            }
        }
        Side::Client => {
            let plan = sealed::response(scenario, bot, &state.game);
            SealedPlan {
                hash: commitment(&nonce, &plan),
                reveal: Action::RevealResponse { nonce, plan },
            }
        }
    }
}

#[cfg(test)]
pub(in crate::analysis) mod tests;
