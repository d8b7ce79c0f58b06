//! A session in play, as the rules see it: position, piles, effort and clocks, advanced step by step.
//!
//! This is the fast core that bots and playouts run on. It takes only legal steps; `legal` and
//! `apply` stand between it and anybody who might ask for an illegal one.

use serde::Serialize;

use crate::engine::choice::{Band, FollowUp, Intensity, Response};
use crate::engine::gauge::Gauge;
use crate::engine::ledger::{Ledger, Reason};
use crate::engine::position::{Position, hidden_offset};
use crate::engine::resolve::contest::{Demand, MET, Reply, band, factors};
use crate::engine::resolve::delivery::resolve;
use crate::engine::resolve::drift::{drift, stability_step};
use crate::engine::resolve::ending::{Clocks, Outcome, outcome, quiet_ending};
use crate::engine::resolve::follow_up::{follow_up, hold, legal_follow_ups};
use crate::engine::resolve::red_line::cross;
use crate::engine::scenario::Scenario;
use crate::model::luck::{Stream, below, roll, shuffle_into, shuffled};
use crate::model::place::{At as _, CardAt, EventAt};

/// The entry of the event pile that the log shows when the pile is exhausted.
pub const PILE_EXHAUSTED: usize = 99;

/// What the patron's and client's bots remember of the last demand (rules 17.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Offer and intensity of the last demand tabled.
    pub last: Option<(i64, Intensity)>,
    /// The follow-up to it; cleared by a held move.
    pub follow_up: Option<FollowUp>,
    /// Whether the patron asked for nothing in the last move.
    pub held: bool,
}

/// One demand, its response and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Exchange {
    /// The demand.
    pub demand: Demand,
    /// The response.
    pub reply: Reply,
    /// The computed modifier, arguments not included.
    pub modifier: i64,
    /// The two dice.
    pub roll: i64,
    /// Net argued modifier.
    pub arguments: i64,
    /// The band that stands.
    pub band: Band,
    /// Percent offered, band applied.
    pub offer: i64,
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

/// A session in play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Game {
    /// All gauges.
    pub position: Position,
    /// The session's seed.
    pub seed: u64,
    /// The move, from 0.
    pub move_index: u32,
    /// The place of the next demand in this move, from 0.
    pub slot: u32,
    /// The patron's cards, oldest first.
    pub hand: Vec<CardAt>,
    /// Cards to come, next first.
    pub pile: Vec<CardAt>,
    /// Cards done with.
    pub discard: Vec<CardAt>,
    /// How often the discard has become the pile.
    pub cycle: u64,
    /// The event pile from the first move on; numbers from the number of events up are quiet.
    pub events: Vec<EventAt>,
    /// The entry drawn for this move.
    pub drawn: EventAt,
    /// The patron's effort.
    pub effort: i64,
    /// Crisis and vassalage.
    pub clocks: Clocks,
    /// How many moves the session lasts; hidden from all seats but the white cell.
    pub last_move: u32,
    /// How many moves the white cell has declared that it lasts.
    pub length: Option<u32>,
    /// Cards tabled in this move.
    pub tabled: Vec<CardAt>,
    /// The exchanges of this move.
    pub exchanges: Vec<Exchange>,
    /// What bots remember.
    pub memory: Memory,
    /// Stability at STARTEX and after each move.
    pub path: Vec<i64>,
    /// Set once the session has ended.
    pub outcome: Option<Outcome>,
}

impl Game {
    /// A session at STARTEX, before its first move.
    pub fn new(scenario: &Scenario, seed: u64) -> Self {
        let mut game = Self {
            position: Position::at_start(scenario, seed),
            seed,
            move_index: 0,
            slot: 0,
            hand: Vec::with_capacity(scenario.session.hand),
            pile: Vec::new(),
            discard: Vec::with_capacity(scenario.cards.len()),
            cycle: 0,
            events: Vec::new(),
            drawn: EventAt::new(PILE_EXHAUSTED),
            effort: 0,
            clocks: Clocks::default(),
            last_move: 0,
            length: None,
            tabled: Vec::new(),
            exchanges: Vec::new(),
            memory: Memory::default(),
            path: Vec::new(),
            outcome: None,
        };
        game.restart(scenario, seed);
        game
    }

