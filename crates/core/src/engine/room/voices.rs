//! The people in the room: who takes part, what they expect, and what everybody is told.

use std::sync::Arc;

use serde::Serialize;

use crate::engine::refused::Refused;
use crate::engine::room::Room;
use crate::engine::seat::Seat;
use crate::engine::state::State;

/// Characters that a name may have.
pub const LONGEST_NAME: usize = 80;

/// Characters that an announcement may have: it is read from the far end of a room.
pub const LONGEST_ANNOUNCEMENT: usize = 280;

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
    /// Where they sat when they gave it: a participant's seat, else the seat that entered it.
    pub seat: Seat,
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
    /// Whether it was asked in turn zero: STARTEX throws it away.
    pub rehearsed: bool,
}

impl Poll {
    /// The participants who are asked and have not answered. The white cell asks; it is not missed.
    pub fn missing<'a>(&'a self, room: &'a Room) -> impl Iterator<Item = &'a str> {
        room.participants
            .iter()
            .filter(|one| one.seat != Seat::WhiteCell)
            .map(|one| one.name.as_str())
            .filter(|name| {
                !self
                    .estimates
                    .iter()
                    .any(|given| is_same(&given.name, name))
            })
    }
}

/// Whether two names are one person's: case and spaces around and between words make no difference.
pub fn is_same(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        let words: Vec<&str> = name.split_whitespace().collect();
        words
            .join(" ")
            .chars()
            .flat_map(char::to_lowercase)
            .collect()
    };
    one == other || letters(one) == letters(other)
}

/// Whether a character is drawn as nothing, so that two names could look alike and differ.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Checks a name: neither empty nor too long, and nothing in it that cannot be seen.
pub(in crate::engine) fn named(name: &str) -> Result<(), Refused> {
    let length = name.chars().count();
    if name.trim().is_empty() || length > LONGEST_NAME || name.chars().any(is_unseen) {
        return Err(Refused::Name(LONGEST_NAME));
    }
    Ok(())
}

/// Checks that a seat speaks for itself; the white cell speaks for everybody.
fn for_itself(actor: Seat, seat: Seat) -> Result<(), Refused> {
    if actor == Seat::WhiteCell || actor == seat {
        Ok(())
    } else {
        Err(Refused::OtherSeat { actor, seat })
    }
}

fn participant<'a>(state: &'a State, name: &str) -> Option<&'a Participant> {
    let all = &state.room.participants;
    all.iter().find(|one| is_same(&one.name, name))
}

pub(in crate::engine) fn join(
    state: &mut State,
    actor: Seat,
    name: &str,
    seat: Seat,
) -> Result<(), Refused> {
    named(name)?;
    for_itself(actor, seat)?;
    if let Some(there) = participant(state, name) {
        return Err(Refused::Seated {
            name: there.name.clone(),
            seat: there.seat,
        });
    }
    Arc::make_mut(&mut state.room)
        .participants
        .push(Participant {
            name: name.trim().to_owned(),
            seat,
        });
    Ok(())
}

pub(in crate::engine) fn leave(state: &mut State, actor: Seat, name: &str) -> Result<(), Refused> {
    let there = participant(state, name);
    let there = there.ok_or_else(|| Refused::NoParticipant(name.to_owned()))?;
    for_itself(actor, there.seat)?;
    let room = Arc::make_mut(&mut state.room);
    room.participants.retain(|one| !is_same(&one.name, name));
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
        rehearsed: room.rehearsing,
    });
    Ok(())
}

fn poll<'a>(state: &'a mut State, id: &str) -> Result<&'a mut Poll, Refused> {
    let room = Arc::make_mut(&mut state.room);
    let found = room.polls.iter_mut().find(|poll| poll.id == id);
    found.ok_or_else(|| Refused::NoQuestion(id.to_owned()))
}

/// Takes an estimate; who gave one before the reveal may give another in its place.
///
/// Whoever has not joined may estimate, too: late comers and guests are in the room like others.
pub(in crate::engine) fn estimate(
    state: &mut State,
    actor: Seat,
    id: &str,
    name: &str,
    percent: u8,
) -> Result<(), Refused> {
    named(name)?;
    if percent > 100 {
        return Err(Refused::Percent(percent));
    }
    let seat = participant(state, name).map_or(actor, |one| one.seat);
    for_itself(actor, seat)?;
    let poll = poll(state, id)?;
    if poll.revealed {
        return Err(Refused::Revealed(id.to_owned()));
    }
    let given = &mut poll.estimates;
    match given.iter_mut().find(|given| is_same(&given.name, name)) {
        Some(given) => (given.seat, given.percent) = (seat, percent),
        None => given.push(Estimate {
            name: name.trim().to_owned(),
            seat,
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

/// Says what came true; it may be corrected by saying otherwise.
pub(in crate::engine) fn resolve(
    state: &mut State,
    id: &str,
    happened: bool,
) -> Result<(), Refused> {
    let poll = poll(state, id)?;
    if !poll.revealed {
        return Err(Refused::NotRevealed(id.to_owned()));
    }
    if poll.happened == Some(happened) {
        return Err(Refused::Resolved(id.to_owned()));
    }
    poll.happened = Some(happened);
    Ok(())
}

pub(in crate::engine) fn announce(state: &mut State, text: &str) -> Result<(), Refused> {
    let text = text.trim();
    let length = text.chars().count();
    if length > LONGEST_ANNOUNCEMENT {
        return Err(Refused::Announcement(LONGEST_ANNOUNCEMENT));
    }
    if text.is_empty() && state.room.announcement.is_none() {
        return Err(Refused::NoText);
    }
    let room = Arc::make_mut(&mut state.room);
    room.announcement = (!text.is_empty()).then(|| text.to_owned());
    Ok(())
}
