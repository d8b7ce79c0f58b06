//! What happened, as facts that the record, the screens and the reports can tell.

use serde::Serialize;

use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::choice::Offer;
use crate::model::current::Exchange;
use crate::model::ending::Outcome;
use crate::model::europe::Taken;
use crate::model::ledger::Change;
use crate::model::place::{DomainAt, EventAt};
use crate::model::side::BySide;

/// One thing that an act brought about, beside the changes of gauges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Fact {
    /// An event came into play; `None` is a quiet entry of the pile, or no entry that could come.
    EventDrawn(Option<EventAt>),
    /// Europe took a measure.
    MeasureTaken(Taken),
    /// Both sides have decided in a crisis: who climbs down.
    ClimbedDown(BySide<bool>),
    /// The patron took up an offer.
    OfferTakenUp {
        /// The offer.
        offer: Offer,
        /// Percent of the card that was delivered.
        delivered: i64,
    },
    /// The patron did something else while an offer lay on the table.
    OfferSetAside(Offer),
    /// The white cell ruled that an offer was never tabled.
    OfferVetoed(Offer),
    /// A side committed to a sealed plan.
    Committed(Seat),
    /// A side revealed its plan.
    Revealed(Seat),
    /// The contest was adjudicated.
    Resolved(Exchange),
    /// A red line was crossed in this domain, for good.
    RedLineCrossed(DomainAt),
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
    /// The dice of a measure of Europe's.
    EuropeDice,
    /// Who climbs down in a crisis.
    CrisisActs,
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
