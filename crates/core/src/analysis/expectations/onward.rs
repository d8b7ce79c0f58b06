//! Plays a session on from any moment of it, by bots.

use crate::analysis::expectations::choice::Choice;
use crate::bot::{EuropeBot, Players};
use crate::engine::action::SealedDemand;
use crate::engine::options::Announcement;
use crate::engine::phase::Phase;
use crate::engine::state::State;
use crate::model::choice::{Band, Decision, Demand, FollowUp, Offer, Reply, Step, is_met};
use crate::model::current::Adjudication;
use crate::model::game::Game;
use crate::model::ledger::Silent;
use crate::model::legal;
use crate::model::scenario::Scenario;
use crate::model::side::{BySide, Side};

/// A session that is being played on.
#[derive(Debug)]
pub struct Onward<'a> {
    scenario: &'a Scenario,
    players: Players<'a>,
    game: Game,
    phase: Phase,
    crisis_acts: BySide<Option<bool>>,
    tabled: Vec<(Demand, Option<Reply>)>,
    together: bool,
    /// The dice of the next contest, instead of the session's own.
    pub roll: Option<i64>,
    /// The band of the next contest, instead of the one by rule.
    pub band: Option<Band>,
    /// The follow-ups that were sealed for the open exchange: if it is met, and if it is defied.
    sealed: Option<(FollowUp, FollowUp)>,
    /// What the patron did first after a reply.
    first: Option<FollowUp>,
}

impl<'a> Onward<'a> {
    /// Starts from a state, with `game` in the place of its own game, and a bot for each seat; Europe's stays
    /// empty where it is.
    pub fn new(
        scenario: &'a Scenario,
        mut players: Players<'a>,
        game: Game,
        state: &State,
    ) -> Self {
        let tabled = state.tabled.iter();
        let options = &state.options;
        let together = options.announcement == Announcement::Together && !options.sealed;
        if !state.has_europe() {
            players.europe = EuropeBot::Absent;
        }
        let decided = matches!(state.phase, Phase::Ruling | Phase::FollowUp);
        let plan = state.sealed.demand.as_ref().filter(|_| decided);
        Self {
            scenario,
            players,
            game,
            phase: state.phase,
            crisis_acts: state.crisis_acts,
            tabled: tabled.map(|tabled| (tabled.demand, tabled.reply)).collect(),
            together,
            roll: None,
            band: None,
            sealed: plan.map(|plan: &SealedDemand| (plan.if_met, plan.if_defied)),
            first: None,
        }
    }

    /// Makes a choice that is open at this moment.
    ///
    /// A reply may also be exchanged after it was revealed, as long as it is not resolved.
    pub fn choose(&mut self, choice: Choice) {
        self.phase = match choice {
            Choice::Measure(step) => self.measure(step),
            Choice::CrisisAct(side, climbs_down) => {
                self.crisis_acts[side] = Some(climbs_down);
                self.decide_crisis()
            }
            Choice::Offer(offer) => self.offer(offer),
            Choice::Decision(decision) => self.decide(decision),
            Choice::Reply(reply) if self.phase == Phase::Ruling => {
                if let Some((_, answer)) = self.tabled.first_mut() {
                    *answer = Some(reply);
                }
                Phase::Ruling
            }
            Choice::Reply(reply) => self.reply(reply),
            Choice::FollowUp(choice) => {
                self.game.follow_up(self.scenario, choice, Silent);
                self.after_follow_up()
            }
        };
    }

    /// Plays to the end; gives the first follow-up on the way, too.
    pub fn finish(self) -> (Game, Option<FollowUp>) {
        self.play_out(|_| {})
    }

    /// Plays to the end; `each_move` sees the game after every move that closes.
    pub fn finish_seen(self, each_move: impl FnMut(&Game)) -> Game {
        self.play_out(each_move).0
    }

    fn play_out(mut self, mut each_move: impl FnMut(&Game)) -> (Game, Option<FollowUp>) {
        while self.game.outcome.is_none() && self.phase != Phase::Ended {
            let closes = self.phase == Phase::Drift;
            self.phase = self.step();
            if closes {
                each_move(&self.game);
            }
        }
        (self.game, self.first)
    }

