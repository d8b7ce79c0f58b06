//! The ledger: every change of every gauge carries the reason it happened.

use serde::Serialize;

use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges;
use crate::model::place::DomainAt;
use crate::model::scenario::Scenario;

/// Why a gauge changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Reason {
    /// An event came into play.
    Inject,
    /// Europe can agree on more again.
    Agreement,
    /// A measure of Europe's.
    Measure,
    /// A measure worked as it was meant to.
    MeasureWorked,
    /// A measure did harm.
    MeasureBackfired,
    /// A secret measure came out.
    Leak,
    /// What an act of de-escalation costs the one that makes it.
    CrisisAct,
    /// What acts of de-escalation bring.
    DeEscalation,
    /// An offer was taken up.
    TakenUp,
    /// What the client asked in return for its offer.
    CounterAsk,
    /// An offer was set aside.
    SetAside,
    /// The patron asked for nothing.
    Restraint,
    /// A demand was tabled, harder than the domain's norm or not.
    Tabling,
    /// A signal of Europe's made the demand dear.
    Signal,
    /// The contest slipped: more was given than offered.
    Slip,
    /// The contest was held: less was given than offered.
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
    /// A red line was crossed in this domain.
    RedLine(DomainAt),
    /// Strain fades with time.
    Fading,
    /// Capacity grows back.
    Regrowth,
    /// Isolation deepens dependence.
    Isolation,
    /// The buyer profits from isolation without asking.
    MarketDiscount,
    /// Pull towards the level that the circumstances support.
    Pull,
    /// Resentment settles where the imbalance puts it.
    Grievance,
    /// An outside condition returns towards its start.
    Settling,
    /// Stability follows what trust, front, calm and room support.
    Supported,
    /// The shared front pays the patron.
    Dividend,
    /// The white cell ruled so.
    Ruling,
    /// The seat that looks does not know why; only where a seat is shown what it may know.
    Unseen,
}

impl Reason {
    /// The word in saves.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inject => "inject",
            Self::Agreement => "agreement",
            Self::Measure => "measure",
            Self::MeasureWorked => "measure-worked",
            Self::MeasureBackfired => "measure-backfired",
            Self::Leak => "leak",
            Self::CrisisAct => "crisis-act",
            Self::DeEscalation => "de-escalation",
            Self::TakenUp => "taken-up",
            Self::CounterAsk => "counter-ask",
            Self::SetAside => "set-aside",
            Self::Restraint => "restraint",
            Self::Tabling => "tabling",
            Self::Signal => "signal",
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
            Self::RedLine(_) => "red-line",
            Self::Fading => "fading",
            Self::Regrowth => "regrowth",
            Self::Isolation => "isolation",
            Self::MarketDiscount => "market-discount",
            Self::Pull => "pull",
            Self::Grievance => "grievance",
            Self::Settling => "settling",
            Self::Supported => "supported",
            Self::Dividend => "dividend",
            Self::Ruling => "ruling",
            Self::Unseen => "unseen",
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
    /// Whether anybody reads the notes: where nobody does, none are made.
    const IS_READ: bool = true;

    /// Takes note of one change that made a difference.
    fn note(&mut self, change: Change);
}

/// Takes no notes: for playouts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Ledger for Silent {
    const IS_READ: bool = false;

    #[inline]
    fn note(&mut self, _: Change) {}
}

impl Ledger for Vec<Change> {
    fn note(&mut self, change: Change) {
        self.push(change);
    }
}

impl<L: Ledger> Ledger for &mut L {
    const IS_READ: bool = L::IS_READ;

    #[inline]
    fn note(&mut self, change: Change) {
        (**self).note(change);
    }
}

/// The one hand that changes gauges: each change is limited at once, and noted with its reason.
#[derive(Debug)]
pub struct Books<'a, G, L> {
    /// The numbers that changes follow.
    pub scenario: &'a Scenario,
    /// What is changed.
    pub position: &'a mut G,
    /// Who takes note of it.
    ledger: L,
}

impl<'a, G: Gauges> Books<'a, G, Silent> {
    /// Books that nobody reads.
    #[inline]
    pub const fn silent(scenario: &'a Scenario, position: &'a mut G) -> Self {
        Self::new(scenario, position, Silent)
    }
}

impl<'a, G: Gauges, L: Ledger> Books<'a, G, L> {
    /// Opens the books on some gauges.
    #[inline]
    pub const fn new(scenario: &'a Scenario, position: &'a mut G, ledger: L) -> Self {
        Self {
            scenario,
            position,
            ledger,
        }
    }

    /// The value of a gauge.
    #[inline]
    pub fn get(&self, gauge: Gauge) -> i64 {
        self.position.get(gauge)
    }

    /// Adds to a gauge, limits it to its range, and notes what has changed (rules 2).
    #[inline]
    pub fn add(&mut self, gauge: Gauge, delta: i64, reason: Reason) {
        let from = self.position.get(gauge);
        self.position.shift(self.scenario, gauge, delta);
        let to = self.position.get(gauge);
        if L::IS_READ && to != from {
            self.ledger.note(Change {
                gauge,
                from,
                to,
                reason,
            });
        }
    }

    /// Adds a list of changes in its order.
    pub fn add_all(&mut self, changes: &[(Gauge, i64)], reason: Reason) {
        for &(gauge, delta) in changes {
            self.add(gauge, delta, reason);
        }
    }
}
