//! Which choice an act makes, and how a choice reads as an act.

use unequal_core::acts_of;
use unequal_core::analysis::expectations::Choice;
use unequal_core::engine::action::Action;
use unequal_core::engine::legal::{
    act_of_decision, act_of_offer, act_of_reply, act_of_step, demand,
};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::{Sealed, State};
use unequal_core::model::choice::Decision;
use unequal_core::model::scenario::Scenario;

/// The choice that an act of a seat makes, with the state at which it was open; none where no seat that plays chooses.
pub(crate) fn choice(
    scenario: &Scenario,
    (seat, act): (Seat, &Action),
    before: &State,
    after: &State,
) -> Option<(State, Choice)> {
    let choice = match act {
        Action::Measure { .. } | Action::Abstain => {
            Choice::Measure(after.game.current.measure.map(|taken| taken.step))
        }
        Action::CrisisAct { climb_down } => Choice::CrisisAct(seat.side()?, *climb_down),
        Action::Offer { .. } | Action::NoOffer => Choice::Offer(after.game.current.offer),
        Action::TakeUp => Choice::Decision(Decision::TakeUp),
        Action::Hold => Choice::Decision(Decision::Hold),
        Action::Demand { .. } => Choice::Decision(Decision::Demand(after.tabled.last()?.demand)),
        Action::Respond { .. } => {
            let open = before
                .tabled
                .iter()
                .position(|tabled| tabled.reply.is_none())?;
            Choice::Reply(after.tabled.get(open)?.reply?)
        }
        Action::FollowUp { choice } if before.sealed.demand.is_none() => Choice::FollowUp(*choice),
        Action::RevealDemand { plan, .. } => {
            // The choice was made before either side knew of the other's plan.
            let mut sealing = before.clone();
            sealing.phase = Phase::Sealing;
            sealing.sealed = Sealed::default();
            let decision = match &plan.demand {
                Some(named) => Decision::Demand(demand(scenario, &sealing, named).ok()?),
                None if plan.take_up => Decision::TakeUp,
                None => Decision::Hold,
            };
            return Some((sealing, Choice::Decision(decision)));
        }
        Action::RevealResponse { .. } if after.phase == Phase::Ruling => {
            let reply = after.tabled.first()?.reply?;
            return Some((after.clone(), Choice::Reply(reply)));
        }
        // Sealed follow-ups were chosen before, and a plan that is only opened chooses nothing.
        Action::FollowUp { .. } | Action::RevealResponse { .. } | Action::Commit { .. } => {
            return None;
        }
        acts_of!(Action: conduct, room) => return None,
    };
    Some((before.clone(), choice))
}

/// A choice in the language of acts.
pub(crate) fn in_acts(scenario: &Scenario, choice: Choice) -> Action {
    match choice {
        Choice::Measure(step) => act_of_step(scenario, step),
        Choice::CrisisAct(_, climb_down) => Action::CrisisAct { climb_down },
        Choice::Offer(offer) => act_of_offer(scenario, offer),
        Choice::Decision(decision) => act_of_decision(scenario, decision),
        Choice::Reply(reply) => act_of_reply(scenario, reply),
        Choice::FollowUp(choice) => Action::FollowUp { choice },
    }
}
