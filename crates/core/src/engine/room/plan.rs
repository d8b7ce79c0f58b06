//! The plan of injects: what news would change, and which injects are due.

use crate::engine::limits::LARGEST_CHANGE;
use crate::engine::phase::Phase;
use crate::engine::refused::{Part, Refused};
use crate::engine::room::inject::{Due, InjectStatus, News, PlannedInject};
use crate::engine::state::State;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::{Books, Change, Reason};
use crate::model::position::Position;
use crate::model::scenario::Scenario;

/// The changes that news names, gauges found.
///
/// # Errors
///
/// Names the event or gauge that the deck has not, or the change that is too large to be meant.
pub fn changes_of(scenario: &Scenario, news: &News) -> Result<Vec<(Gauge, i64)>, Refused> {
    match news {
        News::Event(id) => {
            let event = scenario.event_at(id).ok_or_else(|| Refused::Unknown {
                what: Part::Event,
                id: id.clone(),
            })?;
            Ok(scenario.events[event].change.clone())
        }
        News::Written(written) => {
            if written.title.trim().is_empty() {
                return Err(Refused::NoTitle);
            }
            written
                .changes
                .iter()
                .map(|(word, by)| {
                    if by.checked_abs().is_none_or(|size| size > LARGEST_CHANGE) {
                        return Err(Refused::Adjustment {
                            limit: LARGEST_CHANGE,
                            given: *by,
                        });
                    }
                    let gauge = known_gauge(scenario, word)?;
                    Ok((gauge, *by))
                })
                .collect()
        }
    }
}

/// What news would change now, without doing it: limits applied, one line a change.
///
/// # Errors
///
/// As [`changes_of`].
pub fn effect_of(
    scenario: &Scenario,
    position: &Position,
    news: &News,
) -> Result<(Position, Vec<Change>), Refused> {
    let mut after = *position;
    let mut changes = Vec::new();
    let stated = changes_of(scenario, news)?;
    Books::new(scenario, &mut after, &mut changes).add_all(&stated, Reason::Inject);
    Ok((after, changes))
}

pub(in crate::engine) fn known_gauge(scenario: &Scenario, word: &str) -> Result<Gauge, Refused> {
    scenario
        .gauge_from_word(word)
        .ok_or_else(|| Refused::Unknown {
            what: Part::Gauge,
            id: word.to_owned(),
        })
}

/// The place of a phase within a move: later phases have higher ranks.
const fn rank(phase: Phase) -> u8 {
    match phase {
        Phase::Inject => 0,
        Phase::Europe => 1,
        Phase::Crisis => 2,
        Phase::Offer => 3,
        Phase::Demand | Phase::Sealing => 4,
        Phase::Reveal => 5,
        Phase::Response => 6,
        Phase::Ruling => 7,
        Phase::FollowUp => 8,
        Phase::Drift => 9,
        Phase::Ended => 10,
    }
}

/// Whether the moment that `due` names has come. What is only called for is never due.
pub fn is_due(scenario: &Scenario, state: &State, due: &Due) -> bool {
    let now = (state.move_number(), rank(state.phase));
    let value = |word: &str| {
        let gauge = scenario.gauge_from_word(word);
        gauge.map(|gauge| state.game.position.get(gauge))
    };
    match due {
        Due::At { move_number, phase } => now >= (*move_number, rank(*phase)),
        Due::After { move_number, phase } => now > (*move_number, rank(*phase)),
        Due::AtLeast {
            gauge,
            value: least,
        } => value(gauge).is_some_and(|now| now >= *least),
        Due::AtMost { gauge, value: most } => value(gauge).is_some_and(|now| now <= *most),
        Due::Responses { response, count } => state.room.answers[response.index()] >= *count,
        Due::RedLine { domain: Some(id) } => scenario
            .domain_at(id)
            .is_some_and(|domain| state.game.position.is_breached(domain)),
        Due::RedLine { domain: None } => {
            let crossed = |domain| state.game.position.is_breached(domain);
            scenario.domains().any(crossed)
        }
        Due::Crisis => state.game.clocks.in_crisis,
        Due::Called => false,
    }
}

/// The planned injects that are waiting and due, in the order of the plan; none in turn zero or after the end.
pub fn due_now<'a>(
    scenario: &'a Scenario,
    state: &'a State,
) -> impl Iterator<Item = &'a PlannedInject> {
    let playing = state.phase != Phase::Ended && !state.room.rehearsing;
    state.room.plan.iter().filter(move |planned| {
        playing && planned.status == InjectStatus::Waiting && is_due(scenario, state, &planned.due)
    })
}
