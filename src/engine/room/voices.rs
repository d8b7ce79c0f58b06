//! The people in the room: who takes part, what they expect, and what everybody is told.

use std::sync::Arc;

use serde::Serialize;

use crate::engine::refused::Refused;
use crate::engine::seat::Seat;
use crate::engine::state::State;

/// Characters that a name may have.
pub const LONGEST_NAME: usize = 80;

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Participant {
    /// The name.
    pub name: String,
    /// Where they sit.
    pub seat: Seat,
}

/// Somebody's own probability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Estimate {
    /// Whose.
    pub name: String,
    /// 0 to 100.
    pub percent: u8,
}

/// A question for estimates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Poll {
    /// Its name.
    pub id: String,
    /// The question.
    pub question: String,
    /// What decides it.
    pub resolution: String,
    /// The estimates, in the order people first gave one.
    pub estimates: Vec<Estimate>,
    /// Whether they are shown.
    pub revealed: bool,
    /// What came true.
    pub happened: Option<bool>,
}

/// Checks a name: neither empty nor too long.
pub(in crate::engine) fn named(name: &str) -> Result<(), Refused> {
    let length = name.chars().count();
    if name.trim().is_empty() || length > LONGEST_NAME {
        return Err(Refused::Name(LONGEST_NAME));
    }
    Ok(())
}

pub(in crate::engine) fn join(state: &mut State, name: &str, seat: Seat) -> Result<(), Refused> {
    named(name)?;
    let room = Arc::make_mut(&mut state.room);
    match room.participants.iter_mut().find(|one| one.name == name) {
        Some(one) if one.seat == seat => return Err(Refused::Taken(name.to_owned())),
        Some(one) => one.seat = seat,
        None => room.participants.push(Participant {
            name: name.to_owned(),
            seat,
        }),
    }
    Ok(())
}

pub(in crate::engine) fn leave(state: &mut State, name: &str) -> Result<(), Refused> {
    let room = Arc::make_mut(&mut state.room);
    let place = room.participants.iter().position(|one| one.name == name);
    let place = place.ok_or_else(|| Refused::NoParticipant(name.to_owned()))?;
    room.participants.remove(place);
    Ok(())
}

pub(in crate::engine) fn ask(
    state: &mut State,
    id: &str,
    question: &str,
    resolution: &str,
) -> Result<(), Refused> {
    named(id)?;
    if question.trim().is_empty() || resolution.trim().is_empty() {
        return Err(Refused::NoText);
    }
    let room = Arc::make_mut(&mut state.room);
    if room.polls.iter().any(|poll| poll.id == id) {
        return Err(Refused::Taken(id.to_owned()));
    }
    room.polls.push(Poll {
        id: id.to_owned(),
        question: question.to_owned(),
        resolution: resolution.to_owned(),
        estimates: Vec::new(),
        revealed: false,
        happened: None,
    });
    Ok(())
}

fn poll<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Poll, Refused> {
    let room = Arc::make_mut(&mut state.room);
    let found = room.polls.iter_mut().find(|poll| poll.id == id);
    found.ok_or_else(|| Refused::NoQuestion(id.to_owned()))
}

/// Takes an estimate; who gave one before the reveal may give another in its place.
pub(in crate::engine) fn estimate(
    state: &mut State,
    id: &str,
    name: &str,
    percent: u8,
) -> Result<(), Refused> {
    named(name)?;
    if percent > 100 {
        return Err(Refused::Percent(percent));
    }
    let poll = poll(state, id)?;
    if poll.revealed {
        return Err(Refused::Revealed(id.to_owned()));
    }
    match poll.estimates.iter_mut().find(|given| given.name == name) {
        Some(given) => given.percent = percent,
        None => poll.estimates.push(Estimate {
            name: name.to_owned(),
            percent,
        }),
    }
    Ok(())
}

pub(in crate::engine) fn reveal(state: &mut State, id: &str) -> Result<(), Refused> {
    let poll = poll(state, id)?;
    if poll.revealed {
        return Err(Refused::Revealed(id.to_owned()));
    }
    poll.revealed = true;
    Ok(())
}

pub(in crate::engine) fn resolve(
    state: &mut State,
    id: &str,
    happened: bool,
) -> Result<(), Refused> {
    let poll = poll(state, id)?;
    if !poll.revealed {
        return Err(Refused::NotRevealed(id.to_owned()));
    }
    poll.happened = Some(happened);
    Ok(())
}

pub(in crate::engine) fn announce(state: &mut State, text: &str) {
    let text = text.trim();
    let room = Arc::make_mut(&mut state.room);
    room.announcement = (!text.is_empty()).then(|| text.to_owned());
}
