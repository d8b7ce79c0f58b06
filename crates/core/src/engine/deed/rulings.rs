//! What acts do with arguments and with rulings to be looked at again.

use std::sync::Arc;

use crate::engine::options::AdjudicationMode;
use crate::engine::refused::{Refused, given};
use crate::engine::room::argument::{Argument, Provisional};
use crate::engine::state::State;

pub(in crate::engine) fn argue(state: &mut State, argument: Argument) -> Result<(), Refused> {
    if state.tabled.is_empty() {
        return Err(Refused::NothingTabled);
    }
    if argument.text.trim().is_empty() {
        return Err(Refused::NoText);
    }
    Arc::make_mut(&mut state.room).arguments.push(argument);
    Ok(())
}

pub(in crate::engine) fn settle(
    state: &mut State,
    what: Provisional,
    reason: &str,
) -> Result<(), Refused> {
    given(Some(reason))?;
    let room = Arc::make_mut(&mut state.room);
    let place = room.provisional.iter().position(|other| *other == what);
    let place = place.ok_or(Refused::NotProvisional {
        move_number: what.move_number,
        place: what.place,
    })?;
    room.provisional.remove(place);
    Ok(())
}

pub(in crate::engine) fn set_mode(
    state: &mut State,
    mode: AdjudicationMode,
    reason: &str,
) -> Result<(), Refused> {
    given(Some(reason))?;
    Arc::make_mut(&mut state.room).adjudication = Some(mode);
    state.options.adjudication = mode;
    Ok(())
}
