//! The connections that there are, so that each can be cut from outside, and how many have not come in yet.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::net::{Shutdown, TcpStream};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Connections that have not come in yet, at once. Whoever tries codes by the thousand takes no more than these.
pub(crate) const MOST_OUTSIDE: usize = 32;

/// The connections that there are.
#[derive(Debug, Default)]
pub(crate) struct Connections(Mutex<All>);

#[derive(Debug, Default)]
struct All {
    last: u64,
    /// Each with whether it has come in.
    open: HashMap<u64, (TcpStream, bool)>,
    /// Whether no more are taken.
    closed: bool,
}

impl Connections {
    fn all(&self) -> MutexGuard<'_, All> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a connection in; gives its number, or none where there are too many.
    pub(crate) fn add(&self, stream: TcpStream) -> Option<u64> {
        let mut all = self.all();
        let outside = all.open.values().filter(|(_, inside)| !inside).count();
        if all.closed || outside >= MOST_OUTSIDE {
            return None;
        }
        all.last += 1;
        let number = all.last;
        all.open.insert(number, (stream, false));
        Some(number)
    }

    /// Notes that a connection has come in.
    pub(crate) fn is_inside(&self, number: u64) {
        if let Some((_, inside)) = self.all().open.get_mut(&number) {
            *inside = true;
        }
    }

    /// Whether nobody is at the other end any more.
    pub(crate) fn is_gone(&self, number: u64) -> bool {
        let all = self.all();
        let Some((stream, _)) = all.open.get(&number) else {
            return true;
        };
        // It is read without waiting, as the runtime does.
        match stream.peek(&mut [0]) {
            Ok(bytes) => bytes == 0,
            Err(error) => error.kind() != ErrorKind::WouldBlock,
        }
    }

    /// Cuts a connection that has not come in.
    pub(crate) fn cut_outside(&self, number: u64) {
        let all = self.all();
        if let Some((stream, false)) = all.open.get(&number) {
            let _gone_already = stream.shutdown(Shutdown::Both);
        }
    }

    /// Cuts a connection.
    pub(crate) fn cut(&self, number: u64) {
        if let Some((stream, _)) = self.all().open.get(&number) {
            let _gone_already = stream.shutdown(Shutdown::Both);
        }
    }

    /// Forgets a connection that is over.
    pub(crate) fn remove(&self, number: u64) {
        self.all().open.remove(&number);
    }

    /// Whether there are none.
    pub(crate) fn are_gone(&self) -> bool {
        self.all().open.is_empty()
    }

    /// Takes no more, and cuts those that there are.
    pub(crate) fn close(&self) {
        let mut all = self.all();
        all.closed = true;
        for (stream, _) in all.open.values() {
            let _gone_already = stream.shutdown(Shutdown::Both);
        }
    }
}
