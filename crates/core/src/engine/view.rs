//! What a seat may know: screens, exports and logs are made from this, never from the state.

mod foresee;
mod made;
pub mod room;

use serde::Serialize;

use crate::engine::action::Action;
use crate::engine::options::Options;
use crate::engine::phase::Phase;
use crate::engine::seat::Seat;
use crate::engine::state::Tabled;
use crate::model::choice::{Demand, Ending, Intensity, Offer, Reply};
use crate::model::crisis::Clocks;
use crate::model::ending::Outcome;
use crate::model::europe::{Europe, Taken};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::place::{At as _, CardAt, DomainAt, EventAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;
use crate::model::side::BySide;
use crate::model::signpost::Signposts;

pub use crate::model::current::Exchange;
pub use made::{view, waits_for};
pub use room::{PollView, RoomView};

/// All that a seat may know at one moment, with what it may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct View {
    /// Whose view this is.
    pub seat: Seat,
    /// How the session is played.
    pub options: Options,
    /// Whether somebody sits in Europe's seat.
    pub has_europe: bool,
    /// The phase.
    pub phase: Phase,
    /// The seats whose act is waited for, as far as this seat may know: in a crisis both sides until both have
    /// decided.
    pub waits_for: Vec<Seat>,
    /// The move, from 1; turn zero is 0.
    pub move_number: u32,
    /// Moves planned.
    pub moves_planned: u32,
    /// The last move, where this seat knows it: the white cell, and everybody after the end or once it was declared.
    pub last_move: Option<u32>,
    /// The place of the next demand in this move, from 0.
    pub place: u32,
    /// Demands a move at most.
    pub demands: u32,
    /// The patron's menu, in its order, for the patron and the white cell, and for everybody after the end; empty
    /// before it is laid.
    pub menu: Option<Vec<CardAt>>,
    /// The patron's effort, for the patron and the white cell, and for everybody after the end.
    pub effort: Option<i64>,
    /// The highest intensity in this move: a time-out lowers it.
    pub limit: Intensity,
    /// The event of this move; `None` where the move was quiet or has not opened.
    pub event: Option<EventAt>,
    /// The entry that the pile gives next, for the white cell before a move opens; quiet is `Some(None)`.
    pub next_event: Option<Option<EventAt>>,
    /// Europe's measure of this move, where this seat knows of it.
    pub measure: Option<Taken>,
    /// Who climbs down in the crisis of this move: a side's own decision, and both once both have decided.
    pub crisis_acts: BySide<Option<bool>>,
    /// Which sides have decided, where this seat may know that: its own, and for the white cell both.
    pub crisis_decided: BySide<bool>,
    /// The client's offer of this move.
    pub offer: Option<Offer>,
    /// Whether the offer waits for the patron's answer.
    pub offer_waits: bool,
    /// Whether the offer was taken up.
    pub taken_up: bool,
    /// Moves that the client must still wait before its next offer.
    pub offer_wait: i64,
    /// Demands tabled and not yet resolved.
    pub tabled: Vec<Tabled>,
    /// The exchanges resolved in this move.
    pub exchanges: Vec<Exchange>,
    /// Whether each side has committed to a sealed plan.
    pub committed: BySide<bool>,
    /// Clocks of crisis and capture.
    pub clocks: Clocks,
    /// Stability at STARTEX and after each move.
    pub path: Vec<i64>,
    /// What the seat may do now.
    pub acts: Vec<Action>,
    /// How the session ended.
    pub outcome: Option<Outcome>,
    /// The two dice that the seed gives the exchange to be ruled on, for the white cell.
    pub dice: Option<(u8, u8)>,
    /// The room around the game.
    pub room: RoomView,
    /// The stability that circumstances support.
    pub supported: i64,
    /// Stability and what supports it, weighted 1 : 2.
    pub outlook: i64,
    /// Where resentment comes to rest.
    pub grievance: i64,
    /// How well the client could do without the patron.
    pub exit: i64,
    /// What isolation cost the client in the last move without being asked.
    pub market_discount: i64,
    /// How far each ending is.
    pub signposts: Signposts,
    /// What is Europe's own, for Europe and the white cell, and for everybody after the end.
    pub europe: Option<EuropeView>,
    /// How far each card has come.
    pub progress: Progress,
    position: Position,
    knows: Vec<bool>,
}