    /// Goes back to STARTEX under another seed, as [`Game::new`] would, and keeps the lists' memory.
    pub fn restart(&mut self, scenario: &Scenario, seed: u64) {
        self.position = Position::at_start(scenario, seed);
        self.seed = seed;
        self.move_index = 0;
        self.slot = 0;
        self.hand.clear();
        let cards = scenario.cards.len() - scenario.written;
        shuffle_into(&mut self.pile, seed, Stream::DemandPile, 0, cards);
        self.discard.clear();
        self.cycle = 0;
        let entries = scenario.events.len() + scenario.session.quiet_events;
        shuffle_into(&mut self.events, seed, Stream::EventPile, 0, entries);
        self.drawn = EventAt::new(PILE_EXHAUSTED);
        self.effort = 0;
        self.clocks = Clocks::default();
        self.last_move = hidden_last_move(scenario, seed);
        self.length = None;
        self.tabled.clear();
        self.exchanges.clear();
        self.memory = Memory::default();
        self.path.clear();
        self.path.push(self.position.get(Gauge::Stability));
        self.outcome = None;
    }

    /// Opens a move: the entry drawn from the event pile, unless `instead` names another; hand and effort.
    pub fn begin_move(
        &mut self,
        scenario: &Scenario,
        instead: Option<EventAt>,
        ledger: &mut impl Ledger,
    ) {
        self.slot = 0;
        self.tabled.clear();
        self.exchanges.clear();
        let due = self.events.get(self.move_index as usize).copied();
        let exhausted = EventAt::new(PILE_EXHAUSTED).max(scenario.quiet());
        self.drawn = instead.or(due).unwrap_or(exhausted);
        if let Some(event) = scenario.events.get(self.drawn) {
            for &(gauge, delta) in &event.change {
                self.position.add(gauge, delta, Reason::Inject, ledger);
            }
        }
        self.refill(scenario);
        let rules = &scenario.session;
        self.effort = if self.move_index == 0 {
            rules.effort_start
        } else {
            (self.effort + rules.effort_gain).min(rules.effort_max)
        };
    }

    fn refill(&mut self, scenario: &Scenario) {
        while self.hand.len() < scenario.session.hand {
            if self.pile.is_empty() {
                self.discard.sort_unstable();
                self.cycle += 1;
                let base = 64 * self.cycle;
                let order = shuffled(self.seed, Stream::DemandPile, base, self.discard.len());
                self.pile = order.into_iter().map(|x| self.discard[x]).collect();
                self.discard.clear();
            }
            if self.pile.is_empty() {
                return;
            }
            let missing = scenario.session.hand - self.hand.len();
            let dealt = missing.min(self.pile.len());
            self.hand.extend(self.pile.drain(..dealt));
        }
    }

    /// Whether another demand may be tabled in this move.
    pub const fn may_demand(&self, scenario: &Scenario) -> bool {
        self.slot < scenario.session.demands
    }

