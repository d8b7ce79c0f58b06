//! Where lines come from: what is typed here, or at a client of a host.

use std::fmt;
use std::io::{self, BufRead as _, BufReader, Read as _, Write, stdin};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use unequal_host::wire::ToClient;
use unequal_host::{Heard, Outbox, Visit};

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;

/// Where lines come from.
pub enum Ear<'a> {
    /// What is typed here, heard in a thread of its own: so that a question can end when its time is over.
    Typed(Receiver<String>),
    /// A client of a host.
    Client(&'a Visit),
}

impl fmt::Debug for Ear<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ear")
    }
}

/// What is heard.
pub(super) enum Line {
    /// A line.
    Said(String),
    /// Something has come in, or somebody has come or gone.
    News,
    /// Nothing that was waited for has come so far.
    Nothing,
    /// The time for an answer is over.
    Over,
    /// Nothing more comes.
    Gone,
}

impl Ear<'_> {
    /// Hears what is typed at standard input. The next line is read when it is asked for, or one sooner.
    pub fn typed() -> Self {
        let (typed, lines) = sync_channel(0);
        thread::spawn(move || {
            let mut from = BufReader::new(stdin());
            loop {
                let mut line = Vec::new();
                let read = from
                    .by_ref()
                    .take(LONGEST_LINE)
                    .read_until(b'\n', &mut line);
                let text = String::from_utf8_lossy(&line).trim().to_owned();
                if !matches!(read, Ok(1..)) || typed.send(text).is_err() {
                    return;
                }
            }
        });
        Self::Typed(lines)
    }

    /// Whether it is the only one at the table: then it is its session to drive.
    pub(super) const fn is_here(&self) -> bool {
        matches!(self, Self::Typed(_))
    }

    /// Waits for a line, at most so long; where `wakes`, for news as well.
    pub(super) fn next(&mut self, wakes: bool, wait: Option<Duration>) -> Line {
        match self {
            Self::Typed(lines) => {
                let heard = match wait {
                    None => lines.recv().map_err(|_| RecvTimeoutError::Disconnected),
                    Some(wait) => lines.recv_timeout(wait),
                };
                match heard {
                    Ok(line) => Line::Said(line),
                    Err(RecvTimeoutError::Timeout) => Line::Nothing,
                    Err(RecvTimeoutError::Disconnected) => Line::Gone,
                }
            }
            Self::Client(visit) => match visit.hear(wait) {
                Some(Heard::Typed(text)) => Line::Said(text.trim().to_owned()),
                Some(Heard::News) if wakes => Line::News,
                Some(Heard::News | Heard::CaughtUp | Heard::Input(_)) | None => Line::Nothing,
                Some(Heard::Over) => Line::Gone,
            },
        }
    }
}

/// Writes to a client of a host, a piece whenever it is flushed.
#[derive(Clone, Debug)]
pub struct Shown {
    outbox: Outbox,
    piece: Vec<u8>,
    /// Whether a piece that it cannot take is left out: everything is drawn anew when it has caught up.
    drops: bool,
}

impl Shown {
    /// Writes to this client.
    pub fn to(visit: &Visit) -> Self {
        Self {
            outbox: visit.outbox.clone(),
            piece: Vec::new(),
            drops: false,
        }
    }

    /// Draws for this client: what it cannot take is left out.
    pub fn drawn_for(visit: &Visit) -> Self {
        Self {
            drops: true,
            ..Self::to(visit)
        }
    }
}

impl Write for Shown {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&self.piece).into_owned();
        self.piece.clear();
        if self.outbox.say(&ToClient::Text { text }) || self.drops {
            Ok(())
        } else {
            // It does not read: it is seen out, and told everything when it comes back.
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }
}
