//! What happens by itself as time passes: the projector looks at its file, countdowns go on, a bell rings.

use std::time::Duration;

use crate::console::Console;
use crate::effect::Effect;
use crate::goal::Goal;
use crate::sitting::pace::has_clocks;
use crate::sitting::{Sitting, day};
use crate::stack::Stack;
use crate::{errand, outside};
use unequal_core::engine::room::clock::ClockOf;
use unequal_core::engine::seat::Seat;
use unequal_session::overtime::untold;
use unequal_session::pace::Reading;
use unequal_session::{Holder, Pace, Place};

/// How long an act that was made elsewhere may wait before it is seen, at a place of one seat alone or beside
/// programs that hold seats.
const OTHERS: Duration = Duration::from_millis(200);

/// How long it may be before something is to be looked at; none where only a person can bring news.
pub fn pause(stack: &Stack) -> Option<Duration> {
    let sitting = &stack.sitting;
    let clocks = is_running(sitting).then(|| sitting.clock.to_next_second());
    let errands = sitting.errands.is_busy().then_some(errand::PACE);
    let place = sitting.place.as_ref();
    let others = !stack.is_woken
        && place.is_some_and(|place| !place.is_of_all() || waits_for_a_program(place));
    let minutes = day::end(sitting).map(|_| to_next_minute(sitting));
    [
        stack.pause(),
        clocks.flatten(),
        minutes,
        errands,
        others.then_some(OTHERS),
    ]
    .into_iter()
    .flatten()
    .min()
}

/// Whether a program of somebody's own is to act.
fn waits_for_a_program(place: &Place) -> bool {
    let mut due = place.turn().waits_for.iter();
    place.is_writable() && due.any(|seat| matches!(place.holder(*seat), Holder::Outside(_)))
}

/// How long it is until the next minute of the day.
fn to_next_minute(sitting: &Sitting) -> Duration {
    let gone = sitting.clock.beats().day.rem_euclid(60).unsigned_abs();
    Duration::from_secs(60 - gone)
}

/// Whether a clock runs, as far as was seen when the clocks were last looked at: what makes one run or
/// stop is an entry, and then they are looked at again.
fn is_running(sitting: &Sitting) -> bool {
    has_clocks(sitting) && sitting.clocks.pace.is_running()
}

/// Looks at what changes by itself; gives whether the screen has to be drawn.
pub fn look(stack: &mut Stack, console: &mut impl Console) -> bool {
    let title = stack.sitting.title.clone();
    let asked = outside::clocks::part(stack);
    let passed = stack.pass();
    let mut came = asked || passed.is_some();
    for effect in passed.into_iter().flatten() {
        outside::perform(stack, console, effect);
    }
    if stack.sitting.title != title {
        console.set_title(stack.sitting.title.as_deref());
    }
    came |= outside::look(stack);
    let sitting = &mut stack.sitting;
    came |= minute_passed(sitting);
    let hidden = sitting.clocks.hidden;
    let Some(session) = sitting.place.as_ref().filter(|_| has_clocks(sitting)) else {
        sitting.clocks.forget();
        return came;
    };
    // Before it is said whether time that passed unseen counts, nothing runs out.
    if sitting.clocks.lapse.is_some() {
        return came;
    }
    let now = sitting.clock.now();
    let entry = session.last_number();
    if sitting.clocks.at == now && sitting.clocks.entry == entry {
        return came;
    }
    let pace = session.pace(&now);
    let before = &sitting.clocks.pace;
    if pace.clocks.iter().any(|now| runs_out(before, now)) {
        console.ring();
    }
    let goes_on =
        pace.paused.is_some_and(|paused| paused.left() == Some(0)) && stack.owner.is_some();
    if goes_on {
        console.ring();
        outside::perform(stack, console, Effect::GoOn);
    }
    let ended = turn_over(stack, &now);
    if let Some(of) = ended {
        outside::perform(stack, console, Effect::ClockOut(of));
    }
    if pace.is_running() {
        outside::clocks::keep_now_and_then(stack);
    }
    let clocks = &mut stack.sitting.clocks;
    (clocks.at, clocks.entry, clocks.pace) = (now, entry, pace);
    came || ended.is_some() || goes_on || !hidden
}

/// Whether a minute has begun since it was looked at, while a session must end at a time of the day.
fn minute_passed(sitting: &mut Sitting) -> bool {
    let now = sitting.clock.beats().day.div_euclid(60);
    let waited = day::end(sitting).is_some() && sitting.seat == Some(Seat::WhiteCell);
    let before = std::mem::replace(&mut sitting.clocks.minute, now);
    waited && before != now
}

/// The hard clock that has run out and ends a turn here.
fn turn_over(stack: &Stack, now: &str) -> Option<ClockOf> {
    let at_table = matches!(
        stack.screen(),
        Some(Goal::Board | Goal::Curtain(_) | Goal::Briefing(_))
    );
    let place = stack.sitting.place.as_ref().filter(|_| at_table)?;
    // Whoever runs the session puts it on the record.
    stack.owner.as_ref()?;
    untold(place.turn(), now).filter(|_| place.is_writable())
}

/// Whether a clock has run out since the clocks were last looked at.
fn runs_out(before: &Pace, now: &Reading) -> bool {
    let before = before.clock(now.clock.of);
    now.runs && now.is_out() && before.is_some_and(|before| !before.is_out())
}
