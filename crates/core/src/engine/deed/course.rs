//! What acts do to the course of a session: turn zero, STARTEX, who holds a seat, how long it lasts, new cards.

use std::sync::Arc;

use crate::engine::deed::queue;
use crate::engine::game::Game;
use crate::engine::holder::Holder;
use crate::engine::limits::LONGEST_SESSION;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused, given};
use crate::engine::resolve::ending::Outcome;
use crate::engine::room::written::WrittenCard;
use crate::engine::scenario::Scenario;
use crate::engine::state::{Sealed, State};
use crate::model::luck::split_mix;
use crate::model::place::{At as _, CardAt};
use crate::model::side::Side;

/// The place of turn zero's seed among the numbers that the session's seed gives.
const REHEARSAL: u64 = 0x7e60;

fn is_in_play(state: &State, card: CardAt) -> bool {
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
        .filter(|card| card.index() >= scenario.cards.len() - scenario.written)
        .ok_or_else(|| Refused::Unknown {
            what: Part::Card,
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
    of: Side,
    to: &Holder,
) -> Result<(), Refused> {
    if let Holder::Bot(name) = to
        && scenario.policy_index(name).is_none()
    {
        return Err(Refused::Unknown {
            what: Part::Bot,
            id: name.clone(),
        });
    }
    Arc::make_mut(&mut state.room)
        .holders
        .insert(of, to.clone());
    Ok(())
}

pub(in crate::engine) fn set_length(
    state: &mut State,
    moves: u32,
    reason: &str,
) -> Result<(), Refused> {
    given(Some(reason))?;
    let game = state.set_aside.as_deref_mut().unwrap_or(&mut state.game);
    let least = game.move_index + 1;
    if !(least..=LONGEST_SESSION).contains(&moves) {
        return Err(Refused::Length {
            least,
            most: LONGEST_SESSION,
        });
    }
    game.last_move = moves;
    game.length = Some(moves);
    Ok(())
}
