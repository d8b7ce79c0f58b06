//! Where lines come from: what is typed here, or at a client of a host.

use std::fmt;
use std::io::{self, BufRead, Read as _, Write};

use unequal_host::wire::ToClient;
use unequal_host::{Heard, Outbox, Visit};

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;

/// Where lines come from.
pub enum Ear<'a> {
    /// What is typed here.
    Typed(Box<dyn BufRead>),
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
    /// Nothing more comes.
    Gone,
}

impl Ear<'_> {
    /// Waits for a line; where `wakes`, for news as well.
    pub(super) fn next(&mut self, wakes: bool) -> Line {
        match self {
            Self::Typed(input) => {
                let mut line = Vec::new();
                let read = input
                    .by_ref()
                    .take(LONGEST_LINE)
                    .read_until(b'\n', &mut line);
                match read {
                    Ok(1..) => Line::Said(String::from_utf8_lossy(&line).trim().to_owned()),
                    Ok(0) | Err(_) => Line::Gone,
                }
            }
            Self::Client(visit) => loop {
                match visit.hear(None) {
                    Some(Heard::Typed(text)) => return Line::Said(text.trim().to_owned()),
                    Some(Heard::News) if wakes => return Line::News,
                    Some(Heard::News | Heard::CaughtUp | Heard::Input(_)) => {}
                    Some(Heard::Over) | None => return Line::Gone,
                }
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
