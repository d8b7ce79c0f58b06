//! Acts on the room: everything that is not a step of play.

use std::sync::Arc;

use crate::engine::action::Action;
use crate::engine::ledger::Change;
use crate::engine::refused::{Refused, given};
use crate::engine::room::plan::{InjectStatus, PlannedInject};
use crate::engine::room::rulings::{Argument, Provisional};
use crate::engine::room::{course, pace, queue, rulings, voices};
use crate::engine::scenario::Scenario;
use crate::engine::seat::Seat;
use crate::engine::state::State;

/// Does an act on the room; gives back false for an act of play, and then has done nothing.
///
/// # Errors
///
/// Names the rule that the act would break; what `state` is then must be thrown away.
pub(in crate::engine) fn apply(
    scenario: &Scenario,
    state: &mut State,
    seat: Seat,
    action: &Action,
    ledger: &mut Vec<Change>,
) -> Result<bool, Refused> {
    match action {
        Action::PlanInject { .. }
        | Action::HoldInject { .. }
        | Action::ReleaseInject { .. }
        | Action::SkipInject { .. }
        | Action::RescheduleInject { .. }
        | Action::FireInject { .. }
        | Action::AdHocInject { .. }
        | Action::Reaction { .. } => injects(scenario, state, action, ledger)?,
        Action::WriteDemand { card } => course::deal(scenario, state, card)?,
        Action::Argue {
            helps,
            text,
            strong,
        } => rulings::argue(
            state,
            Argument {
                helps: *helps,
                text: text.clone(),
                strong: *strong,
            },
        )?,
        Action::Settle {
            move_number,
            slot,
            reason,
        } => {
            given(Some(reason))?;
            let what = Provisional {
                move_number: *move_number,
                slot: *slot,
            };
            rulings::settle(state, what)?;
        }
        Action::SetAdjudication { mode, reason } => {
            given(Some(reason))?;
            Arc::make_mut(&mut state.room).adjudication = Some(*mode);
            state.options.adjudication = *mode;
        }
        Action::SetClock { of, seconds, hard } => pace::set_clock(state, *of, *seconds, *hard)?,
        Action::ExtendClock { of, seconds } => pace::extend(state, *of, *seconds)?,
        Action::ClockOut { of } => pace::run_out(state, *of)?,
        Action::Pause { reflection, .. } => pace::pause(state, *reflection)?,
        Action::GoOn => pace::go_on(state)?,
        Action::Reconvene | Action::Note { .. } | Action::Bookmark { .. } => {}
        Action::Join { .. }
        | Action::Leave { .. }
        | Action::AskEstimate { .. }
        | Action::Estimate { .. }
        | Action::RevealEstimates { .. }
        | Action::ResolveEstimate { .. }
        | Action::Announce { .. } => people(state, seat, action)?,
        Action::Rehearse => course::rehearse(scenario, state)?,
        Action::StartEx => course::startex(state)?,
        Action::HandOver { of, to, .. } => course::hand_over(scenario, state, *of, to)?,
        Action::SetLength { moves, reason } => {
            given(Some(reason))?;
            course::set_length(state, *moves)?;
        }
        Action::Inject { .. }
        | Action::Demand { .. }
        | Action::Hold
        | Action::Respond { .. }
        | Action::Commit { .. }
        | Action::RevealDemand { .. }
        | Action::RevealResponse { .. }
        | Action::Rule { .. }
        | Action::FollowUp { .. }
        | Action::CloseMove
        | Action::Adjust { .. }
        | Action::End { .. }
        | Action::Undo { .. } => return Ok(false),
    }
    Ok(true)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only the acts that `apply` sends here come"
)]
fn injects(
    scenario: &Scenario,
    state: &mut State,
    action: &Action,
    ledger: &mut Vec<Change>,
) -> Result<(), Refused> {
    match action {
        Action::PlanInject {
            id,
            news,
            due,
            expects,
        } => queue::plan(
            scenario,
            state,
            PlannedInject {
                id: id.clone(),
                news: news.clone(),
                due: due.clone(),
                expects: expects.clone(),
                status: InjectStatus::Waiting,
                reacted: false,
            },
        ),
        Action::HoldInject { id, .. } => queue::hold(state, id),
        Action::ReleaseInject { id } => queue::release(state, id),
        Action::SkipInject { id, reason } => {
            given(Some(reason))?;
            queue::skip(state, id)
        }
        Action::RescheduleInject { id, due, .. } => queue::reschedule(scenario, state, id, due),
        Action::FireInject { id } => queue::fire(scenario, state, id, ledger),
        Action::AdHocInject { news } => queue::happen(scenario, state, news, ledger),
        Action::Reaction { inject, text } => {
            if text.trim().is_empty() {
                return Err(Refused::NoText);
            }
            queue::reaction(state, inject)
        }
        _ => Ok(()),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only the acts that `apply` sends here come"
)]
fn people(state: &mut State, seat: Seat, action: &Action) -> Result<(), Refused> {
    match action {
        Action::Join { name, at } => voices::join(state, seat, name, *at),
        Action::Leave { name } => voices::leave(state, seat, name),
        Action::AskEstimate {
            id,
            question,
            resolution,
        } => voices::ask(state, id, question, resolution),
        Action::Estimate { id, name, percent } => voices::estimate(state, seat, id, name, *percent),
        Action::RevealEstimates { id } => voices::reveal(state, id),
        Action::ResolveEstimate { id, happened, .. } => voices::resolve(state, id, *happened),
        Action::Announce { text } => voices::announce(state, text),
        _ => Ok(()),
    }
}
