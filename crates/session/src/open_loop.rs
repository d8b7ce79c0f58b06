//! The acts that stand, as an open-loop replay takes them.

use std::collections::VecDeque;

use crate::history::History;
use crate::moment::Moment;
use unequal_core::acts_of;
use unequal_core::analysis::open_loop::{
    CrisisAct, OpenExchange, OpenLoop, Override, OverrideKind, Step,
};
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::inject::News;
use unequal_core::engine::room::plan::changes_of;
use unequal_core::model::current::Exchange;
use unequal_core::model::side::{BySide, Side};

impl History {
    /// The acts that stand, with their dice and their overrides.
    pub fn open_loop(&self) -> OpenLoop {
        self.open_loop_to(self.last_number())
    }

    /// The acts that led to an entry, with their dice and their overrides.
    pub fn open_loop_to(&self, end: EntryNumber) -> OpenLoop {
        let mut recorder = Recorder {
            table: self,
            recorded: OpenLoop::new(self.setup().seed),
            demands: VecDeque::new(),
            replies: VecDeque::new(),
            decided: BySide::default(),
            revealed: None,
        };
        let mut luck = self.drawn_anew().iter().peekable();
        for number in self.line_to(end) {
            while let Some(anew) = luck.next_if(|anew| anew.after < number) {
                recorder.recorded.steps.push(Step::Luck(anew.seed));
            }
            if let Some(moment) = self.moment(number) {
                recorder.take(moment);
            }
        }
        recorder.lie_on_the_table(end);
        recorder.leave_undecided();
        recorder.recorded
    }
}

struct Recorder<'a> {
    table: &'a History,
    recorded: OpenLoop,
    /// Entries of demands not resolved yet, and of the replies to them.
    demands: VecDeque<EntryNumber>,
    replies: VecDeque<EntryNumber>,
    /// What the sides have decided in a crisis, or the white cell for them, as long as it is not revealed.
    decided: BySide<Option<CrisisAct>>,
    /// The entry that opened the patron's sealed plan.
    revealed: Option<EntryNumber>,
}

