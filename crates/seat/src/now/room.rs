//! The room around the game as a JSON object.

use schemars::JsonSchema;
use serde::Serialize;

use unequal_core::engine::room::clock::Clock;
use unequal_core::engine::room::people::{Estimate, Participant};
use unequal_core::engine::view::{PollView, RoomView};

/// What a seat could know of the people in the room; what nobody has touched is left out.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct RoomNow {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    turn_zero: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    paused: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    announcement: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    clocks: Vec<Clock>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    participants: Vec<Participant>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    questions: Vec<QuestionNow>,
}

/// A question for estimates.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
struct QuestionNow {
    id: String,
    question: String,
    resolution: String,
    answered: Vec<String>,
    missing: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimates: Option<Vec<Estimate>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    happened: Option<bool>,
}

impl RoomNow {
    /// What a view shows of the room; none where there is nothing to show.
    pub(super) fn new(room: &RoomView) -> Option<Self> {
        let paused = room.pause.map(|pause| {
            if pause.reflection {
                "reflection"
            } else {
                "pause"
            }
        });
        let now = Self {
            turn_zero: room.rehearsing,
            paused,
            announcement: room.announcement.clone(),
            clocks: room.clocks.clone(),
            participants: room.participants.clone(),
            questions: room.polls.iter().map(question).collect(),
        };
        let nothing = Self {
            turn_zero: false,
            paused: None,
            announcement: None,
            clocks: Vec::new(),
            participants: Vec::new(),
            questions: Vec::new(),
        };
        (now != nothing).then_some(now)
    }
}

fn question(poll: &PollView) -> QuestionNow {
    QuestionNow {
        id: poll.id.clone(),
        question: poll.question.clone(),
        resolution: poll.resolution.clone(),
        answered: poll.answered.clone(),
        missing: poll.missing.clone(),
        estimates: poll.estimates.clone(),
        happened: poll.happened,
    }
}
