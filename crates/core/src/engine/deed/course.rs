//! What acts do to the course of a session: turn zero, STARTEX, who holds a seat, how long it lasts, new cards.

use std::num::NonZeroU8;
use std::sync::Arc;

use crate::bot::EuropeBot;
use crate::engine::deed::{Step, queue};
use crate::engine::holder::Holder;
use crate::engine::limits::LONGEST_SESSION;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused, given};
use crate::engine::room::written::WrittenCard;
use crate::engine::seat::Seat;
use crate::engine::state::{Sealed, State};
use crate::model::ending::Outcome;
use crate::model::game::Game;
use crate::model::luck::split_mix;
use crate::model::place::{At as _, CardAt};
use crate::model::scenario::Scenario;
use crate::model::side::BySide;

/// The place of turn zero's seed among the numbers that the session's seed gives.
const REHEARSAL: u64 = 0x7e60;

fn is_in_play(state: &State, card: CardAt) -> bool {
    let games = [Some(&state.game), state.set_aside.as_deref()];
    games.into_iter().flatten().any(|game| game.is_dealt(card))
}

/// Puts a card on the menu that was written in the room; the scenario has it already.
pub(in crate::engine) fn deal(
    scenario: &Scenario,
    state: &mut State,
    written: &WrittenCard,
) -> Result<(), Refused> {
    let card = scenario
        .card_at(&written.id)
        .filter(|card| card.index() >= scenario.cards.len() - scenario.written)
        .ok_or_else(|| Refused::Unknown {
            what: Part::Card,
            id: written.id.clone(),
        })?;
    if is_in_play(state, card) {
        return Err(Refused::CardTaken(written.id.clone()));
    }
    let laid = !matches!(state.phase, Phase::Inject | Phase::Europe);
    state.game.deal(card, laid);
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
        state.crisis_acts = BySide::default();
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

/// Somebody else takes a seat, for good or for some moves; where nobody sits any more in Europe's, its phase is over.
pub(in crate::engine) fn hand_over(
    step: &mut Step<'_>,
    of: Seat,
    to: &Holder,
    moves: Option<NonZeroU8>,
) -> Result<(), Refused> {
    if !of.plays() {
        return Err(Refused::NotPlaying(of));
    }
    match to {
        Holder::Nobody if of != Seat::Europe => return Err(Refused::Empty(of)),
        Holder::Human | Holder::Nobody | Holder::Outside(_) => {}
        Holder::Bot(name) if is_bot(step.scenario, of, name) => {}
        Holder::Bot(name) => {
            return Err(Refused::Unknown {
                what: Part::Bot,
                id: name.clone(),
            });
        }
    }
    let room = Arc::make_mut(&mut step.state.room);
    room.holders.insert(of, to.clone());
    room.back.remove(&of);
    if let Some(moves) = moves.filter(|_| *to != Holder::Human) {
        let back = step.state.game.move_index + 1 + u32::from(moves.get());
        room.back.insert(of, back);
    }
    if step.state.phase == Phase::Europe && !step.state.has_europe() {
        step.open_menu();
    }
    Ok(())
}

/// Whether there is a bot of that name for a seat.
fn is_bot(scenario: &Scenario, seat: Seat, name: &str) -> bool {
    if seat == Seat::Europe {
        let bot = EuropeBot::from_word(name);
        bot.is_some_and(|bot| bot != EuropeBot::Absent)
    } else {
        scenario.policy_at(name).is_some()
    }
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
