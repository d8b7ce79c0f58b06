//! What the clocks need to know of an entry: when it was, what it did to them, what was played after it.

use serde::Serialize;

use crate::clock::seconds;
use crate::history::History;
use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::clock::{Clock, ClockOf, Pause};
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::State;
use unequal_core::engine::view::waits_for;

/// What an entry did to the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum Touch {
    /// Nothing.
    None,
    /// A clock was set: it begins anew.
    Set(ClockOf),
    /// A clock got more seconds.
    More(ClockOf, u32),
    /// It was put on the record that a clock had run out.
    Out(ClockOf),
    /// Play went back to the state after an entry.
    Back(usize),
    /// The table came together again: the time before does not count.
    Again,
    /// Play stopped, for so many seconds where that was said.
    Stopped(Option<u32>),
}

/// What is played: while it stays the same, the clocks of phase and sides go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Place {
    pub(super) move_number: u32,
    pub(super) phase: Phase,
    /// The place of the next demand in its move, from 0.
    pub(super) demand: u32,
}

/// What stands after an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Stand {
    pub(super) place: Place,
    /// The seats that are waited for.
    pub(super) waits: Vec<Seat>,
    pub(super) pause: Option<Pause>,
    pub(super) clocks: Vec<Clock>,
    /// Moves closed, and moves planned.
    pub(super) moves: (u32, u32),
}

impl Stand {
    /// Whether a seat is waited for.
    pub(super) fn waits_for(&self, seat: Seat) -> bool {
        self.waits.contains(&seat)
    }

    /// Whether play goes on, so that clocks run.
    pub(super) fn is_played(&self) -> bool {
        self.pause.is_none() && self.place.phase != Phase::Ended
    }

    /// Whether this time belongs to the plan: all but reflection and what comes after the end.
    pub(super) fn is_planned(&self) -> bool {
        self.place.phase != Phase::Ended && !self.pause.is_some_and(|pause| pause.reflection)
    }
}

/// An entry as the clocks see it; the first is STARTEX.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Beat {
    /// When, in seconds.
    pub(super) at: i64,
    pub(super) touch: Touch,
    pub(super) stand: Stand,
}

impl Beat {
    /// All entries of a session as a seat knows them, STARTEX first. A time that cannot be read is that of the
    /// entry before.
    pub(super) fn all(table: &History, eyes: Seat) -> Vec<Self> {
        let planned = table.scenario().session.moves;
        let mut at = seconds(&table.header().started).unwrap_or(0);
        let mut beats = vec![Self {
            at,
            touch: Touch::None,
            stand: stand(table.state_at(EntryNumber::STARTEX), planned, eyes),
        }];
        for moment in table.moments() {
            // A clock that was put back does not take time back.
            at = seconds(&moment.entry.at).map_or(at, |now| now.max(at));
            beats.push(Self {
                at,
                touch: touch(&moment.entry.act),
                stand: stand(table.state_at(moment.entry.number), planned, eyes),
            });
        }
        beats
    }
}

fn touch(act: &Action) -> Touch {
    match act {
        Action::SetClock { of, .. } => Touch::Set(*of),
        Action::ExtendClock { of, seconds } => Touch::More(*of, *seconds),
        Action::ClockOut { of } => Touch::Out(*of),
        Action::Undo { to, .. } => Touch::Back(to.count()),
        Action::Reconvene => Touch::Again,
        Action::Pause { seconds, .. } => Touch::Stopped(*seconds),
        // What stands after it says that play goes on.
        Action::GoOn
        | acts_of!(Action: play, plan, rulings, course, people, estimates, words, marks) => {
            Touch::None
        }
    }
}

fn stand(state: &State, planned: u32, eyes: Seat) -> Stand {
    Stand {
        place: Place {
            move_number: state.move_number(),
            phase: state.phase,
            demand: state.game.place,
        },
        waits: waited_for(state, eyes),
        pause: state.room.pause,
        clocks: state.room.clocks.clone(),
        moves: if state.room.rehearsing {
            (0, 0)
        } else {
            (state.game.move_index, state.game.length.unwrap_or(planned))
        },
    }
}

/// The seats that are waited for, as a seat knows it: in a crisis the other side's clock runs on until both have
/// decided, so that it does not tell.
fn waited_for(state: &State, eyes: Seat) -> Vec<Seat> {
    let waited = waits_for(state);
    if state.phase != Phase::Crisis || eyes == Seat::WhiteCell {
        return waited;
    }
    let both = state.phase.waits_for().iter().copied();
    both.filter(|seat| *seat != eyes || waited.contains(seat))
        .collect()
}