    fn step(&mut self) -> Phase {
        match self.phase {
            Phase::Inject => {
                self.game.begin_move(self.scenario, None, Silent);
                self.tabled.clear();
                self.crisis_acts = BySide::default();
                Phase::Europe
            }
            Phase::Europe => {
                let step = self.players.europe.step(self.scenario, &self.game);
                self.measure(step)
            }
            Phase::Crisis => self.decide_crisis(),
            Phase::Offer => {
                let offer = self.players.client.offer(&self.game);
                self.offer(offer)
            }
            Phase::Demand | Phase::Sealing | Phase::Reveal => {
                let decision = self.players.patron.decide(&self.at_decision());
                self.decide(decision)
            }
            Phase::Response => match self.open() {
                Some(place) => {
                    let demand = self.tabled[place].0;
                    let reply = self.players.client.reply(&self.counted(place), demand);
                    self.reply(reply)
                }
                None => Phase::Ruling,
            },
            Phase::Ruling => self.rule(),
            Phase::FollowUp => {
                let choice = self.follow_up();
                self.first = self.first.or(Some(choice));
                self.game.follow_up(self.scenario, choice, Silent);
                self.after_follow_up()
            }
            Phase::Drift => {
                self.game.close_move(self.scenario, Silent);
                Phase::Inject
            }
            Phase::Ended => Phase::Ended,
        }
    }

    fn measure(&mut self, step: Option<Step>) -> Phase {
        if let Some(step) = step {
            self.game.take_measure(self.scenario, step, Silent);
        }
        self.game.open_menu(self.scenario);
        if self.game.clocks.in_crisis {
            Phase::Crisis
        } else {
            Phase::Offer
        }
    }

    /// Whoever has not decided yet does.
    fn decide_crisis(&mut self) -> Phase {
        let sides = BySide::new(self.players.patron, self.players.client);
        let acts = BySide::from_fn(|side: Side| {
            self.crisis_acts[side].unwrap_or_else(|| {
                legal::may_de_escalate(self.scenario, &self.game, side)
                    && sides[side].climbs_down(&self.game, side)
            })
        });
        self.game.de_escalate(self.scenario, acts, Silent);
        Phase::Offer
    }

    fn offer(&mut self, offer: Option<Offer>) -> Phase {
        self.game.table_offer(self.scenario, offer);
        self.next_decision()
    }

    fn follow_up(&mut self) -> FollowUp {
        let open = self.game.open_exchange();
        let met = open.is_some_and(|open| is_met(open.reply.response));
        match self.sealed.take() {
            Some((if_met, if_defied)) => {
                let wanted = if met { if_met } else { if_defied };
                legal::opened_follow_up(&self.game, wanted)
            }
            None => self.players.patron.follow_up(&self.game),
        }
    }

    /// The game as a bot counts it: demands announced together are counted one by one.
    fn counted(&self, done: usize) -> Game {
        let mut game = self.game.clone();
        game.place += u32::try_from(done).unwrap_or(0);
        game
    }

    /// The same for the patron's decision: what was announced is on the menu no more.
    fn at_decision(&self) -> Game {
        let mut game = self.counted(self.tabled.len());
        let tabled = |card| self.tabled.iter().any(|(demand, _)| demand.card == card);
        game.menu.take_off(tabled);
        game
    }

    const fn next_decision(&self) -> Phase {
        if self.game.may_demand(self.scenario) {
            Phase::Demand
        } else {
            Phase::Drift
        }
    }

    fn decide(&mut self, decision: Decision) -> Phase {
        match decision {
            Decision::Hold if self.tabled.is_empty() => {
                self.game.hold(self.scenario, Silent);
                Phase::Drift
            }
            Decision::Hold => Phase::Response,
            Decision::TakeUp => {
                self.game.take_up(self.scenario, Silent);
                self.next_decision()
            }
            Decision::Demand(demand) => {
                if self.tabled.is_empty() {
                    self.game.table(self.scenario, demand, Silent);
                } else {
                    self.game.announce(self.scenario, demand);
                }
                self.tabled.push((demand, None));
                let places = self.game.place as usize + self.tabled.len();
                if self.together && places < self.scenario.session.demands as usize {
                    Phase::Demand
                } else {
                    Phase::Response
                }
            }
        }
    }

    fn open(&self) -> Option<usize> {
        self.tabled.iter().position(|(_, reply)| reply.is_none())
    }

    fn reply(&mut self, reply: Reply) -> Phase {
        if let Some(place) = self.open() {
            self.tabled[place].1 = Some(reply);
        }
        if self.open().is_some() {
            Phase::Response
        } else {
            Phase::Ruling
        }
    }

    fn rule(&mut self) -> Phase {
        let Some((demand, Some(reply))) = self.tabled.first().copied() else {
            return self.next_decision();
        };
        self.tabled.remove(0);
        let ruling = Adjudication {
            roll: self.roll.take(),
            band: self.band.take(),
            ..Adjudication::default()
        };
        self.game
            .resolve(self.scenario, demand, reply, ruling, Silent);
        Phase::FollowUp
    }

    const fn after_follow_up(&self) -> Phase {
        if !self.tabled.is_empty() {
            Phase::Ruling
        } else if self.together {
            Phase::Drift
        } else {
            self.next_decision()
        }
    }
}