    /// The cards that may be tabled now, in hand order.
    pub fn playable(&self) -> impl Iterator<Item = CardAt> + '_ {
        self.hand
            .iter()
            .copied()
            .filter(|card| !self.tabled.contains(card))
    }

    /// The patron asks for nothing (more) in this move. Only the first place of a move has an effect.
    pub fn hold(&mut self, scenario: &Scenario, ledger: &mut impl Ledger) {
        if self.slot == 0 {
            hold(scenario, &mut self.position, ledger);
            if !self.hand.is_empty() {
                self.discard.push(self.hand.remove(0));
            }
            self.memory.held = true;
            self.memory.follow_up = None;
        }
    }

    /// Spends the effort of a demand and takes its card out of this move's options.
    pub fn table(&mut self, scenario: &Scenario, demand: Demand) {
        self.effort -= scenario.intensity(demand.intensity).effort;
        self.tabled.push(demand.card);
    }

    /// Resolves a tabled demand up to the follow-up.
    pub fn resolve(
        &mut self,
        scenario: &Scenario,
        demand: Demand,
        reply: Reply,
        adjudication: Adjudication,
        ledger: &mut impl Ledger,
    ) {
        let modifier = factors(scenario, &self.position, demand).modifier;
        let roll = adjudication
            .roll
            .unwrap_or_else(|| roll(self.seed, self.move_index, self.slot));
        let limit = scenario.contest.argument_limit;
        let arguments = adjudication.arguments.clamp(-limit, limit);
        let computed = band(scenario, roll, modifier + arguments);
        let band = adjudication.band.unwrap_or(computed);
        let slot = i64::from(self.slot);
        let offer = resolve(
            scenario,
            &mut self.position,
            demand,
            reply,
            band,
            slot,
            ledger,
        );
        self.exchanges.push(Exchange {
            demand,
            reply,
            modifier,
            roll,
            arguments,
            band,
            offer,
            follow_up: None,
            crossed: 0,
        });
    }

    /// The exchange that waits for the patron's follow-up.
    pub fn open_exchange(&self) -> Option<&Exchange> {
        self.exchanges
            .last()
            .filter(|exchange| exchange.follow_up.is_none())
    }

    /// The follow-ups that are legal now, in canonical order.
    pub fn legal_follow_ups(&self) -> &'static [FollowUp] {
        self.open_exchange().map_or(&[], |exchange| {
            legal_follow_ups(
                exchange.demand.intensity,
                exchange.reply.response,
                exchange.offer,
            )
        })
    }

    /// Applies the patron's follow-up, checks the red lines and puts the card away.
    pub fn follow_up(&mut self, scenario: &Scenario, choice: FollowUp, ledger: &mut impl Ledger) {
        let Some(exchange) = self.exchanges.last_mut() else {
            return;
        };
        let (demand, response, offer) = (exchange.demand, exchange.reply.response, exchange.offer);
        follow_up(
            scenario,
            &mut self.position,
            demand,
            response,
            offer,
            choice,
            ledger,
        );
        exchange.follow_up = Some(choice);
        exchange.crossed = cross(scenario, &mut self.position, ledger);
        let stays =
            offer < MET && (demand.intensity == Intensity::Probe || response == Response::Stall);
        if !stays {
            self.hand.retain(|&card| card != demand.card);
            self.discard.push(demand.card);
        }
        self.memory = Memory {
            last: Some((offer, demand.intensity)),
            follow_up: Some(choice),
            held: false,
        };
        self.slot += 1;
    }

    /// Ends the move: drift, stability, crisis, endings. The next move begins unless the session ended.
    pub fn close_move(&mut self, scenario: &Scenario, ledger: &mut impl Ledger) {
        drift(scenario, &mut self.position, self.clocks.in_crisis, ledger);
        stability_step(scenario, &mut self.position, ledger);
        let stability = self.position.get(Gauge::Stability);
        self.path.push(stability);
        self.clocks.advance_crisis(scenario, stability);
        let last = self.move_index + 1 >= self.last_move;
        if let Some(ending) = self.clocks.ending(scenario, &self.position, last) {
            self.outcome = Some(outcome(scenario, &self.position, ending, &self.path));
        }
        self.move_index += 1;
    }

    /// Ends the session where it stands, as the white cell rules.
    pub fn end_now(&mut self, scenario: &Scenario) {
        let ending = quiet_ending(scenario, &self.position);
        self.outcome = Some(outcome(scenario, &self.position, ending, &self.path));
    }

    /// Replaces everything still hidden by what another seed gives: piles, dice, and the last move.
    ///
    /// `redraw_red_lines` redraws the offsets that the patron has not probed, too (rules 17.6).
    pub fn reseed(&mut self, scenario: &Scenario, seed: u64, redraw_red_lines: bool) {
        self.seed = seed;
        let order = shuffled(seed, Stream::DemandPile, 0, self.pile.len());
        self.pile = order.into_iter().map(|x| self.pile[x]).collect();
        let next = (self.move_index as usize + 1).min(self.events.len());
        let rest = self.events.split_off(next);
        let order = shuffled(seed, Stream::EventPile, 0, rest.len());
        self.events.extend(order.into_iter().map(|x| rest[x]));
        if redraw_red_lines {
            for d in scenario.domains.places() {
                if !self.position.known[d] {
                    self.position.hidden[d] = hidden_offset(seed, d);
                }
            }
        }
        let last = self
            .length
            .unwrap_or_else(|| hidden_last_move(scenario, seed));
        self.last_move = last.max(self.move_index + 1);
    }
}

/// The number of moves that a seed gives a session.
fn hidden_last_move(scenario: &Scenario, seed: u64) -> u32 {
    let rules = &scenario.session;
    let drawn = below(
        seed,
        Stream::Hidden,
        63,
        2 * u64::from(rules.moves_spread) + 1,
    );
    let drawn = u32::try_from(drawn).unwrap_or(0);
    rules
        .moves
        .saturating_sub(rules.moves_spread)
        .saturating_add(drawn)
}
