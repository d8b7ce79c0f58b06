//! A session in play, as the rules see it: position, cards, piles and clocks, advanced step by step.
//!
//! This is the fast core that bots and playouts run on. It takes only legal steps; whoever might be
//! asked for an illegal one looks into [`legal`](crate::model::legal) first. A move goes through
//!
//! 1. [`Game::begin_move`] (inject, Europe's unity),
//! 2. [`Game::take_measure`], if Europe takes one,
//! 3. [`Game::open_menu`] (effort, menu),
//! 4. [`Game::de_escalate`], if there is a crisis,
//! 5. [`Game::table_offer`], also where there is none,
//! 6. [`Game::take_up`], [`Game::hold`], or [`Game::table`], [`Game::resolve`] and
//!    [`Game::follow_up`], as often as the deck allows demands in a move,
//! 7. [`Game::close_move`].
//!
//! **Several demands a move (rules 9.3).** With `session.demands` above 1 step 6 is repeated; each demand
//! after the first counts its place in the move, from 0, as that many steps further over the norm, and
//! a card is demanded once a move. An offer is answered by the first decision of the move: taking it up
//! uses the first place and play goes on with the second, anything else sets it aside. To hold after a
//! demand or a take-up ends the move without an effect of its own. A time-out binds all demands of its
//! move.

use std::mem::take;

use crate::model::choice::{
    BySide, Demand, FollowUp, Intensity, MeasureKind, Offer, Reply, Response, Step, is_met,
};
use crate::model::contest::{band, factors};
use crate::model::crisis::{self, Clocks, time_out};
use crate::model::current::{Adjudication, Exchange, LastAnswer, Memory, Move};
use crate::model::drift::{drift, stability_step};
use crate::model::ending::{Outcome, ending, outcome, quiet_ending};
use crate::model::europe::{self, Europe};
use crate::model::exchange::{answer, paid_with, table};
use crate::model::follow_up::{follow_up, hold, legal_follow_ups};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::inject::{self, EventPile};
use crate::model::ledger::{Books, Ledger};
use crate::model::luck::roll;
use crate::model::menu::Menu;
use crate::model::offer::{set_aside, take_up};
use crate::model::place::{CardAt, EventAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::red_line::cross;
use crate::model::scenario::Scenario;

/// A session in play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Game {
    /// All gauges.
    pub position: Position,
    /// How far each card has come.
    pub progress: Progress,
    /// Crisis and capture.
    pub clocks: Clocks,
    /// What there is of Europe besides its gauges.
    pub europe: Europe,
    /// The market discount of the last move.
    pub market_discount: i64,
    /// Moves that the client must still wait before its next offer.
    pub offer_wait: i64,
    /// The session's seed.
    pub seed: u64,
    /// The move, from 0.
    pub move_index: u32,
    /// The place of the next demand in this move, from 0.
    pub place: u32,
    /// Events to come.
    pub events: EventPile,
    /// The patron's effort.
    pub effort: i64,
    /// What the patron may choose from.
    pub menu: Menu,
    /// The highest intensity in this move.
    pub limit: Intensity,
    /// What has happened in this move.
    pub current: Move,
    /// What bots remember.
    pub memory: Memory,
    /// Stability at STARTEX and after each move.
    pub path: Vec<i64>,
    /// How many moves the session lasts; hidden from all seats but the white cell.
    pub last_move: u32,
    /// How many moves the white cell has declared that it lasts.
    pub length: Option<u32>,
    /// Set once the session has ended.
    pub outcome: Option<Outcome>,
}

/// The lists of a session, whose memory outlives it.
#[derive(Default)]
struct Lists {
    events: EventPile,
    menu: Menu,
    current: Move,
    path: Vec<i64>,
}

impl Game {
    /// A session at STARTEX, before its first move.
    pub fn new(scenario: &Scenario, seed: u64) -> Self {
        Self::at_start(scenario, seed, Lists::default())
    }

    /// Goes back to STARTEX under another seed, as [`Game::new`] would, and keeps the lists' memory.
    pub fn restart(&mut self, scenario: &Scenario, seed: u64) {
        let lists = Lists {
            events: take(&mut self.events),
            menu: take(&mut self.menu),
            current: take(&mut self.current),
            path: take(&mut self.path),
        };
        *self = Self::at_start(scenario, seed, lists);
    }

    fn at_start(scenario: &Scenario, seed: u64, mut lists: Lists) -> Self {
        let position = Position::at_start(scenario, seed);
        lists.events.shuffle(scenario, seed);
        lists.menu.clear();
        lists.current.clear();
        lists.path.clear();
        lists.path.push(position.get(Gauge::Stability));
        Self {
            position,
            progress: Progress::new(scenario),
            clocks: Clocks::default(),
            europe: Europe::at_start(scenario, seed),
            market_discount: 0,
            offer_wait: 0,
            seed,
            move_index: 0,
            place: 0,
            events: lists.events,
            effort: 0,
            menu: lists.menu,
            limit: Intensity::Ultimatum,
            current: lists.current,
            memory: Memory::default(),
            path: lists.path,
            last_move: scenario.session.drawn_length(seed),
            length: None,
            outcome: None,
        }
    }

