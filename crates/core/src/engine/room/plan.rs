//! The plan of injects: what may come into play, when it is due, and what became of it.

use serde::{Deserialize, Serialize};

use crate::engine::choice::Response;
use crate::engine::gauge::Gauge;
use crate::engine::ledger::{Change, Reason};
use crate::engine::phase::Phase;
use crate::engine::position::Position;
use crate::engine::refused::Refused;
use crate::engine::scenario::Scenario;
use crate::engine::state::State;

/// The largest change of one gauge by one inject that is written in the room.
pub const LARGEST_CHANGE: i64 = 100;

/// What an inject brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum News {
    /// An event of the deck, by its id.
    Event(String),
    /// Something written in the room.
    Written(WrittenNews),
}

/// An inject written in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenNews {
    /// The headline.
    pub title: String,
    /// A paragraph to read aloud.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Which gauges it moves, by their words, and how much.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<(String, i64)>,
}

/// When a planned inject is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Due {
    /// From the beginning of a phase of a move on.
    At {
        /// The move, from 1.
        #[serde(rename = "move")]
        move_number: u32,
        /// The phase.
        phase: Phase,
    },
    /// Once a phase of a move has ended.
    After {
        /// The move, from 1.
        #[serde(rename = "move")]
        move_number: u32,
        /// The phase.
        phase: Phase,
    },
    /// As soon as a gauge is at least so high.
    AtLeast {
        /// The gauge's word.
        gauge: String,
        /// The value.
        value: i64,
    },
    /// As soon as a gauge is at most so high.
    AtMost {
        /// The gauge's word.
        gauge: String,
        /// The value.
        value: i64,
    },
    /// As soon as a response was given so often.
    Responses {
        /// Which one.
        response: Response,
        /// How often.
        count: u32,
    },
    /// As soon as a red line is crossed; in one domain, or in any.
    RedLine {
        /// The domain's id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        domain: Option<String>,
    },
    /// As soon as the partnership is in crisis.
    Crisis,
    /// Only when the white cell calls for it: a contingency.
    Called,
}

/// What has become of a planned inject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum InjectStatus {
    /// It comes when it is due or called for.
    Waiting,
    /// The white cell keeps it back.
    Held,
    /// It came into play in this move.
    Fired(u32),
    /// It was taken off the plan.
    Skipped,
}

/// An inject on the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedInject {
    /// Its name in the plan.
    pub id: String,
    /// What happens.
    pub news: News,
    /// When.
    pub due: Due,
    /// The reaction it is meant to draw.
    pub expects: Option<String>,
    /// What has become of it.
    pub status: InjectStatus,
    /// Whether a reaction was seen.
    pub reacted: bool,
}

impl PlannedInject {
    /// Whether it may still come into play.
    pub const fn is_open(&self) -> bool {
        matches!(self.status, InjectStatus::Waiting | InjectStatus::Held)
    }
}

/// The changes that news names, gauges found.
///
/// # Errors
///
/// Names the event or gauge that the deck has not, or the change that is too large to be meant.
pub fn changes_of(scenario: &Scenario, news: &News) -> Result<Vec<(Gauge, i64)>, Refused> {
    match news {
        News::Event(id) => {
            let event = scenario.event_index(id).ok_or_else(|| Refused::Unknown {
                what: "event",
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
    for (gauge, by) in changes_of(scenario, news)? {
        after.add(gauge, by, Reason::Inject, &mut changes);
    }
    Ok((after, changes))
}

pub(super) fn known_gauge(scenario: &Scenario, word: &str) -> Result<Gauge, Refused> {
    scenario
        .gauge_from_word(word)
        .ok_or_else(|| Refused::Unknown {
            what: "gauge",
            id: word.to_owned(),
        })
}

/// The place of a phase within a move: later phases have higher ranks.
const fn rank(phase: Phase) -> u8 {
    match phase {
        Phase::Inject => 0,
        Phase::Demand | Phase::Sealing => 1,
        Phase::Reveal => 2,
        Phase::Response => 3,
        Phase::Ruling => 4,
        Phase::FollowUp => 5,
        Phase::Drift => 6,
        Phase::Ended => 7,
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
            .domain_index(id)
            .is_some_and(|domain| state.game.position.breached[domain]),
        Due::RedLine { domain: None } => state.game.position.breached.contains(&true),
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
