//! Plans that are sealed line by line: asked for step by step, kept before they are committed to, opened by themselves.

use super::choices::{self, Choice};
use super::handing::some;
use super::{Chosen, Text, fault};
use crate::cli::error::Error;
use unequal_core::engine::action::{
    Action, NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{FollowUp, Inducement, Intensity, Response};
use unequal_session::seal::{SealedPlan, fresh_nonce, seal_demand, seal_response};
use unequal_session::{Due, Holder, Place, Remarks, Turn};

/// What the patron's plan begins with.
#[derive(Clone)]
struct Opening {
    take_up: bool,
    demand: Option<NamedDemand>,
}

/// A part of a plan.
enum Part<T> {
    /// It was chosen.
    Chosen(T),
    /// Something has come in, and nothing is sealed now.
    Overtaken,
    /// Whoever sits here leaves.
    Leaves,
}

/// The part that was chosen; goes on without a plan where there is none.
macro_rules! part {
    ($part:expr) => {
        match $part {
            Part::Chosen(chosen) => chosen,
            Part::Overtaken => return Ok(Part::Overtaken),
            Part::Leaves => return Ok(Part::Leaves),
        }
    };
}

impl Text<'_> {
    /// Opens a plan of people that can be opened; gives whether one was. As long as none is open, a side whose plan the
    /// rules no longer allow may seal another: then none is opened.
    pub(super) fn opens(&mut self, turn: &Turn) -> Result<bool, Error> {
        let Due::Opening(seats) = &turn.due else {
            return Ok(false);
        };
        let by_people = seats.iter().filter(|(seat, bot)| {
            let program = matches!(self.owner.table().holder(*seat), Holder::Outside(_));
            bot.is_none() && !program
        });
        let places: Vec<Place> = by_people.map(|(seat, _)| self.owner.place(*seat)).collect();
        if places.iter().any(Place::is_to_seal) {
            return Ok(false);
        }
        let (by, now) = (self.by.clone(), self.clock.now());
        for mut place in places {
            if place.open(&by, &now).map_err(fault)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Asks a side for its plan and seals it; gives whether it goes on.
    pub(super) fn seal(&mut self, place: &mut Place) -> Result<bool, Error> {
        if let Some(why) = place.cannot_open() {
            self.line(format!("Seal another plan: {why}."))?;
        }
        place.writes(true);
        let made = self.sealed(place);
        place.writes(false);
        made
    }

    fn sealed(&mut self, place: &mut Place) -> Result<bool, Error> {
        let plan = match place.seat() {
            Seat::Patron => self.demand(place)?.sealed(seal_demand),
            _ => self.replies(place)?.sealed(seal_response),
        };
        let plan = match plan {
            Part::Chosen(plan) => plan,
            Part::Overtaken => return Ok(true),
            Part::Leaves => return Ok(false),
        };
        let Some(remarks) = self.remarks()? else {
            return Ok(false);
        };
        self.commit(place, &plan, remarks)?;
        Ok(true)
    }

    /// Commits to a plan; gives whether it was taken.
    pub(super) fn commit(
        &mut self,
        place: &mut Place,
        plan: &SealedPlan,
        remarks: Remarks,
    ) -> Result<bool, Error> {
        let made = place.seal(&self.by, plan, remarks, &self.clock.now());
        self.told_of(
            made,
            "Sealed. It is opened when both sides have sealed theirs.",
        )
    }

    /// The patron's plan.
    fn demand(&mut self, place: &mut Place) -> Result<Part<SealedDemand>, Error> {
        let all = openings(place);
        let opening = part!(self.pick(place, &all)?);
        let mut plan = SealedDemand {
            take_up: opening.take_up,
            demand: opening.demand,
            if_met: FollowUp::Pocket,
            if_defied: FollowUp::Pocket,
        };
        if plan.demand.is_some() {
            let text = &place.deck().text;
            let named = FollowUp::ALL.iter();
            let all: Vec<Choice<FollowUp>> = named
                .map(|one| (vec![text.follow_up(*one).name.clone()], *one))
                .collect();
            self.line("And if it is met?")?;
            let if_met = part!(self.pick(place, &all)?);
            self.line("And if it is not?")?;
            let if_defied = part!(self.pick(place, &all)?);
            (plan.if_met, plan.if_defied) = (if_met, if_defied);
        }
        Ok(Part::Chosen(plan))
    }

    /// The client's plan: two replies for each domain.
    fn replies(&mut self, place: &mut Place) -> Result<Part<SealedResponse>, Error> {
        let all = responses(place);
        let deck = place.deck().clone();
        let domains = deck.scenario.domains.iter().zip(deck.text.domains.iter());
        let mut replies = Vec::new();
        for (domain, words) in domains {
            let mut both = Vec::new();
            for how in ["a probe or a request", "a pressed demand or an ultimatum"] {
                self.line(format!("{}: what is answered to {how}?", words.name))?;
                let mut reply = part!(self.pick(place, &all)?);
                if reply.words.is_some() {
                    let Some(said) = self.own_words()? else {
                        return Ok(Part::Leaves);
                    };
                    reply.words = some(said);
                }
                if reply.response == Response::Conditions {
                    let Some(ask) = self.counter_ask()? else {
                        return Ok(Part::Leaves);
                    };
                    reply.ask = some(ask);
                }
                both.push(reply);
            }
            if let (Some(hard), Some(gentle)) = (both.pop(), both.pop()) {
                replies.push(SealedReplies {
                    domain: domain.id.clone(),
                    gentle,
                    hard,
                });
            }
        }
        Ok(Part::Chosen(SealedResponse { replies }))
    }

    /// One of several choices. Where something has come in it is asked again, unless nothing is sealed any more.
    fn pick<T: Clone>(&mut self, place: &mut Place, all: &[Choice<T>]) -> Result<Part<T>, Error> {
        loop {
            match self.choose(place, all)? {
                Chosen::Leaves => return Ok(Part::Leaves),
                Chosen::Act(chosen) => return Ok(Part::Chosen(chosen)),
                Chosen::Nothing => {
                    place.look();
                    if !place.is_to_seal() {
                        return Ok(Part::Overtaken);
                    }
                }
            }
        }
    }
}

impl<T> Part<T> {
    /// The plan, sealed under a nonce that nobody can guess.
    fn sealed(self, seal: impl FnOnce(T, String) -> SealedPlan) -> Part<SealedPlan> {
        match self {
            Self::Chosen(plan) => Part::Chosen(seal(plan, fresh_nonce())),
            Self::Overtaken => Part::Overtaken,
            Self::Leaves => Part::Leaves,
        }
    }
}

/// What the patron may begin with: demands that can be made as things stand, the offer, or nothing.
fn openings(place: &Place) -> Vec<Choice<Opening>> {
    let (deck, view) = (place.deck(), place.view());
    let hold = Opening {
        take_up: false,
        demand: None,
    };
    let mut all = vec![(choices::path(deck, &Action::Hold), hold.clone())];
    if view.open_offer().is_some() {
        let take_up = Opening {
            take_up: true,
            ..hold
        };
        all.push((choices::path(deck, &Action::TakeUp), take_up));
    }
    for card in view.menu.iter().flatten() {
        for intensity in Intensity::ALL {
            for inducement in Inducement::ALL {
                let demand = NamedDemand {
                    card: deck.scenario.card(*card).id.clone(),
                    intensity: *intensity,
                    inducement: *inducement,
                };
                let plan = SealedDemand {
                    take_up: false,
                    demand: Some(demand.clone()),
                    if_met: FollowUp::Pocket,
                    if_defied: FollowUp::Pocket,
                };
                if place.check_plan(&seal_demand(plan, fresh_nonce())).is_err() {
                    continue;
                }
                let act = Action::Demand {
                    card: demand.card.clone(),
                    intensity: *intensity,
                    inducement: *inducement,
                };
                let opening = Opening {
                    take_up: false,
                    demand: Some(demand),
                };
                all.push((choices::path(deck, &act), opening));
            }
        }
    }
    all
}

/// What may be answered to a demand that nobody has seen yet.
fn responses(place: &Place) -> Vec<Choice<SealedReply>> {
    let deck = place.deck();
    let cards = deck.scenario.cards.iter();
    let cards: Vec<&str> = cards
        .map(|card| card.id.as_str())
        .filter(|id| !id.is_empty())
        .collect();
    let mut all = Vec::new();
    for response in Response::ALL {
        let instead = match response {
            Response::Deflect => cards.iter().map(|id| Some((*id).to_owned())).collect(),
            _ => vec![None],
        };
        for instead in instead {
            let reply = SealedReply {
                response: *response,
                instead: instead.clone(),
                ask: None,
                words: None,
            };
            let act = Action::Respond {
                response: *response,
                instead,
                ask: None,
                words: None,
            };
            all.push((choices::path(deck, &act), reply));
        }
    }
    let own = all.iter().map(|(labels, reply)| {
        let words = Some(String::new());
        let reply = SealedReply {
            words,
            ..reply.clone()
        };
        (choices::in_own_words(labels), reply)
    });
    let own: Vec<_> = own.collect();
    all.extend(own);
    all
}
