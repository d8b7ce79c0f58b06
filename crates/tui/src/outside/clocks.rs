//! Does what clocks ask for: one that has run out, more time, time that passed unseen.

use crate::clock::roughly;
use crate::looked::Lapse;
use crate::notice::Tone;
use crate::outside::unasked::by_program;
use crate::page::Sheet;
use crate::screen::board::sheet::lapse::LapseSheet;
use crate::sitting::day;
use crate::sitting::pace::{overdue, pace};
use crate::sitting::{Sitting, turn};
use crate::stack::Stack;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::player::Player;
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_session::clock::{seconds, stamp};
use unequal_session::pilot::{KEPT_EVERY, Pilot};
use unequal_session::telling::{NAMELESS, clock_name, count};
use unequal_session::{Place, Remarks};

/// Keeps what is used of the clocks, where that was done some time ago.
pub(crate) fn keep_now_and_then(stack: &mut Stack) {
    let now = seconds(&stack.sitting.clock.now()).unwrap_or(0);
    if (now - stack.sitting.clocks.kept).abs() >= KEPT_EVERY {
        stack.sitting.clocks.kept = now;
        keep(stack);
    }
}

/// Keeps beside the record what is used of the clocks: time that passed unseen is not, before it is said whether it counts.
pub(crate) fn keep(stack: &mut Stack) {
    let sitting = &mut stack.sitting;
    let Some(owner) = &stack.owner else {
        return;
    };
    let unsaid = sitting.clocks.lapse.as_ref();
    let now = unsaid.map_or_else(
        || sitting.clock.now(),
        |lapse| stamp(lapse.till - lapse.seconds),
    );
    let kept = owner.table().is_together(&now);
    if let Err(error) = kept {
        let words = format!("What is used of the clocks is not being kept: {error}");
        sitting.say(Tone::Trouble, words);
    }
}

/// Puts on the record that a hard clock has run out, and gives the screen to the white cell.
pub(super) fn clock_out(stack: &mut Stack, of: ClockOf) {
    let sitting = &mut stack.sitting;
    sitting.keep_draft();
    let Some(owner) = &stack.owner else {
        return;
    };
    let out = Pilot {
        seat: Seat::WhiteCell,
        by: Player::Program,
        action: Action::ClockOut { of },
    };
    let seen = sitting
        .place
        .as_ref()
        .map_or(EntryNumber::STARTEX, Place::last_number);
    let told = by_program(&mut owner.table(), seen, &out, &sitting.clock.now());
    if let Some(place) = &mut sitting.place {
        place.look();
    }
    if let Err(error) = told {
        let words = format!("The time is over, and could not be recorded: {error}");
        sitting.say(Tone::Trouble, words);
        return;
    }
    sitting.clocks.put_off = false;
    // What the white cell itself is at is not disturbed.
    if sitting.seat != Some(Seat::WhiteCell) && !sitting.desk.keeps_screen {
        let goal = turn::hand_over(sitting, Seat::WhiteCell);
        stack.go(goal);
    }
}

/// Gives so many minutes more, from now on, to all clocks that run for whoever is to act.
///
/// What the white cell is at stays open: nothing is lifted, as an act from a sheet would.
pub(super) fn more_time(stack: &mut Stack, minutes: u32) {
    let sitting = &mut stack.sitting;
    let Some(clocks) = pace(sitting) else {
        return sitting.say(Tone::Plain, "No clock is set; t sets one.");
    };
    let running = clocks.clocks.iter().filter(|reading| reading.runs);
    let mut short: Vec<_> = running.collect();
    if short
        .iter()
        .any(|reading| reading.clock.of != ClockOf::Session)
    {
        short.retain(|reading| reading.clock.of != ClockOf::Session);
    }
    if short.is_empty() {
        return sitting.say(Tone::Plain, "No clock runs for whoever is to act.");
    }
    let now = sitting.clock.now();
    let Some(place) = &mut sitting.place else {
        return;
    };
    let mut told = Vec::new();
    for reading in short {
        let of = reading.clock.of;
        let more = Action::ExtendClock {
            of,
            seconds: minutes * 60 + overdue(reading),
        };
        let seat = Seat::WhiteCell;
        if let Err(error) = place.submit_for(seat, NAMELESS, &more, Remarks::default(), &now) {
            sitting.say(Tone::Trouble, format!("Nothing was changed: {error}"));
            return;
        }
        told.push(clock_name(place.deck(), of));
    }
    let minutes = count(minutes, "more minute", "more minutes");
    sitting.say(Tone::Good, format!("{minutes}: {}.", told.join(", ")));
}

