//! A client as it is on the wire: lines of JSON, cut off whenever a test wants.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};

use unequal_core::engine::seat::Seat;
use unequal_host::door::{connect, paths};

use crate::house::PATIENCE;

/// A client.
pub(crate) struct Caller {
    to: UnixStream,
    from: BufReader<UnixStream>,
}

impl Caller {
    /// Connects, and says nothing yet; none where no host is there.
    pub(crate) fn reach(save: &Path) -> Option<Self> {
        let to = connect(save).ok()?;
        to.set_read_timeout(Some(PATIENCE)).unwrap();
        let from = BufReader::new(to.try_clone().unwrap());
        Some(Self { to, from })
    }

    /// Connects, and comes for a seat.
    pub(crate) fn come(save: &Path, seat: Seat, way: &str, key: &str) -> Self {
        let mut caller = Self::reach(save).unwrap();
        caller.say(
            &json!({"protocol": 1, "seat": seat, "as": way, "key": key, "name": key,
            "terminal": {"columns": 80, "rows": 24}}),
        );
        caller
    }

    /// Says a line; whether it was heard shows in what comes.
    pub(crate) fn say(&mut self, line: &Value) {
        self.bytes(format!("{line}\n").as_bytes());
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        // A host that has hung up is seen where it is listened to.
        let _gone_already = self.to.write_all(bytes);
    }

    /// The next line as it is; none where the host has hung up.
    pub(crate) fn raw(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.from.read_line(&mut line).ok()?;
        (read > 0 && line.ends_with('\n')).then_some(line)
    }

    /// The next line.
    pub(crate) fn line(&mut self) -> Option<Value> {
        self.raw().map(|line| serde_json::from_str(&line).unwrap())
    }

    /// The next line of this kind; others are passed over.
    pub(crate) fn until(&mut self, kind: &str) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let line = self.line();
            let line = line.unwrap_or_else(|| panic!("the host hung up before `{kind}`"));
            assert!(Instant::now() < until, "`{kind}` takes too long: {line}");
            if line["kind"] == kind {
                return line;
            }
        }
    }

    /// All that comes until the host hangs up.
    pub(crate) fn rest(mut self) -> String {
        let mut rest = String::new();
        self.from.read_to_string(&mut rest).unwrap();
        rest
    }

    /// Hangs up in the middle of whatever it is.
    pub(crate) fn cut(&self) {
        let _gone_already = self.to.shutdown(Shutdown::Both);
    }
}

/// What a program does at a turn: always the same at the same place of a session.
pub(crate) fn decide(seat: Seat, turn: &Value) -> (usize, String) {
    let (state, acts) = (&turn["state"], turn["acts"].as_array().unwrap());
    let (number, phase) = (state["move"].as_u64().unwrap(), state["phase"].as_str());
    let phase = phase.unwrap();
    let reason = format!("{seat} in move {number}, {phase}");
    // The white cell opens, rules by rule and closes.
    let choice = match seat {
        Seat::WhiteCell => 0,
        _ => reason.bytes().map(usize::from).sum::<usize>() % acts.len(),
    };
    (choice, reason)
}

/// The answer to a turn.
pub(crate) fn answer(turn: &Value, choice: usize, reason: &str) -> Value {
    json!({"kind": "act", "turn": turn["turn"], "choice": choice, "reason": reason})
}

/// The answer to `hello`.
pub(crate) fn ready() -> Value {
    json!({"kind": "ready", "protocol": 1, "name": "twin", "version": "1"})
}

/// Whether a host of this record is gone without a trace.
pub(crate) fn is_gone(save: &Path) -> bool {
    !paths(save).0.exists()
}
