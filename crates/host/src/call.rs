//! The other end: a client that calls at a host, and calls again where the line was cut.

use std::io::{BufRead, BufReader, Write as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use crate::door::{DoorError, connect};
use crate::wire::{About, Asks, Hello, PROTOCOL, ToClient};
use unequal_seat::line;

/// How long it is between two calls at a host that is gone.
pub const AGAIN: Duration = Duration::from_millis(300);

/// A client that is let in.
#[derive(Debug)]
pub struct Call {
    /// What the host said when it let the client in.
    pub welcome: ToClient,
    stream: UnixStream,
    from: BufReader<UnixStream>,
}

/// Why there is no call.
#[derive(Debug, thiserror::Error)]
pub enum Lost {
    /// Nobody can be reached.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// The host does not let the client in.
    #[error("{why}")]
    Refused {
        /// Why.
        why: String,
        /// What to do next; may be empty.
        hint: String,
    },
    /// The line was cut.
    #[error("the host is gone")]
    Cut,
}

impl Call {
    /// Calls at the host of a record. `asked` is told whom the white cell is asked about, where it is.
    ///
    /// # Errors
    ///
    /// Says why the client is not let in.
    pub fn at(save: &Path, hello: &Hello, asked: &mut dyn FnMut(&str)) -> Result<Self, Lost> {
        let mut stream = connect(save)?;
        send(&mut stream, hello)?;
        let copy = stream.try_clone().map_err(|_| Lost::Cut)?;
        let mut from = BufReader::new(copy);
        loop {
            match next(&mut from).ok_or(Lost::Cut)? {
                welcome @ ToClient::Welcome { .. } => {
                    return Ok(Self {
                        welcome,
                        stream,
                        from,
                    });
                }
                ToClient::Asked { from } => asked(&from),
                ToClient::Refused { why, hint } => return Err(Lost::Refused { why, hint }),
                ToClient::End { why } | ToClient::Trouble { why } => {
                    let hint = String::new();
                    return Err(Lost::Refused { why, hint });
                }
                ToClient::Text { .. } | ToClient::Here { .. } => {}
            }
        }
    }

    /// Asks a host who sits where, without coming for a seat.
    ///
    /// # Errors
    ///
    /// Says why there is no answer.
    pub fn who(save: &Path) -> Result<ToClient, Lost> {
        let mut stream = connect(save)?;
        let asks = About::Who;
        let protocol = PROTOCOL;
        send(&mut stream, &Asks { protocol, asks })?;
        match next(&mut BufReader::new(stream)).ok_or(Lost::Cut)? {
            ToClient::Refused { why, hint } => Err(Lost::Refused { why, hint }),
            told => Ok(told),
        }
    }

    /// What is sent, and what is heard, each to be had by a thread of its own.
    ///
    /// # Errors
    ///
    /// Fails as the system does.
    pub fn ends(self) -> Result<(Sends, Hears), Lost> {
        let stream = self.stream;
        Ok((Sends(stream), Hears(self.from)))
    }
}

/// What is sent to a host.
#[derive(Debug)]
pub struct Sends(UnixStream);

/// What is heard from a host.
#[derive(Debug)]
pub struct Hears(BufReader<UnixStream>);

impl Sends {
    /// Sends a line of JSON.
    ///
    /// # Errors
    ///
    /// Says that the host is gone.
    pub fn line(&mut self, line: &impl Serialize) -> Result<(), Lost> {
        send(&mut self.0, line)
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    ///
    /// Says that the host is gone.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Lost> {
        self.0.write_all(bytes).map_err(|_| Lost::Cut)
    }

    /// Sends no more.
    pub fn done(&self) {
        let _gone_already = self.0.shutdown(Shutdown::Write);
    }

    /// Hangs up.
    pub fn cut(&self) {
        let _gone_already = self.0.shutdown(Shutdown::Both);
    }

    /// The same end once more.
    ///
    /// # Errors
    ///
    /// Fails as the system does.
    pub fn again(&self) -> Result<Self, Lost> {
        self.0.try_clone().map(Self).map_err(|_| Lost::Cut)
    }
}

impl Hears {
    /// The next line for a person's client; none where the line was cut.
    pub fn line(&mut self) -> Option<ToClient> {
        next(&mut self.0)
    }

    /// The next line as it is, with its end; none where the line was cut.
    pub fn raw(&mut self) -> Option<Vec<u8>> {
        let mut text = Vec::new();
        let whole = line::read(&mut self.0, &mut text).ok()??;
        (whole && text.ends_with(b"\n")).then_some(text)
    }
}

fn send(to: &mut UnixStream, line: &impl Serialize) -> Result<(), Lost> {
    let text = serde_json::to_string(line).map_err(|_| Lost::Cut)?;
    to.write_all((text + "\n").as_bytes())
        .map_err(|_| Lost::Cut)
}

fn next(from: &mut impl BufRead) -> Option<ToClient> {
    let mut text = Vec::new();
    let whole = line::read(from, &mut text).ok()??;
    if !whole {
        return None;
    }
    serde_json::from_slice(&text).ok()
}