/// Seconds by which the clock of the day and the machine's own must part before anything is made of it.
const APART: i64 = 30;

/// Looks whether the clock of the day has parted from the machine's own since they were looked at last: the machine
/// slept, or a clock was set. Gives whether somebody is asked.
pub(crate) fn part(stack: &mut Stack) -> bool {
    let sitting = &mut stack.sitting;
    let now = sitting.clock.beats();
    let Some(before) = sitting.clocks.beats.replace(now) else {
        return false;
    };
    let apart = (now.day - before.day) - (now.ran - before.ran);
    if apart.abs() < APART {
        return false;
    }
    let ahead = sitting.clock.step(apart);
    let plays = stack.owner.is_some()
        && sitting
            .place
            .as_ref()
            .is_some_and(|place| place.is_writable() && !place.has_ended());
    if !plays {
        return false;
    }
    if apart < 0 {
        let back = roughly(-apart);
        let words =
            format!("The clock of this computer was set back by {back}: times go on as they were.");
        sitting.say(Tone::Trouble, words.clone());
        let at = sitting.clock.now();
        note(stack, &words, &at);
        return false;
    }
    ahead >= APART && unseen(stack, ahead)
}

/// Time has passed unseen, up to now: asks the white cell whether it counts, where clocks would count it. Without a white
/// cell it does not.
fn unseen(stack: &mut Stack, passed: i64) -> bool {
    let sitting = &mut stack.sitting;
    let Some(place) = &sitting.place else {
        return false;
    };
    let turn = place.turn();
    let counts = !place.view().room.clocks.is_empty() || day::end(sitting).is_some();
    if turn.paused || !counts {
        return false;
    }
    let by_people = turn.is_of_people(Seat::WhiteCell) && place.is_of_all();
    sitting.clocks.lapse = Some(Lapse {
        till: seconds(&sitting.clock.now()).unwrap_or(0),
        seconds: passed,
        entry: place.last_number(),
    });
    if !by_people {
        settle_lapse(stack, false);
        return false;
    }
    sitting.keep_draft();
    if sitting.seat == Some(Seat::WhiteCell) || sitting.desk.keeps_screen {
        stack.lay(Sheet::new(LapseSheet::default()));
    } else {
        let goal = turn::hand_over(sitting, Seat::WhiteCell);
        stack.go(goal);
    }
    true
}

/// Puts on the record whether the time that passed unseen counts.
///
/// Where it does not, a note stands at its beginning, so that the act by which the table comes together again leaves out
/// just this time and not what was played since the entry before.
pub(super) fn settle_lapse(stack: &mut Stack, counts: bool) {
    let Some(lapse) = stack.sitting.clocks.lapse.take() else {
        return;
    };
    let passed = roughly(lapse.seconds);
    let place = stack.sitting.place.as_ref();
    let nobody_acted = place.is_some_and(|place| place.last_number() == lapse.entry);
    let counts = counts || !nobody_acted;
    let (how, since) = if counts {
        ("it counts", lapse.till)
    } else {
        ("it does not count", lapse.till - lapse.seconds)
    };
    let words =
        format!("{passed} passed while this computer slept, or its clock was set forward: {how}");
    let at = if nobody_acted {
        stamp(since)
    } else {
        stack.sitting.clock.now()
    };
    note(stack, &words, &at);
    if !counts {
        let now = stack.sitting.clock.now();
        by_itself(stack, Action::Reconvene, &now);
    }
}

/// A note of the program to the white cell alone.
fn note(stack: &mut Stack, words: &str, at: &str) {
    let (text, private) = (words.to_owned(), true);
    by_itself(stack, Action::Note { text, private }, at);
}

/// Puts an act of the white cell on the record that the program makes.
fn by_itself(stack: &mut Stack, action: Action, at: &str) {
    let (seat, by) = (Seat::WhiteCell, Player::Program);
    let made = Pilot { seat, by, action };
    let sitting = &mut stack.sitting;
    let Some(owner) = &stack.owner else {
        return;
    };
    let seen = sitting
        .place
        .as_ref()
        .map_or(EntryNumber::STARTEX, Place::last_number);
    let done = by_program(&mut owner.table(), seen, &made, at);
    if let Some(place) = &mut sitting.place {
        place.look();
    }
    if let Err(error) = done {
        told(sitting, &error.to_string());
    }
}

fn told(sitting: &mut Sitting, error: &str) {
    let words = format!("The clocks could not be put right: {error}");
    sitting.say(Tone::Trouble, words);
}
