//! The one way to a new state: `apply` takes a state and an act and gives back a new state, or refuses.

use std::sync::Arc;

use crate::engine::action::{Action, NamedDemand};
use crate::engine::admit;
use crate::engine::fact::{Applied, Fact};
use crate::engine::game::Adjudication;
use crate::engine::ledger::{Change, Reason};
use crate::engine::legal;
use crate::engine::phase::Phase;
use crate::engine::refused::{Refused, given};
use crate::engine::room::{self, course, queue, rulings::Provisional};
use crate::engine::scenario::Scenario;
use crate::engine::sealing;
use crate::engine::seat::Seat;
use crate::engine::state::{AdjudicationMode, Announcement, State, Tabled};

/// The largest change of a gauge that one ruling may state.
const LARGEST_ADJUSTMENT: i64 = 1000;

/// Applies an act of a seat to a state.
///
/// # Errors
///
/// Names the rule that the act would break; `state` is untouched in any case.
pub fn apply(
    scenario: &Scenario,
    state: &State,
    seat: Seat,
    action: &Action,
) -> Result<Applied, Refused> {
    admit::admit(state, seat, action)?;
    let before = (state.game.position.breached, state.game.clocks.in_crisis);
    let mut step = Step {
        scenario,
        state: state.clone(),
        changes: Vec::new(),
        facts: Vec::new(),
    };
    step.act(seat, action)?;
    // Where turn zero begins or is thrown away, two games would be compared with one another.
    if !matches!(action, Action::Rehearse | Action::StartEx) {
        step.compare(before);
    }
    Ok(Applied {
        state: step.state,
        changes: step.changes,
        facts: step.facts,
    })
}

struct Step<'a> {
    scenario: &'a Scenario,
    state: State,
    changes: Vec<Change>,
    facts: Vec<Fact>,
}

