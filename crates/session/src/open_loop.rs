//! The acts that stand, as an open-loop replay takes them.

use std::collections::VecDeque;

use crate::history::History;
use crate::moment::Moment;
use unequal_core::acts_of;
use unequal_core::analysis::open_loop::{OpenExchange, OpenLoop, Step};
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::inject::News;
use unequal_core::engine::room::plan::changes_of;
use unequal_core::model::current::Exchange;
use unequal_core::model::side::BySide;

impl History {
    /// The acts that stand, with their dice and their overrides.
    pub fn open_loop(&self) -> OpenLoop {
        self.open_loop_to(self.last_number())
    }

    /// The acts that led to an entry, with their dice and their overrides.
    pub fn open_loop_to(&self, end: u64) -> OpenLoop {
        let mut recorder = Recorder {
            table: self,
            recorded: OpenLoop::new(self.setup().seed),
            demands: VecDeque::new(),
            replies: VecDeque::new(),
            decided: BySide::default(),
            revealed: None,
        };
        for number in self.line_to(end) {
            let place = usize::try_from(number - 1).unwrap_or(usize::MAX);
            if let Some(moment) = self.moments().get(place) {
                recorder.take(moment);
            }
        }
        recorder.lie_on_the_table(end);
        recorder.recorded
    }
}

struct Recorder<'a> {
    table: &'a History,
    recorded: OpenLoop,
    /// Entries of demands not resolved yet, and of the replies to them.
    demands: VecDeque<u64>,
    replies: VecDeque<u64>,
    /// The entries by which the sides have decided in a crisis, or the white cell for them.
    decided: BySide<u64>,
    /// The entry that opened the patron's sealed plan.
    revealed: Option<u64>,
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
            Action::CrisisAct { .. } => {
                if let Some(side) = moment.entry.seat.side() {
                    self.decided[side] = number;
                }
            }
            Action::SetCrisisAct { of, .. } => self.decided[*of] = number,
            Action::Offer { .. } => {
                let offer = self.table.state_at(number).game.current.offer;
                let step = offer.map(|offer| Step::Offer {
                    entry: number,
                    offer,
                });
                self.recorded.steps.extend(step);
            }
            // It was never tabled.
            Action::VetoOffer { .. } => {
                let steps = &mut self.recorded.steps;
                if let Some(place) = steps
                    .iter()
                    .rposition(|step| matches!(step, Step::Offer { .. }))
                {
                    steps.remove(place);
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
                let before = self.table.state_at(number - 1);
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
            }),
            Fact::ClimbedDown(acts) => {
                let acts = acts.zip(self.decided);
                let acts = acts.map(|(acted, entry)| acted.then_some(entry));
                self.recorded.steps.push(Step::CrisisActs(acts));
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

    /// A demand that waits where the line ends has set an offer aside already.
    fn lie_on_the_table(&mut self, end: u64) {
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
        let number = moment.entry.number;
        let event = moment.facts.iter().find_map(|fact| match fact {
            Fact::EventDrawn(event) => Some(*event),
            _ => None,
        });
        let game = &self.table.state_at(number - 1).game;
        let scenario = self.table.scenario();
        let due = (game.events).due(scenario, &game.position, &game.progress);
        let drawn = due.and_then(|due| scenario.event_of(due));
        self.recorded.steps.push(Step::Open {
            event: event.flatten(),
            replaced: replaced.then_some((number, drawn)),
        });
    }

    /// To hold has an effect only as the first act of a move.
    fn hold(&mut self, number: u64) {
        let before = self.table.state_at(number - 1);
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

    fn resolve(&mut self, number: u64, exchange: &Exchange, named: bool) {
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
