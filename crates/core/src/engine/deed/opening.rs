//! What the steps before the demand do: events, Europe's measure, acts in a crisis, the client's offer.

use crate::engine::deed::{Step, queue};
use crate::engine::fact::Fact;
use crate::engine::legal;
use crate::engine::options::AdjudicationMode;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused, given};
use crate::engine::seat::Seat;
use crate::model::legal as rules;
use crate::model::side::{BySide, Side};

impl Step<'_> {
    pub(in crate::engine) fn inject(&mut self, instead: Option<&str>) -> Result<(), Refused> {
        let entry = match instead {
            None => None,
            Some("quiet") => Some(self.scenario.quiet()),
            Some(id) => Some(self.scenario.event_at(id).ok_or_else(|| Refused::Unknown {
                what: Part::Event,
                id: id.to_owned(),
            })?),
        };
        let game = &mut self.state.game;
        game.begin_move(self.scenario, entry, &mut self.changes);
        let event = game.current.entry.and_then(|at| self.scenario.event_of(at));
        if let Some(event) = event {
            queue::has_come(self.scenario, &mut self.state, event);
        }
        self.facts.push(Fact::EventDrawn(event));
        self.state.tabled.clear();
        self.state.crisis_acts = BySide::default();
        if self.state.has_europe() && !self.scenario.measures.is_empty() {
            self.state.phase = Phase::Europe;
        } else {
            self.open_menu();
        }
        Ok(())
    }

    pub(in crate::engine) fn measure(&mut self, id: &str, secret: bool) -> Result<(), Refused> {
        let step = legal::measure(self.scenario, &self.state, id, secret)?;
        let game = &mut self.state.game;
        game.take_measure(self.scenario, step, &mut self.changes);
        self.facts
            .extend(game.current.measure.map(Fact::MeasureTaken));
        self.open_menu();
        Ok(())
    }

    pub(in crate::engine) fn set_measure(
        &mut self,
        id: Option<&str>,
        secret: bool,
        reason: &str,
    ) -> Result<(), Refused> {
        self.ruled_freely(reason)?;
        if let Some(id) = id {
            return self.measure(id, secret);
        }
        self.open_menu();
        Ok(())
    }

    /// The white cell rules on what the rules alone do not touch: not where all goes by rule.
    fn ruled_freely(&self, reason: &str) -> Result<(), Refused> {
        if self.state.options.adjudication == AdjudicationMode::Rigid {
            return Err(Refused::Rigid);
        }
        given(Some(reason))
    }

    /// Europe has acted, or nobody sits there: the patron sees what it may choose from.
    pub(in crate::engine) fn open_menu(&mut self) {
        self.state.game.open_menu(self.scenario);
        if self.state.game.clocks.in_crisis {
            self.state.phase = Phase::Crisis;
        } else {
            self.await_offer();
        }
    }

    pub(in crate::engine) fn crisis_act(
        &mut self,
        seat: Seat,
        climb_down: bool,
    ) -> Result<(), Refused> {
        let act = "crisis-act";
        let side = seat.side().ok_or(Refused::WrongSeat { act, seat })?;
        self.decide_crisis(side, climb_down)
    }

    pub(in crate::engine) fn set_crisis_act(
        &mut self,
        side: Side,
        climb_down: bool,
        reason: &str,
    ) -> Result<(), Refused> {
        self.ruled_freely(reason)?;
        self.decide_crisis(side, climb_down)
    }

    /// A side has decided; once both have, both are revealed together.
    fn decide_crisis(&mut self, side: Side, climb_down: bool) -> Result<(), Refused> {
        let game = &mut self.state.game;
        if climb_down && !rules::may_de_escalate(self.scenario, game, side) {
            return Err(Refused::NoEffort {
                cost: self.scenario.crisis.act.effort,
                left: game.effort,
            });
        }
        self.state.crisis_acts[side] = Some(climb_down);
        let BySide { patron, client } = self.state.crisis_acts;
        if let (Some(patron), Some(client)) = (patron, client) {
            let acts = BySide::new(patron, client);
            game.de_escalate(self.scenario, acts, &mut self.changes);
            self.state.crisis_acts = BySide::default();
            self.facts.push(Fact::ClimbedDown(acts));
            self.await_offer();
        }
        Ok(())
    }

    /// The client may offer something, if there is anything that it may offer.
    fn await_offer(&mut self) {
        let game = &mut self.state.game;
        if rules::offers(self.scenario, game).next().is_some() {
            self.state.phase = Phase::Offer;
        } else {
            game.table_offer(self.scenario, None);
            self.await_decision();
        }
    }

    pub(in crate::engine) fn offer(&mut self, card: &str, ask: &str) -> Result<(), Refused> {
        let offer = legal::offer(self.scenario, &self.state, card, ask)?;
        self.state.game.table_offer(self.scenario, Some(offer));
        self.await_decision();
        Ok(())
    }

    pub(in crate::engine) fn no_offer(&mut self) {
        self.state.game.table_offer(self.scenario, None);
        self.await_decision();
    }

    pub(in crate::engine) fn veto_offer(&mut self, reason: &str) -> Result<(), Refused> {
        self.ruled_freely(reason)?;
        let offer = legal::open_offer(&self.state).ok_or(Refused::NoOffer)?;
        self.state.game.veto_offer();
        self.facts.push(Fact::OfferVetoed(offer));
        Ok(())
    }
}
