//! What happened, as facts that the record, the screens and the reports can tell.

use serde::Serialize;

use crate::engine::game::Exchange;
use crate::engine::ledger::Change;
use crate::engine::resolve::ending::Outcome;
use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::place::{DomainAt, EventAt};

/// One thing that an act brought about, beside the changes of gauges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Fact {
    /// An event came into play; `None` is a quiet entry of the pile.
    EventDrawn(Option<EventAt>),
    /// A side committed to a sealed plan.
    Committed(Seat),
    /// A side revealed its plan.
    Revealed(Seat),
    /// The contest was adjudicated.
    Resolved(Exchange),
    /// A red line was crossed in this domain.
    RedLineCrossed(DomainAt),
    /// A crossed red line has healed in this domain.
    RedLineHealed(DomainAt),
    /// The partnership entered a crisis.
    CrisisBegan,
    /// The crisis is over.
    CrisisEnded,
    /// The move was closed.
    MoveClosed,
    /// The session ended.
    Ended(Outcome),
    /// Acts were taken back by which something hidden had become known: it stays known to people.
    KnownAlready(Disclosed),
}

/// Something hidden that an act made known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Disclosed {
    /// What happens outside, from the pile or from the white cell.
    News,
    /// A sealed plan.
    Plan(Seat),
    /// The dice of an exchange.
    Dice,
    /// The place of a red line.
    RedLine(DomainAt),
    /// Estimates that were entered blind.
    Estimates,
    /// Everything: the session had ended.
    Everything,
}

/// An act applied: the new state, what changed and why, and what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The state after the act.
    pub state: State,
    /// Every change of every gauge, in order, with its reason.
    pub changes: Vec<Change>,
    /// What happened.
    pub facts: Vec<Fact>,
}
