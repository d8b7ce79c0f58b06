//! The one way to a new state: `apply` takes a state and an act and gives back a new state, or refuses.

use crate::engine::action::{Action, NamedDemand};
use crate::engine::admit;
use crate::engine::deed::{Step, course, pace, queue, rulings, voices};
use crate::engine::fact::{Applied, Fact};
use crate::engine::refused::{Refused, said};
use crate::engine::room::argument::{Argument, Provisional};
use crate::engine::room::inject::{InjectStatus, PlannedInject};
use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::current::Adjudication;
use crate::model::position::Position;
use crate::model::scenario::Scenario;

/// Applies an act of a seat to a state.
///
/// # Errors
///
/// Names the rule that the act would break; `state` is untouched in any case.
pub fn apply(
    scenario: &Scenario,
    state: &State,
    seat: Seat,
    action: &Action,
) -> Result<Applied, Refused> {
    admit::admit(state, seat, action)?;
    let before = (state.game.position, state.game.clocks.in_crisis);
    let mut step = Step {
        scenario,
        state: state.clone(),
        changes: Vec::new(),
        facts: Vec::new(),
    };
    act(&mut step, seat, action)?;
    // Where turn zero begins or is thrown away, two games would be compared with one another.
    if !matches!(action, Action::Rehearse | Action::StartEx) {
        let known = compare(before, &step);
        step.facts.extend(known);
    }
    Ok(Applied {
        state: step.state,
        changes: step.changes,
        facts: step.facts,
    })
}

/// Does an act.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of act")]
fn act(step: &mut Step<'_>, seat: Seat, action: &Action) -> Result<(), Refused> {
    let (scenario, state) = (step.scenario, &mut step.state);
    match action {
        Action::Inject { instead } => step.inject(instead.as_deref()),
        Action::Measure { measure, secret } => step.measure(measure, *secret),
        Action::Abstain => {
            step.open_menu();
            Ok(())
        }
        Action::SetMeasure {
            measure,
            secret,
            reason,
        } => step.set_measure(measure.as_deref(), *secret, reason),
        Action::CrisisAct { climb_down } => step.crisis_act(seat, *climb_down),
        Action::SetCrisisAct {
            of,
            climb_down,
            reason,
        } => step.set_crisis_act(*of, *climb_down, reason),
        Action::Offer { card, ask } => step.offer(card, ask),
        Action::NoOffer => {
            step.no_offer();
            Ok(())
        }
        Action::VetoOffer { reason } => step.veto_offer(reason),
        Action::TakeUp => step.take_up(),
        Action::Demand {
            card,
            intensity,
            inducement,
        } => step.demand(&NamedDemand {
            card: card.clone(),
            intensity: *intensity,
            inducement: *inducement,
        }),
        Action::Hold => {
            step.hold();
            Ok(())
        }
        Action::Respond {
            response,
            instead,
            ask,
            words,
        } => {
            said(words.as_deref())?;
            step.respond(*response, instead.as_deref(), ask.as_deref())
        }
        Action::Commit { hash } => step.commit(seat, hash),
        Action::RevealDemand { nonce, plan } => step.reveal_demand(seat, nonce, plan),
        Action::RevealResponse { nonce, plan } => step.reveal_response(seat, nonce, plan),
        Action::Rule {
            roll,
            arguments,
            band,
            reason,
            provisional,
        } => step.rule(
            Adjudication {
                roll: *roll,
                arguments: *arguments,
                band: *band,
            },
            reason.as_deref(),
            *provisional,
        ),
        Action::FollowUp { choice } => step.follow_up(*choice),
        Action::CloseMove => {
            step.close_move();
            Ok(())
        }
        Action::Adjust { gauge, by, reason } => step.adjust(gauge, *by, reason),
        Action::End { reason } => step.end(reason),
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
        Action::SkipInject { id, reason } => queue::skip(state, id, reason),
        Action::RescheduleInject { id, due, .. } => queue::reschedule(scenario, state, id, due),
        Action::FireInject { id } => queue::fire(scenario, state, id, &mut step.changes),
        Action::AdHocInject { news } => queue::happen(scenario, state, news, &mut step.changes),
        Action::Reaction { inject, text } => queue::reaction(state, inject, text),
        Action::WriteDemand { card } => course::deal(scenario, state, card),
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
        ),
        Action::Settle {
            move_number,
            place,
            reason,
        } => rulings::settle(
            state,
            Provisional {
                move_number: *move_number,
                place: *place,
            },
            reason,
        ),
        Action::SetAdjudication { mode, reason } => rulings::set_mode(state, *mode, reason),
        Action::SetClock { of, seconds, hard } => pace::set_clock(state, *of, *seconds, *hard),
        Action::ExtendClock { of, seconds } => pace::extend(state, *of, *seconds),
        Action::ClockOut { of } => pace::run_out(state, *of),
        Action::Pause {
            reflection,
            seconds,
            ..
        } => pace::pause(state, *reflection, *seconds),
        Action::GoOn => pace::go_on(state),
        // They stand in the record and change nothing.
        Action::Reconvene | Action::Note { .. } | Action::Bookmark { .. } => Ok(()),
        Action::Join { name, at } => voices::join(state, seat, name, *at),
        Action::Leave { name } => voices::leave(state, seat, name),
        Action::Admit { name, key, .. } => voices::admitted(name, key.as_deref()),
        Action::Rename { name, to } => voices::rename(state, seat, name, to),
        Action::RenameSession { name } => voices::named_session(name),
        Action::Correct {
            reason,
            against,
            words,
            ..
        } => {
            said(words.as_deref())?;
            voices::corrected([reason, against, words].map(|text| text.as_deref()))
        }
        Action::AskEstimate {
            id,
            question,
            resolution,
        } => voices::ask(state, id, question, resolution),
        Action::Estimate { id, name, percent } => voices::estimate(state, seat, id, name, *percent),
        Action::RevealEstimates { id } => voices::reveal(state, id),
        Action::ResolveEstimate { id, happened, .. } => voices::resolve(state, id, *happened),
        Action::Announce { text } => voices::announce(state, text),
        Action::Rehearse => course::rehearse(scenario, state),
        Action::StartEx => course::startex(state),
        Action::HandOver { of, to, moves, .. } => course::hand_over(step, *of, to, *moves),
        Action::SetLength { moves, reason } => course::set_length(state, *moves, reason),
        Action::Undo { .. } => Err(Refused::UndoElsewhere),
    }
}

/// The facts that show only by comparing before and after.
fn compare((before, in_crisis): (Position, bool), step: &Step<'_>) -> Vec<Fact> {
    let game = &step.state.game;
    let crossed = step
        .scenario
        .domains()
        .filter(|&domain| game.position.is_breached(domain) && !before.is_breached(domain));
    let mut facts: Vec<Fact> = crossed.map(Fact::RedLineCrossed).collect();
    match (in_crisis, game.clocks.in_crisis) {
        (false, true) => facts.push(Fact::CrisisBegan),
        (true, false) => facts.push(Fact::CrisisEnded),
        (true, true) | (false, false) => {}
    }
    facts
}
