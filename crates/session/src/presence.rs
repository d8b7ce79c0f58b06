//! Who sits at the seats of a table from terminals and programs of their own, and what they are about.
//!
//! None of it is on the record: it is how things stand in the room. The white cell alone is shown it.

mod entrance;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use crate::bell::Bell;
use unequal_core::engine::seat::Seat;

pub use entrance::{DoorTo, Entrance};

/// Questions of people who would come in from elsewhere that may wait for the white cell at once.
const MOST_KNOCKS: usize = 8;

/// Who sits at the seats of a table from elsewhere.
#[derive(Debug)]
pub struct Presence {
    seats: Mutex<Seats>,
    bell: Arc<Bell>,
}

#[derive(Debug, Default)]
struct Seats {
    /// Whoever holds a seat, and whoever held it last; at most one a seat.
    held: Vec<Sits>,
    /// Whoever looks on.
    beside: Vec<Sits>,
    /// Visits that are over and have not said yet that they are gone.
    leaving: Vec<(u64, Seat)>,
    asks: Vec<Asks>,
    /// What was decided, and nobody has heard yet.
    answers: Vec<(u64, bool)>,
    last: u64,
    /// The way in from elsewhere.
    entrance: Option<Entrance>,
    /// Whether the session is left: nobody comes any more.
    closed: bool,
}

#[derive(Debug)]
struct Sits {
    one: Present,
    over: Arc<AtomicBool>,
}

/// What a visitor holds as long as the visit goes on.
#[derive(Clone, Debug)]
pub struct Ticket {
    /// The number of the visit.
    pub id: u64,
    /// Set when somebody else has the seat, the same one has come anew, or the session is left.
    pub over: Arc<AtomicBool>,
}

/// Somebody at a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Present {
    /// The number of the visit.
    pub id: u64,
    /// The seat.
    pub seat: Seat,
    /// The name that was given.
    pub name: String,
    /// The word that the terminal or program knows itself by: with it, it comes back to its seat.
    #[serde(skip)]
    pub key: String,
    /// Since when nobody is there, as RFC 3339 text; none while somebody is.
    pub away: Option<String>,
    /// Whether something is being written.
    pub writing: bool,
    /// Whether they only look on.
    pub looks_on: bool,
}

/// Somebody who asks for a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asks {
    /// The number of the question.
    pub id: u64,
    /// The seat.
    pub seat: Seat,
    /// Who asks.
    pub name: String,
    /// What they wish.
    pub wish: Wish,
}

/// What somebody asks the white cell for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Wish {
    /// To take over the seat that somebody has.
    TakeOver {
        /// Who has it.
        from: String,
    },
    /// To come in from elsewhere without a code.
    ComeIn {
        /// The address that they come from.
        from: String,
        /// The fingerprint of the key that they have shown.
        key: Option<String>,
    },
}

/// A seat that somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Who has it.
    pub by: String,
}

