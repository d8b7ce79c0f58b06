//! The program, spoken to in lines through pipes; nothing is waited for without end.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::process::{Child, ChildStdin};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::program::Folder;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// A program that is spoken to in lines.
pub(super) struct Spoken {
    child: Child,
    to: Option<ChildStdin>,
    from: Receiver<u8>,
    /// What it says on standard error.
    notes: Receiver<String>,
}

impl Spoken {
    pub(super) fn new(folder: &Folder, line: &str) -> Self {
        let mut child = folder.begun(line);
        let errors = child.stderr.take().unwrap();
        let (tell, notes) = channel();
        thread::spawn(move || {
            for line in BufReader::new(errors).lines() {
                let _nobody_reads = tell.send(line.unwrap_or_default());
            }
        });
        let said = BufReader::new(child.stdout.take().unwrap());
        let (tell, from) = channel();
        thread::spawn(move || {
            for byte in said.bytes() {
                let _nobody_reads = byte.map(|byte| tell.send(byte));
            }
        });
        Self {
            to: child.stdin.take(),
            from,
            child,
            notes,
        }
    }

    pub(super) fn say(&mut self, line: &str) {
        writeln!(self.to.as_mut().unwrap(), "{line}").unwrap();
    }

    /// What is printed until this holds of it; whether it did, else it ended before.
    fn read(&mut self, holds: impl Fn(&[u8]) -> bool) -> (bool, String) {
        let until = Instant::now() + PATIENCE;
        let mut text = Vec::new();
        while !holds(&text) {
            let left = until.saturating_duration_since(Instant::now());
            match self.from.recv_timeout(left) {
                Ok(byte) => text.push(byte),
                Err(RecvTimeoutError::Disconnected) => return (false, words(text)),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it takes too long: {} {:?}", words(text), self.told())
                }
            }
        }
        (true, words(text))
    }

    /// What is printed up to the next question; nothing more at the end.
    pub(super) fn heard(&mut self) -> Option<String> {
        let (_, said) = self.read(asks);
        (!said.is_empty()).then_some(said)
    }

    /// The next line, of JSON; none at the end.
    pub(super) fn line(&mut self) -> Option<Value> {
        let (came, line) = self.read(|text| text.ends_with(b"\n"));
        let read = || {
            let value = serde_json::from_str(&line);
            value.unwrap_or_else(|_| panic!("{line} {:?}", self.told()))
        };
        came.then(read)
    }

    fn told(&self) -> Vec<String> {
        self.notes.try_iter().collect()
    }

    /// Says nothing more; gives its exit status, and what it printed besides.
    pub(super) fn ends(mut self) -> (i32, String) {
        drop(self.to.take());
        let (_, rest) = self.read(|_| false);
        (self.child.wait().unwrap().code().unwrap_or(-1), rest)
    }
}

/// What is asked of hosts and their clients.
#[cfg(all(unix, not(feature = "portable")))]
impl Spoken {
    /// What is printed up to and with these words.
    pub(super) fn until(&mut self, wanted: &str) -> String {
        let (came, said) = self.read(|text| text.ends_with(wanted.as_bytes()));
        assert!(came, "{wanted} never came: {said} {:?}", self.told());
        said
    }

    /// Waits until it says these words on standard error.
    pub(super) fn note(&self, words: &str) {
        while !self.notes.recv_timeout(PATIENCE).unwrap().contains(words) {}
    }

    pub(super) fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args([signal, &id])
            .status();
        assert!(sent.unwrap().success());
    }
}

fn words(text: Vec<u8>) -> String {
    String::from_utf8(text).expect("the program prints UTF-8")
}

/// Whether it ends with a question of the text mode.
fn asks(text: &[u8]) -> bool {
    let starts = [
        "Choice:",
        "Now ",
        "Why?",
        "How sure",
        "Who would",
        "What is asked",
    ];
    let line = text.rsplit(|byte| *byte == b'\n').next().unwrap_or(text);
    let begun = starts
        .iter()
        .any(|start| line.starts_with(start.as_bytes()));
    text.ends_with(b": ") && begun || text.ends_with(b"? ")
}
