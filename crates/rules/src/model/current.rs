//! What has happened in the current move, and what bots remember of it.
//!
//! **What the white cell may set (rules 24.3).** The white cell may bring another event than the one
//! that is due: an event that it names needs no conditions and leaves the pile if it is still
//! in there, and the entry that was due stays. It may replace Europe's measure by another legal one or
//! by none before the dice are rolled. An offer that it vetoes was never tabled: nothing is set aside,
//! and the client need not wait for its next one. It may set acts of de-escalation before they are
//! revealed, the patron's only where there is effort for it; prices and effects are as if the side had
//! chosen so.

use serde::Serialize;

use crate::model::choice::{Band, BySide, Demand, FollowUp, Intensity, Offer, Reply};
use crate::model::contest::band;
use crate::model::europe::Taken;
use crate::model::place::EventAt;
use crate::model::scenario::Scenario;

/// How the last demand was answered, for bots that answer in kind (rules 21.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastAnswer {
    /// Met by accepting, with conditions or without, or by an offer that was taken up.
    InFull,
    /// Met in another way.
    InPart,
    /// Not met, at this intensity.
    Not(Intensity),
}

/// What bots remember.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The answer to the last demand.
    pub answer: Option<LastAnswer>,
    /// The follow-up to it; cleared by a held move.
    pub follow_up: Option<FollowUp>,
}

/// One demand, its reply and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Exchange {
    /// The demand.
    pub demand: Demand,
    /// The reply.
    pub reply: Reply,
    /// The computed modifier, arguments not included.
    pub modifier: i64,
    /// The two dice together.
    pub roll: i64,
    /// Net argued modifier.
    pub arguments: i64,
    /// The band that stands.
    pub band: Band,
    /// Percent of the card that was delivered.
    pub delivered: i64,
    /// What the patron did then; none as long as it has not decided.
    pub follow_up: Option<FollowUp>,
    /// Red lines crossed.
    pub crossed: usize,
}

impl Exchange {
    /// The band that the rules give, argued modifier included, whatever the white cell ruled.
    pub const fn computed(&self, scenario: &Scenario) -> Band {
        band(scenario, self.roll, self.modifier + self.arguments)
    }
}

/// How a demand is adjudicated: nothing set means by rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Adjudication {
    /// Dice rolled by hand.
    pub roll: Option<i64>,
    /// Net argued modifier, limited by the deck.
    pub arguments: i64,
    /// A band that the white cell rules.
    pub band: Option<Band>,
}

/// What has happened in the current move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Move {
    /// The entry of the event pile that came; none if none could.
    pub entry: Option<EventAt>,
    /// Europe's measure.
    pub measure: Option<Taken>,
    /// Acts of de-escalation.
    pub acts: BySide<bool>,
    /// The client's offer.
    pub offer: Option<Offer>,
    /// Whether it was taken up.
    pub taken_up: bool,
    /// Percent of its card that was delivered then.
    pub delivered: i64,
    /// The demands and what became of them.
    pub exchanges: Vec<Exchange>,
}

impl Move {
    /// Begins anew, and keeps the list's memory.
    pub(in crate::model) fn clear(&mut self) {
        self.entry = None;
        self.measure = None;
        self.acts = BySide::default();
        self.offer = None;
        self.taken_up = false;
        self.delivered = 0;
        self.exchanges.clear();
    }
}
