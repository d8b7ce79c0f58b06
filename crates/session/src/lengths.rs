//! How long moves, phases and pauses took, from the times of the entries.
//!
//! The time between two entries belongs to the phase in which the later one was made. Pauses count apart,
//! and so does the time before the table has come together again, and from where a branch parted: nobody sat
//! there then, and whoever plays it on came later. What was undone took its time, too.

use serde::Serialize;
use unequal_core::engine::action::Kind;

use crate::clock::seconds;
use crate::reading::Reading;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;

/// Seconds that a session must have taken for its lengths to tell anything: bots need less.
const WORTH_TELLING: i64 = 60;

/// How long a move took, pauses and breaks left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MoveLength {
    /// The move, from 1; 0 is turn zero.
    pub move_number: u32,
    /// In seconds.
    pub seconds: i64,
    /// Its phases in the order in which they began.
    pub phases: Vec<PhaseLength>,
}

/// How long a phase of a move took, pauses and breaks left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PhaseLength {
    /// The phase.
    pub phase: Phase,
    /// In seconds.
    pub seconds: i64,
}

/// How long each move took; nothing where times are not known or the whole took less than a minute.
pub fn lengths(reading: &Reading<'_>) -> Vec<MoveLength> {
    let mut lengths: Vec<MoveLength> = Vec::new();
    let parted = reading.table.parted_at();
    // A branch was begun long after what it shares with its trunk.
    let began = reading.table.header().started.as_str();
    let mut before = match (parted, reading.seen.first()) {
        (Some(copied), Some(first)) if !copied.is_startex() => first.at.as_str(),
        _ => began,
    };
    for (place, seen) in reading.seen.iter().enumerate() {
        let taken = between(before, &seen.at).unwrap_or(0);
        before = &seen.at;
        let last = place.checked_sub(1).map(|last| &reading.seen[last]);
        let paused = last.is_some_and(|last| {
            let state = reading.table.state_at(last.number);
            state.room.pause.is_some()
        });
        let supposed = matches!(seen.by, Player::WhatIf(_));
        let parts = parted.is_some_and(|parted| {
            seen.number > parted && last.is_none_or(|last| last.number <= parted)
        });
        let breaks = supposed || parts || seen.kind == Kind::Reconvene;
        if paused || breaks || seen.phase == Phase::Ended {
            continue;
        }
        let one = match lengths
            .iter_mut()
            .position(|one| one.move_number == seen.move_number)
        {
            Some(place) => &mut lengths[place],
            None => lengths.push_mut(MoveLength {
                move_number: seen.move_number,
                seconds: 0,
                phases: Vec::new(),
            }),
        };
        one.seconds += taken;
        match one
            .phases
            .iter_mut()
            .find(|known| known.phase == seen.phase)
        {
            Some(known) => known.seconds += taken,
            None => one.phases.push(PhaseLength {
                phase: seen.phase,
                seconds: taken,
            }),
        }
    }
    let whole: i64 = lengths.iter().map(|one| one.seconds).sum();
    if whole < WORTH_TELLING {
        lengths.clear();
    }
    lengths
}

/// The seconds from one stamp to another; none where one is no time or a clock was set back.
pub(crate) fn between(from: &str, to: &str) -> Option<i64> {
    let passed = seconds(to)?.checked_sub(seconds(from)?)?;
    (passed >= 0).then_some(passed)
}
