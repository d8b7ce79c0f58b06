//! A seat at a client's terminal, in a thread of its own.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError};
use std::time::Duration;

use russh::server::{Handle, Msg};
use russh::{ChannelId, ChannelWriteHalf};
use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::admission::Comer;
use crate::connections::Connections;
use crate::keys::Keys;
use crate::terminal::{line, on_screen};
use unequal_host::visit::ears;
use unequal_host::wire::{Else, Hello, PROTOCOL, Terminal, Way};
use unequal_host::{Heard, Outbox, Reception};
use unequal_session::seal::fresh_nonce;
use unequal_tui::key::{Code, Input, Key};

/// How long a client may take nothing, before it is cut.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long a client may take to read why it is seen out.
const FAREWELL: Duration = Duration::from_secs(2);
/// How often it is looked whether the session is left while somebody is asked.
const LOOK: Duration = Duration::from_millis(50);
/// How long the rest of a sequence is waited for, before what is there is taken as it is.
const REST: Duration = Duration::from_millis(30);
/// How long bytes wait where whoever draws is busy.
const BUSY: Duration = Duration::from_millis(2);

/// What comes from a client's terminal.
#[derive(Debug)]
pub(crate) enum Came {
    /// Bytes that were typed.
    Bytes(Vec<u8>),
    /// It has another size.
    Size(u16, u16),
}

/// A client whose terminal is known.
pub(crate) struct AtTerminal {
    pub(crate) comer: Comer,
    pub(crate) terminal: Terminal,
    pub(crate) channel: ChannelWriteHalf<Msg>,
    pub(crate) handle: Handle,
    pub(crate) came: mpsc::Receiver<Came>,
    pub(crate) connections: Arc<Connections>,
    pub(crate) number: u64,
}

/// Lets somebody sit at their seat until they leave or are gone. It blocks, and is to be run in a thread of its own.
pub(crate) fn sit(reception: &Reception, client: AtTerminal, runtime: &tokio::runtime::Handle) {
    let AtTerminal {
        comer,
        terminal,
        channel,
        handle,
        came,
        connections,
        number,
    } = client;
    let id = channel.id();
    let (hearer, heard) = ears();
    let catches_up = hearer.clone();
    let to = Screen {
        runtime: runtime.clone(),
        to: Box::new(channel.make_writer()),
        cut: Box::new(move || connections.cut(number)),
    };
    let outbox = Outbox::over(
        to,
        on_screen,
        Box::new(move || {
            // Where the queue is full the visit is busy, and draws anyway.
            let _later = catches_up.try_send(Heard::CaughtUp);
        }),
    );
    runtime.spawn(listen(came, hearer.clone()));
    // A fault in one visit has been told, and is no matter of the others.
    let _fault = catch_unwind(AssertUnwindSafe(|| {
        visit(reception, comer, terminal, outbox, (hearer, heard));
    }));
    // Where the line is full of what is not read, nobody hears it either.
    let farewell = async { timeout(FAREWELL, bid_farewell(&handle, id)).await };
    let _not_heard = runtime.block_on(farewell);
}

fn visit(
    reception: &Reception,
    comer: Comer,
    terminal: Terminal,
    outbox: Outbox,
    (hearer, heard): (SyncSender<Heard>, Receiver<Heard>),
) {
    let _inside = match reception.enter() {
        Ok(inside) => inside,
        Err(told) => {
            outbox.say(&told);
            outbox.close(FAREWELL);
            return;
        }
    };
    let mut hello = Hello {
        protocol: PROTOCOL,
        seat: comer.seat,
        way: Way::Terminal,
        name: comer.name,
        // Whoever has a key comes back with it to their own seat, also where their old line has not ended yet.
        key: comer.key.unwrap_or_else(fresh_nonce),
        taken: Else::Go,
        terminal: Some(terminal),
    };
    if let Some(by) = reception.taken_by(&hello) {
        let Some(taken) = asked(&by, reception, &outbox, &heard) else {
            outbox.put(line("Left.").as_bytes());
            outbox.close(FAREWELL);
            return;
        };
        hello.taken = taken;
    }
    let guest = match reception.guest(hello) {
        Ok(guest) => guest,
        Err(told) => {
            outbox.say(&told);
            outbox.close(FAREWELL);
            return;
        }
    };
    if let Some(visit) = reception.sit_down(&guest, outbox, (hearer, heard)) {
        reception.stay(&guest, &visit);
    }
}

