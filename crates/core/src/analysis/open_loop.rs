//! A session replayed open-loop: the recorded acts and dice run on, whatever is taken out before them (rules 20).
//!
//! Nobody reacts in such a replay. Hand, effort and the ends of play are ignored; a follow-up that
//! is no longer legal becomes *pocket*, else *back down*. Where a demand is taken out, the patron
//! holds, if the move has no other demand left; where a reply is taken out, the client accepts in part.

use crate::engine::choice::{Band, FollowUp, Response};
use crate::engine::game::{Adjudication, Exchange, Game};
use crate::engine::gauge::Gauge;
use crate::engine::ledger::{Reason, Silent};
use crate::engine::position::Position;
use crate::engine::resolve::contest::{Demand, Reply, band, factors};
use crate::engine::resolve::delivery::resolve;
use crate::engine::resolve::drift::{drift, stability_step};
use crate::engine::resolve::ending::Clocks;
use crate::engine::resolve::follow_up::{follow_up, hold, legal_follow_ups};
use crate::engine::resolve::red_line::cross;
use crate::engine::scenario::Scenario;
use crate::model::place::EventAt;

/// The acts of a session as they stand, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLoop {
    /// The session's seed, which sets the hidden red lines.
    pub seed: u64,
    /// What happened.
    pub steps: Vec<Step>,
    /// What each piece of news changes, in the order in which it came.
    pub news: Vec<Vec<(Gauge, i64)>>,
}

/// One recorded step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A move was opened.
    Open {
        /// The event that came into play; none was quiet.
        event: Option<EventAt>,
        /// Set where the white cell replaced the event: its entry, and the event that the pile gave.
        replaced: Option<(u64, Option<EventAt>)>,
    },
    /// The patron asked for nothing in this move.
    Hold,
    /// A demand, its reply and what became of it.
    Exchange(OpenExchange),
    /// The white cell changed a gauge.
    Adjust {
        /// The entry.
        entry: u64,
        /// The gauge.
        gauge: Gauge,
        /// The stated change.
        by: i64,
    },
    /// News came into play beside the event of the move: its place in [`OpenLoop::news`]. It is no
    /// override: nothing that rules or piles gave was departed from.
    News(usize),
    /// The move was closed.
    Close,
}

/// A recorded exchange, with the entries that it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenExchange {
    /// The entry of the demand.
    pub demand_entry: u64,
    /// The entry of the reply.
    pub reply_entry: u64,
    /// The entry of the ruling.
    pub ruling_entry: u64,
    /// The demand.
    pub demand: Demand,
    /// The reply.
    pub reply: Reply,
    /// The two dice.
    pub roll: i64,
    /// Net argued modifier.
    pub arguments: i64,
    /// The band, where the white cell ruled it.
    pub ruled: Option<Band>,
    /// The follow-up; none as long as the patron has not decided.
    pub follow_up: Option<FollowUp>,
}

/// Which acts are played: the others give way to their baseline.
#[derive(Clone, Copy, Debug)]
pub struct Played<'a> {
    /// By exchange: whether the demand is made. Empty: all of them.
    pub demands: &'a [bool],
    /// By exchange: whether the reply is the recorded one. Empty: all of them.
    pub replies: &'a [bool],
    /// By override, in the order of [`OpenLoop::overrides`]. Empty: all of them.
    pub overrides: &'a [bool],
}

impl Played<'_> {
    /// Everything as it was played.
    pub const ALL: Self = Self {
        demands: &[],
        replies: &[],
        overrides: &[],
    };
}

/// An act by which the white cell departed from what the rules and the piles gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Override {
    /// The entry.
    pub entry: u64,
    /// What was departed from.
    pub kind: OverrideKind,
}

/// What an override departs from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverrideKind {
    /// Another event than the drawn one.
    Event,
    /// Another band than the computed one, or an argued modifier.
    Ruling,
    /// A gauge changed by ruling.
    Adjustment,
}

impl OpenLoop {
    /// A session of which nothing has been played yet.
    pub const fn new(seed: u64) -> Self {
        Self {
            seed,
            steps: Vec::new(),
            news: Vec::new(),
        }
    }

    /// Takes in a move that bots have just closed.
    pub fn add_closed(&mut self, scenario: &Scenario, game: &Game) {
        self.steps.push(Step::Open {
            event: scenario.event_of(game.drawn),
            replaced: None,
        });
        if game.exchanges.is_empty() {
            self.steps.push(Step::Hold);
        }
        let step = |exchange: &Exchange| {
            Step::Exchange(OpenExchange {
                demand_entry: 0,
                reply_entry: 0,
                ruling_entry: 0,
                demand: exchange.demand,
                reply: exchange.reply,
                roll: exchange.roll,
                arguments: exchange.arguments,
                ruled: None,
                follow_up: exchange.follow_up,
            })
        };
        self.steps.extend(game.exchanges.iter().map(step));
        self.steps.push(Step::Close);
    }

    /// The exchanges, in order, each with its move from 1.
    pub fn exchanges(&self) -> impl Iterator<Item = (u32, &OpenExchange)> {
        let mut number = 0;
        self.steps.iter().filter_map(move |step| match step {
            Step::Open { .. } => {
                number += 1;
                None
            }
            Step::Exchange(exchange) => Some((number, exchange)),
            Step::Hold | Step::Adjust { .. } | Step::News(_) | Step::Close => None,
        })
    }

