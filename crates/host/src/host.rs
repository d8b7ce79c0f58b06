//! Lets clients in at the socket, each in a thread of its own, and sees them out.

use std::io::{BufReader, Write as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::door::Door;
use crate::first_line::{self, First};
use crate::guest::Guest;
use crate::machine;
use crate::outbox::{Outbox, in_lines};
use crate::reception::{GREETING, Reception};
use crate::visit::{Heard, ears, listen};
use crate::who;
use crate::wire::{About, ToClient, Way};
use unequal_session::clock;

/// How long nobody is let in where the system takes nobody.
const LATER: Duration = Duration::from_millis(50);

/// A host. It stops, and sees its clients out, when it is dropped.
#[derive(Debug)]
pub struct Host {
    reception: Reception,
    socket: PathBuf,
    accepts: Option<JoinHandle<()>>,
    visits: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

impl Host {
    /// Begins to let clients in.
    pub fn open(door: Door, reception: Reception) -> Self {
        let socket = door.path().to_owned();
        let visits = Arc::<Mutex<Vec<JoinHandle<()>>>>::default();
        let (letting, threads) = (reception.clone(), Arc::clone(&visits));
        let accepts = thread::spawn(move || {
            loop {
                let next = door.next();
                if letting.owner().presence().is_closed() {
                    return;
                }
                let Ok(stream) = next else {
                    // What stands against it, too many open files above all, passes when somebody goes.
                    thread::sleep(LATER);
                    continue;
                };
                let reception = letting.clone();
                let thread = thread::spawn(move || let_in(&reception, &stream));
                let mut threads = threads.lock().unwrap_or_else(PoisonError::into_inner);
                threads.retain(|thread| !thread.is_finished());
                threads.push(thread);
            }
        });
        Self {
            reception,
            socket,
            accepts: Some(accepts),
            visits,
        }
    }

    /// The socket.
    pub fn path(&self) -> &Path {
        &self.socket
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.reception.owner().presence().close();
        // Whoever waits at the door is woken by one who comes for nothing. Where the door is gone with its folder nobody
        // can come any more, and it ends with the program.
        let woken = UnixStream::connect(&self.socket).is_ok();
        if let Some(accepts) = self.accepts.take().filter(|_| woken) {
            // A fault in it has been told already.
            let _ended = accepts.join();
        }
        let mut visits = self.visits.lock().unwrap_or_else(PoisonError::into_inner);
        let visits = std::mem::take(&mut *visits);
        for thread in visits {
            let _ended = thread.join();
        }
    }
}

/// A client from its first line to its last.
fn let_in(reception: &Reception, stream: &UnixStream) {
    match reception.enter() {
        Ok(_inside) => {
            // A fault in one visit has been told, and is no matter of the others.
            let _fault = catch_unwind(AssertUnwindSafe(|| greet(reception, stream)));
        }
        Err(told) => say(stream, &told),
    }
    // Whatever waits in a thread of its own for this stream waits no longer.
    let _gone = stream.shutdown(Shutdown::Both);
}

fn greet(reception: &Reception, stream: &UnixStream) {
    let _for_ever_then = stream.set_read_timeout(Some(GREETING));
    let Ok(from) = stream.try_clone() else {
        return;
    };
    let mut from = BufReader::new(from);
    let Some(heard) = first_line::hear(&mut from) else {
        return;
    };
    let _as_before = stream.set_read_timeout(None);
    let hello = match heard {
        Ok(First::Comes(hello)) => Ok(hello),
        Ok(First::Asks(About::Who)) => return say(stream, &who::here(reception.owner())),
        Err(told) => Err(told),
    };
    match hello.and_then(|hello| reception.guest(hello)) {
        Ok(guest) => seat(reception, &guest, stream, from),
        Err(told) => say(stream, &told),
    }
}

/// Lets somebody take the seat, and play at it until they are gone.
fn seat(reception: &Reception, guest: &Guest, stream: &UnixStream, from: BufReader<UnixStream>) {
    let (Ok(to), Ok(raw)) = (stream.try_clone(), stream.try_clone()) else {
        return;
    };
    let (hearer, heard) = ears();
    let catches_up = hearer.clone();
    let outbox = Outbox::over(
        to,
        in_lines,
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
    let Some(visit) = reception.sit_down(guest, outbox, (hearer, heard)) else {
        return;
    };
    if let Some(from) = from {
        // The stream is the program's from here on.
        visit.outbox.close(GREETING);
        machine::serve(&visit, from, raw, reception.limits(), &clock::now);
        reception.see_out(&visit);
        return;
    }
    reception.stay(guest, &visit);
}

/// Says one line to a client that does not sit down.
fn say(mut stream: &UnixStream, told: &ToClient) {
    let _gone_already = stream.set_write_timeout(Some(GREETING));
    let _gone_already = stream.write_all(&in_lines(told));
}
