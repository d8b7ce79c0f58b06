//! What a deck's world is made of: conditions, domains, cards, asks, events and measures.

use crate::model::card_set::CardSet;
use crate::model::choice::{Ending, MeasureKind};
use crate::model::gauge::Gauge;
use crate::model::place::DomainAt;

/// What is added to gauges, in the deck's order.
pub type Changes = Vec<(Gauge, i64)>;

/// An outside condition, 0..=100.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Condition {
    pub id: String,
    pub start: i64,
    /// Percent of (value − 50) added to the client's endurance target.
    pub endurance: i64,
    /// Percent of (value − 50) added to the shared front's target.
    pub shared_front: i64,
    /// Percent of the value that weighs on Europe.
    pub europe: i64,
}

/// A field of the partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Domain {
    pub id: String,
    pub dependence: i64,
    pub capacity: i64,
    pub capacity_max: i64,
    /// The intensity up to which pressing is felt as normal.
    pub restraint_norm: i64,
    pub red_line: i64,
    pub strain: i64,
    /// Dependence added in a move while the client is isolated.
    pub dependence_trend: i64,
    /// Percent of dependence (times stability) added to the endurance target.
    pub endurance_support: i64,
}

/// Something that the patron may demand, or the client offer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in the deck")]
pub struct Card {
    pub id: String,
    pub domain: DomainAt,
    pub gain: i64,
    pub autonomy_cost: i64,
    /// Capacity that giving it whole takes; at least 1.
    pub capacity_need: i64,
    pub endurance_cost: i64,
    pub red_line_weight: i64,
    pub lock_in: i64,
    pub shared_front: i64,
    /// Given whole or not at all.
    pub indivisible: bool,
    /// May be demanded again and again.
    pub repeat: bool,
    pub brought_up_by: BroughtUpBy,
    /// The first move, from 0, in which it is open.
    pub not_before: u32,
    /// Cards that must have been given for it to be open.
    pub requires: CardSet,
    /// Cards that must not have been given for it to be open.
    pub excludes: CardSet,
}

/// Who may bring a card up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BroughtUpBy {
    /// The patron, as a demand.
    Patron,
    /// The patron as a demand, and the client as an offer.
    Either,
    /// The client, as an offer: it is never on the menu.
    Client,
}

/// What the client may ask in return for an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Its id.
    pub id: String,
    /// What it costs the patron, in tenths of gain.
    pub price: i64,
    /// What it changes.
    pub change: Changes,
}

/// A bound that a gauge must keep for an event to come.
pub type Bound = (Gauge, i64);

/// Something that happens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// Cards that must have been given.
    pub given: CardSet,
    /// Cards that must not have been given.
    pub not_given: CardSet,
    /// Gauges that must have reached a value.
    pub at_least: Vec<Bound>,
    /// Gauges that must not have passed a value.
    pub at_most: Vec<Bound>,
    /// What it changes.
    pub change: Changes,
}

/// Something that Europe may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its id.
    pub id: String,
    /// What kind of thing it is.
    pub kind: MeasureKind,
    /// What it takes of Europe's unity.
    pub unity: i64,
    /// The domain that a signal is about.
    pub domain: Option<DomainAt>,
    /// The ending that a plan is for.
    pub ending: Option<Ending>,
    /// What it changes in any case.
    pub change: Changes,
    /// What it changes besides if it works.
    pub works: Changes,
    /// What it changes besides if it backfires.
    pub backfires: Changes,
    /// Unity that secrecy takes besides; none: it cannot be kept secret (rules 5.3).
    pub secret: Option<i64>,
    /// What it changes besides if the secret comes out.
    pub leaks: Changes,
}
