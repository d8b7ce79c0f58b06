//! Lines of play side by side: what differs beforehand, where they first part and why, and what came of it.
//!
//! A line is an entry of a record with all that led to it: the last entry for a whole session, an
//! earlier or undone one for another line of the same file. Everything is told as one seat may know it.

mod divergence;
mod facts;
mod model;
mod rows;
mod settings;
mod steps;

use unequal_core::engine::seat::Seat;

use steps::Side;

pub use model::{
    Cause, Cell, Comparison, Divergence, LineEnding, LineFacts, Row, SeatHeld, Setting, Strand,
    WhatIf,
};

impl Comparison {
    /// Compares lines as a seat may know them.
    pub fn new(strands: &[Strand<'_>], seat: Seat) -> Self {
        let sides: Vec<Side<'_>> = strands
            .iter()
            .map(|strand| Side::of(strand, seat))
            .collect();
        let parted = divergence::find(&sides);
        let shared = parted.unwrap_or_else(|| sides.first().map_or(0, |side| side.steps.len()));
        Self {
            format: model::FORMAT,
            seat,
            lines: sides.iter().map(facts::facts).collect(),
            settings: settings::settings(&sides),
            shared,
            divergence: parted.map(|place| divergence::told(&sides, place)),
            rows: parted.map_or_else(Vec::new, |place| rows::rows(&sides, place)),
        }
    }
}
