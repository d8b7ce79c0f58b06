//! Injects: what may come into play, when it is due, and what became of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::engine::phase::Phase;
use crate::model::choice::Response;

/// What an inject brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum News {
    /// An event of the deck, by its id.
    Event(String),
    /// Something written in the room.
    Written(WrittenNews),
}

/// An inject written in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
