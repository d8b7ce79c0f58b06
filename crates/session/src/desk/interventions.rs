//! Where the white cell steps in beside rulings: another event, a gauge, a seat's own decision, an offer.

use crate::history::History;
use unequal_core::acts_of;
use unequal_core::engine::action::{Action, Kind};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::legal::{act_of_step, open_offer};
use unequal_core::engine::options::AdjudicationMode;
use unequal_core::engine::phase::Phase;
use unequal_core::model::legal as rules;
use unequal_core::model::side::Side;

/// An act by which the white cell stepped in, and that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intervention {
    /// The entry.
    pub entry: EntryNumber,
    /// The move; turn zero is 0.
    pub move_number: u32,
    /// The kind of act.
    pub kind: Kind,
    /// The reason given; an event is named without one.
    pub reason: Option<String>,
}

impl History {
    /// What the white cell may decide in the place of a seat as things stand, each act without its reason: Europe's
    /// measure, a side's decision in a crisis, that an offer was never made. Nothing where all goes by rule.
    pub fn settable(&self) -> Vec<Action> {
        let (scenario, state) = (self.scenario(), self.state());
        let game = &state.game;
        if state.options.adjudication == AdjudicationMode::Rigid {
            return Vec::new();
        }
        match state.phase {
            Phase::Europe => {
                let measures = rules::measures(scenario, game).map(Some);
                std::iter::once(None)
                    .chain(measures)
                    .map(|step| act_of_step(scenario, step))
                    .map(set)
                    .collect()
            }
            Phase::Crisis => Side::ALL
                .iter()
                .flat_map(|side| [(*side, false), (*side, true)])
                .filter(|(side, acts)| !acts || rules::may_de_escalate(scenario, game, *side))
                .map(|(of, climb_down)| Action::SetCrisisAct {
                    of,
                    climb_down,
                    reason: String::new(),
                })
                .collect(),
            Phase::Demand | Phase::Sealing | Phase::Reveal => {
                let offer = open_offer(state);
                let veto = offer.map(|_| Action::VetoOffer {
                    reason: String::new(),
                });
                veto.into_iter().collect()
            }
            Phase::Inject
            | Phase::Offer
            | Phase::Response
            | Phase::Ruling
            | Phase::FollowUp
            | Phase::Drift
            | Phase::Ended => Vec::new(),
        }
    }

    /// The acts by which the white cell stepped in beside its rulings, and that stand, in order.
    pub fn interventions(&self) -> Vec<Intervention> {
        self.standing()
            .map(|moment| &moment.entry)
            .filter(|entry| steps_in(&entry.act))
            .map(|entry| Intervention {
                entry: entry.number,
                move_number: entry.move_number,
                kind: entry.act.kind(),
                reason: entry.act.texts().last().map(|text| (*text).to_owned()),
            })
            .collect()
    }
}

/// Whether the white cell steps into play by an act of its own, beside opening and closing moves, rulings and news.
const fn steps_in(act: &Action) -> bool {
    match act {
        Action::Inject { instead } => instead.is_some(),
        Action::Adjust { .. }
        | Action::SetMeasure { .. }
        | Action::SetCrisisAct { .. }
        | Action::VetoOffer { .. } => true,
        Action::Rule { .. }
        | Action::CloseMove
        | Action::FireInject { .. }
        | Action::AdHocInject { .. }
        | Action::End { .. }
        | Action::Undo { .. }
        | acts_of!(Action: seats, room) => false,
    }
}

/// Europe's act as the white cell sets it.
fn set(act: Action) -> Action {
    let (measure, secret) = match act {
        Action::Measure { measure, secret } => (Some(measure), secret),
        _ => (None, false),
    };
    Action::SetMeasure {
        measure,
        secret,
        reason: String::new(),
    }
}
