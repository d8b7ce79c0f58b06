//! What a seat may know: screens, exports and logs are made from this, never from the state.

pub mod room;

use serde::Serialize;

use crate::engine::action::Action;
use crate::engine::at::{At as _, CardAt, DomainAt, EventAt};
use crate::engine::choice::FollowUp;
use crate::engine::game::Game;
use crate::engine::gauge::Gauge;
use crate::engine::legal::legal;
use crate::engine::luck::dice;
use crate::engine::options::Options;
use crate::engine::phase::Phase;
use crate::engine::position::Position;
use crate::engine::preview::{Expected, Moved, Preview, preview, preview_follow_up, preview_news};
use crate::engine::refused::Refused;
use crate::engine::resolve::contest::{Demand, Reply};
use crate::engine::resolve::ending::{Clocks, Outcome};
use crate::engine::room::inject::News;
use crate::engine::scenario::Scenario;
use crate::engine::seat::Seat;
use crate::engine::side::{BySide, Side};
use crate::engine::state::{State, Tabled};

pub use crate::engine::game::Exchange;
pub use room::{PollView, RoomView};

/// All that a seat may know at one moment, with what it may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct View {
    /// Whose view this is.
    pub seat: Seat,
    /// How the session is played.
    pub options: Options,
    /// The phase.
    pub phase: Phase,
    /// The seats whose act is waited for.
    pub waits_for: Vec<Seat>,
    /// The move, from 1; turn zero is 0.
    pub move_number: u32,
    /// Moves planned.
    pub moves_planned: u32,
    /// The last move, where this seat knows it: the white cell, and everybody after the end or once it was declared.
    pub last_move: Option<u32>,
    /// The place of the demand in this move, from 0.
    pub slot: u32,
    /// Demands a move at most.
    pub demands: u32,
    /// The patron's hand, for the patron and the white cell.
    pub hand: Option<Vec<CardAt>>,
    /// How many cards the patron holds.
    pub hand_size: usize,
    /// The patron's effort, for the patron and the white cell.
    pub effort: Option<i64>,
    /// The event of this move; `None` where the move was quiet or has not opened.
    pub event: Option<EventAt>,
    /// The entry that the pile gives next, for the white cell before a move opens; quiet is `Some(None)`.
    pub next_event: Option<Option<EventAt>>,
    /// Demands tabled and not yet resolved.
    pub tabled: Vec<Tabled>,
    /// The exchanges resolved in this move.
    pub exchanges: Vec<Exchange>,
    /// Whether each side has committed to a sealed plan.
    pub committed: BySide<bool>,
    /// Crisis and vassalage clocks.
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
    position: Position,
    knows: Vec<bool>,
}

/// A domain as a seat sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DomainView {
    /// The client's dependence.
    pub dependence: i64,
    /// The patron's leverage.
    pub leverage: i64,
    /// What the client can offer.
    pub capacity: i64,
    /// Strain on the red line.
    pub strain: i64,
    /// The declared red line.
    pub red_line: i64,
    /// Where it really lies, where the seat knows.
    pub crossing: Option<i64>,
    /// Whether it stands crossed.
    pub breached: bool,
}

