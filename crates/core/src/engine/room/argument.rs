//! What is said about an exchange before it is ruled on, and rulings to be looked at again.

use serde::Serialize;

use crate::engine::scenario::Scenario;
use crate::engine::side::Side;

/// An argument heard at the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Argument {
    /// The side that it helps: the patron is given more, the client gives less.
    pub helps: Side,
    /// The argument.
    pub text: String,
    /// Whether it counts twice.
    pub strong: bool,
}

/// An exchange whose ruling the white cell wants to look at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Provisional {
    /// The move, from 1.
    pub move_number: u32,
    /// The exchange's place in the move, from 0.
    pub slot: u32,
}

impl Argument {
    /// What it counts on the roll; above 0 it helps the client.
    pub const fn weight(&self) -> i64 {
        let weight = if self.strong { 2 } else { 1 };
        match self.helps {
            Side::Patron => -weight,
            Side::Client => weight,
        }
    }
}

/// What the arguments come to on the roll, within the deck's limit; above 0 helps the client.
pub fn net_arguments(scenario: &Scenario, arguments: &[Argument]) -> i64 {
    let limit = scenario.contest.argument_limit;
    let sum: i64 = arguments.iter().map(Argument::weight).sum();
    sum.clamp(-limit, limit)
}