    /// Opens a move: the event that is due, unless `instead` names another; Europe can agree on more.
    pub fn begin_move(
        &mut self,
        scenario: &Scenario,
        instead: Option<EventAt>,
        mut ledger: impl Ledger,
    ) {
        self.place = 0;
        self.current.clear();
        self.limit = Intensity::Ultimatum;
        self.current.entry = match instead {
            Some(event) => {
                self.events.take_out(event);
                Some(event)
            }
            None => self.events.draw(scenario, &self.position, &self.progress),
        };
        let mut books = Books::new(scenario, &mut self.position, &mut ledger);
        if let Some(entry) = self.current.entry {
            inject::apply(&mut books, entry);
        }
        europe::agree(&mut books, self.move_index);
    }

    /// Europe takes a measure.
    pub fn take_measure(&mut self, scenario: &Scenario, step: Step, ledger: impl Ledger) {
        let roll = europe::roll(self.seed, self.move_index);
        let mut books = Books::new(scenario, &mut self.position, ledger);
        self.current.measure = Some(self.europe.take(&mut books, step, roll));
    }

    /// Whether Europe mediates in this move.
    pub fn is_mediated(&self, scenario: &Scenario) -> bool {
        self.current.measure.is_some_and(|taken| {
            let measure = &scenario.measures[taken.step.measure];
            measure.kind == MeasureKind::Mediate
        })
    }

    /// The patron gathers effort and sees what it may choose from.
    pub fn open_menu(&mut self, scenario: &Scenario) {
        let rules = &scenario.session.effort;
        self.effort = if self.move_index == 0 {
            rules.start
        } else {
            self.effort + rules.gain
        };
        self.menu
            .lay(scenario, &self.progress, self.seed, self.move_index);
    }

    /// Whether the patron has the effort for an act of de-escalation.
    pub const fn may_de_escalate(&self, scenario: &Scenario) -> bool {
        self.effort >= scenario.crisis.act.effort
    }

    /// Both sides reveal whether they climb down.
    pub fn de_escalate(&mut self, scenario: &Scenario, acts: BySide<bool>, ledger: impl Ledger) {
        let mediated = self.is_mediated(scenario);
        self.limit = time_out(scenario, &self.position, acts);
        if acts.patron {
            self.effort -= scenario.crisis.act.effort;
        }
        self.current.acts = acts;
        let mut books = Books::new(scenario, &mut self.position, ledger);
        crisis::de_escalate(&mut books, acts, mediated);
    }

    /// The client tables an offer, or none.
    pub fn table_offer(&mut self, scenario: &Scenario, offer: Option<Offer>) {
        self.offer_wait = match offer {
            Some(_) => scenario.offer.wait,
            None => (self.offer_wait - 1).max(0),
        };
        self.current.offer = offer;
    }

    /// The offer that waits for the patron's answer.
    pub fn open_offer(&self) -> Option<Offer> {
        self.current.offer.filter(|_| self.place == 0)
    }

    /// Whether another demand may be tabled in this move.
    pub const fn may_demand(&self, scenario: &Scenario) -> bool {
        self.place < scenario.session.demands
    }

