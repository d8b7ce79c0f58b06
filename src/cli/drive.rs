//! Drives a session without a screen: acts from a script, the rest by bots and the program.
//!
//! A line of the script is taken when the phase of its act has come; what is no step of play is taken
//! at once. Injects that are due come before the next step, whoever makes it. Until its line has come
//! whoever is not a person acts.

mod due;
mod people;
mod plans;
mod refusal;
pub mod waiting;

use crate::cli::clock::Clock;
use crate::cli::error::{Error, Kind};
use crate::cli::script::{Deed, Line, Script, Wrong};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::pilot::{self, Pilot};
use unequal_session::seal::SealedPlan;
use unequal_session::{Due, Holder, Remarks, SubmitError, Table, Turn};

pub use plans::Plans;

/// Whose hand the record names for an act of a script that does not say.
const SCRIPT: &str = "script";

/// Why a session stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It has ended.
    Ended,
    /// It waits for people in these seats.
    Waits(Vec<Seat>),
    /// It waits for these seats, for which a line of a live script is to be read.
    Asks(Vec<Seat>),
    /// A line of a live script cannot be taken, and another may come.
    Refused(Box<Error>),
    /// It waits for the program that holds one of these seats.
    Outside(Vec<Seat>),
    /// Whoever watched wants no more.
    Enough,
}

/// Moves of turn zero that a script may ask for: as many as a session has at most.
const LONGEST_TURN_ZERO: usize = 64;

/// Lets a session go on until it ends, waits for people, or `watch` has seen enough.
///
/// `watch` is called after every entry, when it is recorded, and says whether to go on.
///
/// # Errors
///
/// Says which line of the script cannot be taken, and what could; what came before stays recorded.
pub fn drive(
    table: &mut Table,
    script: &mut Script,
    clock: &Clock,
    plans: &mut Plans,
    watch: &mut dyn FnMut(&Table) -> Result<bool, Error>,
) -> Result<Stop, Error> {
    loop {
        match step(table, script, clock, plans) {
            Ok(None) => {}
            Ok(Some(stop)) => return Ok(stop),
            Err(error) if script.is_live() && error.kind == Kind::Data => {
                return Ok(Stop::Refused(Box::new(error)));
            }
            Err(error) => return Err(error),
        }
        if !watch(table)? {
            return Ok(Stop::Enough);
        }
    }
}

/// Makes the next act, or says why there is none.
fn step(
    table: &mut Table,
    script: &mut Script,
    clock: &Clock,
    plans: &mut Plans,
) -> Result<Option<Stop>, Error> {
    // Whoever drives a session line by line has the white cell, too.
    let turn = if script.is_live() {
        Turn::of(table)
    } else {
        Turn::unattended(table)
    };
    plans.look(table, &turn);
    if let Some(line) = script.take_if(|line| due::is_due_at_once(table, line))? {
        by_script(table, script, clock, plans, &turn, &line)?;
    } else if let Some(pilot) = pilot::due_inject(table) {
        submit(table, clock, &turn, &pilot)?;
    } else if let Some(line) = script.take_if(|line| due::is_due(table, &turn, line, plans))? {
        by_script(table, script, clock, plans, &turn, &line)?;
    } else if let Some((seat, action)) = plans.next_reveal(table, &turn) {
        let hash = table.commitment(seat).unwrap_or_default().to_owned();
        let by = SCRIPT.into();
        submit(table, clock, &turn, &Pilot { seat, by, action })?;
        plans.forget(&hash)?;
    } else if let Some(told) = plans.impossible(table, &turn) {
        return Err(told);
    } else if let Some(pilot) = ends_turn_zero(table, script)? {
        submit(table, clock, &turn, &pilot)?;
    } else if let Some(pilot) = pilot::next(table, &turn) {
        submit(table, clock, &turn, &pilot)?;
    } else if waits_for_a_program(table, &turn) {
        return Ok(Some(Stop::Outside(turn.waits_for)));
    } else if let Some(line) = script.take_if(|_| true)? {
        // Nobody else can act, so this line has to fit: the table says why it does not.
        by_script(table, script, clock, plans, &turn, &line)?;
    } else if script.is_asked() && turn.phase != Phase::Ended {
        return Ok(Some(Stop::Asks(turn.waits_for)));
    } else {
        return Ok(Some(match turn.phase {
            Phase::Ended => Stop::Ended,
            _ => Stop::Waits(turn.waits_for),
        }));
    }
    Ok(None)
}

