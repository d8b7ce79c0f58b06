//! Lets clients in at the socket, each in a thread of its own, and sees them out.

use std::io::{BufReader, Write as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::door::Door;
use crate::greet::{self, Guest, refused};
use crate::machine;
use crate::outbox::Outbox;
use crate::visit::{Heard, Visit, ears, listen};
use crate::wire::{Else, Terminal, ToClient, Way};
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_seat::Limits;
use unequal_session::presence::Ticket;
use unequal_session::telling::seat_name;
use unequal_session::{Owner, clock};

/// How long a client may take to say what it comes for.
const GREETING: Duration = Duration::from_secs(10);
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

/// A host. It stops, and sees its clients out, when it is dropped.
#[derive(Debug)]
pub struct Host {
    shared: Arc<Shared>,
    socket: PathBuf,
    accepts: Option<JoinHandle<()>>,
}

struct Shared {
    owner: Owner,
    serve: Box<dyn Serve>,
    limits: Limits,
    /// The seat that sits at the host's own screen.
    at_host: Option<Seat>,
    inside: AtomicUsize,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared")
            .field("at_host", &self.at_host)
            .finish_non_exhaustive()
    }
}

impl Host {
    /// Begins to let clients in. `at_host` is the seat that sits at the host's own screen.
    pub fn open(
        door: Door,
        owner: Owner,
        serve: Box<dyn Serve>,
        limits: Limits,
        at_host: Option<Seat>,
    ) -> Self {
        let socket = door.path().to_owned();
        let shared = Arc::new(Shared {
            owner,
            serve,
            limits,
            at_host,
            inside: AtomicUsize::new(0),
            threads: Mutex::default(),
        });
        let letting = Arc::clone(&shared);
        let accepts = thread::spawn(move || {
            loop {
                let next = door.next();
                if letting.owner.presence().is_closed() {
                    return;
                }
                let Ok(stream) = next else {
                    // What stands against it, too many open files above all, passes when somebody goes.
                    thread::sleep(LOOK);
                    continue;
                };
                let shared = Arc::clone(&letting);
                let thread = thread::spawn(move || shared.let_in(&stream));
                let mut threads = letting
                    .threads
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                threads.retain(|thread| !thread.is_finished());
                threads.push(thread);
            }
        });
        Self {
            shared,
            socket,
            accepts: Some(accepts),
        }
    }

    /// The socket.
    pub fn path(&self) -> &Path {
        &self.socket
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.shared.owner.presence().close();
        // Whoever waits at the door is woken by one who comes for nothing.
        let _nobody = UnixStream::connect(&self.socket);
        if let Some(accepts) = self.accepts.take() {
            // A fault in it has been told already.
            let _ended = accepts.join();
        }
        let threads = std::mem::take(
            &mut *self
                .shared
                .threads
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
        for thread in threads {
            let _ended = thread.join();
        }
    }
}

impl Shared {
    /// A client from its first line to its last.
    fn let_in(&self, stream: &UnixStream) {
        let others = self.inside.fetch_add(1, Ordering::Relaxed);
        if others < MOST {
            // A fault in one visit has been told, and is no matter of the others.
            let _fault = catch_unwind(AssertUnwindSafe(|| self.greet(stream)));
        } else {
            let told = refused("too many are connected already", "");
            say(stream, &told);
        }
        self.inside.fetch_sub(1, Ordering::Relaxed);
        // Whatever waits in a thread of its own for this stream waits no longer.
        let _gone = stream.shutdown(Shutdown::Both);
    }

    fn greet(&self, stream: &UnixStream) {
        let _for_ever_then = stream.set_read_timeout(Some(GREETING));
        let Ok(from) = stream.try_clone() else {
            return;
        };
        let mut from = BufReader::new(from);
        let Some(heard) = greet::hear(&mut from, &self.owner, self.at_host) else {
            return;
        };
        let _as_before = stream.set_read_timeout(None);
        match heard {
            Ok(guest) => self.seat(guest, stream, from),
            Err(told) => say(stream, &told),
        }
    }

    /// Lets somebody take the seat, unless somebody else has it.
    fn seat(&self, guest: Guest, stream: &UnixStream, from: BufReader<UnixStream>) {
        let (Ok(to), Ok(raw)) = (stream.try_clone(), stream.try_clone()) else {
            return;
        };
        let (hearer, heard) = ears();
        let catches_up = hearer.clone();
        let outbox = Outbox::over(
            to,
            Box::new(move || {
                // Where the queue is full the visit is busy, and draws anyway.
                let _later = catches_up.try_send(Heard::CaughtUp);
            }),
        );
        let mut from = Some(from);
        if guest.way != Way::Json
            && let Some(from) = from.take()
        {
            listen(from, hearer.clone(), outbox.clone());
        }
        let presence = self.owner.presence();
        let name = if guest.name.is_empty() {
            "somebody".to_owned()
        } else {
            guest.name.clone()
        };
        let looks_on = guest.taken == Else::LookOn;
        let came = if looks_on {
            Ok(presence.look_on(guest.seat, &name))
        } else {
            presence.come(guest.seat, &name, &guest.key)
        };
        let came = match came {
            Err(taken) if guest.taken == Else::TakeOver => {
                outbox.line(&ToClient::Asked { from: taken.by });
                self.ask(&guest, &name, &heard)
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
                outbox.line(&told);
                outbox.close(GREETING);
                return;
            }
        };
        if !looks_on {
            self.wait_for_others(guest.seat);
        }
        let place = self.owner.place(guest.seat);
        outbox.line(&ToClient::Welcome {
            session: plain(&place.standing().name),
            seat: plain(seat_name(place.deck(), guest.seat)),
            looks_on,
        });
        let id = ticket.id;
        let visit = Visit::new(
            (guest.seat, guest.name, looks_on),
            (self.owner.clone(), ticket),
            outbox,
            (hearer, heard),
        );
        match (guest.way, guest.terminal) {
            (Way::Json, _) => {
                if let Some(from) = from {
                    // The stream is the program's from here on.
                    visit.outbox.close(GREETING);
                    machine::serve(&visit, from, raw, self.limits, &clock::now);
                }
                presence.go(id, &clock::now());
            }
            (Way::Terminal, Some(terminal)) => {
                let why = self.serve.terminal(&visit, &terminal);
                presence.go(id, &clock::now());
                visit.farewell(&why);
            }
            (Way::Terminal, None) | (Way::Text, _) => {
                let why = self.serve.text(&visit);
                presence.go(id, &clock::now());
                visit.farewell(&why);
            }
        }
    }

    /// Waits until whoever had a seat before has put away what they leave behind.
    fn wait_for_others(&self, seat: Seat) {
        let (rings, rung) = sync_channel(1);
        self.owner
            .listen(move || !matches!(rings.try_send(()), Err(TrySendError::Disconnected(()))));
        let until = Instant::now() + GREETING;
        while !self.owner.presence().is_free_of_others(seat) && Instant::now() < until {
            let _whoever_rang = rung.recv_timeout(LOOK);
        }
    }

    /// Waits for the white cell's leave.
    fn ask(&self, guest: &Guest, name: &str, heard: &Receiver<Heard>) -> Result<Ticket, ToClient> {
        let presence = self.owner.presence();
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

/// Says one line to a client that does not sit down.
fn say(mut stream: &UnixStream, line: &ToClient) {
    if let Ok(text) = serde_json::to_string(line) {
        let _gone_already = stream.set_write_timeout(Some(GREETING));
        let _gone_already = writeln!(stream, "{text}");
    }
}
