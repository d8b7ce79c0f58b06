//! What the steps of play do from the demand on: replies, rulings, follow-ups, the end.

use std::sync::Arc;

use crate::engine::action::{NamedDemand, SealedDemand, SealedResponse};
use crate::engine::deed::{Step, course, pace};
use crate::engine::fact::Fact;
use crate::engine::legal;
use crate::engine::limits::LARGEST_ADJUSTMENT;
use crate::engine::options::{AdjudicationMode, Announcement};
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused, given};
use crate::engine::room::argument::Provisional;
use crate::engine::sealing;
use crate::engine::seat::Seat;
use crate::engine::state::{Sealed, Tabled};
use crate::model::choice::{Demand, FollowUp, Response};
use crate::model::current::Adjudication;
use crate::model::ledger::Reason;

impl Step<'_> {
    /// The patron decides next, as often as a move may hold demands.
    pub(in crate::engine) fn await_decision(&mut self) {
        self.state.sealed = Sealed::default();
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

    pub(in crate::engine) fn demand(&mut self, named: &NamedDemand) -> Result<(), Refused> {
        let demand = legal::demand(self.scenario, &self.state, named)?;
        if self.state.tabled.is_empty() {
            self.table(demand);
        } else {
            self.state.game.announce(self.scenario, demand);
        }
        self.state.tabled.push(Tabled {
            demand,
            reply: None,
            ask: None,
        });
        let places = self.state.game.place as usize + self.state.tabled.len();
        let full = places >= self.scenario.session.demands as usize;
        if !self.collecting() || full {
            self.state.phase = Phase::Response;
        }
        Ok(())
    }

    /// The first demand of those that lie on the table: an offer is set aside by it.
    fn table(&mut self, demand: Demand) {
        self.set_offer_aside();
        let game = &mut self.state.game;
        game.table(self.scenario, demand, &mut self.changes);
    }

    /// The patron does something else than taking up an offer; the rules see to what that costs.
    fn set_offer_aside(&mut self) {
        let offer = legal::open_offer(&self.state);
        self.facts.extend(offer.map(Fact::OfferSetAside));
    }

    pub(in crate::engine) fn take_up(&mut self) -> Result<(), Refused> {
        let offer = legal::open_offer(&self.state).ok_or(Refused::NoOffer)?;
        let game = &mut self.state.game;
        game.take_up(self.scenario, &mut self.changes);
        let delivered = game.current.delivered;
        self.facts.push(Fact::OfferTakenUp { offer, delivered });
        self.await_decision();
        Ok(())
    }

    pub(in crate::engine) fn hold(&mut self) {
        if self.state.tabled.is_empty() {
            self.set_offer_aside();
            self.state.game.hold(self.scenario, &mut self.changes);
            self.state.phase = Phase::Drift;
        } else {
            self.state.phase = Phase::Response;
        }
    }

    pub(in crate::engine) fn respond(
        &mut self,
        response: Response,
        instead: Option<&str>,
        ask: Option<&str>,
    ) -> Result<(), Refused> {
        let state = &mut self.state;
        let place = state.tabled.iter().position(|one| one.reply.is_none());
        let place = place.ok_or(Refused::WrongPhase {
            act: "respond",
            phase: state.phase,
        })?;
        let demand = state.tabled[place].demand;
        let reply = legal::reply(self.scenario, state, demand, response, instead, ask)?;
        let open = &mut state.tabled[place];
        open.reply = Some(reply);
        open.ask = ask.map(str::to_owned);
        if legal::open_demand(state).is_none() {
            state.phase = Phase::Ruling;
        }
        Ok(())
    }

    pub(in crate::engine) fn commit(&mut self, seat: Seat, hash: &str) -> Result<(), Refused> {
        sealing::commit(&mut self.state, seat, hash)?;
        self.facts.push(Fact::Committed(seat));
        Ok(())
    }

    pub(in crate::engine) fn reveal_demand(
        &mut self,
        seat: Seat,
        nonce: &str,
        plan: &SealedDemand,
    ) -> Result<(), Refused> {
        sealing::reveal_demand(self.scenario, &mut self.state, nonce, plan)?;
        self.revealed(seat)
    }

    pub(in crate::engine) fn reveal_response(
        &mut self,
        seat: Seat,
        nonce: &str,
        plan: &SealedResponse,
    ) -> Result<(), Refused> {
        sealing::reveal_response(self.scenario, &mut self.state, nonce, plan)?;
        self.revealed(seat)
    }

    fn revealed(&mut self, seat: Seat) -> Result<(), Refused> {
        self.facts.push(Fact::Revealed(seat));
        let Some((plan, response)) = sealing::opened(&self.state) else {
            return Ok(());
        };
        let Some(named) = plan.demand else {
            self.state.sealed = Sealed::default();
            // An offer that was vetoed since cannot be taken up any more.
            if plan.take_up && legal::open_offer(&self.state).is_some() {
                return self.take_up();
            }
            self.hold();
            return Ok(());
        };
        let demand = legal::demand(self.scenario, &self.state, &named)?;
        let (reply, ask) = sealing::reply_to(self.scenario, &self.state, demand, &response)?;
        self.table(demand);
        self.state.tabled.push(Tabled {
            demand,
            reply: Some(reply),
            ask,
        });
        self.state.phase = Phase::Ruling;
        Ok(())
    }

    pub(in crate::engine) fn rule(
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
        if let Some(exchange) = game.current.exchanges.last() {
            self.facts.push(Fact::Resolved(*exchange));
        }
        let place = game.place;
        let move_number = self.state.move_number();
        let room = Arc::make_mut(&mut self.state.room);
        room.answers[reply.response.index()] += 1;
        room.arguments.clear();
        if provisional {
            room.provisional.push(Provisional { move_number, place });
        }
        self.state.phase = Phase::FollowUp;
        Ok(())
    }

    pub(in crate::engine) fn follow_up(&mut self, choice: FollowUp) -> Result<(), Refused> {
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
                self.await_decision();
            }
        } else {
            self.state.phase = Phase::Ruling;
        }
        Ok(())
    }

    pub(in crate::engine) fn close_move(&mut self) {
        self.state.game.close_move(self.scenario, &mut self.changes);
        self.facts.push(Fact::MoveClosed);
        if course::outcome_that_counts(&mut self.state).is_some() {
            self.finish();
        } else {
            self.state.phase = Phase::Inject;
        }
    }

    pub(in crate::engine) fn end(&mut self, reason: &str) -> Result<(), Refused> {
        given(Some(reason))?;
        if self.state.room.rehearsing {
            return Err(Refused::Rehearsing);
        }
        self.state.game.end_early(self.scenario);
        self.finish();
        Ok(())
    }

    fn finish(&mut self) {
        self.state.phase = Phase::Ended;
        pace::end_pause(&mut self.state);
        if let Some(outcome) = self.state.game.outcome {
            self.facts.push(Fact::Ended(outcome));
        }
    }

    pub(in crate::engine) fn adjust(
        &mut self,
        word: &str,
        by: i64,
        reason: &str,
    ) -> Result<(), Refused> {
        given(Some(reason))?;
        let gauge = self
            .scenario
            .gauge_from_word(word)
            .ok_or_else(|| Refused::Unknown {
                what: Part::Gauge,
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
        let game = &mut self.state.game;
        game.change(
            self.scenario,
            &[(gauge, by)],
            Reason::Ruling,
            &mut self.changes,
        );
        Ok(())
    }
}