impl Step<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the acts on the room are done with"
    )]
    fn act(&mut self, seat: Seat, action: &Action) -> Result<(), Refused> {
        let (state, ledger) = (&mut self.state, &mut self.changes);
        if room::apply(self.scenario, state, seat, action, ledger)? {
            return Ok(());
        }
        match action {
            Action::Inject { instead } => self.inject(instead.as_deref()),
            Action::Demand {
                card,
                intensity,
                inducement,
            } => self.demand(&NamedDemand {
                card: card.clone(),
                intensity: *intensity,
                inducement: *inducement,
            }),
            Action::Hold => {
                self.hold();
                Ok(())
            }
            Action::Respond { response, to, ask } => {
                let open = legal::open_demand(&self.state).ok_or(Refused::WrongPhase {
                    act: "respond",
                    phase: self.state.phase,
                })?;
                let reply = legal::reply(
                    self.scenario,
                    &self.state,
                    open.card,
                    *response,
                    to.as_deref(),
                    ask.as_deref(),
                )?;
                self.respond(reply, ask.clone());
                Ok(())
            }
            Action::Commit { hash } => {
                sealing::commit(&mut self.state, seat, hash)?;
                self.facts.push(Fact::Committed(seat));
                Ok(())
            }
            Action::RevealDemand { nonce, plan } => {
                sealing::reveal_demand(self.scenario, &mut self.state, nonce, plan)?;
                self.revealed(seat)
            }
            Action::RevealResponse { nonce, plan } => {
                sealing::reveal_response(self.scenario, &mut self.state, nonce, plan)?;
                self.revealed(seat)
            }
            Action::Rule {
                roll,
                arguments,
                band,
                reason,
                provisional,
            } => self.rule(
                Adjudication {
                    roll: *roll,
                    arguments: *arguments,
                    band: *band,
                },
                reason.as_deref(),
                *provisional,
            ),
            Action::FollowUp { choice } => self.follow_up(*choice),
            Action::CloseMove => {
                self.close_move();
                Ok(())
            }
            Action::Adjust { gauge, by, reason } => self.adjust(gauge, *by, reason),
            Action::End { reason } => {
                given(Some(reason))?;
                if self.state.room.rehearsing {
                    return Err(Refused::Rehearsing);
                }
                self.state.game.end_now(self.scenario);
                self.finish();
                Ok(())
            }
            Action::Undo { .. } => Err(Refused::UndoElsewhere),
            _ => Ok(()),
        }
    }

    fn inject(&mut self, instead: Option<&str>) -> Result<(), Refused> {
        let quiet = self.scenario.events.len();
        let entry = match instead {
            None => None,
            Some("quiet") => Some(quiet),
            Some(id) => Some(
                self.scenario
                    .event_index(id)
                    .ok_or_else(|| Refused::Unknown {
                        what: "event",
                        id: id.to_owned(),
                    })?,
            ),
        };
        self.state
            .game
            .begin_move(self.scenario, entry, &mut self.changes);
        let drawn = self.state.game.drawn;
        queue::has_come(self.scenario, &mut self.state, drawn);
        self.facts
            .push(Fact::EventDrawn((drawn < quiet).then_some(drawn)));
        self.state.tabled.clear();
        self.next_demand();
        Ok(())
    }

    fn next_demand(&mut self) {
        self.state.sealed = crate::engine::state::Sealed::default();
        self.state.phase = if !self.state.game.may_demand(self.scenario) {
            Phase::Drift
        } else if self.state.options.sealed {
            Phase::Sealing
        } else {
            Phase::Demand
        };
    }

    /// Whether demands are collected before any is answered.
    fn collecting(&self) -> bool {
        self.state.options.announcement == Announcement::Together && !self.state.options.sealed
    }

    fn demand(&mut self, named: &NamedDemand) -> Result<(), Refused> {
        let demand = legal::demand(self.scenario, &self.state, named)?;
        self.state.game.table(self.scenario, demand);
        self.state.tabled.push(Tabled {
            demand,
            reply: None,
            ask: None,
        });
        let full = self.state.tabled.len() >= self.scenario.session.demands as usize;
        if !self.collecting() || full {
            self.state.phase = Phase::Response;
        }
        Ok(())
    }

    fn hold(&mut self) {
        if self.state.tabled.is_empty() {
            self.state.game.hold(self.scenario, &mut self.changes);
            self.state.phase = Phase::Drift;
        } else {
            self.state.phase = Phase::Response;
        }
    }

    fn respond(&mut self, reply: crate::engine::resolve::contest::Reply, ask: Option<String>) {
        if let Some(open) = self
            .state
            .tabled
            .iter_mut()
            .find(|tabled| tabled.reply.is_none())
        {
            open.reply = Some(reply);
            open.ask = ask;
        }
        if legal::open_demand(&self.state).is_none() {
            self.state.phase = Phase::Ruling;
        }
    }

    fn revealed(&mut self, seat: Seat) -> Result<(), Refused> {
        self.facts.push(Fact::Revealed(seat));
        let Some((named, response)) = sealing::opened(&self.state) else {
            return Ok(());
        };
        let Some(named) = named else {
            self.state.sealed = crate::engine::state::Sealed::default();
            self.hold();
            return Ok(());
        };
        let demand = legal::demand(self.scenario, &self.state, &named)?;
        let (reply, ask) = sealing::reply_to(self.scenario, &self.state, demand, &response)?;
        self.state.game.table(self.scenario, demand);
        self.state.tabled.push(Tabled {
            demand,
            reply: Some(reply),
            ask,
        });
        self.state.phase = Phase::Ruling;
        Ok(())
    }

    fn rule(
        &mut self,
        ruling: Adjudication,
        reason: Option<&str>,
        provisional: bool,
    ) -> Result<(), Refused> {
        let departs = ruling != Adjudication::default();
        match self.state.options.adjudication {
            AdjudicationMode::Rigid if departs => return Err(Refused::Rigid),
            AdjudicationMode::Free if ruling.band.is_none() => return Err(Refused::Free),
            AdjudicationMode::Rigid | AdjudicationMode::SemiRigid | AdjudicationMode::Free => {}
        }
        if let Some(roll) = ruling.roll
            && !(2..=12).contains(&roll)
        {
            return Err(Refused::Dice(roll));
        }
        let limit = self.scenario.contest.argument_limit;
        if ruling
            .arguments
            .checked_abs()
            .is_none_or(|size| size > limit)
        {
            return Err(Refused::Arguments {
                limit,
                given: ruling.arguments,
            });
        }
        if ruling.band.is_some() {
            given(reason)?;
        }
        let tabled = self.state.tabled.remove(0);
        let Some(reply) = tabled.reply else {
            return Err(Refused::WrongPhase {
                act: "rule",
                phase: self.state.phase,
            });
        };
        let game = &mut self.state.game;
        game.resolve(
            self.scenario,
            tabled.demand,
            reply,
            ruling,
            &mut self.changes,
        );
        if let Some(exchange) = game.exchanges.last() {
            self.facts.push(Fact::Resolved(*exchange));
        }
        let slot = game.slot;
        let move_number = self.state.move_number();
        let room = Arc::make_mut(&mut self.state.room);
        room.answers[reply.response.index()] += 1;
        room.arguments.clear();
        if provisional {
            room.provisional.push(Provisional { move_number, slot });
        }
        self.state.phase = Phase::FollowUp;
        Ok(())
    }

    fn follow_up(&mut self, choice: crate::engine::choice::FollowUp) -> Result<(), Refused> {
        if !self.state.game.legal_follow_ups().contains(&choice) {
            return Err(Refused::FollowUp);
        }
        if let Some(sealed) = legal::sealed_follow_up(&self.state)
            && sealed != choice
        {
            return Err(Refused::FollowUpSealed(sealed.word()));
        }
        self.state
            .game
            .follow_up(self.scenario, choice, &mut self.changes);
        if self.state.tabled.is_empty() {
            if self.collecting() {
                self.state.phase = Phase::Drift;
            } else {
                self.next_demand();
            }
        } else {
            self.state.phase = Phase::Ruling;
        }
        Ok(())
    }

    fn close_move(&mut self) {
        self.state.game.close_move(self.scenario, &mut self.changes);
        self.facts.push(Fact::MoveClosed);
        if course::outcome_that_counts(&mut self.state).is_some() {
            self.finish();
        } else {
            self.state.phase = Phase::Inject;
        }
    }

    fn finish(&mut self) {
        self.state.phase = Phase::Ended;
        room::pace::end_pause(&mut self.state);
        if let Some(outcome) = self.state.game.outcome {
            self.facts.push(Fact::Ended(outcome));
        }
    }

    fn adjust(&mut self, word: &str, by: i64, reason: &str) -> Result<(), Refused> {
        given(Some(reason))?;
        let gauge = self
            .scenario
            .gauge_from_word(word)
            .ok_or_else(|| Refused::Unknown {
                what: "gauge",
                id: word.to_owned(),
            })?;
        if by
            .checked_abs()
            .is_none_or(|size| size > LARGEST_ADJUSTMENT)
        {
            return Err(Refused::Adjustment {
                limit: LARGEST_ADJUSTMENT,
                given: by,
            });
        }
        self.state
            .game
            .position
            .add(gauge, by, Reason::Ruling, &mut self.changes);
        Ok(())
    }

    /// Adds the facts that show only by comparing before and after.
    fn compare(
        &mut self,
        (breached, in_crisis): ([bool; crate::engine::gauge::MAX_DOMAINS], bool),
    ) {
        let after = self.state.game.position.breached;
        let count = self.scenario.domains.len();
        for (domain, (was, is)) in breached.into_iter().zip(after).take(count).enumerate() {
            match (was, is) {
                (false, true) => self.facts.push(Fact::RedLineCrossed(domain)),
                (true, false) => self.facts.push(Fact::RedLineHealed(domain)),
                (true, true) | (false, false) => {}
            }
        }
        match (in_crisis, self.state.game.clocks.in_crisis) {
            (false, true) => self.facts.push(Fact::CrisisBegan),
            (true, false) => self.facts.push(Fact::CrisisEnded),
            (true, true) | (false, false) => {}
        }
    }
}
