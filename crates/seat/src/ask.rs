//! Puts a program before the decisions of a record, with exactly what the seat knew then. Nothing that it answers is done.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::asking::end;
use crate::command::Command;
use crate::exchange::Exchange;
use crate::fault::Fault;
use crate::limits::Limits;
use crate::line::shortened;
use crate::message::{OnlyAsked, ToSeat};
use crate::program::{Asking, Program};
use crate::sitter::Sitter;
use unequal_core::engine::apply::apply;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::luck::split_mix;
use unequal_session::asked::{Given, Question};
use unequal_session::{History, Owner, Place, SessionError, Table};

/// How a program is asked.
#[derive(Clone, Debug)]
pub struct Terms {
    /// What starts it.
    pub command: Command,
    /// How long an answer may take, and how often it may be given anew.
    pub limits: Limits,
    /// The seed of whatever chance it uses.
    pub seed: u64,
    /// How often it is asked; each time it is started anew and goes through the decisions in order.
    pub times: u32,
    /// The names that are exchanged in what it reads.
    pub names: Option<Exchange>,
}

/// Why a program could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum Unasked {
    /// It did not come so far as to be asked.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The record cannot be gone through.
    #[error(transparent)]
    Session(#[from] SessionError),
}

/// What a program gave, and what it calls itself.
#[derive(Clone, Debug)]
pub struct Answers {
    /// Its name, with its version.
    pub called: String,
    /// What it gave at each question, one for each time.
    pub given: Vec<Vec<Given>>,
    /// What went wrong, each with its entry.
    pub faults: Vec<(EntryNumber, Fault)>,
}

/// Asks a program at questions of a seat. `progress` is told how many of all its answers have been heard.
///
/// # Errors
///
/// Fails where the program cannot be started, and where the record does not hold.
pub fn ask(
    history: &History,
    seat: Seat,
    questions: &[Question],
    terms: &Terms,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Answers, Unasked> {
    let mut answers = Answers {
        called: String::new(),
        given: vec![Vec::new(); questions.len()],
        faults: Vec::new(),
    };
    let all = questions.len() * terms.times as usize;
    let mut heard = 0;
    for time in 1..=terms.times {
        let mut sitter: Option<Sitter> = None;
        let mut gone = false;
        for (question, given) in questions.iter().zip(&mut answers.given) {
            let before = question.entry.before();
            heard += 1;
            progress(heard, all);
            if gone {
                given.push(Given::default());
                continue;
            }
            let place = place_at(history, before, seat)?;
            let mut asked = match sitter.take() {
                Some(sitter) => sitter.at(place),
                None => sits(place, terms, time)?,
            };
            asked.program.called().clone_into(&mut answers.called);
            let state = history.state_at(before);
            let legal = |act: &_| {
                let applied = apply(history.scenario(), state, seat, act);
                applied.map(|_| ()).map_err(|refused| refused.to_string())
            };
            match asked.would(&legal) {
                Ok((act, forecast)) => {
                    let said = forecast.map(|said| (shortened(&said.expects), said.percent));
                    given.push(Given::act(history, question.entry, seat, &act).foreseeing(said));
                }
                Err(fault) => {
                    gone = fault.is_final();
                    answers.faults.push((question.entry, fault));
                    given.push(Given::default());
                }
            }
            sitter = Some(asked);
        }
        if let Some(sitter) = sitter {
            let last = end(&sitter.place, "nothing more is asked");
            sitter.program.dismiss(&ToSeat::End(Box::new(last)));
        }
    }
    Ok(answers)
}

/// A place at the session as it stood after an entry, when nothing later had been recorded.
fn place_at(history: &History, entry: EntryNumber, seat: Seat) -> Result<Place, SessionError> {
    let then = Table::looking_on(history.upto(entry)?);
    Ok(Owner::of(then).place(seat))
}

fn sits(place: Place, terms: &Terms, time: u32) -> Result<Sitter, Fault> {
    let asking = Asking {
        asked: Some(OnlyAsked {
            time,
            times: terms.times,
            seed: split_mix(terms.seed, u64::from(time)),
        }),
        names: terms.names.clone(),
    };
    let left = Arc::<AtomicBool>::default();
    let program = Program::start_asking(&terms.command, &place, terms.limits, &left, asking)?;
    Ok(Sitter::new(place, program))
}