impl Presence {
    pub(crate) fn new(bell: Arc<Bell>) -> Self {
        Self {
            seats: Mutex::default(),
            bell,
        }
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes who is there, and tells everybody who listens.
    fn change<T>(&self, change: impl FnOnce(&mut Seats) -> T) -> T {
        let changed = change(&mut self.seats());
        self.bell.ring();
        changed
    }

    /// Somebody takes a seat. Whoever has the same key comes back to their own seat.
    ///
    /// # Errors
    ///
    /// Says who has it.
    pub fn come(&self, seat: Seat, name: &str, key: &str) -> Result<Ticket, Taken> {
        let came = self.seats().come(seat, name, key);
        if came.is_ok() {
            self.bell.ring();
        }
        came
    }

    /// Somebody looks on at what a seat sees.
    pub fn look_on(&self, seat: Seat, name: &str) -> Ticket {
        self.change(|seats| {
            let sits = seats.visitor(seat, name, "", true);
            let ticket = sits.ticket();
            seats.beside.push(sits);
            ticket
        })
    }

    /// Somebody goes, at a time given as RFC 3339 text, unless they have; a seat stays theirs until somebody else comes.
    pub fn go(&self, id: u64, now: &str) {
        self.change(|seats| {
            seats.beside.retain(|sits| sits.one.id != id);
            seats.leaving.retain(|(of, _)| *of != id);
            let mut held = seats.held.iter_mut().map(|sits| &mut sits.one);
            if let Some(one) = held.find(|one| one.id == id && one.away.is_none()) {
                one.away = Some(now.to_owned());
                one.writing = false;
            }
        });
    }

    /// Whether whoever had a seat before is gone, with all that they leave behind.
    pub fn is_free_of_others(&self, seat: Seat) -> bool {
        self.seats().leaving.iter().all(|(_, of)| *of != seat)
    }

    /// The session is left: all visits are over.
    pub fn close(&self) {
        self.change(|seats| {
            seats.closed = true;
            for sits in seats.held.iter().chain(&seats.beside) {
                sits.over.store(true, Ordering::Relaxed);
            }
        });
    }

    /// Whether the session is left.
    pub fn is_closed(&self) -> bool {
        self.seats().closed
    }

    /// Somebody asks to take over a seat that somebody has; gives the number of the question.
    pub fn ask(&self, seat: Seat, name: &str) -> u64 {
        self.change(|seats| {
            let held = seats.held.iter().find(|sits| sits.one.seat == seat);
            let from = held.map_or_else(String::new, |sits| sits.one.name.clone());
            seats.asked(seat, name, Wish::TakeOver { from })
        })
    }

    /// Somebody asks to come in from elsewhere without a code; gives the number of the question, or none where too
    /// many ask already.
    pub fn knock(&self, seat: Seat, name: &str, from: &str, key: Option<&str>) -> Option<u64> {
        self.change(|seats| {
            let knocks = |asks: &&Asks| matches!(asks.wish, Wish::ComeIn { .. });
            let wish = Wish::ComeIn {
                from: from.to_owned(),
                key: key.map(str::to_owned),
            };
            let room = seats.asks.iter().filter(knocks).count() < MOST_KNOCKS && !seats.closed;
            room.then(|| seats.asked(seat, name, wish))
        })
    }

    /// Opens a way in from elsewhere, or closes it.
    pub fn set_entrance(&self, entrance: Option<Entrance>) {
        self.change(|seats| seats.entrance = entrance);
    }

    /// The way in from elsewhere, where one is open.
    pub fn entrance(&self) -> Option<Entrance> {
        self.seats().entrance.clone()
    }

    /// Whether a code lets somebody come to a seat. It does so once: there is another one afterwards.
    pub fn opens(&self, seat: Seat, typed: &str) -> bool {
        let opens = {
            let mut seats = self.seats();
            let doors = seats.entrance.iter_mut().flat_map(|way| &mut way.doors);
            let mut doors = doors.filter(|door| door.seat == seat);
            doors.any(|door| door.tries(typed))
        };
        if opens {
            self.bell.ring();
        }
        opens
    }

    /// Draws another code for a seat.
    pub fn renew(&self, seat: Seat) {
        self.change(|seats| {
            let doors = seats.entrance.iter_mut().flat_map(|way| &mut way.doors);
            doors
                .filter(|door| door.seat == seat)
                .for_each(DoorTo::renew);
        });
    }

    /// Takes a question back; gives what was decided meanwhile.
    pub fn withdraw(&self, id: u64) -> Option<bool> {
        let decided = self.decided(id);
        self.change(|seats| {
            seats.asks.retain(|asks| asks.id != id);
            seats.answers.retain(|(of, _)| *of != id);
        });
        decided
    }

    /// Decides on a question. With leave, a seat that somebody had is free for whoever asked.
    pub fn answer(&self, id: u64, leave: bool) {
        self.change(|seats| {
            let Some(at) = seats.asks.iter().position(|asks| asks.id == id) else {
                return;
            };
            let asks = seats.asks.remove(at);
            seats.answers.push((id, leave));
            if leave && matches!(asks.wish, Wish::TakeOver { .. }) {
                seats.free(asks.seat);
            }
        });
    }

    /// What was decided on a question; none yet.
    pub fn decided(&self, id: u64) -> Option<bool> {
        let seats = self.seats();
        let mut answers = seats.answers.iter();
        answers.find(|(of, _)| *of == id).map(|(_, leave)| *leave)
    }

    /// Whether whoever has a seat is writing.
    pub fn writes(&self, seat: Seat, writing: bool) {
        let changes =
            |one: &Present| one.seat == seat && one.away.is_none() && one.writing != writing;
        if self.seats().held.iter().any(|sits| changes(&sits.one)) {
            self.change(|seats| {
                let held = seats.held.iter_mut().map(|sits| &mut sits.one);
                for one in held.filter(|one| changes(one)) {
                    one.writing = writing;
                }
            });
        }
    }

    /// Everybody who is there, and whoever held a seat last; by seats, those who look on behind.
    pub fn all(&self) -> Vec<Present> {
        let seats = self.seats();
        let all = seats.held.iter().chain(&seats.beside);
        let mut all: Vec<Present> = all.map(|sits| sits.one.clone()).collect();
        all.sort_by_key(|one| (one.looks_on, one.seat, one.id));
        all
    }

    /// Whoever asks for a seat.
    pub fn asks(&self) -> Vec<Asks> {
        self.seats().asks.clone()
    }

    /// Whether a seat has been taken from elsewhere, be somebody there now or not.
    pub fn is_elsewhere(&self, seat: Seat) -> bool {
        self.seats().held.iter().any(|sits| sits.one.seat == seat)
    }
}

impl Seats {
    fn visitor(&mut self, seat: Seat, name: &str, key: &str, looks_on: bool) -> Sits {
        self.last += 1;
        let one = Present {
            id: self.last,
            seat,
            name: name.to_owned(),
            key: key.to_owned(),
            away: None,
            writing: false,
            looks_on,
        };
        Sits {
            one,
            over: Arc::new(AtomicBool::new(self.closed)),
        }
    }

    fn asked(&mut self, seat: Seat, name: &str, wish: Wish) -> u64 {
        self.last += 1;
        let (id, name) = (self.last, name.to_owned());
        self.asks.push(Asks {
            id,
            seat,
            name,
            wish,
        });
        id
    }

    fn come(&mut self, seat: Seat, name: &str, key: &str) -> Result<Ticket, Taken> {
        let mut held = self.held.iter().map(|sits| &sits.one);
        let other = |one: &&Present| one.seat == seat && one.away.is_none() && one.key != key;
        if let Some(one) = held.find(other) {
            let by = one.name.clone();
            return Err(Taken { by });
        }
        let sits = self.visitor(seat, name, key, false);
        let ticket = sits.ticket();
        self.free(seat);
        self.held.push(sits);
        Ok(ticket)
    }

    fn free(&mut self, seat: Seat) {
        let leaving = &mut self.leaving;
        self.held.retain(|sits| {
            let stays = sits.one.seat != seat;
            if !stays {
                sits.over.store(true, Ordering::Relaxed);
                if sits.one.away.is_none() {
                    leaving.push((sits.one.id, seat));
                }
            }
            stays
        });
    }
}

impl Sits {
    fn ticket(&self) -> Ticket {
        Ticket {
            id: self.one.id,
            over: Arc::clone(&self.over),
        }
    }
}

impl Ticket {
    /// Whether the visit is over.
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }
}
