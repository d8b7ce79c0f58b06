//! The replay itself: recorded steps on a game, some of them taken out.

use super::{CrisisAct, OpenExchange, OpenLoop, Played, Step};
use crate::engine::entry_number::EntryNumber;
use crate::model::choice::{BySide, Reply, Response};
use crate::model::current::Adjudication;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Reason, Silent};
use crate::model::legal::{opened_follow_up, opened_reply};
use crate::model::place::EventAt;
use crate::model::scenario::Scenario;

impl OpenLoop {
    /// Stability where the replay ends: the worth v(C) of a coalition of acts.
    pub fn stability(&self, scenario: &Scenario, played: Played<'_>) -> i64 {
        let mut replay = Replay {
            scenario,
            recorded: self,
            played,
            game: Game::new(scenario, self.seed),
            come: Come::default(),
            holds: false,
        };
        for (place, step) in self.steps.iter().enumerate() {
            replay.play(step, &self.steps[place + 1..]);
        }
        replay.game.position.get(Gauge::Stability)
    }
}

/// How many acts of each kind the replay has come to, played or not.
#[derive(Default)]
struct Come {
    decisions: usize,
    replies: usize,
    offers: usize,
    crisis_acts: usize,
    measures: usize,
    overrides: usize,
}

struct Replay<'a> {
    scenario: &'a Scenario,
    recorded: &'a OpenLoop,
    played: Played<'a>,
    game: Game,
    come: Come,
    /// Whether the patron holds where its first decision of this move is taken out.
    holds: bool,
}

fn is_in(set: &[bool], place: usize) -> bool {
    set.get(place).copied().unwrap_or(true)
}

/// Whether the next act of a kind is played.
fn next(set: &[bool], come: &mut usize) -> bool {
    *come += 1;
    is_in(set, *come - 1)
}

impl Replay<'_> {
    fn next_override(&mut self) -> bool {
        next(self.played.overrides, &mut self.come.overrides)
    }

    fn play(&mut self, step: &Step, rest: &[Step]) {
        match *step {
            Step::Open { event, replaced } => self.open(event, replaced, rest),
            Step::Measure { step, set, .. } => {
                let stands = !set || self.next_override();
                if next(self.played.measures, &mut self.come.measures) && stands {
                    self.game.take_measure(self.scenario, step, Silent);
                }
            }
            Step::CrisisActs(acts) => self.de_escalate(acts),
            Step::Offer { offer, vetoed, .. } => {
                let made = if vetoed.is_some() {
                    !self.next_override()
                } else {
                    next(self.played.offers, &mut self.come.offers)
                };
                self.game.table_offer(self.scenario, made.then_some(offer));
            }
            Step::Moot(_) => {
                self.next_override();
            }
            Step::TakeUp { .. } => {
                if next(self.played.decisions, &mut self.come.decisions) {
                    self.game.take_up(self.scenario, Silent);
                } else {
                    self.hold_instead();
                }
            }
            Step::Hold => self.game.hold(self.scenario, Silent),
            Step::Exchange(exchange) => self.exchange(&exchange),
            Step::Tabled(demand) => self.game.table(self.scenario, demand, Silent),
            Step::Adjust { gauge, by, .. } => {
                if self.next_override() {
                    self.change(&[(gauge, by)], Reason::Ruling);
                }
            }
            Step::News(news) => {
                if let Some(changes) = self.recorded.news.get(news) {
                    self.change(changes, Reason::Inject);
                }
            }
            Step::Luck(seed) => self.game.reseed(self.scenario, seed, false),
            Step::Close => self.game.close_move(self.scenario, Silent),
        }
    }

    fn change(&mut self, changes: &[(Gauge, i64)], because: Reason) {
        self.game.change(self.scenario, changes, because, Silent);
    }

    fn open(
        &mut self,
        event: Option<EventAt>,
        replaced: Option<(EntryNumber, Option<EventAt>)>,
        rest: &[Step],
    ) {
        let event = match replaced {
            Some((_, drawn)) if !self.next_override() => drawn,
            _ => event,
        };
        let entry = event.unwrap_or_else(|| self.scenario.quiet());
        self.game.begin_move(self.scenario, Some(entry), Silent);
        self.game.open_menu(self.scenario);
        let of_this_move = rest
            .iter()
            .take_while(|step| !matches!(step, Step::Open { .. }))
            .filter(|step| matches!(step, Step::Exchange(_) | Step::TakeUp { .. }))
            .count();
        let mut places = self.come.decisions..self.come.decisions + of_this_move;
        self.holds = !places.any(|place| is_in(self.played.decisions, place));
    }

    fn de_escalate(&mut self, acts: BySide<CrisisAct>) {
        let acts = acts.map(|act| {
            let made = act.climbs_down && next(self.played.crisis_acts, &mut self.come.crisis_acts);
            match act.instead_of {
                Some(own) if !self.next_override() => own,
                _ => made,
            }
        });
        if self.game.clocks.in_crisis {
            self.game.de_escalate(self.scenario, acts, Silent);
        }
    }

    /// A decision is taken out: the patron holds where that leaves it without any in this move.
    fn hold_instead(&mut self) {
        if std::mem::take(&mut self.holds) {
            self.game.hold(self.scenario, Silent);
        }
    }

    fn exchange(&mut self, recorded: &OpenExchange) {
        let as_answered = next(self.played.replies, &mut self.come.replies);
        if !next(self.played.decisions, &mut self.come.decisions) {
            self.come.overrides += usize::from(recorded.is_overruled());
            self.hold_instead();
            return;
        }
        let (scenario, demand) = (self.scenario, recorded.demand);
        let reply = if as_answered {
            recorded.reply
        } else {
            let part = Reply::plain(Response::Partial);
            opened_reply(scenario, &self.game, demand, part)
        };
        let stands = !recorded.is_overruled() || self.next_override();
        let ruling = Adjudication {
            roll: Some(recorded.roll),
            arguments: if stands { recorded.arguments } else { 0 },
            band: recorded.ruled.filter(|_| stands),
        };
        self.game.table(scenario, demand, Silent);
        self.game.resolve(scenario, demand, reply, ruling, Silent);
        if let Some(wanted) = recorded.follow_up {
            let choice = opened_follow_up(&self.game, wanted);
            self.game.follow_up(scenario, choice, Silent);
        }
    }
}