/// What a seat may know of a state.
pub fn view(scenario: &Scenario, state: &State, seat: Seat) -> View {
    let game: &Game = &state.game;
    let counting = state.counting();
    let over = state.phase == Phase::Ended;
    let all = seat == Seat::WhiteCell || over;
    let own_hand = all || seat == Seat::Patron;
    let knows: Vec<bool> = scenario
        .domains
        .places()
        .map(|d| match seat {
            Seat::WhiteCell | Seat::Client => true,
            Seat::Patron => over || game.position.known[d],
            Seat::Observer => over,
        })
        .collect();
    let mut position = game.position;
    for (d, known) in scenario.domains.places().zip(&knows) {
        if !known {
            position.hidden[d] = 0;
        }
    }
    let opened = state.phase != Phase::Inject;
    let due = game.events.get(game.move_index as usize).copied();
    let named = |entry| scenario.event_of(entry);
    View {
        seat,
        options: state.options,
        phase: state.phase,
        waits_for: waits_for(state),
        move_number: state.move_number(),
        moves_planned: counting.length.unwrap_or(scenario.session.moves),
        last_move: (all || counting.length.is_some()).then_some(counting.last_move),
        slot: game.slot,
        demands: scenario.session.demands,
        hand: own_hand.then(|| game.hand.clone()),
        hand_size: game.hand.len(),
        effort: own_hand.then_some(game.effort),
        event: named(game.drawn).filter(|_| opened),
        next_event: (seat == Seat::WhiteCell && !opened && !over).then(|| due.and_then(named)),
        tabled: state.tabled.clone(),
        exchanges: game.exchanges.clone(),
        committed: state.sealed.hashes.as_ref().map(Option::is_some),
        clocks: game.clocks,
        path: game.path.clone(),
        acts: legal(scenario, state, seat),
        outcome: game.outcome,
        dice: (seat == Seat::WhiteCell && state.phase == Phase::Ruling)
            .then(|| dice(game.seed, game.move_index, game.slot)),
        room: room::room(scenario, state, seat),
        supported: position.supported_stability(scenario),
        outlook: position.outlook(scenario),
        position,
        knows,
    }
}

/// The seats whose act is waited for: in sealed phases only those that have not acted yet.
pub fn waits_for(state: &State) -> Vec<Seat> {
    let done = |seat: Seat| match state.phase {
        Phase::Sealing => state.sealed.commitment(seat).is_some(),
        Phase::Reveal => match seat.side() {
            Some(Side::Patron) => state.sealed.demand.is_some(),
            Some(Side::Client) => state.sealed.response.is_some(),
            None => false,
        },
        Phase::Inject
        | Phase::Demand
        | Phase::Response
        | Phase::Ruling
        | Phase::FollowUp
        | Phase::Drift
        | Phase::Ended => false,
    };
    state
        .phase
        .waits_for()
        .iter()
        .copied()
        .filter(|seat| !done(*seat))
        .collect()
}

impl View {
    /// The value of a gauge. All gauges are public.
    pub const fn get(&self, gauge: Gauge) -> i64 {
        self.position.get(gauge)
    }

    /// A domain, red line included as far as this seat knows it.
    pub fn domain(&self, scenario: &Scenario, domain: DomainAt) -> DomainView {
        DomainView {
            dependence: self.get(Gauge::Dependence(domain)),
            leverage: self.position.leverage(scenario, domain),
            capacity: self.get(Gauge::Capacity(domain)),
            strain: self.get(Gauge::Strain(domain)),
            red_line: scenario.domains[domain].red_line,
            crossing: self
                .knows
                .get(domain.index())
                .copied()
                .unwrap_or(false)
                .then(|| self.position.crossing(scenario, domain)),
            breached: self.position.breached[domain],
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

    /// The exchange that waits for the patron's follow-up.
    pub fn open_exchange(&self) -> Option<&Exchange> {
        self.exchanges
            .last()
            .filter(|exchange| exchange.follow_up.is_none())
    }

    /// What a demand and a reply would do, as far as this seat can know.
    pub fn preview(&self, scenario: &Scenario, demand: Demand, reply: Reply) -> Preview {
        preview(scenario, &self.position, demand, reply, self.slot)
    }

    /// What a follow-up to the open exchange would do, as far as this seat can know.
    pub fn preview_follow_up(&self, scenario: &Scenario, choice: FollowUp) -> Option<Expected> {
        let exchange = self.open_exchange()?;
        Some(preview_follow_up(
            scenario,
            &self.position,
            exchange,
            choice,
        ))
    }

    /// What news would do if it came into play now.
    ///
    /// # Errors
    ///
    /// Names the event or gauge that the deck has not, or the change that is too large to be meant.
    pub fn preview_news(&self, scenario: &Scenario, news: &News) -> Result<Moved, Refused> {
        preview_news(scenario, &self.position, news)
    }

    /// How far strain may still rise in a domain before the declared red line; below 0 once past it.
    pub fn room(&self, scenario: &Scenario, domain: DomainAt) -> i64 {
        let seen = self.domain(scenario, domain);
        seen.crossing.unwrap_or(seen.red_line) - seen.strain
    }
}
