//! What acts do to the plan of injects, and how news takes effect.

use std::sync::Arc;

use crate::engine::limits::LONGEST_SESSION;
use crate::engine::name::named;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused, given};
use crate::engine::room::Room;
use crate::engine::room::inject::{Due, InjectStatus, News, PlannedInject};
use crate::engine::room::plan::{changes_of, effect_of, known_gauge};
use crate::engine::state::State;
use crate::model::gauge::Gauge;
use crate::model::ledger::Change;
use crate::model::place::EventAt;
use crate::model::scenario::Scenario;

/// Checks that the moment can come at all.
fn check_due(scenario: &Scenario, due: &Due) -> Result<(), Refused> {
    match due {
        Due::At { move_number, phase } | Due::After { move_number, phase } => {
            if !(1..=LONGEST_SESSION).contains(move_number) {
                return Err(Refused::DueMove(LONGEST_SESSION));
            }
            if *phase == Phase::Ended {
                return Err(Refused::DueAtTheEnd);
            }
            Ok(())
        }
        Due::AtLeast { gauge, value } | Due::AtMost { gauge, value } => {
            let gauge = known_gauge(scenario, gauge)?;
            if gauge != Gauge::Gains && !(0..=100).contains(value) {
                return Err(Refused::DueValue(*value));
            }
            Ok(())
        }
        Due::RedLine { domain: Some(id) } => match scenario.domain_at(id) {
            Some(_) => Ok(()),
            None => Err(Refused::Unknown {
                what: Part::Domain,
                id: id.clone(),
            }),
        },
        Due::Responses { count: 0, .. } => Err(Refused::DueCount),
        Due::Responses { .. } | Due::RedLine { domain: None } | Due::Crisis | Due::Called => Ok(()),
    }
}

pub(in crate::engine) fn plan(
    scenario: &Scenario,
    state: &mut State,
    planned: PlannedInject,
) -> Result<(), Refused> {
    named(&planned.id)?;
    changes_of(scenario, &planned.news)?;
    check_due(scenario, &planned.due)?;
    let room = Arc::make_mut(&mut state.room);
    if room.plan.iter().any(|other| other.id == planned.id) {
        return Err(Refused::Taken(planned.id));
    }
    room.plan.push(planned);
    Ok(())
}

/// An inject of the plan that may still come.
fn open<'a>(state: &'a mut State, id: &str) -> Result<&'a mut PlannedInject, Refused> {
    let room = Arc::make_mut(&mut state.room);
    let found = room.plan.iter_mut().find(|planned| planned.id == id);
    let planned = found.ok_or_else(|| Refused::NotPlanned(id.to_owned()))?;
    if planned.is_open() {
        Ok(planned)
    } else {
        Err(Refused::InjectDone(id.to_owned()))
    }
}

pub(in crate::engine) fn hold(state: &mut State, id: &str) -> Result<(), Refused> {
    let planned = open(state, id)?;
    if planned.status == InjectStatus::Held {
        return Err(Refused::HeldAlready(id.to_owned()));
    }
    planned.status = InjectStatus::Held;
    Ok(())
}

pub(in crate::engine) fn release(state: &mut State, id: &str) -> Result<(), Refused> {
    let planned = open(state, id)?;
    if planned.status != InjectStatus::Held {
        return Err(Refused::NotHeld(id.to_owned()));
    }
    planned.status = InjectStatus::Waiting;
    Ok(())
}

pub(in crate::engine) fn skip(state: &mut State, id: &str, reason: &str) -> Result<(), Refused> {
    given(Some(reason))?;
    open(state, id)?.status = InjectStatus::Skipped;
    Ok(())
}

/// Another time; what was held waits again.
pub(in crate::engine) fn reschedule(
    scenario: &Scenario,
    state: &mut State,
    id: &str,
    due: &Due,
) -> Result<(), Refused> {
    check_due(scenario, due)?;
    let planned = open(state, id)?;
    planned.due = due.clone();
    planned.status = InjectStatus::Waiting;
    Ok(())
}

pub(in crate::engine) fn fire(
    scenario: &Scenario,
    state: &mut State,
    id: &str,
    ledger: &mut Vec<Change>,
) -> Result<(), Refused> {
    let number = state.move_number();
    let planned = open(state, id)?;
    planned.status = InjectStatus::Fired(number);
    let news = planned.news.clone();
    happen(scenario, state, &news, ledger)
}

/// Lets news take effect. An event of the deck does not come from the pile any more.
pub(in crate::engine) fn happen(
    scenario: &Scenario,
    state: &mut State,
    news: &News,
    ledger: &mut Vec<Change>,
) -> Result<(), Refused> {
    let (after, changes) = effect_of(scenario, &state.game.position, news)?;
    state.game.position = after;
    ledger.extend(changes);
    if let News::Event(id) = news
        && let Some(event) = scenario.event_at(id)
    {
        state.game.events.take_out(event);
        has_come(scenario, state, event);
    }
    Ok(())
}

/// An event came in another way than from the plan: what the plan says of it has come with it.
pub(in crate::engine) fn has_come(scenario: &Scenario, state: &mut State, event: EventAt) {
    let number = state.move_number();
    let of_this = |planned: &PlannedInject| {
        planned.is_open()
            && matches!(&planned.news, News::Event(id) if scenario.event_at(id) == Some(event))
    };
    if state.room.plan.iter().any(of_this) {
        let room = Arc::make_mut(&mut state.room);
        for planned in room.plan.iter_mut().filter(|planned| of_this(planned)) {
            planned.status = InjectStatus::Fired(number);
        }
    }
}

/// What came in turn zero comes again: its effects were thrown away.
pub(in crate::engine) fn put_back(room: &mut Room) {
    for planned in &mut room.plan {
        if matches!(planned.status, InjectStatus::Fired(_)) {
            planned.status = InjectStatus::Waiting;
            planned.reacted = false;
        }
    }
}

pub(in crate::engine) fn reaction(state: &mut State, id: &str, text: &str) -> Result<(), Refused> {
    if text.trim().is_empty() {
        return Err(Refused::NoText);
    }
    let room = Arc::make_mut(&mut state.room);
    let found = room.plan.iter_mut().find(|planned| planned.id == id);
    match found {
        Some(planned) if matches!(planned.status, InjectStatus::Fired(_)) => {
            planned.reacted = true;
            Ok(())
        }
        Some(_) => Err(Refused::NotFired(id.to_owned())),
        None => Err(Refused::NotPlanned(id.to_owned())),
    }
}