    /// The overrides, in the order in which they take effect.
    pub fn overrides(&self) -> Vec<Override> {
        let of = |step: &Step| match *step {
            Step::Open {
                replaced: Some((entry, _)),
                ..
            } => Some((entry, OverrideKind::Event)),
            Step::Exchange(exchange) if exchange.is_overruled() => {
                Some((exchange.ruling_entry, OverrideKind::Ruling))
            }
            Step::Adjust { entry, .. } => Some((entry, OverrideKind::Adjustment)),
            Step::Open { .. } | Step::Exchange(_) | Step::News(_) | Step::Hold | Step::Close => {
                None
            }
        };
        let all = self.steps.iter().filter_map(of);
        all.map(|(entry, kind)| Override { entry, kind }).collect()
    }

    /// Stability where the replay ends: the worth v(C) of rules 20.
    pub fn stability(&self, scenario: &Scenario, played: Played<'_>) -> i64 {
        let mut replay = Replay::new(scenario, self, played);
        for (place, step) in self.steps.iter().enumerate() {
            replay.play(step, &self.steps[place + 1..]);
        }
        replay.position.get(Gauge::Stability)
    }
}

impl OpenExchange {
    /// Whether the white cell departed from the computed result.
    pub const fn is_overruled(&self) -> bool {
        self.ruled.is_some() || self.arguments != 0
    }
}

struct Replay<'a> {
    scenario: &'a Scenario,
    news: &'a [Vec<(Gauge, i64)>],
    played: Played<'a>,
    position: Position,
    clocks: Clocks,
    /// Exchanges and overrides come to so far, played or not.
    exchange: usize,
    overruled: usize,
    /// Demands made in this move.
    slot: i64,
    /// Whether the patron holds where its first demand of this move is taken out.
    holds: bool,
}

fn is_in(set: &[bool], place: usize) -> bool {
    set.get(place).copied().unwrap_or(true)
}

impl<'a> Replay<'a> {
    fn new(scenario: &'a Scenario, recorded: &'a OpenLoop, played: Played<'a>) -> Self {
        Self {
            scenario,
            news: &recorded.news,
            played,
            position: Position::at_start(scenario, recorded.seed),
            clocks: Clocks::default(),
            exchange: 0,
            overruled: 0,
            slot: 0,
            holds: false,
        }
    }

    fn next_override(&mut self) -> bool {
        self.overruled += 1;
        is_in(self.played.overrides, self.overruled - 1)
    }

    fn play(&mut self, step: &Step, rest: &[Step]) {
        match *step {
            Step::Open { event, replaced } => self.open(event, replaced, rest),
            Step::Hold => hold(self.scenario, &mut self.position, &mut Silent),
            Step::Exchange(exchange) => {
                if is_in(self.played.demands, self.exchange) {
                    self.play_exchange(&exchange);
                    self.slot += 1;
                } else {
                    self.overruled += usize::from(exchange.is_overruled());
                    if std::mem::take(&mut self.holds) {
                        hold(self.scenario, &mut self.position, &mut Silent);
                    }
                }
                self.exchange += 1;
            }
            Step::Adjust { gauge, by, .. } => {
                if self.next_override() {
                    self.position.add(gauge, by, Reason::Ruling, &mut Silent);
                }
            }
            Step::News(news) => {
                for &(gauge, by) in self.news.get(news).into_iter().flatten() {
                    self.position.add(gauge, by, Reason::Inject, &mut Silent);
                }
            }
            Step::Close => self.close(),
        }
    }

    fn open(
        &mut self,
        event: Option<EventAt>,
        replaced: Option<(u64, Option<EventAt>)>,
        rest: &[Step],
    ) {
        let event = match replaced {
            Some((_, drawn)) if !self.next_override() => drawn,
            _ => event,
        };
        if let Some(event) = event.and_then(|event| self.scenario.events.get(event)) {
            for &(gauge, by) in &event.change {
                self.position.add(gauge, by, Reason::Inject, &mut Silent);
            }
        }
        let of_this_move = rest
            .iter()
            .take_while(|step| !matches!(step, Step::Open { .. }))
            .filter(|step| matches!(step, Step::Exchange(_)))
            .count();
        let mut places = self.exchange..self.exchange + of_this_move;
        self.holds = !places.any(|place| is_in(self.played.demands, place));
        self.slot = 0;
    }

    fn play_exchange(&mut self, recorded: &OpenExchange) {
        let demand = recorded.demand;
        let reply = if is_in(self.played.replies, self.exchange) {
            recorded.reply
        } else {
            Reply::plain(Response::Partial)
        };
        let stands = !recorded.is_overruled() || self.next_override();
        let adjudication = Adjudication {
            roll: Some(recorded.roll),
            arguments: if stands { recorded.arguments } else { 0 },
            band: recorded.ruled.filter(|_| stands),
        };
        let band = adjudication.band.unwrap_or_else(|| {
            let modifier = factors(self.scenario, &self.position, demand).modifier;
            band(
                self.scenario,
                recorded.roll,
                modifier + adjudication.arguments,
            )
        });
        let offer = resolve(
            self.scenario,
            &mut self.position,
            demand,
            reply,
            band,
            self.slot,
            &mut Silent,
        );
        let Some(wanted) = recorded.follow_up else {
            return;
        };
        let legal = legal_follow_ups(demand.intensity, reply.response, offer);
        let choice = [wanted, FollowUp::Pocket, FollowUp::BackDown]
            .into_iter()
            .find(|choice| legal.contains(choice));
        if let Some(choice) = choice {
            follow_up(
                self.scenario,
                &mut self.position,
                demand,
                reply.response,
                offer,
                choice,
                &mut Silent,
            );
        }
        cross(self.scenario, &mut self.position, &mut Silent);
    }

    fn close(&mut self) {
        drift(
            self.scenario,
            &mut self.position,
            self.clocks.in_crisis,
            &mut Silent,
        );
        stability_step(self.scenario, &mut self.position, &mut Silent);
        let stability = self.position.get(Gauge::Stability);
        self.clocks.advance_crisis(self.scenario, stability);
    }
}
