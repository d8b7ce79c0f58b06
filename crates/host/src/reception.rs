//! Lets guests sit down, whatever they come over, and shows them their seat until the visit is over.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use crate::guest::{self, Guest, refused};
use crate::outbox::Outbox;
use crate::visit::{Heard, Visit};
use crate::wire::{Else, Hello, Terminal, ToClient, Way};
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_seat::Limits;
use unequal_session::presence::Ticket;
use unequal_session::telling::seat_name;
use unequal_session::{Owner, clock};

/// How long a client may take to say what it comes for, and to read why it may not.
pub(crate) const GREETING: Duration = Duration::from_secs(10);
/// Clients at once.
const MOST: usize = 128;
/// How often it is looked whether leave was given, or somebody can be let in again.
const LOOK: Duration = Duration::from_millis(50);

/// What shows a seat to people; the layers above bring it.
pub trait Serve: Send + Sync {
    /// Lets somebody play line by line until the visit is over; gives why it is.
    fn text(&self, visit: &Visit) -> String;

    /// Lets somebody sit at the screen of the interface until the visit is over; gives why it is.
    fn terminal(&self, visit: &Visit, terminal: &Terminal) -> String;
}

/// Where guests of a session are received; clones are the same.
#[derive(Clone)]
pub struct Reception(Arc<Desk>);

struct Desk {
    owner: Owner,
    serve: Box<dyn Serve>,
    limits: Limits,
    /// The seat that sits at the host's own screen.
    at_host: Option<Seat>,
    inside: AtomicUsize,
}

impl std::fmt::Debug for Reception {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reception")
            .field("at_host", &self.0.at_host)
            .finish_non_exhaustive()
    }
}

/// One of the clients that may be connected at once, as long as it is kept.
#[derive(Debug)]
pub struct Inside(Reception);

impl Drop for Inside {
    fn drop(&mut self) {
        self.0.0.inside.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Reception {
    /// The reception of a session. `limits` are what programs are held to; `at_host` is the seat that sits at the
    /// host's own screen.
    pub fn new(owner: Owner, serve: Box<dyn Serve>, limits: Limits, at_host: Option<Seat>) -> Self {
        Self(Arc::new(Desk {
            owner,
            serve,
            limits,
            at_host,
            inside: AtomicUsize::new(0),
        }))
    }

    /// The table.
    pub fn owner(&self) -> &Owner {
        &self.0.owner
    }

    /// What programs are held to.
    pub fn limits(&self) -> Limits {
        self.0.limits
    }

    /// Counts a client in.
    ///
    /// # Errors
    ///
    /// Tells it where there are too many.
    pub fn enter(&self) -> Result<Inside, ToClient> {
        let others = self.0.inside.fetch_add(1, Ordering::Relaxed);
        let inside = Inside(self.clone());
        if others < MOST {
            Ok(inside)
        } else {
            Err(refused("too many are connected already", ""))
        }
    }

    /// Who has the seat that somebody asks for, where it is not they themselves.
    pub fn taken_by(&self, hello: &Hello) -> Option<String> {
        let present = self.0.owner.presence().all();
        let mut others = present.into_iter().filter(|one| {
            !one.looks_on && one.seat == hello.seat && one.away.is_none() && one.key != hello.key
        });
        others.next().map(|one| one.name)
    }

    /// Whoever comes with these words, where they may sit down as far as can be said without the others.
    ///
    /// # Errors
    ///
    /// Tells why they may not, and what to do next.
    pub fn guest(&self, hello: Hello) -> Result<Guest, ToClient> {
        guest::guest(hello, &self.0.owner, self.0.at_host)
    }

    /// Lets somebody take the seat, unless somebody else has it; none where they are told why not.
    pub fn sit_down(
        &self,
        guest: &Guest,
        outbox: Outbox,
        (hearer, heard): (SyncSender<Heard>, Receiver<Heard>),
    ) -> Option<Visit> {
        let owner = &self.0.owner;
        let presence = owner.presence();
        let name = if guest.name.is_empty() {
            "somebody"
        } else {
            &guest.name
        };
        let looks_on = guest.looks_on();
        let came = if looks_on {
            Ok(presence.look_on(guest.seat, name))
        } else {
            presence.come(guest.seat, name, &guest.key)
        };
        let came = match came {
            Err(taken) if guest.taken == Else::TakeOver => {
                outbox.say(&ToClient::Asked { from: taken.by });
                self.ask(guest, name, &heard)
            }
            Err(taken) => Err(refused(
                format!("{} has this seat", taken.by),
                "look on with --look-on, or ask the white cell for it with --take-over",
            )),
            Ok(ticket) => Ok(ticket),
        };
        let ticket = match came {
            Ok(ticket) => ticket,
            Err(told) => {
                outbox.say(&told);
                outbox.close(GREETING);
                return None;
            }
        };
        if !looks_on {
            self.wait_for_others(guest.seat);
        }
        let place = owner.place(guest.seat);
        outbox.say(&ToClient::Welcome {
            session: plain(&place.standing().name),
            seat: plain(seat_name(place.deck(), guest.seat)),
            looks_on,
        });
        Some(Visit::new(
            (guest.seat, guest.name.clone(), looks_on),
            (owner.clone(), ticket),
            outbox,
            (hearer, heard),
        ))
    }

    /// Shows somebody their seat until the visit is over: at a terminal, or line by line.
    pub fn stay(&self, guest: &Guest, visit: &Visit) {
        let serve = &self.0.serve;
        let why = match (guest.way, &guest.terminal) {
            (Way::Terminal, Some(terminal)) => serve.terminal(visit, terminal),
            (Way::Terminal, None) | (Way::Text | Way::Json, _) => serve.text(visit),
        };
        self.see_out(visit);
        visit.farewell(&why);
    }

    /// Notes that somebody has gone.
    pub fn see_out(&self, visit: &Visit) {
        self.0.owner.presence().go(visit.ticket.id, &clock::now());
    }

    /// Waits until whoever had a seat before has put away what they leave behind.
    fn wait_for_others(&self, seat: Seat) {
        let (rings, rung) = sync_channel(1);
        let owner = &self.0.owner;
        owner.listen(move || !matches!(rings.try_send(()), Err(TrySendError::Disconnected(()))));
        let until = Instant::now() + GREETING;
        while !owner.presence().is_free_of_others(seat) && Instant::now() < until {
            let _whoever_rang = rung.recv_timeout(LOOK);
        }
    }

    /// Waits for the white cell's leave.
    fn ask(&self, guest: &Guest, name: &str, heard: &Receiver<Heard>) -> Result<Ticket, ToClient> {
        let presence = self.0.owner.presence();
        let question = presence.ask(guest.seat, name);
        let given = loop {
            if let Some(given) = presence.decided(question) {
                break given;
            }
            match heard.recv_timeout(LOOK) {
                Ok(Heard::Over) | Err(RecvTimeoutError::Disconnected) => break false,
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            }
            if presence.is_closed() {
                break false;
            }
        };
        presence.withdraw(question);
        let denied = || refused("the white cell gives no leave to take over", "");
        if !given {
            return Err(denied());
        }
        presence
            .come(guest.seat, name, &guest.key)
            .map_err(|_| denied())
    }
}
