//! The room around the game: plan of injects, clocks, people, estimates, and the course of the session.
//!
//! Nothing here is part of the rules of play; it is what the white cell needs to run people through
//! them. Everything in it comes from acts, so that it is on the record, replays and can be undone.

pub mod argument;
pub mod clock;
pub mod inject;
pub mod people;
pub mod plan;
pub mod written;

use std::collections::BTreeMap;

use crate::engine::holder::Holder;
use crate::engine::options::AdjudicationMode;
use crate::engine::room::argument::{Argument, Provisional};
use crate::engine::room::clock::{Clock, Pause};
use crate::engine::room::inject::PlannedInject;
use crate::engine::room::people::{Participant, Poll};
use crate::engine::seat::Seat;
use crate::model::choice::Response;

/// What is known of the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Whether STARTEX was declared by an act.
    pub started: bool,
    /// Whether turn zero is being played.
    pub rehearsing: bool,
    /// Whether play is paused, and what for.
    pub pause: Option<Pause>,
    /// The clocks that are set.
    pub clocks: Vec<Clock>,
    /// Who holds a seat that plays instead of those named in the header.
    pub holders: BTreeMap<Seat, Holder>,
    /// The seats that people have again after some moves, each with the move from which on, from 1.
    pub back: BTreeMap<Seat, u32>,
    /// The injects of the plan, in the order they were put on it.
    pub plan: Vec<PlannedInject>,
    /// Arguments heard on the open exchange.
    pub arguments: Vec<Argument>,
    /// Rulings that the white cell wants to look at again.
    pub provisional: Vec<Provisional>,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Questions for estimates, in the order they were asked.
    pub polls: Vec<Poll>,
    /// The line shown to everybody.
    pub announcement: Option<String>,
    /// How rulings are made, where the white cell has changed it.
    pub adjudication: Option<AdjudicationMode>,
    /// How often each response was ruled on since STARTEX.
    pub answers: [u32; Response::ALL.len()],
}