/// Asks what somebody wants to do where the seat is taken; none where they go.
fn asked(
    by: &str,
    reception: &Reception,
    outbox: &Outbox,
    heard: &Receiver<Heard>,
) -> Option<Else> {
    let question = format!(
        "{} has this seat.\r\n  l  look on\r\n  t  ask the facilitator whether you may take it over\r\n  q  leave\r\n",
        line(by).trim_end()
    );
    outbox.put(question.as_bytes());
    while !reception.owner().presence().is_closed() {
        let key = match heard.recv_timeout(LOOK) {
            Ok(Heard::Input(input)) => match serde_json::from_value(input) {
                Ok(Input::Key(key)) => key,
                Ok(_) | Err(_) => continue,
            },
            Ok(Heard::Over) | Err(RecvTimeoutError::Disconnected) => return None,
            Ok(Heard::Typed(_) | Heard::News | Heard::CaughtUp)
            | Err(RecvTimeoutError::Timeout) => continue,
        };
        if key == Key::char('l') {
            return Some(Else::LookOn);
        }
        if key == Key::char('t') {
            return Some(Else::TakeOver);
        }
        if leaves(key) {
            return None;
        }
    }
    None
}

fn leaves(key: Key) -> bool {
    [Key::char('q'), Key::ctrl('c'), Key::plain(Code::Esc)].contains(&key)
}

/// Hands on what is done at the terminal, until its stream ends.
async fn listen(mut came: mpsc::Receiver<Came>, to: SyncSender<Heard>) {
    let mut keys = Keys::default();
    let mut waits = false;
    loop {
        let next = if waits {
            timeout(REST, came.recv()).await
        } else {
            Ok(came.recv().await)
        };
        let inputs = match next {
            Ok(None) => break,
            Ok(Some(Came::Size(columns, rows))) => vec![Input::Resize(columns, rows)],
            Ok(Some(Came::Bytes(bytes))) => {
                waits = true;
                keys.read(&bytes, true)
            }
            Err(_) => {
                waits = false;
                keys.read(b"", false)
            }
        };
        for input in inputs {
            let Ok(value) = serde_json::to_value(&input) else {
                continue;
            };
            if !put(&to, Heard::Input(value)).await {
                return;
            }
        }
    }
    put(&to, Heard::Over).await;
}

/// Hands something on, and waits where whoever draws has not looked yet; gives whether anybody is there.
async fn put(to: &SyncSender<Heard>, mut what: Heard) -> bool {
    loop {
        match to.try_send(what) {
            Ok(()) => return true,
            Err(TrySendError::Disconnected(_)) => return false,
            Err(TrySendError::Full(back)) => what = back,
        }
        tokio::time::sleep(BUSY).await;
    }
}

/// Ends the channel. Where the client is gone nobody hears it.
async fn bid_farewell(handle: &Handle, id: ChannelId) {
    let _gone = handle.exit_status_request(id, 0).await;
    let _gone = handle.eof(id).await;
    let _gone = handle.close(id).await;
}

/// Writes to a client's terminal, as fast as it reads.
struct Screen {
    runtime: tokio::runtime::Handle,
    to: Box<dyn AsyncWrite + Send + Unpin>,
    cut: Box<dyn Fn() + Send>,
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A timer begins within the runtime alone.
        let write = async { timeout(PATIENCE, self.to.write(bytes)).await };
        let written = self.runtime.block_on(write);
        written.unwrap_or_else(|_| {
            (self.cut)();
            Err(io::ErrorKind::TimedOut.into())
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
