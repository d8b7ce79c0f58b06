//! What a seat may know of the room around the game.

use serde::Serialize;

use crate::engine::phase::Phase;
use crate::engine::room::argument::{Argument, Provisional, net_arguments};
use crate::engine::room::clock::{Clock, Pause};
use crate::engine::room::inject::PlannedInject;
use crate::engine::room::people::{Estimate, Participant};
use crate::engine::room::plan::due_now;
use crate::engine::seat::Seat;
use crate::engine::state::State;
use crate::model::scenario::Scenario;

/// The room as a seat may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoomView {
    /// Whether STARTEX was declared by an act.
    pub started: bool,
    /// Whether turn zero is being played.
    pub rehearsing: bool,
    /// Whether play is paused, and what for.
    pub pause: Option<Pause>,
    /// The clocks that are set.
    pub clocks: Vec<Clock>,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// The line shown to everybody.
    pub announcement: Option<String>,
    /// Arguments heard on the open exchange.
    pub arguments: Vec<Argument>,
    /// What they come to on the roll; above 0 helps the client.
    pub net_arguments: i64,
    /// Rulings that the white cell wants to look at again.
    pub provisional: Vec<Provisional>,
    /// The questions for estimates.
    pub polls: Vec<PollView>,
    /// The plan of injects, for the white cell, and for everybody after the end.
    pub plan: Option<Vec<PlannedInject>>,
    /// The names of the injects that are waiting and due, for the white cell.
    pub due: Vec<String>,
}

/// A question for estimates as a seat may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PollView {
    /// Its name.
    pub id: String,
    /// The question.
    pub question: String,
    /// What decides it.
    pub resolution: String,
    /// Who has given an estimate.
    pub answered: Vec<String>,
    /// Which participants have not; the white cell is not asked.
    pub missing: Vec<String>,
    /// The estimates, once they are revealed: nobody sees one before, the white cell neither.
    pub estimates: Option<Vec<Estimate>>,
    /// What came true.
    pub happened: Option<bool>,
}

/// What a seat may know of the room.
pub(super) fn room(scenario: &Scenario, state: &State, seat: Seat) -> RoomView {
    let room = &state.room;
    let white_cell = seat == Seat::WhiteCell;
    let over = state.phase == Phase::Ended;
    RoomView {
        started: room.started,
        rehearsing: room.rehearsing,
        pause: room.pause,
        clocks: room.clocks.clone(),
        participants: room.participants.clone(),
        announcement: room.announcement.clone(),
        arguments: room.arguments.clone(),
        net_arguments: net_arguments(scenario, &room.arguments),
        provisional: room.provisional.clone(),
        polls: room
            .polls
            .iter()
            .map(|poll| PollView {
                id: poll.id.clone(),
                question: poll.question.clone(),
                resolution: poll.resolution.clone(),
                answered: poll
                    .estimates
                    .iter()
                    .map(|given| given.name.clone())
                    .collect(),
                missing: poll
                    .missing(&room.participants)
                    .map(str::to_owned)
                    .collect(),
                estimates: poll.revealed.then(|| poll.estimates.clone()),
                happened: poll.happened,
            })
            .collect(),
        plan: (white_cell || over).then(|| room.plan.clone()),
        due: if white_cell {
            due_now(scenario, state)
                .map(|planned| planned.id.clone())
                .collect()
        } else {
            Vec::new()
        },
    }
}
