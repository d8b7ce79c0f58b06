//! What acts do to clocks and pauses.

use std::sync::Arc;

use crate::engine::limits::LONGEST_CLOCK;
use crate::engine::refused::Refused;
use crate::engine::room::clock::{Clock, ClockOf, Pause};
use crate::engine::state::State;

pub(in crate::engine) fn set_clock(
    state: &mut State,
    of: ClockOf,
    seconds: Option<u32>,
    hard: bool,
) -> Result<(), Refused> {
    if seconds.is_some_and(|seconds| !(1..=LONGEST_CLOCK).contains(&seconds)) {
        return Err(Refused::ClockLength(LONGEST_CLOCK));
    }
    if seconds.is_none() {
        clock(state, of)?;
    }
    let room = Arc::make_mut(&mut state.room);
    room.clocks.retain(|clock| clock.of != of);
    if let Some(seconds) = seconds {
        room.clocks.push(Clock { of, seconds, hard });
        room.clocks.sort_by_key(|clock| clock.of);
    }
    Ok(())
}

/// Whether a clock is set, with a length that makes sense of an extension.
pub(in crate::engine) fn extend(state: &State, of: ClockOf, seconds: u32) -> Result<(), Refused> {
    if !(1..=LONGEST_CLOCK).contains(&seconds) {
        return Err(Refused::ClockLength(LONGEST_CLOCK));
    }
    clock(state, of).map(|_| ())
}

/// A hard clock has run out; what a soft one comes to is nobody's act.
pub(in crate::engine) fn run_out(state: &State, of: ClockOf) -> Result<(), Refused> {
    if clock(state, of)?.hard {
        Ok(())
    } else {
        Err(Refused::SoftClock(of.word()))
    }
}

fn clock(state: &State, of: ClockOf) -> Result<&Clock, Refused> {
    let found = state.room.clocks.iter().find(|clock| clock.of == of);
    found.ok_or_else(|| Refused::NoClock(of.word()))
}

/// How long it is to last changes nothing here: who runs the session says that play goes on.
pub(in crate::engine) fn pause(
    state: &mut State,
    reflection: bool,
    seconds: Option<u32>,
) -> Result<(), Refused> {
    if seconds.is_some_and(|seconds| !(1..=LONGEST_CLOCK).contains(&seconds)) {
        return Err(Refused::ClockLength(LONGEST_CLOCK));
    }
    if state.room.pause.is_some() {
        return Err(Refused::PausedAlready);
    }
    Arc::make_mut(&mut state.room).pause = Some(Pause { reflection });
    Ok(())
}

pub(in crate::engine) fn go_on(state: &mut State) -> Result<(), Refused> {
    if state.room.pause.is_none() {
        return Err(Refused::NotPaused);
    }
    Arc::make_mut(&mut state.room).pause = None;
    Ok(())
}

/// Nobody waits after the end: a pause would last for ever.
pub(in crate::engine) fn end_pause(state: &mut State) {
    if state.room.pause.is_some() {
        Arc::make_mut(&mut state.room).pause = None;
    }
}
