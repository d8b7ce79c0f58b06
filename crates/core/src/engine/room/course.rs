//! The course of a session: turn zero, STARTEX, who holds a seat, how long it lasts, cards written in the room.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::game::Game;
use crate::engine::luck::split_mix;
use crate::engine::phase::Phase;
use crate::engine::refused::Refused;
use crate::engine::resolve::ending::Outcome;
use crate::engine::room::queue;
use crate::engine::scenario::{Card, Scenario};
use crate::engine::seat::Seat;
use crate::engine::state::{Sealed, State};

/// Moves a session may last; the addresses of luck leave room for no more than this.
pub const LONGEST: u32 = 64;
/// The place of turn zero's seed among the numbers that the session's seed gives.
const REHEARSAL: u64 = 0x7e60;

/// A demand written in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenCard {
    /// Its id: no other card of the session has it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// To read aloud.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The domain's id.
    pub domain: String,
    /// What it is worth to the patron, 1 to 30.
    pub gain: i64,
    /// What conceding it costs in autonomy, 0 to 60.
    pub autonomy_cost: i64,
    /// What conceding it needs of the domain's capacity, 1 to 100.
    pub capacity_need: i64,
    /// How near it comes to the domain's red line, 0 to 10.
    pub red_line_weight: i64,
    /// How much dependence it leaves behind, 0 to 40.
    pub lock_in: i64,
    /// What conceding it does to the shared front, −20 to 20.
    pub shared_front: i64,
}

impl WrittenCard {
    /// The card as the rules take it.
    ///
    /// # Errors
    ///
    /// Says which of its values cannot be.
    pub fn card(&self, scenario: &Scenario) -> Result<Card, Refused> {
        super::voices::named(&self.id)?;
        if self.title.trim().is_empty() {
            return Err(Refused::NoTitle);
        }
        let domain = scenario
            .domain_index(&self.domain)
            .ok_or_else(|| Refused::Unknown {
                what: "domain",
                id: self.domain.clone(),
            })?;
        for (what, value, least, most) in [
            ("gain", self.gain, 1, 30),
            ("autonomy_cost", self.autonomy_cost, 0, 60),
            ("capacity_need", self.capacity_need, 1, 100),
            ("red_line_weight", self.red_line_weight, 0, 10),
            ("lock_in", self.lock_in, 0, 40),
            ("shared_front", self.shared_front, -20, 20),
        ] {
            if !(least..=most).contains(&value) {
                return Err(Refused::CardValue {
                    what,
                    value,
                    least,
                    most,
                });
            }
        }
        Ok(Card {
            id: self.id.clone(),
            title: self.title.clone(),
            domain,
            gain: self.gain,
            autonomy_cost: self.autonomy_cost,
            capacity_need: self.capacity_need,
            red_line_weight: self.red_line_weight,
            lock_in: self.lock_in,
            shared_front: self.shared_front,
        })
    }
}

impl Scenario {
    /// These rules with one more card, written in the room. It is in nobody's pile until an act deals it.
    ///
    /// # Errors
    ///
    /// Refuses an id that another card has, and what cannot be a card.
    pub fn with_written(&self, written: &WrittenCard) -> Result<Self, Refused> {
        let card = written.card(self)?;
        if self.card_index(&written.id).is_some() {
            return Err(Refused::CardTaken(written.id.clone()));
        }
        let mut scenario = self.clone();
        scenario.cards.push(card);
        scenario.written += 1;
        Ok(scenario)
    }
}

fn is_in_play(state: &State, card: usize) -> bool {
    [Some(&state.game), state.set_aside.as_deref()]
        .into_iter()
        .flatten()
        .flat_map(|game| [&game.hand, &game.pile, &game.discard])
        .any(|cards| cards.contains(&card))
}

/// Gives the patron a card that was written in the room; the scenario has it already.
pub(in crate::engine) fn deal(
    scenario: &Scenario,
    state: &mut State,
    written: &WrittenCard,
) -> Result<(), Refused> {
    let card = scenario
        .card_index(&written.id)
        .filter(|card| *card >= scenario.cards.len() - scenario.written)
        .ok_or_else(|| Refused::Unknown {
            what: "card",
            id: written.id.clone(),
        })?;
    if is_in_play(state, card) {
        return Err(Refused::CardTaken(written.id.clone()));
    }
    state.game.hand.push(card);
    Ok(())
}

fn before_the_first_move(state: &State) -> bool {
    state.phase == Phase::Inject && state.game.move_index == 0
}

pub(in crate::engine) fn rehearse(scenario: &Scenario, state: &mut State) -> Result<(), Refused> {
    if state.room.started || state.room.rehearsing || !before_the_first_move(state) {
        return Err(Refused::Begun);
    }
    let rehearsal = Game::new(scenario, split_mix(state.game.seed, REHEARSAL));
    state.set_aside = Some(Box::new(std::mem::replace(&mut state.game, rehearsal)));
    Arc::make_mut(&mut state.room).rehearsing = true;
    Ok(())
}

pub(in crate::engine) fn startex(state: &mut State) -> Result<(), Refused> {
    let fits = state.room.rehearsing || before_the_first_move(state);
    if state.room.started || !fits {
        return Err(Refused::Begun);
    }
    if let Some(game) = state.set_aside.take() {
        state.game = *game;
        state.phase = Phase::Inject;
        state.tabled.clear();
        state.sealed = Sealed::default();
    }
    let room = Arc::make_mut(&mut state.room);
    if room.rehearsing {
        queue::put_back(room);
    }
    room.rehearsing = false;
    room.started = true;
    room.arguments.clear();
    room.provisional.clear();
    room.polls.retain(|poll| !poll.rehearsed);
    room.answers = Default::default();
    Ok(())
}

/// Turn zero has no end but STARTEX: an outcome of its game is forgotten.
pub(in crate::engine) fn outcome_that_counts(state: &mut State) -> Option<Outcome> {
    if state.room.rehearsing {
        state.game.outcome = None;
    }
    state.game.outcome
}

pub(in crate::engine) fn hand_over(
    scenario: &Scenario,
    state: &mut State,
    of: Seat,
    to: &str,
) -> Result<(), Refused> {
    let place = match of {
        Seat::Patron => 0,
        Seat::Client => 1,
        Seat::WhiteCell | Seat::Observer => {
            return Err(Refused::WrongSeat {
                act: "hand-over",
                seat: of,
            });
        }
    };
    match to.strip_prefix("bot:") {
        Some(name) if scenario.policy_index(name).is_none() => {
            return Err(Refused::Unknown {
                what: "bot",
                id: name.to_owned(),
            });
        }
        None if to != "human" => {
            return Err(Refused::Holder(to.to_owned()));
        }
        Some(_) | None => {}
    }
    Arc::make_mut(&mut state.room).holders[place] = Some(to.to_owned());
    Ok(())
}

pub(in crate::engine) fn set_length(state: &mut State, moves: u32) -> Result<(), Refused> {
    let game = state.set_aside.as_deref_mut().unwrap_or(&mut state.game);
    let least = game.move_index + 1;
    if !(least..=LONGEST).contains(&moves) {
        return Err(Refused::Length {
            least,
            most: LONGEST,
        });
    }
    game.last_move = moves;
    game.length = Some(moves);
    Ok(())
}
