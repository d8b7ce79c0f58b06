//! The ledger: every change of every gauge carries the reason it happened.

use serde::Serialize;

use crate::engine::gauge::Gauge;
use crate::model::place::DomainAt;

/// Why a gauge changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Reason {
    /// An event came into play.
    Inject,
    /// A demand was tabled, harder than the domain's norm or not.
    Tabling,
    /// The contest slipped: more was given than meant.
    Slip,
    /// The contest was held: less was given than meant.
    Held,
    /// Something was conceded.
    Concession,
    /// It was conceded under pressure.
    Duress,
    /// The response itself.
    Response,
    /// Leverage turned cold on a client that did not comply.
    Chill,
    /// The client turned to third parties.
    Hedging,
    /// The promised inducement was paid.
    Inducement,
    /// Pressure was seen to work.
    PressureWorked,
    /// The patron took what was given.
    Pocketed,
    /// The patron rewarded.
    Rewarded,
    /// The patron punished.
    Punished,
    /// The patron backed down.
    BackedDown,
    /// The patron asked for nothing.
    Restraint,
    /// A red line was crossed in this domain.
    RedLine(DomainAt),
    /// Strain fades with time.
    Fading,
    /// Capacity grows back.
    Regrowth,
    /// Isolation deepens dependence.
    Isolation,
    /// Pull towards the level that the circumstances support.
    Pull,
    /// The crisis itself.
    Crisis,
    /// Exhaustion: endurance under 10.
    Exhaustion,
    /// An outside condition returns towards its start.
    Settling,
    /// Stability follows what trust, front, grievance and strain support.
    Supported,
    /// The shared front pays the patron.
    Dividend,
    /// The white cell ruled so.
    Ruling,
}

impl Reason {
    /// The word in saves.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inject => "inject",
            Self::Tabling => "tabling",
            Self::Slip => "slip",
            Self::Held => "held",
            Self::Concession => "concession",
            Self::Duress => "duress",
            Self::Response => "response",
            Self::Chill => "chill",
            Self::Hedging => "hedging",
            Self::Inducement => "inducement",
            Self::PressureWorked => "pressure-worked",
            Self::Pocketed => "pocketed",
            Self::Rewarded => "rewarded",
            Self::Punished => "punished",
            Self::BackedDown => "backed-down",
            Self::Restraint => "restraint",
            Self::RedLine(_) => "red-line",
            Self::Fading => "fading",
            Self::Regrowth => "regrowth",
            Self::Isolation => "isolation",
            Self::Pull => "pull",
            Self::Crisis => "crisis",
            Self::Exhaustion => "exhaustion",
            Self::Settling => "settling",
            Self::Supported => "supported",
            Self::Dividend => "dividend",
            Self::Ruling => "ruling",
        }
    }
}

/// One change of one gauge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What changed.
    pub gauge: Gauge,
    /// The value before.
    pub from: i64,
    /// The value after, limits applied.
    pub to: i64,
    /// Why.
    pub reason: Reason,
}

impl Change {
    /// The signed difference.
    pub const fn by(&self) -> i64 {
        self.to - self.from
    }
}

/// Whoever wants to know why gauges change.
pub trait Ledger {
    /// Takes note of one change that made a difference.
    fn note(&mut self, change: Change);
}

/// Takes no notes: for playouts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Ledger for Silent {
    #[inline]
    fn note(&mut self, _: Change) {}
}

impl Ledger for Vec<Change> {
    fn note(&mut self, change: Change) {
        self.push(change);
    }
}
