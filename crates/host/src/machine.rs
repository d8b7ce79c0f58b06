//! A program at a seat of a host, at the other end of a stream: it speaks the seat protocol as a program that the host
//! starts does.

use std::io::{Read, Write as _};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use crate::visit::Visit;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::player::Player;
use unequal_seat::asking::end;
use unequal_seat::message::ToSeat;
use unequal_seat::play::note_faults;
use unequal_seat::sitter::Sitter;
use unequal_seat::{Fault, Limits, Program};
use unequal_session::{Place, SubmitError};

/// How long a program is listened to while nothing is asked of it, before it is looked whether something is.
const LOOK: Duration = Duration::from_millis(20);
/// Lines that a program may say unasked, before it is not listened to any more.
const MOST_UNASKED: u32 = 20;

/// Lets a program play until the session ends, or it is gone.
pub(crate) fn serve(
    visit: &Visit,
    from: impl Read + Send + 'static,
    to: UnixStream,
    limits: Limits,
    now: &dyn Fn() -> String,
) {
    let file = if visit.name.is_empty() {
        "program"
    } else {
        &visit.name
    };
    let Ok(mut other) = to.try_clone() else {
        return;
    };
    let over = &visit.ticket.over;
    let program = match Program::over_until(over, file, &visit.place(), (from, to), limits) {
        Ok(program) => program,
        Err(fault) => {
            let last = ToSeat::End(Box::new(end(&visit.place(), &fault.to_string())));
            if let Ok(text) = serde_json::to_string(&last) {
                let _gone_already = other.set_write_timeout(Some(limits.time));
                let _gone_already = writeln!(other, "{text}");
            }
            return;
        }
    };
    let mut sitter = Sitter::again(visit.place(), program);
    // The record cannot be written: whoever runs the session is told by their own acts.
    let why = play(visit, &mut sitter, now).unwrap_or("the record cannot be written");
    let why = if visit.is_over() {
        visit.why_over()
    } else {
        why
    };
    let last = ToSeat::End(Box::new(end(&sitter.place, why)));
    sitter.program.dismiss(&last);
}

/// Plays; gives why no more is asked.
fn play(
    visit: &Visit,
    sitter: &mut Sitter,
    now: &dyn Fn() -> String,
) -> Result<&'static str, SubmitError> {
    let mut unasked = 0;
    while !visit.is_over() {
        sitter.place.look();
        if sitter.place.has_ended() {
            return Ok("the session has ended");
        }
        if is_due(&sitter.place) {
            let name = sitter.program.called().to_owned();
            let mut turned = sitter.turn(now)?;
            let gone = turned.faults.iter().any(|(_, fault)| fault.is_final());
            // That somebody has gone is no matter of the record, nor is half a line that was cut: they come back.
            while (turned.faults.last()).is_some_and(|(_, fault)| gone && is_of_a_cut(fault)) {
                turned.faults.pop();
            }
            note_faults(&visit.owner, (visit.seat, &name), &turned, now)?;
            if gone {
                return Ok("it is gone");
            }
            if turned.entry.is_none() && !turned.overtaken {
                return Ok("its tries at this turn are used up");
            }
            continue;
        }
        if opens(sitter, now)? {
            continue;
        }
        match sitter.program.hear(Instant::now() + LOOK) {
            Err(Fault::Silent(_)) => {}
            Err(fault) if fault.is_final() => return Ok("it is gone"),
            Ok(_) | Err(_) => {
                unasked += 1;
                let refused = ToSeat::Refused {
                    turn: 0,
                    rule: "nothing is asked of this seat now".to_owned(),
                    tries_left: MOST_UNASKED.saturating_sub(unasked),
                };
                if unasked >= MOST_UNASKED || sitter.program.tell(&refused).is_err() {
                    return Ok("it says what nobody asks for");
                }
            }
        }
    }
    Ok(visit.why_over())
}

/// Whether a fault is what is left of a line that was cut.
const fn is_of_a_cut(fault: &Fault) -> bool {
    fault.is_final() || matches!(fault, Fault::Garbage(_))
}

/// Whether the seat of a place is to decide now.
fn is_due(place: &Place) -> bool {
    let turn = place.turn();
    let waited = turn.waits_for.contains(&place.seat());
    waited && !turn.paused && turn.phase != Phase::Reveal
}

/// Opens what the seat has sealed, in this visit or an earlier one; gives whether it did.
fn opens(sitter: &mut Sitter, now: &dyn Fn() -> String) -> Result<bool, SubmitError> {
    if sitter.place.turn().phase != Phase::Reveal || sitter.place.to_open().is_none() {
        return Ok(false);
    }
    if sitter.open(now)? {
        return Ok(true);
    }
    let by = Player::Outside {
        program: sitter.program.called().to_owned(),
        tries: 1,
    };
    sitter.place.open(by, &now())
}
