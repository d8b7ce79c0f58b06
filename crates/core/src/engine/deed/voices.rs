//! What acts do with the people in the room: who takes part, what they expect, what everybody is told.

use std::sync::Arc;

use crate::engine::limits::LONGEST_ANNOUNCEMENT;
use crate::engine::name::{is_same, named};
use crate::engine::refused::Refused;
use crate::engine::room::people::{Estimate, Participant, Poll};
use crate::engine::seat::Seat;
use crate::engine::state::State;

/// Characters of a SHA-256 digest in base 64, as OpenSSH writes the fingerprint of a key behind `SHA256:`.
const FINGERPRINT: usize = 43;

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

/// Checks whom an admission names; who sits where is the room's, and changes nothing.
pub(in crate::engine) fn admitted(name: &str, key: Option<&str>) -> Result<(), Refused> {
    named(name)?;
    let is_fingerprint = |key: &str| {
        key.strip_prefix("SHA256:").is_some_and(|digest| {
            let mut letters = digest.bytes();
            digest.len() == FINGERPRINT
                && letters.all(|letter| letter.is_ascii_alphanumeric() || b"+/".contains(&letter))
        })
    };
    match key {
        Some(key) if !is_fingerprint(key) => Err(Refused::Fingerprint),
        _ => Ok(()),
    }
}

pub(in crate::engine) fn leave(state: &mut State, actor: Seat, name: &str) -> Result<(), Refused> {
    let there = participant(state, name);
    let there = there.ok_or_else(|| Refused::NoParticipant(name.to_owned()))?;
    for_itself(actor, there.seat)?;
    let room = Arc::make_mut(&mut state.room);
    room.participants.retain(|one| !is_same(&one.name, name));
    Ok(())
}

/// Puts a name right everywhere; the letters of the new one may be the old one's, written otherwise.
pub(in crate::engine) fn rename(
    state: &mut State,
    actor: Seat,
    name: &str,
    to: &str,
) -> Result<(), Refused> {
    named(to)?;
    let there = participant(state, name);
    let there = there.ok_or_else(|| Refused::NoParticipant(name.to_owned()))?;
    for_itself(actor, there.seat)?;
    let other = participant(state, to).filter(|other| !is_same(&other.name, name));
    if let Some(other) = other {
        return Err(Refused::Seated {
            name: other.name.clone(),
            seat: other.seat,
        });
    }
    let room = Arc::make_mut(&mut state.room);
    let given = room.polls.iter_mut().flat_map(|poll| &mut poll.estimates);
    let names = given.map(|given| &mut given.name);
    let people = room.participants.iter_mut().map(|one| &mut one.name);
    for theirs in people.chain(names).filter(|theirs| is_same(theirs, name)) {
        to.trim().clone_into(theirs);
    }
    Ok(())
}

/// Checks what the session is to be called; the name is no part of the state.
pub(in crate::engine) fn named_session(name: &str) -> Result<(), Refused> {
    named(name)
}

/// Checks that a correction says something; which entry it is about is the session's to check.
pub(in crate::engine) fn corrected(texts: [Option<&str>; 3]) -> Result<(), Refused> {
    let mut given = texts.into_iter().flatten();
    if given.any(|text| !text.trim().is_empty()) {
        Ok(())
    } else {
        Err(Refused::NoText)
    }
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
