//! What could have been chosen instead: the alternatives to an act that differ from it in one thing.

use crate::engine::legal::open_offer;
use crate::engine::phase::Phase;
use crate::engine::state::State;
use crate::model::choice::{
    Decision, Demand, FollowUp, Inducement, Intensity, Offer, Reply, Side, Step,
};
use crate::model::legal;
use crate::model::place::AskAt;
use crate::model::scenario::Scenario;

/// A choice of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Europe's: a measure, or none.
    Measure(Option<Step>),
    /// A side's in a crisis: whether it climbs down.
    CrisisAct(Side, bool),
    /// The client's: an offer, or none.
    Offer(Option<Offer>),
    /// The patron's.
    Decision(Decision),
    /// The client's.
    Reply(Reply),
    /// The patron's, after the reply.
    FollowUp(FollowUp),
}

/// What else was open where `taken` was chosen, in canonical order; `taken` itself is left out.
///
/// For a measure, an act in a crisis, a reply and a follow-up that is all that was legal. For an offer it is
/// none, and every offer with another card or another ask; for none, every card with the deck's first ask.
/// For a demand it is to hold, to take up the offer, and every demand with another card, another
/// intensity or another inducement, but not two of them at once. For a hold or a take-up it is a plain
/// request on every card that effort allows, and the other of the two.
pub fn alternatives(scenario: &Scenario, state: &State, taken: Choice) -> Vec<Choice> {
    let game = &state.game;
    let options: Vec<Choice> = match taken {
        Choice::Measure(_) => std::iter::once(None)
            .chain(legal::measures(scenario, game).map(Some))
            .map(Choice::Measure)
            .collect(),
        Choice::CrisisAct(side, _) => [false, true]
            .into_iter()
            .filter(|acts| !acts || legal::may_de_escalate(scenario, game, side))
            .map(|acts| Choice::CrisisAct(side, acts))
            .collect(),
        Choice::Offer(taken) => std::iter::once(None)
            .chain(legal::offers(scenario, game).map(Some))
            .filter(|option| is_near_offer(*option, taken))
            .map(Choice::Offer)
            .collect(),
        Choice::Decision(decision) => legal::decisions(scenario, &state.counted())
            .filter(|option| *option != Decision::TakeUp || open_offer(state).is_some())
            .filter(|option| is_near(*option, decision))
            .map(Choice::Decision)
            .collect(),
        Choice::Reply(_) => asked(state).map_or_else(Vec::new, |demand| {
            let replies = legal::replies(scenario, game, demand);
            replies.map(Choice::Reply).collect()
        }),
        Choice::FollowUp(_) => {
            let legal = game.legal_follow_ups().iter().copied();
            legal.map(Choice::FollowUp).collect()
        }
    };
    options
        .into_iter()
        .filter(|option| *option != taken)
        .collect()
}

/// The demand that is being answered; in sealed play, the one that has just been revealed.
fn asked(state: &State) -> Option<Demand> {
    let tabled = match state.phase {
        Phase::Ruling => state.tabled.first(),
        _ => state.tabled.iter().find(|tabled| tabled.reply.is_none()),
    };
    tabled.map(|tabled| tabled.demand)
}

fn is_near_offer(option: Option<Offer>, taken: Option<Offer>) -> bool {
    match (option, taken) {
        (None, _) => true,
        (Some(option), Some(taken)) => (option.card == taken.card) != (option.ask == taken.ask),
        (Some(option), None) => option.ask == AskAt::default(),
    }
}

fn is_near(option: Decision, taken: Decision) -> bool {
    match (option, taken) {
        (Decision::Hold | Decision::TakeUp, _) => true,
        (Decision::Demand(option), Decision::Demand(taken)) => {
            let differs = [
                option.card != taken.card,
                option.intensity != taken.intensity,
                option.inducement != taken.inducement,
            ];
            differs.into_iter().filter(|differs| *differs).count() == 1
        }
        (Decision::Demand(option), Decision::Hold | Decision::TakeUp) => {
            option.intensity == Intensity::Request && option.inducement == Inducement::None
        }
    }
}
