//! Plays a session on from any moment of it, by bots.

use crate::analysis::bot::{Bot, Plays};
use crate::analysis::expectations::choice::Choice;
use crate::engine::choice::{Band, FollowUp};
use crate::engine::game::{Adjudication, Game};
use crate::engine::ledger::Silent;
use crate::engine::options::Announcement;
use crate::engine::phase::Phase;
use crate::engine::resolve::contest::{Demand, MET, Reply};
use crate::engine::scenario::Scenario;
use crate::engine::state::State;
use crate::model::side::BySide;

/// A session that is being played on.
#[derive(Debug)]
pub struct Onward<'a> {
    scenario: &'a Scenario,
    bots: BySide<Bot<'a>>,
    game: Game,
    phase: Phase,
    tabled: Vec<(Demand, Option<Reply>)>,
    together: bool,
    /// The dice of the next contest, instead of the session's own.
    pub roll: Option<i64>,
    /// The band of the next contest, instead of the one by rule.
    pub band: Option<Band>,
    /// The follow-ups that were sealed for the open exchange: if it is met, and if it is defied.
    sealed: Option<(FollowUp, FollowUp)>,
    /// What the patron did first.
    first: Option<FollowUp>,
}

impl<'a> Onward<'a> {
    /// Starts from a state, with `game` in the place of its own game, and a bot for each side.
    pub fn new(scenario: &'a Scenario, bots: BySide<Bot<'a>>, game: Game, state: &State) -> Self {
        let tabled = state.tabled.iter();
        let options = &state.options;
        let together = options.announcement == Announcement::Together && !options.sealed;
        Self {
            scenario,
            bots,
            game,
            phase: state.phase,
            tabled: tabled.map(|tabled| (tabled.demand, tabled.reply)).collect(),
            together,
            roll: None,
            band: None,
            sealed: match (&state.sealed.demand, state.phase) {
                (Some(plan), Phase::Ruling | Phase::FollowUp) => {
                    Some((plan.if_met, plan.if_defied))
                }
                _ => None,
            },
            first: None,
        }
    }

    /// Makes a choice that is open at this moment.
    ///
    /// A reply may also be exchanged after it was revealed, as long as it is not resolved.
    pub fn choose(&mut self, choice: Choice) {
        self.phase = match choice {
            Choice::Demand(demand) => self.demand(demand),
            Choice::Reply(reply) if self.phase == Phase::Ruling => {
                if let Some((_, answer)) = self.tabled.first_mut() {
                    *answer = Some(reply);
                }
                Phase::Ruling
            }
            Choice::Reply(reply) => self.reply(reply),
            Choice::FollowUp(choice) => {
                self.game.follow_up(self.scenario, choice, &mut Silent);
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
                self.game.begin_move(self.scenario, None, &mut Silent);
                self.tabled.clear();
                self.next_demand()
            }
            Phase::Demand | Phase::Sealing | Phase::Reveal => {
                let demand = self.bots.patron.demand(&self.counted(self.tabled.len()));
                self.demand(demand)
            }
            Phase::Response => match self.open() {
                Some(place) => {
                    let demand = self.tabled[place].0;
                    let reply = self.bots.client.reply(&self.counted(place), demand);
                    self.reply(reply)
                }
                None => Phase::Ruling,
            },
            Phase::Ruling => self.rule(),
            Phase::FollowUp => {
                let choice = self.follow_up();
                self.first = self.first.or(Some(choice));
                self.game.follow_up(self.scenario, choice, &mut Silent);
                self.after_follow_up()
            }
            Phase::Drift => {
                self.game.close_move(self.scenario, &mut Silent);
                Phase::Inject
            }
            Phase::Ended => Phase::Ended,
        }
    }

    fn follow_up(&mut self) -> FollowUp {
        let legal = self.game.legal_follow_ups();
        let met = self
            .game
            .open_exchange()
            .is_some_and(|open| open.offer >= MET);
        let wanted = self.sealed.take();
        let wanted = wanted.map(|(if_met, if_defied)| if met { if_met } else { if_defied });
        let sealed = wanted.and_then(|wanted| {
            [wanted, FollowUp::Pocket, FollowUp::BackDown]
                .into_iter()
                .find(|choice| legal.contains(choice))
        });
        sealed.unwrap_or_else(|| self.bots.patron.follow_up(&self.game))
    }

    /// The game as a bot counts it: demands announced together are counted one by one.
    fn counted(&self, done: usize) -> Game {
        let mut game = self.game.clone();
        game.slot += u32::try_from(done).unwrap_or(0);
        game
    }

    const fn next_demand(&self) -> Phase {
        if self.game.may_demand(self.scenario) {
            Phase::Demand
        } else {
            Phase::Drift
        }
    }

    fn demand(&mut self, demand: Option<Demand>) -> Phase {
        let Some(demand) = demand else {
            if self.tabled.is_empty() {
                self.game.hold(self.scenario, &mut Silent);
                return Phase::Drift;
            }
            return Phase::Response;
        };
        self.game.table(self.scenario, demand);
        self.tabled.push((demand, None));
        if self.together && self.tabled.len() < self.scenario.session.demands as usize {
            Phase::Demand
        } else {
            Phase::Response
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
            return self.next_demand();
        };
        self.tabled.remove(0);
        let ruling = Adjudication {
            roll: self.roll.take(),
            band: self.band.take(),
            ..Adjudication::default()
        };
        self.game
            .resolve(self.scenario, demand, reply, ruling, &mut Silent);
        Phase::FollowUp
    }

    const fn after_follow_up(&self) -> Phase {
        if !self.tabled.is_empty() {
            Phase::Ruling
        } else if self.together {
            Phase::Drift
        } else {
            self.next_demand()
        }
    }
}
