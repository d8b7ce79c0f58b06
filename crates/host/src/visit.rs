//! A client while it is there: what it sees, what is heard from it, and that it ends when it is to.

use std::io::BufRead;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::outbox::Outbox;
use crate::wire::{FromClient, ToClient};
use unequal_core::deck::plain;
use unequal_core::engine::seat::Seat;
use unequal_seat::limits::LONGEST;
use unequal_seat::line::{self, shortened};
use unequal_session::presence::Ticket;
use unequal_session::{Owner, Place, clock};

/// Things heard that may wait to be looked at; then the client waits itself.
const UNHEARD: usize = 256;
/// Lines that are not understood before a client is not listened to any more.
const MOST_TROUBLE: u32 = 20;
/// How long a client may take to read the last of what it is told.
const FAREWELL: Duration = Duration::from_secs(2);

/// What is heard from a client, or of the session.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A line was typed.
    Typed(String),
    /// Something was done at its terminal.
    Input(Value),
    /// An entry has come in, or somebody has come or gone.
    News,
    /// It has read everything after it had missed something.
    CaughtUp,
    /// The visit is over.
    Over,
}

/// A client at a seat.
#[derive(Debug)]
pub struct Visit {
    /// The seat.
    pub seat: Seat,
    /// The name of whoever sits there; may be empty.
    pub name: String,
    /// Whether they only look on.
    pub looks_on: bool,
    /// The table.
    pub owner: Owner,
    /// What waits for it.
    pub outbox: Outbox,
    pub(crate) ticket: Ticket,
    heard: Receiver<Heard>,
}

/// Both ends of what is heard.
pub fn ears() -> (SyncSender<Heard>, Receiver<Heard>) {
    sync_channel(UNHEARD)
}

impl Visit {
    /// A client that has come in: its seat, the name of whoever sits there and whether they only look on; table and
    /// ticket; what waits for it; what is heard from it.
    pub fn new(
        (seat, name, looks_on): (Seat, String, bool),
        (owner, ticket): (Owner, Ticket),
        outbox: Outbox,
        (hearer, heard): (SyncSender<Heard>, Receiver<Heard>),
    ) -> Self {
        owner.listen(move || {
            // Where the queue is full the visit is busy, and looks anyway.
            let told = hearer.try_send(Heard::News);
            !matches!(told, Err(TrySendError::Disconnected(_)))
        });
        Self {
            seat,
            name,
            looks_on,
            owner,
            outbox,
            ticket,
            heard,
        }
    }

    /// Its place at the table.
    pub fn place(&self) -> Place {
        if self.looks_on {
            self.owner.place_beside(self.seat)
        } else {
            self.owner.place(self.seat)
        }
    }

    /// Whether somebody else has its seat now, or the session is left.
    pub fn is_over(&self) -> bool {
        self.ticket.is_over()
    }

    /// Waits for what is heard next, at most for `wait`; for ever where that is none. None where nothing came.
    pub fn hear(&self, wait: Option<Duration>) -> Option<Heard> {
        let heard = match wait {
            None => Some(self.heard.recv().unwrap_or(Heard::Over)),
            Some(wait) => match self.heard.recv_timeout(wait) {
                Ok(heard) => Some(heard),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => Some(Heard::Over),
            },
        };
        if self.is_over() {
            Some(Heard::Over)
        } else {
            heard
        }
    }

    /// Shows it text; gives whether it could take it.
    pub fn show(&self, text: &str) -> bool {
        self.outbox.say(&ToClient::Text {
            text: text.to_owned(),
        })
    }

    /// Why the visit is over, where neither the client nor the session has ended it.
    pub fn why_over(&self) -> &'static str {
        if self.owner.presence().is_closed() {
            "the host has closed the session"
        } else {
            "somebody else has taken the seat"
        }
    }

    /// The last that it is told; `why` where nothing else has ended the visit.
    pub fn farewell(&self, why: &str) {
        let why = if self.is_over() { self.why_over() } else { why };
        self.outbox.say_last(&ToClient::End {
            why: why.to_owned(),
        });
        self.outbox.close(FAREWELL);
    }
}

impl Drop for Visit {
    /// A visit that a fault has ended is over, too.
    fn drop(&mut self) {
        self.owner.presence().go(self.ticket.id, &clock::now());
    }
}

/// Listens to a client at which a person sits, until its stream ends.
pub fn listen(mut from: impl BufRead + Send + 'static, to: SyncSender<Heard>, outbox: Outbox) {
    thread::spawn(move || {
        let mut trouble = 0;
        while trouble < MOST_TROUBLE {
            let heard = match next(&mut from) {
                None | Some(Ok(FromClient::Leave)) => break,
                Some(Ok(FromClient::Typed { text })) => Heard::Typed(text),
                Some(Ok(FromClient::Input { input })) => Heard::Input(input),
                Some(Err(why)) => {
                    trouble += 1;
                    outbox.say(&ToClient::Trouble { why });
                    continue;
                }
            };
            if to.send(heard).is_err() {
                return;
            }
        }
        let _over_already = to.send(Heard::Over);
    });
}

/// The next line of a client; none at the end of its stream.
fn next(from: &mut impl BufRead) -> Option<Result<FromClient, String>> {
    let mut text = Vec::new();
    match line::read(from, &mut text) {
        Ok(Some(true)) => Some(
            serde_json::from_slice(&text)
                .map_err(|error| shortened(&format!("a line was not understood: {error}"))),
        ),
        Ok(Some(false)) => Some(Err(plain(&format!(
            "a line was longer than {LONGEST} bytes"
        )))),
        Ok(None) | Err(_) => None,
    }
}
