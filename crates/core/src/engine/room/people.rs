//! Who takes part, what they expect, and the questions they are asked.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::engine::name::known_as;
use crate::engine::seat::Seat;

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Participant {
    /// The name.
    pub name: String,
    /// Where they sit.
    pub seat: Seat,
}

/// Somebody's own probability.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Estimate {
    /// Whose.
    pub name: String,
    /// Where they sat when they gave it: a participant's seat, else the seat that entered it.
    pub seat: Seat,
    /// 0 to 100.
    pub percent: u8,
}

/// A question for estimates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Poll {
    /// Its name.
    pub id: String,
    /// The question.
    pub question: String,
    /// What decides it.
    pub resolution: String,
    /// The estimates, in the order people first gave one.
    pub estimates: Vec<Estimate>,
    /// Whether they are shown.
    pub revealed: bool,
    /// What came true.
    pub happened: Option<bool>,
    /// Whether it was asked in turn zero: STARTEX throws it away.
    pub rehearsed: bool,
}

impl Poll {
    /// The participants who are asked and have not answered. The white cell asks; it is not missed.
    pub fn missing<'a>(&self, participants: &'a [Participant]) -> impl Iterator<Item = &'a str> {
        let given = self.estimates.iter().map(|given| known_as(&given.name));
        let given: BTreeSet<String> = given.collect();
        participants
            .iter()
            .filter(|one| one.seat != Seat::WhiteCell)
            .map(|one| one.name.as_str())
            .filter(move |name| !given.contains(&known_as(name)))
    }
}
