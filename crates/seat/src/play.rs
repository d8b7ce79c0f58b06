//! Lets programs act at a table, and puts on the record what went wrong with them.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::asking::end;
use crate::command::Command;
use crate::fault::Fault;
use crate::limits::Limits;
use crate::line::shortened;
use crate::message::ToSeat;
use crate::program::Program;
use crate::sitter::{Sitter, Turned};
use unequal_core::engine::action::Action;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_session::setup::bots_for;
use unequal_session::turn::Due;
use unequal_session::{Owner, Place, Remarks, SubmitError, Turn};

/// The programs that hold seats of a table.
#[derive(Debug)]
pub struct Attended {
    commands: Vec<(Seat, Command)>,
    limits: Limits,
    stand_in: Holder,
    sitters: Vec<Sitter>,
    left: Arc<AtomicBool>,
}

impl Attended {
    /// Programs for seats. `stand_in` takes the seat of one that fails: a bot, or people.
    pub fn new(commands: Vec<(Seat, Command)>, limits: Limits, stand_in: Holder) -> Self {
        Self {
            commands,
            limits,
            stand_in,
            sitters: Vec::new(),
            left: Arc::default(),
        }
    }

    /// What the programs are held to.
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    /// No answer is waited for any more once this is set.
    pub fn leave_with(&mut self, left: Arc<AtomicBool>) {
        self.left = left;
    }

    /// Lets a program that runs already sit down.
    pub fn seat(&mut self, place: Place, program: Program) {
        self.sitters.push(Sitter::new(place, program));
    }

    /// Lets the program that is due act, or somebody else take its seat; gives whether one was due. `now` tells
    /// the time as RFC 3339 text.
    ///
    /// # Errors
    ///
    /// Says why the record could not be written.
    pub fn step(&mut self, owner: &Owner, now: &dyn Fn() -> String) -> Result<bool, SubmitError> {
        let due = Turn::of(&owner.table()).due;
        match due {
            Due::Outside(seat, name) => {
                let turned = self.turn(owner, seat, now)?;
                note_faults(owner, (seat, &name), &turned, now)?;
                if turned.entry.is_none() && !turned.overtaken {
                    self.give_up(owner, seat, &name, turned.faults.last(), now)?;
                }
                Ok(true)
            }
            Due::Opening(seats) => self.open(&seats, now),
            Due::Nobody | Due::People | Due::Bot(..) | Due::Program => Ok(false),
        }
    }

    /// Tells every program that the session is over, or is left, and lets it end.
    pub fn dismiss(&mut self, why: &str) {
        for mut sitter in self.sitters.drain(..) {
            sitter.place.look();
            let last = ToSeat::End(Box::new(end(&sitter.place, why)));
            sitter.program.dismiss(&last);
        }
    }

    fn turn(
        &mut self,
        owner: &Owner,
        seat: Seat,
        now: &dyn Fn() -> String,
    ) -> Result<Turned, SubmitError> {
        let failed = |fault| Turned {
            overtaken: fault == Fault::Left,
            faults: vec![(1, fault)],
            entry: None,
        };
        if !self
            .sitters
            .iter()
            .any(|sitter| sitter.place.seat() == seat)
        {
            let command = self.commands.iter().find(|(of, _)| *of == seat);
            let Some((_, command)) = command else {
                let why = format!("no command was given for it, as with `--{seat} ./PROGRAM`");
                return Ok(failed(Fault::NotStarted(why)));
            };
            let place = owner.place(seat);
            match Program::start(command, &place, self.limits, &self.left) {
                Ok(program) => self.seat(place, program),
                Err(fault) => return Ok(failed(fault)),
            }
        }
        let sitter = self.sitters.iter_mut();
        let mut sitter = sitter.filter(|sitter| sitter.place.seat() == seat);
        match sitter.next() {
            Some(sitter) => sitter.turn(now),
            None => Ok(Turned::default()),
        }
    }

    fn give_up(
        &mut self,
        owner: &Owner,
        seat: Seat,
        name: &str,
        fault: Option<&(u32, Fault)>,
        now: &dyn Fn() -> String,
    ) -> Result<(), SubmitError> {
        // Everybody reads it: what the program said may tell what its seat alone knows.
        let why = fault.map_or("it did nothing", |(_, fault)| fault.in_public());
        let reason = Some(format!("{}: {why}", shortened(name)));
        let to = self.instead(owner, seat);
        record(
            owner,
            &Action::HandOver {
                of: seat,
                to,
                moves: None,
                reason,
            },
            now,
        )?;
        if let Some(at) = (self.sitters.iter()).position(|sitter| sitter.place.seat() == seat) {
            let sitter = self.sitters.remove(at);
            let last = end(&sitter.place, "somebody else takes the seat");
            sitter.program.dismiss(&ToSeat::End(Box::new(last)));
        }
        Ok(())
    }

    /// Who takes the seat of a program that fails. A bot of the sides cannot sit in Europe's: then nobody does.
    fn instead(&self, owner: &Owner, seat: Seat) -> Holder {
        match &self.stand_in {
            Holder::Bot(name) if !bots_for(owner.table().scenario(), seat).contains(name) => {
                if seat == Seat::Europe {
                    Holder::Nobody
                } else {
                    Holder::Human
                }
            }
            other => other.clone(),
        }
    }

    /// Opens what a program has sealed.
    fn open(
        &mut self,
        seats: &[(Seat, Option<String>)],
        now: &dyn Fn() -> String,
    ) -> Result<bool, SubmitError> {
        for sitter in &mut self.sitters {
            let seat = sitter.place.seat();
            if seats.iter().any(|(of, _)| *of == seat) && sitter.open(now)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Puts what went wrong with a program at a seat on the record, for the white cell alone.
///
/// # Errors
///
/// Says why the record could not be written.
pub fn note_faults(
    owner: &Owner,
    (seat, name): (Seat, &str),
    turned: &Turned,
    now: &dyn Fn() -> String,
) -> Result<(), SubmitError> {
    for (number, fault) in &turned.faults {
        let text = format!("{name} in the {seat} seat, try {number}: {fault}");
        record(owner, &note(&text), now)?;
    }
    Ok(())
}

/// A note that the white cell alone reads.
fn note(text: &str) -> Action {
    Action::Note {
        text: shortened(text),
        private: true,
    }
}

/// Puts an act of the white cell's on the record, by the program's hand.
fn record(owner: &Owner, action: &Action, now: &dyn Fn() -> String) -> Result<(), SubmitError> {
    let mut table = owner.table();
    let seen = table.last_number();
    let (seat, by, none) = (Seat::WhiteCell, Player::Program, Remarks::default());
    table.submit(seen, seat, by, action, none, &now())?;
    Ok(())
}