    /// The cards that may be demanded now, in the order of the menu.
    pub fn playable(&self) -> impl Iterator<Item = CardAt> + Clone + '_ {
        let tabled = |card: CardAt| {
            let mut exchanges = self.current.exchanges.iter();
            exchanges.any(|exchange| exchange.demand.card == card)
        };
        self.menu
            .cards()
            .iter()
            .copied()
            .filter(move |&card| !tabled(card))
    }

    /// The patron takes up the open offer.
    pub fn take_up(&mut self, scenario: &Scenario, ledger: impl Ledger) {
        let Some(offer) = self.open_offer() else {
            return;
        };
        let mut books = Books::new(scenario, &mut self.position, ledger);
        let given = take_up(&mut books, &self.progress, offer);
        cross(&mut books);
        self.progress.give(scenario, offer.card, given);
        self.current.taken_up = true;
        self.current.delivered = given;
        self.memory = Memory {
            answer: Some(LastAnswer::InFull),
            follow_up: Some(FollowUp::Reward),
        };
        self.place += 1;
    }

    /// The patron asks for nothing (more) in this move. Only the first place of a move has an effect.
    pub fn hold(&mut self, scenario: &Scenario, mut ledger: impl Ledger) {
        if self.place == 0 {
            self.set_offer_aside(scenario, &mut ledger);
            let mut books = Books::new(scenario, &mut self.position, ledger);
            hold(&mut books);
            self.memory.follow_up = None;
        }
    }

    /// Spends the effort of a demand; an offer that lies on the table is set aside.
    pub fn table(&mut self, scenario: &Scenario, demand: Demand, ledger: impl Ledger) {
        self.effort -= scenario.intensity(demand.intensity).effort;
        self.set_offer_aside(scenario, ledger);
    }

    fn set_offer_aside(&mut self, scenario: &Scenario, ledger: impl Ledger) {
        if self.open_offer().is_some() {
            set_aside(&mut Books::new(scenario, &mut self.position, ledger));
        }
    }

    /// Resolves a tabled demand up to the follow-up.
    pub fn resolve(
        &mut self,
        scenario: &Scenario,
        demand: Demand,
        reply: Reply,
        adjudication: Adjudication,
        ledger: impl Ledger,
    ) {
        let factors = factors(scenario, &self.position, demand);
        let roll = adjudication
            .roll
            .unwrap_or_else(|| roll(self.seed, self.move_index, self.place));
        let limit = scenario.contest.argument_limit;
        let arguments = adjudication.arguments.clamp(-limit, limit);
        let computed = band(scenario, roll, factors.modifier + arguments);
        let band = adjudication.band.unwrap_or(computed);
        let mut books = Books::new(scenario, &mut self.position, ledger);
        table(&mut books, demand, i64::from(self.place));
        let leverage = factors.leverage;
        let delivered = answer(&mut books, &self.progress, demand, reply, band, leverage);
        self.progress.table(demand.card);
        self.progress
            .give(scenario, paid_with(demand, reply), delivered);
        self.current.exchanges.push(Exchange {
            demand,
            reply,
            modifier: factors.modifier,
            roll,
            arguments,
            band,
            delivered,
            follow_up: None,
            crossed: 0,
        });
    }

    /// The exchange that waits for the patron's follow-up.
    pub fn open_exchange(&self) -> Option<&Exchange> {
        let last = self.current.exchanges.last();
        last.filter(|exchange| exchange.follow_up.is_none())
    }

    /// The follow-ups that are legal now, in canonical order.
    pub fn legal_follow_ups(&self) -> &'static [FollowUp] {
        self.open_exchange().map_or(&[], |exchange| {
            legal_follow_ups(exchange.demand.intensity, exchange.reply.response)
        })
    }

    /// Applies the patron's follow-up and checks the red lines.
    pub fn follow_up(&mut self, scenario: &Scenario, choice: FollowUp, ledger: impl Ledger) {
        let Some(exchange) = self.current.exchanges.last_mut() else {
            return;
        };
        let Exchange { demand, reply, .. } = *exchange;
        let mut books = Books::new(scenario, &mut self.position, ledger);
        follow_up(&mut books, demand, reply.response, choice);
        exchange.follow_up = Some(choice);
        exchange.crossed = cross(&mut books);
        self.memory = Memory {
            answer: Some(match reply.response {
                Response::Accept | Response::Conditions => LastAnswer::InFull,
                response if is_met(response) => LastAnswer::InPart,
                Response::Partial
                | Response::Stall
                | Response::Deflect
                | Response::Hedge
                | Response::Refuse => LastAnswer::Not(demand.intensity),
            }),
            follow_up: Some(choice),
        };
        self.place += 1;
    }

    /// Closes the move: drift, stability and the endings.
    pub fn close_move(&mut self, scenario: &Scenario, ledger: impl Ledger) {
        let mut books = Books::new(scenario, &mut self.position, ledger);
        self.market_discount = drift(&mut books);
        stability_step(&mut books);
        self.path.push(self.position.get(Gauge::Stability));
        self.move_index += 1;
        let last = self.move_index >= self.last_move;
        let ended = ending(scenario, &self.position, &mut self.clocks, last);
        self.outcome = ended.map(|ending| outcome(scenario, &self.position, &self.europe, ending));
    }

    /// The white cell ends the session where it stands.
    pub fn end_early(&mut self, scenario: &Scenario) {
        let ending = quiet_ending(scenario, &self.position);
        self.outcome = Some(outcome(scenario, &self.position, &self.europe, ending));
    }

    /// Replaces everything that is still hidden by what another seed holds: the order of events that are
    /// left, dice, what bots draw, whether banks comply, the last move (not before the next), and, if
    /// asked for, the red lines that the patron does not know. What has been dealt with stays.
    pub fn reseed(&mut self, scenario: &Scenario, seed: u64, redraw_red_lines: bool) {
        self.seed = seed;
        self.events.reshuffle(seed);
        self.europe.redraw_compliance(scenario, seed);
        if redraw_red_lines {
            self.position.redraw_unknown_lines(scenario, seed);
        }
        let last = self
            .length
            .unwrap_or_else(|| scenario.session.drawn_length(seed));
        self.last_move = last.max(self.move_index + 1);
    }
}