/// What is Europe's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EuropeView {
    /// What Europe can agree on.
    pub unity: i64,
    /// How hard an ending would hit it.
    pub exposure: i64,
    /// The endings that there is a plan for, in canonical order.
    pub plans: Vec<Ending>,
    /// How well sanctions are kept by those who only say so, where it is known.
    pub compliance: Option<i64>,
}

/// A domain as a seat sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DomainView {
    /// The client's dependence.
    pub dependence: i64,
    /// The patron's leverage.
    pub leverage: i64,
    /// What the client can still give.
    pub capacity: i64,
    /// Strain on the red line.
    pub strain: i64,
    /// The declared red line.
    pub red_line: i64,
    /// Where it really lies, where the seat knows; none, too, once it stands crossed.
    pub crossing: Option<i64>,
    /// Whether it stands crossed.
    pub breached: bool,
    /// Moves that a signal of Europe's still stands here.
    pub signal: u8,
}

impl EuropeView {
    /// Europe as far as it is known here: compliance that is not counts as middling.
    pub fn known(&self) -> Europe {
        let mut europe = Europe {
            compliance: self.compliance.unwrap_or(0),
            compliance_known: self.compliance.is_some(),
            ..Europe::default()
        };
        for (planned, ending) in europe.plans.iter_mut().zip(Ending::ALL) {
            *planned = self.plans.contains(ending);
        }
        europe
    }
}

impl View {
    /// The position as far as this seat knows it: a red line of which it does not know lies where it was
    /// declared, and what is Europe's own is 0 for those who may not see it.
    pub const fn position(&self) -> &Position {
        &self.position
    }

    /// The value of a gauge. All are public but Europe's own, which are 0 where `europe` is none.
    pub fn get(&self, gauge: Gauge) -> i64 {
        self.position.get(gauge)
    }

    /// The gauges that this seat sees, in canonical order: Europe's own only where somebody sits there.
    pub fn gauges(&self, scenario: &Scenario) -> Vec<Gauge> {
        let mut all = scenario.gauges();
        let europes = self.has_europe && self.europe.is_some();
        all.retain(|gauge| europes || !gauge.is_europes());
        all
    }

    /// A domain, red line included as far as this seat knows it.
    pub fn domain(&self, scenario: &Scenario, domain: DomainAt) -> DomainView {
        let breached = self.position.is_breached(domain);
        let knows = self.knows.get(domain.index()) == Some(&true);
        DomainView {
            dependence: self.get(Gauge::Dependence(domain)),
            leverage: self.position.leverage(domain),
            capacity: self.get(Gauge::Capacity(domain)),
            strain: self.get(Gauge::Strain(domain)),
            red_line: scenario.domain(domain).red_line,
            crossing: (knows && !breached).then(|| self.position.crossing(domain)),
            breached,
            signal: self.position.signal(domain),
        }
    }

    /// The demand that waits for an answer.
    pub fn open_demand(&self) -> Option<Demand> {
        self.tabled
            .iter()
            .find(|tabled| tabled.reply.is_none())
            .map(|tabled| tabled.demand)
    }

    /// The demand that waits for its ruling, with its reply.
    pub fn open_contest(&self) -> Option<(Demand, Reply)> {
        self.tabled
            .first()
            .and_then(|tabled| Some((tabled.demand, tabled.reply?)))
    }

    /// The offer that waits for the patron's answer.
    pub fn open_offer(&self) -> Option<Offer> {
        self.offer.filter(|_| self.offer_waits)
    }

    /// The exchange that waits for the patron's follow-up.
    pub fn open_exchange(&self) -> Option<&Exchange> {
        self.exchanges
            .last()
            .filter(|exchange| exchange.follow_up.is_none())
    }

    /// How far strain may still rise in a domain before the declared red line; below 0 once past it.
    pub fn room(&self, scenario: &Scenario, domain: DomainAt) -> i64 {
        let seen = self.domain(scenario, domain);
        seen.crossing.unwrap_or(seen.red_line) - seen.strain
    }
}