/// Whether a program of somebody's own is to act, or to open what it has sealed.
fn waits_for_a_program(table: &Table, turn: &Turn) -> bool {
    let outside = |seat: &Seat| matches!(table.holder(*seat), Holder::Outside(_));
    match &turn.due {
        Due::Outside(..) => true,
        Due::Opening(seats) => seats.iter().any(|(seat, _)| outside(seat)),
        Due::Nobody | Due::People | Due::Bot(..) | Due::Program => false,
    }
}

/// STARTEX, where turn zero would go on for ever: the script has no more lines, or none that ever comes.
fn ends_turn_zero(table: &Table, script: &mut Script) -> Result<Option<Pilot>, Error> {
    let Some(pilot) = pilot::startex(table) else {
        return Ok(None);
    };
    let moves = table.view(Seat::WhiteCell).path.len();
    match script.peek()?.cloned() {
        None => Ok(Some(pilot)),
        Some(line) if moves > LONGEST_TURN_ZERO => {
            let message =
                format!("this line has not come due in {LONGEST_TURN_ZERO} moves of turn zero");
            let span = line.value_of("kind");
            let hint = Some("put a line with `startex` before it".to_owned());
            Err(script.wrong(
                &line,
                Wrong {
                    span,
                    message,
                    hint,
                },
            ))
        }
        Some(_) => Ok(None),
    }
}

fn by_script(
    table: &mut Table,
    script: &Script,
    clock: &Clock,
    plans: &mut Plans,
    turn: &Turn,
    line: &Line,
) -> Result<(), Error> {
    if let Some(refused) = refusal::beforehand(table, line) {
        return Err(script.wrong(line, refused));
    }
    let action = match &line.deed {
        Deed::Act(action) => action.clone(),
        Deed::Seal(sealing) => {
            let sealed = sealing.sealed();
            check(table, script, turn, line, &sealed)?;
            let commit = sealed.commit.clone();
            plans.keep(line.seat, sealed)?;
            commit
        }
    };
    let by = line.by.as_deref().unwrap_or(SCRIPT);
    let at = line.at.clone().unwrap_or_else(|| clock.now());
    match table.submit(
        turn.entry,
        line.seat,
        by,
        &action,
        line.remarks.clone(),
        &at,
    ) {
        Ok(_) => Ok(()),
        Err(SubmitError::Store(error)) => Err(error.into()),
        Err(error) => {
            let told = script.wrong(line, refusal::told(table, line, &action, &error));
            // Whoever is waited for does not matter to what may be done at any time.
            let hints = if action.is_about_the_room() {
                people::meant(table, &error)
            } else {
                waiting::open_acts(table, line.seat)
            };
            Err(hints.into_iter().fold(told, Error::hint))
        }
    }
}

/// Refuses a plan that could not be opened, before it is acknowledged. In another phase the commitment
/// itself is refused.
fn check(
    table: &Table,
    script: &Script,
    turn: &Turn,
    line: &Line,
    sealed: &SealedPlan,
) -> Result<(), Error> {
    if !matches!(turn.phase, Phase::Sealing | Phase::Reveal) {
        return Ok(());
    }
    table.check_plan(sealed).map_err(|refused| {
        let error = SubmitError::Refused(refused);
        script.wrong(line, refusal::told(table, line, &sealed.reveal, &error))
    })
}

fn submit(table: &mut Table, clock: &Clock, turn: &Turn, pilot: &Pilot) -> Result<(), Error> {
    let Pilot { seat, by, action } = pilot;
    match table.submit(
        turn.entry,
        *seat,
        by,
        action,
        Remarks::default(),
        &clock.now(),
    ) {
        Ok(_) => Ok(()),
        Err(SubmitError::Store(error)) => Err(error.into()),
        Err(error) => Err(Error::fault(format!(
            "a fault of this program: {by} chose `{}` and the rules refuse it: {error}",
            action.word()
        ))),
    }
}
