//! The acts that stand, as an open-loop replay takes them (rules 20).

use std::collections::VecDeque;

use crate::history::History;
use crate::moment::Moment;
use unequal_core::acts_of;
use unequal_core::analysis::open_loop::{OpenExchange, OpenLoop, Step};
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::game::Exchange;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::resolve::contest::band;
use unequal_core::engine::room::inject::News;
use unequal_core::engine::room::plan::changes_of;

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
        };
        for number in self.line_to(end) {
            let place = usize::try_from(number - 1).unwrap_or(usize::MAX);
            if let Some(moment) = self.moments().get(place) {
                recorder.take(moment);
            }
        }
        recorder.recorded
    }
}

struct Recorder<'a> {
    table: &'a History,
    recorded: OpenLoop,
    /// Entries of demands not resolved yet, and of the replies to them.
    demands: VecDeque<u64>,
    replies: VecDeque<u64>,
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
            Action::Demand { .. } => self.demands.push_back(number),
            Action::Hold => self.hold(number),
            Action::Respond { .. } => self.replies.push_back(number),
            Action::RevealDemand { plan, .. } => {
                if plan.demand.is_some() {
                    self.demands.push_back(number);
                }
                self.hold_if_sealed(number);
            }
            Action::RevealResponse { .. } => {
                self.replies.push_back(number);
                self.hold_if_sealed(number);
            }
            Action::Rule { band, .. } => {
                for fact in &moment.facts {
                    if let Fact::Resolved(exchange) = fact {
                        self.resolve(number, exchange, band.is_some());
                    }
                }
            }
            Action::FollowUp { choice } => {
                if let Some(Step::Exchange(exchange)) = self
                    .recorded
                    .steps
                    .iter_mut()
                    .rev()
                    .find(|step| matches!(step, Step::Exchange(_)))
                {
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
            // A plan counts once it is open; an end and an undo are no steps of a line.
            Action::Commit { .. }
            | Action::End { .. }
            | Action::Undo { .. }
            | acts_of!(Action: room) => {}
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
        let number = moment.entry.number;
        let event = moment.facts.iter().find_map(|fact| match fact {
            Fact::EventDrawn(event) => Some(*event),
            _ => None,
        });
        let game = &self.table.state_at(number - 1).game;
        let due = game.events.get(game.move_index as usize).copied();
        let drawn = due.and_then(|due| self.table.scenario().event_of(due));
        self.recorded.steps.push(Step::Open {
            event: event.flatten(),
            replaced: replaced.then_some((number, drawn)),
        });
    }

    /// To hold has an effect only as the first act of a move.
    fn hold(&mut self, number: u64) {
        let before = self.table.state_at(number - 1);
        if before.game.slot == 0 && before.tabled.is_empty() {
            self.recorded.steps.push(Step::Hold);
        }
    }

    /// A sealed plan to hold takes effect once both plans are open.
    fn hold_if_sealed(&mut self, number: u64) {
        if self.table.state_at(number).phase == Phase::Drift {
            self.replies.clear();
            self.hold(number);
        }
    }

    fn resolve(&mut self, number: u64, exchange: &Exchange, named: bool) {
        let computed = band(
            self.table.scenario(),
            exchange.roll,
            exchange.modifier + exchange.arguments,
        );
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
