//! What happened in a session, as far as the telling of its ending asks.

use crate::model::choice::{Ending, FollowUp, MeasureKind, Response};
use crate::model::europe::Europe;
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;

/// What happened in a session, as its record holds it.
#[derive(Clone, Copy, Debug)]
pub struct Happened<'a> {
    /// The numbers by which it was played.
    pub scenario: &'a Scenario,
    /// How it ended.
    pub ending: Ending,
    /// The position at the end.
    pub position: &'a Position,
    /// What was given.
    pub progress: &'a Progress,
    /// Europe at the end; none where nobody held its seat.
    pub europe: Option<&'a Europe>,
    /// What was done, counted.
    pub tally: &'a Tally,
}

/// What was done in a session, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How often each response was given, in the order of [`Response::ALL`].
    pub responses: [u32; Response::ALL.len()],
    /// How often each follow-up was chosen, in the order of [`FollowUp::ALL`].
    pub follow_ups: [u32; FollowUp::ALL.len()],
    /// Moves in which the patron asked for nothing.
    pub holds: u32,
    /// Offers that the patron took up.
    pub offers_taken: u32,
    /// Crises that were left again.
    pub crises_passed: u32,
    /// Measures that Europe took, in the order of [`MeasureKind::ALL`].
    pub measures: [u32; MeasureKind::ALL.len()],
}

impl Tally {
    /// Counts a response.
    pub const fn answered(&mut self, response: Response) {
        self.responses[response.index()] += 1;
    }

    /// Counts a follow-up.
    pub const fn followed_up(&mut self, follow_up: FollowUp) {
        self.follow_ups[follow_up.index()] += 1;
    }

    /// Counts a measure.
    pub const fn took(&mut self, kind: MeasureKind) {
        self.measures[kind.index()] += 1;
    }
}
