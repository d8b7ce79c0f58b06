//! What waits for a client to read it: bounded, so that one that reads nothing costs the host nothing more.

use std::io::Write;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::wire::ToClient;

/// Bytes that may wait for a client. What comes when there are more is not taken.
pub const MOST: usize = 256 * 1024;

/// What waits for a client; clones are the same.
#[derive(Clone, Debug)]
pub struct Outbox(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    speaks: Speaks,
    state: Mutex<State>,
    changed: Condvar,
}

/// How what a client is told goes over its stream.
pub type Speaks = fn(&ToClient) -> Vec<u8>;

/// A line of JSON for each thing that it is told.
pub fn in_lines(told: &ToClient) -> Vec<u8> {
    // What has no text of JSON is told to nobody; nothing here lacks one.
    serde_json::to_string(told).map_or_else(|_| Vec::new(), |text| (text + "\n").into_bytes())
}

#[derive(Debug, Default)]
struct State {
    waiting: Vec<u8>,
    /// Bytes that were handed to the stream and are not through.
    on_the_way: usize,
    /// Whether something was not taken since the client caught up last.
    missed: bool,
    /// No more is taken; the stream ends when what waits is through.
    closed: bool,
    /// The stream takes nothing any more.
    gone: bool,
}

/// Called when a client that missed something has caught up.
type CaughtUp = Box<dyn Fn() + Send>;

impl Outbox {
    /// Begins to hand what is put in to a stream, from a thread of its own. `caught_up` is called when the client has
    /// read everything after it has missed something.
    pub fn over(mut to: impl Write + Send + 'static, speaks: Speaks, caught_up: CaughtUp) -> Self {
        let outbox = Self(Arc::new(Shared {
            speaks,
            state: Mutex::default(),
            changed: Condvar::new(),
        }));
        let shared = Arc::clone(&outbox.0);
        thread::spawn(move || {
            while let Some(bytes) = shared.next(&*caught_up) {
                let written = to.write_all(&bytes).and_then(|()| to.flush());
                let mut state = shared.state();
                state.on_the_way = 0;
                state.gone |= written.is_err();
                drop(state);
                shared.changed.notify_all();
            }
        });
        outbox
    }

    /// Puts in bytes, all or none; gives whether they were taken.
    pub fn put(&self, bytes: &[u8]) -> bool {
        let mut state = self.0.state();
        let pending = state.waiting.len() + state.on_the_way;
        if state.closed || state.gone {
            return false;
        }
        if pending > 0 && pending + bytes.len() > MOST {
            state.missed = true;
            return false;
        }
        state.waiting.extend_from_slice(bytes);
        drop(state);
        self.0.changed.notify_all();
        true
    }

    /// Puts in what the client is told; gives whether it was taken.
    pub fn say(&self, told: &ToClient) -> bool {
        self.put(&(self.0.speaks)(told))
    }

    /// Puts in the last that the client is told, however much waits: a terminal that is not given back stays taken.
    pub fn say_last(&self, told: &ToClient) {
        let mut state = self.0.state();
        if !state.closed && !state.gone {
            state.waiting.extend((self.0.speaks)(told));
        }
        drop(state);
        self.0.changed.notify_all();
    }

    /// Whether something was not taken since the client caught up last.
    pub fn missed(&self) -> bool {
        self.0.state().missed
    }

    /// Bytes that wait.
    pub fn pending(&self) -> usize {
        let state = self.0.state();
        state.waiting.len() + state.on_the_way
    }

    /// Takes no more, and waits until the client has read what waits, at most so long.
    pub fn close(&self, patience: Duration) {
        let until = Instant::now() + patience;
        let mut state = self.0.state();
        state.closed = true;
        self.0.changed.notify_all();
        while !state.gone && state.waiting.len() + state.on_the_way > 0 {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            let waited = self.0.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for bytes; none when no more come.
    fn next(&self, caught_up: &dyn Fn()) -> Option<Vec<u8>> {
        let mut state = self.state();
        loop {
            if state.gone {
                return None;
            }
            if !state.waiting.is_empty() {
                let bytes = std::mem::take(&mut state.waiting);
                state.on_the_way = bytes.len();
                return Some(bytes);
            }
            if state.closed {
                return None;
            }
            if std::mem::take(&mut state.missed) {
                drop(state);
                caught_up();
                state = self.state();
                continue;
            }
            let waited = self.changed.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
    use std::sync::mpsc::{Receiver, Sender, channel};

    /// A stream that takes bytes when it is told to.
    struct Slow(Receiver<()>, Sender<usize>);

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
            self.0.recv().map_err(gone)?;
            let _nobody_counts = self.1.send(bytes.len());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_client_that_reads_nothing_is_kept_no_more_than_the_bound_and_told_when_it_has_caught_up() {
        let (read, reads) = channel();
        let (counts, counted) = channel();
        let (tell, told) = channel();
        let caught_up = move || tell.send(()).unwrap_or_default();
        let outbox = Outbox::over(Slow(reads, counts), in_lines, Box::new(caught_up));
        let line = [b'x'; 1000];
        let taken = (0..10_000).filter(|_| outbox.put(&line)).count();
        assert!(taken <= MOST / 1000 + 1 && taken > MOST / 2000, "{taken}");
        assert!(outbox.missed() && outbox.pending() <= MOST);
        let mut all = 0;
        while all < taken * 1000 {
            read.send(()).unwrap();
            all += counted.recv_timeout(Duration::from_secs(20)).unwrap();
        }
        told.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(!outbox.missed() && outbox.put(&line));
    }

    #[test]
    fn the_last_words_come_whatever_waits() {
        let (read, reads) = channel();
        let (counts, counted) = channel();
        let outbox = Outbox::over(Slow(reads, counts), in_lines, Box::new(|| ()));
        while outbox.put(&[b'x'; 1000]) {}
        let waiting = outbox.pending();
        let why = "over".to_owned();
        outbox.say_last(&ToClient::End { why });
        let last = outbox.pending() - waiting;
        assert!(last > 0);
        outbox.close(Duration::ZERO);
        let mut all = 0;
        while all < waiting + last {
            read.send(()).unwrap();
            all += counted.recv_timeout(Duration::from_secs(20)).unwrap();
        }
    }

    #[test]
    fn what_is_larger_than_the_bound_is_taken_where_nothing_waits() {
        let (read, reads) = channel();
        let (counts, _counted) = channel();
        let outbox = Outbox::over(Slow(reads, counts), in_lines, Box::new(|| ()));
        assert!(outbox.put(&vec![b'x'; 2 * MOST]));
        assert!(!outbox.put(b"y"));
        drop(read);
        outbox.close(Duration::from_secs(20));
        assert!(!outbox.put(b"z"));
    }
}