impl Recorder<'_> {
    fn take(&mut self, moment: &Moment) {
        let number = moment.entry.number;
        // Turn zero was thrown away.
        if self.table.state_at(number).room.rehearsing {
            return;
        }
        match &moment.entry.act {
            Action::Inject { instead } => self.open(moment, instead.is_some()),
            Action::CrisisAct { climb_down } => {
                if let Some(side) = moment.entry.seat.side() {
                    self.decide(side, number, *climb_down, None);
                }
            }
            Action::SetCrisisAct { of, climb_down, .. } => {
                let before = self.decided[*of];
                let own = before.is_some_and(|act| act.instead_of.unwrap_or(act.climbs_down));
                self.decide(*of, number, *climb_down, Some(own));
            }
            Action::SetMeasure { measure: None, .. } => self.moot(number, OverrideKind::Measure),
            Action::Offer { .. } => {
                let offer = self.table.state_at(number).game.current.offer;
                let step = offer.map(|offer| Step::Offer {
                    entry: number,
                    offer,
                    vetoed: None,
                });
                self.recorded.steps.extend(step);
            }
            Action::VetoOffer { .. } => {
                let mut steps = self.recorded.steps.iter_mut().rev();
                let last = steps.find_map(|step| match step {
                    Step::Offer { vetoed, .. } => Some(vetoed),
                    _ => None,
                });
                if let Some(vetoed) = last {
                    *vetoed = Some(number);
                }
            }
            Action::Demand { .. } => self.demands.push_back(number),
            Action::Hold => self.hold(number),
            Action::Respond { .. } => self.replies.push_back(number),
            Action::RevealDemand { plan, .. } => {
                self.revealed = Some(number);
                if plan.demand.is_some() {
                    self.demands.push_back(number);
                }
                self.hold_if_sealed(moment);
            }
            Action::RevealResponse { .. } => {
                self.replies.push_back(number);
                self.hold_if_sealed(moment);
            }
            Action::FollowUp { choice } => {
                let mut steps = self.recorded.steps.iter_mut().rev();
                let last = steps.find_map(|step| match step {
                    Step::Exchange(exchange) => Some(exchange),
                    _ => None,
                });
                if let Some(exchange) = last {
                    exchange.follow_up = Some(*choice);
                }
            }
            Action::CloseMove => self.recorded.steps.push(Step::Close),
            Action::Adjust { gauge, by, .. } => {
                if let Some(gauge) = self.table.scenario().gauge_from_word(gauge) {
                    self.recorded.steps.push(Step::Adjust {
                        entry: number,
                        gauge,
                        by: *by,
                    });
                }
            }
            Action::FireInject { id } => {
                let before = self.table.state_at(number.before());
                let planned = before.room.plan.iter().find(|planned| planned.id == *id);
                if let Some(planned) = planned {
                    self.news(&planned.news);
                }
            }
            Action::AdHocInject { news } => self.news(news),
            // What the first four bring about is told by their facts; the others move nothing.
            Action::Measure { .. }
            | Action::SetMeasure { .. }
            | Action::TakeUp
            | Action::Rule { .. }
            | Action::Abstain
            | Action::NoOffer
            | Action::Commit { .. }
            | Action::End { .. }
            | Action::Undo { .. }
            | acts_of!(Action: room) => {}
        }
        for fact in &moment.facts {
            self.take_fact(moment, fact);
        }
    }

    fn take_fact(&mut self, moment: &Moment, fact: &Fact) {
        let number = moment.entry.number;
        match fact {
            Fact::MeasureTaken(taken) => self.recorded.steps.push(Step::Measure {
                entry: number,
                step: taken.step,
                set: matches!(moment.entry.act, Action::SetMeasure { .. }),
            }),
            Fact::ClimbedDown(_) => {
                let decided = std::mem::take(&mut self.decided);
                if let (Some(patron), Some(client)) = (decided.patron, decided.client) {
                    let acts = BySide::new(patron, client);
                    self.recorded.steps.push(Step::CrisisActs(acts));
                }
            }
            Fact::OfferTakenUp { .. } => {
                let sealed = self.revealed.take();
                self.replies.clear();
                self.recorded.steps.push(Step::TakeUp {
                    entry: sealed.unwrap_or(number),
                });
            }
            Fact::Resolved(exchange) => {
                let named = matches!(moment.entry.act, Action::Rule { band: Some(_), .. });
                self.resolve(number, exchange, named);
            }
            Fact::EventDrawn(_)
            | Fact::OfferSetAside(_)
            | Fact::OfferVetoed(_)
            | Fact::Committed(_)
            | Fact::Revealed(_)
            | Fact::RedLineCrossed(_)
            | Fact::CrisisBegan
            | Fact::CrisisEnded
            | Fact::MoveClosed
            | Fact::Ended(_)
            | Fact::KnownAlready(_) => {}
        }
    }

    /// A side decides in a crisis, or the white cell for it; what was decided before is overtaken.
    fn decide(
        &mut self,
        side: Side,
        entry: EntryNumber,
        climbs_down: bool,
        instead_of: Option<bool>,
    ) {
        let decided = CrisisAct {
            entry,
            climbs_down,
            instead_of,
        };
        let overtaken = self.decided[side].replace(decided);
        self.overtake(overtaken);
    }

    /// A move that ends before both sides have decided reveals nothing.
    fn leave_undecided(&mut self) {
        let BySide { patron, client } = std::mem::take(&mut self.decided);
        self.overtake(patron);
        self.overtake(client);
    }

    fn overtake(&mut self, act: Option<CrisisAct>) {
        if let Some(set) = act.filter(|act| act.instead_of.is_some()) {
            self.moot(set.entry, OverrideKind::CrisisAct);
        }
    }

    fn moot(&mut self, entry: EntryNumber, kind: OverrideKind) {
        let moot = Step::Moot(Override { entry, kind });
        self.recorded.steps.push(moot);
    }

    /// A demand that waits where the line ends has set an offer aside already.
    fn lie_on_the_table(&mut self, end: EntryNumber) {
        let state = self.table.state_at(end);
        let waits = matches!(state.phase, Phase::Demand | Phase::Response | Phase::Ruling);
        if let Some(tabled) = state.tabled.first()
            && waits
            && !state.room.rehearsing
        {
            self.recorded.steps.push(Step::Tabled(tabled.demand));
        }
    }

    fn news(&mut self, news: &News) {
        let place = self.recorded.news.len();
        self.recorded.steps.push(Step::News(place));
        let changes = changes_of(self.table.scenario(), news).unwrap_or_default();
        self.recorded.news.push(changes);
    }

    fn open(&mut self, moment: &Moment, replaced: bool) {
        self.demands.clear();
        self.replies.clear();
        self.revealed = None;
        self.leave_undecided();
        let number = moment.entry.number;
        let event = moment.facts.iter().find_map(|fact| match fact {
            Fact::EventDrawn(event) => Some(*event),
            _ => None,
        });
        let game = &self.table.state_at(number.before()).game;
        let scenario = self.table.scenario();
        let due = (game.events).due(scenario, &game.position, &game.progress);
        let drawn = due.and_then(|due| scenario.event_of(due));
        self.recorded.steps.push(Step::Open {
            event: event.flatten(),
            replaced: replaced.then_some((number, drawn)),
        });
    }

    /// To hold has an effect only as the first act of a move.
    fn hold(&mut self, number: EntryNumber) {
        let before = self.table.state_at(number.before());
        if before.game.place == 0 && before.tabled.is_empty() {
            self.recorded.steps.push(Step::Hold);
        }
    }

    /// A sealed plan to hold takes effect once both plans are open.
    fn hold_if_sealed(&mut self, moment: &Moment) {
        let number = moment.entry.number;
        let takes_up = |fact: &Fact| matches!(fact, Fact::OfferTakenUp { .. });
        let held = !moment.facts.iter().any(takes_up);
        if held && self.table.state_at(number).phase == Phase::Drift {
            self.replies.clear();
            self.hold(number);
        }
    }

    fn resolve(&mut self, number: EntryNumber, exchange: &Exchange, named: bool) {
        let computed = exchange.computed(self.table.scenario());
        self.recorded.steps.push(Step::Exchange(OpenExchange {
            demand_entry: self.demands.pop_front().unwrap_or(number),
            reply_entry: self.replies.pop_front().unwrap_or(number),
            ruling_entry: number,
            demand: exchange.demand,
            reply: exchange.reply,
            roll: exchange.roll,
            arguments: exchange.arguments,
            ruled: (named && exchange.band != computed).then_some(exchange.band),
            follow_up: None,
        }));
    }
}
